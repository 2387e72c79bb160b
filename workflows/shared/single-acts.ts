import { isCancellation } from '@temporalio/workflow';
import type { EngineAct } from '../../libs/domain/engine/wait.js';
import type { StreamKind } from '../../libs/domain/core/stream.js';
import type { Acted, ActedOn } from '../../activities/acting/acting.activities.js';
import type { EngineView } from '../../activities/reading/reading.activities.js';
import { acting, reading } from './proxies.js';
import type { Run } from './run.js';

/**
 * Acts that are one command each. What an activity cannot do (a defect, a database that stays away) counts as refused:
 * the workflow waits and tries again, it never fails because of one act.
 */
export const actOn =
  (kind: StreamKind, { world, id }: Run) =>
  (act: EngineAct): Promise<ActedOn> =>
    outcomeOf(() => acting.issueCommand({ world, kind, id, act }));

/** The outcome of an activity; its failure is a code like any other refusal. */
export async function outcomeOf<A extends Acted>(ask: () => Promise<A>): Promise<A | Acted> {
  try {
    return await ask();
  } catch (error) {
    if (isCancellation(error)) throw error;
    return { outcome: 'UNAVAILABLE' };
  }
}

/** Writes the reason beside what the workflow waits for; telling is not worth failing for. */
export const noteRefused =
  (workflow: 'campaign' | 'round' | 'nomination' | 'session', { world, id }: Run) =>
  async ({ logIndex, nextAt }: EngineView, code: string): Promise<void> => {
    try {
      await reading.noteRefused({ world, workflow, id, seenIndex: logIndex, code, nextAt: nextAt ?? null });
    } catch (error) {
      if (isCancellation(error)) throw error;
      // The sweep finds the subject again by its old row.
    }
  };
