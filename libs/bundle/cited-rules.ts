import { createHash } from 'node:crypto';
import { RULE_TABLES, type Instrument, type RuleBook, type RuleRow, type RuleTable } from '../domain/rules/rows.js';
import { RULE_PACK_FACTS, rowsById } from '../domain/rules/rule-pack.stream.js';
import { verdictIn } from '../history/recorded-verdict.js';
import { canonical } from '../ledger/canonical.js';
import type { StoredEvent } from '../ledger/reader.js';
import type { World } from '../ledger/worlds.js';

/** A row of the rules that a fact of the nomination rests on, as the rule data had it when the fact was recorded. */
export interface BundledRule {
  /** The fact that brought the rule data in; the row and its instrument stand in its payload. */
  readonly logIndex: number;
  readonly table: RuleTable;
  /** The pack it was applied under, and the version of the rule data. */
  readonly pack: string;
  readonly version: string;
  readonly row: RuleRow;
  /** The instrument the row cites. */
  readonly instrument: Instrument;
  /** SHA-256 of the canonical form of the row, hex. */
  readonly digest: string;
}

/** A named person compared a row with the official text, or took that back (no source). */
export interface RowVerified {
  readonly logIndex: number;
  readonly row: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly source: string | undefined;
}

export interface CitedRules {
  readonly rules: readonly BundledRule[];
  /** What people verified of these rows, and took back, in the order of the log. */
  readonly verified: readonly RowVerified[];
  /** Places in the log of the facts of all of it. */
  readonly logIndexes: readonly number[];
  /** Rule data by its version. */
  readonly books: ReadonlyMap<string, RuleBook>;
}

interface Citation {
  readonly row: string;
  readonly pack: string;
  readonly version: string;
}

/** What people verify afterwards is counted behind a plus; the data itself keeps its version. */
export const dataVersion = (version: string): string => version.split('+')[0] ?? version;

/** The rows that recorded verdicts name, each once for a pack and a version. */
function citationsIn(facts: readonly StoredEvent[]): readonly Citation[] {
  const found = new Map<string, Citation>();
  for (const { stream, payload } of facts) {
    const verdict = stream === 'nomination' ? verdictIn(payload) : undefined;
    if (verdict === undefined) continue;
    const version = dataVersion(verdict.pack.version);
    for (const { row } of verdict.rules)
      found.set(`${row} ${verdict.pack.id} ${version}`, { row, pack: verdict.pack.id, version });
  }
  return [...found.values()];
}

interface LoadedRow extends Record<string, unknown> {
  readonly log_index: number;
  readonly book: RuleBook;
}

/** The first loading of each version: a version is one content, however often it is loaded. */
async function loadings(world: World, versions: readonly string[]): Promise<readonly LoadedRow[]> {
  const { rows } = await world.pool.query<LoadedRow>({
    name: 'bundle-rule-data',
    text: `select distinct on (e.payload->'book'->>'version') l.log_index, e.payload->'book' as book
      from ledger_event e join ledger_log l on l.event_id = e.event_id
      where e.stream = 'rule-pack' and e.type = $1 and e.payload->'book'->>'version' = any($2::text[])
      order by e.payload->'book'->>'version', l.log_index`,
    values: [RULE_PACK_FACTS.loaded, versions],
  });
  return rows;
}

interface VerifiedRow extends Record<string, unknown> {
  readonly log_index: number;
  readonly actor: string;
  readonly at: Date;
  readonly type: string;
  readonly row: string;
  readonly source: string | null;
}

/** What people verified of these rows, and took back, before the newest of the facts. */
async function verifications(world: World, rowIds: readonly string[], newest: number): Promise<readonly RowVerified[]> {
  const { rows } = await world.pool.query<VerifiedRow>({
    name: 'bundle-rules-verified',
    text: `select l.log_index, e.actor, e.business_at as at, e.type, e.payload->>'rowId' as row, e.payload->>'source' as source
      from ledger_event e join ledger_log l on l.event_id = e.event_id
      where e.stream = 'rule-pack' and e.type = any($1::text[]) and l.log_index < $3 and e.payload->>'rowId' = any($2::text[])
      order by l.log_index`,
    values: [[RULE_PACK_FACTS.verified, RULE_PACK_FACTS.withdrawn], rowIds, newest],
  });
  return rows.map(({ log_index, actor, at, type, row, source }) => ({
    logIndex: log_index,
    row,
    by: actor,
    at: at.toISOString(),
    source: type === RULE_PACK_FACTS.verified ? (source ?? '') : undefined,
  }));
}

function tableOf(book: RuleBook, rowId: string): RuleTable | undefined {
  return RULE_TABLES.find((table) => book.tables[table].some((row: RuleRow) => row.id === rowId));
}

function bundled({ log_index, book }: LoadedRow, { row: id, pack, version }: Citation): BundledRule | undefined {
  const row = rowsById(book).get(id);
  const table = tableOf(book, id);
  const instrument = book.instruments.find(({ code }) => code === row?.basis.instrument);
  if (row === undefined || table === undefined || instrument === undefined) return undefined;
  const digest = createHash('sha256').update(canonical(row), 'utf8').digest('hex');
  return { logIndex: log_index, table, pack, version, row, instrument, digest };
}

/** The rows of the rules these facts cite, each as text and with the fact that proves it. Nothing in a world without rules. */
export async function rulesCited(world: World, facts: readonly StoredEvent[]): Promise<CitedRules> {
  const citations = citationsIn(facts);
  if (citations.length === 0) return { rules: [], verified: [], logIndexes: [], books: new Map() };
  const newest = Math.max(...facts.map(({ logIndex }) => logIndex ?? 0));
  const rowIds = citations.map(({ row }) => row);
  const [loaded, verified] = await Promise.all([
    loadings(world, [...new Set(citations.map(({ version }) => version))]),
    verifications(world, rowIds, newest),
  ]);
  const byVersion = new Map(loaded.map((one) => [one.book.version, one]));
  const rules = citations.flatMap((citation) => {
    const source = byVersion.get(citation.version);
    return (source === undefined ? undefined : bundled(source, citation)) ?? [];
  });
  return {
    rules,
    verified,
    logIndexes: [...loaded.map((one) => one.log_index), ...verified.map(({ logIndex }) => logIndex)],
    books: new Map(loaded.map(({ book }) => [book.version, book])),
  };
}
