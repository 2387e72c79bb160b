import { nextReminder } from '../deadline/reminder-plan.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { laterDue } from '../nomination/nomination.route.js';
import { openTaskOf, type NominationState } from '../nomination/nomination-state.js';
import type { RoundState } from '../round/round.stream.js';
import type { SessionState } from '../session/session.stream.js';
import { reminderSteps, type OpenTask } from '../task/open-task.js';
import { nothingOpen, split, type EngineAct, type Wait } from './wait.js';

/** The reminder or escalation of a task to send next; one that gives way to a later one of the same day is skipped. */
function reminderAct(task: OpenTask, now: number): readonly EngineAct[] {
  const next = nextReminder(reminderSteps(task), task.sent, now);
  if (next === undefined) return [];
  return [{ does: 'remindTask', visit: task.visit, key: `remind/${task.visit}/${next.step.key}`, at: next.sendAt }];
}

/** A step without a queue waits for time alone: it ends when its time is up, or at once where it was given none. */
const endAct = (task: OpenTask): EngineAct => ({
  does: 'endTimedStep',
  visit: task.visit,
  step: task.step,
  key: `end/${task.visit}`,
  at: task.due?.at ?? task.openedAt,
});

const aboutTask = (task: OpenTask): Pick<Wait, 'since' | 'visit' | 'dueAt'> => ({
  since: task.openedAt,
  visit: task.visit,
  ...(task.due === undefined ? {} : { dueAt: task.due.at }),
});

/** The calendar of the world, with the version that tells one change of it from the next. */
export interface CalendarKnown {
  readonly version: number;
  readonly calendar: WorkingCalendar;
}

/** A holiday announced since the step opened: its limit ends later. The key names the calendar, which may change back. */
const replanActs = (state: NominationState, task: OpenTask, known: CalendarKnown, now: number): readonly EngineAct[] =>
  laterDue(state, known.calendar) === undefined
    ? []
    : [{ does: 'replanStep', visit: task.visit, key: `replan/${task.visit}/${known.version}`, at: now }];

/** A nomination waits while a step is open. On hold, declined or archived nothing is: only a fact goes on from there. */
export function nominationWait(state: NominationState | undefined, now: number, known?: CalendarKnown): Wait {
  if (state === undefined) return nothingOpen('unknown');
  const task = openTaskOf(state);
  if (task === undefined) return nothingOpen(state.status, state.campaignId);
  const timed = task.queue === '';
  // First of all: nobody is reminded of a date, and no period ends by one, that has moved.
  const moved = known === undefined ? [] : replanActs(state, task, known, now);
  return {
    campaignId: state.campaignId,
    status: state.status,
    stage: task.step,
    ...aboutTask(task),
    open: true,
    waitingFor: timed ? 'time' : task.queue,
    ...split(moved.length > 0 ? moved : timed ? [endAct(task)] : reminderAct(task, now), now),
  };
}

/** A round waits for the last day of its window, then for its list. */
export function roundWait(state: RoundState | undefined, now: number): Wait {
  if (state === undefined) return nothingOpen('unknown');
  if (state.status === 'closed') return nothingOpen(state.status, state.campaignId);
  const task = state.open[String(state.visit)];
  const closing: EngineAct = { does: 'closeRoundWindow', key: `close/${state.closes.lastDay}`, at: state.closes.at };
  return {
    campaignId: state.campaignId,
    status: state.status,
    stage: state.status,
    ...(state.status === 'open' ? { dueAt: state.closes.at } : {}),
    ...(task === undefined ? {} : aboutTask(task)),
    open: true,
    waitingFor: state.status === 'open' ? 'time' : (task?.queue ?? 'list'),
    ...split(state.status === 'open' ? [closing] : task === undefined ? [] : reminderAct(task, now), now),
  };
}

/** A council session waits until its result is recorded. */
export function sessionWait(state: SessionState | undefined, now: number): Wait {
  if (state === undefined) return nothingOpen('unknown');
  const task = state.open[String(state.visit)];
  if (state.status === 'recorded' || task === undefined) return nothingOpen(state.status, state.campaignId);
  return {
    campaignId: state.campaignId,
    status: state.status,
    stage: state.status,
    ...aboutTask(task),
    open: true,
    waitingFor: task.queue,
    ...split(reminderAct(task, now), now),
  };
}
