import { heartbeat } from '@temporalio/activity';
import { parseQueue } from '../../libs/domain/access/actor.js';
import { inBatches, issue, type Acted } from '../acting/acting.activities.js';
import { inWorld } from '../failures.js';
import type { EngineWorld, EngineWorlds, Subject } from '../ports.js';
import { campaignSnapshot } from '../reading/snapshots.js';
import { astrayConfirmations, confirmersOf } from './open-confirmations.js';

/** Moves open confirmations to who confirms this year, after another unit came to lead a cluster or block. */
export function createConfirmationActivities(worlds: EngineWorlds) {
  return {
    moveConfirmations: ({ world, id }: Subject): Promise<Acted> => inWorld(worlds, world, (open) => moveAll(open, id)),
  };
}
export type ConfirmationActivities = ReturnType<typeof createConfirmationActivities>;

/** What has moved is not found again: a retry goes on with what has not. */
async function moveAll(world: EngineWorld, campaignId: string): Promise<Acted> {
  const { campaign, clock } = await campaignSnapshot(world.pool, campaignId, null);
  if (campaign === undefined) return { outcome: 'NOT_FOUND' };
  const confirmers = confirmersOf(campaign, await world.reader.organisation(), clock ?? (await world.now()));
  if (confirmers === undefined) return { outcome: 'done' };
  let moved = 0;
  let refused: string | undefined;
  for (let after = ''; ;) {
    const page = await astrayConfirmations(world.pool, campaignId, confirmers, after);
    const last = page.at(-1);
    if (last === undefined) return { outcome: moved > 0 ? 'done' : (refused ?? 'done') };
    for (const batch of inBatches(page)) {
      const outcomes = await Promise.all(
        batch.map(({ id, visit, queue }) => {
          const to = parseQueue(queue)?.unitId ?? '';
          const key = `move-confirmation:${id}:${visit}:${to}`;
          return issue(world, 'moveConfirmation', { registrationId: id, visit, to }, key);
        }),
      );
      for (const { outcome } of outcomes) {
        if (outcome === 'done') moved += 1;
        else refused ??= outcome;
      }
      heartbeat(moved);
    }
    after = last.id;
  }
}
