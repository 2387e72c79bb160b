import type { Role } from '../domain/access/actor.js';
import type { CouncilMember, OrganisationFile, OrganisationPerson } from '../domain/campaign-plan/organisation.js';
import type { CommandName, Commands } from '../domain/commands.js';
import type { Position } from '../domain/organisation/person.stream.js';
import type { World } from './worlds.js';

/** Positions of a person, with the seats of councils they sit on: a seat is a role at the council's unit for a term. */
export function positionsOf(file: OrganisationFile, person: OrganisationPerson): Position[] {
  const held = file.positions
    .filter((p) => p.person === person.id)
    .map((p) => position(p.unit, p.role, p.title, p.validFrom, p.validTo));
  const seats = file.councils.flatMap((council) =>
    council.terms.flatMap((term) =>
      term.members
        .filter((member) => member.person === person.id)
        .map((member) => {
          const role: Role =
            member.function === 'chair'
              ? 'council-chair'
              : member.function === 'secretary'
                ? 'secretary'
                : 'council-member';
          return position(council.unit, role, SEATS[member.function], term.from, term.to);
        }),
    ),
  );
  const unique = new Map([...seats, ...held].map((p) => [p.key, p]));
  return [...unique.values()];
}

/** What a seat of a council is called, as the titles of the file are: in Vietnamese. */
const SEATS: Readonly<Record<CouncilMember['function'], string>> = {
  chair: 'Chủ tịch Hội đồng',
  'standing-vice-chair': 'Phó Chủ tịch Thường trực Hội đồng',
  'vice-chair': 'Phó Chủ tịch Hội đồng',
  member: 'Ủy viên Hội đồng',
  secretary: 'Thư ký Hội đồng',
};

const position = (unitId: string, role: Role, title: string, from: string, to: string | undefined): Position => ({
  key: `${unitId}/${role}/${from}`,
  unitId,
  role,
  title,
  from,
  ...(to === undefined ? {} : { to }),
});

async function run<N extends CommandName>(world: World, name: N, input: Commands[N]): Promise<boolean> {
  const outcome = await world.ledger.execute({ actor: { kind: 'operator' }, name, input });
  if (!outcome.ok && outcome.refusal.code !== 'ALREADY_DONE') {
    throw new Error(`${name}: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params ?? {})}`);
  }
  return outcome.ok;
}

/**
 * Loads an organisation file into a world by the same commands as everyone; how many facts that made. Safe to run again:
 * what is there already stays as it is, what is new in the file is added. Throws where a command is refused.
 */
export async function loadOrganisationInto(world: World, organisation: OrganisationFile): Promise<number> {
  let changes = 0;
  const count = async <N extends CommandName>(name: N, input: Commands[N]): Promise<void> => {
    if (await run(world, name, input)) changes += 1;
  };
  const known = await knownUnits(world);
  for (const unit of organisation.units) {
    // A unit that has changed in the product since is not put back to what the file once said.
    if (known.has(unit.id)) continue;
    const { id, note: _note, rows: _rows, quotes: _quotes, invented: _invented, ...rest } = unit;
    await count('defineUnit', { unitId: id, ...rest });
  }
  for (const { from, ...succession } of organisation.successions) {
    await count('planSuccession', {
      unitId: from,
      to: succession.to,
      kind: succession.kind,
      on: succession.on,
      confidence: succession.confidence,
    });
  }
  for (const { id, kind, name, years } of organisation.clusters)
    await count('defineCluster', { clusterId: id, kind, name, years });
  for (const person of organisation.people) {
    const { id, username, name, email, invented } = person;
    await count('registerPerson', {
      personId: id,
      username,
      name,
      email,
      invented,
      positions: positionsOf(organisation, person),
    });
  }
  return changes;
}

async function knownUnits(world: World): Promise<Set<string>> {
  const { rows } = await world.pool.query<{ id: string }>('select id from read_unit');
  return new Set(rows.map((r) => r.id));
}
