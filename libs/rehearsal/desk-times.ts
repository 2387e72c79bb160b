import { addDays } from '../domain/calendar/local-date.js';
import { atWork, day, daysAfter, officeDay } from './days.js';
import type { Task } from './people.js';

/** Days a task lies on a desk, by kind. */
const ON_THE_DESK: Readonly<Record<string, number>> = {
  'confirm-registration': 2,
  'assess-pledge': 1,
  'review-report': 3,
  'acknowledge-report': 3,
  listing: 4,
  completeness: 3,
  'lead-opinion': 4,
  council: 4,
  appraisal: 5,
  submission: 2,
  decision: 4,
  'higher-decision': 15,
};

/** When an office gets round to a task; a review is concluded some time before its last day. */
export function ripeAt(task: Task): number {
  const isReview = task.kind === 'mid-term-review' || task.kind === 'final-review';
  if (isReview && task.lastDay !== null)
    return Math.max(atWork(addDays(day(task.lastDay), -16)), daysAfter(task.openedAt, 1));
  return officeDay(daysAfter(task.openedAt, ON_THE_DESK[task.kind] ?? 3));
}
