import { permit } from '../access/permissions.js';
import { accept, refuse, type Ask, type CommandSpec, type Have } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent } from '../core/stream.js';
import { positionsAt, successionOf } from './organisation.commands.js';
import { keyAfter, PERSON_FACTS, startAfter, type Position } from './person.stream.js';
import { dayBefore, UNIT_FACTS, type Succession } from './unit.stream.js';

export interface TakeBackSuccession {
  readonly unitId: string;
  readonly reason: string;
}

/** Somebody with positions at the unit or at its successor. */
interface Holder {
  readonly person: string;
  readonly positions: readonly Position[];
}

const successorsOf = ({ to, others }: Succession): readonly string[] => [to, ...others];

const asksHolders = (unitId: string, { to }: Succession): Ask => ({ ask: 'holdersOf', unitIds: [unitId, to] });

/** Successors that stood outside the tree until they took over: what they owe now, they owe by it. */
const asksWork = (have: Have, unitId: string, succession: Succession): Ask => ({
  ask: 'workBuiltOn',
  unitId,
  successors: successorsOf(succession).filter((id) =>
    have.state('unit', id)?.tookOver?.some(({ from, external }) => from === unitId && external === true),
  ),
});

/**
 * Takes a succession back that was recorded by mistake: the unit goes on, the successor has taken over nothing, positions
 * are again where they were. The day it was to end anyhow is given back where it was known when it was carried out; facts
 * stay in the history, with the reason. Refuses while something stands on it, and names that: work of a campaign that has
 * passed on, duties of a successor that came into the tree by it, a later end of the successor, a position there that
 * has been changed or delegated since. Issued by a named administrator.
 */
export const takeBackSuccession: CommandSpec<TakeBackSuccession> = {
  needs(c, have) {
    const succession = have.state('unit', c.unitId)?.succession;
    const heirs = succession === undefined ? [] : successorsOf(succession);
    return [c.unitId, ...heirs].map((id) => ref('unit', id));
  },
  locks: (c) => [positionsAt(c.unitId), successionOf(c.unitId)],
  asks(c, have) {
    const succession = have.state('unit', c.unitId)?.succession;
    return succession === undefined ? [] : [asksHolders(c.unitId, succession), asksWork(have, c.unitId, succession)];
  },
  decide(c, have, { actor }) {
    const grant = permit(actor, 'organisation.take-back', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'organisation.take-back' } });
    const unit = have.state('unit', c.unitId);
    if (unit === undefined) return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: c.unitId } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const { succession } = unit;
    if (succession === undefined)
      return refuse('NOT_ALLOWED_IN_STATE', { field: 'unitId', params: { status: 'no succession', id: c.unitId } });
    const returning = have.answer(asksHolders(c.unitId, succession)).map(holderIn);
    const standing = [
      ...have.answer(asksWork(have, c.unitId, succession)).map(({ kind, id }) => `${String(kind)} ${String(id)}`),
      ...endedSince(have, c.unitId, succession),
      ...changedSince(returning, c.unitId, succession),
    ];
    if (standing.length > 0)
      return refuse('SUCCESSION_BUILT_ON', { field: 'unitId', params: { id: c.unitId, things: standing.join(', ') } });
    const { reason: _why, ...was } = succession;
    const takenBack: NewEvent = {
      stream: ref('unit', c.unitId),
      type: UNIT_FACTS.takenBack,
      payload: { ...was, reason: seal(`unit/${c.unitId}`, c.reason) },
    };
    const gaveBack = successorsOf(succession).map((id): NewEvent => {
      const taken = have.state('unit', id)?.tookOver?.find(({ from }) => from === c.unitId);
      return { stream: ref('unit', id), type: UNIT_FACTS.gaveBack, payload: { ...taken } };
    });
    const passedBack = returning.flatMap(({ person, positions }) =>
      gone(positions, c.unitId, succession).map(({ old }): NewEvent => ({
        stream: ref('person', person),
        type: PERSON_FACTS.passedBack,
        payload: { key: old.key, to: succession.to, on: succession.on },
      })),
    );
    return accept(grant, [takenBack, ...gaveBack, ...passedBack]);
  },
};

const holderIn = (row: Readonly<Record<string, unknown>>): Holder => ({
  person: String(row['person_id']),
  positions: row['positions'] as readonly Position[],
});

/** Positions that went on at the successor, each with what it is there. */
const gone = (
  positions: readonly Position[],
  unitId: string,
  { to, on }: Succession,
): readonly { readonly old: Position; readonly fresh: Position }[] =>
  positions
    .filter((p) => p.unitId === unitId && p.to === dayBefore(startAfter(p, on)))
    .flatMap((old) => positions.filter(({ key }) => key === keyAfter(old, to, on)).map((fresh) => ({ old, fresh })));

/** Successors that have ended themselves, or changed hands by a later document. */
const endedSince = (have: Have, unitId: string, succession: Succession): readonly string[] =>
  successorsOf(succession).flatMap((id) => {
    const heir = have.state('unit', id);
    const isAsLeft = heir?.succession === undefined && heir?.tookOver?.some(({ from }) => from === unitId) === true;
    return isAsLeft ? [] : [`unit ${id}`];
  });

/** People whose position at the successor is not what came from the unit alone, or who have given it to somebody. */
function changedSince(holders: readonly Holder[], unitId: string, succession: Succession): readonly string[] {
  const returning = holders.map(({ person, positions }) => ({
    person,
    positions,
    moves: gone(positions, unitId, succession),
  }));
  const changed = returning.filter(({ positions, moves }) => {
    const fresh = new Set(moves.map((move) => move.fresh.key));
    const isPlain = moves.every((move) => sameJson(move.fresh.formerUnits, [...(move.old.formerUnits ?? []), unitId]));
    const others = positions.filter((p) => p.formerUnits?.includes(unitId) === true && !fresh.has(p.key));
    return !isPlain || fresh.size !== moves.length || others.length > 0;
  });
  const delegated = returning.filter(({ positions }) =>
    positions.some(
      (p) =>
        p.unitId === succession.to &&
        p.formerUnits === undefined &&
        (p.to === undefined || p.to >= succession.on) &&
        returning.some(
          (giver) => giver.person === p.onBehalfOf && giver.moves.some((move) => move.fresh.role === p.role),
        ),
    ),
  );
  return [...new Set([...changed, ...delegated].map(({ person }) => `person ${person}`))];
}
