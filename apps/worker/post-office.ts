import { setTimeout as pause } from 'node:timers/promises';
import { deliverMail, type PostOptions, type PostWorld } from '../../activities/mail/postman.js';

export interface PostOfficeOptions extends PostOptions {
  readonly worlds: () => Promise<readonly PostWorld[]>;
  readonly every: number;
  readonly onTrouble: (error: unknown) => void;
}

/** Takes mail out while the process lives, whether or not the engine is there. Ends when `stop` is aborted. */
export async function runPostOffice(
  { worlds, every, onTrouble, ...options }: PostOfficeOptions,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    let taken = 0;
    try {
      for (const world of await worlds()) {
        if (stop.aborted) return;
        taken += await deliverMail(world, options);
      }
    } catch (error) {
      onTrouble(error);
    }
    if (taken === 0) await pause(every, undefined, { signal: stop }).catch(() => undefined);
  }
}
