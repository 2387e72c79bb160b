import { writeFileSync } from 'node:fs';
import { nominationBundle, NoSuchCheckpoint } from '../../libs/bundle/nomination-bundle.js';
import type { Environment } from '../../libs/config/env.js';
import { logSettings } from '../../libs/ledger/log-settings.js';
import { integrateAll } from '../../libs/ledger/log-tree.js';
import { sequenceAll } from '../../libs/ledger/sequencer.js';
import type { World } from '../../libs/ledger/worlds.js';
import { CliError, say } from './output.js';

export interface ExportOptions {
  readonly world: string;
  readonly output: string;
  readonly since: readonly string[];
  readonly en?: boolean;
}

/** `vinhdanh export nomination`: its history with proofs, as one file for the verifier. */
export async function exportNomination(
  world: World,
  environment: Environment,
  nominationId: string,
  { output, since, en }: ExportOptions,
): Promise<void> {
  const held = since.map(Number);
  if (held.some((size) => !Number.isSafeInteger(size) || size < 1))
    throw new CliError('--since: số sự kiện của trạng thái bạn giữ / the number of facts of the state you hold');
  // Where no api runs, nobody else puts facts into the log.
  await sequenceAll(world.pool);
  await integrateAll(world.pool);
  const request = { nominationId, since: held, language: en === true ? 'en' : 'vi' } as const;
  const file = await nominationBundle(world, logSettings(environment, world.kind), request).catch((error: unknown) => {
    throw error instanceof NoSuchCheckpoint ? new CliError(error.message) : error;
  });
  if (file === undefined) throw new CliError(`${nominationId}: không có hồ sơ này / there is no such nomination`);
  writeFileSync(output, file);
  say(`${output} (${Math.ceil(Buffer.byteLength(file) / 1024)} KB)`);
}
