import { queueOf } from '../access/actor.js';
import { dateOf, isLocalDate, type LocalDate } from '../calendar/local-date.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { OrganisationUnit } from '../campaign-plan/organisation.js';
import type { Who } from '../campaign-plan/parts.js';
import { resolveWho } from '../campaign-plan/resolve-who.js';
import { isUnitType } from '../campaign-plan/vocabulary.js';
import type { Ask, Have } from '../core/decision.js';

/** Whom a report goes to: parts of the campaign, named units, types and groups of units, the unit above. */

/** Addressees that are found only by looking through the units of the day. */
const isWide = (who: Who): boolean => (who.unitTypes ?? []).length > 0 || (who.scope ?? []).length > 0;

/** Units a report names outright, in the order of the file; `parent` is the unit above the one that reports. */
export const namedAddressees = (file: CampaignFile, who: Who, parent: string | undefined): readonly string[] => [
  ...(who.roles ?? []).map((role) => file.roles[role].unit),
  ...(who.unitIds ?? []),
  ...(who.parent === true && parent !== undefined ? [parent] : []),
];

/** One queue for each addressee; a council is reached through its secretary. */
export const queueOfAddressee = (file: CampaignFile, unit: string): string =>
  queueOf(unit, unit === file.roles.council.unit ? 'secretary' : 'officer');

/** What has to be asked to find addressees by type or group. */
export const askAddressees = (addressees: readonly Who[], now: number): readonly Ask[] =>
  addressees.some(isWide) ? [{ ask: 'unitsOn', on: dateOf(now) }] : [];

export interface Addressee {
  readonly unit: string;
  /** Officers today, where they were found together with the unit; else they are asked for by queue. */
  readonly officers?: readonly string[];
  /** Heads today, found in the same way. */
  readonly heads?: readonly string[];
}

/** Every unit a report goes to, each once; the unit that makes it is no addressee of its own. */
export function addresseesOf(
  have: Have,
  file: CampaignFile,
  addressees: readonly Who[],
  from: { readonly unitId: string; readonly parent: string | undefined; readonly now: number },
): readonly Addressee[] {
  const named = addressees.flatMap((who) => namedAddressees(file, who, from.parent)).map((unit) => ({ unit }));
  const [ask] = askAddressees(addressees, from.now);
  const rows = ask === undefined ? [] : have.answer(ask);
  const day = dateOf(from.now);
  const units = rows.flatMap((row) => unitOf(row, day));
  const wide = addressees.filter(isWide).flatMap(({ unitTypes, scope }) => {
    const found = resolveWho(file, { unitTypes, scope }, { units, clusters: [] }, day).unitIds;
    return found
      .filter((unit) => unit !== from.unitId)
      .map((unit) => ({
        unit,
        officers: peopleOf(rows, unit, 'officers'),
        heads: peopleOf(rows, unit, 'heads'),
      }));
  });
  const all: readonly Addressee[] = [...named, ...wide];
  return all.filter(({ unit }, i) => all.findIndex((one) => one.unit === unit) === i);
}

function unitOf(row: Readonly<Record<string, unknown>>, day: LocalDate): readonly OrganisationUnit[] {
  const { id, type, parent_id: parent, external } = row;
  if (typeof id !== 'string' || typeof type !== 'string' || !isUnitType(type) || !isLocalDate(day)) return [];
  const unit: OrganisationUnit = { id, type, name: { vi: id, en: id }, validFrom: day, confidence: 'V' };
  return [
    {
      ...unit,
      ...(typeof parent === 'string' ? { parent } : {}),
      ...(external === true ? { external: true } : {}),
    },
  ];
}

function peopleOf(
  rows: readonly Readonly<Record<string, unknown>>[],
  unit: string,
  as: 'officers' | 'heads',
): readonly string[] {
  const people = rows.find((row) => row['id'] === unit)?.[as];
  return Array.isArray(people) ? people.map(String) : [];
}

/** Who looks at a unit's report: the first addressee the duty names outright, else the lead agency. */
export function reviewerOf(file: CampaignFile, addressees: readonly Who[], unitId: string): string {
  const named = addressees.flatMap((who) => namedAddressees(file, who, undefined));
  return named.find((unit) => unit !== unitId) ?? file.roles.leadAgency.unit;
}
