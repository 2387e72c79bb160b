import {
  addDays,
  daysBetween,
  formatVi,
  isLocalDate,
  startOfDay,
  type LocalDate,
} from '../../libs/domain/calendar/local-date.js';
import {
  coverage,
  explainDays,
  type DayReason,
  type WorkingCalendar,
} from '../../libs/domain/calendar/working-calendar.js';
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
  if (!Number.isInteger(amount) || amount < 1 || amount > 3660)
    throw new CliError(`--days ${days}: số nguyên từ 1 đến 3660 / a whole number from 1 to 3660`);
  if (unit !== 'working' && unit !== 'calendar')
    throw new CliError(`--unit ${unit}: một trong / one of: working, calendar`);
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
  if (wanted === true) for (const line of explained(from, amount, unit, due.lastDay, loaded.calendar)) say(line);
}

const REASONS: Readonly<Record<DayReason, string>> = {
  'working-day': 'ngày làm việc / working day',
  'swap-work': 'làm bù / worked in exchange',
  weekend: 'cuối tuần / weekend',
  holiday: 'nghỉ lễ / holiday',
  observed: 'nghỉ bù / day off in lieu',
  'swap-off': 'nghỉ hoán đổi / off in exchange',
};

/** Each day on the way, so that a person can check a due date by hand: its number where it counts, why where it does not. */
function explained(
  from: LocalDate,
  amount: number,
  unit: 'working' | 'calendar',
  lastDay: LocalDate,
  calendar: WorkingCalendar,
): readonly string[] {
  let counted = 0;
  const days = daysBetween(from, lastDay);
  const lines = Array.from({ length: days }, (_, i) => {
    const date = addDays(from, i + 1);
    const [told] = explainDays(calendar, date, date);
    const counts = unit === 'working' ? told?.counted === true : counted < amount;
    if (counts) counted += 1;
    const reason =
      told === undefined
        ? ''
        : `${REASONS[told.reason]}${told.day === undefined ? '' : `: ${told.day.nameVi ?? told.day.name}`}`;
    return `  ${date}  ${counts ? String(counted).padStart(4) : '   –'}  ${reason}`;
  });
  const start = `  ${from}     –  ngày bắt đầu không tính / the day of the start does not count`;
  const moved = unit === 'calendar' && days > amount;
  return [
    start,
    ...lines,
    ...(moved
      ? [`  hết hạn vào ngày nghỉ nên chuyển sang ngày làm việc tiếp theo / ends on the next working day`]
      : []),
  ];
}
