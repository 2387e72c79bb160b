import { z } from 'zod';
import { CONFIDENCES, SUBJECT_KINDS, UNIT_TYPES } from '../domain/campaign-plan/vocabulary.js';
import { COMMENDATION_KINDS } from '../domain/rules/facts.js';
import type { RuleBook } from '../domain/rules/rows.js';
import { bilingual, key } from './campaign-parts.contract.js';
import { localDate } from './due-rule.contract.js';
import { awardCode, expression } from './rule-expression.contract.js';
import type { Same } from './same-shape.js';

const code = z.string().regex(/^[A-Z][A-Z0-9_-]*$/, 'a code is capital letters and figures');
const confidence = z
  .enum(CONFIDENCES)
  .describe('V verified; VH verified, no longer in force; M from memory; ? unknown.');
const LEVELS = ['state', 'central', 'province-or-ministry', 'grassroots'] as const;
const subjects = z.array(z.enum(SUBJECT_KINDS)).min(1);
const kinds = z.array(z.enum(COMMENDATION_KINDS)).min(1);
const awards = z.union([z.literal('every'), z.array(awardCode).min(1)]);
const percent = z.number().min(0).max(100);

/** What every row has; see `RuleRow`. */
const row = {
  id: key.describe('Name of this row for ever; verdicts keep it.'),
  key: z.string().min(1).describe('What the row decides; rows of one key never apply on the same day.'),
  from: localDate.optional(),
  to: localDate.optional(),
  basis: z.strictObject({ instrument: code, article: z.string().min(1).optional() }),
  confidence,
  source: z.string().min(1).optional(),
  note: bilingual.optional(),
  enforced: z.boolean().optional().describe('May refuse something; only a verified row with a source.'),
  locality: key.optional().describe('Applies only there, instead of the general row of the same key.'),
};

const instrument = z.strictObject({
  code,
  name: bilingual,
  short: z.string().min(1),
  issued: z.string().optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  confidence,
  source: z.string().optional(),
  note: bilingual.optional(),
});

const pack = z.strictObject({
  id: code,
  name: bilingual,
  from: localDate.optional(),
  to: localDate.optional(),
  instruments: z.array(code).min(1),
  status: z.enum(['adopted', 'draft']),
  changes: code.optional(),
});

const fact = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['yes-no', 'number', 'date', 'text', 'scale']),
  scale: z.array(z.string()).min(2).optional(),
  label: bilingual,
  question: bilingual,
});

const decider = z.strictObject({
  code,
  name: bilingual,
  level: z.enum(LEVELS),
  unitTypes: z.array(z.enum(UNIT_TYPES)).optional(),
});

const locality = z.strictObject({ id: key, name: bilingual });

const condition = z.strictObject({
  ...row,
  awards,
  subjects: subjects.optional(),
  kinds: kinds.optional(),
  alternative: key.optional(),
  text: bilingual,
  when: expression.optional(),
  check: expression,
});

/** The row of each table by the name of the table. */
export const ruleRows = {
  awards: z.strictObject({
    ...row,
    award: awardCode,
    name: bilingual,
    type: z.enum(['title', 'commendation']),
    level: z.enum(LEVELS),
    subjects,
  }),
  criteria: condition,
  prerequisites: condition,
  principles: z.strictObject({ ...row, text: bilingual }),
  quotas: z.strictObject({
    ...row,
    award: awardCode,
    ofAwards: z.array(awardCode).min(1),
    percent: percent.optional(),
    rounding: z.enum(['down', 'up', 'nearest']),
    text: bilingual,
  }),
  authority: z.strictObject({ ...row, decider: code, awards: z.array(awardCode).min(1) }),
  documents: z.strictObject({
    ...row,
    awards,
    subjects: subjects.optional(),
    kinds: kinds.optional(),
    short: z.boolean().optional(),
    copies: z.int().min(1).optional(),
    documents: z.array(z.strictObject({ code, name: bilingual, onlyIf: bilingual.optional() })).min(1),
  }),
  timeLimits: z.strictObject({
    ...row,
    awards,
    step: key,
    kinds: kinds.optional(),
    amount: z.int().min(1).optional(),
    unit: z.enum(['working', 'calendar']).optional(),
    yearly: z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }).optional(),
    batch: z.strictObject({ from: z.int().min(1), to: z.int().min(1).optional() }).optional(),
    sector: z.enum(['education', 'enterprise']).optional(),
    addsTo: key.optional().describe('Step the days are added to while a paper of `whenMissing` is missing.'),
    whenMissing: z
      .array(z.strictObject({ code, name: bilingual }))
      .min(1)
      .optional(),
  }),
  votes: z.strictObject({
    ...row,
    awards,
    council: z.enum(['central', 'province-or-ministry', 'grassroots']).optional(),
    ballot: z.enum(['secret', 'open']).optional(),
    base: z.enum(['all-members', 'present']).optional(),
    percent: percent.optional(),
    quorum: z.strictObject({ parts: z.int().min(1), of: z.int().min(1) }).optional(),
    absenteeWriting: z.boolean().optional(),
    recusal: z.enum(['not-voting', 'out-of-base']).optional(),
  }),
  opinions: z.strictObject({
    ...row,
    awards,
    kind: z.enum(['body', 'public', 'publication']),
    days: z.int().min(1).optional(),
    text: bilingual,
  }),
  kinds: z.strictObject({ ...row, kind: z.enum(COMMENDATION_KINDS), name: bilingual, countsForMerit: z.boolean() }),
  coefficients: z.strictObject({ ...row, awards: z.array(awardCode).min(1), subjects, coefficient: z.number().min(0) }),
  baseSalary: z.strictObject({ ...row, dong: z.int().min(1) }),
  retention: z.strictObject({ ...row, awards, years: z.int().min(1).optional(), text: bilingual }),
  calendar: z.strictObject({ ...row, text: bilingual }),
};

/** Files that are no tables of rows. */
export const packsFile = z.strictObject({
  version: z.string().min(1),
  packs: z.array(pack).min(1),
  localities: z.array(locality),
});
export const instrumentsFile = z.strictObject({ instruments: z.array(instrument).min(1) });
export const factsFile = z.strictObject({ facts: z.array(fact).min(1) });
export const decidersFile = z.strictObject({ deciders: z.array(decider).min(1) });

/** The whole book, as a world loads it. */
export const ruleBook = z.strictObject({
  ...packsFile.shape,
  ...instrumentsFile.shape,
  ...factsFile.shape,
  ...decidersFile.shape,
  tables: z.strictObject({
    awards: z.array(ruleRows.awards),
    criteria: z.array(ruleRows.criteria),
    prerequisites: z.array(ruleRows.prerequisites),
    principles: z.array(ruleRows.principles),
    quotas: z.array(ruleRows.quotas),
    authority: z.array(ruleRows.authority),
    documents: z.array(ruleRows.documents),
    timeLimits: z.array(ruleRows.timeLimits),
    votes: z.array(ruleRows.votes),
    opinions: z.array(ruleRows.opinions),
    kinds: z.array(ruleRows.kinds),
    coefficients: z.array(ruleRows.coefficients),
    baseSalary: z.array(ruleRows.baseSalary),
    retention: z.array(ruleRows.retention),
    calendar: z.array(ruleRows.calendar),
  }),
});

type Shape<T> = Omit<T, 'criteria' | 'prerequisites'>;
type Parsed = z.infer<typeof ruleBook>;

/** Compile-time proof that schema and domain agree; expressions, which refer to themselves, are proven where they stand. */
export const sameRuleBook: Same<Omit<Parsed, 'tables'>, Omit<RuleBook, 'tables'>> = true;
export const sameRuleTables: Same<Shape<Parsed['tables']>, Shape<RuleBook['tables']>> = true;
export const sameCondition: Same<
  Omit<Parsed['tables']['criteria'][number], 'when' | 'check'>,
  Omit<RuleBook['tables']['criteria'][number], 'when' | 'check'>
> = true;
