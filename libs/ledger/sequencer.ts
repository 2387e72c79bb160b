import type { Pool, PoolClient } from '../persistence/pg.js';
import { integrateOnce } from './log-tree.js';

export const LOG_CHANNEL = 'vinhdanh_log';

/**
 * Gives facts their place over all streams. It takes only facts older than every transaction still open, so that no
 * earlier fact can appear behind one already numbered. Runs in one process at a time, held by an advisory lock; it only
 * inserts, never changes a fact. Returns how many facts it numbered and the newest index.
 */
export async function sequenceOnce(client: PoolClient): Promise<{ numbered: number; last: number } | undefined> {
  await client.query('begin');
  try {
    const { rows: leader } = await client.query<{ mine: boolean }>({
      name: 'sequencer-lead',
      text: `select pg_try_advisory_xact_lock(hashtextextended(current_schema() || ':sequencer', 0)) as mine`,
    });
    if (leader[0]?.mine !== true) {
      await client.query('rollback');
      return undefined;
    }
    const { rows } = await client.query<{ numbered: number; last: number }>({
      name: 'sequencer-number',
      text: `with s as (select upto, last_index, pg_snapshot_xmin(pg_current_snapshot()) as xmin from ops_sequencer where id = 1),
        fresh as (
          select e.event_id, row_number() over (order by e.event_id) as place from ledger_event e, s
          where e.xid >= s.upto and e.xid < s.xmin
        ),
        logged as (insert into ledger_log (log_index, event_id) select s.last_index + fresh.place, fresh.event_id from fresh, s returning 1),
        moved as (
          update ops_sequencer set upto = s.xmin, last_index = s.last_index + (select count(*) from fresh)
          from s where id = 1 and s.upto < s.xmin and exists (select 1 from fresh)
        )
        select count(*)::int as numbered, (select last_index from s) + count(*) as last from fresh`,
    });
    await client.query('commit');
    return rows[0];
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Numbers every committed fact now; for tools that need the log whole. */
export async function sequenceAll(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    while (((await sequenceOnce(client))?.numbered ?? 0) > 0);
  } finally {
    client.release();
  }
}

const TREE_EVERY_MS = 250;

export interface SequencerOptions {
  readonly world: string;
  /** How long to wait when nothing is announced, in ms: other processes commit too. */
  readonly idle?: number;
  readonly onError?: (error: unknown) => void;
  /** Whether facts are taken into the Merkle tree as well, as they are unless a bench measures what that costs. */
  readonly tree?: boolean;
}

/**
 * Keeps a world's log in order while it runs, and its Merkle tree behind it; `poke` after a commit makes it prompt. The
 * tree is written from what is committed and numbered: no act of a person waits for it.
 */
export class Sequencer {
  private readonly listeners = new Set<(logIndex: number) => void>();
  private running: Promise<void> | undefined;
  private stopped = false;
  private wake: (() => void) | undefined;
  private poked = false;
  private readonly growing = new Set<() => void>();
  private integratedAt = 0;
  last = 0;

  constructor(
    private readonly pool: Pool,
    private readonly options: SequencerOptions,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.poke();
    await this.running;
  }

  /** Something was committed. */
  poke(): void {
    this.poked = true;
    this.wake?.();
  }

  /** Told the newest log index whenever it has grown. */
  onLog(listener: (logIndex: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Told whenever the tree has grown. */
  onTree(listener: () => void): () => void {
    this.growing.add(listener);
    return () => this.growing.delete(listener);
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      this.poked = false;
      let numbered = 0;
      try {
        numbered = await this.once();
        // In a rush the tree takes facts a few times a second, many at once: each time costs some round trips.
        if (numbered === 0 || performance.now() - this.integratedAt >= TREE_EVERY_MS)
          numbered += await this.integrate();
      } catch (error) {
        this.options.onError?.(error);
      }
      // Batches of some tens of milliseconds: a rush is numbered in few statements, nobody notices the wait.
      if (numbered > 0) await this.pause(25, false);
      else await this.pause(this.options.idle ?? 500, true);
    }
  }

  /** One pass; public for tests and for tools that need the log whole now. */
  async once(): Promise<number> {
    const client = await this.pool.connect();
    try {
      const done = await sequenceOnce(client);
      if (done === undefined || done.numbered === 0) return 0;
      this.last = done.last;
      await client.query({
        name: 'log-notify',
        text: 'select pg_notify($1, $2)',
        values: [LOG_CHANNEL, `${this.options.world}:${done.last}`],
      });
      for (const listener of this.listeners) listener(done.last);
      return done.numbered;
    } finally {
      client.release();
    }
  }

  /** Takes the next page of numbered facts into the tree. */
  private async integrate(): Promise<number> {
    if (this.options.tree === false) return 0;
    this.integratedAt = performance.now();
    const client = await this.pool.connect();
    try {
      const taken = (await integrateOnce(client)) ?? 0;
      if (taken > 0) for (const listener of this.growing) listener();
      return taken;
    } finally {
      client.release();
    }
  }

  private pause(ms: number, wakeable: boolean): Promise<void> {
    if (wakeable && this.poked) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
      if (wakeable) this.wake = done;
    });
  }
}
