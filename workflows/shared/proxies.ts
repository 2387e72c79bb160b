import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActingActivities } from '../../activities/acting/acting.activities.js';
import type { ConfirmationActivities } from '../../activities/confirmations/confirmations.activities.js';
import type { ObligationActivities } from '../../activities/obligations/obligations.activities.js';
import type { ReadingActivities } from '../../activities/reading/reading.activities.js';
import type { ReminderActivities } from '../../activities/reminders/reminders.activities.js';
import type { WatchingActivities } from '../../activities/watching/watching.activities.js';
import type { SuccessionActivities } from '../../activities/succession/succession.activities.js';

const BRIEF_RETRY = {
  initialInterval: '200 ms',
  backoffCoefficient: 2,
  maximumInterval: '5 s',
  maximumAttempts: 6,
} as const;

/** Looks at committed facts. Answered inside the workflow task: one look costs no round trip to the server. */
export const reading = proxyLocalActivities<ReadingActivities>({
  startToCloseTimeout: '20 s',
  retry: BRIEF_RETRY,
  summary: 'read committed facts',
});

/** Issues one idempotent command; asked twice it is done once. */
export const acting = proxyLocalActivities<ActingActivities>({
  startToCloseTimeout: '20 s',
  retry: BRIEF_RETRY,
  summary: 'issue a command',
});

/** Walks over many rows: an activity of its own, resumed by its heartbeat when a worker dies. */
const PAGES = {
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '1 minute' },
} as const;
/** Goes over every fact: long, and of no use twice at once. */
export const watching = proxyActivities<WatchingActivities>({
  startToCloseTimeout: '1 hour',
  retry: { initialInterval: '10 s', backoffCoefficient: 2, maximumAttempts: 5 },
  summary: 'look over the log',
});

export const obligations = proxyActivities<ObligationActivities>({ ...PAGES, summary: 'page through what units owe' });
export const reminders = proxyActivities<ReminderActivities>({ ...PAGES, summary: 'page through tasks to remind of' });
export const successions = proxyActivities<SuccessionActivities>({ ...PAGES, summary: 'page through work to pass on' });
export const confirmations = proxyActivities<ConfirmationActivities>({
  ...PAGES,
  summary: 'page through confirmations to move',
});
