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

/** Tells due dates as people count them, in working days from today; a page of one campaign asks for the same few days. */
export async function duesOf(world: World): Promise<(lastDay: string | null, advisory: boolean) => DueShown | null> {
  const [calendar, now] = await Promise.all([calendarOf(world), world.now()]);
  const today = dateOf(now);
  const counted = new Map<string, number>();
  return (lastDay, advisory) => {
    if (lastDay === null) return null;
    let workingDaysLeft = counted.get(lastDay);
    if (workingDaysLeft === undefined) {
      if (!isLocalDate(lastDay)) return null;
      counted.set(lastDay, (workingDaysLeft = workingDaysBetween(calendar, today, lastDay)));
    }
    // It got into the map as a date.
    return { lastDay: lastDay as LocalDate, workingDaysLeft, overdue: today > lastDay, advisory };
  };
}
