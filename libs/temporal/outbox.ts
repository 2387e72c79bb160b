import type { Pool } from 'pg';
import type { WorkflowKind } from '../domain/wakes.js';
import { isWorkflowKind } from './names.js';

/** Every announcement a workflow has waiting, as one: the newest word says enough. */
export interface Pending {
  readonly ids: readonly number[];
  readonly workflow: WorkflowKind;
  readonly subjectId: string;
  readonly signal: string;
  readonly visit: number | null;
  readonly logIndex: number;
}

export const EVERY = '*';
export const FIRST_LOOK = 'first look';

interface PendingRow {
  readonly ids: number[];
  readonly workflow: string;
  readonly subject_id: string;
  readonly signals: string[];
  readonly visit: number | null;
  readonly log_index: number;
}

/** How far a pass looks: a long backlog is worked off from its head, not counted whole every time. */
const HEAD = 4_000;

/** Only facts that have their place in the log: a workflow that looks afterwards is sure to see them. */
export async function pendingOf(pool: Pool, limit: number): Promise<readonly Pending[]> {
  const { rows } = await pool.query<PendingRow>({
    name: 'relay-pending',
    text: `select array_agg(o.id) as ids, o.workflow, o.subject_id, array_agg(o.signal order by o.id desc) as signals,
        max(o.visit) as visit, max(l.log_index) as log_index
      from (select * from ops_outbox where retry_at is null or retry_at <= clock_timestamp() order by id limit ${HEAD}) o
        join ledger_log l on l.event_id = o.event_id
      group by o.workflow, o.subject_id order by min(o.id) limit $1`,
    values: [limit],
  });
  return rows.flatMap(({ ids, workflow, subject_id, signals, visit, log_index }) =>
    isWorkflowKind(workflow)
      ? [{ ids: ids.map(Number), workflow, subjectId: subject_id, signal: signals[0] ?? 'look', visit, logIndex: Number(log_index) }]
      : [],
  );
}

/**
 * Takes announced rows out and notes, in the same statement, that their workflows have something to look at. That note is
 * how the sweep finds a signal that reached a server which was lost before anybody acted on it.
 */
export async function settle(pool: Pool, sent: readonly Pending[]): Promise<void> {
  if (sent.length === 0) return;
  await pool.query({
    name: 'relay-settle',
    text: `with gone as (delete from ops_outbox where id = any($1::bigint[]))
      insert into ops_engine_wait (workflow, subject_id, seen_index, waiting_for, done)
      select distinct on (w.workflow, w.subject_id) w.workflow, w.subject_id, 0, '${FIRST_LOOK}', false
      from unnest($2::text[], $3::text[], $4::bigint[]) as w (workflow, subject_id, log_index)
      order by w.workflow, w.subject_id
      on conflict (workflow, subject_id) do update
        set waiting_for = excluded.waiting_for, done = false, at = clock_timestamp()
        where ops_engine_wait.seen_index < (
          select max(x.log_index) from unnest($2::text[], $3::text[], $4::bigint[]) as x (workflow, subject_id, log_index)
          where x.workflow = ops_engine_wait.workflow and x.subject_id = ops_engine_wait.subject_id)`,
    values: [
      sent.flatMap(({ ids }) => ids),
      sent.map(({ workflow }) => workflow),
      sent.map(({ subjectId }) => subjectId),
      sent.map(({ logIndex }) => logIndex),
    ],
  });
}

/** Rows that are done without a signal of their own. */
export async function dropRows(pool: Pool, ids: readonly number[]): Promise<void> {
  await pool.query({ name: 'relay-drop', text: 'delete from ops_outbox where id = any($1::bigint[])', values: [ids] });
}

/** One row nobody can deliver waits by itself, longer each time; the next one is not kept waiting. */
export async function postpone(pool: Pool, ids: readonly number[], code: string): Promise<void> {
  await pool.query({
    name: 'relay-postpone',
    text: `update ops_outbox set failures = failures + 1, error = $2,
        retry_at = clock_timestamp() + least(interval '10 minutes', interval '1 second' * (2 ^ least(failures, 12)))
      where id = any($1::bigint[])`,
    values: [ids, code],
  });
}

export interface Backlog {
  readonly rows: number;
  /** Age of the oldest row, in seconds. */
  readonly lag: number;
}

export async function backlogOf(pool: Pool): Promise<Backlog> {
  const { rows } = await pool.query<{ rows: number; lag: number }>({
    name: 'relay-backlog',
    text: `select count(*)::int as rows, coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float8 as lag from ops_outbox`,
  });
  return rows[0] ?? { rows: 0, lag: 0 };
}
