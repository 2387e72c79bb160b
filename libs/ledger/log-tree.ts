import type { Pool, PoolClient, Queryable } from '../persistence/pg.js';
import { leafHash, type Hash } from '../proof/merkle-hash.js';
import { neededFor, rangeHash, rootHash, type HashOf, type TreeHead } from '../proof/merkle-proof.js';
import { blockHash, blockRun, filledBlocks, hashesOver, keyOf, storedRuns } from '../proof/tiles.js';
import { consistencyRanges, inclusionRanges, subtreesOf, type Range, type Subtree } from '../proof/tree-shape.js';
import { LEAF_COLUMNS, leafBytes, leafOf, type LeafRow } from './leaf.js';

/** Small enough that hashing a page is not felt by requests of the same process. */
const PAGE = 200;

interface HashRow {
  readonly level: number;
  readonly index: number;
  readonly hash: Hash;
}

const STORED = `select r.level, l.log_index - 1 as index, l.hash from unnest($1::int[], $2::bigint[], $3::bigint[]) r(level, a, b)
    cross join lateral (select log_index, hash from ledger_leaf where log_index > r.a and log_index <= r.b) l where r.level = 0
  union all
  select r.level, n.index, n.hash from unnest($1::int[], $2::bigint[], $3::bigint[]) r(level, a, b)
    cross join lateral (select index, hash from ledger_node where level = r.level and index >= r.a and index < r.b) n
    where r.level > 0`;

/** Reads what these subtrees are computed from, in one statement. */
export async function hashesFor(db: Queryable, subtrees: readonly Subtree[]): Promise<HashOf> {
  const runs = storedRuns(subtrees);
  const { rows } = await db.query<HashRow & Record<string, unknown>>({
    name: 'log-hashes',
    text: STORED,
    values: [runs.map((r) => r.level), runs.map((r) => r.start), runs.map((r) => r.end)],
  });
  return hashesOver(new Map(rows.map((row) => [keyOf(row), row.hash])));
}

/** How many facts the log holds. */
export async function logSize(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ size: number }>({
    name: 'log-size',
    text: 'select coalesce(max(log_index), 0)::bigint as size from ledger_leaf',
  });
  return rows[0]?.size ?? 0;
}

/** The root the log had when it held `size` facts. */
export async function logHead(db: Queryable, size: number): Promise<TreeHead> {
  const hashOf = await hashesFor(db, subtreesOf({ start: 0, end: size }));
  return { size, root: rootHash(size, hashOf) };
}

export interface Proofs {
  readonly head: TreeHead;
  /** One for each fact asked for, in that order. */
  readonly inclusion: readonly (readonly Hash[])[];
  /** One for each earlier size asked for, in that order. */
  readonly consistency: readonly { readonly before: TreeHead; readonly proof: readonly Hash[] }[];
}

/**
 * Proofs about the log as it was at `size`, all read at once: that it holds the facts with these log indexes, and that it
 * begins with the logs of these earlier sizes. Refuses indexes and sizes beyond it (RangeError).
 */
export async function proofsAt(
  db: Queryable,
  size: number,
  asked: { readonly logIndexes?: readonly number[]; readonly before?: readonly number[] },
): Promise<Proofs> {
  const whole = (end: number): Range => ({ start: 0, end });
  const inclusion = (asked.logIndexes ?? []).map((logIndex) => inclusionRanges(logIndex - 1, size));
  const consistency = (asked.before ?? []).map((before) => ({ before, ranges: consistencyRanges(before, size) }));
  const hashOf = await hashesFor(
    db,
    neededFor([
      whole(size),
      ...inclusion.flat(),
      ...consistency.flatMap(({ before, ranges }) => [whole(before), ...ranges]),
    ]),
  );
  const hashes = (ranges: readonly Range[]): readonly Hash[] => ranges.map((range) => rangeHash(range, hashOf));
  return {
    head: { size, root: rootHash(size, hashOf) },
    inclusion: inclusion.map(hashes),
    consistency: consistency.map(({ before, ranges }) => ({
      before: { size: before, root: rootHash(before, hashOf) },
      proof: hashes(ranges),
    })),
  };
}

export type NumberedFact = LeafRow & { readonly log_index: number };
type NumberedRow = NumberedFact & Record<string, unknown>;

const NEXT = `select l.log_index, ${LEAF_COLUMNS} from ledger_log l join ledger_event e on e.event_id = l.event_id
  where l.log_index > $1 order by l.log_index limit $2`;

/** Facts of the log in their order, after `logIndex`. */
export async function numberedFacts(db: Queryable, logIndex: number, limit: number): Promise<readonly NumberedRow[]> {
  const { rows } = await db.query<NumberedRow>({ name: 'log-facts', text: NEXT, values: [logIndex, limit] });
  return rows;
}

/** The facts at these places of the log, in its order. */
export async function factsAt(db: Queryable, logIndexes: readonly number[]): Promise<readonly NumberedFact[]> {
  const { rows } = await db.query<NumberedRow>({
    name: 'log-facts-at',
    text: `select l.log_index, ${LEAF_COLUMNS} from ledger_log l join ledger_event e on e.event_id = l.event_id
      where l.log_index = any($1::bigint[]) order by l.log_index`,
    values: [logIndexes],
  });
  return rows;
}

export const leafHashOf = (row: LeafRow): Hash => leafHash(leafBytes(leafOf(row)));

/**
 * Takes the next numbered facts into the tree. One process at a time, held by an advisory lock; what was written before a
 * crash is found and continued. Returns how many facts it took; undefined where another process is at it.
 */
export async function integrateOnce(client: PoolClient): Promise<number | undefined> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ mine: boolean }>({
      name: 'log-lead',
      text: `select pg_try_advisory_xact_lock(hashtextextended(current_schema() || ':log', 0)) as mine`,
    });
    const taken = rows[0]?.mine === true ? await takeNext(client) : undefined;
    await client.query(taken === undefined ? 'rollback' : 'commit');
    return taken;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function takeNext(client: PoolClient): Promise<number> {
  const size = await logSize(client);
  const facts = await numberedFacts(client, size, PAGE);
  if (facts.length === 0) return 0;
  if (facts.some(({ log_index }, i) => log_index !== size + i + 1)) throw new Error(`the log has a gap after ${size}`);
  await client.query({
    name: 'log-leaves',
    text: 'insert into ledger_leaf (log_index, hash) select * from unnest($1::bigint[], $2::bytea[])',
    values: [facts.map((fact) => fact.log_index), facts.map(leafHashOf)],
  });
  for (const block of filledBlocks(size, size + facts.length)) {
    const { level, start, end } = blockRun(block);
    const hashOf = await hashesFor(
      client,
      Array.from({ length: end - start }, (_, i) => ({ level, index: start + i })),
    );
    const below = Array.from({ length: end - start }, (_, i) => hashOf({ level, index: start + i }));
    await client.query({
      name: 'log-block',
      text: 'insert into ledger_node (level, index, hash) values ($1, $2, $3)',
      values: [block.level, block.index, blockHash(below)],
    });
  }
  return facts.length;
}

/** Takes everything that is numbered into the tree now; for tools and tests. Returns how many facts it took. */
export async function integrateAll(pool: Pool): Promise<number> {
  const client = await pool.connect();
  try {
    for (let taken = 0; ;) {
      const more = (await integrateOnce(client)) ?? 0;
      if (more === 0) return taken;
      taken += more;
    }
  } finally {
    client.release();
  }
}
