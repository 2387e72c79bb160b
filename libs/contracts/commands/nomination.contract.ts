import { z } from 'zod';
import { SUBJECT_KINDS } from '../../domain/campaign-plan/vocabulary.js';
import { eligibilityFacts } from '../eligibility-facts.contract.js';
import { code, day, documentNumber, id, line, longText, note, reason, visit } from './command-parts.contract.js';

const nominationId = id;
const documents = z
  .array(z.strictObject({ kind: code, reference: line }))
  .max(200)
  .describe('Papers of the dossier.');
const act = z.strictObject({ nominationId, reason });

export const draftNomination = z
  .strictObject({
    nominationId,
    campaignId: id,
    roundId: id,
    awardCode: code,
    unitId: id,
    subject: z.strictObject({ kind: z.enum(SUBJECT_KINDS), id, name: line }).describe('Who is nominated.'),
    achievement: longText,
    documents,
  })
  .describe('Draft a nomination.');
export const declareFacts = z
  .strictObject({ nominationId, facts: eligibilityFacts.omit({ subject: true }) })
  .describe('Say what the rules ask for (docs/eligibility-facts.md).');
export const evaluateNomination = z
  .strictObject({ nominationId })
  .describe('Judge a nomination again by the rules; the verdict is recorded.');
export const submitNomination = z.strictObject({ nominationId }).describe('Submit a nomination.');
export const approveStep = z.strictObject({ nominationId, visit, note }).describe('Pass the open step.');
export const returnNomination = z
  .strictObject({ nominationId, visit, reason, supplementBy: day.optional().describe('Last day for the supplement.') })
  .describe('Return a dossier for supplement; the clock of the step stops.');
export const resubmitNomination = z
  .strictObject({ nominationId, visit, note: z.string().trim().max(4000), documents: documents.optional() })
  .describe('Hand a supplemented dossier in again.');
export const declineNomination = z.strictObject({ nominationId, visit, reason }).describe('Decline a dossier.');
export const withdrawNomination = act.describe('Withdraw a dossier.');
export const holdNomination = z
  .strictObject({ nominationId, reason, ground: z.enum(['discipline', 'inspection', 'complaint', 'press']) })
  .describe('Put a dossier on hold while something is verified.');
export const releaseNomination = act.describe('Go on with a dossier that was on hold.');
export const extendStep = z
  .strictObject({ nominationId, visit, lastDay: day, reason })
  .describe('Give the open step more time.');
export const endTimedStep = z
  .strictObject({ nominationId, visit, key: code })
  .describe('End a step that only time ends (engine).');
export const revokeAward = z
  .strictObject({ nominationId, reason, decisionNumber: documentNumber, decisionDate: day })
  .describe('Annul an award.');
export const restoreAward = act.describe('Restore an award that was annulled.');
