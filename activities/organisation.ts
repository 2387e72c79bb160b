import { isLocalDate, type LocalDate } from '../libs/domain/calendar/local-date.js';
import type { OrganisationUnit } from '../libs/domain/campaign-plan/organisation.js';
import type { EndedUnit, Organisation } from '../libs/domain/engine/campaign-duties.js';
import type { ClusterState } from '../libs/domain/organisation/cluster.stream.js';
import type { UnitState } from '../libs/domain/organisation/unit.stream.js';
import type { EngineWorld } from './ports.js';

interface Kept {
  readonly stamp: string;
  readonly organisation: Organisation;
}

/** The organisation changes a few times a year and is asked for at every look: kept until a version changes. */
const kept = new WeakMap<EngineWorld['pool'], Kept>();

const STAMP = `select concat_ws('/', (select count(*) from read_unit), (select sum(version) from read_unit),
  (select count(*) from read_cluster), (select sum(version) from read_cluster)) as stamp`;

/** Units and clusters of a world, each in the order of its id. */
export async function organisationOf({ pool }: EngineWorld): Promise<Organisation> {
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
    units: units.rows.flatMap(({ id, state }) => unitOf(id, state)),
    clusters: clusters.rows.map(({ id, state }) => ({ id, kind: state.kind, name: state.name, years: state.years })),
  };
  kept.set(pool, { stamp, organisation });
  return organisation;
}

function endedOf(id: string, { succession }: UnitState): readonly EndedUnit[] {
  if (succession === undefined || !isLocalDate(succession.on)) return [];
  return [{ id, to: succession.to, on: succession.on }];
}

/** A unit whose days cannot be read owes nothing: it is left out, not a reason for everyone else to wait. */
function unitOf(
  id: string,
  { type, name, parent, external, validFrom, validTo }: UnitState,
): readonly OrganisationUnit[] {
  if (!isLocalDate(validFrom)) return [];
  const until: LocalDate | undefined = validTo !== undefined && isLocalDate(validTo) ? validTo : undefined;
  const unit: OrganisationUnit = { id, type, name, validFrom, confidence: 'V' };
  return [
    {
      ...unit,
      ...(parent === undefined ? {} : { parent }),
      ...(until === undefined ? {} : { validTo: until }),
      ...(external === undefined ? {} : { external }),
    },
  ];
}
