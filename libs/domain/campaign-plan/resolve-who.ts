import { type LocalDate, yearOf } from '../calendar/local-date.js';
import type { CampaignFile } from './campaign.js';
import { type OrganisationFile, type OrganisationUnit, validOn } from './organisation.js';
import type { Who } from './parts.js';
import type { Parties } from './plan-model.js';
import type { UnitType } from './vocabulary.js';

/**
 * The units and clusters that `who` means on a day, each once, in the order of the organisation file. Units outside the
 * organisation and units not valid on the day are left out; `parent` depends on the unit that owes and adds nothing here.
 */
export function resolveWho(
  file: Pick<CampaignFile, 'roles' | 'scope'>,
  who: Who,
  organisation: Pick<OrganisationFile, 'units' | 'clusters'>,
  day: LocalDate,
): Parties {
  const groups = file.scope.filter((group) => who.scope?.includes(group.key));
  const ids = new Set([
    ...(who.unitIds ?? []),
    ...(who.roles ?? []).map((role) => file.roles[role].unit),
    ...groups.flatMap((group) => group.unitIds ?? []),
  ]);
  const narrowed = groups.filter(({ within }) => within !== undefined);
  const whole = groups.filter(({ within }) => within === undefined);
  const types = new Set<UnitType>([...(who.unitTypes ?? []), ...whole.flatMap((group) => group.unitTypes)]);
  const above = new Map(organisation.units.map(({ id, parent }) => [id, parent]));
  const isBelow = (id: string, top: string): boolean => {
    const seen = new Set<string>();
    for (let next = above.get(id); next !== undefined && !seen.has(next); next = above.get(next)) {
      if (next === top) return true;
      seen.add(next);
    }
    return false;
  };
  const inGroup = ({ id, type }: OrganisationUnit): boolean =>
    narrowed.some(({ unitTypes, within }) => unitTypes.includes(type) && within !== undefined && isBelow(id, within));
  const owes = (unit: OrganisationUnit): boolean =>
    validOn(unit, day) && (ids.has(unit.id) || (unit.external !== true && (types.has(unit.type) || inGroup(unit))));
  const clusters = organisation.clusters.filter(
    (cluster) => who.clusters === true && cluster.years.some((membership) => membership.year <= yearOf(day)),
  );
  return {
    unitIds: organisation.units.filter(owes).map((unit) => unit.id),
    clusterIds: clusters.map((cluster) => cluster.id),
  };
}
