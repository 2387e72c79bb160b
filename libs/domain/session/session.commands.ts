import { queueOf } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import { dateOf, isLocalDate } from '../calendar/local-date.js';
import { accept, refuse, type CommandSpec, type Context, type Decision, type Have } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { refuseDocument, type DocumentNumber } from '../core/document-date.js';
import { ref, type NewEvent, type StreamRef } from '../core/stream.js';
import { dueOn } from '../deadline/due.js';
import { INVITED_REMINDER_POLICY } from '../deadline/reminder-policy.js';
import { inquiryOf, needsForJudging, RULES, rulesIn } from '../nomination/eligibility.js';
import { openingOf, passStep } from '../nomination/nomination.route.js';
import { openTaskOf } from '../nomination/nomination-state.js';
import { NOMINATION_FACTS } from '../nomination/nomination.stream.js';
import { judgeVote, type VoteJudged } from '../rules/votes.js';
import { taskId } from '../task/open-task.js';
import { planTask } from '../task/plan-task.js';
import { isTaken, takeTask } from '../task/take-task.js';
import { SESSION_FACTS, type Count, type SessionState } from './session.stream.js';

export interface AgendaItem {
  readonly nominationId: string;
  readonly visit: number;
}
export interface ConveneSession {
  readonly sessionId: string;
  readonly campaignId: string;
  /** The council as a unit. */
  readonly councilId: string;
  readonly date: string;
  /** Members of the council entitled to vote. */
  readonly members: number;
  readonly agenda: readonly AgendaItem[];
}
export interface RecordCouncilResult {
  readonly sessionId: string;
  readonly visit: number;
  readonly present: number;
  readonly counts: readonly Count[];
  readonly minutes: DocumentNumber;
}

const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 0;

/** Is the dossier before this council, at the opening of the step that stands on the agenda? */
function isBefore(have: Have, councilId: string, { nominationId, visit }: AgendaItem): boolean {
  const state = have.state('nomination', nominationId);
  const task = state === undefined ? undefined : openTaskOf(state);
  return task?.kind === 'council' && task.visit === visit && state?.roles.council === councilId;
}

/**
 * Convenes a council session on the dossiers that wait for it. Refuses a dossier that is not at its council step, or no
 * longer at the opening the secretary saw.
 */
export const conveneSession: CommandSpec<ConveneSession> = {
  needs: (c) => [
    ref('session', c.sessionId),
    ref('campaign', c.campaignId),
    ref('unit', c.councilId),
    ...c.agenda.map(({ nominationId }) => ref('nomination', nominationId)),
  ],
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'session.run', [c.councilId]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'session.run' } });
    const existing = have.state('session', c.sessionId);
    if (existing !== undefined) {
      const isSame = existing.date === c.date && sameJson(existing.agenda, c.agenda);
      return refuse(isSame ? 'ALREADY_DONE' : 'ALREADY_EXISTS', {
        field: 'sessionId',
        params: { status: existing.status },
      });
    }
    if (have.state('campaign', c.campaignId) === undefined)
      return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    if (have.state('unit', c.councilId) === undefined)
      return refuse('UNKNOWN_UNIT', { field: 'councilId', params: { id: c.councilId } });
    if (!isLocalDate(c.date)) return refuse('DATE_INVALID', { field: 'date' });
    if (!isWhole(c.members) || c.members === 0) return refuse('INVALID_INPUT', { field: 'members' });
    if (c.agenda.length === 0) return refuse('INVALID_INPUT', { field: 'agenda' });
    const ids = c.agenda.map(({ nominationId }) => nominationId);
    const twice = ids.find((id, i) => ids.indexOf(id) < i);
    if (twice !== undefined) return refuse('INVALID_INPUT', { field: 'agenda', params: { id: twice } });
    const absent = c.agenda.findIndex(
      (item) =>
        have.state('nomination', item.nominationId)?.campaignId !== c.campaignId || !isBefore(have, c.councilId, item),
    );
    if (absent >= 0) return refuse('NOT_ON_AGENDA', { field: `agenda.${absent}`, params: { id: ids[absent] ?? '' } });
    const { lastDay, at } = dueOn(c.date);
    const task = planTask({
      visit: 1,
      step: 'council-session',
      kind: 'record-result',
      queue: queueOf(c.councilId, 'secretary'),
      unitId: c.councilId,
      due: { lastDay, at },
      now,
      calendar,
      // A session that was put off is nobody's failure: it is remembered, not escalated.
      policy: INVITED_REMINDER_POLICY,
    });
    const agenda = c.agenda.map(({ nominationId, visit }) => ({ nominationId, visit }));
    const payload = {
      campaignId: c.campaignId,
      councilId: c.councilId,
      members: c.members,
      date: c.date,
      agenda,
      task,
    };
    return accept(grant, [{ stream: ref('session', c.sessionId), type: SESSION_FACTS.convened, payload }], {
      result: { sessionId: c.sessionId, visit: task.visit },
    });
  },
};

/** Counts must be whole, add up to no more than who was there, and speak of every dossier of the agenda exactly once. */
function refuseCounts(session: SessionState, { present, counts }: RecordCouncilResult): Decision | undefined {
  for (const [i, count] of counts.entries()) {
    const votes = [count.inFavour, count.against, count.abstained];
    if (!votes.every(isWhole) || votes.reduce((sum, n) => sum + n, 0) > present)
      return refuse('INVALID_INPUT', { field: `counts.${i}`, params: { id: count.nominationId } });
    if (!session.agenda.some(({ nominationId }) => nominationId === count.nominationId)) {
      return refuse('NOT_ON_AGENDA', { field: `counts.${i}`, params: { id: count.nominationId } });
    }
  }
  const counted = counts.map(({ nominationId }) => nominationId);
  const twice = counted.find((id, i) => counted.indexOf(id) < i);
  if (twice !== undefined) return refuse('INVALID_INPUT', { field: 'counts', params: { id: twice } });
  const missing = session.agenda.find(({ nominationId }) => !counted.includes(nominationId));
  return missing === undefined
    ? undefined
    : refuse('NOT_ON_AGENDA', { field: 'counts', params: { id: missing.nominationId } });
}

/** The thresholds of the rules on the day of the meeting, held against one count; none in a world without rules. */
function lawVotes(have: Have, session: SessionState, present: number, count: Count): readonly VoteJudged[] {
  const book = rulesIn(have);
  const state = have.state('nomination', count.nominationId);
  if (book === undefined || state === undefined || !isLocalDate(session.date)) return [];
  const counted = { members: session.members, present, inFavour: count.inFavour };
  return judgeVote(book, inquiryOf(state, have, session.date), counted);
}

/** A verified threshold is not the council's to lower; one nobody verified is only put on record. */
function refuseVotes(
  have: Have,
  session: SessionState,
  { present, counts }: RecordCouncilResult,
): Decision | undefined {
  for (const [i, count] of counts.entries()) {
    if (count.outcome !== 'approved') continue;
    const short = lawVotes(have, session, present, count).find(({ binding, met }) => binding && !met);
    if (short !== undefined)
      return refuse('VOTE_BELOW_THRESHOLD', {
        field: `counts.${i}`,
        params: { id: count.nominationId, percent: short.percent, rule: short.row },
      });
  }
  return undefined;
}

/** What the council's word does to one dossier; nothing where it has moved meanwhile (withdrawn, on hold, sent back). */
function verdict(
  have: Have,
  sessionId: string,
  session: SessionState,
  count: Count,
  present: number,
  { now, calendar }: Context,
): NewEvent | undefined {
  const item = session.agenda.find(({ nominationId }) => nominationId === count.nominationId);
  const state = have.state('nomination', count.nominationId);
  const task = state === undefined ? undefined : openTaskOf(state);
  if (item === undefined || state === undefined || task === undefined || !isBefore(have, session.councilId, item))
    return undefined;
  const votes = lawVotes(have, session, present, count);
  const byLaw = votes.length === 0 ? {} : { lawVotes: votes };
  if (count.outcome === 'approved') {
    return passStep(count.nominationId, state, task, openingOf(state, now, calendar), {
      outcome: 'approved',
      sessionId,
      ...byLaw,
    });
  }
  const payload = { visit: task.visit, step: task.step, outcome: 'not-approved', sessionId, ...byLaw };
  return { stream: ref('nomination', count.nominationId), type: NOMINATION_FACTS.declined, payload };
}

/**
 * Records what the council's own tellers counted and where the minutes are, and moves each dossier accordingly. Which
 * majority approves is the council's rule and stands in `outcome`, but for a threshold the law is verified to set; a quorum
 * advises only. Dossiers that moved meanwhile
 * are left as they are and named in the result.
 */
export const recordCouncilResult: CommandSpec<RecordCouncilResult> = {
  needs(c, have): readonly StreamRef[] {
    const own = ref('session', c.sessionId);
    const agenda = have.state('session', c.sessionId)?.agenda ?? [];
    return [
      own,
      RULES,
      ref('task', taskId(own, c.visit)),
      ...agenda.flatMap(({ nominationId }): readonly StreamRef[] => {
        const state = have.state('nomination', nominationId);
        return [ref('nomination', nominationId), ...(state === undefined ? [] : needsForJudging(state))];
      }),
    ];
  },
  decide(c, have, context) {
    const session = have.state('session', c.sessionId);
    if (session === undefined) return refuse('NOT_FOUND', { field: 'sessionId', params: { id: c.sessionId } });
    if (session.status === 'recorded') return refuse('ALREADY_DONE', { params: { status: session.status } });
    const taken = takeTask(ref('session', c.sessionId), session, c.visit, have, context.actor, 'session.run');
    if (!isTaken(taken)) return taken;
    if (session.date > dateOf(context.now)) return refuse('NOT_DUE_YET', { params: { date: session.date } });
    if (!isWhole(c.present) || c.present > session.members)
      return refuse('INVALID_INPUT', { field: 'present', params: { members: session.members } });
    if (c.present === 0)
      return refuse('MEETING_INQUORATE', { field: 'present', params: { present: 0, members: session.members } });
    const refused =
      refuseCounts(session, c) ?? refuseVotes(have, session, c) ?? refuseDocument(c.minutes, context.now, 'minutes');
    if (refused !== undefined) return refused;
    const moves = c.counts.map((count) => ({
      id: count.nominationId,
      event: verdict(have, c.sessionId, session, count, c.present, context),
    }));
    const skipped = moves.filter(({ event }) => event === undefined).map(({ id }) => id);
    const payload = { visit: c.visit, present: c.present, counts: c.counts, minutes: { ...c.minutes }, skipped };
    return accept(
      taken.grant,
      [
        { stream: ref('session', c.sessionId), type: SESSION_FACTS.recorded, payload },
        ...moves.flatMap(({ event }) => (event === undefined ? [] : [event])),
      ],
      { result: { skipped } },
    );
  },
};
