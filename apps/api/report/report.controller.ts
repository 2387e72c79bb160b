import { Body, Controller, Param, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** Reports of units, and the consolidated ones the lead agency sends upward. */
@Controller('api/v1/reports')
export class ReportController {
  @Post()
  @Does('submitReport', 201)
  submit(
    @Acting() act: Act,
    @Body({ schema: bodyOf('submitReport') }) input: BodyOf<'submitReport'>,
  ): Promise<Accepted> {
    return act.execute('submitReport', input);
  }

  @Post('consolidations')
  @Does('consolidateReports', 201)
  consolidate(
    @Acting() act: Act,
    @Body({ schema: bodyOf('consolidateReports') }) input: BodyOf<'consolidateReports'>,
  ): Promise<Accepted> {
    return act.execute('consolidateReports', input);
  }

  @Post(':reportId/acceptance')
  @Does('acceptReport')
  accept(
    @Acting() act: Act,
    @Param('reportId', pathId) reportId: string,
    @Body({ schema: bodyOf('acceptReport', 'reportId') }) input: BodyOf<'acceptReport', 'reportId'>,
  ): Promise<Accepted> {
    return act.execute('acceptReport', { ...input, reportId });
  }

  @Post(':reportId/return')
  @Does('returnReport')
  sendBack(
    @Acting() act: Act,
    @Param('reportId', pathId) reportId: string,
    @Body({ schema: bodyOf('returnReport', 'reportId') }) input: BodyOf<'returnReport', 'reportId'>,
  ): Promise<Accepted> {
    return act.execute('returnReport', { ...input, reportId });
  }

  @Post(':reportId/acknowledgement')
  @Does('acknowledgeReport')
  acknowledge(
    @Acting() act: Act,
    @Param('reportId', pathId) reportId: string,
    @Body({ schema: bodyOf('acknowledgeReport', 'reportId') }) input: BodyOf<'acknowledgeReport', 'reportId'>,
  ): Promise<Accepted> {
    return act.execute('acknowledgeReport', { ...input, reportId });
  }
}
