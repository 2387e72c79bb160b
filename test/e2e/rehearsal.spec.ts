import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rehearse } from '../../libs/rehearsal/rehearse.js';
import { sameStory, type RehearsalResult } from '../../libs/rehearsal/result.js';
import { campaignFile } from '../domain/support/province.js';
import { startSystem, type RehearsalSystem } from './support/rehearsal-system.js';

let system: RehearsalSystem;
beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.close(), 60_000);

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

it('plays a campaign through on the real engine, every invariant holding, and tells the same story again', async () => {
  const first = await play(7);
  expect(first.invariants.filter(({ holds }) => !holds)).toEqual([]);
  const second = await play(7);
  expect(JSON.parse(sameStory(second))).toEqual(JSON.parse(sameStory(first)));
}, 600_000);
