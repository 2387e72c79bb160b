import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Worlds } from '../../../libs/ledger/worlds.js';
import { databaseUrl, on, testWorlds } from '../../support/test-world.js';

let here: Worlds;
let elsewhere: Worlds;

beforeAll(async () => {
  here = await testWorlds();
  elsewhere = new Worlds({ ownerUrl: databaseUrl(), officialSchema: (await here.official()).schema });
});
afterAll(async () => {
  await elsewhere.close();
  await here.close();
});

it('lets go of a world that another process has dropped', async () => {
  await here.createRehearsal({ name: 'passing', clock: on('2024-05-10'), createdBy: 'test', purpose: {} });
  const seen = await elsewhere.open('passing');
  expect(seen?.name).toBe('passing');

  await here.drop('passing');
  expect((await elsewhere.list()).map(({ name }) => name)).toEqual(['official']);
  expect(await elsewhere.open('passing')).toBeUndefined();
  await expect(seen?.pool.query('select 1')).rejects.toThrow();
});

it('refuses a name that could be mistaken for another world', () => {
  expect(() => here.schemaOf('a_b')).toThrow('not a world');
  expect(here.schemaOf('a-b')).toMatch(/_a_b$/);
});
