import { z } from 'zod';
import { COMPARISONS, UNIT_TYPES } from '../domain/campaign-plan/vocabulary.js';
import { bilingual, key, provenance, statementFields, who } from './campaign-parts.contract.js';
import { localDate } from './due-rule.contract.js';

/** The measured parts of a campaign file. */

const scale = z
  .strictObject({
    factor: z.number().positive().describe('One unit is this many of the base: 1000000000 for tỷ đồng.'),
    base: z.string().min(1).describe('Base unit, for example đồng.'),
  })
  .describe('The unit as a multiple of its base, so that results in either compare.');

const point = z.strictObject({
  due: localDate.describe('Last day of the point: "trước năm 2025" is 2024-12-31.'),
  value: z.number().optional().describe('Value wanted; left out when qualitative or set elsewhere.'),
  printed: z
    .string()
    .min(1)
    .optional()
    .describe('The number as printed, the Vietnamese way (320.080 or 789,53 or 09/09): must read as `value`.'),
  of: z.number().optional().describe('Out of how many (09/09).'),
  percent: z.number().optional().describe('Percentage printed beside x/y; must agree with it.'),
  unitId: key.optional().describe('Unit the value is assigned to.'),
});

const population = z
  .strictObject({
    what: bilingual.describe('What is counted, for example all communes of the province.'),
    fixedOn: localDate.describe('Day on which it is counted; later mergers do not move the goal.'),
    size: z.number().positive().optional().describe('How many there were; left out while nobody has counted.'),
    unitTypes: z.array(z.enum(UNIT_TYPES)).optional().describe('Units that are the population.'),
  })
  .describe('Denominator fixed at a date.');

export const target = z.strictObject({
  ...statementFields,
  unit: z.string().min(1).optional().describe('Unit of measure; left out for a qualitative target.'),
  scale: scale.optional(),
  per: z
    .strictObject({ unit: z.string().min(1).optional(), text: bilingual })
    .optional()
    .describe('What it is measured per. Without `unit` the document does not say, and an open question must ask.'),
  comparison: z
    .enum(COMPARISONS)
    .optional()
    .describe('How result and value are compared. Left out beside a number, an open question must ask.'),
  mode: z
    .enum(['cumulative', 'incremental', 'unset'])
    .describe('Total since the start, or added in the period. `unset` needs an open question.'),
  measures: z
    .enum(['level', 'change', 'unset'])
    .optional()
    .describe('The figure itself ("xuống còn") or what is added or taken off ("giảm đi"). `unset` needs a question.'),
  baseline: z
    .strictObject({ value: z.number(), on: localDate, provenance: provenance.optional() })
    .optional()
    .describe('Where counting starts.'),
  tolerancePercent: z.number().min(0).max(100).optional().describe('Leeway of "about", in percent of the value.'),
  points: z.array(point).min(1).describe('Values by due date.'),
  population: population.optional(),
  each: who.optional().describe('Every unit meant owes the values by itself; left out = the whole does.'),
  aggregate: z
    .enum(['sum', 'mean', 'ratio', 'none'])
    .optional()
    .describe('How results of units make that of a cluster or the whole; left out = sum, and ratio for percentages.'),
  includes: bilingual.optional().describe('What else counts ("kể cả các cơ sở tư nhân").'),
  parent: key.optional().describe('Target this is a part of ("trong đó").'),
  sumsTo: key.optional().describe('Cumulative target these yearly increments must add up to.'),
  priceBase: z.string().min(1).optional().describe('Price base, for example constant prices of 2010.'),
  stretch: z.boolean().optional().describe('"Phấn đấu": missing it does not fail the campaign.'),
  lowerIsBetter: z.boolean().optional().describe('A smaller result is better.'),
  document: key.optional().describe('Document that holds the number when this one only refers to it.'),
});

/** What a choice of an open question about `target:<key>` settles. */
export const targetReading = z
  .strictObject({
    mode: z.enum(['cumulative', 'incremental']).optional(),
    comparison: z.enum(COMPARISONS).optional(),
    measures: z.enum(['level', 'change']).optional(),
    unit: z.string().min(1).optional(),
    scale: scale.optional(),
    perUnit: z.string().min(1).optional().describe('Unit of `per`.'),
    tolerancePercent: z.number().min(0).max(100).optional(),
    value: z.number().optional().describe('Value of every point.'),
  })
  .describe('What the target means once this is chosen.');
