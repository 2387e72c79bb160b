import { attachmentRows, type Attachment } from '../attachment/attachment.js';
import type { Sealed } from '../core/sealed.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import { resultRows, type ReportedResult } from './report-results.js';
import { markReminded, taskRows, withTask, withoutTask, type OpenTask, type TaskOwner } from '../task/open-task.js';

/**
 * A report of a unit for one occurrence of its obligation, or the consolidated report of the lead agency
 * (`consolidates` names what it sums up) with a task of acknowledgement for each addressee.
 */
export interface ReportState extends TaskOwner {
  readonly kind: 'unit' | 'consolidated';
  readonly unitId: string;
  readonly obligationId: string;
  readonly occurrence: string;
  readonly status: 'submitted' | 'accepted' | 'returned' | 'sent' | 'acknowledged';
  readonly number: number;
  readonly fields: Readonly<Record<string, Sealed | number>>;
  /** Phase a result of an overlapping year belongs to. */
  readonly phase?: string | undefined;
  readonly sources?: readonly string[] | undefined;
  /** Files that show what the fields say, each with the field it belongs to. */
  readonly evidence?: readonly (Attachment & { readonly field: string })[] | undefined;
  /** Its figures for targets, in the targets' units. */
  readonly results?: readonly ReportedResult[] | undefined;
  /** When it was last submitted (epoch ms), where it has results. */
  readonly reportedAt?: number | undefined;
  readonly visit: number;
}

export const REPORT_FACTS = {
  submitted: 'reportSubmitted',
  accepted: 'reportAccepted',
  returned: 'reportReturned',
  consolidated: 'reportsConsolidated',
  acknowledged: 'reportAcknowledged',
  reminded: 'taskReminded',
} as const;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

type Begun = Pick<
  ReportState,
  'campaignId' | 'unitId' | 'obligationId' | 'occurrence' | 'fields' | 'phase' | 'sources' | 'evidence' | 'results'
>;

const reportedAt = ({ results }: Begun, { at }: Fact): Pick<ReportState, 'reportedAt'> =>
  results === undefined ? {} : { reportedAt: at };

/** What was sent back says nothing until it is handed in again. */
const standing = (state: ReportState | undefined): readonly ReportedResult[] =>
  state === undefined || state.status === 'returned' ? [] : (state.results ?? []);

function evolve(state: ReportState | undefined, fact: Fact): ReportState {
  if (fact.type === REPORT_FACTS.submitted) {
    const { task, ...own } = read<Begun & { task: OpenTask }>(fact);
    const open = withTask(state === undefined ? {} : withoutTask(state.open, state.visit), task);
    return {
      ...own,
      ...reportedAt(own, fact),
      kind: 'unit',
      status: 'submitted',
      number: (state?.number ?? 0) + 1,
      visit: task.visit,
      open,
    };
  }
  if (fact.type === REPORT_FACTS.consolidated) {
    const { tasks, ...own } = read<Begun & { tasks: readonly OpenTask[] }>(fact);
    return {
      ...own,
      ...reportedAt(own, fact),
      kind: 'consolidated',
      status: tasks.length === 0 ? 'acknowledged' : 'sent',
      number: (state?.number ?? 0) + 1,
      visit: (state?.visit ?? 0) + tasks.length,
      open: Object.fromEntries(tasks.map((task) => [String(task.visit), task])),
    };
  }
  if (state === undefined) throw new Error(`a report cannot begin with ${fact.type}`);
  switch (fact.type) {
    case REPORT_FACTS.accepted:
      return { ...state, status: 'accepted', open: withoutTask(state.open, state.visit) };
    case REPORT_FACTS.returned:
      return { ...state, status: 'returned', open: withoutTask(state.open, state.visit) };
    case REPORT_FACTS.acknowledged: {
      const open = withoutTask(state.open, read<{ visit: number }>(fact).visit);
      return { ...state, open, status: Object.keys(open).length === 0 ? 'acknowledged' : state.status };
    }
    case REPORT_FACTS.reminded:
      return markReminded(state, fact);
    default:
      return state;
  }
}

function rows({ id, version, before, after, fact }: Change<'report'>): readonly RowChange[] {
  return [
    {
      table: 'read_report',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        campaign_id: after.campaignId,
        obligation_id: after.obligationId,
        unit_id: after.unitId,
        kind: after.kind,
        occurrence: after.occurrence,
        status: after.status,
      },
    },
    ...resultRows(
      { id, campaignId: after.campaignId, unitId: after.unitId, at: after.reportedAt ?? fact.at },
      standing(before),
      standing(after),
    ),
    ...attachmentRows({ kind: 'report', id }, after.campaignId, after.unitId, after.evidence ?? []),
    ...taskRows({ kind: 'report', id }, after.campaignId, before?.open ?? {}, after.open, fact, after.status),
  ];
}

export const reportStream: StreamDefinition<'report'> = { kind: 'report', evolve, rows, cached: false };
