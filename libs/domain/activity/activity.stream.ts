import { attachmentRows, type Attachment } from '../attachment/attachment.js';
import type { ActivityKind, ContributionKind, SubjectKind } from '../campaign-plan/vocabulary.js';
import type { DocumentNumber } from '../core/document-date.js';
import type { Sealed } from '../core/sealed.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import { markReminded, taskRows, withTask, withoutTask, type OpenTask, type TaskOwner } from '../task/open-task.js';

/** What was counted: articles, minutes on the air, persons trained. */
export interface Quantity {
  readonly key: string;
  readonly value: number;
  readonly unit: string;
}

/** Đóng góp: what somebody gave, and to whom. */
export interface Contribution {
  readonly kind: ContributionKind;
  readonly amount: number;
  readonly unit: string;
  readonly source: { readonly kind: SubjectKind; readonly id: string; readonly name: Sealed };
  /** The unit or locality that received it. */
  readonly receiver?: string | undefined;
}

export type ActivityStatus = 'recorded' | 'waiting' | 'confirmed' | 'refused' | 'withdrawn';

/** One activity of a unit (hoạt động) under a campaign; a contribution may wait for an authority to confirm it. */
export interface ActivityState extends TaskOwner {
  readonly unitId: string;
  readonly kind: ActivityKind;
  readonly title: Sealed;
  readonly result?: Sealed | undefined;
  readonly from: string;
  readonly to: string;
  /** Duty or content of the campaign it carries out. */
  readonly obligation?: string | undefined;
  readonly content?: string | undefined;
  /** Chủ trì and phối hợp. */
  readonly lead: string;
  readonly partners: readonly string[];
  /** Units that were inspected, urged, trained or visited. */
  readonly concerned: readonly string[];
  readonly quantities: readonly Quantity[];
  readonly documents: readonly DocumentNumber[];
  readonly files: readonly Attachment[];
  readonly contribution?: Contribution | undefined;
  readonly status: ActivityStatus;
  readonly confirmer?: string | undefined;
  readonly followUp?: { readonly visit: number; readonly text: Sealed; readonly done: boolean } | undefined;
  readonly visit: number;
}

export const ACTIVITY_FACTS = {
  recorded: 'activityRecorded',
  confirmed: 'activityConfirmed',
  refused: 'activityRefused',
  followedUp: 'activityFollowedUp',
  withdrawn: 'activityWithdrawn',
  reminded: 'taskReminded',
} as const;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

type Recorded = Omit<ActivityState, 'status' | 'visit' | 'open' | 'followUp'> & {
  readonly tasks: readonly OpenTask[];
  readonly followUp?: { readonly visit: number; readonly text: Sealed } | undefined;
};

function evolve(state: ActivityState | undefined, fact: Fact): ActivityState {
  if (state === undefined) {
    const { tasks, followUp, ...own } = read<Recorded>(fact);
    return {
      ...own,
      ...(followUp === undefined ? {} : { followUp: { ...followUp, done: false } }),
      status: own.confirmer === undefined ? 'recorded' : 'waiting',
      visit: Math.max(0, ...tasks.map(({ visit }) => visit)),
      open: tasks.reduce<TaskOwner['open']>(withTask, {}),
    };
  }
  const { visit } = read<{ visit: number }>(fact);
  switch (fact.type) {
    case ACTIVITY_FACTS.confirmed:
      return { ...state, status: 'confirmed', open: withoutTask(state.open, visit) };
    case ACTIVITY_FACTS.refused:
      return { ...state, status: 'refused', open: withoutTask(state.open, visit) };
    case ACTIVITY_FACTS.followedUp:
      return {
        ...state,
        open: withoutTask(state.open, visit),
        ...(state.followUp === undefined ? {} : { followUp: { ...state.followUp, done: true } }),
      };
    case ACTIVITY_FACTS.withdrawn:
      return { ...state, status: 'withdrawn', open: {} };
    case ACTIVITY_FACTS.reminded:
      return markReminded(state, fact);
    default:
      return state;
  }
}

function rows({ id, version, before, after, fact }: Change<'activity'>): readonly RowChange[] {
  return [
    {
      table: 'read_activity',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        campaign_id: after.campaignId,
        unit_id: after.unitId,
        kind: after.kind,
        obligation_key: after.obligation ?? null,
        content_key: after.content ?? null,
        held_on: after.from,
        status: after.status,
        source_id: after.contribution?.source.id ?? null,
      },
    },
    ...attachmentRows({ kind: 'activity', id }, after.campaignId, after.unitId, after.files),
    ...taskRows({ kind: 'activity', id }, after.campaignId, before?.open ?? {}, after.open, fact, after.status),
  ];
}

export const activityStream: StreamDefinition<'activity'> = { kind: 'activity', evolve, rows, cached: false };
