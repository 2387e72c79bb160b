/** Makes the world the bench acts in: calendar, units, people, a launched campaign with an open round, and a session each. */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../scripts/lib/paths.mjs';
import * as plan from './campaign.mjs';

export const load = (dist, module) => import(pathToFileURL(join(dist, module)).href);

/** The people there are, with the position that lets them act. */
function people() {
  const staff = (unit, role, count) =>
    Array.from({ length: count }, (_, i) => ({ id: plan.personOf(unit, role, i), unit, role }));
  const { province, homeAffairs, standing } = plan.OFFICES;
  return [
    ...plan.units().flatMap((unit) => [...staff(unit, 'officer', 1), ...staff(unit, 'head', 1)]),
    ...staff(homeAffairs, 'appraiser', plan.OFFICE_STAFF),
    ...staff(homeAffairs, 'officer', 1),
    ...staff(province, 'decider', plan.OFFICE_STAFF),
    ...staff(province, 'head', 1),
    ...staff(standing, 'secretary', 1),
  ];
}

/** Opens the worlds of a database and makes sure the official one has its tables. */
export async function openWorlds(dist, databaseUrl, poolSize) {
  const { Worlds } = await load(dist, 'libs/ledger/worlds.js');
  const worlds = new Worlds({ ownerUrl: databaseUrl, poolSize });
  await worlds.migrate();
  return worlds;
}

/** Returns the session token of every person. */
export async function settle(dist, databaseUrl) {
  const { parseCalendarCsv } = await load(dist, 'libs/domain/calendar/parse-calendar-csv.js');
  const worlds = await openWorlds(dist, databaseUrl, 10);
  try {
    const world = await worlds.official();
    const must = async (actor, name, input) => {
      const outcome = await world.ledger.execute({ actor, name, input });
      if (!outcome.ok) throw new Error(`${name} was refused: ${JSON.stringify(outcome.refusal)}`);
    };
    const operator = { kind: 'operator' };
    const calendar = parseCalendarCsv(readFileSync(inRoot('data/calendars/vn.csv'), 'utf8'));
    await must(operator, 'loadCalendar', { days: calendar.days });
    for (const unitId of [...Object.values(plan.OFFICES), ...plan.units()]) {
      const type = plan.OFFICE_TYPES[unitId] ?? 'province-department';
      const name = { vi: unitId, en: unitId };
      await must(operator, 'defineUnit', { unitId, type, name, validFrom: '2020-01-01', confidence: 'V' });
    }
    for (const { id, unit, role } of people()) {
      const email = `${id}@example.invalid`;
      const positions = [{ key: `${unit}/${role}`, unitId: unit, role, title: role, from: '2020-01-01' }];
      const person = { personId: id, username: id, name: `Người ${id}`, email, invented: true, positions };
      await must(operator, 'registerPerson', person);
    }
    await must(operator, 'draftCampaign', { file: plan.campaignFile, rulePack: 'L2022-ND152' });
    const decider = { kind: 'person', id: plan.personOf(plan.OFFICES.province, 'decider') };
    const document = { number: '101/KH-UBND', date: '2024-05-10' };
    await must(decider, 'launchCampaign', { campaignId: plan.CAMPAIGN, document });
    await must({ kind: 'engine' }, 'openRound', { campaignId: plan.CAMPAIGN, key: 'prompt', occurrence: 'once' });
    return await beginSessions(world);
  } finally {
    await worlds.close();
  }
}

/** Straight into the table: a hundred sign-ins would measure argon2id, which is meant to be slow. */
async function beginSessions(world) {
  const tokens = {};
  for (const { id } of people()) tokens[id] = randomBytes(32).toString('base64url');
  const hashes = Object.values(tokens).map((token) => createHash('sha256').update(token).digest());
  await world.pool.query({
    text: `insert into ops_session (token_hash, person_id, expires_at)
           select h, p, clock_timestamp() + interval '1 day' from unnest($1::bytea[], $2::text[]) as s(h, p)`,
    values: [hashes, Object.keys(tokens)],
  });
  return tokens;
}
