import { sameJson } from '../core/same-json.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import { RULE_TABLES, type RuleBook, type RuleRow, type RuleTables } from './rows.js';

/** A row that a named person has compared with the official text. */
export interface Verification {
  readonly source: string;
  /** From now on the row may refuse; else it is only shown as verified. */
  readonly enforced: boolean;
  readonly by: string;
  readonly at: number;
}

/** The rule book of a world and what people have verified in it. Its id is `vn`. */
export interface RulePackState {
  readonly book: RuleBook;
  readonly verified: Readonly<Record<string, Verification>>;
  /** How often a row was verified or a verification withdrawn: part of the version that verdicts keep. */
  readonly changes: number;
}

export const RULE_PACK_ID = 'vn';
export const RULE_PACK_FACTS = {
  loaded: 'rulesLoaded',
  verified: 'ruleVerified',
  withdrawn: 'ruleVerificationWithdrawn',
} as const;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

/** All rows by their ids, whatever their table. */
export function rowsById(book: RuleBook): ReadonlyMap<string, RuleRow> {
  return new Map(
    RULE_TABLES.flatMap((table) => book.tables[table].map((row: RuleRow): [string, RuleRow] => [row.id, row])),
  );
}

function evolve(state: RulePackState | undefined, fact: Fact): RulePackState {
  if (state === undefined || fact.type === RULE_PACK_FACTS.loaded) {
    const { book } = read<{ book: RuleBook }>(fact);
    const [before, after] = [state === undefined ? undefined : rowsById(state.book), rowsById(book)];
    // A person verified the words they saw: a row that has changed since waits for a person again.
    const kept = Object.entries(state?.verified ?? {}).filter(([id]) => sameJson(before?.get(id), after.get(id)));
    return { book, verified: Object.fromEntries(kept), changes: state?.changes ?? 0 };
  }
  if (fact.type === RULE_PACK_FACTS.verified) {
    const { rowId, source, enforced } = read<{ rowId: string; source: string; enforced: boolean }>(fact);
    const verification: Verification = { source, enforced, by: fact.actor, at: fact.at };
    return { ...state, verified: { ...state.verified, [rowId]: verification }, changes: state.changes + 1 };
  }
  const { rowId } = read<{ rowId: string }>(fact);
  const verified = Object.fromEntries(Object.entries(state.verified).filter(([id]) => id !== rowId));
  return { ...state, verified, changes: state.changes + 1 };
}

const rows = ({ id, version, after }: Change<'rule-pack'>): readonly RowChange[] => [
  { table: 'read_rule_pack', op: 'put', row: { id, version, state: after } },
];

export const rulePackStream: StreamDefinition<'rule-pack'> = { kind: 'rule-pack', evolve, rows, cached: true };

const inForce = new WeakMap<RulePackState, RuleBook>();

/**
 * The book as it applies: what people have verified counts as verified, with their source. Its version names the data and
 * the number of verifications, so that a verdict says by which state of the book it was given.
 */
export function bookInForce(state: RulePackState): RuleBook {
  const known = inForce.get(state);
  if (known !== undefined) return known;
  const lift = <T extends RuleRow>(row: T): T => {
    const verification = state.verified[row.id];
    if (verification === undefined) return row;
    return { ...row, confidence: 'V', source: verification.source, enforced: verification.enforced };
  };
  const { tables } = state.book;
  const lifted: RuleTables = {
    awards: tables.awards.map(lift),
    criteria: tables.criteria.map(lift),
    prerequisites: tables.prerequisites.map(lift),
    principles: tables.principles.map(lift),
    quotas: tables.quotas.map(lift),
    authority: tables.authority.map(lift),
    documents: tables.documents.map(lift),
    timeLimits: tables.timeLimits.map(lift),
    votes: tables.votes.map(lift),
    opinions: tables.opinions.map(lift),
    kinds: tables.kinds.map(lift),
    coefficients: tables.coefficients.map(lift),
    baseSalary: tables.baseSalary.map(lift),
    retention: tables.retention.map(lift),
    calendar: tables.calendar.map(lift),
  };
  const version = state.changes === 0 ? state.book.version : `${state.book.version}+${state.changes}`;
  const book = { ...state.book, version, tables: lifted };
  inForce.set(state, book);
  return book;
}
