import { heartbeat } from '@temporalio/activity';
import { ref } from '../../libs/domain/core/stream.js';
import { issue, type Acted } from '../acting/acting.activities.js';
import { inWorld } from '../failures.js';
import type { EngineWorld, EngineWorlds, Subject } from '../ports.js';
import { openWorkAt, type OpenWork } from './ended-work.js';

export interface PassOn extends Subject {
  /** The unit that ended. */
  readonly unit: string;
}

/**
 * Passes what is open of a campaign at an ended unit to its successor: first the campaign's own parts, so that nothing new
 * goes to the old unit, then stream by stream. What is passed on is passed on: a retry goes on with what is not.
 */
export function createSuccessionActivities(worlds: EngineWorlds) {
  return {
    passOn: ({ world, id, unit }: PassOn): Promise<Acted> =>
      inWorld(worlds, world, (open) => passOnAll(open, id, unit)),
  };
}
export type SuccessionActivities = ReturnType<typeof createSuccessionActivities>;

async function passOnAll(world: EngineWorld, campaignId: string, unitId: string): Promise<Acted> {
  const campaign = await issue(
    world,
    'passOnCampaign',
    { campaignId, unitId },
    `pass-on:campaign:${campaignId}:${unitId}:${await versionOf(world, campaignId)}`,
  );
  if (campaign.outcome !== 'done') return campaign;
  let passed = 0;
  let refused: string | undefined;
  for (let after: OpenWork | undefined; ;) {
    const page = await openWorkAt(world.pool, campaignId, unitId, after);
    const last = page.at(-1);
    if (last === undefined) break;
    for (const { kind, id, version } of page) {
      const key = `pass-on:${kind}:${id}:${unitId}:${version}`;
      const { outcome } = await issue(world, 'passOnWork', { owner: ref(kind, id), unitId }, key);
      if (outcome === 'done') passed += 1;
      else refused ??= outcome;
      heartbeat(passed);
    }
    after = last;
  }
  // What came in behind the walk is looked at again by the next act.
  const left = await openWorkAt(world.pool, campaignId, unitId, undefined);
  if (left.length > 0) return { outcome: passed > 0 ? 'done' : (refused ?? 'done') };
  return issue(world, 'concludePassing', { campaignId, unitId }, `passing-concluded:${campaignId}:${unitId}`);
}

async function versionOf({ pool }: EngineWorld, campaignId: string): Promise<number> {
  const { rows } = await pool.query<{ version: number }>({
    name: 'engine-campaign-version',
    text: 'select version from read_campaign where id = $1',
    values: [campaignId],
  });
  return rows[0]?.version ?? 0;
}
