import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Sequencer } from '../../../libs/ledger/sequencer.js';
import { Worlds, type World } from '../../../libs/ledger/worlds.js';
import { ChangeFeeds } from '../changes/change-feeds.js';
import { ENGINE_LINK, type EngineLink, type EngineState } from './engine-link.js';

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

  constructor(
    @Inject(Worlds) private readonly worlds: Worlds,
    @Inject(ChangeFeeds) private readonly feeds: ChangeFeeds,
    @Inject(ENGINE_LINK) private readonly link: EngineLink,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.host(await this.worlds.official());
    await this.hostRehearsals();
    this.link.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.link.stop();
    await Promise.all([...this.hosted.keys()].map((name) => this.release(name)));
  }

  state(): Promise<EngineState> {
    return this.link.state();
  }

  /** Takes a world on: its log is kept in order and the engine follows it. */
  async host(world: World): Promise<void> {
    if (this.hosted.has(world.name)) return;
    const onError = (error: unknown): void => this.log.warn(`the log of ${world.name} rests: ${nameOf(error)}`);
    const sequencer = new Sequencer(world.pool, { world: world.name, onError });
    const offs = [
      world.ledger.onCommit(() => sequencer.poke()),
      sequencer.onLog(() => {
        this.feeds.of(world).announce();
        this.link.logGrew(world);
      }),
    ];
    this.hosted.set(world.name, { world, sequencer, forget: () => offs.forEach((off) => off()) });
    sequencer.start();
    await this.link.follow(world);
  }

  /** Lets a world go, before it is dropped or the process ends. */
  async release(name: string): Promise<void> {
    const hosted = this.hosted.get(name);
    if (hosted === undefined) return;
    this.hosted.delete(name);
    hosted.forget();
    await this.link.leave(hosted.world);
    await this.feeds.close(name);
    await hosted.sequencer.stop();
  }

  private async hostRehearsals(): Promise<void> {
    for (const { name, kind } of await this.worlds.list()) {
      if (kind === 'official') continue;
      const world = await this.worlds.open(name);
      if (world !== undefined) await this.host(world);
    }
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
