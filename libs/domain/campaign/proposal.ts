import type { Sealed } from '../core/sealed.js';
import type { Fact } from '../core/stream.js';
import { withTask, withoutTask, type OpenTask, type TaskOwner } from '../task/open-task.js';

export const PROPOSAL_FACTS = { proposed: 'campaignProposed', declined: 'proposalDeclined' } as const;

/** A campaign that a unit proposed to the one who may launch it. */
export interface Proposal {
  readonly unitId: string;
  readonly by: string;
  readonly at: number;
  readonly note: Sealed;
  readonly visit: number;
  readonly status: 'waiting' | 'declined' | 'launched';
  readonly reason?: Sealed | undefined;
}

type Proposable = Pick<TaskOwner, 'open'> & { readonly visit: number; readonly proposal?: Proposal | undefined };

/** A draft that waits for the word of its decider. */
export function proposed<S extends Proposable>(state: S, fact: Fact): S {
  const { unitId, note, task } = fact.payload as unknown as { unitId: string; note: Sealed; task: OpenTask };
  const proposal: Proposal = { unitId, note, by: fact.actor, at: fact.at, visit: task.visit, status: 'waiting' };
  return { ...state, proposal, visit: task.visit, open: withTask(state.open, task) };
}

export function proposalDeclined<S extends Proposable>(state: S, fact: Fact): S {
  if (state.proposal === undefined) return state;
  const { visit, reason } = fact.payload as unknown as { visit: number; reason: Sealed };
  return {
    ...state,
    proposal: { ...state.proposal, status: 'declined', reason },
    open: withoutTask(state.open, visit),
  };
}

/** The launch is the answer to the proposal it was made of. */
export function proposalLaunched<S extends Proposable>(state: S): S {
  if (state.proposal === undefined) return state;
  const { visit } = state.proposal;
  return { ...state, proposal: { ...state.proposal, status: 'launched' }, open: withoutTask(state.open, visit) };
}
