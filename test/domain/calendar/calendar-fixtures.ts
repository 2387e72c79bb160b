import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type LocalDate, fromEpochDay, startOfDay, toEpochDay } from '../../../libs/domain/calendar/local-date.js';
import { parseCalendarCsv } from '../../../libs/domain/calendar/parse-calendar-csv.js';
import {
  type CalendarDay,
  type WorkingCalendar,
  CALENDAR_DAY_KINDS,
  workingCalendar,
} from '../../../libs/domain/calendar/working-calendar.js';

export const vnCsv = readFileSync(new URL('../../../data/calendars/vn.csv', import.meta.url), 'utf8');

/** The rows of data/calendars/vn.csv. */
export function vnDays(): readonly CalendarDay[] {
  const parsed = parseCalendarCsv(vnCsv);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.days;
}

export const vnCalendar = (): WorkingCalendar => workingCalendar(vnDays());

export const weekendsOnly = workingCalendar([]);

const FIRST = toEpochDay('2023-06-01');
const LAST = toEpochDay('2031-06-30');

export const anyDate: fc.Arbitrary<LocalDate> = fc.integer({ min: FIRST, max: LAST }).map(fromEpochDay);

/** Any minute of {@link anyDate}. */
export const anyInstant = fc
  .tuple(anyDate, fc.integer({ min: 0, max: 1439 }))
  .map(([date, minute]) => startOfDay(date) + minute * 60_000);

const anyDay: fc.Arbitrary<CalendarDay> = fc.record({
  date: anyDate,
  kind: fc.constantFrom(...CALENDAR_DAY_KINDS),
  name: fc.constant('any'),
  confidence: fc.constantFrom('library', 'computed', 'unconfirmed'),
});

/** The real calendar with up to forty rows more, among them contradictory ones. */
export const anyCalendar = fc.array(anyDay, { maxLength: 40 }).map((days) => workingCalendar([...vnDays(), ...days]));
