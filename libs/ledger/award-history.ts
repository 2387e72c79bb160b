import type { AwardState } from '../domain/award-history/award-record.js';
import { historyOn } from '../domain/award-history/history.js';
import type { HistoryOfSubject } from '../domain/rules/facts.js';
import type { Queryable } from '../persistence/pg.js';
import { RECORDS_OF } from './records-of.js';

export interface StoredRecord {
  readonly id: string;
  readonly state: AwardState;
}

/** Every entry under any id of the subject, by year; names are still sealed. */
export async function recordsOf(db: Queryable, subjectId: string): Promise<readonly StoredRecord[]> {
  const { rows } = await db.query<{ id: string; state: AwardState }>({
    name: 'records-of',
    text: RECORDS_OF,
    values: [subjectId],
  });
  return rows;
}

/** The register of a world as the rules read it: what was known at the end of a day, across employers and merged units. */
export const historyOfSubject = (db: Queryable): HistoryOfSubject => ({
  of: async (subjectId, on) =>
    historyOn(
      (await recordsOf(db, subjectId)).map(({ state }) => state),
      on,
    ),
});
