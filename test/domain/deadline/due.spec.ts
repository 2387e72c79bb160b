import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  atTime,
  dateOf,
  endOfDayExclusive,
  quarterOf,
  startOfDay,
} from '../../../libs/domain/calendar/local-date.js';
import { isWorkingDay, workingCalendar } from '../../../libs/domain/calendar/working-calendar.js';
import {
  type DueRule,
  dueOn,
  dueRuleProblem,
  extendDue,
  isOnTime,
  lateBy,
  occurrences,
  opensAt,
  resolveWithin,
} from '../../../libs/domain/deadline/due.js';
import { anyCalendar, anyDate, anyInstant, vnCalendar } from '../calendar/calendar-fixtures.js';

const calendar = vnCalendar();

describe('due rules of the plan', () => {
  it('S0-18: Quý II năm 2024 is due on 30/06/2024, a Sunday, until midnight', () => {
    const [milestone] = occurrences({ kind: 'within-quarter', year: 2024, quarter: 2 });
    expect(milestone).toEqual({
      key: 'once',
      due: { from: '2024-04-01', lastDay: '2024-06-30', at: Date.parse('2024-06-30T17:00:00Z') },
    });
  });

  it('S0-20: quý IV năm 2026 is 01/10/2026 to 31/12/2026', () => {
    const [review] = occurrences({ kind: 'within-quarter', year: 2026, quarter: 4 });
    expect(review?.due).toMatchObject({ from: '2026-10-01', lastDay: '2026-12-31' });
    expect(review && opensAt(review.due)).toBe(startOfDay('2026-10-01'));
  });

  it('S0-24: quý IV năm 2030 is 01/10/2030 to 31/12/2030', () => {
    const [final] = occurrences({ kind: 'within-quarter', year: 2030, quarter: 4 });
    expect(final?.due).toEqual(dueOn('2030-12-31', '2030-10-01'));
  });

  it('S0-29: trước ngày 01/12 hàng năm has 30/11 as its last day, seven times', () => {
    const rule: DueRule = { kind: 'yearly-before', month: 12, day: 1, fromYear: 2024, toYear: 2030 };
    const reports = occurrences(rule);
    expect(reports.map((report) => report.due.lastDay)).toEqual(
      [2024, 2025, 2026, 2027, 2028, 2029, 2030].map((year) => `${year}-11-30`),
    );
    expect(reports.map((report) => [report.key, report.year])).toContainEqual(['2027', 2027]);
    expect(reports.every((report) => report.due.at === startOfDay(`${report.year ?? 0}-12-01`))).toBe(true);
  });

  it('S1-52: a periodic report is due some days after every quarter', () => {
    const quarters = occurrences({ kind: 'periodic', every: 'quarter', daysAfter: 5, fromYear: 2024, toYear: 2024 });
    expect(quarters.map(({ key, due }) => `${key} ${due.lastDay}`)).toEqual([
      '2024-q1 2024-04-05',
      '2024-q2 2024-07-05',
      '2024-q3 2024-10-05',
      '2024-q4 2025-01-05',
    ]);
    const months = occurrences({ kind: 'periodic', every: 'month', daysAfter: 0, fromYear: 2024, toYear: 2025 });
    expect([months.length, months[1]?.key, months[1]?.due.lastDay]).toEqual([24, '2024-02', '2024-02-29']);
    const others = (['half-year', 'year'] as const).flatMap((every) =>
      occurrences({ kind: 'periodic', every, daysAfter: 0, fromYear: 2024, toYear: 2024 }).map(({ key }) => key),
    );
    expect(others).toEqual(['2024-h1', '2024-h2', '2024']);
  });

  it('reads the other dated kinds', () => {
    expect(occurrences({ kind: 'on', date: '2026-10-31' })).toEqual([{ key: 'once', due: dueOn('2026-10-31') }]);
    expect(occurrences({ kind: 'before', date: '2028-03-01' })).toEqual([{ key: 'once', due: dueOn('2028-02-29') }]);
    expect(occurrences({ kind: 'window', from: '2026-01-01', to: '2026-02-28' })[0]?.due).toEqual(
      dueOn('2026-02-28', '2026-01-01'),
    );
    const yearly = occurrences({ kind: 'yearly-on', month: 10, day: 31, fromYear: 2025, toYear: 2026 });
    expect(yearly.map((year) => year.due.lastDay)).toEqual(['2025-10-31', '2026-10-31']);
  });

  it('crosses the year: before 1 January is 31 December of the year before, counted for the year named', () => {
    const [first] = occurrences({ kind: 'yearly-before', month: 1, day: 1, fromYear: 2025, toYear: 2025 });
    expect(first).toEqual({ key: '2025', year: 2025, due: dueOn('2024-12-31') });
  });

  it('has no dates for what has none', () => {
    const undated: DueRule[] = [
      { kind: 'continuous' },
      { kind: 'undated' },
      { kind: 'within', amount: 10, unit: 'working', after: 'dossierAccepted' },
    ];
    expect(undated.flatMap(occurrences)).toEqual([]);
  });
});

describe('on time', () => {
  it('until the last millisecond of the last day, in Việt Nam', () => {
    const due = dueOn('2024-11-30');
    expect(isOnTime(due, due.at - 1)).toBe(true);
    expect(isOnTime(due, due.at)).toBe(false);
    expect(isOnTime(due, Date.parse('2024-11-30T16:59:59.999Z'))).toBe(true);
  });

  it('counts how late, both ways', () => {
    const due = dueOn('2026-02-13'); // the last working day before Tết
    expect(lateBy(due, due.at - 1, calendar)).toEqual({ calendarDays: 0, workingDays: 0 });
    expect(lateBy(due, due.at, calendar)).toEqual({ calendarDays: 1, workingDays: 0 });
    expect(lateBy(due, atTime('2026-02-24', '09:00'), calendar)).toEqual({ calendarDays: 11, workingDays: 2 });
  });

  test('late and on time exclude each other', () =>
    fc.assert(
      fc.property(anyCalendar, anyDate, anyInstant, (any, day, at) => {
        const late = lateBy(dueOn(day), at, any);
        expect(late.calendarDays > 0).toBe(!isOnTime(dueOn(day), at));
        expect(late.workingDays).toBeGreaterThanOrEqual(0);
        expect(late.workingDays).toBeLessThanOrEqual(late.calendarDays);
      }),
    ));

  it('extends forward only and keeps the window', () => {
    expect(extendDue(dueOn('2026-12-31', '2026-10-01'), '2027-01-15')).toEqual(dueOn('2027-01-15', '2026-10-01'));
    expect(extendDue(dueOn('2026-12-31'), '2026-12-31')).toBeUndefined();
    expect(extendDue(dueOn('2026-12-31'), '2026-12-01')).toBeUndefined();
  });
});

describe('limits that start with an event', () => {
  it('public opinion: 10 working days, the day it begins left out', () => {
    expect(resolveWithin(10, 'working', atTime('2026-04-20', '23:59'), calendar)).toEqual(dueOn('2026-05-07'));
  });

  it('a limit in calendar days that ends on a day off ends on the next working day', () => {
    expect(resolveWithin(7, 'calendar', atTime('2026-02-10', '10:00'), calendar)).toEqual(dueOn('2026-02-23'));
    expect(resolveWithin(7, 'calendar', atTime('2026-11-16', '10:00'), calendar)).toEqual(dueOn('2026-11-23'));
  });

  it('refuses what is no number of days', () => {
    for (const amount of [0, -1, 2.5, Number.NaN]) {
      expect(() => resolveWithin(amount, 'working', 0, calendar)).toThrow(RangeError);
    }
  });

  const amount = fc.integer({ min: 1, max: 60 });
  const unit = fc.constantFrom('working' as const, 'calendar' as const);

  test('they end on a working day after the start; the time of day does not matter', () =>
    fc.assert(
      fc.property(anyCalendar, amount, unit, anyInstant, (any, n, days, start) => {
        const due = resolveWithin(n, days, start, any);
        expect(isWorkingDay(any, due.lastDay)).toBe(true);
        expect(due.at).toBeGreaterThan(endOfDayExclusive(dateOf(start)));
        expect(resolveWithin(n, days, startOfDay(dateOf(start)), any)).toEqual(due);
      }),
    ));

  test('a new holiday never makes one earlier', () =>
    fc.assert(
      fc.property(anyCalendar, amount, unit, anyInstant, fc.nat({ max: 90 }), (any, n, days, start, ahead) => {
        const date = addDays(dateOf(start), ahead);
        const more = workingCalendar([...any.rows, { date, kind: 'holiday', name: 'new', confidence: 'notice' }]);
        expect(resolveWithin(n, days, start, more).at).toBeGreaterThanOrEqual(resolveWithin(n, days, start, any).at);
      }),
    ));
});

describe('dueRuleProblem', () => {
  // Rules as they come out of JSON, where the compiler has not looked.
  test.each<[string, object]>([
    ['DATE_INVALID', { kind: 'on', date: '2024-02-30' }],
    ['DATE_INVALID', { kind: 'before', date: '01/12/2024' }],
    ['DATE_INVALID', { kind: 'window', from: '2024-01-01', to: '' }],
    ['WINDOW_REVERSED', { kind: 'window', from: '2024-02-01', to: '2024-01-31' }],
    ['QUARTER_INVALID', { kind: 'within-quarter', year: 2024, quarter: 5 }],
    ['DATE_INVALID', { kind: 'within-quarter', year: 24, quarter: 1 }],
    ['AMOUNT_INVALID', { kind: 'periodic', every: 'month', daysAfter: -1, fromYear: 2024, toYear: 2024 }],
    ['YEARS_REVERSED', { kind: 'periodic', every: 'month', daysAfter: 0, fromYear: 2025, toYear: 2024 }],
    ['YEARS_REVERSED', { kind: 'yearly-on', month: 12, day: 1, fromYear: 2030, toYear: 2024 }],
    ['DAY_NOT_IN_EVERY_YEAR', { kind: 'yearly-on', month: 2, day: 29, fromYear: 2024, toYear: 2026 }],
    ['AMOUNT_INVALID', { kind: 'within', amount: 0, unit: 'working', after: 'opened' }],
    ['EVENT_UNNAMED', { kind: 'within', amount: 5, unit: 'working', after: '' }],
  ])('%s: %j', (problem, rule) => {
    expect(dueRuleProblem(rule as DueRule)).toBe(problem);
  });

  const rule: fc.Arbitrary<DueRule> = fc.oneof(
    anyDate.map((date) => ({ kind: 'on' as const, date })),
    anyDate.map((date) => ({ kind: 'before' as const, date })),
    fc.tuple(anyDate, anyDate).map(([from, to]) => ({ kind: 'window' as const, from, to })),
    anyDate.map((date) => ({
      kind: 'within-quarter' as const,
      year: Number(date.slice(0, 4)),
      quarter: quarterOf(date),
    })),
    fc.record({
      kind: fc.constantFrom('yearly-before' as const, 'yearly-on' as const),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
      fromYear: fc.integer({ min: 2020, max: 2035 }),
      toYear: fc.integer({ min: 2020, max: 2035 }),
    }),
  );

  test('a rule without problem has occurrences in order, with keys of their own, and survives JSON', () =>
    fc.assert(
      fc.property(rule, (any) => {
        fc.pre(dueRuleProblem(any) === undefined);
        const found = occurrences(any);
        expect(found.length).toBeGreaterThan(0);
        expect(new Set(found.map((one) => one.key)).size).toBe(found.length);
        expect(found.every((one, i) => i === 0 || one.due.at > (found[i - 1]?.due.at ?? Infinity))).toBe(true);
        expect(occurrences(JSON.parse(JSON.stringify(any)) as DueRule)).toEqual(found);
      }),
    ));
});
