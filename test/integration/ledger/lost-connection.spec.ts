import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import type { World, Worlds } from '../../../libs/ledger/worlds.js';
import { databaseUrl, testWorlds } from '../../support/test-world.js';

let worlds: Worlds;
let world: World;

beforeAll(async () => {
  worlds = await testWorlds();
  world = await worlds.official();
});
afterAll(() => worlds.close());

it('outlives a connection that PostgreSQL ends between two statements of a transaction', async () => {
  const client = await world.pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  await client.query('begin');
  const ended = new Promise((done) => client.once('end', done));
  // An error nobody listens for would end the process, and this test with it.
  const owner = new pg.Client(databaseUrl());
  await owner.connect();
  await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await owner.end();
  await ended;

  await expect(client.query('select 1')).rejects.toThrow();
  client.release();
  expect((await world.pool.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
