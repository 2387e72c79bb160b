import type { CampaignState } from '../campaign/campaign.stream.js';

/**
 * When nothing of a campaign is left at a unit that ended, a fact says so: people see that the handing over is done, and the
 * engine need not go through every dossier at each look. What turns up there later is seen by its open task.
 */

export const PASSING_CONCLUDED = 'workPassingConcluded';

export interface PassedOn {
  readonly to: string;
  readonly on: string;
  /** Nothing was left at the unit any more. */
  readonly done?: boolean | undefined;
}

export function passingConcluded(state: CampaignState, from: string): CampaignState {
  const passed = state.passedOn?.[from];
  return passed === undefined
    ? state
    : { ...state, passedOn: { ...state.passedOn, [from]: { ...passed, done: true } } };
}
