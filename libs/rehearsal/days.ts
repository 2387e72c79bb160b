import { nextWorkingDay, type WorkingCalendar } from '../domain/calendar/working-calendar.js';
import { addDays, atTime, dateOf, isLocalDate, type LocalDate, weekday } from '../domain/calendar/local-date.js';

/** Simulated people act at eight in the morning, when reminders go out: one stop of the clock for both, the engine first. */
const AT_WORK = '08:00';

/** A day of the world's calendar; throws for a text that is none. */
export function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** The day itself, or the Monday after it. */
export function workday(date: LocalDate): LocalDate {
  const wanted = weekday(date);
  return wanted === 6 ? addDays(date, 2) : wanted === 7 ? addDays(date, 1) : date;
}

/** When somebody does what they planned for a day. */
export const atWork = (date: LocalDate): number => atTime(workday(date), AT_WORK);

/** `days` after the day of an instant, at work. */
export const daysAfter = (instant: number, days: number): number => atWork(addDays(dateOf(instant), days));

/** ' 2024' or ' 2024-06'; nothing for what happens once. For the end of a sentence's noun. */
export const ofOccurrence = (occurrence: string): string => (occurrence === 'once' ? '' : ` ${occurrence}`);

export const iso = (instant: number): string => new Date(instant).toISOString();

/** Offices go through what has gathered on Tuesdays and Fridays: few days, and batches as in real offices. */
export function officeDay(instant: number): number {
  let on = dateOf(instant);
  while (![2, 5].includes(weekday(on))) on = addDays(on, 1);
  return atWork(on);
}

/** The same time on the next day that is worked: offices are closed on holidays. */
export function whenWorked(calendar: WorkingCalendar, instant: number): number {
  const wanted = dateOf(instant);
  const worked = nextWorkingDay(calendar, wanted);
  return worked === wanted ? instant : atWork(worked);
}
