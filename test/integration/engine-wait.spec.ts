import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { noteWait } from '../../activities/reading/waits.js';
import { settle } from '../../libs/temporal/outbox.js';
import type { World, Worlds } from '../../libs/ledger/worlds.js';
import { testWorlds } from '../support/test-world.js';

let worlds: Worlds;
let world: World;
beforeAll(async () => {
  worlds = await testWorlds(2);
  world = await worlds.official();
});
afterAll(() => worlds.close());

const told = (logIndex: number) =>
  settle(world.pool, [
    { ids: [], workflow: 'campaign', subjectId: 'c', signal: 'campaignLaunched', visit: null, logIndex },
  ]);
const looked = (seenIndex: number, done: boolean) =>
  noteWait(world.pool, {
    workflow: 'campaign',
    id: 'c',
    seenIndex,
    waitingFor: done ? 'nothing' : 'time',
    nextAt: null,
    done,
  });
const standing = async (): Promise<unknown> =>
  (await world.pool.query(`select waiting_for, done from ops_engine_wait where subject_id = 'c'`)).rows[0];

it('does not take a look that began before a fact for a look at it', async () => {
  await looked(3, true);
  await told(7);
  await looked(4, true);
  expect(await standing()).toEqual({ waiting_for: 'first look', done: false });
  await looked(7, false);
  expect(await standing()).toEqual({ waiting_for: 'time', done: false });
});

it('asks for no look where the workflow has seen the fact before it was announced', async () => {
  await looked(12, false);
  await told(9);
  expect(await standing()).toEqual({ waiting_for: 'time', done: false });
});
