import type { Organisation } from '../../../libs/domain/engine/campaign-duties.js';
import type { ClusterState } from '../../../libs/domain/organisation/cluster.stream.js';
import { organisationUnits } from '../../../libs/domain/organisation/organisation-unit.js';
import type { UnitState } from '../../../libs/domain/organisation/unit.stream.js';
import type { World } from '../../../libs/ledger/worlds.js';

/** Units and clusters of a world with the days they are valid on, each in the order of its id. */
export async function organisationIn({ pool }: World): Promise<Organisation> {
  const [units, clusters] = await Promise.all([
    pool.query<{ id: string; state: UnitState }>({
      name: 'organisation-units',
      text: 'select id, state from read_unit order by id',
    }),
    pool.query<{ id: string; state: ClusterState }>({
      name: 'organisation-clusters',
      text: 'select id, state from read_cluster order by id',
    }),
  ]);
  return {
    units: units.rows.flatMap(({ id, state }) => organisationUnits(id, state)),
    clusters: clusters.rows.map(({ id, state }) => ({ id, kind: state.kind, name: state.name, years: state.years })),
  };
}
