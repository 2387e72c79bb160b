import { z } from 'zod';
import { ROLES } from '../domain/access/actor.js';
import { ACTIVITY_KINDS, CAMPAIGN_ROLES, SUBJECT_KINDS, UNIT_TYPES } from '../domain/campaign-plan/vocabulary.js';
import { bilingual, key, provenance, statementFields, traced, who } from './campaign-parts.contract.js';

/** The parts of a campaign file about who is judged by what, who receives what, and who answers for it. */

const requiredDocument = z
  .strictObject({
    key: key.describe('Kind under which the paper stands in the dossier.'),
    name: bilingual,
    provenance: provenance
      .optional()
      .describe('Left out = the document of the campaign asks for it. Otherwise it refuses only when enforced.'),
    ...traced,
  })
  .describe('A paper of the dossier.');

export const subjectGroup = z
  .strictObject({
    ...statementFields,
    subjectKinds: z.array(z.enum(SUBJECT_KINDS)).describe('Kinds of nominees; each kind in one group only.'),
    unitTypes: z
      .array(z.enum(UNIT_TYPES))
      .optional()
      .describe('Types of units whose collectives belong here; they go before the kind. Each type in one group only.'),
    criteria: z.array(key).min(1).describe('Keys of criteria, in the order in which they are judged.'),
    documents: z.array(requiredDocument).describe('Papers of the dossier. May be empty.'),
  })
  .describe('Nominees judged by the same criteria, with the same papers.');

export const activityAsked = z
  .strictObject({
    kind: z.enum(ACTIVITY_KINDS).describe('What is recorded.'),
    quantities: z
      .array(z.strictObject({ key, name: bilingual, unit: z.string().min(1) }))
      .optional()
      .describe('What is counted, for example articles or minutes of air time.'),
    perYear: z.int().min(1).optional().describe('How many are expected in a year; it only advises.'),
    ...traced,
  })
  .describe('An activity units record.');

export const distributionEntry = z
  .strictObject({
    ...statementFields,
    to: who.optional().describe('Recipients among the units; left out for those outside and for the file copy.'),
    at: z
      .array(z.enum(['launch', 'decision']))
      .min(1)
      .describe('Sent with the launching document, or each decision.'),
    documents: z.array(key).optional().describe('Documents of the register they get beside it.'),
    purpose: z
      .enum(['carry-out', 'report', 'information', 'file'])
      .optional()
      .describe('To carry out, to report to, for information, or the file copy (Lưu).'),
    acknowledge: z.boolean().describe('They say that they have it, by a task; else they get a notice.'),
  })
  .describe('One line of "Nơi nhận", as printed.');

export const accountableHeads = z
  .strictObject({
    ...statementFields,
    scope: z.array(key).min(1).describe('Scope groups whose heads (người đứng đầu) answer for the campaign.'),
    clusters: z.boolean().optional().describe('Leaders of clusters and blocks too.'),
    answersTo: z.enum(CAMPAIGN_ROLES).describe('To whom they answer.'),
  })
  .describe('Heads who answer for the campaign in their units.');

const steeringArea = z.strictObject({
  key,
  text: bilingual,
  contents: z.array(key).optional().describe('Contents looked after.'),
  units: who.optional().describe('Units or localities looked after.'),
  ...traced,
});

export const steeringCommittee = z
  .strictObject({
    ...statementFields,
    document: key.optional().describe('Document that set it up, in the register.'),
    standingOffice: key.optional().describe('Unit that is its standing office (cơ quan thường trực).'),
    members: z
      .array(
        z.strictObject({
          key,
          function: z.enum(['chair', 'standing-vice-chair', 'vice-chair', 'member']),
          unit: key.describe('Unit of the member.'),
          role: z.enum(ROLES).describe('Role held there; the seat goes with the role, not with a person.'),
          areas: z.array(steeringArea).describe('Assigned areas. May be empty.'),
          ...traced,
        }),
      )
      .min(1),
  })
  .describe('Ban Chỉ đạo.');
