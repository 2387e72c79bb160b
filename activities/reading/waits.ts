import type { WorkflowKind } from '../../libs/domain/wakes.js';
import type { Queryable } from '../../libs/persistence/pg.js';

export interface WaitRow {
  readonly workflow: WorkflowKind;
  readonly id: string;
  readonly seenIndex: number;
  readonly waitingFor: string;
  readonly nextAt: number | null;
  readonly done: boolean;
}

/**
 * Latest look wins: a retried activity of an earlier one must not turn the row back. Where the workflow has been told of a
 * fact that this look has not seen yet, the row goes on saying that it still has to look.
 */
export async function noteWait(pool: Queryable, row: WaitRow): Promise<void> {
  const nextAt = row.nextAt === null ? null : new Date(row.nextAt).toISOString();
  await pool.query({
    name: 'engine-wait',
    text: `insert into ops_engine_wait (workflow, subject_id, seen_index, waiting_for, next_at, done)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (workflow, subject_id) do update set seen_index = excluded.seen_index, next_at = excluded.next_at,
        waiting_for = case when ops_engine_wait.told_index > excluded.seen_index then ops_engine_wait.waiting_for else excluded.waiting_for end,
        done = excluded.done and ops_engine_wait.told_index <= excluded.seen_index, at = clock_timestamp()
      where ops_engine_wait.seen_index <= excluded.seen_index`,
    values: [row.workflow, row.id, row.seenIndex, row.waitingFor, nextAt, row.done],
  });
}
