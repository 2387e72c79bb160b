import { expect, it } from '@jest/globals';
import { Chance } from '../../../libs/rehearsal/chance.js';
import { cast, planned, SCRIPTS, scriptOf } from '../../../libs/rehearsal/characters.js';
import { atWork, day } from '../../../libs/rehearsal/days.js';
import { busyIn } from '../../../libs/rehearsal/world-clock.js';

const units = Array.from({ length: 30 }, (_, i) => `u-${i}`);

it('says the same to the same question, whatever was asked before', () => {
  const [one, other] = [new Chance(5), new Chance(5)];
  other.of('something', 'else');
  expect(other.of('a', 1)).toBe(one.of('a', 1));
  expect(new Chance(6).of('a', 1)).not.toBe(one.of('a', 1));
  const draws = Array.from({ length: 2_000 }, (_, i) => one.of('draw', i));
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
});

it('casts every character, most of them on time, whatever the order of the units', () => {
  const people = cast(units, new Chance(1));
  const of = (character: string): number => [...people.values()].filter((one) => one === character).length;
  expect([of('on-time'), of('late'), of('wrong'), of('never')]).toEqual([18, 6, 3, 3]);
  expect([...cast([...units].reverse(), new Chance(1))]).toEqual([...people]);
  expect(new Set(cast(units.slice(0, 6), new Chance(1)).values())).toEqual(
    new Set(['on-time', 'late', 'wrong', 'never']),
  );
});

it('has people who are on time done by the last day, and the late after it', () => {
  const chance = new Chance(3);
  for (const unit of units) {
    const duty = {
      unit,
      key: 'report',
      occurrence: '2026',
      openedAt: atWork(day('2026-10-01')),
      lastDay: '2026-11-30',
    };
    expect(planned(duty, 'on-time', chance)).toBeLessThanOrEqual(atWork(day('2026-11-30')));
    const late = planned(duty, 'late', chance) ?? 0;
    expect(late > atWork(day('2026-11-30')) || chance.of('duty', unit, 'report', '2026', 'usual') < 0.35).toBe(true);
  }
});

it('plays every script once before it draws any', () => {
  expect(SCRIPTS.map((_, n) => scriptOf(n, new Chance(9)))).toEqual([...SCRIPTS]);
});

it('waits while the engine has something to look at, to be told or to do', () => {
  const now = Date.parse('2024-10-01T02:00:00Z');
  const item = (waitingFor: string, nextAt: string | null) => ({
    workflow: 'campaign',
    subject: 'c',
    waitingFor,
    nextAt,
    seenIndex: 3,
  });
  const rests = item('time', '2024-10-02T00:00:00.000Z');
  expect(busyIn({ outbox: 0, items: [rests, item('facts', null)] }, now)).toBeUndefined();
  expect(busyIn({ outbox: 2, items: [rests] }, now)).toBeDefined();
  expect(busyIn({ outbox: 0, items: [item('first look', null)] }, now)).toBeDefined();
  expect(busyIn({ outbox: 0, items: [item('time', '2024-10-01T02:00:00.000Z')] }, now)).toBeDefined();
  expect(
    busyIn({ outbox: 0, items: [item('refused: GUIDANCE_MISSING', '2024-10-01T02:00:00.000Z')] }, now),
  ).toBeUndefined();
});
