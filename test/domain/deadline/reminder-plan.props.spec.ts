import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Instant, addDays, atTime, dateOf } from '../../../libs/domain/calendar/local-date.js';
import { dueOn } from '../../../libs/domain/deadline/due.js';
import {
  type NextReminder,
  type ReminderStep,
  LATE_AFTER_MS,
  nextReminder,
  planReminders,
} from '../../../libs/domain/deadline/reminder-plan.js';
import type { ReminderPolicy } from '../../../libs/domain/deadline/reminder-policy.js';
import { anyCalendar, anyDate, anyInstant } from '../calendar/calendar-fixtures.js';

const anyRule = fc.record({
  offset: fc.integer({ min: -12, max: 12 }),
  unit: fc.constantFrom('working' as const, 'calendar' as const),
  time: fc.constantFrom('08:00' as const, '08:30' as const, '14:00' as const),
  kind: fc.constantFrom('remind' as const, 'escalate' as const),
  to: fc.constantFrom('assignee' as const, 'unit-head' as const, 'lead-agency' as const),
});
const anyPolicy: fc.Arbitrary<ReminderPolicy> = fc.array(anyRule, { maxLength: 10 }).map((rules) => ({
  id: 'any',
  basis: 'product-default',
  steps: rules.map((rule, i) => ({ ...rule, key: `s${i}`, channels: ['in-app'] })),
}));
const anyPlan = fc
  .tuple(anyDate, anyPolicy, anyCalendar, fc.option(anyInstant, { nil: undefined }))
  .map(([day, policy, days, notBefore]) => planReminders(dueOn(day), policy, days, notBefore));

interface Sent extends NextReminder {
  readonly now: Instant;
}

/** An engine that is up at the given instants only, and at each of them sends all it can; bounded, so a fault fails. */
function run(steps: readonly ReminderStep[], up: readonly Instant[]): readonly Sent[] {
  const sent: Sent[] = [];
  for (const now of up) {
    for (let turn = 0; turn <= steps.length; turn += 1) {
      const next = nextReminder(
        steps,
        sent.map((one) => one.step.key),
        now,
      );
      if (next === undefined || next.sendAt > now) break;
      sent.push({ ...next, now });
    }
  }
  return sent;
}

/** Instants around the plan, in order: before, between and after its steps, some of them exactly on a step. */
const anyRun = anyPlan.chain((steps) => {
  const first = steps[0]?.at ?? 0;
  const last = steps.at(-1)?.at ?? 0;
  const instant = fc.oneof(
    fc.integer({ min: first - 86_400_000, max: last + 86_400_000 }),
    ...steps.map((step) => fc.constantFrom(step.at, step.at + 60_000)),
  );
  return fc.tuple(
    fc.constant(steps),
    fc.array(instant, { maxLength: 12 }).map((up) => up.sort((a, b) => a - b)),
  );
});

describe('whatever the policy, the calendar and the outages', () => {
  test('a plan is in order and addresses no role twice at one instant', () =>
    fc.assert(
      fc.property(anyPlan, (steps) => {
        expect(steps.every((step, i) => i === 0 || step.at >= (steps[i - 1]?.at ?? Infinity))).toBe(true);
        expect(new Set(steps.map((step) => `${step.to} ${step.at}`)).size).toBe(steps.length);
      }),
    ));

  test('nothing is sent before its time, twice, or two at once to one role', () =>
    fc.assert(
      fc.property(anyRun, ([steps, up]) => {
        const sent = run(steps, up);
        expect(sent.every((one) => one.step.at <= one.now && one.late === one.now - one.step.at > LATE_AFTER_MS)).toBe(
          true,
        );
        expect(new Set(sent.map((one) => one.step.key)).size).toBe(sent.length);
        expect(new Set(sent.map((one) => `${one.step.to} ${one.now}`)).size).toBe(sent.length);
      }),
    ));

  test('a role hears ever graver things, and superseded ones never', () =>
    fc.assert(
      fc.property(anyRun, ([steps, up]) => {
        const sent = run(steps, up);
        const superseded = new Set(sent.flatMap((one) => one.superseded));
        expect(sent.some((one) => superseded.has(one.step.key))).toBe(false);
        const ranks = (to: string): number[] =>
          sent.filter((one) => one.step.to === to).map((one) => steps.indexOf(one.step));
        for (const to of ['assignee', 'unit-head', 'lead-agency']) {
          expect(ranks(to)).toEqual([...ranks(to)].sort((a, b) => a - b));
        }
      }),
    ));

  test('an engine up when it is asked to be sends every step on time', () =>
    fc.assert(
      fc.property(anyPlan, (steps) => {
        const sent: string[] = [];
        for (let now = -1; sent.length <= steps.length;) {
          const next = nextReminder(steps, sent, now);
          if (next === undefined) break;
          now = next.sendAt;
          expect([next.late, next.superseded]).toEqual([false, []]);
          sent.push(next.step.key);
        }
        expect(sent).toEqual(steps.map((step) => step.key));
      }),
    ));

  test('a day after everything each role has its last step or a graver one, whatever was missed', () =>
    fc.assert(
      fc.property(anyRun, ([steps, up]) => {
        const end = addDays(dateOf(Math.max(steps.at(-1)?.at ?? 0, up.at(-1) ?? 0)), 2);
        const sent = run(steps, [...up, atTime(end, '08:00')]).map((one) => one.step.key);
        const lastOfRole = steps.filter((step, i) => !steps.slice(i + 1).some((other) => other.to === step.to));
        expect(lastOfRole.filter((step) => !sent.includes(step.key))).toEqual([]);
      }),
    ));
});
