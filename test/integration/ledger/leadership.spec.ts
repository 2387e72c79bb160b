import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World, Worlds } from '../../../libs/ledger/worlds.js';
import { Leadership } from '../../../libs/temporal/leadership.js';
import { testWorlds } from '../../support/test-world.js';

let worlds: Worlds;
let world: World;
beforeAll(async () => {
  worlds = await testWorlds();
  world = await worlds.official();
});
afterAll(() => worlds.close());

const inUse = (): number => world.pool.totalCount - world.pool.idleCount;
const leadership = () =>
  new Leadership(
    () => Promise.resolve(world.pool),
    () => undefined,
  );

/** A connection that stays in use keeps a process that is to end for ever: its pool waits for it. */
describe('the leadership of the relay', () => {
  it('takes one connection for all worlds, also when they ask at once, and gives it back when it closes', async () => {
    const leading = leadership();
    expect(await Promise.all(['a', 'b', 'c'].map((name) => leading.leads(name)))).toEqual([true, true, true]);
    expect(inUse()).toBe(1);
    leading.close();
    expect(inUse()).toBe(0);
    expect(await leading.leads('a')).toBe(false);
    expect(inUse()).toBe(0);
  });

  it('keeps nothing of a connection that was on its way when it closed', async () => {
    const leading = leadership();
    const asked = leading.leads('a');
    leading.close();
    await asked.catch(() => undefined);
    expect(inUse()).toBe(0);
  });

  it('lets another one lead what it has let go of', async () => {
    const [first, second] = [leadership(), leadership()];
    expect(await first.leads('a')).toBe(true);
    expect(await second.leads('a')).toBe(false);
    first.close();
    // The server ends the session a moment after the wire.
    let leads = false;
    while (!leads) leads = await second.leads('a');
    expect(leads).toBe(true);
    second.close();
    expect(inUse()).toBe(0);
  });
});
