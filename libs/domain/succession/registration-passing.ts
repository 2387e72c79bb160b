import type { Fact } from '../core/stream.js';
import type { Pledge, RegistrationState } from '../registration/registration.stream.js';
import { withTask, withoutTask, type OpenTask } from '../task/open-task.js';
import { tasksAfter, type Passing } from './passing.js';

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

/**
 * The registration whose pledges went to the successor: nothing of it is open any more. That of another unit, which only
 * waits for the one that ended to confirm it, waits for the successor.
 */
export function registrationAfter(state: RegistrationState, passing: Passing): RegistrationState {
  if (state.unitId !== passing.from) return tasksAfter(state, passing);
  return state.status === 'passed-on' ? state : { ...state, status: 'passed-on', open: {} };
}

/** A pledge that waits for confirmation makes all that stands together wait for it. */
const statusOf = (own: RegistrationState, { task }: TakenOver): RegistrationState['status'] =>
  task?.kind === 'confirm-registration' ? 'submitted' : own.status;

const isTaken = (own: Pledge, pledge: Pledge, from: string): boolean =>
  own.key === pledge.key && (own.from ?? '') === (pledge.from ?? from);

const marked = (pledges: readonly Pledge[], from: string): readonly Pledge[] =>
  pledges.map((pledge) => ({ ...pledge, from: pledge.from ?? from }));

const together = (own: readonly Pledge[], came: readonly Pledge[], from: string): readonly Pledge[] => [
  ...own,
  ...came.filter((pledge) => !own.some((held) => isTaken(held, pledge, from))),
];

/** What was confirmed at both counts as confirmed, with the number and the day of the successor's own. */
function inForceOf(own: RegistrationState, { taken, from }: TakenOver): RegistrationState['inForce'] {
  if (own.inForce === undefined || taken.inForce === undefined) return own.inForce ?? taken.inForce;
  return { ...own.inForce, pledges: together(own.inForce.pledges, marked(taken.inForce.pledges, from), from) };
}

/** What was reached at both, assessed once both are. */
function resultsOf(own: RegistrationState, { taken }: TakenOver): RegistrationState['results'] {
  if (own.results === undefined || taken.results === undefined) return own.results ?? taken.results;
  const isAssessed = own.results.status === 'assessed' && taken.results.status === 'assessed';
  return {
    ...own.results,
    status: isAssessed ? 'assessed' : 'reported',
    items: [...own.results.items, ...taken.results.items],
    verdicts: { ...taken.results.verdicts, ...own.results.verdicts },
  };
}

/** What the successor's registration is after it took over another: its own pledges and those that came. */
export function takeOver(own: RegistrationState | undefined, fact: Fact): RegistrationState {
  const p = fact.payload as unknown as TakenOver;
  const { taken, task, from } = p;
  const pledges = marked(taken.pledges, from);
  if (own === undefined)
    return {
      ...taken,
      unitId: p.to,
      pledges,
      visit: task?.visit ?? taken.visit,
      open: task === undefined ? {} : withTask({}, task),
    };
  const inForce = inForceOf(own, p);
  const results = resultsOf(own, p);
  return {
    ...own,
    pledges: together(own.pledges, pledges, from),
    status: statusOf(own, p),
    ...(inForce === undefined ? {} : { inForce }),
    ...(results === undefined ? {} : { results }),
    ...(task === undefined ? {} : { visit: task.visit, open: withTask(withoutTask(own.open, own.visit), task) }),
  };
}
