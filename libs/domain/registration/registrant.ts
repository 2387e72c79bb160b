import { dateOf, yearOf } from '../calendar/local-date.js';
import type { Have } from '../core/decision.js';
import { ref, type StreamRef } from '../core/stream.js';
import { queuesOfUnit } from '../obligation/owed.js';

/** Who acts for what registers: a unit for itself, the leader of the year for a cluster or block (cụm, khối). */

/** The unit that acts on the business day of `now`; undefined for what is neither a unit nor a cluster with a leader by then. */
export function registrantOf(have: Have, id: string, now: number): string | undefined {
  if (have.state('unit', id) !== undefined) return id;
  const years = have.state('cluster', id)?.years.filter(({ year }) => year <= yearOf(dateOf(now))) ?? [];
  return [...years].sort((a, b) => a.year - b.year).at(-1)?.leader;
}

/** Unit or cluster, and every unit that ever leads the cluster: the year of the act is only known once it is judged. */
export function needsRegistrant(id: string, have: Have): readonly StreamRef[] {
  const leaders = have.state('cluster', id)?.years.map(({ leader }) => leader) ?? [];
  return [ref('unit', id), ref('cluster', id), ...[...new Set(leaders)].map((leader) => ref('unit', leader))];
}

/** The queues that are told of a registration; those of the id itself where nobody leads the cluster any more. */
export const queuesOfRegistrant = (have: Have, id: string, now: number): readonly string[] =>
  queuesOfUnit(registrantOf(have, id, now) ?? id);
