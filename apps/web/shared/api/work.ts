import type { TaskOwnerKind } from '../../../../libs/domain/task/task.commands.js';

/** Everything that opens tasks, one by one so that a kind that is added has to be named here; and tasks themselves. */
const OWNERS: Readonly<Record<TaskOwnerKind, true>> = {
  activity: true,
  campaign: true,
  dispatch: true,
  example: true,
  nomination: true,
  obligation: true,
  registration: true,
  report: true,
  round: true,
  session: true,
};

/** What an inbox and the notices about it have to follow; the world opens the task of an alarm. */
export const WORK: readonly ('task' | 'world' | TaskOwnerKind)[] = [
  'task',
  'world',
  ...(Object.keys(OWNERS) as TaskOwnerKind[]),
];
