import { type ClockTime, isClockTime } from '../calendar/local-date.js';
import type { DayUnit } from './due.js';

/** Who is told, by role; who that is stands in the rows of units and campaigns on the day of sending. */
export type RecipientRole = 'assignee' | 'unit-head' | 'lead-agency' | 'standing-body';

export type Channel = 'in-app' | 'email';

export type ReminderKind = 'remind' | 'escalate';

/** One step of a policy: `offset` days from the last day (negative: before it), at a time of day in Asia/Ho_Chi_Minh. */
export interface ReminderRule {
  /** Unique in its policy and never reused for another meaning: what was sent is recorded under it. */
  readonly key: string;
  readonly offset: number;
  readonly unit: DayUnit;
  readonly time: ClockTime;
  readonly kind: ReminderKind;
  readonly to: RecipientRole;
  readonly channels: readonly Channel[];
}

/** Plain JSON data. `basis` tells a choice of this product from what a text of law or a plan prescribes. */
export interface ReminderPolicy {
  readonly id: string;
  readonly basis: 'product-default' | 'plan' | 'law';
  /** The text the policy comes from, when it is not a product default. */
  readonly source?: string;
  readonly steps: readonly ReminderRule[];
}

const EVERYWHERE: readonly Channel[] = ['in-app', 'email'];

const step = (key: string, offset: number, kind: ReminderKind, to: RecipientRole): ReminderRule => ({
  key,
  offset,
  // The day itself may be a Sunday, as 30/06/2024 was; that reminder belongs to the date, not to the working week.
  unit: offset === 0 ? 'calendar' : 'working',
  time: '08:00',
  kind,
  to,
  channels: EVERYWHERE,
});

/** Product defaults, not law: no decree says when to remind. A campaign or a rule pack replaces them. */
export const DEFAULT_REMINDER_POLICY: ReminderPolicy = {
  id: 'default',
  basis: 'product-default',
  steps: [
    step('before-10', -10, 'remind', 'assignee'),
    step('before-3', -3, 'remind', 'assignee'),
    step('before-1', -1, 'remind', 'assignee'),
    step('on-day', 0, 'remind', 'assignee'),
    step('overdue-1', 1, 'escalate', 'unit-head'),
    step('overdue-3', 3, 'escalate', 'unit-head'),
    step('overdue-5', 5, 'escalate', 'lead-agency'),
    step('overdue-10', 10, 'escalate', 'standing-body'),
  ],
};

/** For obligations whose party is asked, not bound: the same reminders before the day, nobody above is told. */
export const INVITED_REMINDER_POLICY: ReminderPolicy = {
  ...withoutEscalation(DEFAULT_REMINDER_POLICY),
  id: 'invited',
};

/** For obligations without a date of their own: they are proved in the yearly report, whose reminders serve them too. */
export const CONTINUOUS_REMINDER_POLICY: ReminderPolicy = { id: 'continuous', basis: 'product-default', steps: [] };

/** The policy as it applies to a party that is invited: reminders stay, escalations go. */
export function withoutEscalation(policy: ReminderPolicy): ReminderPolicy {
  return { ...policy, steps: policy.steps.filter((rule) => rule.kind === 'remind') };
}

export type ReminderPolicyProblem =
  | 'KEY_EMPTY'
  | 'KEY_REPEATED'
  | 'OFFSET_INVALID'
  | 'TIME_INVALID'
  | 'CHANNELS_EMPTY'
  | 'ESCALATES_BEFORE_DUE'
  | 'SOURCE_MISSING';

/** Why a policy read from data cannot be used; undefined when it can. Nobody is escalated before they are late. */
export function reminderPolicyProblem(policy: ReminderPolicy): ReminderPolicyProblem | undefined {
  const keys = policy.steps.map((rule) => rule.key);
  if (policy.basis !== 'product-default' && (policy.source ?? '') === '') return 'SOURCE_MISSING';
  if (new Set(keys).size < keys.length) return 'KEY_REPEATED';
  return policy.steps.map(ruleProblem).find((problem) => problem !== undefined);
}

function ruleProblem(rule: ReminderRule): ReminderPolicyProblem | undefined {
  if (rule.key === '') return 'KEY_EMPTY';
  if (!Number.isInteger(rule.offset)) return 'OFFSET_INVALID';
  if (!isClockTime(rule.time)) return 'TIME_INVALID';
  if (rule.channels.length === 0) return 'CHANNELS_EMPTY';
  return rule.kind === 'escalate' && rule.offset <= 0 ? 'ESCALATES_BEFORE_DUE' : undefined;
}
