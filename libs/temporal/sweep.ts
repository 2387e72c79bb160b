import type { Pool } from 'pg';
import type { WorkflowKind } from '../domain/wakes.js';
import { EVERY, FIRST_LOOK, OPEN_WORK } from './outbox.js';
import { isWorkflowKind } from './names.js';

export interface Overlooked {
  readonly workflow: WorkflowKind;
  readonly subjectId: string;
}

interface Row {
  readonly workflow: string;
  readonly subject_id: string;
}

const read = (rows: readonly Row[]): readonly Overlooked[] =>
  rows.flatMap(({ workflow, subject_id }) => (isWorkflowKind(workflow) ? [{ workflow, subjectId: subject_id }] : []));

/**
 * The truth about who should be awake, from committed rows alone: open work nobody waits for; a signal nobody looked
 * after; a date, a moved clock or a changed calendar that went by. Whoever has an announcement waiting is left to it.
 */
export async function overlooked(pool: Pool, now: number, limit: number): Promise<readonly Overlooked[]> {
  const { rows } = await pool.query<Row>({
    name: 'relay-sweep',
    text: `with epoch as (
        select coalesce(max(l.log_index), 0) as at from ledger_event e join ledger_log l on l.event_id = e.event_id
        where e.stream in ('world', 'calendar')),
      open_work as ( ${OPEN_WORK}),
      found as (
        select o.workflow, o.subject_id from open_work o
          left join ops_engine_wait w on w.workflow = o.workflow and w.subject_id = o.subject_id
          where w.subject_id is null or w.done
        union
        select w.workflow, w.subject_id from ops_engine_wait w, epoch
          where not w.done and w.at < clock_timestamp() - interval '1 minute'
            and (w.waiting_for = '${FIRST_LOOK}' or w.next_at < $1::timestamptz - interval '1 minute' or w.seen_index < epoch.at)
        union
        select 'campaign', w.subject_id from ops_engine_wait w
          where w.workflow = 'campaign' and not w.done and w.at < clock_timestamp() - interval '1 minute'
            and (w.next_at is null or w.next_at > $1) and w.waiting_for not like 'refused%'
            and exists (select 1 from read_task t where t.campaign_id = w.subject_id and t.status = 'open'
              and t.next_step_at <= $1::timestamptz - interval '1 minute' and t.owner_kind <> 'nomination'
              and t.owner_kind not in ('round', 'session')))
      select f.workflow, f.subject_id from found f
        where not exists (select 1 from ops_outbox o where o.workflow = f.workflow and o.subject_id in (f.subject_id, '${EVERY}'))
        limit $2`,
    values: [new Date(now).toISOString(), limit],
  });
  return read(rows);
}

/** Workflows whose date has come with the moved clock and that have not looked since. */
export async function dueBehindClock(pool: Pool, now: number, limit: number): Promise<readonly Overlooked[]> {
  const { rows } = await pool.query<Row>({
    name: 'relay-behind-clock',
    text: `select w.workflow, w.subject_id from ops_engine_wait w
      where not w.done and w.next_at <= $1 and w.seen_index < (
        select coalesce(max(l.log_index), 0) from ledger_event e join ledger_log l on l.event_id = e.event_id where e.stream = 'world')
      limit $2`,
    values: [new Date(now).toISOString(), limit],
  });
  return read(rows);
}

/** Everyone who waits, for what concerns all of them. */
export async function waiting(
  pool: Pool,
  kind: WorkflowKind,
  now: number | null,
  before: number,
): Promise<readonly Overlooked[]> {
  const { rows } = await pool.query<Row>({
    name: 'relay-waiting',
    text: `select workflow, subject_id from ops_engine_wait where workflow = $1 and not done and seen_index < $3
      and ($2::timestamptz is null or next_at <= $2) order by subject_id`,
    values: [kind, now === null ? null : new Date(now).toISOString(), before],
  });
  return read(rows);
}

export async function newestLogIndex(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ at: number }>('select coalesce(max(log_index), 0) as at from ledger_log');
  return Number(rows[0]?.at ?? 0);
}
