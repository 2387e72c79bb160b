import { type ParsedCalendar, parseCalendarCsv } from '../domain/calendar/parse-calendar-csv.js';
import { type WorkingCalendar, workingCalendar } from '../domain/calendar/working-calendar.js';
import { readTextFile } from './read-reference.js';

export type LoadedCalendar =
  | { readonly ok: true; readonly calendar: WorkingCalendar }
  | { readonly ok: false; readonly errors: Extract<ParsedCalendar, { readonly ok: false }>['errors'] };

/** The working calendar of a CSV file. Refuses the whole file with every error: half a calendar would move deadlines. */
export function loadCalendar(path: string): LoadedCalendar {
  const parsed = parseCalendarCsv(readTextFile(path) ?? '');
  return parsed.ok ? { ok: true, calendar: workingCalendar(parsed.days) } : parsed;
}
