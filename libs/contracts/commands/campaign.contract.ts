import { z } from 'zod';
import { campaignFile, choiceSets } from '../campaign-file.contract.js';
import { DISPOSITIONS } from '../../domain/targets/adjust.js';
import { code, day, document, documentNumber, id, longText, path, reason, visit } from './command-parts.contract.js';

const campaignId = id;

export const draftCampaign = z
  .strictObject({ file: campaignFile, rulePack: code.describe('Rules in force for it, chosen by date.') })
  .describe('Take a campaign in as a draft.');
export const reviseCampaign = z.strictObject({ file: campaignFile }).describe('Replace the file of a draft.');
export const cloneCampaign = z
  .strictObject({ campaignId, year: z.int().min(1945).max(2100).describe('First year of the new campaign.') })
  .describe('Draft the campaign of a later year from this one; documents and figures are asked again.');
export const proposeCampaign = z
  .strictObject({
    file: campaignFile,
    rulePack: code.describe('Rules in force for it, chosen by date.'),
    unitId: id.describe('The unit that proposes it.'),
    note: longText.describe('Why it is worth launching.'),
  })
  .describe('Propose a campaign to the one who may launch it.');
export const declineProposal = z
  .strictObject({ campaignId, visit, reason })
  .describe('Say why a proposed campaign is not launched; it may be proposed again.');
export const answerQuestion = z
  .strictObject({
    campaignId,
    questionId: id,
    choice: z.string().trim().max(120).describe('One of the choices; empty where the answer is free text.'),
    text: z.string().trim().max(4000).optional(),
    sets: choiceSets.optional().describe('Values of your own, where the question takes another answer.'),
  })
  .describe('Answer what the document leaves open.');
export const launchCampaign = z.strictObject({ campaignId, document }).describe('Launch a campaign by its document.');
export const closeCampaign = z.strictObject({ campaignId }).describe('End a campaign.');
export const archiveCampaign = z.strictObject({ campaignId }).describe('Put a closed campaign away.');

export const openPhase = z.strictObject({ campaignId, phase: code }).describe('Open a phase (engine).');
export const openReview = z
  .strictObject({ campaignId, review: code })
  .describe('Open a review with its window (engine).');
export const concludeReview = z
  .strictObject({ campaignId, review: code, number: documentNumber, date: day, conclusion: longText })
  .describe('Record the conclusion of a review.');
export const extendCampaignDate = z
  .strictObject({
    campaignId,
    what: path.describe('`<obligation key>/<occurrence>`, `review/<key>` or `round/<key>/<occurrence>`.'),
    lastDay: day,
    reason,
  })
  .describe('Move a date of the campaign later, or set an undated one.');

export const adjustTarget = z
  .strictObject({
    campaignId,
    target: code,
    point: path.describe('The point as the document has it: its day, and `/` with the unit where it names one.'),
    disposition: z
      .enum(DISPOSITIONS)
      .describe('The number is set, carried over to a unit, re-scoped, or nobody can judge it any more.'),
    unitId: id.optional(),
    value: z.number().optional(),
    reason,
  })
  .describe('Say what becomes of a point of a target.');
