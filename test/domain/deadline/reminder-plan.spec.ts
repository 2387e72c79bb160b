import { describe, expect, it } from '@jest/globals';
import { type Instant, type LocalDate, atTime, dateOf } from '../../../libs/domain/calendar/local-date.js';
import { workingCalendar } from '../../../libs/domain/calendar/working-calendar.js';
import { dueOn, occurrences } from '../../../libs/domain/deadline/due.js';
import {
  type ReminderStep,
  LATE_AFTER_MS,
  dueReminders,
  nextReminder,
  planReminders,
} from '../../../libs/domain/deadline/reminder-plan.js';
import {
  type ReminderPolicy,
  type ReminderRule,
  CONTINUOUS_REMINDER_POLICY,
  DEFAULT_REMINDER_POLICY,
  INVITED_REMINDER_POLICY,
} from '../../../libs/domain/deadline/reminder-policy.js';
import { vnCalendar, vnDays } from '../calendar/calendar-fixtures.js';

const calendar = vnCalendar();
const report2026 = dueOn('2026-11-30');
const plan = planReminders(report2026, DEFAULT_REMINDER_POLICY, calendar);
const shown = (steps: readonly ReminderStep[]): string[] =>
  steps.map((s) => `${dateOf(s.at)} ${s.key.slice(11)} ${s.to}`);
const keys = (names: readonly string[]): string[] => names.map((name) => `2026-11-30/${name}`);
const at8 = (date: LocalDate): Instant => atTime(date, '08:00');

describe('planReminders', () => {
  it('S0-29: plans the report of 2026 around 30/11, a Monday', () => {
    expect(shown(plan)).toEqual([
      '2026-11-16 before-10 assignee',
      '2026-11-25 before-3 assignee',
      '2026-11-27 before-1 assignee',
      '2026-11-30 on-day assignee',
      '2026-12-01 overdue-1 unit-head',
      '2026-12-03 overdue-3 unit-head',
      '2026-12-07 overdue-5 lead-agency',
      '2026-12-14 overdue-10 standing-body',
    ]);
    expect(plan[0]).toEqual({
      key: '2026-11-30/before-10',
      at: at8('2026-11-16'),
      kind: 'remind',
      to: 'assignee',
      channels: ['in-app', 'email'],
    });
  });

  it('S0-18: on Sunday 30/06/2024 the day itself and the working day before are two reminders', () => {
    const [milestone] = occurrences({ kind: 'within-quarter', year: 2024, quarter: 2 });
    const steps = planReminders(milestone?.due ?? report2026, DEFAULT_REMINDER_POLICY, calendar);
    expect(shown(steps).slice(2, 5)).toEqual([
      '2024-06-28 before-1 assignee',
      '2024-06-30 on-day assignee',
      '2024-07-01 overdue-1 unit-head',
    ]);
  });

  it('reminds the invited and escalates nothing; the continuous have no steps of their own', () => {
    const invited = planReminders(report2026, INVITED_REMINDER_POLICY, calendar);
    expect(invited.map((step) => step.kind)).toEqual(['remind', 'remind', 'remind', 'remind']);
    expect(planReminders(report2026, CONTINUOUS_REMINDER_POLICY, calendar)).toEqual([]);
  });

  it('drops what lies before the opening, and a reminder on the day of it: the opening is a notice itself', () => {
    const opened = (at: Instant): string[] =>
      shown(planReminders(report2026, DEFAULT_REMINDER_POLICY, calendar, at)).map((line) => line.split(' ')[1] ?? '');
    expect(opened(atTime('2026-11-26', '09:00'))[0]).toBe('before-1');
    expect(opened(atTime('2026-11-27', '07:30'))[0]).toBe('on-day');
    expect(opened(at8('2026-11-30'))).toEqual(['overdue-1', 'overdue-3', 'overdue-5', 'overdue-10']);
    expect(opened(atTime('2026-11-30', '07:30'))).toEqual(['overdue-1', 'overdue-3', 'overdue-5', 'overdue-10']);
  });

  it('reminds nobody of what was due before the campaign was adopted', () => {
    expect(planReminders(report2026, DEFAULT_REMINDER_POLICY, calendar, report2026.at)).toEqual([]);
    expect(planReminders(report2026, DEFAULT_REMINDER_POLICY, calendar, report2026.at - 1)).toHaveLength(4);
  });

  it('gives an extended due date keys of its own, and a moved step the key it had', () => {
    const extended = planReminders(dueOn('2026-12-15'), DEFAULT_REMINDER_POLICY, calendar);
    expect(extended.some((step) => plan.some((old) => old.key === step.key))).toBe(false);
    const confirmed = workingCalendar([
      ...vnDays(),
      { date: '2026-11-24', kind: 'holiday', name: 'x', confidence: 'law' },
    ]);
    const moved = planReminders(report2026, DEFAULT_REMINDER_POLICY, confirmed);
    expect(moved.map((step) => step.key)).toEqual(plan.map((step) => step.key));
    expect(dateOf(moved[0]?.at ?? 0)).toBe('2026-11-13');
  });

  it('drops an escalation at the very instant of the opening, keeps one later that day', () => {
    const nightly = DEFAULT_REMINDER_POLICY.steps
      .filter((rule) => rule.key === 'overdue-1')
      .flatMap((rule): ReminderRule[] => [
        { ...rule, offset: 0, unit: 'calendar', time: '18:00' },
        { ...rule, key: 'later', offset: 0, unit: 'calendar', time: '18:01' },
      ]);
    const policy: ReminderPolicy = { id: 'evening', basis: 'product-default', steps: nightly };
    const steps = planReminders(report2026, policy, calendar, atTime('2026-11-30', '18:00'));
    expect(steps.map((step) => step.key)).toEqual(keys(['later']));
  });

  it('keeps the graver of two steps that meet for one role', () => {
    const rule = (key: string, offset: number, more: Partial<ReminderRule> = {}): ReminderRule => ({
      ...{ key, offset, unit: 'calendar', time: '08:00', kind: 'remind', to: 'unit-head', channels: ['in-app'] },
      ...more,
    });
    const policy: ReminderPolicy = {
      id: 'meeting',
      basis: 'product-default',
      steps: [
        rule('escalation', 1, { unit: 'working', kind: 'escalate' }),
        rule('reminder', 3),
        rule('to-another', 3, { to: 'assignee' }),
      ],
    };
    const friday = planReminders(dueOn('2026-11-20'), policy, calendar); // both fall on Monday 23/11
    expect(friday.map((step) => step.key).sort()).toEqual(['2026-11-20/escalation', '2026-11-20/to-another']);
  });
});

describe('nextReminder', () => {
  it('waits for the first step and sends it on time', () => {
    expect(nextReminder(plan, [], at8('2026-11-01'))).toEqual({
      step: plan[0],
      sendAt: at8('2026-11-16'),
      late: false,
      superseded: [],
    });
    expect(nextReminder(plan, [], at8('2026-11-16') + 5000)).toMatchObject({ late: false, step: plan[0] });
    expect(nextReminder(plan, keys(['before-10']), at8('2026-11-16') + 5000)).toMatchObject({ step: plan[1] });
  });

  it('sends a missed step once, now, and late', () => {
    const now = atTime('2026-11-18', '14:00');
    const next = nextReminder(plan, [], now);
    expect(next).toEqual({ step: plan[0], sendAt: now, late: true, superseded: [] });
    expect(nextReminder(plan, keys(['before-10']), now)).toMatchObject({ step: plan[1], sendAt: at8('2026-11-25') });
  });

  it('calls a step late from an hour on', () => {
    const [first] = plan;
    const at = first?.at ?? 0;
    expect(nextReminder(plan, [], at + LATE_AFTER_MS)?.late).toBe(false);
    expect(nextReminder(plan, [], at + LATE_AFTER_MS + 1)?.late).toBe(true);
  });

  it('after a long outage sends each role only the gravest step it missed', () => {
    const now = atTime('2026-12-08', '10:00');
    const due = dueReminders(plan, [], now);
    expect(due.map((one) => [one.step.key, one.late, one.superseded])).toEqual([
      ['2026-11-30/on-day', true, keys(['before-10', 'before-3', 'before-1'])],
      ['2026-11-30/overdue-3', true, keys(['overdue-1'])],
      ['2026-11-30/overdue-5', true, []],
    ]);
    const sent = due.map((one) => one.step.key); // what was superseded is not recorded: a crash
    expect(dueReminders(plan, sent, now)).toEqual([]);
    expect(nextReminder(plan, sent, now)).toMatchObject({ step: { key: '2026-11-30/overdue-10' }, superseded: [] });
  });

  it('lets a late step give way to one for the same role on the same day', () => {
    const now = atTime('2026-11-27', '07:00'); // before-3 was missed, before-1 comes in an hour
    const next = nextReminder(plan, keys(['before-10']), now);
    expect(next).toEqual({ step: plan[2], sendAt: at8('2026-11-27'), late: false, superseded: keys(['before-3']) });
    const atEight = nextReminder(plan, keys(['before-10']), at8('2026-11-27'));
    expect(atEight).toMatchObject({ step: plan[2], late: false, superseded: keys(['before-3']) });
  });

  it('does not hold a step back that is not late, even if another comes the same day', () => {
    const [first] = DEFAULT_REMINDER_POLICY.steps.filter((rule) => rule.key === 'on-day');
    if (first === undefined) throw new Error('the default policy reminds on the day');
    const policy: ReminderPolicy = {
      id: 'twice',
      basis: 'product-default',
      steps: [first, { ...first, key: 'evening', time: '17:00' }],
    };
    const twice = planReminders(report2026, policy, calendar);
    expect(nextReminder(twice, [], atTime('2026-11-30', '08:30'))?.step.key).toBe('2026-11-30/on-day');
    expect(nextReminder(twice, [], atTime('2026-11-30', '09:30'))?.step.key).toBe('2026-11-30/evening');
  });

  it('is undefined when all is settled', () => {
    expect(
      nextReminder(
        plan,
        plan.map((step) => step.key),
        0,
      ),
    ).toBeUndefined();
    expect(nextReminder([], [], 0)).toBeUndefined();
  });
});
