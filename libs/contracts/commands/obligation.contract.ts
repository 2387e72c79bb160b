import { z } from 'zod';
import { PLEDGE_VERDICTS } from '../../domain/registration/registration.stream.js';
import { code, day, documentNumber, givenFile, id, longText, note, reason, visit } from './command-parts.contract.js';

const obligationId = id;
const measure = {
  of: z.number().positive().optional().describe('Out of how many.'),
  unit: z.string().trim().min(1).max(60).optional().describe('Unit of the figure: that of the target, or its base.'),
};
const asOf = day.optional().describe('Day the figures are about; left out = the last day of the period reported on.');

export const openObligation = z
  .strictObject({ campaignId: id, key: code, occurrence: code, unitId: id })
  .describe('Open what a unit owes at one occurrence (engine).');
export const fulfilObligation = z
  .strictObject({
    obligationId,
    proof: z.strictObject({
      kind: z.enum(['document', 'record']).describe('A document with number and date, or a record.'),
      number: documentNumber.optional(),
      date: day.optional(),
      note,
    }),
  })
  .describe('Record that a unit has done what it owes.');
export const replanObligation = z
  .strictObject({ obligationId })
  .describe('Follow a moved date or a changed calendar (engine).');
export const lapseObligation = z
  .strictObject({ obligationId })
  .describe('End what is open when its campaign has closed (engine).');
export const urgeObligation = z
  .strictObject({ obligationId, text: z.string().trim().max(4000) })
  .describe('Urge a unit by hand (đôn đốc).');
export const extendObligation = z
  .strictObject({ obligationId, lastDay: day, reason })
  .describe('Give one unit more time.');
export const waiveObligation = z.strictObject({ obligationId, reason }).describe('Free one unit of an obligation.');

export const registerUnit = z
  .strictObject({
    campaignId: id,
    unitId: id,
    head: id.describe('The person who answers for it.'),
    pledges: z
      .array(
        z.strictObject({
          key: code,
          own: z.boolean().describe('A criterion of the unit itself, not of the campaign.'),
          text: z.string().trim().max(4000),
          target: z.number().optional(),
          unit: z.string().trim().max(60).optional(),
          spearhead: z.boolean().optional().describe('Chỉ tiêu mũi nhọn; needs a number.'),
          lowerIsBetter: z.boolean().optional().describe('The number is not to be exceeded.'),
        }),
      )
      .max(200),
    signature: z
      .strictObject({
        kind: z.enum(['paper', 'digital']),
        on: day,
        files: z.array(z.strictObject(givenFile)).max(20).optional().describe('The signed copy.'),
      })
      .optional()
      .describe('How and when the pledge was signed.'),
    visit: visit.optional().describe('The registration this one replaces; left out for the first.'),
  })
  .describe('Register a unit for a campaign with its pledges.');
export const confirmRegistration = z
  .strictObject({ registrationId: id, visit, note })
  .describe('Confirm a registration.');
export const returnRegistration = z
  .strictObject({ registrationId: id, visit, reason })
  .describe('Send a registration back.');
export const moveConfirmation = z
  .strictObject({ registrationId: id, visit, to: id })
  .describe('Move an open confirmation to the unit that leads the cluster now (engine).');

const pledgeVerdict = z.enum(PLEDGE_VERDICTS);
export const reportPledgeResults = z
  .strictObject({
    registrationId: id,
    number: z.int().min(1).describe('The version of the pledge in force that it is compared with.'),
    items: z
      .array(
        z.strictObject({
          key: code,
          value: z.number().optional().describe('What was reached, where a number was pledged.'),
          claim: pledgeVerdict.optional().describe('The unit’s word, where none was.'),
          note,
        }),
      )
      .max(200),
    files: z.array(z.strictObject(givenFile)).max(50).optional(),
  })
  .describe('Tell what was reached of a pledge, entry by entry.');
export const assessPledge = z
  .strictObject({
    registrationId: id,
    visit,
    verdicts: z
      .array(z.strictObject({ key: code, verdict: pledgeVerdict }))
      .max(200)
      .describe('Where the assessor differs from the numbers or the claim.'),
    note,
  })
  .describe('Assess what was reached of a pledge.');

export const submitReport = z
  .strictObject({
    obligationId,
    fields: z
      .record(code, z.union([z.string().trim().max(20_000), z.number()]))
      .describe('Values by field of the report form.'),
    phase: code.optional().describe('Needed where the year lies in two phases.'),
    measures: z
      .record(code, z.strictObject(measure))
      .optional()
      .describe('Beside figures for targets: out of how many, in which unit, by field.'),
    asOf,
    evidence: z
      .array(z.strictObject({ field: code, ...givenFile }))
      .max(200)
      .optional()
      .describe('Uploaded files that show what a field says.'),
  })
  .describe('Submit the report of a unit.');
export const acceptReport = z.strictObject({ reportId: id, visit }).describe('Take a report as it is.');
export const returnReport = z.strictObject({ reportId: id, visit, reason }).describe('Send a report back.');
export const consolidateReports = z
  .strictObject({
    campaignId: id,
    obligationId,
    occurrence: code,
    summary: longText,
    sources: z.array(id).max(5000),
    results: z
      .array(
        z.strictObject({
          target: code,
          value: z.number(),
          counts: z.enum(['total', 'added']).optional().describe('A total, or what was added in the period.'),
          ...measure,
        }),
      )
      .max(500)
      .optional()
      .describe('Figures for the whole of the campaign; they stand instead of the sum of the units.'),
    asOf,
  })
  .describe('Sum up the reports of units and send the result upward.');
export const acknowledgeReport = z.strictObject({ reportId: id, visit }).describe('Acknowledge a consolidated report.');
