import { z } from 'zod';
import { isClockTime } from '../domain/calendar/local-date.js';
import { activityAsked } from './campaign-organising.contract.js';
import { bilingual, key, provenance, statementFields, traced, who } from './campaign-parts.contract.js';
import {
  CAMPAIGN_ROLES,
  EXAMPLE_KINDS,
  OBLIGATION_KINDS,
  OBLIGATION_MODES,
  PROOF_KINDS,
  ROUND_KINDS,
  SUBJECT_KINDS,
} from '../domain/campaign-plan/vocabulary.js';
import { dueRule } from './due-rule.contract.js';

/** The parts of a campaign file that make somebody do something by some date. */

const reportField = z.strictObject({
  key,
  label: bilingual,
  kind: z.enum(['narrative', 'count', 'list']).describe('Free text, a number, or a list of entries.'),
  required: z.boolean(),
  proves: z.array(key).optional().describe('Obligations without a date of their own that this field proves.'),
  target: key.optional().describe('Target the number is a result of. Only for a count.'),
  counts: z
    .enum(['total', 'added'])
    .optional()
    .describe('A total since the start, or what was added in the period; left out = as the target counts.'),
  participation: z
    .enum(['persons', 'collectives', 'households', 'units'])
    .optional()
    .describe('The number says who took part. Only for a count.'),
  evidence: z.enum(['optional', 'required']).optional().describe('Files that show it.'),
  ...traced,
});

export const obligation = z
  .strictObject({
    ...statementFields,
    kind: z.enum(OBLIGATION_KINDS).describe('What is owed.'),
    mode: z
      .enum(OBLIGATION_MODES)
      .describe(
        'dated once; recurring; continuous (proved in a yearly report); invited (asked, never escalated); undated.',
      ),
    who: who.describe('Who owes it.'),
    partners: who.optional().describe('Who helps (phối hợp); they owe nothing by themselves.'),
    addressees: z.array(who).optional().describe('Who receives it; several are possible.'),
    acknowledged: z
      .boolean()
      .optional()
      .describe('Addressees of a consolidated report say that they have it; true when left out.'),
    due: dueRule,
    proof: z.enum(PROOF_KINDS).describe('What shows that it was done.'),
    gate: key.optional().describe('Phase or round that cannot open before this is done.'),
    reminders: key.optional().describe('Name of the reminder policy; none = nobody is reminded.'),
    consolidates: key.optional().describe('Obligation whose results are compiled here.'),
    provenance: provenance.optional().describe('Given when the date is not written in the document.'),
    fields: z.array(reportField).optional().describe('Fields of the report form.'),
    activities: z.array(activityAsked).optional().describe('What the units record while they do it.'),
  })
  .describe('One duty of the campaign.');

export const review = z
  .strictObject({
    ...statementFields,
    kind: z.enum(['mid-term', 'final']).describe('Sơ kết or tổng kết.'),
    window: dueRule.describe('When the review is held.'),
    gates: key.optional().describe('Phase that opens only on the recorded conclusion.'),
    leads: z.enum(CAMPAIGN_ROLES).describe('Who prepares and leads it.'),
    concludes: z.enum(CAMPAIGN_ROLES).describe('Who records the conclusion.'),
    inputs: z.array(key).optional().describe('Obligations whose results it looks at.'),
    reminders: key.optional().describe('Name of the reminder policy.'),
    provenance: provenance.optional().describe('Where its time comes from, where the document does not say it.'),
  })
  .describe('A review of the campaign.');

const awardOffer = z.strictObject({
  award: z.string().describe('Code in the award catalogue, for example BKT.'),
  name: bilingual,
  subjectKinds: z.array(z.enum(SUBJECT_KINDS)).min(1).describe('Who can receive it in this round.'),
  quota: z.int().min(1).optional().describe('Most awards in one round; left out = set by the guidance document.'),
  publicOpinion: z.boolean().optional().describe('Nominees are published for opinion before submission.'),
  provenance,
});

export const awardRound = z
  .strictObject({
    ...statementFields,
    kind: z.enum(ROUND_KINDS).describe('Yearly, with the mid-term or final review, or prompt (đột xuất).'),
    guidance: key
      .optional()
      .describe('Obligation whose document (Hướng dẫn khen thưởng) must exist before the round opens.'),
    review: key.optional().describe('Review the round belongs to; it opens after its conclusion.'),
    opens: dueRule.describe('First day for nominations.'),
    closes: dueRule.describe('Last day for nominations.'),
    dates: provenance.describe('Where the dates come from; proposed dates are confirmed by the guidance document.'),
    route: z.enum(['default', 'short']).describe('Which nomination route is walked.'),
    awards: z.array(awardOffer).min(1).describe('Awards that can be proposed.'),
    leads: z.enum(CAMPAIGN_ROLES).describe('Who collects and gives the lead opinion.'),
    appraises: z.enum(CAMPAIGN_ROLES).describe('Who appraises (thẩm định) before the decision.'),
    decides: z
      .enum(CAMPAIGN_ROLES)
      .describe('Whose head issues the decision; the law of the day must give its awards to that office.'),
  })
  .describe('An award round.');

export const exampleRegister = z
  .strictObject({
    levels: z
      .array(z.strictObject({ key, name: bilingual, recognisedBy: who }))
      .min(1)
      .describe('From low to high.'),
    stages: z
      .array(z.strictObject({ key, name: bilingual }))
      .min(1)
      .describe('Life of an example, in order.'),
    introducedBy: who.describe('Who may introduce an example; not only the direct manager.'),
    kinds: z.array(z.enum(EXAMPLE_KINDS)).min(1).optional().describe('Kinds of examples; all when left out.'),
    promptRound: key.optional().describe('Round of kind prompt in which an example is commended by the short route.'),
    ...traced,
  })
  .describe('Register of advanced examples (điển hình tiên tiến).');

const reminderRule = z.strictObject({
  key: z.string().describe('Unique in the policy and never reused: what was sent is recorded under it.'),
  offset: z.int().describe('Days from the last day on time: negative before, 0 on the day, positive overdue.'),
  unit: z.enum(['working', 'calendar']).describe('Working days of the Vietnamese calendar, or calendar days.'),
  time: z
    .templateLiteral([z.number(), ':', z.number()], { error: 'a time is written HH:mm' })
    .refine(isClockTime, 'no such time of day')
    .describe('Time of day in Vietnam, HH:mm.'),
  kind: z.enum(['remind', 'escalate']).describe('An escalation comes only after the last day on time.'),
  to: z.enum(['assignee', 'unit-head', 'lead-agency', 'standing-body']).describe('Who is told.'),
  channels: z.array(z.enum(['in-app', 'email'])).describe('How.'),
});

export const reminderPolicy = z
  .strictObject({
    id: key,
    basis: z.enum(['product-default', 'plan', 'law']).describe('A choice of this product, of the plan, or of a law.'),
    source: z.string().exactOptional().describe('Text the policy comes from; required unless product-default.'),
    steps: z.array(reminderRule).describe('Reminders and escalations. Empty = nobody is reminded.'),
  })
  .describe('When and whom to remind. Same id as a built-in policy (default, invited, continuous) replaces it.');
