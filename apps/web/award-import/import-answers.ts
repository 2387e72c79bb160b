import type { ImportField, Mapping } from '../../../libs/domain/award-history/import/header.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';

export interface ImportProblem {
  readonly row: number;
  readonly column: string;
  readonly header: string;
  readonly field: string;
  readonly code: string;
  readonly reason: Bilingual;
  readonly wayOut: Bilingual;
}

export interface ImportLine {
  /** As the spreadsheet counts it. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly standing: 'new' | 'known' | 'wrong' | 'unread';
  readonly problems: readonly ImportProblem[];
}

export interface ImportSummary {
  readonly headerRow: number | null;
  readonly header: readonly string[];
  readonly mapping: Mapping;
  readonly missing: readonly ImportField[];
  readonly rows: number;
  /** Rows in order, those that are in the register already among them. */
  readonly ready: number;
  readonly known: number;
  readonly wrong: number;
}

export interface ImportPreview extends ImportSummary {
  readonly lines: { readonly items: readonly ImportLine[]; readonly next?: number };
}

export interface ImportDone extends ImportSummary {
  /** Entries, of which a row may hold two: what was given, and the grading of its year. */
  readonly recorded: number;
}
