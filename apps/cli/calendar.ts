import { formatVi, isLocalDate } from '../../libs/domain/calendar/local-date.js';
import { addWorkingDays, coverage, explain } from '../../libs/domain/calendar/working-calendar.js';
import { startOfDay } from '../../libs/domain/calendar/local-date.js';
import { resolveWithin } from '../../libs/domain/deadline/due.js';
import { dataFile } from '../../libs/config/paths.js';
import { loadCalendar } from '../../libs/reference/calendar-reference.js';
import { CliError, say } from './output.js';

export interface DueOptions {
  readonly from: string;
  readonly days: string;
  readonly unit: string;
  readonly explain?: boolean;
}

/** `vinhdanh calendar due`: the ISO date first, so that scripts can take the first word. */
export function calendarDue({ from, days, unit, explain: wanted }: DueOptions): void {
  if (!isLocalDate(from))
    throw new CliError(`--from ${from}: ngày phải có dạng YYYY-MM-DD / must be a date YYYY-MM-DD`);
  const amount = Number(days);
  if (!Number.isInteger(amount) || amount < 1 || amount > 3660) throw new CliError(`--days ${days}: 1 … 3660`);
  if (unit !== 'working' && unit !== 'calendar') throw new CliError(`--unit ${unit}: working | calendar`);
  const loaded = loadCalendar(dataFile('calendars', 'vn.csv'));
  if (!loaded.ok) throw new CliError(`data/calendars/vn.csv: ${JSON.stringify(loaded.errors[0])}`);
  const due = resolveWithin(amount, unit, startOfDay(from), loaded.calendar);
  say(`${due.lastDay}  (${formatVi(due.lastDay)})`);
  const range = coverage(loaded.calendar);
  if (range !== undefined && (from < range.from || due.lastDay > range.to)) {
    say(
      `Lịch chỉ có dữ liệu ${range.from} … ${range.to}; ngoài đó chỉ tính thứ Bảy, Chủ nhật. / The calendar covers ${range.from} … ${range.to} only.`,
    );
  }
  if (wanted === true && unit === 'working') {
    for (const day of explain(loaded.calendar, from, amount)) say(`  ${JSON.stringify(day)}`);
    say(`  = ${addWorkingDays(loaded.calendar, from, amount)}`);
  }
}
