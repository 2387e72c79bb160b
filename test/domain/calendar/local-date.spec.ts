import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  atTime,
  compareDates,
  dateFrom,
  dateOf,
  daysBetween,
  endOfDayExclusive,
  formatVi,
  fromEpochDay,
  isClockTime,
  parseLocalDate,
  quarterOf,
  quarterWindow,
  startOfDay,
  toEpochDay,
  weekday,
} from '../../../libs/domain/calendar/local-date.js';
import { anyDate, anyInstant } from './calendar-fixtures.js';

describe('parseLocalDate', () => {
  test.each(['2024-02-29', '2000-02-29', '2030-12-31', '0100-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  test.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-06-00',
    '2024-6-3',
    '24-06-03',
    '0099-01-01',
    '2024-06-03T00:00',
    ' 2024-06-03',
    '2024-06-03\n',
    '２０２４-06-03',
    '30/06/2024',
    '',
  ])('refuses %j', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });
});

describe('a day in Asia/Ho_Chi_Minh', () => {
  it('begins at 17:00 UTC of the day before and ends where the next one begins', () => {
    expect(startOfDay('2024-06-30')).toBe(Date.parse('2024-06-29T17:00:00Z'));
    expect(endOfDayExclusive('2024-06-30')).toBe(startOfDay('2024-07-01'));
  });

  it('holds its first and last millisecond', () => {
    expect(dateOf(Date.parse('2024-06-30T16:59:59.999Z'))).toBe('2024-06-30');
    expect(dateOf(Date.parse('2024-06-30T17:00:00.000Z'))).toBe('2024-07-01');
  });

  it('works before 1970 too: documents may be older than the epoch', () => {
    expect(dateOf(Date.parse('1954-05-07T10:30:00Z'))).toBe('1954-05-07');
    expect(weekday('1954-05-07')).toBe(5);
  });

  it('reads a time of day', () => {
    expect(atTime('2026-01-10', '08:00')).toBe(Date.parse('2026-01-10T01:00:00Z'));
    expect(['24:00', '8:00', '08:60', '08:00:00', ''].some(isClockTime)).toBe(false);
    expect(() => atTime('2026-01-10', '25:00')).toThrow(RangeError);
  });

  test('dateOf undoes startOfDay and the last millisecond', () =>
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dateOf(startOfDay(date))).toBe(date);
        expect(dateOf(endOfDayExclusive(date) - 1)).toBe(date);
      }),
    ));

  test('an instant lies inside its date', () =>
    fc.assert(fc.property(anyInstant, (at) => startOfDay(dateOf(at)) <= at && at < endOfDayExclusive(dateOf(at)))));
});

describe('date arithmetic', () => {
  it('crosses leap days, years and nothing else', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2025-03-01', -1)).toBe('2025-02-28');
    expect(daysBetween('2024-01-01', '2031-01-01')).toBe(7 * 365 + 2);
  });

  it('knows weekdays from Monday 1 to Sunday 7', () => {
    expect([weekday('2026-11-23'), weekday('2026-01-10'), weekday('2024-06-30')]).toEqual([1, 6, 7]);
  });

  test('addDays and daysBetween are inverse', () =>
    fc.assert(
      fc.property(anyDate, anyDate, fc.integer({ min: -4000, max: 4000 }), (a, b, n) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(daysBetween(a, addDays(a, n))).toBe(n);
      }),
    ));

  test('dates sort as their texts do', () =>
    fc.assert(fc.property(anyDate, anyDate, (a, b) => Math.sign(compareDates(a, b)) === (a < b ? -1 : Number(a > b)))));

  it('refuses what is no day instead of guessing', () => {
    expect(() => toEpochDay('2024-02-30')).toThrow(RangeError);
    expect(() => addDays('2024-02-01', 0.5)).toThrow(RangeError);
    expect(() => dateOf(Number.NaN)).toThrow(RangeError);
    expect(() => fromEpochDay(1e9)).toThrow(RangeError);
    expect(dateFrom(2023, 2, 29)).toBeUndefined();
    expect(dateFrom(2023.5, 2, 1)).toBeUndefined();
  });
});

describe('quarters', () => {
  it('S0-20, S0-24: the fourth quarter is 01/10 to 31/12', () => {
    expect(quarterWindow(2026, 4)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(quarterWindow(2030, 4)).toEqual({ from: '2030-10-01', to: '2030-12-31' });
  });

  test('a date lies in the window of its quarter', () =>
    fc.assert(
      fc.property(anyDate, (date) => {
        const { from, to } = quarterWindow(Number(date.slice(0, 4)), quarterOf(date));
        return from <= date && date <= to;
      }),
    ));
});

it('writes dates as Vietnamese documents do', () => {
  expect(formatVi('2024-06-03')).toBe('03/06/2024');
});
