import { z } from 'zod';
import { AWARD_LEVELS, FREEZE_GROUNDS } from '../../domain/award-history/award-record.js';
import { SUBJECT_KINDS } from '../../domain/campaign-plan/vocabulary.js';
import { COMMENDATION_KINDS, GRADES, INITIATIVE_KINDS, INITIATIVE_SCOPES } from '../../domain/rules/facts.js';
import { bilingual } from '../campaign-parts.contract.js';
import { code, day, document, id, line, reason } from './command-parts.contract.js';

/** The register of awards. */

const entry = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('award'),
    award: code.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a code is made of letters, digits, dots and hyphens'),
    name: bilingual.optional(),
    kind: z.enum(COMMENDATION_KINDS),
    level: z.enum(AWARD_LEVELS).optional(),
    achievement: id.optional().describe('Identity of the achievement: one achievement, one award.'),
  }),
  z.strictObject({ what: z.literal('grade'), grade: z.enum(GRADES) }),
  z.strictObject({
    what: z.literal('initiative'),
    initiative: z.enum(INITIATIVE_KINDS),
    scope: z.enum(INITIATIVE_SCOPES),
  }),
  z.strictObject({
    what: z.literal('freeze'),
    ground: z.enum(FREEZE_GROUNDS),
    from: day,
    until: day.optional().describe('Last day; open while left out.'),
  }),
]);
const year = z.int().min(1900).max(2100).describe('Year of the achievement.');
const subjectId = id.max(120);

export const coverRegister = z
  .strictObject({
    unitId: id,
    from: z.int().optional().describe('First year of which the register is whole; left out to take that back.'),
    to: z.int().optional().describe('Last year; left out while it goes on being kept.'),
    document,
    reason,
  })
  .describe('Say of which years the register holds everything of a unit and those below it.');
export const recordAwards = z
  .strictObject({
    file: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('SHA-256 of the file they come from; left out for entries by hand.'),
    records: z
      .array(
        z.strictObject({
          subject: z.strictObject({ kind: z.enum(SUBJECT_KINDS), id: subjectId, name: line }),
          entry,
          year,
          document,
          authority: line,
          unitId: id.optional(),
          unitName: line.optional(),
          row: z.int().min(1).optional(),
        }),
      )
      .min(1)
      .max(500),
  })
  .describe('Enter past decisions into the register of awards.');
export const correctAward = z
  .strictObject({
    awardId: id,
    change: z.strictObject({
      entry: entry.optional(),
      year: year.optional(),
      document: document.optional(),
      authority: line.optional(),
      unitId: id.optional(),
      unitName: line.optional(),
    }),
    reason,
  })
  .describe('Put an entry of the register right.');
export const removeAward = z
  .strictObject({ awardId: id, reason })
  .describe('Take an entry out of the register that should never have stood in it.');
export const endFreeze = z
  .strictObject({ awardId: id, until: day, reason })
  .describe('Say on which day a freeze ended.');
export const joinSubjects = z
  .strictObject({ subjectId, into: subjectId.describe('The id both are known under.'), reason })
  .describe('Say that two ids are the same subject.');
export const partSubject = z.strictObject({ subjectId, reason }).describe('Take a joining of ids back.');
