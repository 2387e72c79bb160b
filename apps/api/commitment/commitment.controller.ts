import { Body, Controller, Param, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** What single persons register for a year, and the lists of households. */
@Controller('api/v1/commitments')
export class CommitmentController {
  @Post('personal')
  @Does('pledgePersonally', 201)
  pledge(
    @Acting() act: Act,
    @Body({ schema: bodyOf('pledgePersonally', 'personId') }) input: BodyOf<'pledgePersonally', 'personId'>,
  ): Promise<Accepted> {
    return act.execute('pledgePersonally', { ...input, personId: act.by.personId });
  }

  @Post('households')
  @Does('keepHousehold', 201)
  keep(
    @Acting() act: Act,
    @Body({ schema: bodyOf('keepHousehold') }) input: BodyOf<'keepHousehold'>,
  ): Promise<Accepted> {
    return act.execute('keepHousehold', input);
  }

  @Post(':commitmentId/results')
  @Does('reportPersonalResults')
  report(
    @Acting() act: Act,
    @Param('commitmentId', pathId) commitmentId: string,
    @Body({ schema: bodyOf('reportPersonalResults', 'commitmentId') })
    input: BodyOf<'reportPersonalResults', 'commitmentId'>,
  ): Promise<Accepted> {
    return act.execute('reportPersonalResults', { ...input, commitmentId });
  }

  @Post(':commitmentId/confirmation')
  @Does('confirmPersonalResults')
  confirm(
    @Acting() act: Act,
    @Param('commitmentId', pathId) commitmentId: string,
    @Body({ schema: bodyOf('confirmPersonalResults', 'commitmentId') })
    input: BodyOf<'confirmPersonalResults', 'commitmentId'>,
  ): Promise<Accepted> {
    return act.execute('confirmPersonalResults', { ...input, commitmentId });
  }
}
