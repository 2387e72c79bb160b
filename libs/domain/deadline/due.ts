import {
  type Instant,
  type LocalDate,
  type Quarter,
  addDays,
  compareDates,
  dateFrom,
  dateOf,
  daysBetween,
  endOfDayExclusive,
  isLocalDate,
  quarterWindow,
  startOfDay,
} from '../calendar/local-date.js';
import {
  type WorkingCalendar,
  addWorkingDays,
  nextWorkingDay,
  workingDaysBetween,
} from '../calendar/working-calendar.js';

export type DayUnit = 'working' | 'calendar';

/**
 * When something is due, as plain JSON data taken from a plan, a decree or a procedure.
 * - `on`: that day is the last day.
 * - `before`: exclusive, as in «trước ngày 01/12»: the day before is the last day.
 * - `within-quarter`, `window`: open from the first day, the last day is the last of it.
 * - `yearly-before`, `yearly-on`: once a year, years inclusive.
 * - `periodic`: after every month, quarter, half-year or year, some days after its end.
 * - `within`: a time limit that starts with the named event; see {@link resolveWithin}.
 * - `continuous`: always owed, proved elsewhere; `undated`: a date is still to be set, blocks launch.
 */
export type DueRule =
  | { readonly kind: 'on'; readonly date: LocalDate }
  | { readonly kind: 'before'; readonly date: LocalDate }
  | { readonly kind: 'within-quarter'; readonly year: number; readonly quarter: Quarter }
  | { readonly kind: 'window'; readonly from: LocalDate; readonly to: LocalDate }
  | YearlyRule
  | PeriodicRule
  | { readonly kind: 'within'; readonly amount: number; readonly unit: DayUnit; readonly after: string }
  | { readonly kind: 'continuous' }
  | { readonly kind: 'undated' };

export interface YearlyRule {
  readonly kind: 'yearly-before' | 'yearly-on';
  readonly month: number;
  readonly day: number;
  readonly fromYear: number;
  readonly toYear: number;
}

export const PERIODS = ['month', 'quarter', 'half-year', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** A period is closed before it is reported on: due `daysAfter` calendar days after its last day (0: on that day). */
export interface PeriodicRule {
  readonly kind: 'periodic';
  readonly every: Period;
  readonly daysAfter: number;
  readonly fromYear: number;
  readonly toYear: number;
}

/** A due date. `at` is the exclusive end of `lastDay` (24:00, Civil Code 2015 art. 148(6)): on time iff done before `at`. */
export interface Due {
  readonly lastDay: LocalDate;
  readonly at: Instant;
  /** First day of the window, where there is one. */
  readonly from?: LocalDate;
}

/** One time the rule falls due. `key` is stable for ever: the year for yearly rules, the period (2024-q1) for periodic ones, else 'once'. */
export interface Occurrence {
  readonly key: string;
  readonly due: Due;
  readonly year?: number;
}

/** The due date whose last day is `lastDay`. A date written in a plan stands as written, also when it is a Sunday. */
export function dueOn(lastDay: LocalDate, from?: LocalDate): Due {
  const due = { lastDay, at: endOfDayExclusive(lastDay) };
  return from === undefined ? due : { ...due, from };
}

/**
 * Every time the rule falls due, in order. Empty for `within` (starts with an event), `continuous` and `undated`.
 * Throws RangeError for a rule {@link dueRuleProblem} refuses.
 */
export function occurrences(rule: DueRule): readonly Occurrence[] {
  switch (rule.kind) {
    case 'on':
      return [{ key: 'once', due: dueOn(rule.date) }];
    case 'before':
      return [{ key: 'once', due: dueOn(addDays(rule.date, -1)) }];
    case 'within-quarter': {
      const { from, to } = quarterWindow(rule.year, rule.quarter);
      return [{ key: 'once', due: dueOn(to, from) }];
    }
    case 'window':
      return [{ key: 'once', due: dueOn(rule.to, rule.from) }];
    case 'yearly-before':
    case 'yearly-on':
      return yearsOf(rule).map((year) => ({ key: String(year), due: dueOn(lastDayIn(rule, year)), year }));
    case 'periodic':
      return yearsOf(rule).flatMap((year) => periodsIn(rule, year));
    case 'within':
    case 'continuous':
    case 'undated':
      return [];
  }
}

/**
 * The due date of a time limit that starts at an instant. The day of the start never counts (Civil Code 2015 art. 147);
 * a limit in calendar days that would end on a day off ends on the next working day (art. 148(5)).
 * Throws RangeError unless the amount is a positive whole number of days.
 */
export function resolveWithin(amount: number, unit: DayUnit, start: Instant, calendar: WorkingCalendar): Due {
  if (!isPositiveInteger(amount)) throw new RangeError(`not a number of days: ${amount}`);
  const day = dateOf(start);
  return dueOn(
    unit === 'working' ? addWorkingDays(calendar, day, amount) : nextWorkingDay(calendar, addDays(day, amount)),
  );
}

/** On time iff done before the end of the last day. Too early is not late: ask {@link opensAt} for that. */
export function isOnTime(due: Due, at: Instant): boolean {
  return at < due.at;
}

/** When the window opens; undefined when there is no first day. */
export function opensAt(due: Due): Instant | undefined {
  return due.from === undefined ? undefined : startOfDay(due.from);
}

export interface Lateness {
  readonly calendarDays: number;
  readonly workingDays: number;
}

/** Days after the last day, both ways of counting; zeros when on time. Done on the day after the last day is 1 calendar day late. */
export function lateBy(due: Due, at: Instant, calendar: WorkingCalendar): Lateness {
  if (isOnTime(due, at)) return { calendarDays: 0, workingDays: 0 };
  const day = dateOf(at);
  return {
    calendarDays: daysBetween(due.lastDay, day),
    workingDays: workingDaysBetween(calendar, due.lastDay, day),
  };
}

/** The same due date with a later last day; undefined when that is no extension. The history of it is the caller's events. */
export function extendDue(due: Due, lastDay: LocalDate): Due | undefined {
  return compareDates(lastDay, due.lastDay) > 0 ? dueOn(lastDay, due.from) : undefined;
}

export type DueRuleProblem =
  | 'DATE_INVALID'
  | 'QUARTER_INVALID'
  | 'WINDOW_REVERSED'
  | 'YEARS_REVERSED'
  | 'DAY_NOT_IN_EVERY_YEAR'
  | 'AMOUNT_INVALID'
  | 'EVENT_UNNAMED';

/** Why a rule read from data cannot be used; undefined when it can. Every other function here relies on it. */
export function dueRuleProblem(rule: DueRule): DueRuleProblem | undefined {
  switch (rule.kind) {
    case 'on':
    case 'before':
      return isLocalDate(rule.date) ? undefined : 'DATE_INVALID';
    case 'window':
      if (!isLocalDate(rule.from) || !isLocalDate(rule.to)) return 'DATE_INVALID';
      return compareDates(rule.from, rule.to) > 0 ? 'WINDOW_REVERSED' : undefined;
    case 'within-quarter':
      if (dateFrom(rule.year, 1, 1) === undefined) return 'DATE_INVALID';
      return [1, 2, 3, 4].includes(rule.quarter) ? undefined : 'QUARTER_INVALID';
    case 'yearly-before':
    case 'yearly-on':
      return yearlyProblem(rule);
    case 'periodic':
      if (!Number.isInteger(rule.daysAfter) || rule.daysAfter < 0) return 'AMOUNT_INVALID';
      return yearRangeProblem(rule);
    case 'within':
      if (!isPositiveInteger(rule.amount)) return 'AMOUNT_INVALID';
      return rule.after === '' ? 'EVENT_UNNAMED' : undefined;
    case 'continuous':
    case 'undated':
      return undefined;
  }
}

type Years = Pick<YearlyRule, 'fromYear' | 'toYear'>;

function yearRangeProblem({ fromYear, toYear }: Years): DueRuleProblem | undefined {
  if (dateFrom(fromYear, 1, 1) === undefined || dateFrom(toYear, 1, 1) === undefined) return 'DATE_INVALID';
  return fromYear > toYear ? 'YEARS_REVERSED' : undefined;
}

function yearlyProblem(rule: YearlyRule): DueRuleProblem | undefined {
  const problem = yearRangeProblem(rule);
  if (problem !== undefined) return problem;
  return yearsOf(rule).every((year) => dateFrom(year, rule.month, rule.day) !== undefined)
    ? undefined
    : 'DAY_NOT_IN_EVERY_YEAR';
}

function yearsOf(rule: Years): readonly number[] {
  return Array.from({ length: Math.max(0, rule.toYear - rule.fromYear + 1) }, (_, i) => rule.fromYear + i);
}

const MONTHS: Readonly<Record<Period, { readonly length: number; readonly name: (n: number) => string }>> = {
  month: { length: 1, name: (n) => `-${String(n).padStart(2, '0')}` },
  quarter: { length: 3, name: (n) => `-q${n}` },
  'half-year': { length: 6, name: (n) => `-h${n}` },
  year: { length: 12, name: () => '' },
};

function periodsIn({ every, daysAfter }: PeriodicRule, year: number): readonly Occurrence[] {
  const { length, name } = MONTHS[every];
  return Array.from({ length: 12 / length }, (_, i) => {
    const next = i + 1 === 12 / length ? dateFrom(year + 1, 1, 1) : dateFrom(year, (i + 1) * length + 1, 1);
    if (next === undefined) throw new RangeError(`no ${every} ${i + 1} of ${year}`);
    return { key: `${year}${name(i + 1)}`, due: dueOn(addDays(next, daysAfter - 1)), year };
  });
}

function lastDayIn(rule: YearlyRule, year: number): LocalDate {
  const day = dateFrom(year, rule.month, rule.day);
  if (day === undefined) throw new RangeError(`no day ${rule.day}/${rule.month} in ${year}`);
  return rule.kind === 'yearly-before' ? addDays(day, -1) : day;
}

function isPositiveInteger(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}
