import { permit } from '../access/permissions.js';
import { isLocalDate } from '../calendar/local-date.js';
import type { SuccessionKind } from '../campaign-plan/vocabulary.js';
import { refuseDocument, type DocumentNumber } from '../core/document-date.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent } from '../core/stream.js';
import { positionsAt } from './organisation.commands.js';
import { PERSON_FACTS } from './person.stream.js';
import { isSucceeded, UNIT_FACTS, type UnitState } from './unit.stream.js';

export interface CarryOutSuccession {
  readonly unitId: string;
  /** Takes over everything that is open. */
  readonly to: string;
  /** Further successors of a unit that is split. */
  readonly others?: readonly string[] | undefined;
  readonly kind: SuccessionKind;
  /** First day of the successor; the unit itself ends the day before. */
  readonly on: string;
  readonly document: DocumentNumber;
  readonly reason?: string | undefined;
}

const asksPositions = (unitId: string) => ({ ask: 'positionsAt', unitId }) as const;

/** Why this unit cannot take over on that day. */
function refuseSuccessor(have: Have, c: CarryOutSuccession, id: string, field: string): Decision | undefined {
  const unit = have.state('unit', id);
  if (unit === undefined) return refuse('UNKNOWN_UNIT', { field, params: { id } });
  if (id === c.unitId || unit.succession?.to === c.unitId) return refuse('INVALID_INPUT', { field, params: { id } });
  if (isSucceeded(unit, c.on))
    return refuse('UNIT_SUCCEEDED', { field, params: { id, to: unit.succession?.to ?? '' } });
  const isThere = unit.validFrom <= c.on && (unit.validTo === undefined || c.on <= unit.validTo);
  return isThere ? undefined : refuse('UNIT_NOT_IN_SCOPE', { field, params: { id, date: c.on } });
}

function refuseEnding(unit: UnitState, c: CarryOutSuccession, now: number): Decision | undefined {
  if (!isLocalDate(c.on)) return refuse('DATE_INVALID', { field: 'on' });
  if (c.on <= unit.validFrom) return refuse('DATE_INVALID', { field: 'on', params: { date: c.on } });
  return refuseDocument(c.document, now, 'document');
}

/**
 * Carries a succession out by the document that orders it: the unit ends the day before `on` (Asia/Ho_Chi_Minh), the
 * successor stands in its place, positions go on there under the same role. Open work follows when the day comes, stream
 * by stream, by the engine. Refuses a unit that has a successor already, a successor that does not exist on that day or
 * has itself been succeeded, and a document without number or of the future. Issued by a named administrator.
 */
export const carryOutSuccession: CommandSpec<CarryOutSuccession> = {
  needs: (c) => [ref('unit', c.unitId), ref('unit', c.to), ...(c.others ?? []).map((id) => ref('unit', id))],
  locks: (c) => [positionsAt(c.unitId)],
  asks: (c) => [asksPositions(c.unitId)],
  decide(c, have, { actor, now }) {
    const grant = permit(actor, 'organisation.succeed', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'organisation.succeed' } });
    const unit = have.state('unit', c.unitId);
    if (unit === undefined) return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: c.unitId } });
    const { unitId: _unit, others = [], reason, ...rest } = c;
    if (unit.succession !== undefined) {
      const { reason: _before, lastDay: _anyway, ...before } = unit.succession;
      return sameJson(before, { ...rest, others })
        ? refuse('ALREADY_DONE')
        : refuse('UNIT_SUCCEEDED', { field: 'unitId', params: { id: c.unitId, to: before.to } });
    }
    const refused =
      refuseEnding(unit, c, now) ??
      refuseSuccessor(have, c, c.to, 'to') ??
      others.map((id, i) => refuseSuccessor(have, c, id, `others.${i}`)).find((no) => no !== undefined);
    if (refused !== undefined) return refused;
    if (others.length > 0 && c.kind !== 'split') return refuse('INVALID_INPUT', { field: 'others' });
    const why = reason === undefined || reason === '' ? {} : { reason: seal(`unit/${c.unitId}`, reason) };
    const succeeded: NewEvent = {
      stream: ref('unit', c.unitId),
      type: UNIT_FACTS.succeeded,
      payload: { ...rest, others, ...why, ...(unit.validTo === undefined ? {} : { lastDay: unit.validTo }) },
    };
    const tookOver = [c.to, ...others].map((id): NewEvent => ({
      stream: ref('unit', id),
      type: UNIT_FACTS.tookOver,
      payload: {
        from: c.unitId,
        kind: c.kind,
        on: c.on,
        document: c.document,
        ...(have.state('unit', id)?.external === true ? { external: true } : {}),
      },
    }));
    return accept(grant, [succeeded, ...tookOver, ...positionsPassedOn(have, c)]);
  },
};

/** Every position at the unit that has not ended by then; whoever holds it goes on at the successor. */
const positionsPassedOn = (have: Have, c: CarryOutSuccession): readonly NewEvent[] =>
  have
    .answer(asksPositions(c.unitId))
    .filter(({ valid_to: last }) => typeof last !== 'string' || last >= c.on)
    .map((row) => ({ person: String(row['person_id']), key: String(row['key']) }))
    .sort((a, b) => (`${a.person} ${a.key}` < `${b.person} ${b.key}` ? -1 : 1))
    .map(({ person, key }) => ({
      stream: ref('person', person),
      type: PERSON_FACTS.passedOn,
      payload: { key, to: c.to, on: c.on },
    }));
