import { problemText, type RowProblem } from '../domain/award-history/import/problems.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';
import type { PreparedImport } from './award-import.js';

export interface ShownProblem {
  readonly row: number;
  /** Column as the spreadsheet counts it, and what it is called there; empty where the file has no such column. */
  readonly column: string;
  readonly header: string;
  readonly field: string;
  readonly code: string;
  readonly reason: Bilingual;
  readonly wayOut: Bilingual;
}

/** A, B, ..., Z, AA: the column as people find it. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** A problem with its place in the file and its words. */
export function shownProblem({ mapping, header }: PreparedImport, problem: RowProblem): ShownProblem {
  const column = mapping[problem.field];
  const { row, field, code } = problem;
  return {
    row,
    column: column === undefined ? '' : columnLetters(column),
    header: column === undefined ? '' : (header[column] ?? ''),
    field,
    code,
    ...problemText(problem),
  };
}

/** What a person is told before anything is entered. */
export const summaryOf = (prepared: PreparedImport) => ({
  digest: prepared.digest,
  headerRow: prepared.headerRow ?? null,
  header: prepared.header,
  mapping: prepared.mapping,
  missing: prepared.missing,
  rows: prepared.total,
  ready: prepared.rows.length,
  known: prepared.rows.filter(({ known }) => known).length,
  wrong: new Set(prepared.problems.map(({ row }) => row)).size,
});
