import { z } from 'zod';
import { ruleBook } from '../rule-book.contract.js';
import { id, line } from './command-parts.contract.js';

/** The rule book and what people verify in it. */

export const loadRules = z.strictObject({ book: ruleBook }).describe('Put the rule data of the installation in force.');
export const verifyRule = z
  .strictObject({
    rowId: id,
    source: z
      .string()
      .trim()
      .max(500)
      .describe('The official text it was compared with: number, article, publication.'),
    enforced: z.boolean().describe('May refuse from now on.'),
  })
  .describe('Confirm that a row says what the official text says.');
export const withdrawVerification = z.strictObject({ rowId: id, reason: line }).describe('Take a verification back.');
