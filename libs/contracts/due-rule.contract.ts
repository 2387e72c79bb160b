import { z } from 'zod';
import { isLocalDate } from '../domain/calendar/local-date.js';
import { PERIODS, type DueRule } from '../domain/deadline/due.js';
import type { Same } from './same-shape.js';

export const localDate = z
  .templateLiteral([z.number(), '-', z.number(), '-', z.number()], { error: 'a date is written YYYY-MM-DD' })
  .refine(isLocalDate, 'no such day in the calendar')
  .describe('A calendar day in Vietnam, YYYY-MM-DD. No time of day, no time zone.');

const year = z.int().min(1945).max(2100);
const month = z.int().min(1).max(12);
const dayOfMonth = z.int().min(1).max(31);
const quarter = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** When something is due. "Before" is exclusive: the last day on time is the day before the one named. */
export const dueRule = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('on'), date: localDate }).describe('On one day; that day is the last on time.'),
    z
      .strictObject({ kind: z.literal('before'), date: localDate })
      .describe('Before a day ("trước ngày"): exclusive, the last day on time is the day before.'),
    z
      .strictObject({ kind: z.literal('within-quarter'), year, quarter })
      .describe('Inside one calendar quarter; the last day of the quarter is the last on time.'),
    z
      .strictObject({ kind: z.literal('yearly-before'), month, day: dayOfMonth, fromYear: year, toYear: year })
      .describe('Every year before a day; exclusive, both years included.'),
    z
      .strictObject({ kind: z.literal('yearly-on'), month, day: dayOfMonth, fromYear: year, toYear: year })
      .describe('Every year up to and including a day, both years included.'),
    z
      .strictObject({
        kind: z.literal('periodic'),
        every: z.enum(PERIODS),
        daysAfter: z.int().min(0).max(180).describe('Calendar days after the last day of the period.'),
        fromYear: year,
        toYear: year,
      })
      .describe('After every month, quarter, half-year or year, both years included.'),
    z
      .strictObject({ kind: z.literal('window'), from: localDate, to: localDate })
      .describe('From one day to another, both included.'),
    z
      .strictObject({
        kind: z.literal('within'),
        amount: z.int().min(1),
        unit: z.enum(['working', 'calendar']),
        after: z.string().describe('Name of the fact the days are counted from.'),
      })
      .describe('A number of working or calendar days after a fact; the day of the fact is not counted.'),
    z.strictObject({ kind: z.literal('continuous') }).describe('At all times; proved in the yearly report.'),
    z.strictObject({ kind: z.literal('undated') }).describe('The document gives no date; somebody must set one.'),
  ])
  .describe('When something is due.');

/** Compile-time proof that the schema and the domain speak of the same thing. */
export const sameDueRule: Same<z.infer<typeof dueRule>, DueRule> = true;
