import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Environment } from '../../../libs/config/env.js';
import { LogKeeper } from '../../../libs/ledger/log-keeper.js';
import { logSettings } from '../../../libs/ledger/log-settings.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { tellSeldom } from '../engine/tell-seldom.js';
import { ENVIRONMENT } from '../environment.js';

/** Has the log of every world signed: hourly, and as soon as a decision is in it. */
@Injectable()
export class LogKeepers {
  private readonly log = new Logger('log');
  private readonly keepers = new Map<string, LogKeeper>();

  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  follow(world: World): void {
    if (this.keepers.has(world.name)) return;
    const onError = tellSeldom((reason) => this.log.warn(`the log of ${world.name} is not signed: ${reason}`));
    const keeper = new LogKeeper(world, { ...logSettings(this.environment, world.kind), onError });
    this.keepers.set(world.name, keeper);
    keeper.start();
  }

  grew(world: World): void {
    this.keepers.get(world.name)?.grew();
  }

  async leave(name: string): Promise<void> {
    const keeper = this.keepers.get(name);
    this.keepers.delete(name);
    await keeper?.stop();
  }
}
