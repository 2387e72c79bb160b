import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { type LocalDate, addDays, weekday } from '../../../libs/domain/calendar/local-date.js';
import {
  type CalendarDay,
  addWorkingDays,
  coverage,
  explain,
  isCovered,
  isWorkingDay,
  nextWorkingDay,
  unconfirmedDays,
  workingCalendar,
  workingDaysBetween,
} from '../../../libs/domain/calendar/working-calendar.js';
import { anyCalendar, anyDate, vnCalendar, vnDays, weekendsOnly } from './calendar-fixtures.js';

const calendar = vnCalendar();
const amount = fc.integer({ min: -60, max: 60 });

const row = (date: LocalDate, kind: CalendarDay['kind'], confidence = 'notice'): CalendarDay => ({
  date,
  kind,
  name: 'test',
  confidence,
});

const daysOff = (from: LocalDate, to: LocalDate): LocalDate[] => {
  const off: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (!isWorkingDay(calendar, day)) off.push(day);
  return off;
};

describe('Tết', () => {
  // Last working day before, first working day after.
  test.each<[LocalDate, LocalDate]>([
    ['2024-02-07', '2024-02-15'],
    ['2025-01-24', '2025-02-03'],
    ['2026-02-13', '2026-02-23'],
    ['2027-02-03', '2027-02-11'],
  ])('from %s the next working day is %s', (before, after) => {
    expect(isWorkingDay(calendar, before)).toBe(true);
    expect(addWorkingDays(calendar, before, 1)).toBe(after);
    expect(addWorkingDays(calendar, after, -1)).toBe(before);
    expect(nextWorkingDay(calendar, addDays(before, 1))).toBe(after);
  });

  it('a limit of 10 working days from 06/02/2026 ends on 27/02/2026', () => {
    expect(addWorkingDays(calendar, '2026-02-06', 10)).toBe('2026-02-27');
  });
});

describe('exchanged days', () => {
  test.each<[LocalDate, LocalDate]>([
    ['2024-05-04', '2024-04-29'],
    ['2025-04-26', '2025-05-02'],
    ['2026-01-10', '2026-01-02'],
    ['2026-08-22', '2026-08-31'],
  ])('Saturday %s is worked, %s is off', (worked, off) => {
    expect(weekday(worked)).toBe(6);
    expect(isWorkingDay(calendar, worked)).toBe(true);
    expect(isWorkingDay(calendar, off)).toBe(false);
  });

  it('counts the Saturday worked: five working days after 05/01/2026 end on 10/01', () => {
    expect(addWorkingDays(calendar, '2026-01-05', 5)).toBe('2026-01-10');
    expect(addWorkingDays(weekendsOnly, '2026-01-05', 5)).toBe('2026-01-12');
  });
});

describe('what is not confirmed', () => {
  it('24 November is a working day until a person confirms it, and so are days off in its place', () => {
    expect(isWorkingDay(calendar, '2026-11-24')).toBe(true);
    expect(isWorkingDay(calendar, '2029-11-26')).toBe(true);
    expect(isWorkingDay(calendar, '2030-11-25')).toBe(true);
  });

  it('a confirming row counts wherever the unconfirmed one stands', () => {
    const confirmed = row('2026-11-24', 'holiday');
    expect(isWorkingDay(workingCalendar([...vnDays(), confirmed]), '2026-11-24')).toBe(false);
    expect(isWorkingDay(workingCalendar([confirmed, ...vnDays()]), '2026-11-24')).toBe(false);
    expect(unconfirmedDays(workingCalendar([confirmed, ...vnDays()])).map((day) => day.date)).not.toContain(
      '2026-11-24',
    );
  });
});

it('lets a later row win, so a notice can take a holiday back', () => {
  const base = row('2028-05-02', 'observed');
  expect(isWorkingDay(workingCalendar([base, row('2028-05-02', 'swap-work')]), '2028-05-02')).toBe(true);
  expect(isWorkingDay(workingCalendar([row('2028-05-02', 'swap-work'), base]), '2028-05-02')).toBe(false);
});

describe('counting', () => {
  it('leaves the first day out and takes the last one in', () => {
    expect(workingDaysBetween(calendar, '2026-11-20', '2026-11-23')).toBe(1); // Friday to Monday
    expect(workingDaysBetween(calendar, '2026-11-23', '2026-11-20')).toBe(-1);
    expect(workingDaysBetween(calendar, '2026-11-22', '2026-11-20')).toBe(-1); // Sunday back to Friday
    expect(workingDaysBetween(calendar, '2026-11-21', '2026-11-22')).toBe(0);
  });

  it('gives the start back for zero days, also on a Sunday', () => {
    expect(addWorkingDays(calendar, '2024-06-30', 0)).toBe('2024-06-30');
    expect(() => addWorkingDays(calendar, '2024-06-30', 1.5)).toThrow(RangeError);
  });

  test('workingDaysBetween undoes addWorkingDays, forward and back', () =>
    fc.assert(
      fc.property(anyCalendar, anyDate, amount, (any, start, n) => {
        expect(workingDaysBetween(any, start, addWorkingDays(any, start, n))).toBe(n);
      }),
    ));

  test('addWorkingDays ends on a working day and never stands still', () =>
    fc.assert(
      fc.property(anyCalendar, anyDate, amount, (any, start, n) => {
        const end = addWorkingDays(any, start, n);
        expect(n === 0 || isWorkingDay(any, end)).toBe(true);
        expect(Math.sign(end < start ? -1 : Number(end > start))).toBe(Math.sign(n));
      }),
    ));

  test('more days end later, a later start ends no earlier', () =>
    fc.assert(
      fc.property(anyCalendar, anyDate, anyDate, amount, (any, a, b, n) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(addWorkingDays(any, early, n) <= addWorkingDays(any, late, n)).toBe(true);
        expect(addWorkingDays(any, early, n) < addWorkingDays(any, early, n + 1)).toBe(true);
      }),
    ));

  test('a new holiday never makes an end earlier', () =>
    fc.assert(
      fc.property(anyCalendar, anyDate, fc.integer({ min: 0, max: 60 }), anyDate, (any, start, n, date) => {
        const more = workingCalendar([...any.rows, row(date, 'holiday')]);
        expect(addWorkingDays(more, start, n) >= addWorkingDays(any, start, n)).toBe(true);
        expect(addWorkingDays(more, start, -n) <= addWorkingDays(any, start, -n)).toBe(true);
      }),
    ));

  test('explain shows exactly the days counted and why', () =>
    fc.assert(
      fc.property(anyCalendar, anyDate, amount, (any, start, n) => {
        const walked = explain(any, start, n);
        expect(walked.filter((day) => day.counted)).toHaveLength(Math.abs(n));
        expect(walked.every((day) => day.counted === isWorkingDay(any, day.date))).toBe(true);
        expect(walked.at(-1)?.date ?? start).toBe(addWorkingDays(any, start, n));
      }),
    ));

  it('explains a week around an exchange and an unconfirmed day', () => {
    const reasons = explain(calendar, '2025-12-31', 3).map(({ date, reason }) => `${date} ${reason}`);
    expect(reasons).toEqual([
      '2026-01-01 holiday',
      '2026-01-02 swap-off',
      '2026-01-03 weekend',
      '2026-01-04 weekend',
      '2026-01-05 working-day',
      '2026-01-06 working-day',
      '2026-01-07 working-day',
    ]);
    expect(explain(calendar, '2026-11-23', 1)).toMatchObject([
      { date: '2026-11-24', counted: true, reason: 'working-day', day: { confidence: 'unconfirmed' } },
    ]);
  });
});

describe('the data', () => {
  it('covers 2021 to 2031 and says what is provisional', () => {
    expect(coverage(calendar)).toMatchObject({
      from: '2021-01-01',
      to: '2031-12-31',
      missingYears: [],
      provisionalYears: [2027, 2028, 2029, 2030, 2031],
    });
    expect(isCovered(calendar, '2031-12-31')).toBe(true);
    expect(isCovered(calendar, '2032-01-01')).toBe(false);
  });

  it('names a year without rows, and outside the data only weekends are off', () => {
    const gap = workingCalendar([row('2030-01-01', 'holiday'), row('2032-01-01', 'holiday')]);
    expect(coverage(gap)?.missingYears).toEqual([2031]);
    expect(isCovered(gap, '2031-06-01')).toBe(false);
    expect(isWorkingDay(calendar, '2040-01-02')).toBe(true);
    expect(coverage(weekendsOnly)).toBeUndefined();
    expect(isCovered(weekendsOnly, '2026-01-01')).toBe(false);
  });

  it('has an unconfirmed day in lieu wherever the holiday itself is unconfirmed', () => {
    const days = vnDays();
    const pending = new Set(days.filter((day) => day.confidence === 'unconfirmed').map((day) => day.name));
    const inLieu = days.filter((day) => day.kind === 'observed' && pending.has(day.name.replace(' (observed)', '')));
    expect(inLieu.map((day) => day.confidence)).toEqual(['unconfirmed', 'unconfirmed']);
  });

  it('gives every year 11 or more counting days off and a Vietnamese name to each', () => {
    for (let year = 2021; year <= 2031; year += 1) {
      const rows = vnDays().filter((day) => day.date.startsWith(String(year)) && day.confidence !== 'unconfirmed');
      expect(rows.filter((day) => day.kind === 'holiday').length).toBeGreaterThanOrEqual(11);
      expect(rows.every((day) => day.nameVi !== undefined)).toBe(true);
    }
  });

  it('has nothing but weekends, 30/4, 1/5 and the Kings off in April 2024 to 1 May', () => {
    expect(daysOff('2024-04-15', '2024-05-05')).toEqual([
      '2024-04-18',
      '2024-04-20',
      '2024-04-21',
      '2024-04-27',
      '2024-04-28',
      '2024-04-29',
      '2024-04-30',
      '2024-05-01',
      '2024-05-05',
    ]);
  });
});
