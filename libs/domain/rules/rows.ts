import type { LocalDate } from '../calendar/local-date.js';
import type { Bilingual } from '../campaign-plan/parts.js';
import type { Confidence, SubjectKind, UnitType } from '../campaign-plan/vocabulary.js';
import type { Expression } from './expression.js';
import type { CommendationKind } from './facts.js';

/** A legal instrument, draft ones among them. The names of rows cite it by `code`. */
export interface Instrument {
  readonly code: string;
  readonly name: Bilingual;
  /** Short form for sentences: "Luật 06/2022/QH15". */
  readonly short: string;
  readonly issued?: string | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly confidence: Confidence;
  readonly source?: string | undefined;
  readonly note?: Bilingual | undefined;
}

/** A regime: the rows of these instruments between two days. A draft is never in force and has no days. */
export interface PackDefinition {
  readonly id: string;
  readonly name: Bilingual;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly instruments: readonly string[];
  readonly status: 'adopted' | 'draft';
  /** A draft changes this pack: rows of the same key are replaced, the others stay. */
  readonly changes?: string | undefined;
}

/** What a fact of `values` is called, of what kind it is, and how one asks for it. */
export interface FactDefinition {
  readonly name: string;
  readonly kind: 'yes-no' | 'number' | 'date' | 'text' | 'scale';
  /** Words from the lowest to the highest, for a scale. */
  readonly scale?: readonly string[] | undefined;
  readonly label: Bilingual;
  readonly question: Bilingual;
}

export interface Decider {
  readonly code: string;
  readonly name: Bilingual;
  readonly level: 'state' | 'central' | 'province-or-ministry' | 'grassroots';
  /** Kinds of units whose head this is, where units of the product can be it. */
  readonly unitTypes?: readonly UnitType[] | undefined;
}

/** A place whose own rules go before the general ones, by its id in the organisation. */
export interface Locality {
  readonly id: string;
  readonly name: Bilingual;
}

/** What every row of rule data has. Rows of one `key` (and locality) never apply on the same day. */
export interface RuleRow {
  readonly id: string;
  readonly key: string;
  /** First day it applies; left out only in a draft. */
  readonly from?: LocalDate | undefined;
  /** Last day it applies. */
  readonly to?: LocalDate | undefined;
  readonly basis: { readonly instrument: string; readonly article?: string | undefined };
  readonly confidence: Confidence;
  /** Where it was read: a key of the sources, or what the person who verified it named. */
  readonly source?: string | undefined;
  readonly note?: Bilingual | undefined;
  /** May refuse something. A row nobody verified only advises. */
  readonly enforced?: boolean | undefined;
  /** Applies only there and replaces the general row of the same key. */
  readonly locality?: string | undefined;
}

/** Which awards a row is about. */
export type AwardsOfRow = readonly string[] | 'every';

export interface AwardRow extends RuleRow {
  readonly award: string;
  readonly name: Bilingual;
  readonly type: 'title' | 'commendation';
  readonly level: 'state' | 'central' | 'province-or-ministry' | 'grassroots';
  readonly subjects: readonly SubjectKind[];
}

/** A condition of an award: criteria and prerequisites. */
export interface CriterionRow extends RuleRow {
  readonly awards: AwardsOfRow;
  readonly subjects?: readonly SubjectKind[] | undefined;
  readonly kinds?: readonly CommendationKind[] | undefined;
  /** Rows of one name are alternatives: one that passes is enough. */
  readonly alternative?: string | undefined;
  readonly text: Bilingual;
  /** Only then does it apply at all. */
  readonly when?: Expression | undefined;
  readonly check: Expression;
}

/** A principle people must know and no fact can settle. */
export interface PrincipleRow extends RuleRow {
  readonly text: Bilingual;
}

/** What a quota may count besides awards: leaders of clusters and blocks. */
export const OTHER_COUNTS: readonly string[] = ['CUM-KHOI'];

export interface QuotaRow extends RuleRow {
  readonly award: string;
  /** Codes of awards, or of {@link OTHER_COUNTS}; their numbers are added. */
  readonly ofAwards: readonly string[];
  readonly percent?: number | undefined;
  readonly rounding: 'down' | 'up' | 'nearest';
  readonly text: Bilingual;
}

export interface AuthorityRow extends RuleRow {
  readonly decider: string;
  readonly awards: readonly string[];
}

export interface DocumentRow extends RuleRow {
  readonly awards: AwardsOfRow;
  readonly subjects?: readonly SubjectKind[] | undefined;
  readonly kinds?: readonly CommendationKind[] | undefined;
  readonly short?: boolean | undefined;
  readonly copies?: number | undefined;
  readonly documents: readonly {
    readonly code: string;
    readonly name: Bilingual;
    readonly onlyIf?: Bilingual | undefined;
  }[];
}

export interface TimeLimitRow extends RuleRow {
  readonly awards: AwardsOfRow;
  /** Kind of the step it limits, for example `appraisal`, `public-opinion`, `revocation`. */
  readonly step: string;
  readonly kinds?: readonly CommendationKind[] | undefined;
  /** A limit in days after the step opened, or a day of the year. */
  readonly amount?: number | undefined;
  readonly unit?: 'working' | 'calendar' | undefined;
  readonly yearly?: { readonly month: number; readonly day: number } | undefined;
  /** Number of subjects in one submission; both ends included. */
  readonly batch?: { readonly from: number; readonly to?: number | undefined } | undefined;
  /** `education`: those whose year is the school year. */
  readonly sector?: 'education' | 'enterprise' | undefined;
  /** Kind of the step whose limit these days are added to, while the dossier lacks one of the papers of `whenMissing`. */
  readonly addsTo?: string | undefined;
  readonly whenMissing?: readonly { readonly code: string; readonly name: Bilingual }[] | undefined;
}

export interface VoteRow extends RuleRow {
  readonly awards: AwardsOfRow;
  readonly council?: 'central' | 'province-or-ministry' | 'grassroots' | undefined;
  readonly ballot?: 'secret' | 'open' | undefined;
  readonly base?: 'all-members' | 'present' | undefined;
  readonly percent?: number | undefined;
  /** At least so many parts of all members must take part: 2 of 3. */
  readonly quorum?: { readonly parts: number; readonly of: number } | undefined;
  readonly absenteeWriting?: boolean | undefined;
  readonly recusal?: 'not-voting' | 'out-of-base' | undefined;
}

export interface OpinionRow extends RuleRow {
  readonly awards: AwardsOfRow;
  /** Opinion of a body, of the people before the decision, or publication after it. */
  readonly kind: 'body' | 'public' | 'publication';
  readonly days?: number | undefined;
  readonly text: Bilingual;
}

export interface KindRow extends RuleRow {
  readonly kind: CommendationKind;
  readonly name: Bilingual;
  /** Counts toward merit awards. */
  readonly countsForMerit: boolean;
}

export interface CoefficientRow extends RuleRow {
  readonly awards: readonly string[];
  readonly subjects: readonly SubjectKind[];
  /** Multiple of the base salary, written as a decimal number: 1.5. */
  readonly coefficient: number;
}

export interface BaseSalaryRow extends RuleRow {
  readonly dong: number;
}

export interface RetentionRow extends RuleRow {
  readonly awards: AwardsOfRow;
  /** Left out: for ever. */
  readonly years?: number | undefined;
  readonly text: Bilingual;
}

export interface CalendarRow extends RuleRow {
  readonly text: Bilingual;
}

/** Every table of the rule book by its name; one file each. */
export interface RuleTables {
  readonly awards: readonly AwardRow[];
  readonly criteria: readonly CriterionRow[];
  readonly prerequisites: readonly CriterionRow[];
  readonly principles: readonly PrincipleRow[];
  readonly quotas: readonly QuotaRow[];
  readonly authority: readonly AuthorityRow[];
  readonly documents: readonly DocumentRow[];
  readonly timeLimits: readonly TimeLimitRow[];
  readonly votes: readonly VoteRow[];
  readonly opinions: readonly OpinionRow[];
  readonly kinds: readonly KindRow[];
  readonly coefficients: readonly CoefficientRow[];
  readonly baseSalary: readonly BaseSalaryRow[];
  readonly retention: readonly RetentionRow[];
  readonly calendar: readonly CalendarRow[];
}
export type RuleTable = keyof RuleTables;
export const RULE_TABLES = [
  'awards',
  'criteria',
  'prerequisites',
  'principles',
  'quotas',
  'authority',
  'documents',
  'timeLimits',
  'votes',
  'opinions',
  'kinds',
  'coefficients',
  'baseSalary',
  'retention',
  'calendar',
] as const satisfies readonly RuleTable[];

/** All rule data the product knows, every regime in it. Plain JSON. */
export interface RuleBook {
  /** Set by hand when rows change; dossiers and verdicts keep it. */
  readonly version: string;
  readonly packs: readonly PackDefinition[];
  readonly instruments: readonly Instrument[];
  readonly facts: readonly FactDefinition[];
  readonly deciders: readonly Decider[];
  readonly localities: readonly Locality[];
  readonly tables: RuleTables;
}
