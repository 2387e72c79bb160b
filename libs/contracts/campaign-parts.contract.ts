import { z } from 'zod';
import {
  CAMPAIGN_ROLES,
  CONFIDENCES,
  STEP_ACTORS,
  STEP_KINDS,
  STEP_OUTCOMES,
  UNIT_TYPES,
} from '../domain/campaign-plan/vocabulary.js';

/** Small shapes used all over campaign and organisation files. */

export const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key is lower-case ASCII words joined by hyphens')
  .describe('Stable name inside this file: lower-case ASCII words joined by hyphens. Never reused for something else.');

export const bilingual = z
  .strictObject({
    vi: z.string().min(1).describe('Vietnamese wording; this one counts.'),
    en: z.string().min(1).describe('English rendering for developers and foreign readers; it decides nothing.'),
  })
  .describe('Text in Vietnamese and English.');

/** What ties a node to its source text: the checklist rows it proves and the exact words it rests on. */
export const traced = {
  rows: z
    .array(z.string().regex(/^[SX]\d+(-\d+)?$/, 'a checklist row looks like S0-29'))
    .optional()
    .describe('Rows of docs/seeds-checklist.md this node proves, for example S0-29.'),
  quotes: z.array(z.string().min(1)).optional().describe('Exact fragments of the source text this node rests on.'),
};

export const trace = z.strictObject(traced);

const statementShape = { key, text: bilingual, ...traced };
export const statement = z.strictObject(statementShape);

export const provenance = z
  .strictObject({
    basis: z
      .enum(['document', 'law', 'inherited', 'proposed'])
      .describe("From this campaign's own document, from the law, from the parent campaign, or only our proposal."),
    confidence: z
      .enum(CONFIDENCES)
      .optional()
      .describe('V verified; VH verified but no longer in force; M from memory; ? unknown. Only V may be enforced.'),
    enforced: z.boolean().optional().describe('May refuse or expire something. Left out = no: the value only advises.'),
    source: z.string().optional().describe('Document id, article or page the value was taken from.'),
    note: bilingual.optional().describe('What a person should check, for example "cần xác minh".'),
  })
  .describe('Where a value comes from and how far it may be trusted.');

/** Parts add up. Nobody named is an error found by the checks, not an empty set. */
export const who = z
  .strictObject({
    roles: z.array(z.enum(CAMPAIGN_ROLES)).optional().describe('Units filling these roles of the campaign.'),
    unitIds: z.array(key).optional().describe('Named units of the organisation.'),
    unitTypes: z.array(z.enum(UNIT_TYPES)).optional().describe('Every unit of these types valid on the due date.'),
    scope: z.array(key).optional().describe('Every unit of these scope groups.'),
    clusters: z.boolean().optional().describe('Also every emulation cluster and block, through its leader.'),
    parent: z
      .boolean()
      .optional()
      .describe('The unit directly above the one that owes (reports rising level by level).'),
  })
  .describe('Who owes or receives something; the parts are added together.');

export const advisoryDuration = z
  .strictObject({
    amount: z.int().min(1).describe('How many days.'),
    unit: z.enum(['working', 'calendar']).describe('Working days of the Vietnamese calendar, or calendar days.'),
    provenance,
  })
  .describe('A time limit with its origin. Not enforced unless its provenance says so.');

/** One step of the way a nomination takes. */
export const routeStep = z
  .strictObject({
    key,
    kind: z.enum(STEP_KINDS).describe('What is done in this step.'),
    actor: z.enum(STEP_ACTORS).describe('Who does it; `engine` needs no person.'),
    name: bilingual.describe('Name of the step as people see it.'),
    due: advisoryDuration.optional().describe('Time limit of the step, counted from its opening.'),
    outcomes: z.array(z.enum(STEP_OUTCOMES)).min(1).describe('Outcomes the step can end with.'),
    onlyWhen: z
      .enum(['award-wants-public-opinion'])
      .optional()
      .describe('The step is skipped unless the award asks for it.'),
  })
  .describe('One step of a nomination route.');

export const routes = z
  .strictObject({
    default: z.array(routeStep).min(1).optional().describe('Route of ordinary rounds; left out = the built-in one.'),
    short: z.array(routeStep).min(1).optional().describe('Short route of prompt (đột xuất) awards.'),
  })
  .describe('Nomination routes that replace the built-in ones.');

export const statementFields = statementShape;
