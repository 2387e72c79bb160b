import type { Fact } from '../core/stream.js';
import type { Pledge, RegistrationState } from '../registration/registration.stream.js';
import { withTask, withoutTask, type OpenTask } from '../task/open-task.js';
import type { Passing } from './passing.js';

/**
 * A registration bears the name of its unit in its id: the successor's is another one, into which the pledges of its
 * predecessors come. The old one stays as it was, closed.
 */

export const TAKEN_OVER = 'registrationTakenOver';

/** Payload of the fact at the successor: the registration as it stood, without its open task. */
export interface TakenOver extends Passing {
  readonly taken: Omit<RegistrationState, 'open'>;
  /** Confirmation that is still to come, as a task of the successor's registration. */
  readonly task?: OpenTask | undefined;
}

/** The registration whose pledges went to the successor; nothing of it is open any more. */
export const registrationAfter = (state: RegistrationState): RegistrationState =>
  state.status === 'passed-on' ? state : { ...state, status: 'passed-on', open: {} };

/** Whether all that stands together in one registration is confirmed. */
const statusOf = (own: RegistrationState, taken: TakenOver): RegistrationState['status'] =>
  taken.task?.step === 'registration' ? 'submitted' : own.status;

const isTaken = (own: Pledge, pledge: Pledge, from: string): boolean =>
  own.key === pledge.key && (own.from ?? '') === (pledge.from ?? from);

/** What the successor's registration is after it took over another: its own pledges and those that came. */
export function takeOver(own: RegistrationState | undefined, fact: Fact): RegistrationState {
  const p = fact.payload as unknown as TakenOver;
  const pledges = p.taken.pledges.map((pledge): Pledge => ({ ...pledge, from: pledge.from ?? p.from }));
  if (own === undefined)
    return {
      ...p.taken,
      unitId: p.to,
      pledges,
      visit: p.task?.visit ?? p.taken.visit,
      open: p.task === undefined ? {} : withTask({}, p.task),
    };
  const fresh = pledges.filter((pledge) => !own.pledges.some((held) => isTaken(held, pledge, p.from)));
  return {
    ...own,
    pledges: [...own.pledges, ...fresh],
    // What both had confirmed stays confirmed; what is compared with it is told anew by the successor.
    ...(own.inForce === undefined || p.taken.inForce === undefined
      ? {}
      : { inForce: { ...own.inForce, pledges: [...own.inForce.pledges, ...fresh] }, results: undefined }),
    status: statusOf(own, p),
    ...(p.task === undefined ? {} : { visit: p.task.visit, open: withTask(withoutTask(own.open, own.visit), p.task) }),
  };
}
