import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readOrganisation, seedOrganisation } from '../../../apps/cli/seed.js';
import { dataFile } from '../../../libs/config/paths.js';
import type { Worlds } from '../../../libs/ledger/worlds.js';
import { countEvents, testWorlds } from '../../support/test-world.js';

let worlds: Worlds;
beforeAll(async () => {
  worlds = await testWorlds();
}, 240_000);
afterAll(() => worlds.close());

it('loads an organisation once: a second start adds no fact', async () => {
  const world = await worlds.official();
  const file = readOrganisation(dataFile('organisations', 'hoa-binh.yaml'));
  expect(await seedOrganisation(world, file)).toBeGreaterThan(0);
  const before = await countEvents(world);
  expect(await seedOrganisation(world, file)).toBe(0);
  expect(await countEvents(world)).toBe(before);
}, 240_000);
