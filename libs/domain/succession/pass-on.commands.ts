import { permit } from '../access/permissions.js';
import { isLocalDate, startOfDay } from '../calendar/local-date.js';
import type { UnitType } from '../campaign-plan/vocabulary.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { tell } from '../core/notices.js';
import { ref, type NewEvent, type StreamKind, type StreamRef } from '../core/stream.js';
import { askHolders, everyoneAt, queuesOfUnit } from '../obligation/owed.js';
import { successionOf } from '../organisation/organisation.commands.js';
import type { UnitState } from '../organisation/unit.stream.js';
import { registrationId, type RegistrationState } from '../registration/registration.stream.js';
import { TASK_OWNERS, type TaskOwnerKind } from '../task/task.commands.js';
import {
  campaignAfter,
  nominationAfter,
  obligationAfter,
  PASSED_ON,
  queueAfter,
  reportAfter,
  tasksAfter,
  type Passing,
} from './passing.js';
import { PASSING_CONCLUDED } from './concluded.js';
import { askRebasing } from './rebase.js';
import { TAKEN_OVER, type TakenOver } from './registration-passing.js';

/** What a succession that was carried out moves, one stream at a time: issued by the engine, page by page. */

export interface PassOnCampaign {
  readonly campaignId: string;
  /** The unit that ended. */
  readonly unitId: string;
}
export interface PassOnWork {
  readonly owner: StreamRef;
  readonly unitId: string;
}

/** The passing a succession leads to, once its day has come; or why not yet. */
function passingOf(unitId: string, unit: UnitState | undefined, now: number): Passing | Decision {
  if (unit === undefined) return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: unitId } });
  if (unit.succession === undefined)
    return refuse('NOT_ALLOWED_IN_STATE', { field: 'unitId', params: { status: 'no succession', id: unitId } });
  const { to, on, kind, document } = unit.succession;
  if (isLocalDate(on) && now < startOfDay(on)) return refuse('NOT_DUE_YET', { params: { date: on } });
  return { from: unitId, to, on, kind, document };
}
const isPassing = (found: Passing | Decision): found is Passing => 'from' in found;

const passedOn = (stream: StreamRef, passing: Passing): NewEvent => ({
  stream,
  type: PASSED_ON,
  payload: { ...passing },
});

/** Whether any unit of the level is left on that day. */
const askLevel = (type: UnitType, on: string) => ({ ask: 'unitsOfTypes', types: [type], on }) as const;

/**
 * The parts of a campaign that the unit played go to its successor; officers and heads there are told. Targets
 * of the unit, and of a level that went with it, wait for a person.
 */
export const passOnCampaign: CommandSpec<PassOnCampaign> = {
  needs: (c) => [ref('campaign', c.campaignId), ref('unit', c.unitId)],
  locks: (c) => [successionOf(c.unitId)],
  asks(c, have) {
    const to = have.state('unit', c.unitId)?.succession?.to;
    const unit = have.state('unit', c.unitId);
    return to === undefined || unit?.succession === undefined
      ? []
      : [...askHolders(queuesOfUnit(to)), askLevel(unit.type, unit.succession.on)];
  },
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'work.pass-on', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'work.pass-on' } });
    const state = have.state('campaign', c.campaignId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    const passing = passingOf(c.unitId, have.state('unit', c.unitId), now);
    if (!isPassing(passing)) return passing;
    if (sameJson(campaignAfter(state, passing), state)) return refuse('ALREADY_DONE');
    const notices = tell(everyoneAt(have, queuesOfUnit(passing.to)), {
      subject: ref('campaign', c.campaignId),
      step: `passed-on/${passing.from}/${passing.on}`,
      template: 'work-passed-on',
      params: { campaignId: c.campaignId, from: passing.from, to: passing.to, on: passing.on },
    });
    const type = have.state('unit', c.unitId)?.type;
    const isRunning = state.status === 'running' && state.passedOn?.[c.unitId] === undefined;
    const asked =
      type === undefined || !isRunning
        ? []
        : askRebasing(
            state,
            { passing, type, isLevelGone: have.answer(askLevel(type, passing.on)).length === 0 },
            now,
            calendar,
          );
    return accept(grant, [passedOn(ref('campaign', c.campaignId), passing), ...asked], { notices });
  },
};

/** Says that nothing of the campaign is left at the ended unit. The engine has looked; people are not asked. */
export const concludePassing: CommandSpec<PassOnCampaign> = {
  needs: (c) => [ref('campaign', c.campaignId), ref('unit', c.unitId)],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'work.pass-on', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'work.pass-on' } });
    const state = have.state('campaign', c.campaignId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    const passed = state.passedOn?.[c.unitId];
    if (passed === undefined)
      return refuse('NOT_ALLOWED_IN_STATE', { field: 'unitId', params: { status: state.status, id: c.unitId } });
    if (passed.done === true) return refuse('ALREADY_DONE');
    const payload = { from: c.unitId, to: passed.to, on: passed.on };
    return accept(grant, [{ stream: ref('campaign', c.campaignId), type: PASSING_CONCLUDED, payload }]);
  },
};

/** Whether streams of this kind open tasks that can pass on. */
export const isPassable = (kind: string): kind is TaskOwnerKind => (TASK_OWNERS as readonly string[]).includes(kind);

/** The state as it is and as it would be; undefined where there is none. Kinds with nothing but tasks to pass on need no word here. */
export function ownerAfter(
  have: Have,
  { kind, id }: StreamRef<TaskOwnerKind>,
  passing: Passing,
): readonly [unknown, unknown] {
  const both = <S>(state: S | undefined, pass: (state: S, passing: Passing) => S): readonly [unknown, unknown] =>
    state === undefined ? [undefined, undefined] : [state, pass(state, passing)];
  switch (kind) {
    case 'obligation':
      return both(have.state(kind, id), obligationAfter);
    case 'report':
      return both(have.state(kind, id), reportAfter);
    case 'nomination':
      return both(have.state(kind, id), nominationAfter);
    case 'campaign':
      return both(have.state(kind, id), campaignAfter);
    default:
      return both(have.state(kind, id), tasksAfter);
  }
}

/**
 * Passes what is open of one stream to the successor: tasks, what is still owed, reports that may come back, dossiers on
 * their way, pledges. What is finished keeps the unit of its day.
 */
export const passOnWork: CommandSpec<PassOnWork> = {
  needs(c, have) {
    const own = [c.owner, ref('unit', c.unitId)];
    const to = have.state('unit', c.unitId)?.succession?.to;
    const registration = c.owner.kind === 'registration' ? have.state('registration', c.owner.id) : undefined;
    return to === undefined || registration === undefined
      ? own
      : [...own, ref('registration', registrationId(registration.campaignId, to))];
  },
  locks: (c) => [successionOf(c.unitId)],
  decide(c, have, { actor, now }) {
    const grant = permit(actor, 'work.pass-on', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'work.pass-on' } });
    const { kind, id } = c.owner;
    if (!isPassable(kind)) return refuse('INVALID_INPUT', { field: 'owner.kind', params: { id } });
    const passing = passingOf(c.unitId, have.state('unit', c.unitId), now);
    if (!isPassing(passing)) return passing;
    const registration = kind === 'registration' ? have.state('registration', id) : undefined;
    if (registration?.unitId === passing.from) {
      return registration.status === 'passed-on'
        ? refuse('ALREADY_DONE', { params: { status: registration.status } })
        : accept(grant, registrationEvents(id, registration, have, passing));
    }
    const [before, then] = ownerAfter(have, ref(kind, id), passing);
    if (before === undefined) return refuse('NOT_FOUND', { field: 'owner.id', params: { id } });
    return sameJson(before, then) ? refuse('ALREADY_DONE') : accept(grant, [passedOn(c.owner, passing)]);
  },
};

/** Both registrations change in one decision: the pledges are with exactly one of them. */
function registrationEvents(id: string, state: RegistrationState, have: Have, passing: Passing): readonly NewEvent[] {
  const target = registrationId(state.campaignId, passing.to);
  const own = have.state('registration', target);
  const { open, ...taken } = state;
  const waiting = open[String(state.visit)];
  const task =
    waiting === undefined
      ? {}
      : {
          task: {
            ...waiting,
            visit: own === undefined ? state.visit : own.visit + 1,
            queue: queueAfter(waiting.queue, passing),
            unitId: passing.to,
          },
        };
  const payload: TakenOver = { ...passing, taken, ...task };
  return [
    passedOn(ref('registration', id), passing),
    { stream: ref('registration', target), type: TAKEN_OVER, payload: { ...payload } },
  ];
}

/** Kinds of streams whose open work passes on. */
export const PASSED_KINDS: readonly StreamKind[] = TASK_OWNERS;
