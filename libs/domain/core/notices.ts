import type { Have, NewNotice } from './decision.js';
import type { StreamRef } from './stream.js';

/** Who holds a queue today; the command must have asked `{ ask: 'holders', queue }`. Sorted, so a replay gives the same. */
export const holdersOf = (have: Have, queue: string): readonly string[] =>
  personsIn(have.answer({ ask: 'holders', queue }));

/** The officers of everyone who takes part; the command must have asked for `participants`. */
export const participantsOf = (have: Have, campaignId: string): readonly string[] =>
  personsIn(have.answer({ ask: 'participants', campaignId }));

const personsIn = (rows: readonly Readonly<Record<string, unknown>>[]): readonly string[] =>
  rows.map((row) => String(row['person_id'])).sort();

export interface Occasion {
  readonly subject: StreamRef;
  /** Unique for its subject for ever: one notice for each step, recipient and channel. */
  readonly step: string;
  readonly template: string;
  /** Ids, dates and codes only. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** The same notice to each person once, in the application and by mail. */
export function tell(recipients: readonly string[], occasion: Occasion): readonly NewNotice[] {
  return [...new Set(recipients)].flatMap((recipient) =>
    (['in-app', 'email'] as const).map((channel): NewNotice => ({ ...occasion, recipient, channel })),
  );
}
