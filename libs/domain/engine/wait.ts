/**
 * What a lifecycle waits for, worked out from committed facts. Pure: the activity that reads writes it down for the sweep
 * and the rehearsal driver, the workflow acts on the very same answer, and no rule of it is part of a workflow's history.
 */

/** What only time or the engine does. `key` tells one act from every other of the same subject, for ever. */
export type EngineAct = { readonly key: string; readonly at: number } & (
  | { readonly does: 'remindTask'; readonly visit: number }
  | { readonly does: 'endTimedStep'; readonly visit: number; readonly step: string }
  | { readonly does: 'replanStep'; readonly visit: number }
  | { readonly does: 'closeRoundWindow' }
  | { readonly does: 'openPhase'; readonly phase: string }
  | { readonly does: 'openReview'; readonly review: string }
  | { readonly does: 'openRound'; readonly round: string; readonly occurrence: string }
  | { readonly does: 'openObligations'; readonly duty: string; readonly occurrence: string }
  | { readonly does: 'replanObligations'; readonly duty: string; readonly occurrence: string }
  | { readonly does: 'passOn'; readonly unit: string }
  | { readonly does: 'moveConfirmations' }
  | { readonly does: 'lapseObligations' }
  | { readonly does: 'remindTasks' }
  | { readonly does: 'closeCampaign' }
  | { readonly does: 'archiveCampaign' }
);

/** Stands for every open duty and task of a campaign: a changed calendar moves the dates of all of them. */
export const EVERY_DUTY = '';

export type ActName = EngineAct['does'];

export interface Wait {
  readonly campaignId: string;
  readonly status: string;
  /** Where the life stands, as a code: a step, a phase, a status. */
  readonly stage: string;
  /** Business instant at which that began. */
  readonly since?: number;
  /** Opening of the step that is open, where the life walks along steps. */
  readonly visit?: number;
  readonly dueAt?: number;
  /** False: nothing is open, the run may end; a later fact starts another. */
  readonly open: boolean;
  readonly waitingFor: string;
  /** What is due now, earliest first. */
  readonly due: readonly EngineAct[];
  /** The next instant after now at which something is due. */
  readonly nextAt?: number;
}

/** Nobody has this subject, or nothing of it is left to wait for. */
export const nothingOpen = (status: string, campaignId = ''): Wait => ({
  campaignId,
  status,
  stage: status,
  open: false,
  waitingFor: 'nothing',
  due: [],
});

/** Parts what is planned into what is due and the next date. An act at exactly `now` is due. */
export function split(acts: readonly EngineAct[], now: number): Pick<Wait, 'due' | 'nextAt'> {
  const due = acts.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const ahead = acts.filter(({ at }) => at > now).map(({ at }) => at);
  return ahead.length === 0 ? { due } : { due, nextAt: Math.min(...ahead) };
}
