import { z } from 'zod';
import { SUBJECT_KINDS } from '../../domain/campaign-plan/vocabulary.js';
import { SIGNATURE_FORMS } from '../../domain/decision/decision-document.js';
import { code, day, document, documentNumber, id, line, reason, visit } from './command-parts.contract.js';

/** Award rounds, council sessions and decisions. */

const count = z.int().min(0).max(10_000);
const seen = z.strictObject({ nominationId: id, visit });

export const openRound = z
  .strictObject({ campaignId: id, key: code, occurrence: code })
  .describe('Open an award round (engine).');
export const closeRoundWindow = z.strictObject({ roundId: id }).describe('End the taking of nominations (engine).');
export const addRoundAward = z
  .strictObject({
    campaignId: id,
    round: code.describe('Key of the round in the campaign.'),
    award: code.describe('Code in the award catalogue of the day, for example BKT.'),
    subjectKinds: z.array(z.enum(SUBJECT_KINDS)).min(1).max(20).describe('Who can receive it in this round.'),
    document: document.describe('The document that allows it.'),
    reason,
  })
  .describe('Let a round take one award more; nominations already in are untouched.');
export const makeSubmissionList = z.strictObject({ roundId: id }).describe('Make the submission list of a round.');

export const conveneSession = z
  .strictObject({
    sessionId: id,
    campaignId: id,
    councilId: id,
    date: day,
    members: count.describe('Members entitled to vote.'),
    agenda: z.array(seen).max(1000),
  })
  .describe('Convene a council session.');
export const recordCouncilResult = z
  .strictObject({
    sessionId: id,
    visit,
    present: count,
    counts: z
      .array(
        z.strictObject({
          nominationId: id,
          inFavour: count,
          against: count,
          abstained: count,
          outcome: z.enum(['approved', 'not-approved']).describe('By the rule of the council itself.'),
        }),
      )
      .max(1000),
    minutes: document,
  })
  .describe('Record what the council’s tellers counted.');

export const issueDecision = z
  .strictObject({
    decisionId: id,
    number: documentNumber,
    date: day,
    signer: id,
    nominations: z.array(seen).min(1).max(2000),
    bases: z.array(line).max(40).optional().describe('Lines of "Căn cứ"; composed from the register where left out.'),
    signature: z
      .strictObject({
        form: z.enum(SIGNATURE_FORMS),
        onBehalfOf: line.optional(),
        title: line,
      })
      .optional()
      .describe('TM., KT., TL. or TUQ. with the title; follows from the signer’s position where left out.'),
  })
  .describe('Issue an award decision.');
export const acknowledgeDocument = z
  .strictObject({ dispatchId: id, visit })
  .describe('Say that one’s unit has a document that was sent to it.');
export const submitUpward = z
  .strictObject({ nominationId: id, visit, authority: line, document })
  .describe('Submit a dossier to a higher authority.');
export const recordHigherDecision = z
  .strictObject({
    decisionId: id,
    nominationId: id,
    visit,
    number: documentNumber,
    date: day,
    authority: line,
    outcome: z.enum(['recognised', 'declined']),
    reason: reason.optional(),
  })
  .describe('Record what a higher authority decided.');
