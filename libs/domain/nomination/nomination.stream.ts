import { attachmentRows } from '../attachment/attachment.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { Sealed } from '../core/sealed.js';
import type { DeclaredFacts } from '../rules/nomination-facts.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import { markReminded, taskRows, type TaskDue } from '../task/open-task.js';
import type { SealedFacts } from './sealed-facts.js';
import { withoutPaper, withPaper, type PaperFiled } from './papers.js';
import {
  openTaskOf,
  type PinnedStep,
  type NominationStatus,
  type OpenedStep,
  type NominationSubject,
  type NominationState,
  type EligibilitySummary,
  type NominationRoles,
  type NominationDocument,
} from './nomination-state.js';

export const NOMINATION_FACTS = {
  drafted: 'nominationDrafted',
  revised: 'nominationRevised',
  paperFiled: 'nominationPaperFiled',
  paperTakenOut: 'nominationPaperTakenOut',
  submitted: 'nominationSubmitted',
  stepEnded: 'stepEnded',
  returned: 'nominationReturned',
  resubmitted: 'nominationResubmitted',
  held: 'nominationHeld',
  released: 'nominationReleased',
  declined: 'nominationDeclined',
  withdrawn: 'nominationWithdrawn',
  submittedUpward: 'nominationSubmittedUpward',
  recognised: 'nominationRecognised',
  published: 'nominationPublished',
  archived: 'nominationArchived',
  revoked: 'nominationRevoked',
  restored: 'nominationRestored',
  dueExtended: 'stepDueExtended',
  replanned: 'stepReplanned',
  reminded: 'taskReminded',
  factsDeclared: 'nominationFactsDeclared',
  rulesPinned: 'nominationRulesPinned',
  evaluated: 'nominationEvaluated',
  commented: 'nominationCommented',
} as const;

export interface DraftedPayload extends Pick<NominationState, 'answers' | 'initiatedBy' | 'exampleId' | 'meeting'> {
  readonly campaignId: string;
  readonly roundId: string;
  readonly awardCode: string;
  readonly unitId: string;
  readonly subject: NominationSubject;
  readonly achievement: Sealed;
  readonly documents: readonly NominationDocument[];
  readonly roles: NominationRoles;
}

/** A fact that carries a verdict. */
interface Judged {
  readonly summary?: EligibilitySummary | undefined;
}

interface Moves {
  readonly next?: OpenedStep | undefined;
  readonly paused?: NominationState['paused'];
  readonly due?: TaskDue | undefined;
}

interface Batched {
  readonly batch?: number | undefined;
}
const batchIn = ({ batch }: Batched): Batched => (batch === undefined ? {} : { batch });

interface Submitted extends Judged, Batched {
  readonly route: readonly PinnedStep[];
  readonly next: OpenedStep;
  readonly rulePack: string;
  readonly group?: string;
}

/**
 * The one decode point of nomination facts: what was appended by `decide` of this module is read back in its shape.
 * Old schema versions are lifted before they come here.
 */
const read = <T>(fact: Fact): T => fact.payload as unknown as T;

const moved = (state: NominationState, status: NominationStatus, next: OpenedStep | undefined): NominationState => ({
  ...state,
  status,
  step: next === undefined ? undefined : { index: next.index, visit: next.task.visit },
  visit: next?.task.visit ?? state.visit,
  open: next === undefined ? {} : { [String(next.task.visit)]: next.task },
});

/** Who did it, and when. */
const handOf = ({ at, actor }: Fact): { readonly at: number; readonly by: string } => ({ at, by: actor });

function evolve(state: NominationState | undefined, fact: Fact): NominationState {
  if (state === undefined) {
    const p = read<DraftedPayload>(fact);
    return {
      campaignId: p.campaignId,
      roundId: p.roundId,
      awardCode: p.awardCode,
      unitId: p.unitId,
      subject: p.subject,
      roles: p.roles,
      documents: p.documents,
      ...(p.answers === undefined ? {} : { answers: p.answers }),
      ...(p.initiatedBy === undefined ? {} : { initiatedBy: p.initiatedBy }),
      ...(p.exampleId === undefined ? {} : { exampleId: p.exampleId }),
      ...(p.meeting === undefined ? {} : { meeting: p.meeting }),
      status: 'draft',
      visit: 0,
      route: [],
      returns: 0,
      open: {},
    };
  }
  switch (fact.type) {
    case NOMINATION_FACTS.revised: {
      const p = read<Partial<Pick<NominationState, 'documents' | 'awardCode' | 'answers' | 'meeting'>>>(fact);
      return {
        ...state,
        documents: p.documents ?? state.documents,
        awardCode: p.awardCode ?? state.awardCode,
        ...(p.answers === undefined ? {} : { answers: p.answers }),
        ...(p.meeting === undefined ? {} : { meeting: p.meeting }),
      };
    }
    case NOMINATION_FACTS.paperFiled:
      return { ...state, papers: withPaper(state.papers ?? [], read<PaperFiled>(fact), handOf(fact)) };
    case NOMINATION_FACTS.paperTakenOut:
      return {
        ...state,
        papers: withoutPaper(state.papers ?? [], read<{ digest: string }>(fact).digest, handOf(fact)),
      };
    case NOMINATION_FACTS.submitted: {
      const p = read<Submitted>(fact);
      const rulePack = { provisional: p.rulePack };
      const judged = p.summary === undefined ? {} : { eligibility: p.summary };
      const group = p.group === undefined ? {} : { group: p.group };
      return moved({ ...state, route: p.route, rulePack, ...judged, ...group, ...batchIn(p) }, 'open', p.next);
    }
    case NOMINATION_FACTS.stepEnded: {
      const p = read<Moves & Batched>(fact);
      return moved({ ...state, ...batchIn(p) }, 'open', p.next);
    }
    case NOMINATION_FACTS.returned: {
      const p = read<Moves>(fact);
      return moved({ ...state, returns: state.returns + 1, paused: p.paused }, 'returned', p.next);
    }
    case NOMINATION_FACTS.resubmitted:
      return moved({ ...state, paused: undefined }, 'open', read<Moves>(fact).next);
    case NOMINATION_FACTS.held:
      return moved({ ...state, paused: read<Moves>(fact).paused, priorStatus: state.status }, 'on-hold', undefined);
    case NOMINATION_FACTS.released:
      return moved(
        { ...state, paused: undefined, priorStatus: undefined },
        state.priorStatus ?? 'open',
        read<Moves>(fact).next,
      );
    case NOMINATION_FACTS.declined:
      return moved(state, 'declined', undefined);
    case NOMINATION_FACTS.withdrawn:
      return moved(state, 'withdrawn', undefined);
    case NOMINATION_FACTS.submittedUpward: {
      const p = read<Moves & { upward: NonNullable<NominationState['upward']> }>(fact);
      return moved({ ...state, upward: p.upward }, 'open', p.next);
    }
    case NOMINATION_FACTS.recognised: {
      const p = read<Moves & { decision: NonNullable<NominationState['decision']> }>(fact);
      return moved({ ...state, decision: p.decision }, 'recognised', p.next);
    }
    case NOMINATION_FACTS.published:
      return moved(state, 'published', read<Moves>(fact).next);
    case NOMINATION_FACTS.archived:
      return moved(state, 'archived', undefined);
    case NOMINATION_FACTS.revoked:
      return moved({ ...state, priorStatus: state.status, paused: read<Moves>(fact).paused }, 'revoked', undefined);
    case NOMINATION_FACTS.restored:
      return moved(
        { ...state, priorStatus: undefined, paused: undefined },
        state.priorStatus ?? 'archived',
        read<Moves>(fact).next,
      );
    case NOMINATION_FACTS.replanned:
    case NOMINATION_FACTS.dueExtended: {
      const p = read<{ next: OpenedStep }>(fact);
      return moved(state, state.status, p.next);
    }
    case NOMINATION_FACTS.reminded:
      return markReminded(state, fact);
    case NOMINATION_FACTS.factsDeclared:
      return { ...state, facts: read<{ facts: DeclaredFacts | SealedFacts }>(fact).facts };
    case NOMINATION_FACTS.rulesPinned: {
      const { pack, on, provisional, summary } = read<Judged & { pack: string; on: LocalDate; provisional: string }>(
        fact,
      );
      return { ...state, rulePack: { provisional, pinned: pack, pinnedOn: on }, eligibility: summary };
    }
    case NOMINATION_FACTS.evaluated:
      return { ...state, eligibility: read<Judged>(fact).summary };
    case NOMINATION_FACTS.commented: {
      const { number: count } = read<{ number: number }>(fact);
      return { ...state, comments: { count, by: [...new Set([...(state.comments?.by ?? []), fact.actor])] } };
    }
    default:
      return state;
  }
}

const OUTCOME: Readonly<Record<string, string>> = {
  [NOMINATION_FACTS.stepEnded]: 'passed',
  [NOMINATION_FACTS.returned]: 'returned',
  [NOMINATION_FACTS.resubmitted]: 'resubmitted',
  [NOMINATION_FACTS.declined]: 'declined',
  [NOMINATION_FACTS.submittedUpward]: 'submitted-upward',
  [NOMINATION_FACTS.recognised]: 'decided',
  [NOMINATION_FACTS.published]: 'published',
  [NOMINATION_FACTS.held]: 'on-hold',
};

function rows({ id, version, before, after, fact }: Change<'nomination'>): readonly RowChange[] {
  const task = openTaskOf(after);
  return [
    {
      table: 'read_nomination',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        campaign_id: after.campaignId,
        round_id: after.roundId,
        unit_id: after.unitId,
        subject_id: after.subject.id,
        award_code: after.awardCode,
        status: after.status,
        step: task?.step ?? null,
        due_at: task?.due === undefined ? null : new Date(task.due.at).toISOString(),
        updated_at: new Date(fact.at).toISOString(),
      },
    },
    ...(fact.type === NOMINATION_FACTS.paperFiled
      ? attachmentRows({ kind: 'nomination', id }, after.campaignId, after.unitId, [read<PaperFiled>(fact).file])
      : []),
    ...taskRows(
      { kind: 'nomination', id },
      after.campaignId,
      before?.open ?? {},
      after.open,
      fact,
      OUTCOME[fact.type] ?? 'closed',
    ),
  ];
}

export const nominationStream: StreamDefinition<'nomination'> = { kind: 'nomination', evolve, rows, cached: false };
