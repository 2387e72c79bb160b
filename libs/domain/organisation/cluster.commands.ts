import { permit } from '../access/permissions.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { ref } from '../core/stream.js';
import { CLUSTER_FACTS, type ClusterState, type ClusterYear } from './cluster.stream.js';

export type DefineCluster = { readonly clusterId: string; readonly years?: ClusterState['years'] | undefined } & Omit<
  ClusterState,
  'years'
>;
export interface ArrangeCluster extends ClusterYear {
  readonly clusterId: string;
  /** The version of the cluster that was looked at; what came after it is not overwritten unseen. */
  readonly seen?: number | undefined;
  readonly reason?: string | undefined;
}

/** Defines a cluster or block, or names it anew. Its years stay as they are where none are given. */
export const defineCluster: CommandSpec<DefineCluster> = {
  needs: (c) => [ref('cluster', c.clusterId)],
  decide({ clusterId, years, kind, name }, have, { actor }) {
    const grant = permit(actor, 'organisation.define', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'organisation.define' } });
    const before = have.state('cluster', clusterId);
    const cluster: ClusterState = { kind, name, years: years ?? before?.years ?? [] };
    if (sameJson(before, cluster)) return refuse('ALREADY_DONE');
    return accept(grant, [{ stream: ref('cluster', clusterId), type: CLUSTER_FACTS.defined, payload: { ...cluster } }]);
  },
};

/**
 * Says who belongs to a cluster or block in a year and who leads it; what was said of that year before is replaced, other
 * years stay. Whoever leads, or stands in for who leads, is a member too.
 */
export const arrangeCluster: CommandSpec<ArrangeCluster> = {
  needs: (c) => [ref('cluster', c.clusterId), ...unitsOf(c).map((id) => ref('unit', id))],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'organisation.define', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'organisation.define' } });
    const before = have.state('cluster', c.clusterId);
    if (before === undefined) return refuse('NOT_FOUND', { field: 'clusterId', params: { id: c.clusterId } });
    const { year, leader, deputy, members } = c;
    const now = have.version('cluster', c.clusterId);
    const unknown = unitsOf(c).find((id) => have.state('unit', id) === undefined);
    if (unknown !== undefined) {
      const field = unknown === leader ? 'leader' : unknown === deputy ? 'deputy' : 'members';
      return refuse('UNKNOWN_UNIT', { field, params: { id: unknown } });
    }
    if (deputy === leader) return refuse('INVALID_INPUT', { field: 'deputy' });
    const all = [...new Set([...members, leader, ...(deputy === undefined ? [] : [deputy])])];
    const arranged: ClusterYear = { year, leader, ...(deputy === undefined ? {} : { deputy }), members: all };
    const standing = before.years.find((one) => one.year === year);
    if (sameJson(standing, arranged)) return refuse('ALREADY_DONE');
    if (c.seen !== undefined && c.seen !== now)
      return refuse('STALE_VERSION', { field: 'seen', params: { seen: c.seen, now } });
    const payload = { ...arranged, ...(c.reason === undefined ? {} : { reason: c.reason }) };
    return accept(grant, [{ stream: ref('cluster', c.clusterId), type: CLUSTER_FACTS.arranged, payload }]);
  },
};

const unitsOf = ({ leader, deputy, members }: ClusterYear): readonly string[] => [
  ...new Set([leader, ...(deputy === undefined ? [] : [deputy]), ...members]),
];
