import { holdingFor } from '../access/actor.js';
import { permit, type Grant, type PermissionName } from '../access/permissions.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import { dateOf, isLocalDate } from '../calendar/local-date.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent } from '../core/stream.js';
import {
  accept,
  refuse,
  type Ask,
  type CommandSpec,
  type Context,
  type Decision,
  type Have,
} from '../core/decision.js';
import { tell } from '../core/notices.js';
import { askHolders, everyoneAt, queuesOfUnit } from '../obligation/owed.js';
import { dueOn, resolveWithin } from '../deadline/due.js';
import { refuseSucceeded } from '../succession/refuse-succeeded.js';
import { gateOf, refuseGated } from '../registration/pledge-results.js';
import { registrationId } from '../registration/registration.stream.js';
import { taskId, type OpenTask } from '../task/open-task.js';
import { replanTask } from '../task/plan-task.js';
import {
  NOMINATION_FACTS,
  openTaskOf,
  type NominationDocument,
  type NominationState,
  type PinnedStep,
} from './nomination.stream.js';
import {
  HIGHER_DECISION,
  openSupplement,
  openStep,
  openingOf,
  passStep,
  remainingOf,
  reopenPaused,
} from './nomination.route.js';
import { procedureOf } from '../rules/authority.js';
import {
  asksForJudging,
  hasBatchLimits,
  inquiryOf,
  isReceipt,
  judgeNomination,
  needsForJudging,
  pinRules,
  provisionalPack,
  RULES,
  rulesIn,
  summaryOf,
} from './eligibility.js';
import { recordedVerdict } from './sealed-facts.js';
import { pinRoute, rolesOf } from './pin-route.js';
import { exampleNominated } from '../example/example.commands.js';
import { criteriaSummary, criteriaVerdict, dossierFindings, refuseDossier } from './dossier-check.js';
import {
  needsAnswers,
  partsOf,
  refuseMeeting,
  sealAnswers,
  type GivenAnswer,
  type UnitMeeting,
} from './nomination-dossier.commands.js';
import { isOfferedTo } from '../campaign-plan/subjects.js';
import type { SubjectKind } from '../campaign-plan/vocabulary.js';

export interface DraftNomination {
  readonly nominationId: string;
  readonly campaignId: string;
  readonly roundId: string;
  readonly awardCode: string;
  readonly unitId: string;
  readonly subject: {
    readonly kind: SubjectKind;
    readonly id: string;
    readonly name: string;
    /** The unit that is nominated itself, where it is one. */
    readonly unitId?: string | undefined;
  };
  readonly achievement: string;
  readonly documents: readonly NominationDocument[];
  /** What the unit says to the criteria of the nominee's group. */
  readonly answers?: readonly GivenAnswer[] | undefined;
  /** Minutes of the meeting of the unit that chose the nominee. */
  readonly meeting?: UnitMeeting | undefined;
  /** The advanced example it comes from. */
  readonly exampleId?: string | undefined;
  /** The authority that found the nominee itself (S3-51); the unit's officers are told. */
  readonly initiatedBy?: string | undefined;
}
export interface SubmitNomination {
  readonly nominationId: string;
}
/** `visit` is the opening of the step that the person saw; a later one makes the act stale. */
export interface StepAct {
  readonly nominationId: string;
  readonly visit: number;
}
export interface ApproveStep extends StepAct {
  readonly note?: string | undefined;
}
export interface ReturnNomination extends StepAct {
  readonly reason: string;
  /** Last day for the supplement; ten working days from now where nobody names one. */
  readonly supplementBy?: string | undefined;
}
export interface DeclineNomination extends StepAct {
  readonly reason: string;
}
export interface ResubmitNomination extends StepAct {
  readonly note: string;
  readonly documents?: readonly NominationDocument[] | undefined;
}
export interface NominationReason {
  readonly nominationId: string;
  readonly reason: string;
}
export interface HoldNomination extends NominationReason {
  readonly ground: 'discipline' | 'inspection' | 'complaint' | 'press';
}
export interface EndTimedStep extends StepAct {
  readonly key: string;
}
export interface ExtendStep extends StepAct {
  readonly lastDay: string;
  readonly reason: string;
}
export interface RevokeAward extends NominationReason {
  readonly decisionNumber: string;
  readonly decisionDate: string;
}

const DEFAULT_SUPPLEMENT_DAYS = 10;
/** More returns than this for one dossier send it to a person, not to another round of papers. */
const MOST_RETURNS = 3;

const event = (id: string, type: string, payload: Readonly<Record<string, unknown>>): NewEvent => ({
  stream: ref('nomination', id),
  type,
  payload,
});

const subjectSeal = (state: NominationState): string => state.subject.name.$seal;
const sealNote = (state: NominationState, text: string | undefined): Readonly<Record<string, unknown>> =>
  text === undefined || text === '' ? {} : { note: seal(subjectSeal(state), text) };

type Found = { readonly state: NominationState; readonly task: OpenTask; readonly grant: Grant };

/** The open step the person saw, and their right to act on it; or why not. */
function actOn(
  command: StepAct,
  have: Have,
  context: Context,
  permission: PermissionName = 'nomination.act',
): Found | Decision {
  const state = have.state('nomination', command.nominationId);
  if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: command.nominationId } });
  const task = openTaskOf(state);
  if (task === undefined) return refuse('TASK_CLOSED', { field: 'visit', params: { status: state.status } });
  if (task.visit !== command.visit) {
    return refuse(command.visit < task.visit ? 'STALE_VERSION' : 'INVALID_INPUT', {
      field: 'visit',
      params: { seen: command.visit, now: task.visit, step: task.step },
    });
  }
  if (context.actor.kind === 'engine') {
    const grant = permit(context.actor, permission, []);
    return grant === undefined ? refuse('FORBIDDEN', { params: { permission } }) : { state, task, grant };
  }
  const handling = have.state('task', taskId({ kind: 'nomination', id: command.nominationId }, task.visit));
  const assignee = handling?.assignee;
  const holding = holdingFor(context.actor, task.queue);
  if (holding === undefined && assignee !== context.actor.id) {
    return refuse('NOT_ASSIGNED_TO_YOU', { params: { queue: task.queue } });
  }
  if (assignee !== undefined && assignee !== context.actor.id) {
    return refuse('TASK_CLAIMED_BY_OTHER', { params: { assignee, since: handling?.since ?? 0 } });
  }
  const serving = holding ?? context.actor.holdings[0];
  if (serving === undefined) return refuse('FORBIDDEN', { params: { permission } });
  return { state, task, grant: { by: 'holding', holding: serving } };
}

const isFound = (found: Found | Decision): found is Found => 'state' in found;

const needsStep = (command: StepAct) => [
  ref('nomination', command.nominationId),
  ref('task', taskId({ kind: 'nomination', id: command.nominationId }, command.visit)),
];

export const draftNomination: CommandSpec<DraftNomination> = {
  needs: (c) => [
    ref('nomination', c.nominationId),
    ref('campaign', c.campaignId),
    ref('round', c.roundId),
    ref('unit', c.unitId),
    ...(c.subject.unitId === undefined ? [] : [ref('unit', c.subject.unitId)]),
    ...(c.exampleId === undefined ? [] : [ref('example', c.exampleId)]),
  ],
  asks: (c) => askHolders(toldOfInitiative(c)),
  decide(c, have, context) {
    if (have.state('nomination', c.nominationId) !== undefined)
      return refuse('ALREADY_EXISTS', { field: 'nominationId' });
    const campaign = have.state('campaign', c.campaignId);
    if (campaign === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    const unit = have.state('unit', c.unitId);
    if (unit === undefined) return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: c.unitId } });
    const ended = refuseSucceeded(unit, c.unitId, context.now);
    if (ended !== undefined) return ended;
    const round = have.state('round', c.roundId);
    if (round === undefined || round.campaignId !== c.campaignId)
      return refuse('NOT_FOUND', { field: 'roundId', params: { id: c.roundId } });
    if (round.status !== 'open')
      return refuse('ROUND_NOT_OPEN', { field: 'roundId', params: { status: round.status } });
    const offer = round.awards.find((a) => a.award === c.awardCode);
    if (offer === undefined || !isOfferedTo(offer.subjectKinds, c.subject.kind)) {
      return refuse('UNKNOWN_AWARD', { field: 'awardCode', params: { award: c.awardCode, subject: c.subject.kind } });
    }
    const right = c.initiatedBy === undefined ? 'nomination.draft' : 'nomination.initiate';
    const grant = permit(context.actor, right, [c.initiatedBy ?? c.unitId]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: right } });
    const refused = refuseOrigin(c, have, campaign.file) ?? refuseMeeting(c.meeting, context.now);
    if (refused !== undefined) return refused;
    const key = `subject/${c.subject.id}`;
    return accept(
      grant,
      [
        event(c.nominationId, NOMINATION_FACTS.drafted, {
          campaignId: c.campaignId,
          roundId: c.roundId,
          awardCode: c.awardCode,
          unitId: c.unitId,
          subject: {
            kind: c.subject.kind,
            id: c.subject.id,
            name: seal(key, c.subject.name),
            ...(c.subject.unitId === undefined ? {} : { unitId: c.subject.unitId }),
          },
          achievement: seal(key, c.achievement),
          documents: c.documents,
          ...(c.answers === undefined ? {} : { answers: sealAnswers(c.answers, key) }),
          ...(c.meeting === undefined ? {} : { meeting: { ...c.meeting } }),
          ...(c.exampleId === undefined ? {} : { exampleId: c.exampleId }),
          ...(c.initiatedBy === undefined ? {} : { initiatedBy: c.initiatedBy }),
          roles: rolesOf(campaign.file.roles),
        }),
        ...(c.exampleId === undefined ? [] : [exampleNominated(c.exampleId, c.nominationId)]),
      ],
      {
        notices: tell(everyoneAt(have, toldOfInitiative(c)), {
          subject: ref('nomination', c.nominationId),
          step: 'initiated',
          template: 'nomination-initiated',
          params: { nominationId: c.nominationId, campaignId: c.campaignId, unitId: c.unitId },
        }),
        result: { nominationId: c.nominationId },
      },
    );
  },
};

/** Where an authority found the nominee itself, the unit the nominee belongs to hears of it. */
const toldOfInitiative = (c: DraftNomination): readonly string[] =>
  c.initiatedBy === undefined ? [] : queuesOfUnit(c.unitId);

/** Where a dossier comes from must exist: the nominated unit, the example it names, an authority of the campaign. */
function refuseOrigin(c: DraftNomination, have: Have, file: CampaignFile): Decision | undefined {
  const { unitId, id } = c.subject;
  if (unitId !== undefined && have.state('unit', unitId) === undefined)
    return refuse('UNKNOWN_UNIT', { field: 'subject.unitId', params: { id: unitId } });
  const { issuer, leadAgency, decider } = file.roles;
  if (c.initiatedBy !== undefined && ![issuer, leadAgency, decider].some(({ unit }) => unit === c.initiatedBy))
    return refuse('INVALID_INPUT', { field: 'initiatedBy', params: { id: c.initiatedBy } });
  if (c.exampleId === undefined) return undefined;
  const example = have.state('example', c.exampleId);
  if (example === undefined || example.campaignId !== c.campaignId)
    return refuse('NOT_FOUND', { field: 'exampleId', params: { id: c.exampleId } });
  return example.subject.id === id ? undefined : refuse('INVALID_INPUT', { field: 'subject.id', params: { id } });
}

export const submitNomination: CommandSpec<SubmitNomination> = {
  needs(c, have) {
    const state = have.state('nomination', c.nominationId);
    const own = ref('nomination', c.nominationId);
    if (state === undefined) return [own];
    const registration = ref('registration', registrationId(state.campaignId, state.unitId));
    return [
      own,
      RULES,
      ref('campaign', state.campaignId),
      ref('round', state.roundId),
      ref('unit', state.unitId),
      registration,
      ...needsAnswers(state),
    ];
  },
  // One achievement, one award (L2022 art. 5): the same subject once per round, whoever nominates. Two submissions at
  // once are kept apart by a unique index over living dossiers; the loser is judged again and finds its twin.
  asks(c, have) {
    const state = have.state('nomination', c.nominationId);
    return state === undefined
      ? []
      : [
          { ask: 'openNominationsOf', subjectId: state.subject.id, roundId: state.roundId },
          ...asksForJudging(state, have),
          ...(hasBatchLimits(state, have) ? [submittedTogether(state)] : []),
        ];
  },
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const initiator =
      state.initiatedBy === undefined ? undefined : permit(context.actor, 'nomination.initiate', [state.initiatedBy]);
    const grant = permit(context.actor, 'nomination.submit', [state.unitId]) ?? initiator;
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.submit' } });
    if (state.status !== 'draft') return refuse('ALREADY_DONE', { params: { status: state.status } });
    const round = have.state('round', state.roundId);
    const campaign = have.state('campaign', state.campaignId);
    if (round === undefined || campaign === undefined || round.status !== 'open') {
      return refuse('ROUND_NOT_OPEN', { params: { status: round?.status ?? 'unknown' } });
    }
    const registration = have.state('registration', registrationId(state.campaignId, state.unitId));
    const isRegistered = registration?.status === 'confirmed' || registration?.inForce !== undefined;
    // Prompt awards come when something happens: nobody has to have signed up for it.
    if (campaign.file.registration?.requiredForNomination === true && round.kind !== 'prompt' && !isRegistered) {
      return refuse('UNIT_NOT_REGISTERED', { params: { unit: state.unitId } });
    }
    const gated = refuseGated(gateOf(campaign.file, round), registration, state.unitId);
    if (gated.refused !== undefined) return gated.refused;
    const twin = have
      .answer({ ask: 'openNominationsOf', subjectId: state.subject.id, roundId: state.roundId })
      .find((row) => row['id'] !== c.nominationId);
    if (twin !== undefined) {
      return refuse('SAME_ACHIEVEMENT', {
        params: { other: String(twin['id']) },
        legalBasis: 'Luật 06/2022/QH15, Điều 5',
      });
    }
    const parts = partsOf(state, have);
    const incomplete = refuseDossier(campaign.file, parts);
    if (incomplete !== undefined) return incomplete;
    const found = dossierFindings(campaign.file, parts);
    const group = found === undefined || found === 'no-group' ? {} : { group: found.group.key };
    const today = dateOf(context.now);
    const book = rulesIn(have);
    const law = book === undefined ? undefined : procedureOf(book, inquiryOf(state, have, today));
    const route = pinRoute(campaign.file, round, state, law);
    // Together with what the unit has submitted before; counted anew when the deciding level receives it.
    const batch = dependsOnBatch(route) ? { batch: batchSize(state, have) + 1 } : {};
    const next = openStep(route, 0, 1, openingOf({ ...state, ...batch }, context.now, context.calendar));
    const rulePack = provisionalPack(have, campaign.rulePack, context.now);
    // Provisional: what counts are the rules of the day the deciding level receives the dossier, so nobody is refused here.
    const verdict = judgeNomination(state, have, today);
    const judged =
      book === undefined || verdict === undefined
        ? {}
        : { summary: summaryOf(verdict, book), ...recordedVerdict(verdict, state, book) };
    const asked = criteriaVerdict(campaign.file, parts, state.awardCode, today);
    const criteria = asked === undefined ? {} : { criteria: criteriaSummary(asked) };
    return accept(
      grant,
      [
        event(c.nominationId, NOMINATION_FACTS.submitted, {
          route,
          next,
          rulePack,
          ...judged,
          ...group,
          ...criteria,
          ...batch,
        }),
      ],
      gated.advice === undefined ? {} : { result: { advice: { pledge: gated.advice.lacks, keys: gated.advice.keys } } },
    );
  },
};

const submittedTogether = ({ roundId, unitId, awardCode }: NominationState): Ask => ({
  ask: 'submittedTogether',
  roundId,
  unitId,
  awardCode,
});
const batchSize = (state: NominationState, have: Have): number => have.answer(submittedTogether(state)).length;
const dependsOnBatch = (route: readonly PinnedStep[]): boolean => route.some(({ byBatch }) => byBatch !== undefined);

/** Steps that end with more than a word: their own commands record the facts that belong to them. */
const OWN_COMMAND: Readonly<Record<string, string>> = {
  council: 'recordCouncilResult',
  decision: 'issueDecision',
  [HIGHER_DECISION]: 'recordHigherDecision',
  supplement: 'resubmitNomination',
};

/** The open step of the visit the person saw is the one by which the deciding level receives the dossier. */
function receipt(c: StepAct, have: Have): NominationState | undefined {
  const state = have.state('nomination', c.nominationId);
  const task = state === undefined ? undefined : openTaskOf(state);
  return state !== undefined && task?.visit === c.visit && isReceipt(state, task.kind) ? state : undefined;
}

export const approveStep: CommandSpec<ApproveStep> = {
  needs(c, have) {
    const received = receipt(c, have);
    return [...needsStep(c), ...(received === undefined ? [] : needsForJudging(received))];
  },
  asks(c, have) {
    const received = receipt(c, have);
    return received === undefined
      ? []
      : [...asksForJudging(received, have), ...(dependsOnBatch(received.route) ? [submittedTogether(received)] : [])];
  },
  decide(c, have, context) {
    const found = actOn(c, have, context);
    if (!isFound(found)) return found;
    const own = OWN_COMMAND[found.task.kind];
    if (own !== undefined) return refuse('NOT_ALLOWED_IN_STATE', { params: { step: found.task.kind, use: own } });
    const received = receipt(c, have);
    const batch = received !== undefined && dependsOnBatch(received.route) ? { batch: batchSize(received, have) } : {};
    return accept(found.grant, [
      passStep(
        c.nominationId,
        found.state,
        found.task,
        openingOf({ ...found.state, ...batch }, context.now, context.calendar),
        { ...sealNote(found.state, c.note), ...batch },
      ),
      ...(received === undefined ? [] : pinRules(c.nominationId, found.state, have, context.now)),
    ]);
  },
};

export const returnNomination: CommandSpec<ReturnNomination> = {
  needs: needsStep,
  decide(c, have, context) {
    const found = actOn(c, have, context);
    if (!isFound(found)) return found;
    const { state, task } = found;
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    if (task.kind === 'supplement' || task.kind === 'decision')
      return refuse('NOT_ALLOWED_IN_STATE', { params: { step: task.kind } });
    if (state.returns >= MOST_RETURNS) return refuse('RETURNED_TOO_OFTEN', { params: { times: state.returns } });
    if (c.supplementBy !== undefined && !isLocalDate(c.supplementBy))
      return refuse('DATE_INVALID', { field: 'supplementBy' });
    const due =
      c.supplementBy === undefined
        ? resolveWithin(DEFAULT_SUPPLEMENT_DAYS, 'working', context.now, context.calendar)
        : dueOn(c.supplementBy);
    if (due.at <= context.now)
      return refuse('DEADLINE_IN_PAST', { field: 'supplementBy', params: { date: due.lastDay } });
    const index = state.step?.index ?? 0;
    return accept(found.grant, [
      event(c.nominationId, NOMINATION_FACTS.returned, {
        visit: task.visit,
        step: task.step,
        reason: seal(subjectSeal(state), c.reason),
        paused: {
          index,
          remaining: remainingOf(state, index, task, context.now, context.calendar),
          since: context.now,
        },
        next: openSupplement(
          index,
          task.visit + 1,
          { lastDay: due.lastDay, at: due.at },
          openingOf(state, context.now, context.calendar),
        ),
      }),
    ]);
  },
};

export const resubmitNomination: CommandSpec<ResubmitNomination> = {
  needs: needsStep,
  decide(c, have, context) {
    const found = actOn(c, have, context);
    if (!isFound(found)) return found;
    const { state, task } = found;
    if (task.kind !== 'supplement' || state.paused === undefined)
      return refuse('NOT_ALLOWED_IN_STATE', { params: { step: task.kind } });
    const next = reopenPaused(state, task.visit + 1, openingOf(state, context.now, context.calendar));
    return accept(found.grant, [
      // Named papers of a supplement take the place of the former ones; files come by their own command.
      ...(c.documents === undefined
        ? []
        : [event(c.nominationId, NOMINATION_FACTS.revised, { documents: c.documents })]),
      event(c.nominationId, NOMINATION_FACTS.resubmitted, {
        visit: task.visit,
        late: task.due !== undefined && context.now >= task.due.at,
        documents: c.documents ?? [],
        ...sealNote(state, c.note),
        next,
      }),
    ]);
  },
};

export const declineNomination: CommandSpec<DeclineNomination> = {
  needs: needsStep,
  decide(c, have, context) {
    const found = actOn(c, have, context);
    if (!isFound(found)) return found;
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    if (found.task.kind === 'supplement')
      return refuse('NOT_ALLOWED_IN_STATE', { params: { step: found.task.kind, use: 'withdrawNomination' } });
    if (found.task.kind === 'council')
      return refuse('NOT_ALLOWED_IN_STATE', { params: { step: found.task.kind, use: 'recordCouncilResult' } });
    if (found.task.kind === HIGHER_DECISION)
      return refuse('NOT_ALLOWED_IN_STATE', { params: { step: found.task.kind, use: 'recordHigherDecision' } });
    return accept(found.grant, [
      event(c.nominationId, NOMINATION_FACTS.declined, {
        visit: found.task.visit,
        step: found.task.step,
        reason: seal(subjectSeal(found.state), c.reason),
      }),
    ]);
  },
};

const OPEN_STATES: readonly NominationState['status'][] = ['draft', 'open', 'returned', 'on-hold'];

export const withdrawNomination: CommandSpec<NominationReason> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'nomination.withdraw', [state.unitId]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.withdraw' } });
    if (state.status === 'withdrawn') return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (!OPEN_STATES.includes(state.status))
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.withdrawn, { reason: seal(subjectSeal(state), c.reason) }),
    ]);
  },
};

export const holdNomination: CommandSpec<HoldNomination> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'nomination.hold', [state.roles.standingBody]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.hold' } });
    if (state.status === 'on-hold') return refuse('ALREADY_DONE', { params: { status: state.status } });
    const task = openTaskOf(state);
    if (task === undefined || state.step === undefined)
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const index = state.step.index;
    const pausedByReturn = state.status === 'returned' ? state.paused : undefined;
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.held, {
        visit: task.visit,
        step: task.step,
        ground: c.ground,
        reason: seal(subjectSeal(state), c.reason),
        // A dossier held while it is with its unit goes back to the step that had returned it.
        paused: pausedByReturn ?? {
          index,
          remaining: remainingOf(state, index, task, context.now, context.calendar),
          since: context.now,
        },
      }),
    ]);
  },
};

export const releaseNomination: CommandSpec<NominationReason> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'nomination.hold', [state.roles.standingBody]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.hold' } });
    if (state.status !== 'on-hold' || state.paused === undefined)
      return refuse('ALREADY_DONE', { params: { status: state.status } });
    const next = reopenPaused(state, state.visit + 1, openingOf(state, context.now, context.calendar));
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.released, { reason: seal(subjectSeal(state), c.reason), next }),
    ]);
  },
};

/** Extends the open step's due date; never shortens it into the past. Everyone concerned is told by the new plan. */
export const extendStep: CommandSpec<ExtendStep> = {
  needs: needsStep,
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'campaign.extend', [
      state.roles.leadAgency,
      state.roles.standingBody,
      state.roles.decider,
    ]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.extend' } });
    const task = openTaskOf(state);
    if (task === undefined || state.step === undefined)
      return refuse('TASK_CLOSED', { params: { status: state.status } });
    if (task.visit !== c.visit)
      return refuse('STALE_VERSION', { field: 'visit', params: { seen: c.visit, now: task.visit, step: task.step } });
    if (!isLocalDate(c.lastDay)) return refuse('DATE_INVALID', { field: 'lastDay' });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const due = dueOn(c.lastDay);
    if (due.at <= context.now)
      return refuse('DEADLINE_IN_PAST', { field: 'lastDay', params: { date: c.lastDay, today: dateOf(context.now) } });
    if (task.due !== undefined && due.at <= task.due.at)
      return refuse('DEADLINE_IN_PAST', { field: 'lastDay', params: { date: c.lastDay, today: task.due.lastDay } });
    const next = {
      index: state.step.index,
      task: replanTask(task, { lastDay: due.lastDay, at: due.at }, context.now, context.calendar),
    };
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.dueExtended, {
        visit: task.visit,
        from: task.due?.lastDay ?? null,
        to: c.lastDay,
        reason: seal(subjectSeal(state), c.reason),
        next,
      }),
    ]);
  },
};

/** Ends a step that waits for time alone: an opinion period, publication, archiving. Issued by the engine. */
export const endTimedStep: CommandSpec<EndTimedStep> = {
  needs: needsStep,
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const task = openTaskOf(state);
    if (task === undefined || task.visit > c.visit) return refuse('ALREADY_DONE', { params: { status: state.status } });
    const found = actOn(c, have, context, 'nomination.advance');
    if (!isFound(found)) return found;
    if (task.queue !== '') return refuse('NOT_ALLOWED_IN_STATE', { params: { step: task.step } });
    if (task.due !== undefined && context.now < task.due.at)
      return refuse('NOT_DUE_YET', { params: { date: task.due.lastDay } });
    if (task.kind === 'publication') {
      const next = openStep(
        state.route,
        (state.step?.index ?? 0) + 1,
        task.visit + 1,
        openingOf(state, context.now, context.calendar),
      );
      return accept(found.grant, [
        event(c.nominationId, NOMINATION_FACTS.published, { visit: task.visit, step: task.step, next }),
      ]);
    }
    if (task.kind === 'archive') {
      return accept(found.grant, [
        event(c.nominationId, NOMINATION_FACTS.archived, { visit: task.visit, step: task.step }),
      ]);
    }
    return accept(found.grant, [
      passStep(c.nominationId, found.state, found.task, openingOf(found.state, context.now, context.calendar)),
    ]);
  },
};

const AWARDED: readonly NominationState['status'][] = ['recognised', 'published', 'archived'];

/** Annuls an award that was decided: false declaration, forged papers, unlawful appraisal (L2022 art. 93). */
export const revokeAward: CommandSpec<RevokeAward> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'nomination.revoke', [state.roles.decider]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.revoke' } });
    if (state.status === 'revoked') return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (!AWARDED.includes(state.status)) return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    if (!isLocalDate(c.decisionDate)) return refuse('DATE_INVALID', { field: 'decisionDate' });
    if (c.decisionDate > dateOf(context.now))
      return refuse('DATE_IN_FUTURE', { field: 'decisionDate', params: { date: c.decisionDate } });
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.revoked, {
        // Publication or archiving that the revocation interrupts goes on after a restoration.
        ...(state.step === undefined ? {} : { paused: { index: state.step.index, since: context.now } }),
        reason: seal(subjectSeal(state), c.reason),
        decisionNumber: c.decisionNumber,
        decisionDate: c.decisionDate,
        legalBasis: 'Luật 06/2022/QH15, Điều 93',
      }),
    ]);
  },
};

export const restoreAward: CommandSpec<NominationReason> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'nomination.revoke', [state.roles.decider]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.revoke' } });
    if (state.status !== 'revoked') return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.restored, {
        reason: seal(subjectSeal(state), c.reason),
        next: reopenPaused(state, state.visit + 1, openingOf(state, context.now, context.calendar)),
      }),
    ]);
  },
};
