import {
  CALENDAR_DAY_KINDS,
  workingCalendar,
  type CalendarDay,
  type WorkingCalendar,
} from '../domain/calendar/working-calendar.js';
import type { OrganisationCluster, OrganisationUnit } from '../domain/campaign-plan/organisation.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import { UNIT_TYPES, type UnitType } from '../domain/campaign-plan/vocabulary.js';
import { fieldsOf, listOf, numberOf, textOf, textOrNull } from './api-client.js';
import { eachOf } from './each-of.js';
import { day } from './days.js';
import { ADMIN, type People, type Position } from './people.js';

export interface Organisation {
  readonly units: readonly OrganisationUnit[];
  readonly clusters: readonly OrganisationCluster[];
  /** Everyone who may have been told of something. */
  readonly persons: readonly string[];
}

const isUnitType = (text: string): text is UnitType => (UNIT_TYPES as readonly string[]).includes(text);

/** Reads who is who in the world: units, clusters, people with their positions. */
export async function knowOrganisation(
  people: People,
  file: CampaignFile,
): Promise<Organisation & { readonly names: ReadonlyMap<string, string> }> {
  const read = await people.list(ADMIN, `/api/v1/units?on=${file.adoptedOn}`);
  const units = read.flatMap((item): readonly OrganisationUnit[] => {
    const type = textOf(item['type']);
    const validTo = textOf(item['validTo']);
    const parent = textOf(item['parent']);
    if (!isUnitType(type)) return [];
    const name = fieldsOf(item['name']);
    return [
      {
        id: textOf(item['id']),
        type,
        name: { vi: textOf(name['vi']), en: textOf(name['en']) },
        validFrom: day(textOf(item['validFrom'])),
        ...(parent === '' ? {} : { parent }),
        ...(validTo === '' ? {} : { validTo: day(validTo) }),
        ...(item['external'] === true ? { external: true } : {}),
        confidence: 'V',
      },
    ];
  });
  const clusters = await eachOf(await people.list(ADMIN, '/api/v1/clusters'), (item) =>
    clusterOf(people, textOf(item['id'])),
  );
  const persons = (await people.list(ADMIN, '/api/v1/persons')).map((item) => textOf(item['id'])).sort();
  people.know((await eachOf(persons, (person) => positionsOf(people, person))).flat());
  const names = new Map([...units, ...clusters].map(({ id, name }) => [id, name.vi]));
  return { units, clusters, persons, names };
}

async function clusterOf(people: People, id: string): Promise<OrganisationCluster> {
  const found = await people.get(ADMIN, `/api/v1/clusters/${encodeURIComponent(id)}`);
  const name = fieldsOf(found['name']);
  return {
    id,
    kind: found['kind'] === 'block' ? 'block' : 'cluster',
    name: { vi: textOf(name['vi']), en: textOf(name['en']) },
    years: listOf(found['years']).map((item) => {
      const { year, leader, members } = fieldsOf(item);
      return { year: numberOf(year), leader: textOf(leader), members: listOf(members).map(textOf) };
    }),
  };
}

async function positionsOf(people: People, person: string): Promise<readonly Position[]> {
  const found = await people.get(ADMIN, `/api/v1/persons/${encodeURIComponent(person)}`);
  return listOf(found['positions']).map((item) => {
    const { unitId, role, from, to } = fieldsOf(item);
    return { person, unit: textOf(unitId), role: textOf(role), from: textOf(from), to: textOrNull(to) };
  });
}

/** The world's calendar, as it stands when the rehearsal begins. */
export async function knowCalendar(people: People): Promise<WorkingCalendar> {
  const rows = listOf((await people.get(ADMIN, '/api/v1/calendar'))['days']);
  return workingCalendar(
    rows.map(fieldsOf).flatMap((row): readonly CalendarDay[] => {
      const kind = CALENDAR_DAY_KINDS.find((known) => known === row['kind']);
      if (kind === undefined) return [];
      const [name, confidence] = [textOf(row['name']), textOf(row['confidence'])];
      return [{ date: day(textOf(row['date'])), kind, name, confidence }];
    }),
  );
}
