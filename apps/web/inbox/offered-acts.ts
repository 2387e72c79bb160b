import { useQuery } from '@tanstack/react-query';
import type { OfferedAct } from '../acts/act-forms.js';
import { isOpenToMe } from '../matters/matter-query.js';
import { offeredActs } from '../nomination/offered.js';
import { nominationQuery } from '../nomination/nomination-query.js';
import type { TaskShown } from '../shared/api/answers.js';
import { endingsOf } from './bulk.js';

/** Acts that belong to the step and not to the dossier at large. */
const OF_STEP: readonly string[] = [
  'approveStep',
  'returnNomination',
  'declineNomination',
  'resubmitNomination',
  'submitUpward',
  'issueDecision',
  'conveneSession',
  'recordHigherDecision',
];

/** What the reader can end a task with, here in the inbox; undefined while that is being read. */
export function useOfferedActs(task: TaskShown): readonly OfferedAct[] | undefined {
  const isNomination = task.owner.kind === 'nomination';
  const { data, isError } = useQuery({ ...nominationQuery(task.owner.id), enabled: isNomination });
  if (isNomination) {
    // What was last seen stands while the line is down: a form with something typed in it does not go away.
    if (data === undefined) return isError ? [] : undefined;
    if (data.openStep?.visit !== task.visit) return [];
    return offeredActs(data).filter(({ command }) => OF_STEP.includes(command));
  }
  const endings = endingsOf(task);
  if (isOpenToMe(task) && task.what.kind === 'alarm')
    return [{ command: 'settleAlarm', href: `${task.owner.href}/alarms/${String(task.visit)}/settlement` }];
  if (!isOpenToMe(task) || endings === undefined) return [];
  return [endings.good, ...(endings.back === undefined ? [] : [endings.back])].map(([command, path]) => ({
    command,
    href: `${task.owner.href}/${path}`,
    visit: task.visit,
  }));
}
