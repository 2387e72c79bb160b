import type { Holding, Role } from '../access/actor.js';
import type { Sealed } from '../core/sealed.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import { dayBefore } from './unit.stream.js';

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
  /** Units whose work came with it: what is still open there, and what was decided there, stays in these hands. */
  readonly formerUnits?: readonly string[] | undefined;
}

export interface PersonState {
  readonly username: string;
  readonly name: Sealed;
  readonly email: Sealed;
  readonly invented: boolean;
  readonly positions: readonly Position[];
  /** Set while an administrator has the person's account closed. */
  readonly accountClosed?: true | undefined;
}

/** Under which subject what is told of a person is sealed. */
export const sealOfPerson = (personId: string): string => `person/${personId}`;

export const PERSON_FACTS = {
  registered: 'personRegistered',
  appointed: 'personAppointed',
  ended: 'appointmentEnded',
  delegated: 'roleDelegated',
  passedOn: 'positionPassedOn',
  passedBack: 'positionPassedBack',
  accountAdministered: 'accountAdministered',
} as const;

/** A position that goes on at the unit which took over from `on`; passed back, it never went there. */
export interface PositionPassedOn {
  readonly key: string;
  readonly to: string;
  readonly on: string;
}

/** First day of a position at the unit that took over from `on`. */
export const startAfter = ({ from }: Position, on: string): string => (from > on ? from : on);

/** What a position is called once it has gone on at `to`. */
export const keyAfter = (old: Position, to: string, on: string): string =>
  `${to}/${old.role}/${startAfter(old, on)}${old.onBehalfOf === undefined ? '' : `/${old.onBehalfOf}`}`;

/** The same role and title at the successor; the old position ends the day before, and is not forgotten. */
function passOn(positions: readonly Position[], { key, to, on }: PositionPassedOn): readonly Position[] {
  const old = positions.find((p) => p.key === key);
  if (old === undefined || old.unitId === to) return positions;
  const from = startAfter(old, on);
  const fresh: Position = {
    ...old,
    key: keyAfter(old, to, on),
    unitId: to,
    from,
    formerUnits: [...(old.formerUnits ?? []), old.unitId],
  };
  const same = positions.find((p) => p.key === fresh.key);
  const former = [...new Set([...(same?.formerUnits ?? []), ...(fresh.formerUnits ?? [])])];
  const ended = positions
    .filter((p) => p.key !== fresh.key)
    .map((p) => (p.key === key ? { ...p, to: dayBefore(from) } : p));
  return [...ended, { ...fresh, ...(same ?? {}), formerUnits: former }];
}

/** The position at the successor goes; the old one lasts as long as that one would have. */
function passBack(positions: readonly Position[], { key, to, on }: PositionPassedOn): readonly Position[] {
  const old = positions.find((p) => p.key === key);
  const fresh = old === undefined ? undefined : positions.find((p) => p.key === keyAfter(old, to, on));
  if (old === undefined || fresh === undefined) return positions;
  const { to: _ended, ...lasting } = old;
  const restored: Position = fresh.to === undefined ? lasting : { ...lasting, to: fresh.to };
  return positions.filter((p) => p !== fresh).map((p) => (p === old ? restored : p));
}

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
    case PERSON_FACTS.passedOn:
      return { ...state, positions: passOn(state.positions, fact.payload as unknown as PositionPassedOn) };
    case PERSON_FACTS.passedBack:
      return { ...state, positions: passBack(state.positions, fact.payload as unknown as PositionPassedOn) };
    case PERSON_FACTS.accountAdministered: {
      const { accountClosed: _before, ...others } = state;
      const isClosed = isClosedAfter(fact.payload['deed'], state.accountClosed === true);
      return isClosed ? { ...others, accountClosed: true } : others;
    }
    default:
      return state;
  }
}

const isClosedAfter = (deed: unknown, before: boolean): boolean =>
  deed === 'account-closed' || (before && deed !== 'account-reopened');

/** One row for each queue a position serves: its own, and those of units whose work came with it. */
const served = (p: Position): readonly { readonly key: string; readonly unitId: string }[] => [
  { key: p.key, unitId: p.unitId },
  ...(p.formerUnits ?? []).map((unitId) => ({ key: `${p.key}@${unitId}`, unitId })),
];

/** Rows of a position that was passed back: the only way one goes. */
function goneRows({ id, before, after, fact }: Change<'person'>): readonly RowChange[] {
  if (fact.type !== PERSON_FACTS.passedBack || before === undefined) return [];
  const left = new Set(after.positions.flatMap(served).map(({ key }) => key));
  return before.positions
    .flatMap(served)
    .filter(({ key }) => !left.has(key))
    .map(({ key }): RowChange => ({ table: 'read_position', op: 'drop', key: { person_id: id, key } }));
}

function rows(change: Change<'person'>): readonly RowChange[] {
  const { id, version, after } = change;
  return [
    { table: 'read_person', op: 'put', row: { id, version, state: after, username: after.username } },
    ...goneRows(change),
    ...after.positions.flatMap((p) =>
      served(p).map(({ key, unitId }): RowChange => ({
        table: 'read_position',
        op: 'put',
        row: {
          person_id: id,
          key,
          queue: `${unitId}/${p.role}`,
          unit_id: unitId,
          role: p.role,
          valid_from: p.from,
          valid_to: p.to ?? null,
          on_behalf_of: p.onBehalfOf ?? null,
        },
      })),
    ),
  ];
}

export const personStream: StreamDefinition<'person'> = { kind: 'person', evolve, rows, cached: true };

/** What a person may be on a day: own positions, those delegated to them, and at each unit whose work came with one. */
export const holdingsOn = (person: PersonState, day: string): readonly Holding[] =>
  person.positions
    .filter((p) => p.from <= day && (p.to === undefined || day <= p.to))
    .flatMap((p) =>
      served(p).map(({ unitId }) => ({
        unitId,
        role: p.role,
        ...(p.onBehalfOf === undefined ? {} : { onBehalfOf: p.onBehalfOf }),
      })),
    );
