import type { Bilingual } from '../campaign-plan/parts.js';
import type { DocumentNumber } from '../core/document-date.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import { markReminded, taskRows, withTask, withoutTask, type OpenTask, type TaskOwner } from '../task/open-task.js';

/** One line of "Nơi nhận" carried out: a document sent to units, and who has said that they have it. */
export interface DispatchState extends TaskOwner {
  /** What was sent: the launching document of a campaign, or a decision. */
  readonly source: { readonly kind: 'campaign' | 'decision'; readonly id: string };
  readonly entry: string;
  /** The line as printed. */
  readonly line: Bilingual;
  readonly document: DocumentNumber;
  /** Documents of the campaign's register that went with it. */
  readonly enclosed: readonly string[];
  readonly purpose?: string | undefined;
  readonly recipients: readonly string[];
  /** Whether they were asked to acknowledge; else they got a notice. */
  readonly acknowledge: boolean;
  /** By unit: who has it, since when (epoch ms). */
  readonly acknowledged: Readonly<Record<string, { readonly by: string; readonly at: number }>>;
  readonly sentAt: number;
  readonly visit: number;
}

export const DISPATCH_FACTS = {
  sent: 'documentSent',
  acknowledged: 'documentAcknowledged',
  reminded: 'taskReminded',
} as const;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

type Sent = Omit<DispatchState, 'acknowledged' | 'sentAt' | 'visit' | 'open'> & { readonly tasks: readonly OpenTask[] };

function evolve(state: DispatchState | undefined, fact: Fact): DispatchState {
  if (state === undefined) {
    const { tasks, ...own } = read<Sent>(fact);
    return {
      ...own,
      acknowledged: {},
      sentAt: fact.at,
      visit: tasks.length,
      open: tasks.reduce<TaskOwner['open']>(withTask, {}),
    };
  }
  switch (fact.type) {
    case DISPATCH_FACTS.acknowledged: {
      const { visit, unitId } = read<{ visit: number; unitId: string }>(fact);
      const acknowledged = { ...state.acknowledged, [unitId]: { by: fact.actor, at: fact.at } };
      return { ...state, acknowledged, open: withoutTask(state.open, visit) };
    }
    case DISPATCH_FACTS.reminded:
      return markReminded(state, fact);
    default:
      return state;
  }
}

function rows({ id, version, before, after, fact }: Change<'dispatch'>): readonly RowChange[] {
  return [
    {
      table: 'read_dispatch',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        campaign_id: after.campaignId,
        source_kind: after.source.kind,
        source_id: after.source.id,
        entry_key: after.entry,
        sent_at: new Date(after.sentAt).toISOString(),
        recipients: after.recipients.length,
        acknowledged: Object.keys(after.acknowledged).length,
      },
    },
    ...taskRows({ kind: 'dispatch', id }, after.campaignId, before?.open ?? {}, after.open, fact, 'acknowledged'),
  ];
}

export const dispatchStream: StreamDefinition<'dispatch'> = { kind: 'dispatch', evolve, rows, cached: false };
