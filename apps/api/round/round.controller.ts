import { Body, Controller, Param, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** Award rounds: the engine opens them and closes their window, the leading unit makes the list. */
@Controller('api/v1/rounds')
export class RoundController {
  @Post(':roundId/submission-list')
  @Does('makeSubmissionList')
  makeList(
    @Acting() act: Act,
    @Param('roundId', pathId) roundId: string,
    @Body({ schema: bodyOf('makeSubmissionList', 'roundId') }) input: BodyOf<'makeSubmissionList', 'roundId'>,
  ): Promise<Accepted> {
    return act.execute('makeSubmissionList', { ...input, roundId });
  }
}
