import { dateOf } from '../calendar/local-date.js';
import type { Grant } from '../access/permissions.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { refuseDocument, type DocumentNumber } from '../core/document-date.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent, type StreamRef } from '../core/stream.js';
import {
  HIGHER_DECISION,
  openHigherDecision,
  openStep,
  openingOf,
  type Opening,
} from '../nomination/nomination.route.js';
import { RULES, rulesIn } from '../nomination/eligibility.js';
import { mayDecide } from '../rules/authority.js';
import { openTaskOf, type NominationState } from '../nomination/nomination-state.js';
import { NOMINATION_FACTS } from '../nomination/nomination.stream.js';
import { taskId } from '../task/open-task.js';
import { isTaken, takeTask, type TaskTaken } from '../task/take-task.js';
import type { SignatureBlock } from './decision-document.js';
import { DECISION_FACTS } from './decision.stream.js';

interface SeenNomination {
  readonly nominationId: string;
  readonly visit: number;
}
export interface IssueDecision extends DocumentNumber {
  readonly decisionId: string;
  /** The person who signed it. */
  readonly signer: string;
  readonly nominations: readonly SeenNomination[];
  /** Lines of "Căn cứ"; composed from the campaign's register of documents where left out. */
  readonly bases?: readonly string[] | undefined;
  /** TM., KT., TL. or TUQ. with the title; follows from the signer's position where left out. */
  readonly signature?: SignatureBlock | undefined;
}
export interface SubmitUpward extends SeenNomination {
  /** The office that decides, by name or code; no person. */
  readonly authority: string;
  readonly document: DocumentNumber;
}
export interface RecordHigherDecision extends SeenNomination, DocumentNumber {
  readonly decisionId: string;
  readonly authority: string;
  readonly outcome: 'recognised' | 'declined';
  readonly reason?: string | undefined;
}

const needsSeen = ({ nominationId, visit }: SeenNomination): readonly StreamRef[] => {
  const own = ref('nomination', nominationId);
  return [own, ref('task', taskId(own, visit))];
};

/**
 * Numbers of an office start again every year. Two decisions under one number at once are kept apart by a unique index;
 * the loser is judged again and finds the number taken.
 */
function isTakenNumber(have: Have, { number, date }: DocumentNumber, issuer: string, decisionId: string): boolean {
  return have
    .answer({ ask: 'decisionNumber', number, issuer })
    .some((row) => row['id'] !== decisionId && String(row['issued_on']).slice(0, 4) === date.slice(0, 4));
}

interface Decided extends DocumentNumber {
  readonly decisionId: string;
}

/** A dossier is recognised by a decision: the step after the decision opens with the same fact. */
function recognised(id: string, state: NominationState, { task }: TaskTaken, decided: Decided, at: Opening): NewEvent {
  const decision = { id: decided.decisionId, number: decided.number, date: decided.date };
  const next = openStep(state.route, (state.step?.index ?? 0) + 1, task.visit + 1, at);
  return {
    stream: ref('nomination', id),
    type: NOMINATION_FACTS.recognised,
    payload: { visit: task.visit, step: task.step, decision, next },
  };
}

/**
 * Issues an award decision: one number, many recipients, all of them at their decision step. Refuses a number the issuer
 * has used in that year. Issued by the decider's queue; the date may be earlier than today, never later.
 */
export const issueDecision: CommandSpec<IssueDecision> = {
  needs(c, have) {
    const issuer = have.state('nomination', c.nominations[0]?.nominationId ?? '')?.roles.decider;
    return [
      ref('decision', c.decisionId),
      ref('person', c.signer),
      RULES,
      ...(issuer === undefined ? [] : [ref('unit', issuer)]),
      ...c.nominations.flatMap(needsSeen),
    ];
  },
  asks(c, have) {
    const issuer = have.state('nomination', c.nominations[0]?.nominationId ?? '')?.roles.decider;
    return issuer === undefined ? [] : [{ ask: 'decisionNumber', number: c.number, issuer }];
  },
  decide(c, have, { actor, now, calendar }) {
    const existing = have.state('decision', c.decisionId);
    if (existing !== undefined) {
      const isSame = existing.number === c.number && existing.date === c.date;
      return refuse(isSame ? 'ALREADY_DONE' : 'ALREADY_EXISTS', { field: 'decisionId' });
    }
    const first = have.state('nomination', c.nominations[0]?.nominationId ?? '');
    if (first === undefined) return refuse('INVALID_INPUT', { field: 'nominations' });
    const events: NewEvent[] = [];
    const states: NominationState[] = [];
    let grant: Grant | undefined;
    for (const [i, seen] of c.nominations.entries()) {
      const field = `nominations.${i}`;
      const state = have.state('nomination', seen.nominationId);
      if (state === undefined) return refuse('NOT_FOUND', { field, params: { id: seen.nominationId } });
      const taken = atStep(seen, state, 'decision', () =>
        takeTask(ref('nomination', seen.nominationId), state, seen.visit, have, actor, 'decision.issue'),
      );
      if (!isTaken(taken)) return named(taken, field, seen.nominationId);
      const isTwice = c.nominations.findIndex((other) => other.nominationId === seen.nominationId) < i;
      const isOther = state.campaignId !== first.campaignId || state.roles.decider !== first.roles.decider;
      if (isTwice || isOther) return refuse('INVALID_INPUT', { field, params: { id: seen.nominationId } });
      const against = refusedByRules(state);
      if (against !== undefined) return named(against, field, seen.nominationId);
      grant ??= taken.grant;
      states.push(state);
      events.push(recognised(seen.nominationId, state, taken, c, openingOf(state, now, calendar)));
    }
    const refused = refuseDocument(c, now, '');
    if (refused !== undefined || grant === undefined)
      return refused ?? refuse('INVALID_INPUT', { field: 'nominations' });
    if (have.state('person', c.signer) === undefined)
      return refuse('NOT_FOUND', { field: 'signer', params: { id: c.signer } });
    if (isTakenNumber(have, c, first.roles.decider, c.decisionId))
      return refuse('DECISION_NUMBER_TAKEN', { field: 'number', params: { number: c.number } });
    const payload = {
      campaignId: first.campaignId,
      issuer: first.roles.decider,
      number: c.number,
      date: c.date,
      signer: c.signer,
      authority: 'own',
      ...lawAuthority(states, have, now),
      nominations: c.nominations.map(({ nominationId }) => nominationId),
      ...(c.bases === undefined ? {} : { bases: c.bases }),
      ...(c.signature === undefined ? {} : { signature: { ...c.signature } }),
    };
    const issued = { stream: ref('decision', c.decisionId), type: DECISION_FACTS.issued, payload };
    return accept(grant, [issued, ...events], { result: { decisionId: c.decisionId } });
  },
};

/** The last recorded verdict refuses the award by a verified rule; what nobody verified refuses nothing. */
function refusedByRules({ eligibility }: NominationState): Decision | undefined {
  const failed = eligibility?.failed[0];
  return eligibility?.outcome === 'not-eligible' && failed !== undefined
    ? refuse('NOT_ELIGIBLE', { params: { rule: failed.row }, legalBasis: failed.article })
    : undefined;
}

/**
 * Whether the law gives these awards to the head of this unit on this day; left out where the world has no rules. It is
 * put on record and shown, and refuses nothing: who decides is said by the campaign's own document.
 */
function lawAuthority(states: readonly NominationState[], have: Have, now: number): { lawAuthority?: string } {
  const book = rulesIn(have);
  const type = have.state('unit', states[0]?.roles.decider ?? '')?.type;
  if (book === undefined || type === undefined) return {};
  const says = states.map((state) => mayDecide(book, state.awardCode, dateOf(now), type));
  return { lawAuthority: says.includes('no') ? 'no' : says.includes('unknown') ? 'unknown' : 'yes' };
}

/** Only a dossier whose open step is of this kind; `take` says who may end it. */
function atStep(
  seen: SeenNomination,
  state: NominationState,
  kind: string,
  take: () => TaskTaken | Decision,
): TaskTaken | Decision {
  const task = openTaskOf(state);
  return task !== undefined && task.visit === seen.visit && task.kind !== kind
    ? refuse('NOT_ALLOWED_IN_STATE', { params: { step: task.kind, id: seen.nominationId } })
    : take();
}

/** The same refusal, saying which of many dossiers it is about. */
const named = (decision: Decision, field: string, id: string): Decision =>
  decision.ok
    ? decision
    : { ok: false, refusal: { ...decision.refusal, field, params: { ...decision.refusal.params, id } } };

/**
 * The decider has no authority for this award and submits the dossier upward: the decision step becomes a wait of the
 * standing body for the decision of a higher authority, which it records when it comes.
 */
export const submitUpward: CommandSpec<SubmitUpward> = {
  needs: needsSeen,
  decide(c, have, { actor, now, calendar }) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    if (openTaskOf(state)?.kind === HIGHER_DECISION && c.visit < state.visit)
      return refuse('ALREADY_DONE', { params: { status: state.status } });
    const taken = atStep(c, state, 'decision', () =>
      takeTask(ref('nomination', c.nominationId), state, c.visit, have, actor, 'decision.issue'),
    );
    if (!isTaken(taken)) return taken;
    if (c.authority.trim() === '') return refuse('INVALID_INPUT', { field: 'authority' });
    const refused = refuseDocument(c.document, now, 'document');
    if (refused !== undefined) return refused;
    const upward = { authority: c.authority, number: c.document.number, date: c.document.date };
    const next = openHigherDecision(state.step?.index ?? 0, taken.task.visit + 1, openingOf(state, now, calendar));
    const payload = { visit: taken.task.visit, step: taken.task.step, upward, next };
    return accept(taken.grant, [
      { stream: ref('nomination', c.nominationId), type: NOMINATION_FACTS.submittedUpward, payload },
    ]);
  },
};

/**
 * Records what a higher authority decided on a dossier submitted to it. One decision may name many dossiers: it is
 * recorded for each under the same id, number and date. A refusal needs its reason; the number is then that of the letter.
 */
export const recordHigherDecision: CommandSpec<RecordHigherDecision> = {
  needs: (c) => [ref('decision', c.decisionId), ...needsSeen(c)],
  asks: (c) => [{ ask: 'decisionNumber', number: c.number, issuer: c.authority }],
  decide(c, have, { actor, now, calendar }) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const existing = have.state('decision', c.decisionId);
    if (existing?.nominations.includes(c.nominationId) === true)
      return refuse('ALREADY_DONE', { params: { status: state.status } });
    const taken = atStep(c, state, HIGHER_DECISION, () =>
      takeTask(ref('nomination', c.nominationId), state, c.visit, have, actor, 'decision.record'),
    );
    if (!isTaken(taken)) return taken;
    if (c.authority.trim() === '') return refuse('INVALID_INPUT', { field: 'authority' });
    const refused = refuseDocument(c, now, '');
    if (refused !== undefined) return refused;
    if (c.outcome === 'declined') {
      if (c.reason === undefined || c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
      const document = { number: c.number, date: c.date, authority: c.authority };
      const payload = {
        visit: taken.task.visit,
        step: taken.task.step,
        document,
        reason: seal(state.subject.name.$seal, c.reason),
      };
      return accept(taken.grant, [
        { stream: ref('nomination', c.nominationId), type: NOMINATION_FACTS.declined, payload },
      ]);
    }
    if (
      existing !== undefined &&
      (existing.number !== c.number || existing.date !== c.date || existing.issuer !== c.authority)
    ) {
      return refuse('ALREADY_EXISTS', { field: 'decisionId' });
    }
    if (isTakenNumber(have, c, c.authority, c.decisionId))
      return refuse('DECISION_NUMBER_TAKEN', { field: 'number', params: { number: c.number } });
    const stream = ref('decision', c.decisionId);
    const issued: NewEvent =
      existing === undefined
        ? {
            stream,
            type: DECISION_FACTS.issued,
            payload: {
              campaignId: state.campaignId,
              issuer: c.authority,
              number: c.number,
              date: c.date,
              signer: '',
              authority: 'higher',
              nominations: [c.nominationId],
            },
          }
        : { stream, type: DECISION_FACTS.recipientAdded, payload: { nominationId: c.nominationId } };
    const award = recognised(c.nominationId, state, taken, c, openingOf(state, now, calendar));
    return accept(taken.grant, [issued, award], { result: { decisionId: c.decisionId } });
  },
};
