import { z } from 'zod';
import { COMPARATORS, type Expression } from '../domain/rules/expression.js';
import { COMMENDATION_KINDS, GRADES, INITIATIVE_SCOPES } from '../domain/rules/facts.js';

export const awardCode = z
  .string()
  .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'an award code is capital letters and figures, for example CSTDCS or HC-LD1')
  .describe('Code of an award in the catalogue.');

const factName = z
  .string()
  .regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/, 'a fact is named like initiative.recognised')
  .describe('Name of a fact in facts.yaml.');

const comparator = z.enum(COMPARATORS);
const times = z.int().min(0).max(100);

const yearCondition = z
  .strictObject({
    awards: z.array(awardCode).min(1).optional(),
    kinds: z.array(z.enum(COMMENDATION_KINDS)).min(1).optional(),
    grade: z.enum(GRADES).optional(),
    initiative: z.enum(INITIATIVE_SCOPES).optional(),
  })
  .refine(({ awards, grade, initiative }) => (awards ?? grade ?? initiative) !== undefined, {
    error: 'name awards, a grade or an initiative',
  });

const comparison = z
  .strictObject({
    fact: factName,
    is: comparator,
    value: z.union([z.boolean(), z.number(), z.string()]).optional(),
    other: factName.optional(),
  })
  .refine(({ value, other }) => (value === undefined) !== (other === undefined), {
    error: 'compare with a value or with another fact, not both',
  });

/** The closed language of the rules: these words and no others. */
export const expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(expression).min(1) }),
    z.strictObject({ any: z.array(expression).min(1) }),
    z.strictObject({ not: expression }),
    z.strictObject({ compare: comparison }),
    z.strictObject({ has: factName }),
    z.strictObject({
      count: z.strictObject({
        of: yearCondition,
        withinYears: z.int().min(1).max(60).optional(),
        is: comparator,
        times,
      }),
    }),
    z.strictObject({
      consecutive: z.strictObject({
        of: yearCondition,
        years: z.int().min(1).max(60),
        latest: z.int().min(0).max(5).optional(),
        containing: z.strictObject({ of: yearCondition, times: z.int().min(1).max(60) }).optional(),
      }),
    }),
    z.strictObject({
      ratio: z.strictObject({
        of: z
          .strictObject({ grade: z.enum(GRADES).optional(), titles: z.array(awardCode).min(1).optional() })
          .refine(({ grade, titles }) => (grade ?? titles) !== undefined, { error: 'name a grade or titles' }),
        is: comparator,
        percent: z.number().min(0).max(100),
      }),
    }),
  ]),
);
