import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { failureCode, isAway } from './connection.js';
import { LOOK, runArgument, workflowId, WORKFLOW_TYPES, type Announcement } from './names.js';
import { backlogOf, dropRows, EVERY, pendingOf, postpone, settle, type Backlog, type Pending } from './outbox.js';
import { dueBehindClock, newestLogIndex, overlooked, waiting, type Overlooked } from './sweep.js';
import type { Throttle } from './throttle.js';

/** What the relay needs of a world; the ledger's own `World` fits as it is. */
export interface RelayWorld {
  readonly name: string;
  readonly kind: 'official' | 'rehearsal';
  readonly pool: Pool;
  now(): Promise<number>;
}

export interface WorldRelayOptions {
  readonly client: Client;
  readonly taskQueue: string;
  readonly throttle: Throttle;
  /** At most one signal for each workflow in this time, in ms. */
  readonly spacing: number;
  readonly sweepEvery: number;
}

const PAGE = 200;
const IDLE = 5_000;
const ATTENTIVE = 200;
const ATTENTIVE_FOR = 5_000;
const SWEEP_PAGE = 500;
const HOUR = 3_600_000;

/** The server is away: nothing was wrong with any row, all of them wait. */
export class EngineAway extends Error {
  override readonly name = 'EngineAway';
}

interface Sent {
  readonly at: number;
  readonly logIndex: number;
}

/** Announces one world's facts. Whoever runs it must be the only one who does: see {@link Relay}. */
export class WorldRelay {
  private readonly sent = new Map<string, Sent>();
  private readonly swept = new Map<string, { readonly at: number; readonly times: number }>();
  private sweptAt = 0;
  private activeAt = 0;
  private isOver = false;

  constructor(
    readonly world: RelayWorld,
    private readonly options: WorldRelayOptions,
  ) {}

  backlog(): Promise<Backlog> {
    return backlogOf(this.world.pool);
  }

  /** Announces nothing more: what is not on its way yet stays in the outbox for whoever leads next. */
  halt(): void {
    this.isOver = true;
  }

  /** One pass: announces what may be announced, and says in how many ms the next pass is worth it. */
  async pass(): Promise<number> {
    const { pending, idle } = await pendingOf(this.world.pool, PAGE);
    if (idle.length > 0) await dropRows(this.world.pool, idle);
    for (const every of pending.filter(({ subjectId }) => subjectId === EVERY)) await this.announceToAll(every);
    const single = pending.filter(({ subjectId }) => subjectId !== EVERY);
    const now = Date.now();
    const readyIn = (row: Pending): number => (this.sent.get(this.idOf(row))?.at ?? 0) + this.options.spacing - now;
    const ready = single.filter((row) => readyIn(row) <= 0);
    await this.announce(ready);
    await this.catchUp();
    if (ready.length > 0) this.activeAt = Date.now();
    this.forgetOld();
    if (idle.length > 0 || (pending.length === PAGE && ready.length > 0)) return 0;
    const hot = single.filter((row) => readyIn(row) > 0).map(readyIn);
    const rest = this.world.kind === 'rehearsal' && Date.now() - this.activeAt < ATTENTIVE_FOR ? ATTENTIVE : IDLE;
    return Math.max(10, Math.min(rest, ...hot));
  }

  private idOf({ workflow, subjectId }: Overlooked): string {
    return workflowId(this.world.name, workflow, subjectId);
  }

  private async announce(rows: readonly Pending[]): Promise<void> {
    const done: Pending[] = [];
    const attempts = rows.map((row) =>
      this.options.throttle.run(async () => {
        if (this.isOver) return;
        try {
          await this.signal(row);
          done.push(row);
          if (done.length >= 50) await settle(this.world.pool, done.splice(0));
        } catch (error) {
          if (error instanceof EngineAway) throw error;
          await postpone(this.world.pool, row.ids, failureCode(error));
        }
      }),
    );
    const outcomes = await Promise.allSettled(attempts);
    await settle(this.world.pool, done);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  /** A moved clock concerns those whose date has come, a changed calendar everyone who waits. */
  private async announceToAll(every: Pending): Promise<void> {
    const now = every.signal === LOOK ? await this.world.now() : null;
    const targets = await waiting(this.world.pool, every.workflow, now, every.logIndex);
    await this.announce(
      targets.map((target) => ({ ...target, ids: [], signal: every.signal, visit: null, logIndex: every.logIndex })),
    );
    // Not everybody was told: the row stays.
    if (this.isOver) return;
    await dropRows(this.world.pool, every.ids);
    this.activeAt = Date.now();
  }

  /** The sweep, and in a rehearsal those who wrote down a date that the clock had already passed. */
  private async catchUp(): Promise<void> {
    const { pool, kind } = this.world;
    if (kind === 'rehearsal' && Date.now() - this.activeAt < ATTENTIVE_FOR) {
      const behind = await dueBehindClock(pool, await this.world.now(), SWEEP_PAGE);
      await this.wake(behind, (id, logIndex) => (this.sent.get(id)?.logIndex ?? -1) < logIndex);
    }
    if (Date.now() - this.sweptAt < this.options.sweepEvery) return;
    this.sweptAt = Date.now();
    const found = await overlooked(pool, await this.world.now(), SWEEP_PAGE);
    await this.wake(found, (id) => this.isWorthSweeping(id), { anyway: true });
  }

  private async wake(
    subjects: readonly Overlooked[],
    wanted: (id: string, logIndex: number) => boolean,
    how: Pick<Pending, 'anyway'> = {},
  ): Promise<void> {
    if (subjects.length === 0) return;
    const logIndex = await newestLogIndex(this.world.pool);
    const targets = subjects.filter((subject) => wanted(this.idOf(subject), logIndex));
    await this.announce(targets.map((target) => ({ ...target, ...how, ids: [], signal: LOOK, visit: null, logIndex })));
  }

  /** Nobody looked after the last time either, the worker may be away: asked less and less often, at least hourly. */
  private isWorthSweeping(id: string): boolean {
    const before = this.swept.get(id);
    const times = before?.times ?? 0;
    const pause = Math.min(HOUR, this.options.sweepEvery * 2 ** Math.min(times, 10));
    if (before !== undefined && Date.now() - before.at < pause) return false;
    this.swept.set(id, { at: Date.now(), times: times + 1 });
    return true;
  }

  private async signal({ workflow, subjectId, signal, logIndex, visit, anyway }: Pending): Promise<void> {
    const { client, taskQueue } = this.options;
    const announcement: Announcement = {
      logIndex,
      subjectId,
      ...(visit === null ? {} : { visit }),
      ...(anyway === undefined ? {} : { anyway }),
    };
    const id = this.idOf({ workflow, subjectId });
    try {
      await client.withDeadline(Date.now() + 5_000, () =>
        client.workflow.signalWithStart(WORKFLOW_TYPES[workflow], {
          workflowId: id,
          taskQueue,
          args: [runArgument(this.world.name, subjectId)],
          signal,
          signalArgs: [announcement],
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      );
    } catch (error) {
      if (isAway(error)) throw new EngineAway('the engine does not answer', { cause: error });
      throw error;
    }
    this.sent.set(id, { at: Date.now(), logIndex });
  }

  private forgetOld(): void {
    if (this.sent.size > 20_000) {
      for (const [id, { at }] of this.sent) if (Date.now() - at > this.options.spacing) this.sent.delete(id);
    }
    if (this.swept.size > 20_000) {
      for (const [id, { at }] of this.swept) if (Date.now() - at > HOUR) this.swept.delete(id);
    }
  }
}
