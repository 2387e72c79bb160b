import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { dataFile } from '../../libs/config/paths.js';
import type { OrganisationFile } from '../../libs/domain/campaign-plan/organisation.js';
import type { CommandName, Commands } from '../../libs/domain/commands.js';
import { loadOrganisationInto, positionsOf } from '../../libs/ledger/load-organisation.js';
import type { World } from '../../libs/ledger/worlds.js';
import { loadCalendar } from '../../libs/reference/calendar-reference.js';
import { loadOrganisation } from '../../libs/reference/organisation-reference.js';
import { ruleBookOfInstallation } from '../../libs/rules/load-rules.js';
import { CliError } from './output.js';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export interface DemoAccount {
  readonly role: string;
  readonly username: string;
  readonly password: string;
  readonly note: string;
}

/**
 * Loads the calendar and one organisation into the official world. Safe to run again: what is there already stays as it
 * is, what is new in the file is added.
 */
export async function seedOrganisation(world: World, organisation: OrganisationFile): Promise<number> {
  const calendar = loadCalendar(dataFile('calendars', 'vn.csv'));
  if (!calendar.ok) throw new CliError(`data/calendars/vn.csv: ${JSON.stringify(calendar.errors[0])}`);
  const changes =
    (await load(world, 'loadCalendar', { days: calendar.calendar.rows })) + ((await loadRulesInto(world)) ? 1 : 0);
  return changes + (await loadOrganisationInto(world, organisation));
}

/** The rule data of this installation; false where the world has it already. */
export const loadRulesInto = async (world: World): Promise<boolean> =>
  (await load(world, 'loadRules', { book: ruleBookOfInstallation() })) === 1;

/** 1 where it changed something, 0 where the world has it already. */
async function load<N extends CommandName>(world: World, name: N, input: Commands[N]): Promise<number> {
  const loaded = await world.ledger.execute({ actor: { kind: 'operator' }, name, input });
  if (!loaded.ok && loaded.refusal.code !== 'ALREADY_DONE') throw new CliError(`${name}: ${loaded.refusal.code}`);
  return loaded.ok ? 1 : 0;
}

/**
 * One password for all invented persons of this installation, written beside its data and nowhere else. Only persons
 * marked as invented get an account here.
 */
export async function seedAccounts(
  world: World,
  organisation: OrganisationFile,
  dataDirectory: string,
): Promise<readonly DemoAccount[]> {
  const file = join(dataDirectory, 'demo-accounts.json');
  const known = readDemoAccounts(file);
  const password = known[0]?.password ?? Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const people = organisation.people.filter((p) => p.invented);
  const { rows } = await world.pool.query<{ person_id: string }>('select person_id from ops_account');
  const have = new Set(rows.map((r) => r.person_id));
  const missing = people.filter((p) => !have.has(p.id));
  if (missing.length > 0) {
    const passwordHash = await hash(password, COST);
    await world.pool.query({
      text: `insert into ops_account (person_id, username, password_hash)
        select p.id, p.username, $3 from unnest($1::text[], $2::text[]) as p(id, username) on conflict do nothing`,
      values: [missing.map((p) => p.id), missing.map((p) => p.username), passwordHash],
    });
  }
  // The launcher shows the first account of each role: one of a department says more than one of the Party committee.
  const typical = new Set(
    organisation.units.filter((unit) => unit.type === 'province-department').map((unit) => unit.id),
  );
  const byInterest = (a: DemoAccount & { unit: string }, b: DemoAccount & { unit: string }): number =>
    Number(typical.has(b.unit)) - Number(typical.has(a.unit));
  const positions = people.flatMap((person) =>
    positionsOf(organisation, person).map((p) => ({
      role: p.role,
      username: person.username,
      password,
      note: `${p.title}, ${p.unitId}`,
      unit: p.unitId,
    })),
  );
  const accounts: DemoAccount[] = positions.toSorted(byInterest).map(({ unit: _unit, ...account }) => account);
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  return accounts;
}

export function readOrganisation(path: string): OrganisationFile {
  const { file, findings } = loadOrganisation(path);
  const worst = findings.find((f) => f.severity === 'error');
  if (file === undefined)
    throw new CliError(`${path}:${worst?.line ?? 1} ${worst?.field ?? ''}: ${worst?.messageEn ?? 'unreadable'}`);
  return file;
}

/** What {@link seedAccounts} wrote; nothing when it has not run. */
export const readDemoAccounts = (file: string): readonly DemoAccount[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly DemoAccount[]) : [];
