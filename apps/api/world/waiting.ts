import type { World } from '../../../libs/ledger/worlds.js';
import { FIRST_LOOK } from '../../../libs/temporal/outbox.js';

export interface Waiting {
  readonly workflow: string;
  readonly subject: string;
  readonly waitingFor: string;
  readonly nextAt: string | null;
  readonly seenIndex: number;
}

interface WaitRow {
  readonly outbox: number;
  readonly log_index: number;
  readonly earliest: Date | null;
  readonly workflow: string | null;
  readonly subject_id: string | null;
  readonly waiting_for: string | null;
  readonly next_at: Date | null;
  readonly seen_index: number | null;
}

/**
 * What every living workflow waits for, how far it has looked, and what it has not been told yet. One statement, so that
 * all of it is of one moment: a fact on its way from the outbox to its workflow is always seen in one of the two. Those
 * who still have to look come first.
 */
const TEXT = `select o.outbox, o.log_index, o.earliest, w.* from
    (select (select count(*) from ops_outbox) as outbox, (select coalesce(max(log_index), 0) from ledger_log) as log_index,
      (select min(next_at) from ops_engine_wait where not done) as earliest) o
  left join (select workflow, subject_id, waiting_for, next_at, seen_index from ops_engine_wait where not done
    order by waiting_for = '${FIRST_LOOK}' desc, next_at nulls last, workflow, subject_id limit 1000) w on true`;

export async function waitingIn(
  world: World,
): Promise<{ items: readonly Waiting[]; logIndex: number; outbox: number; nextAt: string | null }> {
  const { rows } = await world.pool.query<WaitRow>({ name: 'waiting', text: TEXT });
  const items = rows.flatMap(({ workflow, subject_id, waiting_for, next_at, seen_index }): readonly Waiting[] =>
    workflow === null || subject_id === null
      ? []
      : [
          {
            workflow,
            subject: subject_id,
            waitingFor: waiting_for ?? '',
            nextAt: next_at?.toISOString() ?? null,
            seenIndex: Number(seen_index ?? 0),
          },
        ],
  );
  const [first] = rows;
  return {
    items,
    logIndex: Number(first?.log_index ?? 0),
    outbox: Number(first?.outbox ?? 0),
    nextAt: first?.earliest?.toISOString() ?? null,
  };
}

/** The earliest date anything waits for, epoch ms. */
export async function earliestWait(world: World): Promise<number | undefined> {
  const { rows } = await world.pool.query<{ next_at: Date | null }>({
    name: 'earliest-wait',
    text: 'select min(next_at) as next_at from ops_engine_wait where not done',
  });
  return rows[0]?.next_at?.getTime();
}
