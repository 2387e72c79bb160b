import type { LocalDate } from '../calendar/local-date.js';
import type { SubjectKind, UnitType } from '../campaign-plan/vocabulary.js';
import type { CommendationKind } from './facts.js';
import { packInForce, rowsOn } from './pack.js';
import type {
  AuthorityRow,
  Decider,
  DocumentRow,
  OpinionRow,
  PackDefinition,
  RuleBook,
  TimeLimitRow,
  VoteRow,
} from './rows.js';
import { order } from './truth.js';

/** What is asked of the law on a day about one award. */
export interface ProcedureInquiry {
  readonly award: string;
  readonly on: LocalDate;
  readonly subject?: SubjectKind | undefined;
  readonly kind?: CommendationKind | undefined;
  /** Short procedure (thủ tục đơn giản). */
  readonly short?: boolean | undefined;
  readonly localities?: readonly string[] | undefined;
  /** How many subjects one submission names. */
  readonly batch?: number | undefined;
  readonly sector?: TimeLimitRow['sector'];
}

/** A row with the answer whether it binds or only advises. */
export interface Ruled<T> {
  readonly row: T;
  readonly binding: boolean;
}

export interface Procedure {
  readonly pack: PackDefinition;
  readonly deciders: readonly (Ruled<AuthorityRow> & { readonly decider: Decider })[];
  readonly documents: readonly Ruled<DocumentRow>[];
  readonly limits: readonly Ruled<TimeLimitRow>[];
  /** Limits of every size of a submission, while nobody has said how many dossiers it names. */
  readonly batchLimits: readonly Ruled<TimeLimitRow>[];
  readonly vote: readonly Ruled<VoteRow>[];
  readonly opinions: readonly Ruled<OpinionRow>[];
}

const ruled = <T extends { readonly enforced?: boolean | undefined }>(row: T): Ruled<T> => ({
  row,
  binding: row.enforced === true,
});

/**
 * Who may decide an award on a day, with which papers, within which limits, by which vote and after whose opinion.
 * Undefined where no adopted pack covers the day.
 */
export function procedureOf(book: RuleBook, inquiry: ProcedureInquiry): Procedure | undefined {
  const pack = packInForce(book, inquiry.on);
  if (pack === undefined) return undefined;
  const { award, on, subject, kind, short = false, localities } = inquiry;
  const isAbout = (row: { readonly awards: readonly string[] | 'every' }): boolean =>
    row.awards === 'every' || row.awards.includes(award);
  const rows = <T extends 'authority' | 'documents' | 'timeLimits' | 'votes' | 'opinions'>(table: T) =>
    rowsOn(book, pack, table, on, localities);
  return {
    pack,
    deciders: rows('authority')
      .filter(isAbout)
      .flatMap((row) => {
        const decider = book.deciders.find(({ code }) => code === row.decider);
        return decider === undefined ? [] : [{ ...ruled(row), decider }];
      }),
    documents: closest(
      rows('documents')
        .filter(isAbout)
        .filter((row) => (row.short ?? false) === short)
        .filter((row) => subject === undefined || (row.subjects?.includes(subject) ?? true))
        .filter((row) => row.kinds === undefined || (kind !== undefined && row.kinds.includes(kind))),
    ).map(ruled),
    limits: limitsFor(rows('timeLimits').filter(isAbout), inquiry).map(ruled),
    batchLimits: rows('timeLimits')
      .filter((row) => row.batch !== undefined && isAbout(row) && fits(row, inquiry))
      .map(ruled),
    vote: closest(rows('votes').filter(isAbout)).map(ruled),
    opinions: rows('opinions').filter(isAbout).map(ruled),
  };
}

/** Rows that name the award go before rows about every award. */
const closest = <T extends { readonly awards: readonly string[] | 'every' }>(rows: readonly T[]): readonly T[] => {
  const named = rows.filter((row) => row.awards !== 'every');
  return named.length > 0 ? named : rows;
};

/** A row for a sector or for kinds of commendation applies only there. */
const fits = (row: TimeLimitRow, { sector, kind }: ProcedureInquiry): boolean =>
  (row.sector === undefined || row.sector === sector) &&
  (row.kinds === undefined || (kind !== undefined && row.kinds.includes(kind)));

/** One limit a step: a row for this sector and this size of the submission goes before a general one. */
function limitsFor(rows: readonly TimeLimitRow[], inquiry: ProcedureInquiry): readonly TimeLimitRow[] {
  const { batch } = inquiry;
  const fitting = rows
    .filter((row) => fits(row, inquiry))
    .filter((row) => row.batch === undefined || (batch !== undefined && inBatch(row.batch, batch)));
  const rank = (row: TimeLimitRow): number =>
    (row.sector === undefined ? 0 : 4) + (row.batch === undefined ? 0 : 2) + (row.awards === 'every' ? 0 : 1);
  const best = new Map<string, TimeLimitRow>();
  for (const row of [...fitting].sort((a, b) => rank(b) - rank(a) || order(a.id, b.id)))
    if (!best.has(row.step)) best.set(row.step, row);
  return [...best.values()].sort((a, b) => order(a.step, b.step));
}

const inBatch = ({ from, to }: NonNullable<TimeLimitRow['batch']>, size: number): boolean =>
  from <= size && (to === undefined || size <= to);

/**
 * Whether the head of a unit of this kind may decide the award on that day. No only where every row is verified and it is
 * certain which office this head is: a body of another kind may be the head of a unit with legal status under a ministry.
 */
export function mayDecide(book: RuleBook, award: string, on: LocalDate, unitType: UnitType): 'yes' | 'no' | 'unknown' {
  const deciders = procedureOf(book, { award, on })?.deciders ?? [];
  const mine = deciders.filter(({ decider }) => decider.unitTypes?.includes(unitType) === true);
  if (mine.some(({ binding }) => binding)) return 'yes';
  const isCertain = book.deciders.some((decider) => decider.unitTypes?.includes(unitType) === true);
  const isSettled = isCertain && deciders.length > 0 && deciders.every(({ binding }) => binding);
  return mine.length === 0 && isSettled ? 'no' : 'unknown';
}
