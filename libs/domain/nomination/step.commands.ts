import { dateOf, isLocalDate } from '../calendar/local-date.js';
import { seal } from '../core/sealed.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { dueOn, resolveWithin } from '../deadline/due.js';
import { openTaskOf, type NominationDocument, type NominationState } from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';
import { HIGHER_DECISION, openSupplement, openingOf, passStep, remainingOf, reopenPaused } from './nomination.route.js';
import { asksForJudging, dayOfRules, isReceipt, needsForJudging, pinRules } from './eligibility.js';

import { actOn, event, isFound, needsStep, sealNote, subjectSeal, type StepAct } from './acting-on.js';
import { lackingPapers, type AskedPaper } from './asked-papers.js';
import { needsAnswers } from './nomination-dossier.commands.js';
import { batchSize, dependsOnBatch, submittedTogether } from './batch.js';

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

const DEFAULT_SUPPLEMENT_DAYS = 10;

/** More returns than this for one dossier send it to a person, not to another round of papers. */
const MOST_RETURNS = 3;

/** Steps that end with more than a word: their own commands record the facts that belong to them. */
const OWN_COMMAND: Readonly<Record<string, string>> = {
  council: 'recordCouncilResult',
  decision: 'issueDecision',
  [HIGHER_DECISION]: 'recordHigherDecision',
  supplement: 'resubmitNomination',
};

/** A dossier that lacks what it must have goes on only with a word why. */
function refuseUnsaid(lacking: readonly AskedPaper[], note: string | undefined): Decision | undefined {
  const [first] = lacking;
  if (first === undefined || (note ?? '').trim() !== '') return undefined;
  return refuse('PAPERS_MISSING', {
    field: 'note',
    params: { papers: lacking.map(({ name }) => name.vi).join('; ') },
    ...(first.article === undefined ? {} : { legalBasis: first.article }),
  });
}

/** What was lacking, by name, for the fact that it went on all the same. */
const lackingFact = (lacking: readonly AskedPaper[]) =>
  lacking.length === 0 ? {} : { lacking: lacking.map(({ kind, name }) => ({ kind, title: name })) };

/** A dossier the deciding level has received before: no desk counts its papers again when it comes back. */
const receivedBefore = (c: StepAct, have: Have): NominationState | undefined => {
  const state = have.state('nomination', c.nominationId);
  return state?.rulePack?.pinned === undefined ? undefined : state;
};

/** The open step of the visit the person saw is the one by which the deciding level receives the dossier. */
function receipt(c: StepAct, have: Have): NominationState | undefined {
  const state = have.state('nomination', c.nominationId);
  const task = state === undefined ? undefined : openTaskOf(state);
  return state !== undefined && task?.visit === c.visit && isReceipt(state, task.kind) ? state : undefined;
}

/**
 * Passes the open step. The first desk of the deciding level takes the dossier as it is: where a paper is missing that the
 * campaign or a verified rule requires (L2022 art. 84), it says why it is taken all the same, or sends it back; the fact
 * names what was missing. What nobody verified is only advised.
 */
export const approveStep: CommandSpec<ApproveStep> = {
  needs(c, have) {
    const received = receipt(c, have);
    return [
      ...needsStep(c),
      ...(received === undefined ? [] : [...needsForJudging(received, have), ...needsAnswers(received)]),
    ];
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
    const lacking = received === undefined ? [] : lackingPapers(received, have, dateOf(context.now));
    const unsaid = refuseUnsaid(lacking, c.note);
    if (unsaid !== undefined) return unsaid;
    const batch = received !== undefined && dependsOnBatch(received.route) ? { batch: batchSize(received, have) } : {};
    return accept(found.grant, [
      passStep(
        c.nominationId,
        found.state,
        found.task,
        openingOf({ ...found.state, ...batch }, context.now, context.calendar),
        {
          ...sealNote(found.state, c.note),
          ...lackingFact(lacking),
          ...batch,
        },
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

/**
 * The unit hands a returned dossier in again, which goes back to the step it came from. After the receipt it needs a word
 * where it no longer holds a paper that is required.
 */
export const resubmitNomination: CommandSpec<ResubmitNomination> = {
  needs(c, have) {
    const received = receivedBefore(c, have);
    return [
      ...needsStep(c),
      ...(received === undefined ? [] : [...needsForJudging(received, have), ...needsAnswers(received)]),
    ];
  },
  decide(c, have, context) {
    const found = actOn(c, have, context);
    if (!isFound(found)) return found;
    const { state, task } = found;
    if (task.kind !== 'supplement' || state.paused === undefined)
      return refuse('NOT_ALLOWED_IN_STATE', { params: { step: task.kind } });
    const supplied = c.documents === undefined ? state : { ...state, documents: c.documents };
    const lacking =
      receivedBefore(c, have) === undefined ? [] : lackingPapers(supplied, have, dayOfRules(state, context.now));
    const unsaid = refuseUnsaid(lacking, c.note);
    if (unsaid !== undefined) return unsaid;
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
        ...lackingFact(lacking),
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
