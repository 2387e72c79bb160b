import { createHash } from 'node:crypto';
import type { Fact, States, StreamKind } from '../domain/core/stream.js';
import { READ_TABLES, readTable, isReadTable, type ReadTableName } from '../persistence/entities.js';
import type { PoolClient } from '../persistence/pg.js';
import { fold } from './append.js';
import { deleteOf, RowBook, upsertOf } from './row-book.js';
import type { World } from './worlds.js';

const TABLES = Object.keys(READ_TABLES).filter(isReadTable).sort();
const PAGE = 2_000;

/** One digest per derived table over all its rows, in key order, as text: equal means byte-identical. */
export async function digestDerived(client: PoolClient): Promise<Map<ReadTableName, string>> {
  const digests = new Map<ReadTableName, string>();
  for (const table of TABLES) {
    const key = readTable(table).key.join(', ');
    const { rows } = await client.query<{ line: string }>(`select t::text as line from ${table} t order by ${key}`);
    const hash = createHash('sha256');
    for (const { line } of rows) hash.update(line).update('\n');
    digests.set(table, `${rows.length}:${hash.digest('hex')}`);
  }
  return digests;
}

/**
 * Throws every derived row away and folds it again from the facts, in one transaction: readers see the old rows until
 * the new ones are whole. Returns tables whose rows differ from before; an honest database gives none.
 * Writers wait meanwhile, so that no fact slips between the fold and the commit.
 */
export async function rebuild(
  world: World,
  progress: (folded: number) => void = () => undefined,
): Promise<ReadTableName[]> {
  const client = await world.pool.connect();
  try {
    await client.query(`set statement_timeout = 0`);
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended(current_schema() || ':rebuild', 0))`);
    // Every fact comes with a derived row: who holds these locks has all facts and lets readers read on.
    await client.query(`lock table ${TABLES.join(', ')} in exclusive mode`);
    const before = await digestDerived(client);
    for (const table of TABLES) await client.query(`delete from ${table}`);
    await foldAll(client, progress);
    const after = await digestDerived(client);
    await client.query('commit');
    return TABLES.filter((table) => before.get(table) !== after.get(table));
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.query('reset statement_timeout').catch(() => undefined);
    client.release();
  }
}

/**
 * Tables whose rows are not what folding the facts gives; changes nothing. The fold goes into temporary tables of the same
 * names, which come first on the search path. The caller's transaction must see one snapshot and is rolled back after.
 */
export async function derivedDiffer(client: PoolClient): Promise<ReadTableName[]> {
  const before = await digestDerived(client);
  for (const table of TABLES) await client.query(`create temporary table ${table} (like ${table} including indexes)`);
  await foldAll(client, () => undefined);
  const after = await digestDerived(client);
  return TABLES.filter((table) => before.get(table) !== after.get(table));
}

async function foldAll(client: PoolClient, progress: (folded: number) => void): Promise<void> {
  const states = new Map<string, States[StreamKind]>();
  let last = 0;
  let folded = 0;
  for (;;) {
    const { rows } = await client.query<{
      event_id: number;
      stream: StreamKind;
      stream_id: string;
      version: number;
      type: string;
      actor: string;
      on_behalf_of: string | null;
      business_at: Date;
      payload: Record<string, unknown>;
    }>({
      name: 'rebuild-page',
      text: `select event_id, stream, stream_id, version, type, actor, on_behalf_of, business_at, payload
        from ledger_event where event_id > $1 order by event_id limit ${PAGE}`,
      values: [last],
    });
    if (rows.length === 0) return;
    const book = new RowBook();
    for (const row of rows) {
      const key = `${row.stream}:${row.stream_id}`;
      const fact: Fact = {
        type: row.type,
        payload: row.payload,
        at: row.business_at.getTime(),
        actor: row.actor,
        ...(row.on_behalf_of === null ? {} : { onBehalfOf: row.on_behalf_of }),
      };
      const { after, rows: changes } = fold(row.stream, row.stream_id, row.version, states.get(key), fact);
      states.set(key, after);
      for (const change of changes) book.put(change);
      last = row.event_id;
    }
    for (const [table, changed] of book.rows()) await client.query(upsertOf(table, 1), [JSON.stringify(changed)]);
    for (const [table, keys] of book.gone()) await client.query(deleteOf(table, 1), [JSON.stringify(keys)]);
    folded += rows.length;
    progress(folded);
  }
}
