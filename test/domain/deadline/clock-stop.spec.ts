import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, atTime, dateOf } from '../../../libs/domain/calendar/local-date.js';
import { addWorkingDays, isWorkingDay } from '../../../libs/domain/calendar/working-calendar.js';
import {
  type ClockStop,
  type StepClock,
  isStoppedAt,
  readClock,
  remainingDays,
} from '../../../libs/domain/deadline/clock-stop.js';
import { dueOn, resolveWithin } from '../../../libs/domain/deadline/due.js';
import { anyCalendar, anyInstant, vnCalendar } from '../calendar/calendar-fixtures.js';

const calendar = vnCalendar();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Ten working days from Monday 02/03/2026: without stops the last day is 16/03/2026. */
const clock = (...stops: ClockStop[]): StepClock => ({
  amount: 10,
  unit: 'working',
  start: atTime('2026-03-02', '09:00'),
  stops,
});

describe('a step whose clock was stopped', () => {
  it('without stops ends where the limit ends', () => {
    expect(readClock(clock(), calendar)).toEqual({ kind: 'running', due: dueOn('2026-03-16') });
  });

  it('keeps its remaining days: returned on day 4, supplemented two weeks later', () => {
    // 03, 04, 05/03 count; 06/03 (returned) to 20/03 (supplemented) do not; seven days are left after 20/03.
    const stopped = clock({ from: atTime('2026-03-06', '10:00'), to: atTime('2026-03-20', '16:00') });
    expect(readClock(stopped, calendar)).toEqual({ kind: 'running', due: dueOn('2026-03-31') });
    expect(remainingDays(stopped, calendar, '2026-03-05')).toBe(7);
    expect(remainingDays(stopped, calendar, '2026-03-20')).toBe(7);
    expect(remainingDays(stopped, calendar, '2026-03-23')).toBe(6);
    expect(remainingDays(stopped, calendar, '2026-03-31')).toBe(0);
  });

  it('has no due date while the stop is open', () => {
    const open = clock({ from: atTime('2026-03-06', '10:00') });
    expect(readClock(open, calendar)).toEqual({ kind: 'stopped', since: '2026-03-06', remaining: 7 });
    expect(isStoppedAt(open, atTime('2026-03-06', '10:00'))).toBe(true);
    expect(isStoppedAt(open, atTime('2026-03-06', '09:59'))).toBe(false);
    expect(remainingDays(open, calendar, '2027-01-01')).toBe(7);
  });

  it('stands still since the first of two stops that follow each other at once', () => {
    const handedOver = atTime('2026-03-10', '10:00');
    const both = clock({ from: handedOver }, { from: atTime('2026-03-06', '10:00'), to: handedOver });
    expect(readClock(both, calendar)).toEqual({ kind: 'stopped', since: '2026-03-06', remaining: 7 });
  });

  it('leaves a whole day when it is stopped on the last one', () => {
    const last = clock({ from: atTime('2026-03-16', '16:30'), to: atTime('2026-04-01', '11:00') });
    expect(readClock(last, calendar)).toEqual({ kind: 'running', due: dueOn('2026-04-02') });
  });

  it('is not moved by a stop within one day, nor by one after its end', () => {
    const within = clock({ from: atTime('2026-03-06', '08:00'), to: atTime('2026-03-06', '17:00') });
    const after = clock({ from: atTime('2026-03-17', '00:00') });
    expect(readClock(within, calendar)).toEqual(readClock(clock(), calendar));
    expect(readClock(after, calendar)).toEqual(readClock(clock(), calendar));
  });

  it('waits with a limit in calendar days for the working day it had moved to', () => {
    const saturday: StepClock = {
      amount: 5,
      unit: 'calendar',
      start: atTime('2026-03-02', '09:00'), // 07/03 is a Saturday, so 09/03
      stops: [{ from: atTime('2026-03-08', '09:00') }],
    };
    expect(readClock(saturday, calendar)).toEqual({ kind: 'stopped', since: '2026-03-08', remaining: 0 });
    const resumed = {
      ...saturday,
      stops: [{ from: atTime('2026-03-08', '09:00'), to: atTime('2026-03-12', '09:00') }],
    };
    expect(readClock(resumed, calendar)).toEqual({ kind: 'running', due: dueOn('2026-03-13') });
  });

  it('refuses a stop that ends before it begins, and an empty limit', () => {
    expect(() => readClock(clock({ from: 2, to: 1 }), calendar)).toThrow(RangeError);
    expect(() => readClock({ ...clock(), amount: 0 }, calendar)).toThrow(RangeError);
  });
});

const amount = fc.integer({ min: 1, max: 30 });
const unit = fc.constantFrom('working' as const, 'calendar' as const);
const stopsAfter = (start: number): fc.Arbitrary<ClockStop[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 40 * 24 }), fc.integer({ min: 0, max: 20 * 24 }))
      .map(([begin, hours]) => ({ from: start + begin * HOUR, to: start + (begin + hours) * HOUR })),
    { maxLength: 4 },
  );
const anyClock: fc.Arbitrary<StepClock> = anyInstant.chain((start) =>
  fc.record({ amount, unit, start: fc.constant(start), stops: stopsAfter(start) }),
);

const dueAt = (step: StepClock, any: Parameters<typeof readClock>[1]): number => {
  const reading = readClock(step, any);
  return reading.kind === 'running' ? reading.due.at : Infinity;
};

describe('for every clock', () => {
  test('without stops it is resolveWithin', () =>
    fc.assert(
      fc.property(anyCalendar, anyClock, (any, step) => {
        const due = resolveWithin(step.amount, step.unit, step.start, any);
        expect(readClock({ ...step, stops: [] }, any)).toEqual({ kind: 'running', due });
      }),
    ));

  test('one stop over midnight preserves the remaining working days', () =>
    fc.assert(
      fc.property(anyCalendar, anyInstant, amount, fc.nat({ max: 20 }), fc.nat({ max: 60 }), (any, start, n, a, b) => {
        const stop = { from: start + a * DAY, to: start + (a + b + 1) * DAY };
        const step: StepClock = { amount: n, unit: 'working', start, stops: [stop] };
        const left = remainingDays({ ...step, stops: [] }, any, addDays(dateOf(stop.from), -1));
        fc.pre(left > 0);
        const open = readClock({ ...step, stops: [{ from: stop.from }] }, any);
        expect(open).toMatchObject({ kind: 'stopped', remaining: left });
        expect(readClock(step, any)).toEqual({
          kind: 'running',
          due: dueOn(addWorkingDays(any, dateOf(stop.to), left)),
        });
      }),
    ));

  test('a stop never makes the due date earlier, and neither the order nor the cut of stops matters', () =>
    fc.assert(
      fc.property(anyCalendar, anyClock, (any, step) => {
        expect(dueAt(step, any)).toBeGreaterThanOrEqual(dueAt({ ...step, stops: step.stops.slice(1) }, any));
        expect(readClock({ ...step, stops: [...step.stops].reverse() }, any)).toEqual(readClock(step, any));
        const cut = step.stops.flatMap(({ from, to = from }) => {
          const middle = from + Math.floor((to - from) / 2);
          return [
            { from, to: middle },
            { from: middle, to },
          ];
        });
        expect(readClock({ ...step, stops: cut }, any)).toEqual(readClock(step, any));
      }),
    ));

  test('nothing is left on the last day, something is before it', () =>
    fc.assert(
      fc.property(anyCalendar, anyClock, (any, step) => {
        const reading = readClock({ ...step, unit: 'working' }, any);
        if (reading.kind === 'stopped') throw new Error('every stop ends');
        const { lastDay } = reading.due;
        expect(isWorkingDay(any, lastDay)).toBe(true);
        expect(remainingDays({ ...step, unit: 'working' }, any, lastDay)).toBe(0);
        expect(remainingDays({ ...step, unit: 'working' }, any, addDays(lastDay, -1))).toBe(1);
      }),
    ));
});
