import { problemText, type RowProblem } from '../domain/award-history/import/problems.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';
import type { PreparedImport, TableRow } from './award-import.js';

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

/** What becomes of a row when the file is entered; `unread` as long as a column that is needed has not been found. */
export type RowStanding = 'new' | 'known' | 'wrong' | 'unread';

export interface ShownRow extends TableRow {
  readonly standing: RowStanding;
  readonly problems: readonly ShownProblem[];
}

export interface RowsAsked {
  readonly only?: 'wrong' | undefined;
  /** The rows after this one. */
  readonly after?: number | undefined;
}

/** So many rows of the file as they stand there, each with what becomes of it; `next` where there are more. */
export function shownRows(
  prepared: PreparedImport,
  { only, after = 0 }: RowsAsked,
  most: number,
): { readonly items: readonly ShownRow[]; readonly next?: number } {
  const known = new Map(prepared.rows.map((row) => [row.row, row.known]));
  const problems = new Map<number, readonly ShownProblem[]>();
  for (const problem of prepared.problems)
    problems.set(problem.row, [...(problems.get(problem.row) ?? []), shownProblem(prepared, problem)]);
  const standingOf = (row: number): RowStanding => {
    if (problems.has(row)) return 'wrong';
    const isKnown = known.get(row);
    return isKnown === undefined ? 'unread' : isKnown ? 'known' : 'new';
  };
  const asked = prepared.body.filter(({ row }) => row > after && (only === undefined || problems.has(row)));
  const items = asked.slice(0, most).map(({ row, cells }) => ({
    row,
    cells,
    standing: standingOf(row),
    problems: problems.get(row) ?? [],
  }));
  const last = items.at(-1);
  return { items, ...(last !== undefined && asked.length > items.length ? { next: last.row } : {}) };
}
