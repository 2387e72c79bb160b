import type { HistoryShown } from '../shared/api/answers.js';

/** What people arrange among themselves, and what time sends: the story reads without them. */
const INTERNAL: readonly string[] = [
  'taskReminded',
  'taskClaimed',
  'taskReleased',
  'taskReassigned',
  'taskDelegated',
  'taskFollowUpSet',
  'nominationCommented',
];

export const isMilestone = ({ type }: Pick<HistoryShown, 'type'>): boolean => !INTERNAL.includes(type);
