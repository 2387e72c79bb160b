import { Logger } from '@nestjs/common';
import type { Environment } from '../../../libs/config/env.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { linkTemporal, type TemporalLink } from '../../../libs/temporal/connection.js';
import { Relay } from '../../../libs/temporal/relay.js';
import type { EngineLink, EngineState } from './engine-link.js';

/** Tells the engine through the relay. The connection is made with its first call: boot never waits for it. */
export class RelayLink implements EngineLink {
  private readonly log = new Logger('relay');
  private readonly worlds = new Map<string, World>();
  private readonly temporal: TemporalLink;
  private readonly relay: Relay;
  private isStarted = false;

  constructor({
    TEMPORAL_ADDRESS,
    TEMPORAL_NAMESPACE,
    TEMPORAL_TASK_QUEUE,
  }: Pick<Environment, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'TEMPORAL_TASK_QUEUE'>) {
    this.temporal = linkTemporal({ address: TEMPORAL_ADDRESS, namespace: TEMPORAL_NAMESPACE });
    this.relay = new Relay({
      client: this.temporal.client,
      taskQueue: TEMPORAL_TASK_QUEUE,
      worlds: () => Promise.resolve([...this.worlds.values()]),
      onError: (what, error) => this.log.warn(`${what}: ${error instanceof Error ? error.message : 'failed'}`),
    });
  }

  start(): void {
    this.isStarted = true;
    this.relay.start();
  }

  async stop(): Promise<void> {
    await this.relay.stop();
    await this.temporal.close();
  }

  async follow(world: World): Promise<void> {
    this.worlds.set(world.name, world);
    if (this.isStarted) await this.relay.refresh();
  }

  async leave(world: World): Promise<void> {
    this.worlds.delete(world.name);
    if (this.isStarted) await this.relay.refresh();
  }

  logGrew(world: World): void {
    this.relay.wake(world.name);
  }

  async state(): Promise<EngineState> {
    return (await this.relay.health()).engine;
  }
}
