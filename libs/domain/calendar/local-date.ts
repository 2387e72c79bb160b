/** Epoch milliseconds, as everywhere inside the domain. */
export type Instant = number;

/**
 * A calendar day in Asia/Ho_Chi_Minh, 'YYYY-MM-DD'. Literals are accepted as they stand; any other text goes through
 * {@link parseLocalDate} or {@link isLocalDate}. Plain text, so it survives JSON and sorts as it reads.
 */
export type LocalDate = `${number}-${number}-${number}`;

/** Time of day in Asia/Ho_Chi_Minh, 'HH:mm', 00:00 to 23:59. */
export type ClockTime = `${number}:${number}`;

export type Quarter = 1 | 2 | 3 | 4;

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

// Viet Nam has kept UTC+7 without daylight saving since 1975; a fixed offset needs no zone database, so every process
// that replays a workflow gets the same answer.
const OFFSET_MS = 7 * 60 * MINUTE_MS;

/** True for an existing day written 'YYYY-MM-DD', years 0100 to 9999; refuses 2024-02-30, 2024-2-3 and anything longer. */
export function isLocalDate(text: string): text is LocalDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const utc = new Date(Date.UTC(year, month - 1, day));
  return utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
}

/** The date a text names, or undefined when it is not an existing day written 'YYYY-MM-DD'. */
export function parseLocalDate(text: string): LocalDate | undefined {
  return isLocalDate(text) ? text : undefined;
}

/** The date of a year, month (1-12) and day of the month, or undefined when there is no such day. */
export function dateFrom(year: number, month: number, day: number): LocalDate | undefined {
  return parseLocalDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** Days since 1970-01-01. Throws RangeError for a day that does not exist: text must be parsed before it gets here. */
export function toEpochDay(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a date: ${String(date)}`);
  return Date.UTC(yearOf(date), monthOf(date) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

/** Inverse of {@link toEpochDay}. Throws RangeError for a fraction or outside years 0100 to 9999. */
export function fromEpochDay(epochDay: number): LocalDate {
  if (!Number.isInteger(epochDay)) throw new RangeError(`not a whole day: ${epochDay}`);
  const utc = new Date(epochDay * DAY_MS);
  const date = dateFrom(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate());
  if (date === undefined) throw new RangeError(`day out of range: ${epochDay}`);
  return date;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** Month of the year, 1 to 12. */
export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

/** The date `days` calendar days later; a negative number goes back. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Negative, zero or positive as `a` is before, on or after `b`; fit for sorting. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return daysBetween(b, a);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: LocalDate): Weekday {
  return weekdayOfEpochDay(toEpochDay(date));
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOfEpochDay(epochDay: number): Weekday {
  const names: readonly [Weekday, Weekday, Weekday, Weekday, Weekday, Weekday, Weekday] = [4, 5, 6, 7, 1, 2, 3];
  return names[((epochDay % 7) + 7) % 7] ?? 4; // 1970-01-01 was a Thursday
}

/** The instant at which the date begins (00:00) in Asia/Ho_Chi_Minh. */
export function startOfDay(date: LocalDate): Instant {
  return toEpochDay(date) * DAY_MS - OFFSET_MS;
}

/** The instant at which the next day begins: something happens on the date iff it is before this and not before its start. */
export function endOfDayExclusive(date: LocalDate): Instant {
  return startOfDay(date) + DAY_MS;
}

/** The date an instant falls on in Asia/Ho_Chi_Minh. */
export function dateOf(instant: Instant): LocalDate {
  return fromEpochDay(Math.floor((instant + OFFSET_MS) / DAY_MS));
}

export function isClockTime(text: string): text is ClockTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The instant of a time of day on a date in Asia/Ho_Chi_Minh. Throws RangeError for a time outside 00:00 to 23:59. */
export function atTime(date: LocalDate, time: ClockTime): Instant {
  if (!isClockTime(time)) throw new RangeError(`not a time of day: ${String(time)}`);
  return startOfDay(date) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS;
}

export function quarterOf(date: LocalDate): Quarter {
  const month = monthOf(date);
  if (month <= 3) return 1;
  if (month <= 6) return 2;
  return month <= 9 ? 3 : 4;
}

/** First and last day of a calendar quarter. Throws RangeError when there is no such year or quarter. */
export function quarterWindow(year: number, quarter: Quarter): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = dateFrom(year, quarter * 3 - 2, 1);
  const next = quarter === 4 ? dateFrom(year + 1, 1, 1) : dateFrom(year, quarter * 3 + 1, 1);
  if (from === undefined || next === undefined) throw new RangeError(`no quarter ${quarter} of ${year}`);
  return { from, to: addDays(next, -1) };
}

/** 'dd/MM/yyyy', as dates are written in Vietnamese documents. */
export function formatVi(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
