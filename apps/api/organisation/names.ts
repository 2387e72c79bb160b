import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { Sealed } from '../../../libs/domain/core/sealed.js';
import type { World } from '../../../libs/ledger/worlds.js';

export interface NamedPerson {
  readonly id: string;
  /** Null where the name has been erased, or the person is not of this world. */
  readonly name: string | null;
}
export interface NamedUnit {
  readonly id: string;
  readonly name: Bilingual;
}

/** Names of what a page speaks of, read in one go. */
export interface Names {
  person(id: string): NamedPerson;
  unit(id: string): NamedUnit;
  campaign(id: string): NamedUnit;
}

export interface Asked {
  readonly persons?: readonly string[];
  readonly units?: readonly string[];
  readonly campaigns?: readonly string[];
}

interface UnitRow {
  readonly id: string;
  readonly name: Bilingual;
}

const distinct = (ids: readonly string[] | undefined): readonly string[] => [...new Set(ids)].filter((id) => id !== '');

async function unitNames(world: World, ids: readonly string[]): Promise<readonly UnitRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await world.pool.query<UnitRow>({
    name: 'names-units',
    text: `select id, state->'name' as name from read_unit where id = any($1)`,
    values: [ids],
  });
  return rows;
}

async function campaignNames(world: World, ids: readonly string[]): Promise<readonly UnitRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await world.pool.query<UnitRow>({
    name: 'names-campaigns',
    text: `select id, state->'file'->'name' as name from read_campaign where id = any($1)`,
    values: [ids],
  });
  return rows;
}

async function personNames(world: World, ids: readonly string[]): Promise<readonly { id: string; name: Sealed }[]> {
  if (ids.length === 0) return [];
  const { rows } = await world.pool.query<{ id: string; name: Sealed }>({
    name: 'names-persons',
    text: `select id, state->'name' as name from read_person where id = any($1)`,
    values: [ids],
  });
  return world.reader.unseal(rows);
}

/** The engine and the operator act too; they are nobody's name. */
const MACHINES: Readonly<Record<string, string>> = { engine: 'Vinh Danh', operator: 'Vinh Danh (quản trị máy chủ)' };

/** Reads the names of persons, units and campaigns, each kind in one statement. */
export async function namesIn(world: World, asked: Asked): Promise<Names> {
  const [persons, units, campaigns] = await Promise.all([
    personNames(world, distinct(asked.persons)),
    unitNames(world, distinct(asked.units)),
    campaignNames(world, distinct(asked.campaigns)),
  ]);
  const personOf = new Map(persons.map(({ id, name }) => [id, name.text ?? null]));
  const unitOf = new Map(units.map(({ id, name }) => [id, name]));
  const campaignOf = new Map(campaigns.map(({ id, name }) => [id, name]));
  return {
    person: (id) => ({ id, name: MACHINES[id] ?? personOf.get(id) ?? null }),
    unit: (id) => ({ id, name: unitOf.get(id) ?? { vi: id, en: id } }),
    campaign: (id) => ({ id, name: campaignOf.get(id) ?? { vi: id, en: id } }),
  };
}
