import type { Holding, Role } from '../access/actor.js';
import type { Sealed } from '../core/sealed.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';

/** A role at a unit for a time; both days count, an open end has no `to`. */
export interface Position {
  readonly key: string;
  readonly unitId: string;
  readonly role: Role;
  readonly title: string;
  readonly from: string;
  readonly to?: string | undefined;
  /** The person who delegated it. */
  readonly onBehalfOf?: string | undefined;
}

export interface PersonState {
  readonly username: string;
  readonly name: Sealed;
  readonly email: Sealed;
  readonly invented: boolean;
  readonly positions: readonly Position[];
}

export const PERSON_FACTS = {
  registered: 'personRegistered',
  appointed: 'personAppointed',
  ended: 'appointmentEnded',
  delegated: 'roleDelegated',
} as const;

function evolve(state: PersonState | undefined, fact: Fact): PersonState {
  if (state === undefined) return { ...(fact.payload as unknown as Omit<PersonState, 'positions'>), positions: [] };
  switch (fact.type) {
    case PERSON_FACTS.appointed:
    case PERSON_FACTS.delegated: {
      const position = fact.payload as unknown as Position;
      return { ...state, positions: [...state.positions.filter((p) => p.key !== position.key), position] };
    }
    case PERSON_FACTS.ended: {
      const { key, to } = fact.payload as unknown as { key: string; to: string };
      return { ...state, positions: state.positions.map((p) => (p.key === key ? { ...p, to } : p)) };
    }
    default:
      return state;
  }
}

function rows({ id, version, after }: Change<'person'>): readonly RowChange[] {
  return [
    { table: 'read_person', op: 'put', row: { id, version, state: after, username: after.username } },
    ...after.positions.map((p): RowChange => ({
      table: 'read_position',
      op: 'put',
      row: {
        person_id: id,
        key: p.key,
        queue: `${p.unitId}/${p.role}`,
        unit_id: p.unitId,
        role: p.role,
        valid_from: p.from,
        valid_to: p.to ?? null,
        on_behalf_of: p.onBehalfOf ?? null,
      },
    })),
  ];
}

export const personStream: StreamDefinition<'person'> = { kind: 'person', evolve, rows, cached: true };

/** What a person may be on a day: own positions and those delegated to them. */
export const holdingsOn = (person: PersonState, day: string): readonly Holding[] =>
  person.positions
    .filter((p) => p.from <= day && (p.to === undefined || day <= p.to))
    .map((p) => ({
      unitId: p.unitId,
      role: p.role,
      ...(p.onBehalfOf === undefined ? {} : { onBehalfOf: p.onBehalfOf }),
    }));
