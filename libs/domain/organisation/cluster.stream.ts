import type { Bilingual } from '../campaign-plan/parts.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';

/** Who belongs to a cluster or block in one year, and who leads it. */
export interface ClusterYear {
  readonly year: number;
  readonly leader: string;
  readonly deputy?: string | undefined;
  readonly members: readonly string[];
}

/** Cụm or khối thi đua: leader and members change by year. */
export interface ClusterState {
  readonly kind: 'cluster' | 'block';
  readonly name: Bilingual;
  readonly years: readonly ClusterYear[];
}

export const CLUSTER_FACTS = { defined: 'clusterDefined', arranged: 'clusterArranged' } as const;

function evolve(state: ClusterState | undefined, { type, payload }: Fact): ClusterState {
  if (type !== CLUSTER_FACTS.arranged || state === undefined) return payload as unknown as ClusterState;
  const { reason: _reason, ...arranged } = payload as unknown as ClusterYear & { readonly reason?: string };
  const years = [...state.years.filter(({ year }) => year !== arranged.year), arranged];
  return { ...state, years: years.sort((a, b) => a.year - b.year) };
}

function rows({ id, version, after }: Change<'cluster'>): readonly RowChange[] {
  return [
    { table: 'read_cluster', op: 'put', row: { id, version, state: after, kind: after.kind, name: after.name.vi } },
  ];
}

export const clusterStream: StreamDefinition<'cluster'> = { kind: 'cluster', evolve, rows, cached: true };
