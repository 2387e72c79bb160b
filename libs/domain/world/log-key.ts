import { permit } from '../access/permissions.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { ref } from '../core/stream.js';
import { WORLD_FACTS, WORLD_ID } from './world.stream.js';

/** A key that signs the checkpoints of a world's log, in the form in which verifier keys are published. */
export interface LogKey {
  readonly key: string;
  /** A note that names the new key and that the one before has signed; absent for the first, and for one that was lost. */
  readonly endorsement?: string | undefined;
}

export type AdoptLogKey = LogKey;

/**
 * From this fact on the log is signed with another key. The first is adopted by whoever keeps the log; every later one is
 * put in place by the operator. A key that was in use before is refused: it was given up for a reason.
 */
export const adoptLogKey: CommandSpec<AdoptLogKey> = {
  needs: () => [ref('world', WORLD_ID)],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'log.key', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'log.key' } });
    const world = have.state('world', WORLD_ID);
    if (world === undefined) return refuse('NOT_FOUND', { field: 'world', params: { id: WORLD_ID } });
    const keys = world.logKeys ?? [];
    if (keys.at(-1)?.key === c.key) return refuse('ALREADY_DONE');
    if (keys.some(({ key }) => key === c.key)) return refuse('ALREADY_EXISTS', { field: 'key', params: { id: c.key } });
    if (keys.length > 0 && actor.kind !== 'operator')
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: 'signed' } });
    const payload = { key: c.key, ...(c.endorsement === undefined ? {} : { endorsement: c.endorsement }) };
    return accept(grant, [{ stream: ref('world', WORLD_ID), type: WORLD_FACTS.logKeyAdopted, payload }]);
  },
};
