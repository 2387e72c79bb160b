import { Body, Controller, Param, Put } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathDay } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** Changes of the working-day calendar, with their reason. */
@Controller('api/v1/calendar')
export class CalendarController {
  @Put('days/:date')
  @Does('changeCalendarDay')
  change(
    @Acting() act: Act,
    @Param('date', pathDay) date: string,
    @Body({ schema: bodyOf('changeCalendarDay', 'date') }) input: BodyOf<'changeCalendarDay', 'date'>,
  ): Promise<Accepted> {
    return act.execute('changeCalendarDay', { ...input, date });
  }
}
