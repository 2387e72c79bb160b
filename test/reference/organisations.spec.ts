import { readdirSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import { dataFile } from '../../libs/config/paths.js';
import type { Role } from '../../libs/domain/access/actor.js';
import { validOn } from '../../libs/domain/campaign-plan/organisation.js';
import { loadOrganisation } from '../../libs/reference/organisation-reference.js';

const files = readdirSync(dataFile('organisations')).filter((name) => name.endsWith('.yaml'));
const loaded = files.map((name) => ({ name, ...loadOrganisation(dataFile('organisations', name)) }));

describe.each(loaded)('data/organisations/$name', ({ file, findings }) => {
  if (file === undefined) throw new Error(findings.map(({ field, messageEn }) => `${field}: ${messageEn}`).join('\n'));
  const held = (unit: string, role: Role): readonly string[] =>
    file.positions.filter((position) => position.unit === unit && position.role === role).map(({ person }) => person);

  it('has no finding, and units enough for a real rehearsal', () => {
    expect(findings).toEqual([]);
    expect(file.units.filter(({ external }) => external !== true).length).toBeGreaterThanOrEqual(30);
  });

  test('every person is marked as invented, in name or not', () => {
    expect(file.people.filter(({ invented }) => !invented)).toEqual([]);
    expect(file.people.filter(({ email }) => !email.endsWith('@example.invalid'))).toEqual([]);
  });

  test('a council has a chair, a voting majority and a secretary without a vote; its standing body has staff', () => {
    expect(file.councils.length).toBeGreaterThan(0);
    for (const { terms, standingBody } of file.councils) {
      expect(held(standingBody, 'officer').length).toBeGreaterThan(0);
      for (const { members } of terms) {
        expect(members.filter((member) => member.function === 'chair')).toHaveLength(1);
        expect(members.filter((member) => member.votes).length).toBeGreaterThanOrEqual(7);
        expect(members.some((member) => member.function === 'secretary' && !member.votes)).toBe(true);
      }
    }
  });

  test('somebody decides, appraises, keeps the minutes, administers and audits', () => {
    const roles = new Set(file.positions.map(({ role }) => role));
    for (const role of ['decider', 'appraiser', 'secretary', 'admin', 'auditor'] as const)
      expect(roles.has(role)).toBe(true);
  });

  test('the leader of a cluster holds the role in its year', () => {
    const lost = file.clusters.flatMap(({ id, years }) =>
      years
        .filter(
          ({ year, leader }) =>
            !file.positions.some(
              (position) =>
                position.unit === leader && position.role === 'cluster-leader' && validOn(position, `${year}-06-30`),
            ),
        )
        .map(({ year }) => `${id} ${year}`),
    );
    expect(lost).toEqual([]);
  });
});

test('a name stands for one unit, one person and one account in all organisation files together', () => {
  const all = loaded.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const own = all.flatMap(({ units }) => units.filter(({ external }) => external !== true).map(({ id }) => id));
  const accounts = all.flatMap(({ people }) => people.map(({ username }) => username));
  expect(new Set(own).size).toBe(own.length);
  expect(new Set(accounts).size).toBe(accounts.length);
});
