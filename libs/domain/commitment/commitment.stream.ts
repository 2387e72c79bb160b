import type { Sealed } from '../core/sealed.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';

/** One thing a person registered, or one of the things a household does. */
export interface CommitmentItem {
  readonly key: string;
  /** The person's own words; a household's items are worded by the campaign. */
  readonly text?: Sealed | undefined;
  readonly done: boolean;
  readonly doneOn?: string | undefined;
  readonly note?: Sealed | undefined;
}

/** What one person registered for a year, or what one household has done of the list of its campaign. */
export interface CommitmentState {
  readonly campaignId: string;
  readonly kind: 'personal' | 'household';
  /** Personal pledge or household list of the campaign. */
  readonly rule: string;
  readonly occurrence: string;
  readonly unitId: string;
  readonly subjectId: string;
  readonly name?: Sealed | undefined;
  readonly items: readonly CommitmentItem[];
  /** `kept`: the list of a household, always open to change. */
  readonly status: 'pledged' | 'reported' | 'confirmed' | 'kept';
  /** Counts every version of it. */
  readonly number: number;
  readonly late?: boolean | undefined;
}

export const COMMITMENT_FACTS = {
  pledged: 'personalPledgeMade',
  reported: 'personalResultsReported',
  confirmed: 'personalResultsConfirmed',
  kept: 'householdListKept',
} as const;

export const commitmentId = (campaignId: string, rule: string, occurrence: string, subjectId: string): string =>
  `${campaignId}.${rule}.${occurrence}.${subjectId}`;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

type Made = Omit<CommitmentState, 'status' | 'number' | 'kind'>;

function evolve(state: CommitmentState | undefined, fact: Fact): CommitmentState {
  const number = (state?.number ?? 0) + 1;
  switch (fact.type) {
    case COMMITMENT_FACTS.pledged:
      return { ...read<Made>(fact), kind: 'personal', status: 'pledged', number };
    case COMMITMENT_FACTS.kept:
      return { ...read<Made>(fact), kind: 'household', status: 'kept', number };
    default:
      break;
  }
  if (state === undefined) throw new Error(`a commitment cannot begin with ${fact.type}`);
  if (fact.type === COMMITMENT_FACTS.confirmed) return { ...state, status: 'confirmed', number };
  if (fact.type !== COMMITMENT_FACTS.reported) return state;
  const { results } = read<{ results: readonly Omit<CommitmentItem, 'text'>[] }>(fact);
  const items = state.items.map((item) => ({ ...item, ...results.find(({ key }) => key === item.key) }));
  return { ...state, items, status: 'reported', number };
}

function rows({ id, version, after }: Change<'commitment'>): readonly RowChange[] {
  return [
    {
      table: 'read_commitment',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        campaign_id: after.campaignId,
        kind: after.kind,
        rule: after.rule,
        occurrence: after.occurrence,
        unit_id: after.unitId,
        subject_id: after.subjectId,
        status: after.status,
        done: after.items.filter(({ done }) => done).length,
        total: after.items.length,
      },
    },
  ];
}

export const commitmentStream: StreamDefinition<'commitment'> = { kind: 'commitment', evolve, rows, cached: false };
