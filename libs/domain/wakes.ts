import { ACTIVITY_FACTS } from './activity/activity.stream.js';
import { CALENDAR_FACTS } from './calendar/calendar.stream.js';
import { CAMPAIGN_FACTS } from './campaign/campaign.stream.js';
import type { NewEvent, StreamKind, States } from './core/stream.js';
import { EXAMPLE_FACTS } from './example/example.stream.js';
import { NOMINATION_FACTS } from './nomination/nomination.stream.js';
import { OBLIGATION_FACTS, type ObligationState } from './obligation/obligation.stream.js';
import { CLUSTER_FACTS } from './organisation/cluster.stream.js';
import { UNIT_FACTS } from './organisation/unit.stream.js';
import { ROUND_FACTS } from './round/round.stream.js';
import { SESSION_FACTS } from './session/session.stream.js';
import { PASSED_ON } from './succession/passing.js';
import { TASK_REPLANNED } from './task/follow-calendar.js';
import type { TaskOwner } from './task/open-task.js';
import { WORLD_FACTS } from './world/world.stream.js';

/** The long lives the engine carries, each named after the stream it follows. */
export const WORKFLOWS = ['campaign', 'round', 'nomination', 'session'] as const;
export type WorkflowKind = (typeof WORKFLOWS)[number];

/** Stands for every workflow of the kind that waits: a changed calendar moves the dates of all of them. */
export const EVERY = '*';

/** Which word a workflow is woken with. A signal says what happened; the workflow acts on the committed state. */
export const SIGNALS = [
  'campaignLaunched',
  'questionAnswered',
  'phaseOpened',
  'reviewOpened',
  'reviewConcluded',
  'deadlineExtended',
  'campaignClosed',
  'campaignArchived',
  'obligationOpened',
  'obligationReopened',
  'taskOpened',
  'guidanceIssued',
  'roundOpened',
  'roundWindowClosed',
  'submissionListMade',
  'nominationSubmitted',
  'stepEnded',
  'returned',
  'resubmitted',
  'held',
  'released',
  'declined',
  'withdrawn',
  'submittedUpward',
  'recognised',
  'published',
  'archived',
  'revoked',
  'restored',
  'sessionConvened',
  'councilResultRecorded',
  'unitSucceeded',
  'clusterArranged',
  'workPassedOn',
  'calendarChanged',
  'clockMoved',
] as const;
export type Signal = (typeof SIGNALS)[number];

export interface Wake {
  readonly workflow: WorkflowKind;
  /** Subject of the workflow, or {@link EVERY}. */
  readonly id: string;
  readonly signal: Signal;
  /** The step that is open after the fact, where the workflow walks along steps. */
  readonly visit?: number;
}

type Signals = Readonly<Record<string, Signal>>;

const CAMPAIGN: Signals = {
  [CAMPAIGN_FACTS.answered]: 'questionAnswered',
  [CAMPAIGN_FACTS.launched]: 'campaignLaunched',
  [CAMPAIGN_FACTS.phaseOpened]: 'phaseOpened',
  [CAMPAIGN_FACTS.reviewOpened]: 'reviewOpened',
  [CAMPAIGN_FACTS.reviewConcluded]: 'reviewConcluded',
  [CAMPAIGN_FACTS.extended]: 'deadlineExtended',
  [CAMPAIGN_FACTS.closed]: 'campaignClosed',
  [CAMPAIGN_FACTS.archived]: 'campaignArchived',
};

/** Facts after which the earliest reminder of a campaign can come sooner. */
const OBLIGATION: Signals = {
  [OBLIGATION_FACTS.opened]: 'obligationOpened',
  [OBLIGATION_FACTS.reopened]: 'obligationReopened',
  [OBLIGATION_FACTS.extended]: 'deadlineExtended',
  [OBLIGATION_FACTS.rescheduled]: 'deadlineExtended',
};

/** Facts of other streams by which a campaign gets something to remind of; most activities open nothing. */
const OPENS_TASKS: readonly string[] = [ACTIVITY_FACTS.recorded, EXAMPLE_FACTS.introduced, EXAMPLE_FACTS.proposed];

const ROUND: Signals = {
  [ROUND_FACTS.opened]: 'roundOpened',
  [ROUND_FACTS.extended]: 'deadlineExtended',
  [ROUND_FACTS.windowClosed]: 'roundWindowClosed',
  [ROUND_FACTS.listed]: 'submissionListMade',
  [TASK_REPLANNED]: 'deadlineExtended',
  [PASSED_ON]: 'workPassedOn',
};

const NOMINATION: Signals = {
  [NOMINATION_FACTS.submitted]: 'nominationSubmitted',
  [NOMINATION_FACTS.stepEnded]: 'stepEnded',
  [NOMINATION_FACTS.returned]: 'returned',
  [NOMINATION_FACTS.resubmitted]: 'resubmitted',
  [NOMINATION_FACTS.held]: 'held',
  [NOMINATION_FACTS.released]: 'released',
  [NOMINATION_FACTS.declined]: 'declined',
  [NOMINATION_FACTS.withdrawn]: 'withdrawn',
  [NOMINATION_FACTS.submittedUpward]: 'submittedUpward',
  [NOMINATION_FACTS.recognised]: 'recognised',
  [NOMINATION_FACTS.published]: 'published',
  [NOMINATION_FACTS.archived]: 'archived',
  [NOMINATION_FACTS.revoked]: 'revoked',
  [NOMINATION_FACTS.restored]: 'restored',
  [NOMINATION_FACTS.dueExtended]: 'deadlineExtended',
  [NOMINATION_FACTS.replanned]: 'deadlineExtended',
  [PASSED_ON]: 'workPassedOn',
};

const SESSION: Signals = {
  [SESSION_FACTS.convened]: 'sessionConvened',
  [SESSION_FACTS.recorded]: 'councilResultRecorded',
  [TASK_REPLANNED]: 'deadlineExtended',
  [PASSED_ON]: 'workPassedOn',
};

const everyone = (signal: Signal): readonly Wake[] => WORKFLOWS.map((workflow) => ({ workflow, id: EVERY, signal }));

/** A guidance document, or a duty that keeps a phase or a round shut: the only deeds of units a campaign waits for. */
const opensSomething = (state: ObligationState): boolean => state.kind === 'guidance' || state.gate !== undefined;

function obligationWakes(type: string, state: ObligationState): readonly Wake[] {
  const isSettled = type === OBLIGATION_FACTS.fulfilled || type === OBLIGATION_FACTS.waived;
  const signal = isSettled && opensSomething(state) ? 'guidanceIssued' : OBLIGATION[type];
  return signal === undefined ? [] : [{ workflow: 'campaign', id: state.campaignId, signal }];
}

/** Every state that opens steps says which campaign it belongs to and which step is open. */
const isOwned = (
  after: States[StreamKind],
): after is Extract<States[StreamKind], TaskOwner & { readonly visit: number }> =>
  'campaignId' in after && 'visit' in after;

/**
 * The workflows whose next wait can change by a fact, and the word they are woken with; nothing else is poked, so ten
 * thousand reports do not wake a campaign ten thousand times. `after` is the state of the event's stream after it. Pure.
 */
export function wakes({ stream, type }: Pick<NewEvent, 'stream' | 'type'>, after: States[StreamKind]): readonly Wake[] {
  const { id } = stream;
  switch (stream.kind) {
    case 'campaign':
      return wake('campaign', id, CAMPAIGN[type]);
    case 'obligation':
      return 'urged' in after ? obligationWakes(type, after) : [];
    case 'round':
      return isOwned(after)
        ? [...wake('round', id, ROUND[type]), ...wake('campaign', after.campaignId, ROUND[type])]
        : [];
    case 'nomination':
      return isOwned(after) ? wake('nomination', id, NOMINATION[type], after.visit) : [];
    case 'session':
      return isOwned(after) ? wake('session', id, SESSION[type], after.visit) : [];
    case 'activity':
    case 'example':
      return OPENS_TASKS.includes(type) && 'open' in after && Object.keys(after.open).length > 0
        ? wake('campaign', after.campaignId, 'taskOpened')
        : [];
    case 'unit':
      // A succession that is taken back changes what the same wait looks at.
      return type === UNIT_FACTS.succeeded || type === UNIT_FACTS.takenBack
        ? [{ workflow: 'campaign', id: EVERY, signal: 'unitSucceeded' }]
        : [];
    case 'cluster':
      // A cluster may come with its years, or get one: another unit may confirm from now on.
      return type === CLUSTER_FACTS.arranged || type === CLUSTER_FACTS.defined
        ? [{ workflow: 'campaign', id: EVERY, signal: 'clusterArranged' }]
        : [];
    case 'calendar':
      return type === CALENDAR_FACTS.changed ? everyone('calendarChanged') : [];
    case 'world':
      return type === WORLD_FACTS.clockMoved ? everyone('clockMoved') : [];
    default:
      return [];
  }
}

const wake = (workflow: WorkflowKind, id: string, signal: Signal | undefined, visit?: number): readonly Wake[] =>
  signal === undefined ? [] : [{ workflow, id, signal, ...(visit === undefined ? {} : { visit }) }];
