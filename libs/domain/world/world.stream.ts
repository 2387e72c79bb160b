import { permit } from '../access/permissions.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { ref, type Change, type Fact, type RowChange, type StreamDefinition } from '../core/stream.js';
import { alarmRaised, alarmRows, alarmSettled, type Alarm, type AlarmRaised } from './alarm.js';
import type { LogKey } from './log-key.js';

/** A world has one clock. The official one runs on real time; a rehearsal's is a frozen instant that only moves on. */
export interface WorldState {
  readonly kind: 'official' | 'rehearsal';
  /** Epoch ms of the frozen clock; null where the clock is real time. */
  readonly clock: number | null;
  /** The keys its log has been signed with, oldest first. */
  readonly logKeys?: readonly LogKey[];
  /** The newest alarm of the watch. */
  readonly alarm?: Alarm;
  /** Whose texts nobody can read any more. */
  readonly erased?: readonly string[];
}
export const WORLD_ID = 'this';
export const WORLD_FACTS = {
  opened: 'worldOpened',
  clockMoved: 'clockMoved',
  logKeyAdopted: 'logKeyAdopted',
  alarmRaised: 'alarmRaised',
  alarmSettled: 'alarmSettled',
  subjectErased: 'subjectErased',
} as const;

export interface OpenWorld {
  readonly kind: WorldState['kind'];
  readonly clock: number | null;
}
export interface MoveClock {
  readonly to: number;
}

function evolve(state: WorldState | undefined, fact: Fact): WorldState {
  if (state === undefined) return fact.payload as unknown as WorldState;
  switch (fact.type) {
    case WORLD_FACTS.clockMoved:
      return { ...state, clock: Number(fact.payload['to']) };
    case WORLD_FACTS.logKeyAdopted:
      return { ...state, logKeys: [...(state.logKeys ?? []), fact.payload as unknown as LogKey] };
    case WORLD_FACTS.alarmRaised:
      return { ...state, alarm: alarmRaised(state.alarm, fact.payload as unknown as AlarmRaised) };
    case WORLD_FACTS.alarmSettled:
      return state.alarm === undefined ? state : { ...state, alarm: alarmSettled(state.alarm) };
    case WORLD_FACTS.subjectErased:
      return { ...state, erased: [...(state.erased ?? []), String(fact.payload['subject'])] };
    default:
      return state;
  }
}

const rows = (change: Change<'world'>): readonly RowChange[] => [
  { table: 'read_world', op: 'put', row: { id: change.id, version: change.version, state: change.after } },
  ...alarmRows(change),
];

export const worldStream: StreamDefinition<'world'> = { kind: 'world', evolve, rows, cached: false };

export const openWorld: CommandSpec<OpenWorld> = {
  needs: () => [ref('world', WORLD_ID)],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'world.rehearse', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'world.rehearse' } });
    if (have.state('world', WORLD_ID) !== undefined) return refuse('ALREADY_DONE');
    return accept(grant, [
      { stream: ref('world', WORLD_ID), type: WORLD_FACTS.opened, payload: { kind: c.kind, clock: c.clock } },
    ]);
  },
};

export const moveClock: CommandSpec<MoveClock> = {
  needs: () => [ref('world', WORLD_ID)],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'world.rehearse', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'world.rehearse' } });
    const world = have.state('world', WORLD_ID);
    if (world === undefined) return refuse('NOT_FOUND', { field: 'world' });
    if (world.clock === null) return refuse('WRONG_WORLD');
    if (c.to < world.clock) return refuse('WORLD_CLOCK_BACKWARDS', { field: 'to' });
    if (c.to === world.clock) return refuse('ALREADY_DONE');
    return accept(grant, [{ stream: ref('world', WORLD_ID), type: WORLD_FACTS.clockMoved, payload: { to: c.to } }]);
  },
};
