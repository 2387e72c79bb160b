import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { nominationBundle } from '../../libs/bundle/nomination-bundle.js';
import { logSettings } from '../../libs/ledger/log-settings.js';
import { watchOnce } from '../../libs/ledger/watch.js';
import { rehearse } from '../../libs/rehearsal/rehearse.js';
import { sameStory, type RehearsalResult } from '../../libs/rehearsal/result.js';
import { nodeCrypto } from '../../verifier/node.mjs';
import { verifyBundle } from '../../verifier/verify.mjs';
import { campaignFile } from '../domain/support/sample-province-campaign.js';
import { startSystem, type RehearsalSystem } from './support/rehearsal-system.js';

let system: RehearsalSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

const play = (seed: number): Promise<RehearsalResult> =>
  rehearse({
    baseUrl: system.baseUrl,
    adminToken: system.adminToken,
    file: campaignFile,
    units: 6,
    seed,
    until: '2025-06-30',
    say: process.env['REHEARSAL_TOLD'] === '1' ? (line) => process.stderr.write(`${line}\n`) : () => undefined,
  });

let played: string | undefined;

it('plays a campaign through on the real engine, every invariant holding, and tells the same story again', async () => {
  const first = await play(7);
  played = first.world;
  expect(first.invariants.filter(({ holds }) => !holds)).toEqual([]);
  const second = await play(7);
  expect(JSON.parse(sameStory(second))).toEqual(JSON.parse(sameStory(first)));
});

it('X10, issue 7: every nomination of the rehearsed campaign exports as a file that verifies', async () => {
  const world = await system.worlds.open(played ?? '');
  if (world === undefined) throw new Error('the rehearsed world is gone');
  const { rows } = await world.pool.query<{ id: string }>('select id from read_nomination order by id');
  expect(rows.length).toBeGreaterThan(0);
  for (const { id } of rows) {
    const file = await nominationBundle(world, logSettings(system.environment, world.kind), { nominationId: id });
    const { ok, lines } = await verifyBundle(Buffer.from(file ?? ''), nodeCrypto);
    expect([id, lines.filter(({ state }) => state === 'failed'), ok]).toEqual([id, [], true]);
  }
  const looked = await watchOnce(world, { derived: true });
  expect(looked.filter(({ holds }) => !holds)).toEqual([]);
});
