import type { SubjectKind } from '../campaign-plan/vocabulary.js';
import type { Bilingual } from '../campaign-plan/parts.js';
import type { DocumentNumber } from '../core/document-date.js';
import type { Sealed } from '../core/sealed.js';
import type { CommendationKind, Grade, InitiativeKind, InitiativeScope } from '../rules/facts.js';

/** Level of an award: state, central, ministry or province, grassroots. */
export const AWARD_LEVELS = ['NN', 'TW', 'BT', 'CS'] as const;
export type AwardLevel = (typeof AWARD_LEVELS)[number];

/** Why a subject may neither be awarded nor put forward for a time. */
export const FREEZE_GROUNDS = ['discipline', 'inspection', 'complaint', 'press'] as const;
export type FreezeGround = (typeof FREEZE_GROUNDS)[number];

/** What the register says of a subject: a title or form of commendation, a yearly grading, an initiative, a freeze. */
export type RegisterEntry =
  | {
      readonly what: 'award';
      /** Code of the catalogue, for example CSTDCS. */
      readonly award: string;
      /** As the campaign or the decision names it, where that is known. */
      readonly name?: Bilingual | undefined;
      readonly kind: CommendationKind;
      readonly level?: AwardLevel | undefined;
      /** Identity of the achievement, where known: one achievement, one award. */
      readonly achievement?: string | undefined;
    }
  | { readonly what: 'grade'; readonly grade: Grade }
  | { readonly what: 'initiative'; readonly initiative: InitiativeKind; readonly scope: InitiativeScope }
  | {
      readonly what: 'freeze';
      readonly ground: FreezeGround;
      readonly from: string;
      /** Last day; open while left out. */
      readonly until?: string | undefined;
    };

export type RegisterWhat = RegisterEntry['what'];

/** Where an entry came from: a decision of the product, a file of past decisions, or a person's own hand. */
export type RecordSource =
  | {
      readonly from: 'product';
      readonly nominationId: string;
      readonly decisionId: string;
      readonly campaignId: string;
    }
  | { readonly from: 'import'; readonly file: string; readonly row: number }
  | { readonly from: 'hand' };

/** One entry of the register with the paper behind it and the unit of its day. */
export interface AwardState {
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly name: Sealed };
  readonly entry: RegisterEntry;
  /** Year of the achievement, not of the decision. */
  readonly year: number;
  readonly document: DocumentNumber;
  /** The office that decided: a unit of the product, or its name. */
  readonly authority: string;
  /** Where the subject was at that time. */
  readonly unitId?: string | undefined;
  readonly unitName?: string | undefined;
  readonly source: RecordSource;
  readonly status: 'held' | 'revoked' | 'removed';
  /** The document that annulled it. */
  readonly revokedBy?: DocumentNumber | undefined;
  readonly corrections: number;
}

/** Plain letters, digits and hyphens of a text, in lower case: numbers of documents as part of an id. */
export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

/**
 * The id of an entry, made of what it says: the same award to the same subject by the same decision is one entry, whether
 * the product decided it or a file brings it, and however often. A subject has one grading a year.
 */
export function recordId(subjectId: string, entry: RegisterEntry, year: number, document: DocumentNumber): string {
  const paper = `${slug(document.number)}.${document.date}`;
  switch (entry.what) {
    case 'award':
      return `${subjectId}.${entry.award}.${year}.${paper}`;
    case 'grade':
      return `${subjectId}.grade.${year}`;
    case 'initiative':
      return `${subjectId}.initiative.${year}.${paper}`;
    case 'freeze':
      return `${subjectId}.freeze.${entry.from}.${paper}`;
  }
}
