import type { LocalDate } from '../calendar/local-date.js';
import type { SubjectKind } from '../campaign-plan/vocabulary.js';

/**
 * Loại hình khen thưởng. Stored on every award because results of sudden and thematic awards are no basis for a merit
 * award (decree 152/2025/NĐ-CP, principles).
 */
export const COMMENDATION_KINDS = [
  'CONG_TRANG', // merit
  'CHUYEN_DE', // thematic campaign
  'DOT_XUAT', // sudden achievement
  'CONG_HIEN', // dedication
  'NIEN_HAN', // seniority
  'DOI_NGOAI', // external
  'KHANG_CHIEN', // resistance wars
] as const;
export type CommendationKind = (typeof COMMENDATION_KINDS)[number];

/** Yearly grading of work, from the lowest to the highest. */
export const GRADES = ['KHONG_HOAN_THANH', 'HOAN_THANH', 'HOAN_THANH_TOT', 'HOAN_THANH_XUAT_SAC'] as const;
export type Grade = (typeof GRADES)[number];

/** What a council recognises besides daily work: sáng kiến, đề tài, mưu trí trong chiến đấu. */
export const INITIATIVE_KINDS = ['initiative', 'topic', 'combat'] as const;
export type InitiativeKind = (typeof INITIATIVE_KINDS)[number];

/** How far an initiative is recognised to reach, from the narrowest to the widest. */
export const INITIATIVE_SCOPES = ['grassroots', 'province', 'national'] as const;
export type InitiativeScope = (typeof INITIATIVE_SCOPES)[number];

/** Where a fact was taken from; `ref` is an id or the number of a document, never free text about a person. */
export interface FactOrigin {
  readonly from: 'register' | 'dossier' | 'declared' | 'imported';
  readonly ref?: string | undefined;
}

/** One award a subject holds, for the year of its achievement. Revoked awards are left out by whoever gives it. */
export interface HeldAward {
  readonly award: string;
  readonly year: number;
  readonly kind: CommendationKind;
  readonly decidedOn?: LocalDate | undefined;
  readonly number?: string | undefined;
  /** Identity of the achievement it was given for, where known: one achievement, one award. */
  readonly achievement?: string | undefined;
  readonly origin?: FactOrigin | undefined;
}

export interface GradedYear {
  readonly year: number;
  readonly grade: Grade;
  readonly origin?: FactOrigin | undefined;
}

export interface RecognisedInitiative {
  readonly year: number;
  readonly kind: InitiativeKind;
  readonly scope: InitiativeScope;
  readonly origin?: FactOrigin | undefined;
}

/**
 * What is known of one person, collective or household, across employers and merged units. An award or an initiative that
 * is not listed was not given in the years of `complete`; of other years nothing is known. A year without a grade is
 * always unknown.
 */
export interface SubjectHistory {
  readonly awards: readonly HeldAward[];
  readonly grades: readonly GradedYear[];
  readonly initiatives: readonly RecognisedInitiative[];
  readonly complete?: { readonly from: number; readonly to: number } | undefined;
}

/** The register of awards as the rules read it: what was known of a subject at the end of a day. */
export interface HistoryOfSubject {
  of(subjectId: string, on: LocalDate): Promise<SubjectHistory>;
}

/** One member of a collective on the day its roster was taken. */
export interface RosterMember {
  readonly grade?: Grade | undefined;
  /** Codes of the titles of that year; without the list nothing is known of them. */
  readonly titles?: readonly string[] | undefined;
}

/** `null` says: it is known that there is none. A name that is missing says: nobody knows. */
export type FactValue = boolean | number | string | null;

/** Everything a rule may read about one nomination. Format: docs/eligibility-facts.md. */
export interface EligibilityFacts {
  readonly subject: { readonly kind: SubjectKind; readonly id?: string | undefined };
  /** Year of the achievement; runs of years end with it or shortly before it. */
  readonly year: number;
  readonly kind: CommendationKind;
  readonly values: Readonly<Record<string, FactValue>>;
  readonly origins?: Readonly<Record<string, FactOrigin>> | undefined;
  readonly history?: SubjectHistory | undefined;
  readonly roster?: { readonly on: LocalDate; readonly members: readonly RosterMember[] } | undefined;
  /** How many of each award are proposed or given in the unit for that year, this nomination included: for quotas. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
}
