import { Body, Controller, Param, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** What a named person confirms, or takes back, in the rule book. */
@Controller('api/v1/rules')
export class RulesController {
  @Post(':rowId/verification')
  @Does('verifyRule')
  verify(
    @Acting() act: Act,
    @Param('rowId', pathId) rowId: string,
    @Body({ schema: bodyOf('verifyRule', 'rowId') }) input: BodyOf<'verifyRule', 'rowId'>,
  ): Promise<Accepted> {
    return act.execute('verifyRule', { ...input, rowId });
  }

  @Post(':rowId/verification-withdrawal')
  @Does('withdrawVerification')
  withdraw(
    @Acting() act: Act,
    @Param('rowId', pathId) rowId: string,
    @Body({ schema: bodyOf('withdrawVerification', 'rowId') }) input: BodyOf<'withdrawVerification', 'rowId'>,
  ): Promise<Accepted> {
    return act.execute('withdrawVerification', { ...input, rowId });
  }
}
