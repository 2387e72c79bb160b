import { join } from 'node:path';
import type { LogKeySource } from './log-key.js';
import type { LogKeeperOptions } from './log-keeper.js';
import { fileSink, parseWitnesses } from './witnesses.js';

/** What the environment says about the log; see libs/config/env. */
export interface LogEnvironment {
  readonly VINHDANH_DATA: string;
  readonly VINHDANH_LOG_KEY?: string | undefined;
  readonly VINHDANH_LOG_KEY_FILE?: string | undefined;
  readonly VINHDANH_WITNESSES?: string | undefined;
  readonly VINHDANH_CHECKPOINT_DIR?: string | undefined;
}

export const logKeyFile = (environment: LogEnvironment): string =>
  environment.VINHDANH_LOG_KEY_FILE ?? join(environment.VINHDANH_DATA, 'log.key');

export const logKeySource = (environment: LogEnvironment): LogKeySource =>
  environment.VINHDANH_LOG_KEY === undefined
    ? { file: logKeyFile(environment) }
    : { text: environment.VINHDANH_LOG_KEY };

export const checkpointFolder = (environment: LogEnvironment): string =>
  environment.VINHDANH_CHECKPOINT_DIR ?? join(environment.VINHDANH_DATA, 'checkpoints');

/** How the log of a world is kept. A rehearsal's is signed like any other, but nobody outside is troubled with it. */
export function logSettings(
  environment: LogEnvironment,
  kind: 'official' | 'rehearsal',
): Omit<LogKeeperOptions, 'onError'> {
  const witnesses = [fileSink(checkpointFolder(environment)), ...parseWitnesses(environment.VINHDANH_WITNESSES ?? '')];
  return { key: logKeySource(environment), witnesses: kind === 'official' ? witnesses : [] };
}
