import { Body, Controller, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type OwnIdBody, withOwnId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** Award decisions: one number, many recipients. */
@Controller('api/v1/decisions')
export class DecisionController {
  @Post()
  @Does('issueDecision', 201)
  issue(
    @Acting() act: Act,
    @Body({ schema: withOwnId('issueDecision', 'decisionId') })
    { decisionId, ...input }: OwnIdBody<'issueDecision', 'decisionId'>,
  ): Promise<Accepted> {
    return act.execute('issueDecision', { ...input, decisionId: decisionId ?? act.newId('issueDecision') });
  }
}
