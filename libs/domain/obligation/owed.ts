import { parseQueue, queueOf } from '../access/actor.js';
import { isLocalDate, yearOf } from '../calendar/local-date.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { validOn } from '../campaign-plan/organisation.js';
import { dutyOf, dutyPolicy } from '../campaign/campaign-dates.js';
import type { CampaignState } from '../campaign/campaign.stream.js';
import { refuse, type Ask, type Decision, type Have } from '../core/decision.js';
import { holdersOf } from '../core/notices.js';
import { ref, type NewEvent } from '../core/stream.js';
import { resolveWithin } from '../deadline/due.js';
import { CONTINUOUS_REMINDER_POLICY, type ReminderPolicy } from '../deadline/reminder-policy.js';
import type { OpenTask, TaskDue } from '../task/open-task.js';
import { planTask } from '../task/plan-task.js';
import { OBLIGATION_FACTS, type ObligationState, type Proof } from './obligation.stream.js';

/** What is shared by the commands that open, end and reopen what a unit owes. */

/** Days a unit gets to correct a report that came back after its due date. A product default, shown as to be confirmed. */
const DAYS_TO_CORRECT = 5;

export const obligationEvent = (id: string, type: string, payload: Readonly<Record<string, unknown>>): NewEvent => ({
  stream: ref('obligation', id),
  type,
  payload,
});

/** The unit that does it: the one that owes, or the leader of the year where a cluster owes. Refuses a unit that is none on that day. */
export function doingUnit(have: Have, unitId: string, day: string): string | Decision {
  const unit = have.state('unit', unitId);
  if (!isLocalDate(day)) return refuse('DATE_INVALID', { field: 'lastDay' });
  if (unit !== undefined) {
    const { validFrom, validTo } = unit;
    const isValid =
      isLocalDate(validFrom) &&
      validOn({ validFrom, ...(validTo !== undefined && isLocalDate(validTo) ? { validTo } : {}) }, day);
    return isValid ? unitId : refuse('UNIT_NOT_IN_SCOPE', { field: 'unitId', params: { id: unitId, date: day } });
  }
  const years = have.state('cluster', unitId)?.years.filter(({ year }) => year <= yearOf(day)) ?? [];
  const latest = [...years].sort((a, b) => a.year - b.year).at(-1);
  return latest?.leader ?? refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: unitId } });
}

/** The queues of a unit that are told of what it owes: who does it and who answers for it. */
export const queuesOfUnit = (unitId: string): readonly string[] => [
  queueOf(unitId, 'officer'),
  queueOf(unitId, 'head'),
];

/** The unit at whose queue an obligation waits. */
export const unitDoing = (state: ObligationState): string => parseQueue(state.queue)?.unitId ?? state.unitId;

export const askHolders = (queues: readonly string[]): readonly Ask[] =>
  queues.map((queue) => ({ ask: 'holders', queue }));

export const everyoneAt = (have: Have, queues: readonly string[]): readonly string[] =>
  queues.flatMap((queue) => holdersOf(have, queue));

/** The reminders this obligation was promised by its campaign. */
export function policyFor(campaign: CampaignState | undefined, key: string): ReminderPolicy {
  const duty = campaign === undefined ? undefined : dutyOf(campaign.file, key);
  return campaign === undefined || duty === undefined ? CONTINUOUS_REMINDER_POLICY : dutyPolicy(campaign.file, duty);
}

/**
 * The fact that it is done. Late by the day of the document that proves it, where there is one: a plan issued on the last
 * day of the quarter and entered a week later was issued in time.
 */
export function fulfilled(id: string, state: ObligationState, proof: Proof, now: number): NewEvent {
  const day = proof.kind === 'document' ? proof.date : undefined;
  const late = day === undefined ? now >= dueOf(state).at : day > dueOf(state).lastDay;
  return obligationEvent(id, OBLIGATION_FACTS.fulfilled, { visit: state.visit, proof, late });
}

/** When its open task is due: later than the obligation itself where it came back for correction. */
export const dueOf = (state: ObligationState): TaskDue => state.open[String(state.visit)]?.due ?? state.due;

export interface Reopening {
  readonly campaign: CampaignState | undefined;
  readonly now: number;
  readonly calendar: WorkingCalendar;
}

/** The fact that what was done came back: the due date stays while it lies ahead, else a few working days are given. */
export function reopened(id: string, state: ObligationState, { campaign, now, calendar }: Reopening): NewEvent {
  const isAhead = now < state.due.at;
  const given = isAhead ? state.due : resolveWithin(DAYS_TO_CORRECT, 'working', now, calendar);
  const task: OpenTask = planTask({
    visit: state.visit + 1,
    step: `obligation/${state.key}`,
    kind: state.kind,
    queue: state.queue,
    unitId: state.unitId,
    due: { lastDay: given.lastDay, at: given.at },
    ...(isAhead ? {} : { amount: DAYS_TO_CORRECT, advisory: true }),
    now,
    calendar,
    policy: policyFor(campaign, state.key),
  });
  return obligationEvent(id, OBLIGATION_FACTS.reopened, { task, extraTime: !isAhead });
}
