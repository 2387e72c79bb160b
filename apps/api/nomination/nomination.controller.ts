import { Body, Controller, Param, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, type OwnIdBody, bodyOf, pathId, withOwnId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** A nomination from its draft to its decision, and what can still happen to the award. */
@Controller('api/v1/nominations')
export class NominationController {
  @Post()
  @Does('draftNomination', 201)
  draft(
    @Acting() act: Act,
    @Body({ schema: withOwnId('draftNomination', 'nominationId') })
    { nominationId, ...input }: OwnIdBody<'draftNomination', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('draftNomination', { ...input, nominationId: nominationId ?? act.newId('draftNomination') });
  }

  @Post(':nominationId/facts')
  @Does('declareFacts')
  declareFacts(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('declareFacts', 'nominationId') }) input: BodyOf<'declareFacts', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('declareFacts', { ...input, nominationId });
  }

  @Post(':nominationId/evaluation')
  @Does('evaluateNomination')
  evaluate(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('evaluateNomination', 'nominationId') }) input: BodyOf<'evaluateNomination', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('evaluateNomination', { ...input, nominationId });
  }

  @Post(':nominationId/comments')
  @Does('commentNomination', 201)
  comment(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('commentNomination', 'nominationId') }) input: BodyOf<'commentNomination', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('commentNomination', { ...input, nominationId });
  }

  @Post(':nominationId/revision')
  @Does('reviseNomination')
  revise(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('reviseNomination', 'nominationId') }) input: BodyOf<'reviseNomination', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('reviseNomination', { ...input, nominationId });
  }

  @Post(':nominationId/submission')
  @Does('submitNomination')
  submit(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('submitNomination', 'nominationId') }) input: BodyOf<'submitNomination', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('submitNomination', { ...input, nominationId });
  }

  @Post(':nominationId/approval')
  @Does('approveStep')
  approve(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('approveStep', 'nominationId') }) input: BodyOf<'approveStep', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('approveStep', { ...input, nominationId });
  }

  @Post(':nominationId/return')
  @Does('returnNomination')
  sendBack(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('returnNomination', 'nominationId') }) input: BodyOf<'returnNomination', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('returnNomination', { ...input, nominationId });
  }

  @Post(':nominationId/supplement')
  @Does('resubmitNomination')
  supplement(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('resubmitNomination', 'nominationId') }) input: BodyOf<'resubmitNomination', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('resubmitNomination', { ...input, nominationId });
  }

  @Post(':nominationId/decline')
  @Does('declineNomination')
  decline(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('declineNomination', 'nominationId') }) input: BodyOf<'declineNomination', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('declineNomination', { ...input, nominationId });
  }

  @Post(':nominationId/withdrawal')
  @Does('withdrawNomination')
  withdraw(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('withdrawNomination', 'nominationId') }) input: BodyOf<'withdrawNomination', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('withdrawNomination', { ...input, nominationId });
  }

  @Post(':nominationId/hold')
  @Does('holdNomination')
  hold(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('holdNomination', 'nominationId') }) input: BodyOf<'holdNomination', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('holdNomination', { ...input, nominationId });
  }

  @Post(':nominationId/release')
  @Does('releaseNomination')
  release(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('releaseNomination', 'nominationId') }) input: BodyOf<'releaseNomination', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('releaseNomination', { ...input, nominationId });
  }

  @Post(':nominationId/extension')
  @Does('extendStep')
  extend(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('extendStep', 'nominationId') }) input: BodyOf<'extendStep', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('extendStep', { ...input, nominationId });
  }

  @Post(':nominationId/upward-submission')
  @Does('submitUpward')
  submitUpward(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('submitUpward', 'nominationId') }) input: BodyOf<'submitUpward', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('submitUpward', { ...input, nominationId });
  }

  @Post(':nominationId/higher-decision')
  @Does('recordHigherDecision')
  recordHigherDecision(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('recordHigherDecision', 'nominationId') })
    input: BodyOf<'recordHigherDecision', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('recordHigherDecision', { ...input, nominationId });
  }

  @Post(':nominationId/revocation')
  @Does('revokeAward')
  revoke(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('revokeAward', 'nominationId') }) input: BodyOf<'revokeAward', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('revokeAward', { ...input, nominationId });
  }

  @Post(':nominationId/restoration')
  @Does('restoreAward')
  restore(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('restoreAward', 'nominationId') }) input: BodyOf<'restoreAward', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('restoreAward', { ...input, nominationId });
  }
}
