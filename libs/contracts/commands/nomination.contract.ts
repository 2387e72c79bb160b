import { z } from 'zod';
import { SUBJECT_KINDS } from '../../domain/campaign-plan/vocabulary.js';
import { eligibilityFacts } from '../eligibility-facts.contract.js';
import {
  code,
  day,
  documentNumber,
  givenFile,
  id,
  line,
  longText,
  note,
  reason,
  visit,
} from './command-parts.contract.js';

const nominationId = id;
const documents = z
  .array(z.strictObject({ kind: code, reference: line }))
  .max(200)
  .describe('Papers of the dossier.');
const act = z.strictObject({ nominationId, reason });
const count = z.int().min(0).max(1_000_000);
const answers = z
  .array(
    z.strictObject({
      criterion: code,
      met: z.boolean(),
      level: code.optional().describe('Level reached.'),
      value: z.number().optional().describe('Figure reached.'),
      count: count.optional().describe('How many reach the figure.'),
      contributions: z.array(id).max(50).optional().describe('Activities that record a contribution.'),
      evidence: z.array(line).max(50).optional().describe('References of papers of the dossier.'),
      note,
    }),
  )
  .max(200)
  .optional()
  .describe('What the unit says to the criteria of the nominee’s group.');
const meeting = z
  .strictObject({ number: documentNumber, date: day, present: count, inFavour: count })
  .optional()
  .describe('Minutes of the meeting of the unit that chose the nominee (bình xét).');

export const draftNomination = z
  .strictObject({
    nominationId,
    campaignId: id,
    roundId: id,
    awardCode: code,
    unitId: id,
    subject: z
      .strictObject({
        kind: z.enum(SUBJECT_KINDS),
        id,
        name: line,
        unitId: id.optional().describe('The unit that is nominated itself, where it is one.'),
      })
      .describe('Who is nominated.'),
    achievement: longText,
    documents,
    answers,
    meeting,
    exampleId: id.optional().describe('The advanced example it comes from.'),
    initiatedBy: id.optional().describe('The authority that found the nominee itself.'),
  })
  .describe('Draft a nomination.');
export const declareFacts = z
  .strictObject({ nominationId, facts: eligibilityFacts.omit({ subject: true }) })
  .describe('Say what the rules ask for (docs/eligibility-facts.md).');
export const evaluateNomination = z
  .strictObject({ nominationId })
  .describe('Judge a nomination again by the rules; the verdict is recorded.');
export const commentNomination = z
  .strictObject({ nominationId, text: z.string().trim().min(1).max(4000).describe('Sealed; may name people.') })
  .describe('Say something about a nomination beside its steps; all who may read the dossier may read it.');
export const reviseNomination = z
  .strictObject({ nominationId, documents: documents.optional(), answers, meeting })
  .describe('Replace papers, answers or minutes of a draft.');
export const filePaper = z
  .strictObject({
    nominationId,
    kind: code.describe('As the campaign or the rules ask for it, or `other`.'),
    ...givenFile,
    replaces: givenFile.digest.optional().describe('Digest of the version it takes the place of.'),
  })
  .describe('Lay an uploaded file into a dossier, or a new version of one.');
export const takeOutPaper = z
  .strictObject({ nominationId, digest: givenFile.digest, reason })
  .describe('Take a paper out of a dossier; it stays readable.');
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
export const replanStep = z
  .strictObject({ nominationId, visit })
  .describe('Move the due date of a step after a changed holiday (engine).');
export const revokeAward = z
  .strictObject({ nominationId, reason, decisionNumber: documentNumber, decisionDate: day })
  .describe('Annul an award.');
export const restoreAward = act.describe('Restore an award that was annulled.');
