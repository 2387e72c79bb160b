import { z } from 'zod';
import { SUBJECT_KINDS } from '../domain/campaign-plan/vocabulary.js';
import {
  COMMENDATION_KINDS,
  GRADES,
  INITIATIVE_KINDS,
  INITIATIVE_SCOPES,
  type EligibilityFacts,
} from '../domain/rules/facts.js';
import { localDate } from './due-rule.contract.js';
import { awardCode } from './rule-expression.contract.js';
import type { Same } from './same-shape.js';

const year = z.int().min(1945).max(2100);

/** Ids, codes, dates and document numbers: what holds a space may name a person and belongs into a sealed text. */
const reference = z
  .string()
  .max(80)
  .regex(/^[\p{L}\p{N}/._:-]*$/u, 'an id, a code, a day or a document number');

const origin = z
  .strictObject({ from: z.enum(['register', 'dossier', 'declared', 'imported']), ref: reference.optional() })
  .describe('Where a fact was taken from; `ref` is an id or a document number.');

const factValue = z.union([z.boolean(), z.number(), reference, z.null()]);

/** Facts by their names in the rule book; `null` says that there is none, leaving it out that nobody knows. */
export const factValues = z.record(z.string().max(80), factValue);

export const subjectHistory = z.strictObject({
  awards: z.array(
    z.strictObject({
      award: awardCode,
      year,
      kind: z.enum(COMMENDATION_KINDS),
      decidedOn: localDate.optional(),
      number: reference.optional(),
      achievement: reference.optional(),
      origin: origin.optional(),
    }),
  ),
  grades: z.array(z.strictObject({ year, grade: z.enum(GRADES), origin: origin.optional() })),
  initiatives: z.array(
    z.strictObject({
      year,
      kind: z.enum(INITIATIVE_KINDS),
      scope: z.enum(INITIATIVE_SCOPES),
      origin: origin.optional(),
    }),
  ),
  complete: z.strictObject({ from: year, to: year }).optional(),
});

/** The facts of one nomination, as `vinhdanh eligibility check` reads them; docs/eligibility-facts.md explains them. */
export const eligibilityFacts = z.strictObject({
  subject: z.strictObject({ kind: z.enum(SUBJECT_KINDS), id: z.string().max(80).optional() }),
  year,
  kind: z.enum(COMMENDATION_KINDS),
  values: factValues,
  origins: z.record(z.string(), origin).optional(),
  history: subjectHistory.optional(),
  roster: z
    .strictObject({
      on: localDate,
      members: z.array(z.strictObject({ grade: z.enum(GRADES).optional(), titles: z.array(awardCode).optional() })),
    })
    .optional(),
  counts: z.record(z.string(), z.int().min(0)).optional(),
});

export const sameEligibilityFacts: Same<z.infer<typeof eligibilityFacts>, EligibilityFacts> = true;
