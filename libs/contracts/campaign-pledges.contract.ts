import { z } from 'zod';
import { PLEDGE_CONFIRMERS, PLEDGING_PERSONS, SIGNATURE_KINDS } from '../domain/campaign-plan/pledges.js';
import { key, provenance, statement, statementFields, traced, who } from './campaign-parts.contract.js';
import { dueRule } from './due-rule.contract.js';

/** The parts of a campaign file by which units, persons and households promise something. */

const fewest = z.int().min(0).max(200).optional();

const gate = z
  .strictObject({
    rounds: z.array(key).optional().describe('Rounds it guards; all but prompt ones when left out.'),
    needs: z
      .enum(['confirmed', 'results', 'all-met', 'spearheads-met'])
      .describe('A confirmed pledge; its results compared one by one; every one met; every spearhead one met.'),
    provenance,
    ...traced,
  })
  .describe('What must stand before anybody is nominated. Refuses only when its provenance says enforced.');

export const registration = z
  .strictObject({
    due: dueRule,
    who,
    unitDefinedCriteria: z.boolean().describe('Units write criteria of their own.'),
    signedPledge: z.boolean().describe('A pledge (giao ước) is signed.'),
    requiredForNomination: z.boolean().describe('No registration, no nomination.'),
    confirmedBy: z
      .enum(PLEDGE_CONFIRMERS)
      .optional()
      .describe('Who confirms: leader of the cluster (default; the lead agency where there is none), or an agency.'),
    signature: z.enum(SIGNATURE_KINDS).optional().describe('How a pledge is signed.'),
    atLeast: z
      .strictObject({
        own: fewest.describe('Criteria of its own.'),
        indicators: fewest.describe('Entries with a number.'),
        spearheads: fewest.describe('Spearhead indicators (chỉ tiêu mũi nhọn).'),
      })
      .optional()
      .describe('Fewest entries of a pledge.'),
    gate: gate.optional(),
    reminders: key.optional().describe('Name of the reminder policy.'),
    provenance: provenance.optional(),
    ...traced,
  })
  .describe('Sign-up and pledge.');

export const personalPledge = z
  .strictObject({
    ...statementFields,
    who: who.describe('Units whose people pledge.'),
    persons: z.enum(PLEDGING_PERSONS).describe('Which people.'),
    due: dueRule.describe('By when it is registered, usually every year.'),
    resultDue: dueRule.describe('By when its result is told.'),
    atLeast: z.int().min(1).max(100).optional().describe('Fewest concrete tasks; one when left out.'),
    provenance: provenance.optional(),
  })
  .describe('What each person registers for the year.');

export const householdList = z
  .strictObject({
    ...statementFields,
    who: who.describe('Units that keep the lists of their households.'),
    count: z.int().min(1).max(200).describe('How many items the list has.'),
    items: z
      .array(statement)
      .optional()
      .describe('The items in order; left out where the document only counts them: they go by number then.'),
    provenance: provenance.optional(),
  })
  .describe('List of what a household does, ticked off item by item.');
