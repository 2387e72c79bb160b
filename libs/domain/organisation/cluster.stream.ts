import type { Bilingual } from '../campaign-plan/parts.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';

/** Cụm or khối thi đua: leader and members change by year. */
export interface ClusterState {
  readonly kind: 'cluster' | 'block';
  readonly name: Bilingual;
  readonly years: readonly {
    readonly year: number;
    readonly leader: string;
    readonly deputy?: string | undefined;
    readonly members: readonly string[];
  }[];
}

export const CLUSTER_FACTS = { defined: 'clusterDefined' } as const;

const evolve = (_state: ClusterState | undefined, fact: Fact): ClusterState => fact.payload as unknown as ClusterState;

function rows({ id, version, after }: Change<'cluster'>): readonly RowChange[] {
  return [
    { table: 'read_cluster', op: 'put', row: { id, version, state: after, kind: after.kind, name: after.name.vi } },
  ];
}

export const clusterStream: StreamDefinition<'cluster'> = { kind: 'cluster', evolve, rows, cached: true };
