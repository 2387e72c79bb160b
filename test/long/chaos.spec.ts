import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { repositoryRoot } from '../../libs/config/paths.js';
import { httpApi, type Api } from '../../libs/rehearsal/api-client.js';
import { Chance } from '../../libs/rehearsal/chance.js';
import { rehearse } from '../../libs/rehearsal/rehearse.js';
import { sameStory, type RehearsalResult } from '../../libs/rehearsal/result.js';
import { LaunchedSystem, PARTS, type Part } from './support/launched.js';

const KILLS = 20;
const SEED = 11;
let system: LaunchedSystem;

beforeAll(async () => {
  system = await LaunchedSystem.start();
}, 900_000);
afterAll(() => system.end(), 120_000);

const play = (api: Api): Promise<RehearsalResult> =>
  rehearse({
    baseUrl: system.baseUrl,
    ...system.admin(),
    file: join(repositoryRoot(), 'data/campaigns/hoa-binh-nong-san-2024-2030.yaml'),
    units: 6,
    seed: SEED,
    until: '2025-06-30',
    api,
    say: () => undefined,
  });

it('tells the same story when every process is killed at twenty moments of it', async () => {
  let calls = 0;
  const patient = httpApi(system.baseUrl, 240_000);
  const calm = await play((call) => {
    calls += 1;
    return patient(call);
  });
  expect(calm.invariants.filter(({ holds }) => !holds)).toEqual([]);

  const chance = new Chance(SEED);
  // Most calls of a calm run look at how far the engine is: how many there are differs, so moments lie in its first part.
  const moments = Array.from({ length: KILLS }, (_, i) =>
    Math.floor((i + chance.of('kill', i)) * ((calls * 0.8) / KILLS)),
  );
  const killed: Part[] = [];
  let count = 0;
  const shaken = await play(async (call) => {
    count += 1;
    const at = moments[killed.length];
    if (at !== undefined && count >= at) {
      const part = PARTS[killed.length % PARTS.length] ?? 'api';
      killed.push(part);
      system.kill(part);
    }
    return patient(call);
  });

  expect(killed).toHaveLength(KILLS);
  expect(shaken.invariants.filter(({ holds }) => !holds)).toEqual([]);
  expect(JSON.parse(sameStory(shaken))).toEqual(JSON.parse(sameStory(calm)));
}, 1_800_000);
