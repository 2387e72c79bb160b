import type { DocumentNumber } from '../core/document-date.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import type { AwardState, RegisterEntry } from './award-record.js';

export const AWARD_FACTS = {
  recorded: 'awardRecorded',
  revoked: 'awardRecordRevoked',
  restored: 'awardRecordRestored',
  corrected: 'awardRecordCorrected',
  removed: 'awardRecordRemoved',
  freezeEnded: 'freezeEnded',
} as const;

export type RecordedPayload = Omit<AwardState, 'status' | 'revokedBy' | 'corrections'>;

/** What a correction may say anew; the rest stays as it was recorded. */
export interface Correction {
  readonly entry?: RegisterEntry | undefined;
  readonly year?: number | undefined;
  readonly document?: DocumentNumber | undefined;
  readonly authority?: string | undefined;
  readonly unitId?: string | undefined;
  readonly unitName?: string | undefined;
}

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

/** The entry with what the correction says put over it. */
export const corrected = (state: AwardState, change: Correction): AwardState => ({
  ...state,
  entry: change.entry ?? state.entry,
  year: change.year ?? state.year,
  document: change.document ?? state.document,
  authority: change.authority ?? state.authority,
  unitId: change.unitId ?? state.unitId,
  unitName: change.unitName ?? state.unitName,
});

/** A decision of the product says more than a file did: recording again puts its words over those of the first. */
function evolve(state: AwardState | undefined, fact: Fact): AwardState {
  if (fact.type === AWARD_FACTS.recorded)
    return { ...read<RecordedPayload>(fact), status: 'held', corrections: state?.corrections ?? 0 };
  if (state === undefined) throw new Error(`an entry of the register cannot begin with ${fact.type}`);
  switch (fact.type) {
    case AWARD_FACTS.revoked:
      return { ...state, status: 'revoked', revokedBy: read<{ by: DocumentNumber }>(fact).by };
    case AWARD_FACTS.restored:
      return { ...state, status: 'held', revokedBy: undefined };
    case AWARD_FACTS.corrected:
      return { ...corrected(state, read<{ change: Correction }>(fact).change), corrections: state.corrections + 1 };
    case AWARD_FACTS.removed:
      return { ...state, status: 'removed' };
    case AWARD_FACTS.freezeEnded:
      return state.entry.what === 'freeze'
        ? { ...state, entry: { ...state.entry, until: read<{ until: string }>(fact).until } }
        : state;
    default:
      return state;
  }
}

function rows({ id, version, after }: Change<'award'>): readonly RowChange[] {
  const { subject, entry, year, document, unitId, status } = after;
  return [
    {
      table: 'read_award',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        subject_id: subject.id,
        what: entry.what,
        award_code: entry.what === 'award' ? entry.award : null,
        year,
        status,
        decided_on: document.date,
        number: document.number,
        unit_id: unitId ?? null,
      },
    },
  ];
}

export const awardStream: StreamDefinition<'award'> = { kind: 'award', evolve, rows, cached: false };
