import { queueOf } from '../access/actor.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Sealed } from '../core/sealed.js';
import { dateFrom, dateOf, yearOf } from '../calendar/local-date.js';
import { remainingDays } from '../deadline/clock-stop.js';
import { dueOn, resolveWithin } from '../deadline/due.js';
import { planTask } from '../task/plan-task.js';
import type { OpenTask, TaskDue } from '../task/open-task.js';
import { ref, type NewEvent } from '../core/stream.js';
import {
  openTaskOf,
  type BatchLimit,
  type NominationRoles,
  type NominationState,
  type OpenedStep,
  type PinnedStep,
} from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';

/** What a nomination needs to open a step at an instant. */
export interface Opening {
  readonly now: number;
  readonly calendar: WorkingCalendar;
  readonly whose: Sealed;
  readonly unitId: string;
  readonly roles: NominationRoles;
  /** Dossiers of the submission it came with. */
  readonly batch?: number | undefined;
}

export const openingOf = (state: NominationState, now: number, calendar: WorkingCalendar): Opening => ({
  now,
  calendar,
  whose: state.subject.name,
  unitId: state.unitId,
  roles: state.roles,
  batch: state.batch,
});

/** Whole days of the open step's limit that are left now, in the step's own unit; undefined for a step without one. */
export function remainingOf(
  state: Pick<NominationState, 'route' | 'batch'>,
  index: number,
  task: OpenTask,
  now: number,
  calendar: WorkingCalendar,
): number | undefined {
  const given = givenDays(state.route[index], state.batch);
  if (given === undefined) return undefined;
  const clock = { amount: task.amount ?? given.amount, unit: given.unit, start: task.openedAt, stops: [] };
  return remainingDays(clock, calendar, dateOf(now));
}

type Given = Pick<BatchLimit, 'amount' | 'unit' | 'advisory'>;

/** Days a step is given: those for a submission of this size, else those of every submission. */
export function givenDays(step: PinnedStep | undefined, batch: number | undefined): Given | undefined {
  const sized =
    batch === undefined
      ? undefined
      : step?.byBatch?.find(({ from, to }) => from <= batch && (to === undefined || batch <= to));
  if (sized !== undefined) return sized;
  return step?.amount === undefined
    ? undefined
    : { amount: step.amount, unit: step.unit ?? 'working', advisory: step.advisory };
}

/**
 * The limit of a step opened now: what was left of it where its clock had been stopped, at least one day. The day it is
 * opened on never counts.
 */
function limitOf(
  step: PinnedStep,
  at: Opening,
  remaining: number | undefined,
): Pick<OpenTask, 'amount' | 'due' | 'advisory'> {
  const given = givenDays(step, at.batch);
  if (given === undefined) return { advisory: step.advisory, ...yearlyDue(step, at.now) };
  const amount = Math.max(1, remaining ?? given.amount);
  const due = resolveWithin(amount, given.unit, at.now, at.calendar);
  return { amount, due: { lastDay: due.lastDay, at: due.at }, advisory: given.advisory };
}

/** The next time that day of the year comes; on the day itself it is that day. */
function yearlyDue({ yearly }: PinnedStep, now: number): Pick<OpenTask, 'due'> {
  if (yearly === undefined) return {};
  const today = dateOf(now);
  const day = [yearOf(today), yearOf(today) + 1]
    .map((year) => dateFrom(year, yearly.month, yearly.day))
    .find((date) => date !== undefined && date >= today);
  return day === undefined ? {} : { due: dueOn(day) };
}

/**
 * Where the limit of the open step ends by another calendar, if that is later than what people were told. A step without a
 * limit of its own (a supplement, the decision of a higher authority) has a date that a person set: it stays.
 */
export function laterDue(state: NominationState, calendar: WorkingCalendar): TaskDue | undefined {
  const task = openTaskOf(state);
  const step = state.route[state.step?.index ?? -1];
  if (task?.due === undefined || task.amount === undefined || step?.key !== task.step) return undefined;
  const { unit = 'working' } = givenDays(step, state.batch) ?? {};
  const due = resolveWithin(task.amount, unit, task.openedAt, calendar);
  return due.at > task.due.at ? { lastDay: due.lastDay, at: due.at } : undefined;
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

/** The step in which the standing body waits for the decision of a higher authority and records it. */
export function openHigherDecision(index: number, visit: number, at: Opening): OpenedStep {
  return {
    index,
    task: planTask({
      visit,
      step: 'higher-decision',
      kind: HIGHER_DECISION,
      queue: queueOf(at.roles.standingBody, 'secretary'),
      whose: at.whose,
      unitId: at.unitId,
      now: at.now,
      calendar: at.calendar,
    }),
  };
}

export const HIGHER_DECISION = 'higher-decision';

/** Opens the step a return or a hold had paused; what was submitted upward goes on waiting there, not at the decider's. */
export function reopenPaused(state: NominationState, visit: number, at: Opening): OpenedStep | undefined {
  if (state.paused === undefined) return undefined;
  const { index, remaining } = state.paused;
  const isUpward = state.upward !== undefined && state.route[index]?.kind === 'decision';
  return isUpward ? openHigherDecision(index, visit, at) : openStep(state.route, index, visit, at, remaining);
}

/** Ends the open step as passed and opens the next one in the same fact. */
export function passStep(
  id: string,
  state: NominationState,
  task: OpenTask,
  at: Opening,
  more: Readonly<Record<string, unknown>> = {},
): NewEvent {
  const next = openStep(state.route, (state.step?.index ?? 0) + 1, task.visit + 1, at);
  const payload = { visit: task.visit, step: task.step, outcome: 'passed', ...more, next };
  return { stream: ref('nomination', id), type: NOMINATION_FACTS.stepEnded, payload };
}
