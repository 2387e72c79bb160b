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
  /** The sweep's: it knows of no fact, only that somebody should look. */
  readonly anyway?: true;
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
  readonly idle: boolean;
}

/** How far a pass looks: a long backlog is worked off from its head, not counted whole every time. */
const HEAD = 4_000;

/** The work of each kind that a workflow has to be there for. */
export const OPEN_WORK = `select 'nomination' as workflow, id as subject_id from read_nomination where step is not null
  union all select 'campaign', id from read_campaign where status in ('running', 'closed')
  union all select 'round', id from read_round where status <> 'closed'
  union all select 'session', id from read_session where status = 'convened'`;

/**
 * What concerns every workflow is kept apart by its word: a moved clock is told to few, a changed calendar to all, and
 * the one must not swallow the other.
 *
 * Only facts that have their place in the log: a workflow that looks afterwards is sure to see them. `idle` are
 * announcements nobody needs any more: the workflow has looked since, or it has ended and nothing is open.
 */
export async function pendingOf(
  pool: Pool,
  limit: number,
): Promise<{ readonly pending: readonly Pending[]; readonly idle: readonly number[] }> {
  const { rows } = await pool.query<PendingRow>({
    name: 'relay-pending',
    text: `with page as materialized (
        select array_agg(o.id) as ids, o.workflow, o.subject_id, array_agg(o.signal order by o.id desc) as signals,
          max(o.visit) as visit, max(l.log_index) as log_index, min(o.id) as first
        from (select * from ops_outbox where retry_at is null or retry_at <= clock_timestamp() order by id limit ${HEAD}) o
          join ledger_log l on l.event_id = o.event_id
        group by o.workflow, o.subject_id, case when o.subject_id = '${EVERY}' then o.signal end order by min(o.id) limit $1)
      select p.*, p.subject_id <> '${EVERY}' and (coalesce(w.seen_index >= p.log_index, false) or (coalesce(w.done, true)
          and not exists (select 1 from (${OPEN_WORK}) o where o.workflow = p.workflow and o.subject_id = p.subject_id))) as idle
      from page p left join ops_engine_wait w on w.workflow = p.workflow and w.subject_id = p.subject_id order by p.first`,
    values: [limit],
  });
  const isIdle = (row: PendingRow): boolean => row.idle || !isWorkflowKind(row.workflow);
  return {
    idle: rows.filter(isIdle).flatMap(({ ids }) => ids.map(Number)),
    pending: rows.filter((row) => !isIdle(row)).flatMap(pendingRow),
  };
}

const pendingRow = ({ ids, workflow, subject_id, signals, visit, log_index }: PendingRow): readonly Pending[] =>
  isWorkflowKind(workflow)
    ? [
        {
          ids: ids.map(Number),
          workflow,
          subjectId: subject_id,
          signal: signals[0] ?? 'look',
          visit,
          logIndex: Number(log_index),
        },
      ]
    : [];

/**
 * Takes announced rows out and notes, in the same statement, that their workflows have something to look at. That note is
 * how the sweep finds a signal that reached a server which was lost before anybody acted on it.
 */
export async function settle(pool: Pool, sent: readonly Pending[]): Promise<void> {
  if (sent.length === 0) return;
  await pool.query({
    name: 'relay-settle',
    text: `with gone as (delete from ops_outbox where id = any($1::bigint[]))
      insert into ops_engine_wait (workflow, subject_id, seen_index, waiting_for, done, told_index)
      select w.workflow, w.subject_id, 0, '${FIRST_LOOK}', false, max(w.log_index)
      from unnest($2::text[], $3::text[], $4::bigint[]) as w (workflow, subject_id, log_index)
      group by w.workflow, w.subject_id order by w.workflow, w.subject_id
      on conflict (workflow, subject_id) do update
        set waiting_for = excluded.waiting_for, done = false, at = clock_timestamp(),
          told_index = greatest(ops_engine_wait.told_index, excluded.told_index)
        where ops_engine_wait.seen_index < excluded.told_index`,
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
