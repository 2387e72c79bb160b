import { z } from 'zod';
import { code, day, id, note } from './command-parts.contract.js';

/** What single persons register, and what households do. */

const number = z.int().min(1).describe('The version the person saw.');
const words = z.string().trim().max(4000);

export const pledgePersonally = z
  .strictObject({
    campaignId: id,
    personId: id,
    rule: code.describe('Personal pledge of the campaign.'),
    occurrence: code.describe('The year, or `once`.'),
    unitId: id.describe('The unit the person belongs to.'),
    tasks: z.array(z.strictObject({ key: code, text: words })).max(100),
    number: number.optional(),
  })
  .describe('Register what one will do oneself.');
export const reportPersonalResults = z
  .strictObject({
    commitmentId: id,
    number,
    results: z.array(z.strictObject({ key: code, done: z.boolean(), note })).max(100),
  })
  .describe('Tell what became of what one registered.');
export const confirmPersonalResults = z
  .strictObject({ commitmentId: id, number, note })
  .describe('Take what a person of the unit told of their pledge.');
export const keepHousehold = z
  .strictObject({
    campaignId: id,
    list: code,
    unitId: id,
    householdId: id,
    name: z.string().trim().max(200).describe('Head of the household. Sealed.'),
    done: z.array(z.strictObject({ item: code, on: day.optional() })).max(200),
    number: number.optional(),
  })
  .describe('Keep the list of what a household has done.');
