import type { Bilingual } from '../domain/campaign-plan/parts.js';
import { ref } from '../domain/core/stream.js';
import { RULE_PACK_ID } from '../domain/rules/rule-pack.stream.js';
import { sealOfPerson } from '../domain/organisation/person.stream.js';
import { nameOn } from '../domain/organisation/unit.stream.js';
import type { World } from '../ledger/worlds.js';

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
  /** As it is called now; with a day (YYYY-MM-DD), as it was called then. Clusters and blocks owe duties too. */
  unit(id: string, day?: string): NamedUnit;
  campaign(id: string): NamedUnit;
  /** A pack of rules by what the law calls it; its code where the world has no rules, or nobody asked for packs. */
  pack(id: string): Bilingual;
}

export interface Asked {
  readonly persons?: readonly string[];
  readonly units?: readonly string[];
  readonly campaigns?: readonly string[];
  /** Whether packs of rules are named too. */
  readonly packs?: boolean;
}

const distinct = (ids: readonly string[] | undefined): readonly string[] => [...new Set(ids)].filter((id) => id !== '');

/** The engine and the operator act too; they are nobody's name. */
const MACHINES: Readonly<Record<string, string>> = { engine: 'Vinh Danh', operator: 'Vinh Danh (quản trị máy chủ)' };

/** Reads the names of persons, units and campaigns; their states are kept by version, so hardly more than that is sent. */
export async function namesIn(world: World, asked: Asked): Promise<Names> {
  const persons = distinct(asked.persons);
  const [loaded, keys] = await Promise.all([
    world.reader.all([
      ...persons.map((id) => ref('person', id)),
      ...distinct(asked.units).map((id) => ref('unit', id)),
      ...distinct(asked.campaigns).map((id) => ref('campaign', id)),
      ...(asked.packs === true ? [ref('rule-pack', RULE_PACK_ID)] : []),
    ]),
    world.reader.keys(persons.map(sealOfPerson)),
  ]);
  const packs = loaded.state('rule-pack', RULE_PACK_ID)?.book.packs ?? [];
  const others = distinct(asked.units).filter((id) => loaded.state('unit', id) === undefined);
  const clusters = others.length === 0 ? loaded : await world.reader.all(others.map((id) => ref('cluster', id)));
  const personOf = new Map(
    persons.flatMap((id) => {
      const name = loaded.state('person', id)?.name;
      return name === undefined ? [] : [[id, keys.open(name).text ?? null] as const];
    }),
  );
  return {
    person: (id) => ({ id, name: MACHINES[id] ?? personOf.get(id) ?? null }),
    unit: (id, day) => {
      const unit = loaded.state('unit', id);
      if (unit === undefined) return { id, name: clusters.state('cluster', id)?.name ?? { vi: id, en: id } };
      return { id, name: day === undefined ? unit.name : nameOn(unit, day) };
    },
    pack: (id) => packs.find((pack) => pack.id === id)?.name ?? { vi: id, en: id },
    campaign: (id) => ({ id, name: loaded.state('campaign', id)?.file.name ?? { vi: id, en: id } }),
  };
}
