import { type Instant, addDays, atTime, compareDates, dateOf } from '../calendar/local-date.js';
import { type WorkingCalendar, addWorkingDays } from '../calendar/working-calendar.js';
import { type Due, isOnTime } from './due.js';
import type { Channel, RecipientRole, ReminderKind, ReminderPolicy, ReminderRule } from './reminder-policy.js';

/**
 * One planned step. `key` is '<last day>/<key in the policy>': an extended due date gets reminders of its own, while a
 * changed holiday moves `at` under the same key, so what was sent is not sent again.
 */
export interface ReminderStep {
  readonly key: string;
  readonly at: Instant;
  readonly kind: ReminderKind;
  readonly to: RecipientRole;
  readonly channels: readonly Channel[];
}

/**
 * The steps of a due date in the order of their instants; pure, so replanning after a new holiday is calling it again.
 *
 * `notBefore` is the latest of: the obligation was opened, the campaign adopted, the due date extended. Each of these is
 * announced by a notice of its own, so steps at or before it are dropped, and so is a mere reminder later on the same
 * day. A due date that had passed by then is a recorded fact: nobody is reminded of it, the plan is empty.
 *
 * No two steps of a plan address one role at one instant; where a policy and a holiday would make them meet, the later
 * step of the policy stays, an escalation before a reminder.
 */
export function planReminders(
  due: Due,
  policy: ReminderPolicy,
  calendar: WorkingCalendar,
  notBefore?: Instant,
): readonly ReminderStep[] {
  if (notBefore !== undefined && !isOnTime(due, notBefore)) return [];
  const bySeverity = [...policy.steps].sort(compareSeverity);
  const steps = bySeverity.map((rule) => planStep(rule, due, calendar)).filter((step) => isAfter(step, notBefore));
  return steps
    .filter((step, i) => !steps.slice(i + 1).some((other) => other.to === step.to && other.at === step.at))
    .map((step, rank) => ({ step, rank }))
    .sort((a, b) => a.step.at - b.step.at || a.rank - b.rank)
    .map(({ step }) => step);
}

/** What to send next. `sendAt` is the planned instant, or now when that has passed; `late` tells the text to say so. */
export interface NextReminder {
  readonly step: ReminderStep;
  readonly sendAt: Instant;
  readonly late: boolean;
  /** Keys of missed steps this one stands in for: never sent, to be recorded as such. */
  readonly superseded: readonly string[];
}

/** A step sent within this time of its instant is on time: timers and queues are not exact. */
export const LATE_AFTER_MS = 3_600_000;

/**
 * Everything to be sent at `now`, at most one step for each role.
 *
 * The rule for missed steps, role by role:
 * 1. A step is settled when it, or a later step for the same role, was sent: no message ever follows a graver one.
 * 2. Of the unsettled steps whose instant has come only the last, the gravest, is due; it is sent once, at once. The
 *    others are superseded and reported with it.
 * 3. It is late when its instant lies more than {@link LATE_AFTER_MS} back. If it is late and the role's next step comes
 *    later on the same day, it gives way to that one: two messages within hours help nobody.
 * Which steps are settled follows from `alreadySent` alone, so the rule holds when a crash lost the record of what was
 * superseded.
 */
export function dueReminders(
  plan: readonly ReminderStep[],
  alreadySent: readonly string[],
  now: Instant,
): readonly NextReminder[] {
  return rolesOf(plan).flatMap((to) => {
    const open = unsettled(plan, alreadySent, to);
    const come = open.filter((step) => step.at <= now);
    const gravest = come.at(-1);
    if (gravest === undefined) return [];
    const late = now - gravest.at > LATE_AFTER_MS;
    const following = open.find((step) => step.at > now);
    if (late && following !== undefined && dateOf(following.at) === dateOf(now)) return [];
    return [{ step: gravest, sendAt: now, late, superseded: come.slice(0, -1).map((step) => step.key) }];
  });
}

/**
 * The one step to act on or wait for next, by `sendAt` and then by its place in the plan; undefined when all is settled.
 * Call again after each: with the step's key in `alreadySent` it never comes back. See {@link dueReminders} for missed ones.
 */
export function nextReminder(
  plan: readonly ReminderStep[],
  alreadySent: readonly string[],
  now: Instant,
): NextReminder | undefined {
  const due = dueReminders(plan, alreadySent, now)
    .toSorted((a, b) => plan.indexOf(a.step) - plan.indexOf(b.step))
    .at(0);
  if (due !== undefined) return due;
  const step = plan.find((candidate) => candidate.at > now && isUnsettled(plan, alreadySent, candidate));
  if (step === undefined) return undefined;
  const superseded = unsettled(plan, alreadySent, step.to).filter((other) => other.at <= now);
  return { step, sendAt: step.at, late: false, superseded: superseded.map((other) => other.key) };
}

function planStep(rule: ReminderRule, due: Due, calendar: WorkingCalendar): ReminderStep {
  const day =
    rule.unit === 'working' ? addWorkingDays(calendar, due.lastDay, rule.offset) : addDays(due.lastDay, rule.offset);
  const { kind, to, channels } = rule;
  return { key: `${due.lastDay}/${rule.key}`, at: atTime(day, rule.time), kind, to, channels };
}

function isAfter(step: ReminderStep, notBefore: Instant | undefined): boolean {
  if (notBefore === undefined) return true;
  if (step.at <= notBefore) return false;
  return step.kind === 'escalate' || compareDates(dateOf(step.at), dateOf(notBefore)) > 0;
}

/** Lightest first. Offsets in different units are compared as they stand: it only decides between steps that meet. */
function compareSeverity(a: ReminderRule, b: ReminderRule): number {
  return Number(a.kind === 'escalate') - Number(b.kind === 'escalate') || a.offset - b.offset;
}

function rolesOf(plan: readonly ReminderStep[]): readonly RecipientRole[] {
  return [...new Set(plan.map((step) => step.to))];
}

function unsettled(plan: readonly ReminderStep[], sent: readonly string[], to: RecipientRole): readonly ReminderStep[] {
  const forRole = plan.filter((step) => step.to === to);
  return forRole.slice(forRole.findLastIndex((step) => sent.includes(step.key)) + 1);
}

function isUnsettled(plan: readonly ReminderStep[], sent: readonly string[], step: ReminderStep): boolean {
  return unsettled(plan, sent, step.to).includes(step);
}
