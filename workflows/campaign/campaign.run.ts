import type { Run } from '../shared/run.js';

/** Reminders that gave way to a graver one later on the same day: those planned up to `from` are looked at again at `to`. */
export interface GivenWay {
  readonly from: number;
  readonly to: number;
}

export interface CampaignRun extends Run {
  /** Version of the working calendar whose dates the open duties have been brought up to. */
  readonly calendarSeen?: number;
}
