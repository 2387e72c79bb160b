import type { Environment } from '../../libs/config/env.js';
import { WORLD_ID } from '../../libs/domain/world/world.stream.js';
import { newestCheckpoint } from '../../libs/ledger/checkpoints.js';
import { signNow } from '../../libs/ledger/log-keeper.js';
import { rotateLogKey } from '../../libs/ledger/log-rotation.js';
import { logKeyFile, logSettings } from '../../libs/ledger/log-settings.js';
import { integrateAll } from '../../libs/ledger/log-tree.js';
import { sequenceAll } from '../../libs/ledger/sequencer.js';
import type { World, Worlds } from '../../libs/ledger/worlds.js';
import { CliError, say } from './output.js';

/** `vinhdanh log checkpoint`: the newest signed state of a world's log; `sign`: sign what is in it now. */
export async function logCheckpoint(world: World, environment: Environment, sign: boolean): Promise<void> {
  if (sign) {
    await sequenceAll(world.pool);
    await integrateAll(world.pool);
    await signNow(world, logSettings(environment, world.kind), 'asked');
  }
  const newest = await newestCheckpoint(world.pool);
  if (newest === undefined) throw new CliError('nhật ký chưa được ký / the log has not been signed yet (--sign)');
  say(newest.note.trimEnd());
}

/** `vinhdanh log keys`: what the log of a world has been signed with, oldest first. */
export async function logKeys(world: World): Promise<void> {
  const keys = (await world.reader.state('world', WORLD_ID))?.state.logKeys ?? [];
  for (const { key } of keys) say(key);
}

/** `vinhdanh log rotate`: another key for the logs of every world. */
export async function logRotate(worlds: Worlds, environment: Environment, lost: boolean): Promise<void> {
  if (environment.VINHDANH_LOG_KEY !== undefined)
    throw new CliError('VINHDANH_LOG_KEY is set: move the key into a file (VINHDANH_LOG_KEY_FILE) to change it');
  const names = (await worlds.list()).map(({ name }) => name);
  const open = await Promise.all(names.map((name) => worlds.open(name)));
  const published = await rotateLogKey(
    open.filter((world) => world !== undefined),
    logKeyFile(environment),
    lost,
  );
  for (const key of published) say(key);
}
