import { ApplicationFailure } from '@temporalio/common';
import { issue } from '../acting/acting.activities.js';
import { inWorld } from '../failures.js';
import type { EngineWorlds } from '../ports.js';

export interface WatchWorld {
  readonly world: string;
  /** Names this look: asked twice, its alarm is raised once. */
  readonly look: string;
}

/** Codes of what did not hold; none when all did. */
export interface Watched {
  readonly failed: readonly string[];
}

/** Looks over a world's log and makes what does not hold somebody's task. */
export function createWatchingActivities(worlds: EngineWorlds) {
  return {
    watchLog: ({ world: name, look }: WatchWorld): Promise<Watched> =>
      inWorld(
        worlds,
        name,
        async (world) => {
          if (worlds.watch === undefined) throw ApplicationFailure.nonRetryable('NO_WATCH', 'NO_WATCH');
          const { failed, queue } = await worlds.watch(name);
          if (failed.length > 0 && queue !== undefined)
            await issue(world, 'raiseAlarm', { findings: failed, queue }, `alarm/${look}`);
          return { failed };
        },
        () => ({ failed: [] }),
      ),
  };
}

export type WatchingActivities = ReturnType<typeof createWatchingActivities>;
