import { z } from 'zod';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import { INHERITABLE } from '../domain/campaign-plan/inherit.js';
import { awardRound, exampleRegister, obligation, reminderPolicy, review } from './campaign-duties.contract.js';
import {
  accountableHeads,
  activityAsked,
  distributionEntry,
  steeringCommittee,
  subjectGroup,
} from './campaign-organising.contract.js';
import { householdList, personalPledge, registration } from './campaign-pledges.contract.js';
import { target, targetReading } from './campaign-targets.contract.js';
import { bilingual, key, routes, statement, statementFields, trace, traced } from './campaign-parts.contract.js';
import {
  CAMPAIGN_ROLES,
  COMPARISONS,
  CONFIDENCES,
  CONTRIBUTION_KINDS,
  DOCUMENT_ROLES,
  DOCUMENT_TYPES,
  PROOF_KINDS,
  SUBJECT_KINDS,
  UNIT_TYPES,
} from '../domain/campaign-plan/vocabulary.js';
import { dueRule, localDate } from './due-rule.contract.js';
import type { Same } from './same-shape.js';

const year = z.int().min(1945).max(2100);

const campaignDocument = z.strictObject({
  id: key,
  number: z
    .string()
    .optional()
    .describe('Number as printed, for example 101 or 01. Left out when the source has none.'),
  symbol: z.string().optional().describe('Number and symbol as printed: 101/KH-UBND (State) or 21-NQ/TU (Party).'),
  type: z.enum(DOCUMENT_TYPES).describe('Kind of document. Any kind may adopt a campaign (a Công văn too).'),
  issuer: z.string().describe('Issuing body as printed.'),
  issuerUnit: key.optional().describe('Issuing body as a unit of the organisation.'),
  date: z
    .strictObject({
      value: localDate,
      inferred: z.boolean().describe('True when a part of the date was completed from context.'),
      why: z.string().optional().describe('How it was completed.'),
    })
    .optional()
    .describe('Signing date. Left out when the source does not give one.'),
  publishedAt: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Instant the text was put on a site; never used as the signing date.'),
  abstract: bilingual.optional().describe('Trích yếu.'),
  role: z.enum(DOCUMENT_ROLES).describe('What the document is to this campaign.'),
  cites: z.array(key).optional().describe('Ids of documents it cites.'),
  link: z.string().optional().describe('Where it can be read.'),
  confidence: z.enum(CONFIDENCES).optional().describe('How sure the register entry is.'),
  ...traced,
});

const source = z
  .strictObject({
    file: z.string().describe('Source text, path relative to this file.'),
    section: z.string().optional().describe('Label of the web section, kept as a tag.'),
    noise: z
      .array(
        z.strictObject({
          text: z.string().describe('Fragment of the page that is no part of the document.'),
          kept: z.enum(['dropped', 'tag']).describe('Dropped, or kept as a tag only.'),
          ...traced,
        }),
      )
      .describe('Page template fragments the importer takes out.'),
  })
  .describe('The text this file was made from.');

const scopeGroup = z.strictObject({
  ...statementFields,
  unitTypes: z.array(z.enum(UNIT_TYPES)).describe('Types of units addressed. May be empty for groups of persons.'),
  within: key.optional().describe('Only units below this one (a department addresses its own divisions).'),
  unitIds: z.array(key).optional().describe('Single units named by the document.'),
  subjectKinds: z.array(z.enum(SUBJECT_KINDS)).describe('Whom nominations from this group may be about.'),
  resolve: z
    .enum(['at-launch', 'at-due-date'])
    .describe('When the types are turned into units: once at launch, or on each due date (units come and go).'),
});

const phase = z.strictObject({
  ...statementFields,
  from: localDate,
  to: localDate,
  gate: key.optional().describe('Key of the review whose recorded conclusion opens this phase.'),
});

const contentItem = z.strictObject({
  ...statementFields,
  number: z.int().optional().describe('Number in the document, for count checks.'),
  parent: key.optional().describe('Content this one is part of.'),
  priority: z.boolean().optional().describe('Named as a focus or breakthrough.'),
  objectives: z.array(key).optional().describe('Objectives it serves.'),
  activities: z.array(activityAsked).optional().describe('What units record to show that they carry it out.'),
});

const criterion = z.strictObject({
  ...statementFields,
  kind: z.enum(['gate', 'scored', 'narrative']).describe('Must be met, adds points, or is judged from a narrative.'),
  objective: key.optional().describe('Objective it was derived from.'),
  scope: z.array(key).optional().describe('Scope groups it applies to; all when left out.'),
  subjectKinds: z.array(z.enum(SUBJECT_KINDS)).optional().describe('Subjects it applies to; all when left out.'),
  anyOf: key.optional().describe('Criteria sharing this name are alternatives: one of them is enough.'),
  maxScore: z.number().positive().optional().describe('Most points, for scored criteria.'),
  threshold: z
    .strictObject({ comparison: z.enum(COMPARISONS), value: z.number(), unit: z.string() })
    .optional()
    .describe('Numeric condition.'),
  evidence: z.array(z.enum(PROOF_KINDS)).describe('Accepted proof.'),
  unitsMayQuantify: z.boolean().optional().describe('A unit may add its own figure when it registers.'),
  levels: z
    .array(z.strictObject({ key, name: bilingual }))
    .min(2)
    .optional()
    .describe('Ordered levels of recognition, lowest first.'),
  leastLevel: key.optional().describe('Lowest level that is enough.'),
  count: z
    .strictObject({ unit: z.string().min(1), least: z.int().min(1).optional() })
    .optional()
    .describe('How many things reach the threshold. Without least an open question about criterion:<key> asks.'),
  contributions: z
    .strictObject({
      kinds: z.array(z.enum(CONTRIBUTION_KINDS)).min(1),
      confirmed: z.boolean().describe('An authority must have confirmed it.'),
    })
    .optional()
    .describe('Recorded contributions that prove it.'),
});

const roleAssignment = z.strictObject({
  unit: key.describe('Unit of the organisation that plays the part.'),
  position: z.string().optional().describe('Position inside the unit when a person decides, for example chu-tich.'),
  ...traced,
});

/** What is settled about the node in `about` once an answer is given. */
export const choiceSets = z
  .strictObject({
    due: dueRule.optional().describe('Due rule of obligation:<key> or registration, window of review:<key>.'),
    opens: dueRule.optional().describe('First day of round:<key>.'),
    closes: dueRule.optional().describe('Last day of round:<key>.'),
    unit: key.optional().describe('Unit that plays role:<name>.'),
    drop: z.boolean().optional().describe('obligation:<key>, round:<key> or registration falls away.'),
    target: targetReading.optional(),
    least: z.int().min(1).optional().describe('How many criterion:<key> wants at least.'),
  })
  .describe('What is settled about the node in `about` once this is chosen.');

const openQuestion = z.strictObject({
  id: key,
  quote: z.string().describe('The words of the source that are unclear; empty when something is missing.'),
  unclear: bilingual.describe('What is unclear or missing, in plain words.'),
  choices: z
    .array(
      z.strictObject({
        key,
        text: bilingual,
        sets: choiceSets.optional(),
      }),
    )
    .describe('Answers offered. Empty only when freeText is true.'),
  freeText: z.boolean().optional().describe('Another answer may be given, with values of its own.'),
  recommended: key.optional().describe('Choice we would take; never taken by itself.'),
  blocks: z
    .string()
    .regex(/^(launch|nothing|(round|review|phase|obligation|target):[a-z0-9-]+)$/, 'launch, nothing, or round:key …')
    .describe('What cannot start before a named person answers: launch, round:<key>, review:<key>, …, or nothing.'),
  about: z.string().optional().describe('Node in question, for example phase:giai-doan-2.'),
  ...traced,
});

const successionNote = z.strictObject({
  ...statementFields,
  on: localDate.describe('Day the change takes effect.'),
  from: key.describe('Unit that ends or changes.'),
  to: key.describe('Unit that takes over.'),
  confidence: z.enum(CONFIDENCES),
  source: z.string().describe('Where this was read.'),
});

/** A campaign as adopted by its document. */
export const campaignFile = z
  .strictObject({
    schemaVersion: z.literal(1).describe('Version of this format.'),
    id: key.describe('Id of the campaign; becomes part of workflow and stream ids.'),
    name: bilingual.describe('Full name.'),
    quotedName: z.string().describe('Name between quotation marks exactly as in the document.'),
    kind: z.enum(['thematic', 'regular']).describe('Theo chuyên đề or thường xuyên (Law 06/2022/QH15 art. 16(1)).'),
    organisation: key.optional().describe('Organisation file the unit ids belong to.'),
    period: z
      .strictObject({
        fromYear: year,
        toYear: year.describe('Last year, included.'),
        from: localDate.optional().describe('First day when the document is more precise than years.'),
        to: localDate.optional().describe('Last day when the document is more precise than years.'),
        ...traced,
      })
      .describe('Period of the campaign.'),
    adoptedOn: localDate.describe('Day of the adopting document. Nobody is reminded of what lies before it.'),
    launch: trace.optional().describe('The sentence by which the campaign exists.'),
    parent: z
      .strictObject({
        campaign: key.optional().describe('Id of the campaign above, when it is in the system.'),
        document: key.optional().describe('Document of the campaign above.'),
        inherits: z.array(z.enum(INHERITABLE)).describe('Parts taken over from it when missing here.'),
        ...traced,
      })
      .optional()
      .describe('Campaign this one carries out.'),
    related: z
      .array(
        z.strictObject({
          ...statementFields,
          relation: z
            .enum(['national', 'above', 'related', 'previous'])
            .describe('Launched for the whole country, by the level above, beside this one, or the year before.'),
          campaign: key.optional().describe('Its id, when it is in the system.'),
          launchedBy: z.string().optional().describe('Who launched it; a council can as well as a chairman.'),
        }),
      )
      .optional()
      .describe('Campaigns linked but not owned.'),
    documents: z.array(campaignDocument).min(1).describe('Register of documents: adopting, cited, guidance.'),
    source,
    theme: z.string().optional().describe('Chủ đề, printed exactly.'),
    slogan: z.string().optional().describe('Khẩu hiệu, printed exactly.'),
    purpose: z.array(statement).describe('Purpose.'),
    principles: z.array(statement).optional().describe('Principles the document repeats.'),
    objectives: z.array(statement).describe('Objectives without figures.'),
    scope: z.array(scopeGroup).min(1).describe('Who takes part.'),
    phases: z.array(phase).min(1).describe('Phases. They may overlap.'),
    phaseOverlap: z
      .strictObject({ policy: z.enum(['assign-explicitly']), ...traced })
      .optional()
      .describe('Needed when phases overlap: a result dated in the overlap must name its phase.'),
    contents: z.array(contentItem).describe('Emulation contents (nội dung thi đua).'),
    contentsDeclared: z
      .strictObject({
        count: z.int().min(1),
        priorities: z.int().min(1).optional().describe('Of which focal ones (đột phá).'),
        ...traced,
      })
      .optional()
      .describe('How many contents the document says it has; another number listed is pointed out.'),
    criteria: z.array(criterion).describe('Criteria.'),
    subjectGroups: z.array(subjectGroup).optional().describe('Criteria set and papers of each group of nominees.'),
    targets: z.array(target).describe('Quantified targets. May be empty.'),
    targetsNote: statement.optional().describe('Why there is no target, when there is none.'),
    registration: registration.optional(),
    personalPledges: z.array(personalPledge).optional().describe('What single persons register.'),
    householdLists: z.array(householdList).optional().describe('Lists of what households do.'),
    obligations: z.array(obligation).describe('Duties of every kind.'),
    reviews: z.array(review).describe('Sơ kết and tổng kết.'),
    rounds: z.array(awardRound).describe('Award rounds.'),
    roles: z.record(z.enum(CAMPAIGN_ROLES), roleAssignment).describe('Who plays which part.'),
    routes: routes.optional(),
    exampleRegister: exampleRegister.optional(),
    distribution: z.array(distributionEntry).optional().describe('Nơi nhận, line by line.'),
    accountableHeads: z.array(accountableHeads).optional().describe('Người đứng đầu chịu trách nhiệm.'),
    steeringCommittees: z.array(steeringCommittee).optional().describe('Ban Chỉ đạo.'),
    reminderPolicies: z.array(reminderPolicy).describe('Named reminder and escalation policies.'),
    legalHooks: z.array(statement).describe('"Theo quy định": places where dated rule data decides, not this file.'),
    openQuestions: z.array(openQuestion).describe('What the document leaves open; a named person answers.'),
    successionNotes: z.array(successionNote).describe('Known changes of units during the campaign.'),
  })
  .describe('Campaign of the Vinh Danh system, as adopted by its document.');

export type { CampaignFile } from '../domain/campaign-plan/campaign.js';

/** Compile-time proof that the schema and the domain speak of the same thing. */
export const sameCampaignFile: Same<z.infer<typeof campaignFile>, CampaignFile> = true;

/** JSON Schema of a campaign file, for editors and for `vinhdanh campaign schema`. */
export const campaignJsonSchema = (): Record<string, unknown> => ({ ...z.toJSONSchema(campaignFile, { io: 'input' }) });
