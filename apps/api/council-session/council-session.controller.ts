import { Body, Controller, Param, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, type OwnIdBody, bodyOf, pathId, withOwnId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** Council sessions: convened on the dossiers that wait, then recorded as the tellers counted. */
@Controller('api/v1/sessions')
export class CouncilSessionController {
  @Post()
  @Does('conveneSession', 201)
  convene(
    @Acting() act: Act,
    @Body({ schema: withOwnId('conveneSession', 'sessionId') })
    { sessionId, ...input }: OwnIdBody<'conveneSession', 'sessionId'>,
  ): Promise<Accepted> {
    return act.execute('conveneSession', { ...input, sessionId: sessionId ?? act.newId('conveneSession') });
  }

  @Post(':sessionId/result')
  @Does('recordCouncilResult')
  recordResult(
    @Acting() act: Act,
    @Param('sessionId', pathId) sessionId: string,
    @Body({ schema: bodyOf('recordCouncilResult', 'sessionId') }) input: BodyOf<'recordCouncilResult', 'sessionId'>,
  ): Promise<Accepted> {
    return act.execute('recordCouncilResult', { ...input, sessionId });
  }
}
