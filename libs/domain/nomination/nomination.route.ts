import { queueOf } from '../access/actor.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Sealed } from '../core/sealed.js';
import { dateOf } from '../calendar/local-date.js';
import { remainingDays } from '../deadline/clock-stop.js';
import { resolveWithin } from '../deadline/due.js';
import { planTask } from '../task/plan-task.js';
import type { OpenTask, TaskDue } from '../task/open-task.js';
import type { NominationRoles, NominationState, OpenedStep, PinnedStep } from './nomination.stream.js';

/** What a nomination needs to open a step at an instant. */
export interface Opening {
  readonly now: number;
  readonly calendar: WorkingCalendar;
  readonly whose: Sealed;
  readonly unitId: string;
  readonly roles: NominationRoles;
}

export const openingOf = (state: NominationState, now: number, calendar: WorkingCalendar): Opening => ({
  now,
  calendar,
  whose: state.subject.name,
  unitId: state.unitId,
  roles: state.roles,
});

/** Whole days of the open step's limit that are left now, in the step's own unit; undefined for a step without one. */
export function remainingOf(task: OpenTask, step: PinnedStep | undefined, now: number, calendar: WorkingCalendar): number | undefined {
  if (step?.amount === undefined) return undefined;
  const clock = { amount: task.amount ?? step.amount, unit: step.unit ?? 'working', start: task.openedAt, stops: [] };
  return remainingDays(clock, calendar, dateOf(now));
}

/** The limit of a step opened now: what was left of it where its clock had been stopped, at least one day. */
function limitOf(step: PinnedStep, at: Opening, remaining: number | undefined): { amount?: number; due?: TaskDue } {
  if (step.amount === undefined) return {};
  const amount = Math.max(1, remaining ?? step.amount);
  const due = resolveWithin(amount, step.unit ?? 'working', at.now, at.calendar);
  return { amount, due: { lastDay: due.lastDay, at: due.at } };
}

/** Opens the step at `index` as the given visit; undefined when the route has ended. */
export function openStep(
  route: readonly PinnedStep[],
  index: number,
  visit: number,
  at: Opening,
  remaining?: number,
): OpenedStep | undefined {
  const step = route[index];
  if (step === undefined) return undefined;
  return {
    index,
    task: planTask({
      visit,
      step: step.key,
      kind: step.kind,
      queue: step.queue,
      ...limitOf(step, at, remaining),
      advisory: step.advisory,
      whose: at.whose,
      unitId: at.unitId,
      now: at.now,
      calendar: at.calendar,
    }),
  };
}

/** The step in which the nominating unit supplements its dossier; the appraising step's own clock stands still. */
export function openSupplement(index: number, visit: number, due: TaskDue, at: Opening): OpenedStep {
  return {
    index,
    task: planTask({
      visit,
      step: 'supplement',
      kind: 'supplement',
      queue: queueOf(at.unitId, 'officer'),
      due,
      whose: at.whose,
      unitId: at.unitId,
      now: at.now,
      calendar: at.calendar,
    }),
  };
}
