import type { AwardOffer } from '../campaign-plan/duties.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import {
  markReminded,
  taskRows,
  withTask,
  withoutTask,
  type OpenTask,
  type TaskDue,
  type TaskOwner,
} from '../task/open-task.js';
import { AWARD_ADDED, withOffer, type AwardAdded } from './offers.js';

/** One award round (annual, mid-term, final, prompt). It ends with its submission list; nominations live on. */
export interface RoundState extends TaskOwner {
  readonly key: string;
  readonly kind: string;
  readonly occurrence: string;
  readonly route: 'default' | 'short';
  readonly awards: readonly AwardOffer[];
  readonly closes: TaskDue;
  readonly status: 'open' | 'listing' | 'closed';
  readonly guidance?: string | undefined;
  readonly list: readonly string[];
  readonly visit: number;
}

export const ROUND_FACTS = {
  opened: 'roundOpened',
  extended: 'roundExtended',
  windowClosed: 'roundWindowClosed',
  listed: 'submissionListMade',
  reminded: 'taskReminded',
} as const;

export const roundId = (campaignId: string, key: string, occurrence: string): string =>
  `${campaignId}.${key}.${occurrence}`;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

function evolve(state: RoundState | undefined, fact: Fact): RoundState {
  if (state === undefined) {
    const p =
      read<Pick<RoundState, 'campaignId' | 'key' | 'kind' | 'occurrence' | 'route' | 'awards' | 'closes' | 'guidance'>>(
        fact,
      );
    return { ...p, status: 'open', list: [], visit: 0, open: {} };
  }
  switch (fact.type) {
    case ROUND_FACTS.extended:
      return { ...state, closes: read<{ closes: TaskDue }>(fact).closes };
    case AWARD_ADDED:
      return { ...state, awards: withOffer(state.awards, read<AwardAdded>(fact).offer) };
    case ROUND_FACTS.windowClosed: {
      const { task } = read<{ task: OpenTask }>(fact);
      return { ...state, status: 'listing', visit: task.visit, open: withTask(state.open, task) };
    }
    case ROUND_FACTS.listed:
      return {
        ...state,
        status: 'closed',
        list: read<{ list: readonly string[] }>(fact).list,
        open: withoutTask(state.open, state.visit),
      };
    case ROUND_FACTS.reminded:
      return markReminded(state, fact);
    default:
      return state;
  }
}

function rows({ id, version, before, after, fact }: Change<'round'>): readonly RowChange[] {
  return [
    {
      table: 'read_round',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        campaign_id: after.campaignId,
        round_key: after.key,
        kind: after.kind,
        occurrence: after.occurrence,
        status: after.status,
        closes_at: new Date(after.closes.at).toISOString(),
      },
    },
    ...taskRows({ kind: 'round', id }, after.campaignId, before?.open ?? {}, after.open, fact, after.status),
  ];
}

export const roundStream: StreamDefinition<'round'> = { kind: 'round', evolve, rows, cached: true };
