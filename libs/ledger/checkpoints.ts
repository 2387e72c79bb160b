import { DECISION_FACTS } from '../domain/decision/decision.stream.js';
import { NOMINATION_FACTS } from '../domain/nomination/nomination.stream.js';
import { WORLD_FACTS } from '../domain/world/world.stream.js';
import type { Pool, PoolClient, Queryable } from '../persistence/pg.js';
import { signCheckpoint } from '../proof/checkpoint.js';
import type { Hash } from '../proof/merkle-hash.js';
import { provesConsistency } from '../proof/merkle-proof.js';
import type { SignerKey } from '../proof/signed-note.js';
import { logSize, proofsAt } from './log-tree.js';

/** Why a state of the log was signed. */
export type CheckpointReason = 'first' | 'decision' | 'hour' | 'key' | 'asked';

export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Hash;
  readonly reason: CheckpointReason;
  /** ISO 8601, UTC, real time. */
  readonly at: string;
  /** With the lines of every witness that has cosigned it. */
  readonly note: string;
  readonly witnesses: readonly string[];
}

interface Row extends Record<string, unknown> {
  readonly size: number;
  readonly root: Hash;
  readonly reason: CheckpointReason;
  readonly at: Date;
  readonly note: string;
  readonly lines: string | null;
  readonly witnesses: readonly string[] | null;
}

const SELECT = `select c.size, c.root, c.reason, c.at, c.note, w.lines, w.witnesses from ledger_checkpoint c
  left join lateral (select string_agg(line, '' order by witness) as lines, array_agg(witness order by witness) as witnesses
    from ledger_cosignature where size = c.size) w on true`;

async function one(
  db: Queryable,
  name: string,
  where: string,
  values: unknown[],
): Promise<StoredCheckpoint | undefined> {
  const { rows } = await db.query<Row>({ name: `checkpoint-${name}`, text: `${SELECT} ${where} limit 1`, values });
  return rows.map(stored)[0];
}

const stored = ({ at, note, lines, witnesses, ...row }: Row): StoredCheckpoint => ({
  size: row.size,
  root: row.root,
  reason: row.reason,
  at: at.toISOString(),
  note: note + (lines ?? ''),
  witnesses: witnesses ?? [],
});

export const newestCheckpoint = (db: Queryable): Promise<StoredCheckpoint | undefined> =>
  one(db, 'newest', 'order by c.size desc', []);
export const oldestCheckpoint = (db: Queryable): Promise<StoredCheckpoint | undefined> =>
  one(db, 'oldest', 'order by c.size', []);
export const checkpointAt = (db: Queryable, size: number): Promise<StoredCheckpoint | undefined> =>
  one(db, 'at', 'where c.size = $1', [size]);
/** The first signed state of the log that holds the fact. */
export const checkpointOver = (db: Queryable, logIndex: number): Promise<StoredCheckpoint | undefined> =>
  one(db, 'over', 'where c.size >= $1 order by c.size', [logIndex]);

/** Checkpoints after one of this size, oldest first. */
export async function checkpointsAfter(
  db: Queryable,
  size: number,
  limit: number,
): Promise<readonly StoredCheckpoint[]> {
  const { rows } = await db.query<Row>({
    name: 'checkpoints-after',
    text: `${SELECT} where c.size > $1 order by c.size limit $2`,
    values: [size, limit],
  });
  return rows.map(stored);
}

/** Facts after which the log is signed at once: people will point at them. */
const MARKING: readonly string[] = [
  DECISION_FACTS.issued,
  DECISION_FACTS.recipientAdded,
  NOMINATION_FACTS.revoked,
  NOMINATION_FACTS.restored,
];

/** Why the log should be signed now, if it should. `looked`: up to where an earlier look found no reason. */
export async function reasonToSign(
  db: Queryable,
  looked: number,
): Promise<{ readonly reason: CheckpointReason | undefined; readonly size: number }> {
  const { rows } = await db.query<{ reason: CheckpointReason | null; size: number }>({
    name: 'checkpoint-due',
    text: `with log as (select coalesce(max(log_index), 0) as size from ledger_leaf),
      last as (select size, at from ledger_checkpoint order by size desc limit 1),
      marks as (select bool_or(e.type = any($2)) as decision, bool_or(e.type = $3) as key
        from log, ledger_log l join ledger_event e on e.event_id = l.event_id
        where l.log_index > greatest($1::bigint, (select size from last)) and l.log_index <= log.size and e.type = any($2 || $3::text))
      select log.size, case when log.size = 0 or log.size = last.size then null when last.size is null then 'first'
        when marks.key then 'key' when marks.decision then 'decision'
        when last.at < clock_timestamp() - interval '1 hour' then 'hour' end as reason
      from log left join last on true left join marks on true`,
    values: [looked, MARKING, WORLD_FACTS.logKeyAdopted],
  });
  return { reason: rows[0]?.reason ?? undefined, size: rows[0]?.size ?? 0 };
}

/** The log does not continue what was signed before: nothing is signed any more until somebody has looked. */
export class LogRewritten extends Error {
  override readonly name = 'LogRewritten';
}

/**
 * Signs the log as it is now, unless this size is signed already. Proves to itself first that the log begins with what
 * was signed before; throws {@link LogRewritten} where it does not. One process at a time.
 */
export async function signLog(
  pool: Pool,
  key: SignerKey,
  reason: CheckpointReason,
): Promise<StoredCheckpoint | undefined> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended(current_schema() || ':checkpoint', 0))`);
    const made = await signNow(client, key, reason);
    await client.query('commit');
    return made;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function signNow(
  client: PoolClient,
  key: SignerKey,
  reason: CheckpointReason,
): Promise<StoredCheckpoint | undefined> {
  const last = await newestCheckpoint(client);
  const size = await logSize(client);
  if (size === 0 || size === last?.size) return last;
  if (last !== undefined && size < last.size)
    throw new LogRewritten(`the log holds ${size} facts, ${last.size} were signed`);
  const { head, consistency } = await proofsAt(client, size, { before: last === undefined ? [] : [last.size] });
  const [step] = consistency;
  if (last !== undefined && (step === undefined || !provesConsistency(last, head, step.proof)))
    throw new LogRewritten(`the log does not begin with the ${last.size} facts that were signed`);
  await client.query({
    name: 'checkpoint-add',
    text: 'insert into ledger_checkpoint (size, root, note, reason) values ($1, $2, $3, $4)',
    values: [size, head.root, signCheckpoint(key, head), reason],
  });
  return newestCheckpoint(client);
}
