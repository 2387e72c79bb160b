import { proofDocumentRow } from '../documents/document-rows.js';
import type { Sealed } from '../core/sealed.js';
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

export type ObligationStatus = 'open' | 'fulfilled' | 'waived' | 'lapsed';

/** What proves that it is done: a document with number and date, a report, or a record with a note. */
export interface Proof {
  readonly kind: 'document' | 'report' | 'record';
  readonly number?: string | undefined;
  readonly date?: string | undefined;
  readonly reportId?: string | undefined;
  readonly registrationId?: string | undefined;
  readonly note?: Sealed | undefined;
}

/** One duty of one unit at one occurrence: campaign × obligation × unit × year. */
export interface ObligationState extends TaskOwner {
  readonly key: string;
  readonly kind: string;
  readonly mode: string;
  readonly occurrence: string;
  readonly unitId: string;
  /** Where it waits when it is open: a cluster's duty waits at the unit that leads it. */
  readonly queue: string;
  readonly due: TaskDue;
  readonly status: ObligationStatus;
  readonly visit: number;
  readonly late?: boolean | undefined;
  readonly proof?: Proof | undefined;
  readonly fulfilledAt?: number | undefined;
  readonly urged: number;
  /** When it was last urged by hand (epoch ms). */
  readonly urgedAt?: number | undefined;
  /** What the unit was told then. */
  readonly urgedText?: Sealed | undefined;
  /** Phase or round that waits for it. */
  readonly gate?: string | undefined;
}

export const OBLIGATION_FACTS = {
  opened: 'obligationOpened',
  fulfilled: 'obligationFulfilled',
  reopened: 'obligationReopened',
  urged: 'obligationUrged',
  extended: 'obligationExtended',
  rescheduled: 'obligationRescheduled',
  waived: 'obligationWaived',
  lapsed: 'obligationLapsed',
  reminded: 'taskReminded',
} as const;

export const obligationId = (campaignId: string, key: string, occurrence: string, unitId: string): string =>
  `${campaignId}.${key}.${occurrence}.${unitId}`;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

function evolve(state: ObligationState | undefined, fact: Fact): ObligationState {
  if (state === undefined) {
    const p = read<
      Pick<ObligationState, 'campaignId' | 'key' | 'kind' | 'mode' | 'occurrence' | 'unitId' | 'due' | 'gate'> & {
        task: OpenTask;
      }
    >(fact);
    const { task, ...own } = p;
    return { ...own, queue: task.queue, status: 'open', visit: task.visit, open: withTask({}, task), urged: 0 };
  }
  switch (fact.type) {
    case OBLIGATION_FACTS.fulfilled: {
      const { proof, late } = read<{ proof: Proof; late: boolean }>(fact);
      return {
        ...state,
        status: 'fulfilled',
        proof,
        late,
        fulfilledAt: fact.at,
        open: withoutTask(state.open, state.visit),
      };
    }
    case OBLIGATION_FACTS.reopened: {
      const { task } = read<{ task: OpenTask }>(fact);
      const undone = { proof: undefined, late: undefined, fulfilledAt: undefined };
      return { ...state, ...undone, status: 'open', visit: task.visit, open: withTask(state.open, task) };
    }
    case OBLIGATION_FACTS.urged:
      return {
        ...state,
        urged: state.urged + 1,
        urgedAt: fact.at,
        urgedText: read<{ text?: Sealed }>(fact).text,
      };
    case OBLIGATION_FACTS.extended: {
      const { due, task } = read<{ due: TaskDue; task: OpenTask }>(fact);
      return { ...state, due, open: withTask(state.open, task) };
    }
    case OBLIGATION_FACTS.rescheduled:
      return { ...state, open: withTask(state.open, read<{ task: OpenTask }>(fact).task) };
    case OBLIGATION_FACTS.waived:
      return { ...state, status: 'waived', open: {} };
    case OBLIGATION_FACTS.lapsed:
      return { ...state, status: 'lapsed', open: {} };
    case OBLIGATION_FACTS.reminded:
      return markReminded(state, fact);
    default:
      return state;
  }
}

function rows({ id, version, before, after, fact }: Change<'obligation'>): readonly RowChange[] {
  return [
    {
      table: 'read_obligation',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        campaign_id: after.campaignId,
        obligation_key: after.key,
        kind: after.kind,
        occurrence: after.occurrence,
        unit_id: after.unitId,
        status: after.status,
        due_at: new Date(after.due.at).toISOString(),
        last_day: after.due.lastDay,
        late: after.late ?? null,
        fulfilled_at: after.fulfilledAt === undefined ? null : new Date(after.fulfilledAt).toISOString(),
      },
    },
    ...proofRows(id, after, fact),
    ...taskRows({ kind: 'obligation', id }, after.campaignId, before?.open ?? {}, after.open, fact, after.status),
  ];
}

/** The document that proves it goes into the register; one that is reopened keeps its entry: the document was issued. */
function proofRows(id: string, { campaignId, unitId, proof }: ObligationState, { type }: Fact): readonly RowChange[] {
  const { number, date } = proof ?? {};
  return type !== OBLIGATION_FACTS.fulfilled || number === undefined || date === undefined
    ? []
    : [proofDocumentRow(id, { campaignId, number, date, unitId })];
}

export const obligationStream: StreamDefinition<'obligation'> = { kind: 'obligation', evolve, rows, cached: false };
