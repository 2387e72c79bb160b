import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';

/**
 * Who is who in the register: the same person under two ids (another employer, a file without a code, a merged unit) is
 * joined to one of them by a named person. Entries stay under the id they were recorded with; only the reading follows.
 */
export interface IdentityState {
  /** The id this one is the same as; left out where it stands for itself. */
  readonly into?: string | undefined;
}

export const IDENTITY_FACTS = { joined: 'subjectJoined', parted: 'subjectParted' } as const;

function evolve(_state: IdentityState | undefined, fact: Fact): IdentityState {
  return fact.type === IDENTITY_FACTS.joined ? { into: (fact.payload as unknown as { into: string }).into } : {};
}

function rows({ id, version, after }: Change<'identity'>): readonly RowChange[] {
  return [{ table: 'read_identity', op: 'put', row: { id, version, state: after, into_id: after.into ?? null } }];
}

export const identityStream: StreamDefinition<'identity'> = { kind: 'identity', evolve, rows, cached: false };
