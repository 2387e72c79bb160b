import { z } from 'zod';
import {
  ACTIVITY_KINDS,
  CONTRIBUTION_KINDS,
  EXAMPLE_KINDS,
  SUBJECT_KINDS,
} from '../../domain/campaign-plan/vocabulary.js';
import { PROMOTIONS } from '../../domain/example/example.stream.js';
import { code, day, document, givenFile, id, line, longText, note, reason, visit } from './command-parts.contract.js';

/** What units did under a campaign, and advanced examples. */

const units = z.array(id).max(200).optional();
const subject = z.strictObject({ kind: z.enum(SUBJECT_KINDS), id, name: line });
const measure = z.string().trim().min(1).max(60);

export const recordActivity = z
  .strictObject({
    activityId: id,
    campaignId: id,
    unitId: id.describe('The unit that did it.'),
    kind: z.enum(ACTIVITY_KINDS),
    title: line,
    result: longText.optional(),
    from: day,
    to: day.optional().describe('Last day; left out for one day.'),
    obligation: code.optional().describe('Duty of the campaign it carries out.'),
    content: code.optional().describe('Content of the campaign it carries out.'),
    lead: id.optional().describe('Who leads (chủ trì); the unit itself when left out.'),
    partners: units.describe('Who takes part (phối hợp).'),
    concerned: units.describe('Units inspected, urged, trained or visited.'),
    quantities: z
      .array(z.strictObject({ key: code, value: z.number(), unit: measure }))
      .max(50)
      .optional(),
    documents: z.array(document).max(50).optional(),
    files: z.array(z.strictObject(givenFile)).max(50).optional(),
    contribution: z
      .strictObject({
        kind: z.enum(CONTRIBUTION_KINDS),
        amount: z.number(),
        unit: measure.describe('đồng, ngày công, m2 …'),
        source: subject.describe('Who gave it.'),
        receiver: id.optional().describe('Unit or locality that received it.'),
      })
      .optional(),
    confirmer: id.optional().describe('Authority that is asked to confirm it.'),
    followUp: z
      .strictObject({ unitId: id, lastDay: day, text: z.string().trim().max(4000) })
      .optional()
      .describe('What is left to do, by whom and by when.'),
  })
  .describe('Record an activity of a unit.');
const activity = { activityId: id, visit };
export const confirmActivity = z
  .strictObject({ ...activity, note, document: document.optional() })
  .describe('Confirm an activity or a contribution.');
export const refuseActivity = z.strictObject({ ...activity, reason }).describe('Do not confirm an activity.');
export const followUpActivity = z
  .strictObject({ ...activity, note: z.string().trim().max(4000), document: document.optional() })
  .describe('Say that what was left to follow up is done.');
export const withdrawActivity = z
  .strictObject({ activityId: id, reason })
  .describe('Take back what was recorded by mistake.');

export const introduceExample = z
  .strictObject({
    exampleId: id,
    campaignId: id,
    introducedBy: id.describe('The unit that introduces it; any may.'),
    unitId: id.describe('The unit it lives in.'),
    kind: z.enum(EXAMPLE_KINDS),
    subject,
    summary: longText,
  })
  .describe('Introduce an advanced example.');
export const proposeExample = z
  .strictObject({ exampleId: id, level: code.describe('Level of the register.'), note })
  .describe('Propose an example for recognition.');
export const recogniseExample = z
  .strictObject({ exampleId: id, visit, document })
  .describe('Recognise an example by a document.');
export const declineExample = z.strictObject({ exampleId: id, visit, reason }).describe('Do not recognise an example.');
export const promoteExample = z
  .strictObject({ exampleId: id, what: z.enum(PROMOTIONS), unitId: id, on: day, note })
  .describe('Foster, publicise or replicate an example.');
