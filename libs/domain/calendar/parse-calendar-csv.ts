import { type LocalDate, parseLocalDate, weekday } from './local-date.js';
import { CALENDAR_DAY_KINDS, type CalendarDay, type CalendarDayKind } from './working-calendar.js';

export type CalendarProblem =
  | 'HEADER_MISSING'
  | 'COLUMN_UNKNOWN'
  | 'COLUMN_MISSING'
  | 'FIELD_COUNT'
  | 'QUOTE_UNCLOSED'
  | 'DATE_INVALID'
  | 'DATE_REPEATED'
  | 'KIND_UNKNOWN'
  | 'NAME_EMPTY'
  | 'CONFIDENCE_EMPTY'
  | 'NOTHING_TO_SWAP';

/** `line` counts from 1 and includes the header, as an editor shows it. */
export interface CalendarError {
  readonly line: number;
  readonly problem: CalendarProblem;
  readonly detail: string;
}

export type ParsedCalendar =
  | { readonly ok: true; readonly days: readonly CalendarDay[] }
  | { readonly ok: false; readonly errors: readonly CalendarError[] };

const REQUIRED = ['date', 'kind', 'name', 'confidence'] as const;
const COLUMNS: readonly string[] = [...REQUIRED, 'name_vi'];

/**
 * Reads the text of a calendar file: a header naming `date,kind,name,confidence` and, if wished, `name_vi`, in any order,
 * then a row a day. Refuses the whole file with every error in it: half a calendar would move deadlines silently.
 */
export function parseCalendarCsv(text: string): ParsedCalendar {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = splitFields(lines[0] ?? '');
  const headerErrors = checkHeader(header);
  if (header === undefined || headerErrors.length > 0) return { ok: false, errors: headerErrors };

  const days: CalendarDay[] = [];
  const errors: CalendarError[] = [];
  const lineOfDate = new Map<LocalDate, number>();
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    if (index === 0 || content.trim() === '') continue;
    const row = readRow(content, header, line);
    if (!row.ok) {
      errors.push(row.error);
      continue;
    }
    const before = lineOfDate.get(row.day.date);
    if (before !== undefined) errors.push({ line, problem: 'DATE_REPEATED', detail: `also on line ${before}` });
    lineOfDate.set(row.day.date, line);
    days.push(row.day);
  }
  return errors.length === 0 ? { ok: true, days } : { ok: false, errors };
}

type Row = { readonly ok: true; readonly day: CalendarDay } | { readonly ok: false; readonly error: CalendarError };

function readRow(content: string, header: readonly string[], line: number): Row {
  const refuse = (problem: CalendarProblem, detail: string): Row => ({ ok: false, error: { line, problem, detail } });
  const fields = splitFields(content);
  if (fields === undefined) return refuse('QUOTE_UNCLOSED', content);
  if (fields.length !== header.length) return refuse('FIELD_COUNT', `${fields.length} instead of ${header.length}`);
  const field = (column: string): string => (fields[header.indexOf(column)] ?? '').trim();

  const date = parseLocalDate(field('date'));
  if (date === undefined) return refuse('DATE_INVALID', field('date'));
  const kind = parseKind(field('kind'));
  if (kind === undefined) return refuse('KIND_UNKNOWN', field('kind'));
  if (field('name') === '') return refuse('NAME_EMPTY', date);
  if (field('confidence') === '') return refuse('CONFIDENCE_EMPTY', date);
  // A weekday cannot be worked in exchange, nor a weekend given off: such a row is a mistyped date.
  const weekend = weekday(date) > 5;
  if ((kind === 'swap-work' && !weekend) || (kind === 'swap-off' && weekend)) return refuse('NOTHING_TO_SWAP', date);

  const day = { date, kind, name: field('name'), confidence: field('confidence') };
  return { ok: true, day: field('name_vi') === '' ? day : { ...day, nameVi: field('name_vi') } };
}

function checkHeader(header: readonly string[] | undefined): readonly CalendarError[] {
  if (header === undefined || header.join('').trim() === '') {
    return [{ line: 1, problem: 'HEADER_MISSING', detail: REQUIRED.join(',') }];
  }
  const unknown = header.filter((column, i) => !COLUMNS.includes(column) || header.indexOf(column) !== i);
  const missing = REQUIRED.filter((column) => !header.includes(column));
  return [
    ...unknown.map((column): CalendarError => ({ line: 1, problem: 'COLUMN_UNKNOWN', detail: column })),
    ...missing.map((column): CalendarError => ({ line: 1, problem: 'COLUMN_MISSING', detail: column })),
  ];
}

function parseKind(text: string): CalendarDayKind | undefined {
  return CALENDAR_DAY_KINDS.find((kind) => kind === text);
}

/** Fields of one line; quotes as spreadsheets write them. A name never spans lines, so an open quote is an error. */
function splitFields(line: string): readonly string[] | undefined {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const char = line.charAt(i);
    if (quoted && char === '"' && line.charAt(i + 1) === '"') {
      field += char;
      i += 1;
    } else if (char === '"') {
      quoted = !quoted;
    } else if (char === ',' && !quoted) {
      fields.push(field);
      field = '';
    } else {
      field += char;
    }
  }
  return quoted ? undefined : [...fields, field];
}
