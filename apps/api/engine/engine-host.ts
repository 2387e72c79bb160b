import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Sequencer } from '../../../libs/ledger/sequencer.js';
import { OFFICIAL, Worlds, type World } from '../../../libs/ledger/worlds.js';
import { ChangeFeeds } from '../changes/change-feeds.js';
import { LogKeepers } from '../proof/log-keepers.js';
import { ENGINE_LINK, type EngineLink, type EngineState } from './engine-link.js';
import { tellSeldom } from './tell-seldom.js';

const WORLDS_EVERY_MS = 5_000;

interface Hosted {
  readonly world: World;
  readonly sequencer: Sequencer;
  readonly forget: () => void;
}

/**
 * Keeps the log of every world in order and the engine told of it. Boot never waits for the engine: people's work is
 * committed first and the engine catches up when it comes.
 */
@Injectable()
export class EngineHost implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('engine');
  private readonly hosted = new Map<string, Hosted>();
  /** Let go of on purpose; on the list until they are dropped. */
  private readonly leaving = new Set<string>();
  private watching: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Worlds) private readonly worlds: Worlds,
    @Inject(ChangeFeeds) private readonly feeds: ChangeFeeds,
    @Inject(LogKeepers) private readonly keepers: LogKeepers,
    @Inject(ENGINE_LINK) private readonly link: EngineLink,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.host(await this.worlds.official());
    await this.lookForWorlds();
    this.link.start();
    this.watching = setInterval(() => {
      this.looking = this.lookForWorlds().catch((error: unknown) => this.log.debug(`worlds: ${nameOf(error)}`));
    }, WORLDS_EVERY_MS);
    this.watching.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.watching);
    await this.looking;
    await this.link.stop();
    await Promise.all([...this.hosted.keys()].map((name) => this.release(name)));
  }

  state(): Promise<EngineState> {
    return this.link.state();
  }

  /** Takes a world on: its log is kept in order and the engine follows it. */
  async host(world: World): Promise<void> {
    if (this.hosted.has(world.name)) return;
    const onError = tellSeldom((reason) => this.log.warn(`the log of ${world.name} rests: ${reason}`));
    const sequencer = new Sequencer(world.pool, { world: world.name, onError });
    const offs = [
      world.ledger.onCommit(() => sequencer.poke()),
      sequencer.onLog(() => {
        this.feeds.of(world).announce();
        this.link.logGrew(world);
      }),
      sequencer.onTree(() => this.keepers.grew(world)),
    ];
    this.hosted.set(world.name, { world, sequencer, forget: () => offs.forEach((off) => off()) });
    sequencer.start();
    this.keepers.follow(world);
    await this.link.follow(world);
  }

  /** Lets a world go, before it is dropped or the process ends. */
  async release(name: string): Promise<void> {
    // One that was never taken on must not be either, before it is gone.
    this.leaving.add(name);
    const hosted = this.hosted.get(name);
    if (hosted === undefined) return;
    this.hosted.delete(name);
    hosted.forget();
    await this.link.leave(hosted.world);
    await this.feeds.close(name);
    await this.keepers.leave(name);
    await hosted.sequencer.stop();
  }

  /** Rehearsals are also begun and thrown away from the command line, and by other processes of the api. */
  private async lookForWorlds(): Promise<void> {
    // A world taken on while the list is read may be younger than the list.
    const before = [...this.hosted.keys()];
    const names = (await this.worlds.list()).map(({ name }) => name);
    for (const name of names) {
      if (this.hosted.has(name) || this.leaving.has(name)) continue;
      const world = await this.worlds.open(name);
      if (world !== undefined && !this.leaving.has(name)) await this.host(world);
    }
    for (const name of this.leaving) if (!names.includes(name)) this.leaving.delete(name);
    for (const name of before) if (name !== OFFICIAL && !names.includes(name)) await this.release(name);
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
