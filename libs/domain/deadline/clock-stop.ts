import {
  type Instant,
  type LocalDate,
  addDays,
  compareDates,
  dateOf,
  fromEpochDay,
  toEpochDay,
} from '../calendar/local-date.js';
import { type WorkingCalendar, isWorkingDay } from '../calendar/working-calendar.js';
import { type DayUnit, type Due, dueOn } from './due.js';

/** Time during which a limit does not run: returned for supplement, on hold. Without `to` it has not ended. */
export interface ClockStop {
  readonly from: Instant;
  readonly to?: Instant;
}

/** A time limit of one step: `amount` days after the day of `start`, whatever the number and order of the stops. */
export interface StepClock {
  readonly amount: number;
  readonly unit: DayUnit;
  readonly start: Instant;
  readonly stops: readonly ClockStop[];
}

/**
 * Running: the step has a due date. Stopped: it gets one when the stop ends, `remaining` days after the day on which that
 * happens; zero remain where a limit in calendar days had run out and only its move to a working day was stopped.
 */
export type ClockReading =
  | { readonly kind: 'running'; readonly due: Due }
  | { readonly kind: 'stopped'; readonly since: LocalDate; readonly remaining: number };

/**
 * Where a limit with stops ends. A day counts when it lies after the day of the start, is of the limit's unit, and no
 * stop reaches over midnight into or out of it: the day of the return and the day of the resumption are both partial,
 * so neither is charged to whoever must act, and the remaining days are whole ones (the resumption is a starting event,
 * Civil Code 2015 art. 147). A stop that begins and ends on one day changes nothing.
 * A limit in calendar days that ends on a day off ends on the next working day (art. 148(5)).
 * Throws RangeError for an amount that is not a positive whole number or a stop that ends before it begins.
 */
export function readClock(clock: StepClock, calendar: WorkingCalendar): ClockReading {
  const lost = lostDays(clock);
  let remaining = clock.amount;
  for (let day = toEpochDay(dateOf(clock.start)) + 1; ; day += 1) {
    const stop = lost.find((span) => span.from <= day && day <= span.to);
    if (stop !== undefined) {
      if (stop.to === Infinity) return { kind: 'stopped', since: fromEpochDay(stop.from), remaining };
      day = stop.to;
      continue;
    }
    const date = fromEpochDay(day);
    const working = isWorkingDay(calendar, date);
    if (remaining > 0 && (working || clock.unit === 'calendar')) remaining -= 1;
    if (remaining === 0 && working) return { kind: 'running', due: dueOn(date) };
  }
}

/**
 * Days of the limit that are left at the end of `date`: the whole amount on the day of the start, unchanged while stopped,
 * zero once the last of them has passed.
 */
export function remainingDays(clock: StepClock, calendar: WorkingCalendar, date: LocalDate): number {
  const lost = lostDays(clock);
  let remaining = clock.amount;
  for (
    let day = addDays(dateOf(clock.start), 1);
    compareDates(day, date) <= 0 && remaining > 0;
    day = addDays(day, 1)
  ) {
    const epochDay = toEpochDay(day);
    if (lost.some((span) => span.from <= epochDay && epochDay <= span.to)) continue;
    if (clock.unit === 'calendar' || isWorkingDay(calendar, day)) remaining -= 1;
  }
  return remaining;
}

/** Whether the clock stands still at an instant. */
export function isStoppedAt(clock: StepClock, at: Instant): boolean {
  return clock.stops.some((stop) => stop.from <= at && (stop.to === undefined || at < stop.to));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Spans of epoch days that do not count. Stops are joined first: a hold that follows a return at once is one standstill. */
function lostDays(clock: StepClock): readonly Span[] {
  if (!Number.isInteger(clock.amount) || clock.amount <= 0)
    throw new RangeError(`not a number of days: ${clock.amount}`);
  const joined: { from: Instant; to: Instant }[] = [];
  const stops = clock.stops.map(({ from, to = Infinity }) => ({ from, to })).sort((a, b) => a.from - b.from);
  for (const stop of stops) {
    if (stop.to < stop.from) throw new RangeError('a stop ends before it begins');
    const last = joined.at(-1);
    if (last !== undefined && stop.from <= last.to) last.to = Math.max(last.to, stop.to);
    else joined.push(stop);
  }
  return joined
    .map(({ from, to }) => ({ from: toEpochDay(dateOf(from)), to: to === Infinity ? to : toEpochDay(dateOf(to)) }))
    .filter((span) => span.from < span.to);
}
