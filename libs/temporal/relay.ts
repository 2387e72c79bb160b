import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { Leadership } from './leadership.js';
import { Throttle } from './throttle.js';
import { EngineAway, WorldRelay, type RelayWorld } from './world-relay.js';

export interface RelayOptions {
  readonly client: Client;
  readonly taskQueue: string;
  /** The worlds of today; the first one is where the relay's own connection comes from. */
  readonly worlds: () => Promise<readonly RelayWorld[]>;
  readonly onError?: (what: string, error: unknown) => void;
  /** Signals on their way at once, while the process has nothing better to do. */
  readonly mostAtOnce?: number;
  /** At most one signal for each workflow of the official world in this time, in ms. */
  readonly spacing?: number;
  /** The same in a rehearsal, where days pass in seconds. */
  readonly rehearsalSpacing?: number;
  readonly sweepEvery?: number;
}

export interface RelayHealth {
  /** `joining`: the engine has not answered since the start. */
  readonly engine: 'joining' | 'up' | 'down';
  /** Announcements waiting, and the age of the oldest in seconds. */
  readonly outbox: number;
  readonly lag: number;
}

interface Running {
  readonly relay: WorldRelay;
  loop: Promise<void>;
  wake: () => void;
  stopped: boolean;
}

const WORLDS_EVERY = 5_000;
const NOT_LEADER = 3_000;
const GREET_EVERY = 10_000;

/**
 * The only thing that starts and signals workflows. Reads committed announcements of every world it leads and takes them
 * out when they are delivered: at least once, coalesced, in an order that does not matter. A second relay waits.
 */
export class Relay {
  private readonly throttle: Throttle;
  private readonly leadership: Leadership;
  private readonly running = new Map<string, Running>();
  private engine: RelayHealth['engine'] = 'joining';
  private greetedAt = 0;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(private readonly options: RelayOptions) {
    this.throttle = new Throttle(options.mostAtOnce ?? 12);
    this.leadership = new Leadership(
      () => this.homePool(),
      (world) => this.wake(world),
    );
  }

  start(): void {
    this.looking ??= this.lookForWorlds();
  }

  /** A fact of the world has got its place in the log. */
  wake(world: string): void {
    const running = this.running.get(world);
    if (running !== undefined) running.wake();
  }

  /** Looks for new worlds now instead of within five seconds. */
  async refresh(): Promise<void> {
    await this.looking;
    this.looking = this.lookForWorlds();
    await this.looking;
  }

  async health(): Promise<RelayHealth> {
    const backlogs = await Promise.all(
      [...this.running.values()].map(({ relay }) => relay.backlog().catch(() => ({ rows: 0, lag: 0 }))),
    );
    return {
      engine: this.engine,
      outbox: backlogs.reduce((sum, { rows }) => sum + rows, 0),
      lag: Math.max(0, ...backlogs.map(({ lag }) => lag)),
    };
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
    const loops = [...this.running.values()].map((running) => this.end(running));
    await Promise.allSettled(loops);
    this.leadership.close();
    this.throttle.close();
  }

  private end(running: Running): Promise<void> {
    running.stopped = true;
    running.relay.halt();
    running.wake();
    return running.loop;
  }

  private async homePool(): Promise<Pool> {
    const [first] = await this.options.worlds();
    if (first === undefined) throw new Error('there is no world to relay for');
    return first.pool;
  }

  private async lookForWorlds(): Promise<void> {
    try {
      const worlds = await this.options.worlds();
      for (const world of worlds) if (!this.running.has(world.name)) this.follow(world);
      for (const [name, running] of this.running) {
        if (worlds.some((world) => world.name === name && world.pool === running.relay.world.pool)) continue;
        this.running.delete(name);
        void this.end(running);
      }
    } catch (error) {
      this.options.onError?.('worlds', error);
    }
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.looking = this.lookForWorlds();
    }, WORLDS_EVERY);
  }

  private follow(world: RelayWorld): void {
    const { client, taskQueue, spacing = 1_000, rehearsalSpacing = 20, sweepEvery = 30_000 } = this.options;
    const relay = new WorldRelay(world, {
      client,
      taskQueue,
      throttle: this.throttle,
      spacing: world.kind === 'official' ? spacing : rehearsalSpacing,
      sweepEvery,
    });
    const running: Running = { relay, loop: Promise.resolve(), wake: () => undefined, stopped: false };
    this.running.set(world.name, running);
    running.loop = this.loop(running);
  }

  private async loop(running: Running): Promise<void> {
    let failures = 0;
    while (!running.stopped && !this.stopped) {
      let poked = false;
      let resume: () => void = () => undefined;
      running.wake = () => {
        poked = true;
        resume();
      };
      const delay = await this.passOf(running, failures).then(
        (pause) => {
          failures = 0;
          return pause;
        },
        (error: unknown) => {
          failures += 1;
          return this.failed(running, error, failures);
        },
      );
      // A server that is away is not asked more often because people go on working.
      const isPatient = failures > 0;
      if (delay > 0 && (isPatient || !poked)) {
        await new Promise<void>((go) => {
          const timer = setTimeout(go, delay);
          resume = () => {
            if (isPatient && !running.stopped && !this.stopped) return;
            clearTimeout(timer);
            go();
          };
          if (running.stopped || this.stopped) resume();
        });
      }
    }
  }

  private async passOf({ relay }: Running, failures: number): Promise<number> {
    if (!(await this.leadership.leads(relay.world.name))) return NOT_LEADER;
    if (failures > 0 || Date.now() - this.greetedAt > GREET_EVERY) await this.greet();
    return relay.pass();
  }

  /** Asks the server whether it is there, so that a world without announcements knows as well. */
  private async greet(): Promise<void> {
    const { client } = this.options;
    try {
      await client.withDeadline(Date.now() + 3_000, () =>
        client.workflowService.describeNamespace({ namespace: client.options.namespace }),
      );
    } catch (error) {
      throw new EngineAway('the engine does not answer', { cause: error });
    }
    this.engine = 'up';
    this.greetedAt = Date.now();
  }

  private failed({ relay }: Running, error: unknown, failures: number): number {
    if (error instanceof EngineAway) {
      if (this.engine === 'up') this.engine = 'down';
      this.throttle.shrink();
    }
    if (failures === 1 || failures % 20 === 0) this.options.onError?.(`relay of ${relay.world.name}`, error);
    return Math.min(error instanceof EngineAway ? 3_000 : 10_000, 250 * 2 ** Math.min(failures, 6));
  }
}
