import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORLD_ID } from '../domain/world/world.stream.js';
import { APP_ROLE } from '../persistence/data-source.js';
import type { PoolClient } from '../persistence/pg.js';
import { openCheckpoint, parseCheckpoint } from '../proof/checkpoint.js';
import { MemoryLog } from '../proof/memory-log.js';
import { parseVerifier, type VerifierKey } from '../proof/signed-note.js';
import { payloadDigest } from './canonical.js';
import { checkpointsAfter } from './checkpoints.js';
import { leafHashOf, numberedFacts } from './log-tree.js';
import { derivedDiffer } from './rebuild.js';
import { LEDGER_TABLES, type World } from './worlds.js';

/** Something that was checked. `code` names it for machines and in an alarm. */
export interface WatchFinding {
  readonly code: 'leaves' | 'blocks' | 'payloads' | 'checkpoints' | 'held' | 'guard' | 'derived';
  readonly name: string;
  readonly holds: boolean;
  readonly detail: string;
}

export interface WatchOptions {
  /** Where signed states of the log were put outside of the database. */
  readonly checkpointDir?: string;
  /** Whether to fold every fact again; the dearest of the checks. */
  readonly derived: boolean;
}

const PAGE = 500;

interface Recounted {
  readonly log: MemoryLog;
  readonly wrongLeaf: number | undefined;
  readonly wrongPayload: number | undefined;
}

/** Computes the whole log again from the facts, and looks at each leaf and each digest on the way. */
async function recount(client: PoolClient): Promise<Recounted> {
  const log = new MemoryLog();
  const { rows: sealKeys } = await client.query<{ subject: string; salt: Buffer }>(
    'select subject, salt from seal_key',
  );
  const salts = new Map(sealKeys.map(({ subject, salt }) => [subject, salt]));
  const { rows: size } = await client.query<{ n: number }>('select coalesce(max(log_index), 0) as n from ledger_leaf');
  const end = Number(size[0]?.n ?? 0);
  let wrongLeaf: number | undefined;
  let wrongPayload: number | undefined;
  while (log.size < end) {
    const before = log.size;
    const facts = (await numberedFacts(client, before, PAGE)).filter(({ log_index }) => log_index <= end);
    const { rows: leaves } = await client.query<{ log_index: number; hash: Buffer }>({
      name: 'watch-leaves',
      text: 'select log_index, hash from ledger_leaf where log_index > $1 order by log_index limit $2',
      values: [before, PAGE],
    });
    for (const [i, fact] of facts.entries()) {
      const hash = leafHashOf(fact);
      const leaf = leaves[i];
      if (leaf?.log_index !== fact.log_index || !leaf.hash.equals(hash)) wrongLeaf ??= before + i + 1;
      const salt = salts.get(fact.seal_subject);
      if (salt !== undefined && payloadDigest(salt, fact.payload).toString('hex') !== fact.digest)
        wrongPayload ??= fact.log_index;
      log.appendHash(hash);
    }
    if (log.size === before) return { log, wrongLeaf: wrongLeaf ?? before + 1, wrongPayload };
  }
  return { log, wrongLeaf, wrongPayload };
}

/** Blocks whose stored root is not the one their leaves have, or is missing. */
async function wrongBlocks(client: PoolClient, log: MemoryLog): Promise<number> {
  const { rows } = await client.query<{ level: number; index: number; hash: Buffer }>(
    'select level, index, hash from ledger_node',
  );
  const stored = new Map(rows.map(({ level, index, hash }) => [`${level}:${index}`, hash]));
  let wrong = 0;
  let expected = 0;
  for (const [key, hash] of log.blocks()) {
    expected += 1;
    if (stored.get(key)?.equals(hash) !== true) wrong += 1;
  }
  return wrong + Math.max(0, rows.length - expected);
}

/** A state says what the log was: the recounted one must have had that root at that size. */
const isOf = (log: MemoryLog, { size, root }: { readonly size: number; readonly root: Buffer }): boolean =>
  size <= log.size && log.root(size).equals(root);

async function checkpointFindings(
  world: World,
  client: PoolClient,
  log: MemoryLog,
  folder: string | undefined,
): Promise<readonly WatchFinding[]> {
  const keys = ((await world.reader.state('world', WORLD_ID))?.state.logKeys ?? []).map(({ key }) =>
    parseVerifier(key),
  );
  const known = keys.filter((key): key is VerifierKey => key !== undefined);
  const isSigned = (note: string): boolean => known.some((key) => openCheckpoint(note, key) !== undefined);
  let count = 0;
  let wrong = 0;
  for (let after = 0; ;) {
    const page = await checkpointsAfter(client, after, PAGE);
    wrong += page.filter((one) => !isOf(log, one) || !isSigned(one.note)).length;
    count += page.length;
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.size;
  }
  const signed: WatchFinding = {
    code: 'checkpoints',
    name: 'every signed state is one the log went through',
    holds: wrong === 0,
    detail: `${wrong} of ${count} are not`,
  };
  const held =
    folder === undefined ? [] : heldIn(folder).filter(({ origin }) => known.some(({ name }) => name === origin));
  if (held.length === 0) return [signed];
  const strange = held.filter((one) => !isOf(log, one)).length;
  const name = 'the log continues every state kept outside of the database, from the oldest on';
  return [
    signed,
    { code: 'held', name, holds: strange === 0, detail: `${strange} of ${held.length} are not continued` },
  ];
}

function heldIn(folder: string) {
  try {
    const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
    return files
      .map((file) => parseCheckpoint(readFileSync(join(folder, file), 'utf8'))?.checkpoint)
      .filter((checkpoint) => checkpoint !== undefined);
  } catch {
    return [];
  }
}

/** What keeps the product itself from changing facts: triggers that are there and switched on, rights that are not given. */
async function guardFinding(client: PoolClient): Promise<WatchFinding> {
  const { rows: triggers } = await client.query<{ name: string }>({
    text: `select c.relname || '.' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace join pg_proc p on p.oid = t.tgfoid
      where n.nspname = current_schema() and t.tgenabled in ('O', 'A') and p.proname = 'ledger_refuse_change'
        and p.prosrc ~ 'raise exception'`,
  });
  const { rows: rights } = await client.query<{ name: string }>({
    text: `select t || ' ' || r as name from unnest($1::text[]) t, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) r
      where has_table_privilege($2, t, r)`,
    values: [[...LEDGER_TABLES], APP_ROLE],
  });
  const present = new Set(triggers.map(({ name }) => name));
  const wanted = LEDGER_TABLES.flatMap((table) => [`${table}.${table}_append_only`, `${table}.${table}_no_truncate`]);
  const trouble = [...wanted.filter((name) => !present.has(name)), ...rights.map(({ name }) => name)];
  return {
    code: 'guard',
    name: 'triggers and rights keep facts from being changed',
    holds: trouble.length === 0,
    detail: trouble.length === 0 ? `${wanted.length} triggers` : trouble.join(', '),
  };
}

/**
 * Checks a world's log against its facts, its signed states, the states kept outside, the guard of the database and, if
 * asked, every derived row against the fold of the facts. Changes nothing; one snapshot, so that work goes on meanwhile.
 */
export async function watchOnce(
  world: World,
  { checkpointDir, derived }: WatchOptions,
): Promise<readonly WatchFinding[]> {
  const client = await world.pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query('begin isolation level repeatable read');
    const { log, wrongLeaf, wrongPayload } = await recount(client);
    const blocks = await wrongBlocks(client, log);
    const at = (logIndex: number | undefined): string =>
      logIndex === undefined ? `${log.size} facts` : `the first is fact ${logIndex}`;
    const findings: WatchFinding[] = [
      {
        code: 'leaves',
        name: 'every fact is the one its leaf is about',
        holds: wrongLeaf === undefined,
        detail: at(wrongLeaf),
      },
      { code: 'blocks', name: 'stored hashes are those of the leaves', holds: blocks === 0, detail: `${blocks} wrong` },
      {
        code: 'payloads',
        name: 'payloads have their salted digests',
        holds: wrongPayload === undefined,
        detail: at(wrongPayload),
      },
      ...(await checkpointFindings(world, client, log, checkpointDir)),
      await guardFinding(client),
    ];
    if (derived) {
      const differ = await derivedDiffer(client);
      const detail = differ.length === 0 ? 'all tables' : differ.join(', ');
      findings.push({
        code: 'derived',
        name: 'derived rows are the fold of the facts',
        holds: differ.length === 0,
        detail,
      });
    }
    return findings;
  } finally {
    await client.query('rollback').catch(() => undefined);
    await client.query('reset statement_timeout').catch(() => undefined);
    client.release();
  }
}

/** Looks, and keeps what was found for health and metrics. Derived rows are folded once a day. */
export async function watchAndNote(world: World, checkpointDir: string): Promise<readonly WatchFinding[]> {
  const began = performance.now();
  const { rows } = await world.pool.query<{ today: boolean }>(
    `select exists (select 1 from ops_watch where at > clock_timestamp() - interval '1 day'
      and findings @> '[{"code": "derived"}]') as today`,
  );
  const findings = await watchOnce(world, { checkpointDir, derived: rows[0]?.today !== true });
  await world.pool.query({
    text: `with old as (delete from ops_watch where at < clock_timestamp() - interval '90 days')
      insert into ops_watch (seconds, size, findings)
      values ($1, (select coalesce(max(log_index), 0) from ledger_leaf), $2::jsonb)`,
    values: [(performance.now() - began) / 1000, JSON.stringify(findings)],
  });
  return findings;
}

/** Whose task an alarm becomes: an auditor's, else an administrator's; undefined where nobody holds either today. */
export async function alarmQueue(world: World): Promise<string | undefined> {
  const { rows } = await world.pool.query<{ queue: string }>({
    text: `select queue from read_position where role in ('auditor', 'admin') and valid_from <= $1::timestamptz::date
      and (valid_to is null or valid_to >= $1::timestamptz::date) order by role = 'auditor' desc, queue limit 1`,
    values: [new Date(await world.now())],
  });
  return rows[0]?.queue;
}
