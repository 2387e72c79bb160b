import { Body, Controller, Param, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** What units owe, and what the lead agency does about it. */
@Controller('api/v1/obligations')
export class ObligationController {
  @Post(':obligationId/fulfilment')
  @Does('fulfilObligation')
  fulfil(
    @Acting() act: Act,
    @Param('obligationId', pathId) obligationId: string,
    @Body({ schema: bodyOf('fulfilObligation', 'obligationId') }) input: BodyOf<'fulfilObligation', 'obligationId'>,
  ): Promise<Accepted> {
    return act.execute('fulfilObligation', { ...input, obligationId });
  }

  @Post(':obligationId/urges')
  @Does('urgeObligation')
  urge(
    @Acting() act: Act,
    @Param('obligationId', pathId) obligationId: string,
    @Body({ schema: bodyOf('urgeObligation', 'obligationId') }) input: BodyOf<'urgeObligation', 'obligationId'>,
  ): Promise<Accepted> {
    return act.execute('urgeObligation', { ...input, obligationId });
  }

  @Post(':obligationId/extension')
  @Does('extendObligation')
  extend(
    @Acting() act: Act,
    @Param('obligationId', pathId) obligationId: string,
    @Body({ schema: bodyOf('extendObligation', 'obligationId') }) input: BodyOf<'extendObligation', 'obligationId'>,
  ): Promise<Accepted> {
    return act.execute('extendObligation', { ...input, obligationId });
  }

  @Post(':obligationId/waiver')
  @Does('waiveObligation')
  waive(
    @Acting() act: Act,
    @Param('obligationId', pathId) obligationId: string,
    @Body({ schema: bodyOf('waiveObligation', 'obligationId') }) input: BodyOf<'waiveObligation', 'obligationId'>,
  ): Promise<Accepted> {
    return act.execute('waiveObligation', { ...input, obligationId });
  }
}
