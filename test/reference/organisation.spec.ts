import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from '@jest/globals';
import type { Role } from '../../libs/domain/access/actor.js';
import type { LocalDate } from '../../libs/domain/calendar/local-date.js';
import { type OrganisationFile, validOn } from '../../libs/domain/campaign-plan/organisation.js';
import { loadOrganisation } from '../../libs/reference/organisation-reference.js';

const path = fileURLToPath(new URL('../../data/organisations/hoa-binh.yaml', import.meta.url));
const { file, findings } = loadOrganisation(path);
const organisation = file as OrganisationFile;

const holders = (unit: string, role: Role, day: LocalDate): readonly string[] =>
  organisation.positions
    .filter((held) => held.unit === unit && held.role === role && validOn(held, day))
    .map((held) => held.person);
const DAYS: readonly LocalDate[] = ['2024-05-10', '2030-12-31'];
const ofType = (...types: readonly string[]) =>
  organisation.units.filter((unit) => types.includes(unit.type) && unit.external !== true);

describe('data/organisations/hoa-binh.yaml', () => {
  it('is valid, without even a warning', () => {
    expect(findings).toEqual([]);
    expect(file?.id).toBe('hoa-binh');
  });

  test('every unit that can owe something has an officer and another person as head, from 2024 to 2030', () => {
    const units = organisation.units.filter((unit) => unit.external !== true && unit.type !== 'emulation-council');
    const badly = units.filter((unit) =>
      DAYS.some((day) => {
        const heads = holders(unit.id, 'head', day);
        const officers = holders(unit.id, 'officer', day);
        return heads.length !== 1 || officers.length === 0 || officers.some((person) => heads.includes(person));
      }),
    );
    expect(badly.map((unit) => unit.id)).toEqual([]);
  });

  test.each<[string, Role, number]>([
    ['so-nnptnt', 'officer', 3],
    ['so-noi-vu', 'appraiser', 4],
    ['so-noi-vu', 'secretary', 1],
    ['so-noi-vu', 'admin', 1],
    ['ban-tdkt', 'secretary', 2],
    ['ubnd-hoa-binh', 'decider', 1],
    ['hd-tdkt-hoa-binh', 'council-chair', 1],
    ['hd-tdkt-hoa-binh', 'secretary', 2],
    ['thanh-tra', 'auditor', 1],
    ['bao-hoa-binh', 'press', 1],
  ])('%s/%s is held by %i', (unit, role, count) => {
    expect(holders(unit, role, '2024-05-10')).toHaveLength(count);
    expect(holders(unit, role, '2030-12-31')).toHaveLength(count);
  });

  test('districts, their divisions and communes end with 30/06/2025; nothing else in the province does', () => {
    const below = ofType('district-people-committee', 'commune-people-committee');
    const ended = organisation.units.filter((unit) => unit.validTo !== undefined);
    expect(ofType('district-people-committee')).toHaveLength(10);
    expect(below.filter((unit) => unit.validTo !== '2025-06-30')).toEqual([]);
    expect(new Set(ended.map((unit) => unit.type))).toEqual(
      new Set(['district-people-committee', 'commune-people-committee', 'division']),
    );
  });

  test('central bodies have a professional parent outside the province', () => {
    const outside = new Set(organisation.units.filter((unit) => unit.external === true).map((unit) => unit.id));
    const lost = ofType('vertical-agency', 'armed-forces').filter((unit) => !outside.has(unit.verticalParent ?? ''));
    expect(ofType('vertical-agency', 'armed-forces')).toHaveLength(12);
    expect(lost).toEqual([]);
  });

  test('the council has nine votes and a secretary without one in every term, and terms that join from 2024 to 2030', () => {
    const [council] = organisation.councils;
    expect(council?.standingBody).toBe('so-noi-vu');
    const terms = council?.terms ?? [];
    expect(terms.map(({ from, to }) => [from, to])).toEqual([
      ['2021-07-01', '2026-06-30'],
      ['2026-07-01', '2031-06-30'],
    ]);
    for (const { members } of terms) {
      expect(members.filter((member) => member.votes)).toHaveLength(9);
      expect(members.filter((member) => member.function === 'secretary').map((member) => member.votes)).toEqual([
        false,
      ]);
    }
  });

  test('a cluster has members that exist in its year, and a leader who holds the role all year', () => {
    const wrong = organisation.clusters.flatMap((cluster) =>
      cluster.years.flatMap(({ year, leader, deputy, members }) => {
        const days: readonly LocalDate[] = [`${year}-01-01`, `${year}-12-31`];
        const gone = members.filter(
          (id) => !organisation.units.some((unit) => unit.id === id && validOn(unit, `${year}-01-01`)),
        );
        const led = days.every((day) => holders(leader, 'cluster-leader', day).length === 1);
        const deputised = deputy !== undefined && deputy !== leader && members.includes(deputy);
        return gone.length === 0 && led && deputised ? [] : [`${cluster.id} ${String(year)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('what became of a unit points outside and takes effect when the new unit begins', () => {
    const unitOf = new Map(organisation.units.map((unit) => [unit.id, unit]));
    const wrong = organisation.successions.filter(
      ({ to, on }) => unitOf.get(to)?.external !== true || unitOf.get(to)?.validFrom !== on,
    );
    expect(wrong).toEqual([]);
    expect(organisation.successions).toContainEqual(
      expect.objectContaining({ from: 'so-nnptnt', to: 'so-nnmt-phu-tho', on: '2025-07-01', confidence: 'M' }),
    );
  });

  test('nobody real stands in it', () => {
    expect(
      organisation.people.filter((person) => !person.invented || !person.email.endsWith('@example.invalid')),
    ).toEqual([]);
    expect(new Set(organisation.people.map((person) => person.name)).size).toBe(organisation.people.length);
    const made = ofType('enterprise', 'cooperative');
    expect(made.filter((unit) => unit.invented !== true)).toEqual([]);
  });
});
