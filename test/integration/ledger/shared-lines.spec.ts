import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { SharedLines } from '../../../libs/persistence/shared-lines.js';
import type { World, Worlds } from '../../../libs/ledger/worlds.js';
import { databaseUrl, testWorlds } from '../../support/test-world.js';

let worlds: Worlds;
let world: World;
let lines: SharedLines;

beforeAll(async () => {
  worlds = await testWorlds();
  world = await worlds.official();
  lines = new SharedLines(world.pool);
});
afterAll(async () => {
  await lines.close();
  await worlds.close();
});

const echo = async (n: number): Promise<number | undefined> =>
  (await lines.query<{ n: number }>({ name: 'echo', text: 'select $1::int as n', values: [n] })).rows[0]?.n;

it('gives everyone who asks at once their own answer, over no more than two connections', async () => {
  const numbers = Array.from({ length: 200 }, (_, n) => n);
  const pids = numbers.map(async () => {
    const { rows } = await lines.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid' });
    return rows[0]?.pid;
  });
  expect(await Promise.all(numbers.map(echo))).toEqual(numbers);
  expect(new Set(await Promise.all(pids)).size).toBeLessThanOrEqual(2);
});

it('reads as the application, in the schema of its world', async () => {
  const { rows } = await lines.query({ text: 'select current_user as role, current_schema() as schema' });
  expect(rows).toEqual([{ role: 'vinhdanh_app', schema: world.schema }]);
});

it('lets a statement fail alone', async () => {
  const wrong = lines.query({ name: 'wrong', text: 'select 1 / $1::int', values: [0] });
  const right = [echo(1), echo(2)];
  await expect(wrong).rejects.toThrow('division by zero');
  expect(await Promise.all(right)).toEqual([1, 2]);
  expect(await echo(3)).toBe(3);
});

it('does not make others wait for a long answer', async () => {
  const holder = await world.pool.connect();
  await holder.query('select pg_advisory_lock(7)');
  let isOver = false;
  const long = lines.query({ text: 'select pg_advisory_xact_lock(7)' }).finally(() => (isOver = true));
  await new Promise((next) => setImmediate(next));
  expect(await echo(4)).toBe(4);
  expect(isOver).toBe(false);
  await holder.query('select pg_advisory_unlock(7)');
  holder.release();
  await long;
});

it('fails what was on its way when the connection is lost, and connects again', async () => {
  const own = new SharedLines(world.pool);
  const pidOf = async () => (await own.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid' })).rows[0]?.pid;
  const owner = new pg.Client(databaseUrl());
  await owner.connect();
  try {
    for (let i = 0; i < 10; i += 1) {
      const pid = await pidOf();
      const lost = own.query({ text: 'select pg_sleep(600)' });
      const [, outcome] = await Promise.all([
        owner.query('select pg_terminate_backend($1)', [pid]),
        // Asked in the same breath in which the loss is heard of.
        lost.then(
          () => 'answered',
          () => pidOf(),
        ),
      ]);
      expect(outcome).toEqual(expect.any(Number));
      expect(outcome).not.toBe(pid);
    }
  } finally {
    await own.close();
    await owner.end();
  }
});
