import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { localDate } from '../../../libs/contracts/due-rule.contract.js';
import { CALENDAR_ID } from '../../../libs/domain/calendar/calendar.stream.js';
import { isLocalDate } from '../../../libs/domain/calendar/local-date.js';
import {
  addWorkingDays,
  CALENDAR_DAY_KINDS,
  coverage,
  explain,
  unconfirmedDays,
} from '../../../libs/domain/calendar/working-calendar.js';
import { factsOf } from '../../../libs/history/fact-rows.js';
import { namedIn, tell } from '../../../libs/history/history-entry.js';
import { namesIn } from '../../../libs/history/names.js';
import { By } from '../http/act.js';
import { refused } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { previewReplan } from './replan-preview.js';
import { calendarOf } from '../organisation/working-days.js';

const calendarQuery = z.strictObject({ year: z.coerce.number().int().min(1945).max(2100).optional() });
const previewQuery = z.strictObject({
  date: localDate,
  kind: z.enum([...CALENDAR_DAY_KINDS, 'none']).describe('`none` is an ordinary day.'),
});
const MOST_CHANGES = 100;
const countQuery = z.strictObject({
  from: z.iso.date().describe('The day that does not count.'),
  days: z.coerce.number().int().min(-400).max(400).describe('Working days from it.'),
});

@Controller('api/v1/calendar')
export class CalendarReadsController {
  @Get()
  @Reads('work.read', 'Days that differ from the plain week, what the data covers and what waits to be confirmed.')
  async show(@By() by: SignedIn, @Query({ schema: calendarQuery }) { year }: z.infer<typeof calendarQuery>) {
    const calendar = await calendarOf(by.world);
    const days =
      year === undefined ? calendar.rows : calendar.rows.filter(({ date }) => date.startsWith(`${String(year)}-`));
    return {
      today: await by.today(),
      days,
      coverage: coverage(calendar) ?? null,
      unconfirmed: unconfirmedDays(calendar),
    };
  }

  @Get('preview')
  @Reads(
    'calendar.change',
    'Which dates and reminders would be planned anew if a day were changed; nothing is recorded.',
  )
  async preview(@By() by: SignedIn, @Query({ schema: previewQuery }) day: z.infer<typeof previewQuery>) {
    return previewReplan(by.world, await calendarOf(by.world), day);
  }

  @Get('history')
  @Reads('work.read', 'Who changed which day, by which notice and why.')
  async history(@By() by: SignedIn) {
    const facts = (await factsOf(by.world, 'calendar', CALENDAR_ID)).slice(-MOST_CHANGES);
    return { items: tell(facts, { about: CALENDAR_ID, names: await namesIn(by.world, namedIn(facts)) }).toReversed() };
  }

  @Get('working-days')
  @Reads('work.read', 'The n-th working day from a day, and why each day on the way counts or not.')
  async count(@By() by: SignedIn, @Query({ schema: countQuery }) { from, days }: z.infer<typeof countQuery>) {
    if (!isLocalDate(from)) throw refused('DATE_INVALID', { field: 'from' });
    const calendar = await calendarOf(by.world);
    return { from, days, day: addWorkingDays(calendar, from, days), explained: explain(calendar, from, days) };
  }
}
