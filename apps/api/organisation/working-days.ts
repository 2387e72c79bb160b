import { CALENDAR_ID } from '../../../libs/domain/calendar/calendar.stream.js';
import { dateOf, isLocalDate, type LocalDate } from '../../../libs/domain/calendar/local-date.js';
import {
  workingCalendar,
  workingDaysBetween,
  type WorkingCalendar,
} from '../../../libs/domain/calendar/working-calendar.js';
import type { World } from '../../../libs/ledger/worlds.js';

interface Kept {
  readonly version: number;
  readonly calendar: WorkingCalendar;
}

const kept = new WeakMap<World, Kept>();

/** The world's calendar, built anew only when it has changed. */
export async function calendarOf(world: World): Promise<WorkingCalendar> {
  const stored = await world.reader.state('calendar', CALENDAR_ID);
  const version = stored?.version ?? 0;
  const known = kept.get(world);
  if (known?.version === version) return known.calendar;
  const calendar = workingCalendar(stored?.state.days ?? []);
  kept.set(world, { version, calendar });
  return calendar;
}

export interface DueShown {
  readonly lastDay: LocalDate;
  /** Working days left; 0 on the last day, negative when it has passed. */
  readonly workingDaysLeft: number;
  readonly overdue: boolean;
  /** True where the time limit is nobody's verified rule: "cần xác minh". */
  readonly advisory: boolean;
}

/** A due date as people count it: in working days from today. */
export function showDue(
  lastDay: string | null,
  advisory: boolean,
  now: number,
  calendar: WorkingCalendar,
): DueShown | null {
  if (lastDay === null || !isLocalDate(lastDay)) return null;
  const today = dateOf(now);
  const workingDaysLeft = workingDaysBetween(calendar, today, lastDay);
  return { lastDay, workingDaysLeft, overdue: today > lastDay, advisory };
}
