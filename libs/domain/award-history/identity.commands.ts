import { permit } from '../access/permissions.js';
import { accept, refuse, type CommandSpec, type Have } from '../core/decision.js';
import { seal } from '../core/sealed.js';
import { ref, type StreamRef } from '../core/stream.js';
import { IDENTITY_FACTS } from './identity.stream.js';

export interface JoinSubjects {
  readonly subjectId: string;
  /** The id that both are known under from now on. */
  readonly into: string;
  readonly reason: string;
}
export interface PartSubject {
  readonly subjectId: string;
  readonly reason: string;
}

/** Held while ids are joined: two joinings at once could make a circle neither of them sees. */
const IDENTITIES = 'identities';

/** The ids on the way from one to the id it stands for, as far as they are loaded. */
function wayOf(have: Have, id: string): readonly string[] {
  const way = [id];
  for (let next = have.state('identity', id)?.into; next !== undefined && !way.includes(next);)
    [next] = [have.state('identity', way[way.push(next) - 1] ?? '')?.into];
  return way;
}

/**
 * Says that two ids are the same subject; both histories are read together from then on. Refuses a circle. A named
 * person's act with a reason, undone by {@link partSubject}.
 */
export const joinSubjects: CommandSpec<JoinSubjects> = {
  needs: (c, have): readonly StreamRef[] => [
    ref('identity', c.subjectId),
    ...wayOf(have, c.into).map((id) => ref('identity', id)),
  ],
  locks: () => [IDENTITIES],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'register.correct', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'register.correct' } });
    if (have.state('identity', c.subjectId)?.into === c.into) return refuse('ALREADY_DONE');
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    if (wayOf(have, c.into).includes(c.subjectId))
      return refuse('INVALID_INPUT', { field: 'into', params: { id: c.into } });
    const reason = seal(`subject/${c.subjectId}`, c.reason);
    return accept(grant, [
      { stream: ref('identity', c.subjectId), type: IDENTITY_FACTS.joined, payload: { into: c.into, reason } },
    ]);
  },
};

/** Takes a joining back: the id stands for itself again. */
export const partSubject: CommandSpec<PartSubject> = {
  needs: (c) => [ref('identity', c.subjectId)],
  locks: () => [IDENTITIES],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'register.correct', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'register.correct' } });
    const into = have.state('identity', c.subjectId)?.into;
    if (into === undefined) return refuse('ALREADY_DONE');
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const reason = seal(`subject/${c.subjectId}`, c.reason);
    return accept(grant, [
      { stream: ref('identity', c.subjectId), type: IDENTITY_FACTS.parted, payload: { from: into, reason } },
    ]);
  },
};
