import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { refused } from '../http/problem.js';
import { Does } from '../http/rights.js';

/** What people do with a campaign. Its windows, phases and rounds are opened by the engine. */
@Controller('api/v1/campaigns')
export class CampaignController {
  @Post()
  @Does('draftCampaign', 201)
  draft(
    @Acting() act: Act,
    @Body({ schema: bodyOf('draftCampaign') }) input: BodyOf<'draftCampaign'>,
  ): Promise<Accepted> {
    return act.execute('draftCampaign', input);
  }

  @Put(':campaignId')
  @Does('reviseCampaign')
  revise(
    @Acting() act: Act,
    @Param('campaignId', pathId) campaignId: string,
    @Body({ schema: bodyOf('reviseCampaign') }) input: BodyOf<'reviseCampaign'>,
  ): Promise<Accepted> {
    if (campaignId !== input.file.id) throw refused('INVALID_INPUT', { field: 'file.id' });
    return act.execute('reviseCampaign', input);
  }

  @Post('proposals')
  @Does('proposeCampaign', 201)
  propose(
    @Acting() act: Act,
    @Body({ schema: bodyOf('proposeCampaign') }) input: BodyOf<'proposeCampaign'>,
  ): Promise<Accepted> {
    return act.execute('proposeCampaign', input);
  }

  @Post(':campaignId/proposal/decline')
  @Does('declineProposal')
  declineProposal(
    @Acting() act: Act,
    @Param('campaignId', pathId) campaignId: string,
    @Body({ schema: bodyOf('declineProposal', 'campaignId') }) input: BodyOf<'declineProposal', 'campaignId'>,
  ): Promise<Accepted> {
    return act.execute('declineProposal', { ...input, campaignId });
  }

  @Post(':campaignId/clones')
  @Does('cloneCampaign', 201)
  clone(
    @Acting() act: Act,
    @Param('campaignId', pathId) campaignId: string,
    @Body({ schema: bodyOf('cloneCampaign', 'campaignId') }) input: BodyOf<'cloneCampaign', 'campaignId'>,
  ): Promise<Accepted> {
    return act.execute('cloneCampaign', { ...input, campaignId });
  }

  @Post(':campaignId/answers')
  @Does('answerQuestion')
  answer(
    @Acting() act: Act,
    @Param('campaignId', pathId) campaignId: string,
    @Body({ schema: bodyOf('answerQuestion', 'campaignId') }) input: BodyOf<'answerQuestion', 'campaignId'>,
  ): Promise<Accepted> {
    return act.execute('answerQuestion', { ...input, campaignId });
  }

  @Post(':campaignId/launch')
  @Does('launchCampaign')
  launch(
    @Acting() act: Act,
    @Param('campaignId', pathId) campaignId: string,
    @Body({ schema: bodyOf('launchCampaign', 'campaignId') }) input: BodyOf<'launchCampaign', 'campaignId'>,
  ): Promise<Accepted> {
    return act.execute('launchCampaign', { ...input, campaignId });
  }

  @Post(':campaignId/extensions')
  @Does('extendCampaignDate')
  extend(
    @Acting() act: Act,
    @Param('campaignId', pathId) campaignId: string,
    @Body({ schema: bodyOf('extendCampaignDate', 'campaignId') }) input: BodyOf<'extendCampaignDate', 'campaignId'>,
  ): Promise<Accepted> {
    return act.execute('extendCampaignDate', { ...input, campaignId });
  }

  @Post(':campaignId/reviews/:review/conclusion')
  @Does('concludeReview')
  conclude(
    @Acting() act: Act,
    @Param('campaignId', pathId) campaignId: string,
    @Param('review', pathId) review: string,
    @Body({ schema: bodyOf('concludeReview', 'campaignId', 'review') })
    input: BodyOf<'concludeReview', 'campaignId' | 'review'>,
  ): Promise<Accepted> {
    return act.execute('concludeReview', { ...input, campaignId, review });
  }

  @Post(':campaignId/rounds/:round/awards')
  @Does('addRoundAward')
  addAward(
    @Acting() act: Act,
    @Param('campaignId', pathId) campaignId: string,
    @Param('round', pathId) round: string,
    @Body({ schema: bodyOf('addRoundAward', 'campaignId', 'round') })
    input: BodyOf<'addRoundAward', 'campaignId' | 'round'>,
  ): Promise<Accepted> {
    return act.execute('addRoundAward', { ...input, campaignId, round });
  }

  @Post(':campaignId/closing')
  @Does('closeCampaign')
  close(
    @Acting() act: Act,
    @Param('campaignId', pathId) campaignId: string,
    @Body({ schema: bodyOf('closeCampaign', 'campaignId') }) input: BodyOf<'closeCampaign', 'campaignId'>,
  ): Promise<Accepted> {
    return act.execute('closeCampaign', { ...input, campaignId });
  }

  @Post(':campaignId/archiving')
  @Does('archiveCampaign')
  archive(
    @Acting() act: Act,
    @Param('campaignId', pathId) campaignId: string,
    @Body({ schema: bodyOf('archiveCampaign', 'campaignId') }) input: BodyOf<'archiveCampaign', 'campaignId'>,
  ): Promise<Accepted> {
    return act.execute('archiveCampaign', { ...input, campaignId });
  }
}
