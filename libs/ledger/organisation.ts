import { isLocalDate } from '../domain/calendar/local-date.js';
import type { EndedUnit, Organisation } from '../domain/engine/campaign-duties.js';
import type { ClusterState } from '../domain/organisation/cluster.stream.js';
import { organisationUnits } from '../domain/organisation/organisation-unit.js';
import type { UnitState } from '../domain/organisation/unit.stream.js';
import type { Queryable } from '../persistence/pg.js';

interface Kept {
  readonly stamp: string;
  readonly organisation: Organisation;
}

/** The organisation changes a few times a year and is asked for at every look: kept until a version changes. */
const kept = new WeakMap<Queryable, Kept>();

const STAMP = `select concat_ws('/', (select count(*) from read_unit), (select sum(version) from read_unit),
  (select count(*) from read_cluster), (select sum(version) from read_cluster)) as stamp`;

/**
 * Units and clusters of a world, each in the order of its id, with the days they are valid on. A unit whose days cannot be
 * read owes nothing: it is left out, not a reason for everyone else to wait.
 */
export async function organisationIn(pool: Queryable): Promise<Organisation> {
  const stamp = (await pool.query<{ stamp: string }>({ name: 'organisation-stamp', text: STAMP })).rows[0]?.stamp ?? '';
  const before = kept.get(pool);
  if (before?.stamp === stamp) return before.organisation;
  const units = await pool.query<{ id: string; state: UnitState }>({
    text: 'select id, state from read_unit order by id',
  });
  const clusters = await pool.query<{ id: string; state: ClusterState }>({
    text: 'select id, state from read_cluster order by id',
  });
  const organisation: Organisation = {
    ended: units.rows.flatMap(({ id, state }) => endedOf(id, state)),
    units: units.rows.flatMap(({ id, state }) => organisationUnits(id, state)),
    clusters: clusters.rows.map(({ id, state }) => ({ id, kind: state.kind, name: state.name, years: state.years })),
  };
  kept.set(pool, { stamp, organisation });
  return organisation;
}

function endedOf(id: string, { succession }: UnitState): readonly EndedUnit[] {
  if (succession === undefined || !isLocalDate(succession.on)) return [];
  return [{ id, to: succession.to, on: succession.on }];
}
