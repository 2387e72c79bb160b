import { dateOf, yearOf, type LocalDate } from '../calendar/local-date.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { OrganisationCluster } from '../campaign-plan/organisation.js';
import type { Have } from '../core/decision.js';
import type { EndedUnit } from '../engine/campaign-duties.js';

/** Who confirms the pledges of a unit and assesses what became of them: the leader of its cluster of the year, or an agency. */

/** Of a cluster or block a unit belongs to: who leads it by its latest arrangement up to a year. */
export interface Led {
  readonly cluster: string;
  readonly leader: string;
  readonly year: number;
}

export interface Confirmer {
  readonly unit: string;
  /** The cluster or block whose leader it is; left out where an agency confirms. */
  readonly cluster?: string | undefined;
}

/** Leaders of the year confirm, where the campaign names no agency for it; nobody confirms a pledge of their own. */
function confirmer(file: CampaignFile, unitId: string, led: readonly Led[]): Confirmer {
  const by = file.registration?.confirmedBy;
  if (by === 'home-affairs') return { unit: file.roles.homeAffairs.unit };
  const leaders = by === 'lead-agency' ? [] : [...led].sort((a, b) => (a.leader < b.leader ? -1 : 1));
  const found = leaders.find(({ leader }) => leader !== unitId);
  return found === undefined ? { unit: file.roles.leadAgency.unit } : { unit: found.leader, cluster: found.cluster };
}

/** Who is asked to confirm pledges of a unit that come in in a year. */
export function confirmingUnit(have: Have, file: CampaignFile, unitId: string, year: number): string {
  const led = have
    .answer({ ask: 'clusterLeaderOf', unitId, year })
    .map((row): Led => ({ cluster: String(row['cluster_id']), leader: String(row['leader']), year }));
  return confirmer(file, unitId, led).unit;
}

/**
 * Who has to have a confirmation in hand that is open already. `led` is what stands by the year, cluster by cluster. A unit
 * whose clusters have all been arranged for the year, or that is in none any more, has the confirmer of the year; undefined
 * while its cluster still waits for the arrangement of the year: until then it stays where it is.
 */
export function confirmerOfOpen(
  file: CampaignFile,
  unitId: string,
  led: readonly Led[],
  year: number,
): Confirmer | undefined {
  const ofYear = led.filter((one) => one.year === year);
  return ofYear.length === 0 && led.length > 0 ? undefined : confirmer(file, unitId, ofYear);
}

/** The unit that has the work of `unitId` by the day: itself, or the last of its successors. */
export function heirOf(unitId: string, ended: readonly EndedUnit[], day: LocalDate): string {
  const seen = new Set<string>();
  for (let id = unitId; ;) {
    const next = ended.find((one) => one.id === id && one.on <= day);
    if (next === undefined || seen.has(id)) return id;
    seen.add(id);
    id = next.to;
  }
}

export interface Confirmers {
  /** Of every unit of a cluster or block; undefined where an open confirmation stays where it is. */
  readonly of: ReadonlyMap<string, string | undefined>;
  /** Of every other unit. */
  readonly otherwise: string;
  /** The first year to come that somebody has arranged a cluster for. */
  readonly nextYear?: number | undefined;
}

/** Who has to have the open confirmations of a campaign in hand at `now`; undefined where no change of leaders moves any. */
export function confirmersAt(
  file: CampaignFile,
  clusters: readonly OrganisationCluster[],
  ended: readonly EndedUnit[],
  now: number,
): Confirmers | undefined {
  const by = file.registration?.confirmedBy;
  if (by === 'home-affairs' || by === 'lead-agency' || clusters.length === 0) return undefined;
  const day = dateOf(now);
  const year = yearOf(day);
  const led = new Map<string, Led[]>();
  for (const { id: cluster, years } of clusters) {
    const standing = years
      .filter((one) => one.year <= year)
      .sort((a, b) => a.year - b.year)
      .at(-1);
    if (standing === undefined) continue;
    const { leader } = standing;
    for (const unitId of new Set([...standing.members, leader]))
      led.set(unitId, [...(led.get(unitId) ?? []), { cluster, leader, year: standing.year }]);
  }
  const of = new Map(
    [...led].map(([unitId, mine]): [string, string | undefined] => {
      const found = confirmerOfOpen(file, unitId, mine, year);
      return [unitId, found === undefined ? undefined : heirOf(found.unit, ended, day)];
    }),
  );
  const ahead = clusters.flatMap(({ years }) => years.map((one) => one.year)).filter((one) => one > year);
  return {
    of,
    otherwise: heirOf(file.roles.leadAgency.unit, ended, day),
    ...(ahead.length === 0 ? {} : { nextYear: Math.min(...ahead) }),
  };
}
