import { describe, expect, it } from '@jest/globals';
import { OPERATOR, type Actor } from '../../../libs/domain/access/actor.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { both, UNITS, who } from '../support/people.js';
import { type Province, province } from '../support/province.js';

const ADMIN: Actor = { id: 'quan-tri', kind: 'person', holdings: [{ unitId: UNITS.province, role: 'admin' }] };
const clusterId = 'cum-1';
const arrange = (world: Province, more: object = {}, actor: Actor = ADMIN) =>
  world.execute(
    'arrangeCluster',
    { clusterId, year: 2025, leader: UNITS.a, members: [UNITS.a, UNITS.b], ...more },
    actor,
  );
const yearOf = (world: Province, year: number) =>
  world.state('cluster', clusterId)?.years.find((one) => one.year === year);

describe('clusters and blocks by year', () => {
  it('C06 have members and a leader for each year; another year stays as it was', () => {
    const world = province();
    const before = yearOf(world, 2024);
    expect(outcome(arrange(world, { deputy: UNITS.b }))).toBe('accepted');
    expect(yearOf(world, 2025)).toEqual({
      year: 2025,
      leader: UNITS.a,
      deputy: UNITS.b,
      members: [UNITS.a, UNITS.b],
    });
    expect(yearOf(world, 2024)).toEqual(before);
    expect(outcome(arrange(world, { deputy: UNITS.b }))).toBe('ALREADY_DONE');
    expect(outcome(arrange(world, { year: 2023 }))).toBe('accepted');
    expect(world.state('cluster', clusterId)?.years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
  });

  it('C06 are led by one of them: who is named leader or deputy is a member', () => {
    const world = province();
    arrange(world, { leader: UNITS.lead, deputy: UNITS.b, members: [UNITS.a] });
    expect(yearOf(world, 2025)?.members).toEqual([UNITS.a, UNITS.lead, UNITS.b]);
    expect(refusalOf(arrange(world, { deputy: UNITS.a }))).toMatchObject({ code: 'INVALID_INPUT', field: 'deputy' });
    expect(refusalOf(arrange(world, { leader: 'nowhere' }))).toMatchObject({ code: 'UNKNOWN_UNIT', field: 'leader' });
    const strange = { members: [UNITS.a, 'nowhere'] };
    expect(refusalOf(arrange(world, strange))).toMatchObject({ code: 'UNKNOWN_UNIT', field: 'members' });
    expect(refusalOf(arrange(world, { clusterId: 'cum-9' }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('C06 are arranged by an administrator, who overwrites nothing they have not seen', () => {
    const world = province();
    expect(outcome(arrange(world, {}, who('a', 'head')))).toBe('FORBIDDEN');
    const seen = world.version('cluster', clusterId);
    expect(outcome(arrange(world, { seen }))).toBe('accepted');
    const late = arrange(world, { seen, leader: UNITS.b });
    expect(refusalOf(late)).toMatchObject({ code: 'STALE_VERSION', params: { seen, now: seen + 1 } });
    expect(outcome(arrange(world, { seen: seen + 1, leader: UNITS.b }))).toBe('accepted');
    expect(yearOf(world, 2025)?.leader).toBe(UNITS.b);
  });

  it('C06 keep their years when they are only named anew', () => {
    const world = province();
    const years = world.state('cluster', clusterId)?.years;
    const renamed = { clusterId, kind: 'block', name: both('Khối 1') } as const;
    expect(outcome(world.execute('defineCluster', renamed, OPERATOR))).toBe('accepted');
    expect(world.state('cluster', clusterId)).toEqual({ kind: 'block', name: both('Khối 1'), years });
    expect(outcome(world.execute('defineCluster', renamed, OPERATOR))).toBe('ALREADY_DONE');
    const fresh = { clusterId: 'cum-2', kind: 'cluster', name: both('Cụm 2') } as const;
    expect(outcome(world.execute('defineCluster', fresh, OPERATOR))).toBe('accepted');
    expect(world.state('cluster', 'cum-2')?.years).toEqual([]);
  });
});
