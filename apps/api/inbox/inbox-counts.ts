import type { World } from '../../../libs/ledger/worlds.js';

/** Beyond this nobody needs to know how many; counting on would cost what it does not tell. */
const CAP = 1000;

export interface CappedCount {
  readonly count: number;
  /** True: at least this many. */
  readonly more: boolean;
}

export interface InboxCounts {
  readonly open: CappedCount;
  readonly mine: CappedCount;
  readonly overdue: CappedCount;
  readonly queues: readonly ({ readonly queue: string } & CappedCount)[];
}

const capped = (count: number): CappedCount => ({ count: Math.min(count, CAP), more: count > CAP });

/** Counts of the open work of some queues and of one person, each stopped at the cap. */
export async function countInbox(world: World, personId: string, queues: readonly string[]): Promise<InboxCounts> {
  const { rows } = await world.pool.query<{ queue: string; open: number; overdue: number; mine: number }>({
    name: 'inbox-counts',
    text: `select q.queue,
        (select count(*) from (select 1 from read_task t where t.queue = q.queue and t.status = 'open' limit ${CAP + 1}) x) as open,
        (select count(*) from (select 1 from read_task t where t.queue = q.queue and t.status = 'open' and t.due_at <= $3 limit ${CAP + 1}) x) as overdue,
        (select count(*) from (select 1 from read_task_handling h join read_task t on t.id = h.id
          where h.assignee = $2 and t.status = 'open' limit ${CAP + 1}) x) as mine
      from unnest($1::text[] || ''::text) as q(queue)`,
    values: [queues, personId, new Date(await world.now())],
  });
  const served = rows.filter(({ queue }) => queue !== '');
  const sum = (pick: (row: (typeof rows)[number]) => number): number =>
    served.reduce((total, row) => total + pick(row), 0);
  return {
    open: capped(sum((row) => row.open)),
    mine: capped(rows[0]?.mine ?? 0),
    overdue: capped(sum((row) => row.overdue)),
    queues: served.map(({ queue, open }) => ({ queue, ...capped(open) })),
  };
}
