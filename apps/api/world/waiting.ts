import type { World } from '../../../libs/ledger/worlds.js';

export interface Waiting {
  readonly workflow: string;
  readonly subject: string;
  readonly waitingFor: string;
  readonly nextAt: string | null;
  readonly seenIndex: number;
}

interface WaitRow {
  readonly workflow: string;
  readonly subject_id: string;
  readonly waiting_for: string;
  readonly next_at: Date | null;
  readonly seen_index: number;
}

/** What every living workflow waits for, how far it has looked, and what it has not been told yet. */
export async function waitingIn(
  world: World,
): Promise<{ items: readonly Waiting[]; logIndex: number; outbox: number; nextAt: string | null }> {
  const [waits, logIndex, outbox] = await Promise.all([
    world.pool.query<WaitRow>({
      name: 'waiting',
      text: `select workflow, subject_id, waiting_for, next_at, seen_index from ops_engine_wait where not done
             order by next_at nulls last, workflow, subject_id limit 1000`,
    }),
    world.reader.logIndex(),
    world.pool.query<{ rows: number }>({ name: 'outbox-length', text: 'select count(*) as rows from ops_outbox' }),
  ]);
  const items = waits.rows.map((row) => ({
    workflow: row.workflow,
    subject: row.subject_id,
    waitingFor: row.waiting_for,
    nextAt: row.next_at?.toISOString() ?? null,
    seenIndex: row.seen_index,
  }));
  return { items, logIndex, outbox: outbox.rows[0]?.rows ?? 0, nextAt: items[0]?.nextAt ?? null };
}

/** The earliest date anything waits for, epoch ms. */
export async function earliestWait(world: World): Promise<number | undefined> {
  const { rows } = await world.pool.query<{ next_at: Date | null }>({
    name: 'earliest-wait',
    text: 'select min(next_at) as next_at from ops_engine_wait where not done',
  });
  return rows[0]?.next_at?.getTime();
}
