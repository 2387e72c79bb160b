import type { LocalDate } from '../calendar/local-date.js';
import type { DueRule } from '../deadline/due.js';
import type { ReminderPolicy } from '../deadline/reminder-policy.js';
import type { Inheritable } from './inherit.js';
import type { AwardRound, ExampleRegister, Obligation, Review } from './duties.js';
import type { AccountableHeads, ActivityAsked, DistributionEntry, SteeringCommittee } from './organising.js';
import type { Bilingual, Statement, Traced } from './parts.js';
import type { HouseholdList, PersonalPledgeRule, Registration } from './pledges.js';
import type { NominationRoutes } from './route.js';
import type { SubjectGroup } from './subjects.js';
import type { Target, TargetReading } from './targets.js';
import type {
  CampaignRole,
  Comparison,
  Confidence,
  ContributionKind,
  DocumentRole,
  DocumentType,
  ProofKind,
  SubjectKind,
  UnitType,
} from './vocabulary.js';

export interface CampaignDocument extends Traced {
  readonly id: string;
  readonly number?: string | undefined;
  readonly symbol?: string | undefined;
  readonly type: DocumentType;
  readonly issuer: string;
  readonly issuerUnit?: string | undefined;
  readonly date?:
    { readonly value: LocalDate; readonly inferred: boolean; readonly why?: string | undefined } | undefined;
  readonly publishedAt?: string | undefined;
  readonly abstract?: Bilingual | undefined;
  readonly role: DocumentRole;
  readonly cites?: readonly string[] | undefined;
  readonly link?: string | undefined;
  readonly confidence?: Confidence | undefined;
}

export interface CampaignSource {
  readonly file: string;
  readonly section?: string | undefined;
  readonly noise: readonly (Traced & { readonly text: string; readonly kept: 'dropped' | 'tag' })[];
}

export interface ScopeGroup extends Statement {
  readonly unitTypes: readonly UnitType[];
  /** Only units below this one: a department's campaign addresses its own divisions, not everybody's. */
  readonly within?: string | undefined;
  readonly unitIds?: readonly string[] | undefined;
  readonly subjectKinds: readonly SubjectKind[];
  readonly resolve: 'at-launch' | 'at-due-date';
}

export interface Phase extends Statement {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Review whose recorded conclusion opens this phase. */
  readonly gate?: string | undefined;
}

export interface ContentItem extends Statement {
  readonly number?: number | undefined;
  readonly parent?: string | undefined;
  readonly priority?: boolean | undefined;
  readonly objectives?: readonly string[] | undefined;
  /** What units record to show that they carry it out. */
  readonly activities?: readonly ActivityAsked[] | undefined;
}

/** One step of an ordered scale, lowest first: đạt chuẩn < nâng cao < kiểu mẫu. */
export interface CriterionLevel {
  readonly key: string;
  readonly name: Bilingual;
}

export interface Criterion extends Statement {
  readonly kind: 'gate' | 'scored' | 'narrative';
  readonly objective?: string | undefined;
  readonly scope?: readonly string[] | undefined;
  readonly subjectKinds?: readonly SubjectKind[] | undefined;
  /** Criteria sharing this name are alternatives: one of them is enough. */
  readonly anyOf?: string | undefined;
  readonly maxScore?: number | undefined;
  readonly threshold?: { readonly comparison: Comparison; readonly value: number; readonly unit: string } | undefined;
  readonly evidence: readonly ProofKind[];
  readonly unitsMayQuantify?: boolean | undefined;
  /** Ordered levels of recognition; `leastLevel` is the lowest that is enough. */
  readonly levels?: readonly CriterionLevel[] | undefined;
  readonly leastLevel?: string | undefined;
  /** How many things reach the threshold ("nhiều sản phẩm từ 3 sao"); without `least` an open question asks. */
  readonly count?: { readonly unit: string; readonly least?: number | undefined } | undefined;
  /** Recorded contributions that prove it; `confirmed`: an authority must have confirmed one of them. */
  readonly contributions?: { readonly kinds: readonly ContributionKind[]; readonly confirmed: boolean } | undefined;
}

export interface RoleAssignment extends Traced {
  readonly unit: string;
  readonly position?: string | undefined;
}

/** What a choice settles about the node the question is about; the plan goes by it once a named person has chosen. */
export interface ChoiceSets {
  /** Due rule of `obligation:<key>` or `registration`, window of `review:<key>`. */
  readonly due?: DueRule | undefined;
  /** First and last day of `round:<key>`. */
  readonly opens?: DueRule | undefined;
  readonly closes?: DueRule | undefined;
  /** Unit that plays `role:<name>`. */
  readonly unit?: string | undefined;
  /** `obligation:<key>`, `round:<key>` or `registration` falls away. */
  readonly drop?: boolean | undefined;
  /** What `target:<key>` means. */
  readonly target?: TargetReading | undefined;
  /** How many `criterion:<key>` wants at least, where the text says "nhiều". */
  readonly least?: number | undefined;
}

export interface QuestionChoice {
  readonly key: string;
  readonly text: Bilingual;
  readonly sets?: ChoiceSets | undefined;
}

/** What the document leaves open. A named person answers; nothing is guessed. */
export interface OpenQuestion extends Traced {
  readonly id: string;
  readonly quote: string;
  readonly unclear: Bilingual;
  readonly choices: readonly QuestionChoice[];
  /** Another answer may be given: a text, and values of its own for the node in `about`. */
  readonly freeText?: boolean | undefined;
  readonly recommended?: string | undefined;
  /** `launch`, `nothing`, or `round:<key>`, `review:<key>`, `phase:<key>`, `obligation:<key>`, `target:<key>`. */
  readonly blocks: string;
  readonly about?: string | undefined;
}

export interface SuccessionNote extends Statement {
  readonly on: LocalDate;
  readonly from: string;
  readonly to: string;
  readonly confidence: Confidence;
  readonly source: string;
}

export interface CampaignPeriod extends Traced {
  readonly fromYear: number;
  readonly toYear: number;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

/** A campaign linked but not owned; `campaign` is its id where it is in the system. */
export interface RelatedCampaign extends Statement {
  readonly relation: 'national' | 'above' | 'related' | 'previous';
  readonly campaign?: string | undefined;
  readonly launchedBy?: string | undefined;
}

export interface CampaignParent extends Traced {
  readonly campaign?: string | undefined;
  readonly document?: string | undefined;
  readonly inherits: readonly Inheritable[];
}

/** A campaign as adopted by its document: everything that is asked, planned, gated or awarded. */
export interface CampaignFile {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: Bilingual;
  readonly quotedName: string;
  readonly kind: 'thematic' | 'regular';
  readonly organisation?: string | undefined;
  readonly period: CampaignPeriod;
  readonly adoptedOn: LocalDate;
  readonly launch?: Traced | undefined;
  readonly parent?: CampaignParent | undefined;
  readonly related?: readonly RelatedCampaign[] | undefined;
  readonly documents: readonly CampaignDocument[];
  readonly source: CampaignSource;
  readonly theme?: string | undefined;
  readonly slogan?: string | undefined;
  readonly purpose: readonly Statement[];
  readonly principles?: readonly Statement[] | undefined;
  readonly objectives: readonly Statement[];
  readonly scope: readonly ScopeGroup[];
  readonly phases: readonly Phase[];
  readonly phaseOverlap?: (Traced & { readonly policy: 'assign-explicitly' }) | undefined;
  readonly contents: readonly ContentItem[];
  /** How many contents and breakthroughs the document says it has. */
  readonly contentsDeclared?:
    (Traced & { readonly count: number; readonly priorities?: number | undefined }) | undefined;
  readonly criteria: readonly Criterion[];
  /** Criteria set and papers of each group of nominees; without groups every criterion is judged in the appraisal. */
  readonly subjectGroups?: readonly SubjectGroup[] | undefined;
  readonly targets: readonly Target[];
  readonly targetsNote?: Statement | undefined;
  readonly registration?: Registration | undefined;
  readonly personalPledges?: readonly PersonalPledgeRule[] | undefined;
  readonly householdLists?: readonly HouseholdList[] | undefined;
  readonly obligations: readonly Obligation[];
  readonly reviews: readonly Review[];
  readonly rounds: readonly AwardRound[];
  readonly roles: Readonly<Record<CampaignRole, RoleAssignment>>;
  readonly routes?: { readonly [name in keyof NominationRoutes]?: NominationRoutes[name] | undefined } | undefined;
  readonly exampleRegister?: ExampleRegister | undefined;
  /** Nơi nhận: who gets the launching document, and the decisions of the campaign. */
  readonly distribution?: readonly DistributionEntry[] | undefined;
  readonly accountableHeads?: readonly AccountableHeads[] | undefined;
  readonly steeringCommittees?: readonly SteeringCommittee[] | undefined;
  /** Added to the built-in policies default, invited and continuous; same id replaces. */
  readonly reminderPolicies: readonly ReminderPolicy[];
  /** "Theo quy định": places where dated rule data decides, not this file. */
  readonly legalHooks: readonly Statement[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly successionNotes: readonly SuccessionNote[];
}
