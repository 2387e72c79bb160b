import type { Actor, Role } from '../access/actor.js';
import { permit, type Grant } from '../access/permissions.js';
import { dateOf, isLocalDate } from '../calendar/local-date.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent } from '../core/stream.js';
import { PERSON_FACTS, sealOfPerson, type Position } from './person.stream.js';
import { isSucceeded, UNIT_FACTS, type UnitSpan } from './unit.stream.js';

export type DefineUnit = { readonly unitId: string; readonly reason?: string | undefined } & UnitSpan;
export interface PlanSuccession {
  readonly unitId: string;
  readonly to: string;
  readonly kind: string;
  readonly on: string;
  readonly confidence: string;
}
export interface RegisterPerson {
  readonly personId: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly invented: boolean;
  readonly positions: readonly Omit<Position, 'formerUnits'>[];
}
export interface AppointPerson {
  readonly personId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly title: string;
  readonly from: string;
  readonly to?: string | undefined;
}
export interface EndAppointment {
  readonly personId: string;
  readonly key: string;
  readonly to: string;
}
export interface DelegateRole {
  readonly toPersonId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Held while positions at a unit are given or passed on: none is given that the passing on does not see. */
export const positionsAt = (unitId: string): string => `positions/${unitId}`;
/** Held by whoever passes on what stands on a unit's succession, and by whoever takes that back. */
export const successionOf = (unitId: string): string => `succession/${unitId}`;

/** Defines a unit or changes it from a day on; what it was called before stays in its history. */
export const defineUnit: CommandSpec<DefineUnit> = {
  needs: (c) => [ref('unit', c.unitId)],
  decide({ unitId, reason, ...unit }, have, { actor }) {
    const grant = permit(actor, 'organisation.define', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'organisation.define' } });
    if (!isLocalDate(unit.validFrom)) return refuse('DATE_INVALID', { field: 'validFrom' });
    const before = have.state('unit', unitId);
    if (before?.succession !== undefined)
      return refuse('UNIT_SUCCEEDED', { field: 'unitId', params: { id: unitId, to: before.succession.to } });
    if (before !== undefined) {
      const { successors: _planned, formerNames: _former, tookOver: _took, succession: _none, ...current } = before;
      if (sameJson(current, unit)) return refuse('ALREADY_DONE');
    }
    const type = before === undefined ? UNIT_FACTS.defined : UNIT_FACTS.changed;
    return accept(grant, [
      { stream: ref('unit', unitId), type, payload: { ...unit, ...(reason === undefined ? {} : { reason }) } },
    ]);
  },
};

/** Says what is to become of a unit; nothing moves before somebody carries it out by a document. */
export const planSuccession: CommandSpec<PlanSuccession> = {
  needs: (c) => [ref('unit', c.unitId), ref('unit', c.to)],
  decide({ unitId, ...succession }, have, { actor }) {
    const grant = permit(actor, 'organisation.define', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'organisation.define' } });
    const unit = have.state('unit', unitId);
    if (unit === undefined) return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: unitId } });
    if (have.state('unit', succession.to) === undefined)
      return refuse('UNKNOWN_UNIT', { field: 'to', params: { id: succession.to } });
    if (unit.successors.some((s) => s.to === succession.to && s.on === succession.on)) return refuse('ALREADY_DONE');
    return accept(grant, [{ stream: ref('unit', unitId), type: UNIT_FACTS.planned, payload: succession }]);
  },
};

/** Registers a person with their positions; running it again adds only what is new. */
export const registerPerson: CommandSpec<RegisterPerson> = {
  needs: (c) => [ref('person', c.personId)],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'person.define', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'person.define' } });
    const stream = ref('person', c.personId);
    const before = have.state('person', c.personId);
    const events: NewEvent[] = [];
    if (before === undefined) {
      const key = sealOfPerson(c.personId);
      events.push({
        stream,
        type: PERSON_FACTS.registered,
        payload: { username: c.username, name: seal(key, c.name), email: seal(key, c.email), invented: c.invented },
      });
    }
    for (const position of c.positions) {
      if (!before?.positions.some((p) => p.key === position.key)) {
        events.push({ stream, type: PERSON_FACTS.appointed, payload: { ...position } });
      }
    }
    return events.length === 0 ? refuse('ALREADY_DONE') : accept(grant, events);
  },
};

export const appointPerson: CommandSpec<AppointPerson> = {
  needs: (c) => [ref('person', c.personId), ref('unit', c.unitId)],
  locks: (c) => [positionsAt(c.unitId)],
  decide({ personId, ...position }, have, { actor }) {
    const grant = permit(actor, 'person.define', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'person.define' } });
    const person = have.state('person', personId);
    if (person === undefined) return refuse('NOT_FOUND', { field: 'personId', params: { id: personId } });
    const unit = have.state('unit', position.unitId);
    if (unit === undefined) return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: position.unitId } });
    if (isSucceeded(unit, position.from))
      return refuse('UNIT_SUCCEEDED', {
        field: 'unitId',
        params: { id: position.unitId, to: unit.succession?.to ?? '' },
      });
    if (!isLocalDate(position.from)) return refuse('DATE_INVALID', { field: 'from' });
    if (position.to !== undefined && (!isLocalDate(position.to) || position.to < position.from))
      return refuse('DATE_INVALID', { field: 'to' });
    const key = `${position.unitId}/${position.role}/${position.from}`;
    if (person.positions.some((p) => p.key === key)) return refuse('ALREADY_DONE');
    return accept(grant, [
      { stream: ref('person', personId), type: PERSON_FACTS.appointed, payload: { key, ...position } },
    ]);
  },
};

/** Ends what somebody holds. Whoever delegated a role takes it back by the same act; of other roles that is for administrators. */
export const endAppointment: CommandSpec<EndAppointment> = {
  needs: (c) => [ref('person', c.personId)],
  decide(c, have, { actor }) {
    const position = have.state('person', c.personId)?.positions.find((p) => p.key === c.key);
    const grant = permit(actor, 'person.define', []) ?? ofDelegator(position, actor);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'person.define' } });
    if (position === undefined) return refuse('NOT_FOUND', { field: 'key', params: { id: c.key } });
    if (!isLocalDate(c.to) || c.to < position.from) return refuse('DATE_INVALID', { field: 'to' });
    if (position.to === c.to) return refuse('ALREADY_DONE');
    return accept(grant, [
      { stream: ref('person', c.personId), type: PERSON_FACTS.ended, payload: { key: c.key, to: c.to } },
    ]);
  },
};

/** The right of the one on whose behalf a role is held, while they hold it themselves. */
function ofDelegator(position: Position | undefined, actor: Actor): Grant | undefined {
  if (position === undefined || position.onBehalfOf !== actor.id) return undefined;
  const holding = actor.holdings.find(
    (h) => h.unitId === position.unitId && h.role === position.role && h.onBehalfOf === undefined,
  );
  return holding === undefined ? undefined : { by: 'holding', holding };
}

/** Delegates a role one holds oneself, for a time that has an end. A delegated role is never delegated on. */
export const delegateRole: CommandSpec<DelegateRole> = {
  needs: (c) => [ref('person', c.toPersonId)],
  decide(c, have, { actor, now }) {
    const own = actor.holdings.find((h) => h.unitId === c.unitId && h.role === c.role && h.onBehalfOf === undefined);
    if (own === undefined) return refuse('FORBIDDEN', { params: { permission: 'position.delegate' } });
    if (have.state('person', c.toPersonId) === undefined)
      return refuse('NOT_FOUND', { field: 'toPersonId', params: { id: c.toPersonId } });
    if (!isLocalDate(c.from) || !isLocalDate(c.to) || c.to < c.from) return refuse('DATE_INVALID', { field: 'to' });
    if (c.to < dateOf(now)) return refuse('DEADLINE_IN_PAST', { field: 'to', params: { date: c.to } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const key = `delegated/${actor.id}/${c.unitId}/${c.role}/${c.from}`;
    const payload = {
      key,
      unitId: c.unitId,
      role: c.role,
      title: '',
      from: c.from,
      to: c.to,
      onBehalfOf: actor.id,
      reason: c.reason,
    };
    return accept({ by: 'holding', holding: own }, [
      { stream: ref('person', c.toPersonId), type: PERSON_FACTS.delegated, payload },
    ]);
  },
};
