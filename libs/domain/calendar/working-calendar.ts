import {
  type LocalDate,
  compareDates,
  dateFrom,
  fromEpochDay,
  toEpochDay,
  weekdayOfEpochDay,
  yearOf,
} from './local-date.js';

export const CALENDAR_DAY_KINDS = ['holiday', 'observed', 'swap-off', 'swap-work'] as const;

/**
 * `holiday` and `observed` (weekday off for a holiday on a weekend): Labour Code 2019 art. 111(3) and 112;
 * `swap-off` and `swap-work`: a working day exchanged for a Saturday by a yearly Government notice.
 */
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];

/** A day that differs from the plain Monday-to-Friday week. Plain data: one row of the calendar file. */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly nameVi?: string;
  /** {@link UNCONFIRMED}, {@link PROVISIONAL}, or what the row rests on (a library, the number of an official letter). */
  readonly confidence: string;
}

/** A day reported but not seen in an adopted text: known, shown, never counted as a day off until a person confirms it. */
export const UNCONFIRMED = 'unconfirmed';

/** A future day worked out from the lunar calendar and the law: counted, and expected to be replaced by a notice. */
export const PROVISIONAL = 'computed';

/** Immutable; made by {@link workingCalendar} only. Carry the rows, not this, wherever JSON is needed. */
export interface WorkingCalendar {
  readonly rows: readonly CalendarDay[];
  /** Rows that count, by epoch day. */
  readonly exceptions: ReadonlyMap<number, CalendarDay>;
}

/**
 * Builds the calendar. Where several rows name one date the last one counts, so official notices go after the base rows;
 * an unconfirmed row never counts, wherever it stands.
 */
export function workingCalendar(days: readonly CalendarDay[]): WorkingCalendar {
  const counting = days.filter((day) => day.confidence !== UNCONFIRMED);
  return { rows: [...days], exceptions: new Map(counting.map((day) => [toEpochDay(day.date), day])) };
}

export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  return isWorking(calendar, toEpochDay(date));
}

/** The date itself when it is a working day, else the first working day after it. */
export function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  let day = toEpochDay(date);
  while (!isWorking(calendar, day)) day += 1;
  return fromEpochDay(day);
}

/**
 * The n-th working day after `start`, which itself never counts (Civil Code 2015 art. 147); a negative n goes back.
 * Zero gives `start` back, working day or not. Throws RangeError when n is not a whole number.
 */
export function addWorkingDays(calendar: WorkingCalendar, start: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of days: ${n}`);
  const step = n < 0 ? -1 : 1;
  let day = toEpochDay(start);
  for (let left = Math.abs(n); left > 0;) {
    day += step;
    if (isWorking(calendar, day)) left -= 1;
  }
  return fromEpochDay(day);
}

/**
 * Working days passed when going from `a` to `b`: `a` never counts, `b` does. Negative when `b` is earlier.
 * workingDaysBetween(a, addWorkingDays(a, n)) is n for every n.
 */
export function workingDaysBetween(calendar: WorkingCalendar, a: LocalDate, b: LocalDate): number {
  const end = toEpochDay(b);
  const step = end < toEpochDay(a) ? -1 : 1;
  let count = 0;
  for (let day = toEpochDay(a); day !== end;) {
    day += step;
    if (isWorking(calendar, day)) count += step;
  }
  return count;
}

export type DayReason = 'working-day' | 'swap-work' | 'weekend' | 'holiday' | 'observed' | 'swap-off';

/** Why a day was or was not counted; `day` is the row that decided, or an unconfirmed row that was left out of account. */
export interface ExplainedDay {
  readonly date: LocalDate;
  readonly counted: boolean;
  readonly reason: DayReason;
  readonly day?: CalendarDay;
}

/** Every day {@link addWorkingDays} walks over, in its order, so that a person can check a due date by hand. */
export function explain(calendar: WorkingCalendar, start: LocalDate, n: number): readonly ExplainedDay[] {
  const end = toEpochDay(addWorkingDays(calendar, start, n));
  const step = n < 0 ? -1 : 1;
  const walked: ExplainedDay[] = [];
  for (let day = toEpochDay(start); day !== end;) {
    day += step;
    walked.push(explainDay(calendar, day));
  }
  return walked;
}

/** Every day from one to another, both included, and whether it is worked. */
export function explainDays(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): readonly ExplainedDay[] {
  const [first, last] = [toEpochDay(from), toEpochDay(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => explainDay(calendar, first + i));
}

/** What the data says and does not say. Outside `from`…`to` and in `missingYears` only weekends are days off. */
export interface CalendarCoverage {
  /** First day of the first year with counting rows. */
  readonly from: LocalDate;
  /** Last day of the last year with counting rows. */
  readonly to: LocalDate;
  readonly missingYears: readonly number[];
  /** Years resting, at least in part, on {@link PROVISIONAL} rows. */
  readonly provisionalYears: readonly number[];
  /** Days waiting for a person to confirm them. */
  readonly unconfirmed: readonly LocalDate[];
}

/** The range of the data, so that callers can warn; undefined when no row counts. */
export function coverage(calendar: WorkingCalendar): CalendarCoverage | undefined {
  const counting = [...calendar.exceptions.values()];
  const years = sortedYears(counting);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const from = dateFrom(first, 1, 1);
  const to = dateFrom(last, 12, 31);
  if (from === undefined || to === undefined) return undefined;
  return {
    from,
    to,
    missingYears: Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => !years.includes(year)),
    provisionalYears: sortedYears(counting.filter((day) => day.confidence === PROVISIONAL)),
    unconfirmed: unconfirmedDays(calendar).map((day) => day.date),
  };
}

/** Whether the data knows the holidays of the year the date lies in; false means: weekends only, warn. */
export function isCovered(calendar: WorkingCalendar, date: LocalDate): boolean {
  const known = coverage(calendar);
  if (known === undefined || known.missingYears.includes(yearOf(date))) return false;
  return compareDates(known.from, date) <= 0 && compareDates(date, known.to) <= 0;
}

/** Rows waiting for a confirmation that no counting row has overtaken, in the order of their dates. */
export function unconfirmedDays(calendar: WorkingCalendar): readonly CalendarDay[] {
  return calendar.rows
    .filter((day) => day.confidence === UNCONFIRMED && !calendar.exceptions.has(toEpochDay(day.date)))
    .sort((a, b) => compareDates(a.date, b.date));
}

function isWorking(calendar: WorkingCalendar, epochDay: number): boolean {
  const exception = calendar.exceptions.get(epochDay);
  return exception === undefined ? weekdayOfEpochDay(epochDay) <= 5 : exception.kind === 'swap-work';
}

function explainDay(calendar: WorkingCalendar, epochDay: number): ExplainedDay {
  const date = fromEpochDay(epochDay);
  const decided = calendar.exceptions.get(epochDay);
  if (decided !== undefined) return { date, counted: decided.kind === 'swap-work', reason: decided.kind, day: decided };
  const counted = weekdayOfEpochDay(epochDay) <= 5;
  const reason = counted ? 'working-day' : 'weekend';
  const pending = calendar.rows.find((row) => row.date === date);
  return pending === undefined ? { date, counted, reason } : { date, counted, reason, day: pending };
}

function sortedYears(days: readonly CalendarDay[]): readonly number[] {
  return [...new Set(days.map((day) => yearOf(day.date)))].sort((a, b) => a - b);
}
