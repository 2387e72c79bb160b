import { createActingActivities } from './acting/acting.activities.js';
import { createConfirmationActivities } from './confirmations/confirmations.activities.js';
import { createObligationActivities } from './obligations/obligations.activities.js';
import type { EngineWorlds } from './ports.js';
import { createReadingActivities } from './reading/reading.activities.js';
import { createWatchingActivities } from './watching/watching.activities.js';
import { createReminderActivities } from './reminders/reminders.activities.js';
import { createSuccessionActivities } from './succession/succession.activities.js';

/** Everything workflows may ask for, as plain functions over the worlds. */
export const createActivities = (worlds: EngineWorlds) => ({
  ...createReadingActivities(worlds),
  ...createWatchingActivities(worlds),
  ...createActingActivities(worlds),
  ...createObligationActivities(worlds),
  ...createReminderActivities(worlds),
  ...createSuccessionActivities(worlds),
  ...createConfirmationActivities(worlds),
});
