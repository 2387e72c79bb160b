import { queueOf } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import { dateOf } from '../calendar/local-date.js';
import type { AwardRound, Obligation } from '../campaign-plan/duties.js';
import { gatesOf, isSettled } from '../campaign/campaign-course.commands.js';
import { roundsOf } from '../campaign/campaign.commands.js';
import { roundWindow } from '../campaign/campaign-dates.js';
import type { CampaignState } from '../campaign/campaign.stream.js';
import { isCampaign, refuseUnanswered, runningCampaign } from '../campaign/running-campaign.js';
import { accept, refuse, type Ask, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { holdersOf, participantsOf, tell } from '../core/notices.js';
import { ref, type NewEvent, type StreamRef } from '../core/stream.js';
import { occurrences } from '../deadline/due.js';
import { taskId } from '../task/open-task.js';
import { planTask } from '../task/plan-task.js';
import { isTaken, takeTask } from '../task/take-task.js';
import { ROUND_FACTS, roundId, type RoundState } from './round.stream.js';

export interface OpenRound {
  readonly campaignId: string;
  readonly key: string;
  readonly occurrence: string;
}
export interface RoundAct {
  readonly roundId: string;
}

const event = (id: string, type: string, payload: Readonly<Record<string, unknown>>): NewEvent => ({
  stream: ref('round', id),
  type,
  payload,
});

type Duties = Ask & { readonly ask: 'campaignObligations' };

const roundOf = (campaign: CampaignState | undefined, key: string): AwardRound | undefined =>
  campaign?.file.rounds.find((round) => round.key === key);

const guidanceOf = (campaign: CampaignState, round: AwardRound): Obligation | undefined =>
  campaign.file.obligations.find(({ key }) => key === round.guidance);

/** Everyone's guidance duty of this round: of the same year where it is due yearly. */
function askGuidance(campaign: CampaignState, round: AwardRound, occurrence: string): Duties | undefined {
  const guidance = guidanceOf(campaign, round);
  if (guidance === undefined) return undefined;
  const isYearly = occurrences(guidance.due).some(({ key }) => key === occurrence);
  return {
    ask: 'campaignObligations',
    campaignId: campaign.campaignId,
    obligationKey: guidance.key,
    occurrence: isYearly ? occurrence : 'once',
  };
}

/** Who owes it: the units it was asked of, or the parts of the campaign the file names. */
function owing(campaign: CampaignState, have: Have, ask: Duties): string {
  const units = have
    .answer(ask)
    .filter((row) => row['status'] === 'open')
    .map((row) => String(row['unit_id']));
  const who = campaign.file.obligations.find(({ key }) => key === ask.obligationKey)?.who;
  const named = [...(who?.roles ?? []).map((role) => campaign.file.roles[role].unit), ...(who?.unitIds ?? [])];
  return (units.length > 0 ? units : named).join(', ');
}

function refuseGated(campaign: CampaignState, round: AwardRound, c: OpenRound, have: Have): Decision | undefined {
  if (round.review !== undefined && campaign.conclusions[round.review] === undefined) {
    return refuse('PHASE_GATED', { params: { round: round.key, review: round.review } });
  }
  const guidance = askGuidance(campaign, round, c.occurrence);
  const gates: readonly Duties[] = [
    ...(guidance === undefined ? [] : [guidance]),
    ...gatesOf(campaign, round.key, c.occurrence),
  ];
  const missing = gates.find((ask) => !isSettled(have, ask));
  if (missing !== undefined) {
    return refuse('GUIDANCE_MISSING', {
      params: {
        obligation: missing.obligationKey,
        occurrence: missing.occurrence,
        unit: owing(campaign, have, missing),
      },
    });
  }
  return refuseUnanswered(campaign, `round:${round.key}`);
}

/**
 * Opens an award round on its first day. Refuses without the guidance document it needs (which, and who owes it), before
 * the conclusion of the review it belongs to, and when its window has gone by meanwhile (it must be extended then).
 * Issued by the engine.
 */
export const openRound: CommandSpec<OpenRound> = {
  needs: (c) => [ref('round', roundId(c.campaignId, c.key, c.occurrence)), ref('campaign', c.campaignId)],
  locks: (c) => [roundsOf(c.campaignId)],
  asks(c, have) {
    const campaign = have.state('campaign', c.campaignId);
    const round = roundOf(campaign, c.key);
    if (campaign === undefined || round === undefined) return [];
    const guidance = askGuidance(campaign, round, c.occurrence);
    return [
      ...(guidance === undefined ? [] : [guidance]),
      ...gatesOf(campaign, round.key, c.occurrence),
      { ask: 'participants', campaignId: c.campaignId },
    ];
  },
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'campaign.advance', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.advance' } });
    const id = roundId(c.campaignId, c.key, c.occurrence);
    const existing = have.state('round', id);
    if (existing !== undefined) return refuse('ALREADY_DONE', { params: { status: existing.status } });
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const round = roundOf(campaign, c.key);
    if (round === undefined) return refuse('NOT_FOUND', { field: 'key', params: { id: c.key } });
    const window = roundWindow(campaign, round, c.occurrence, calendar);
    if (window === undefined) return refuse('NOT_FOUND', { field: 'occurrence', params: { id: c.occurrence } });
    if (now < window.opensAt) return refuse('NOT_DUE_YET', { params: { date: dateOf(window.opensAt) } });
    const refused = refuseGated(campaign, round, c, have);
    if (refused !== undefined) return refused;
    const { lastDay, at } = window.closes;
    if (at <= now) return refuse('DEADLINE_IN_PAST', { params: { date: lastDay, today: dateOf(now) } });
    const payload = {
      campaignId: c.campaignId,
      key: c.key,
      kind: round.kind,
      occurrence: c.occurrence,
      route: round.route,
      awards: round.awards,
      closes: { lastDay, at },
      ...(round.guidance === undefined ? {} : { guidance: round.guidance }),
    };
    const notices = tell(participantsOf(have, c.campaignId), {
      subject: ref('round', id),
      step: 'opened',
      template: 'round-opened',
      params: { roundId: id, kind: round.kind, lastDay },
    });
    return accept(grant, [event(id, ROUND_FACTS.opened, payload)], { notices, result: { roundId: id } });
  },
};

function needsRound(c: RoundAct, have: Have): readonly StreamRef[] {
  const own = ref('round', c.roundId);
  const state = have.state('round', c.roundId);
  return state === undefined ? [own] : [own, ref('campaign', state.campaignId), ref('task', taskId(own, state.visit))];
}

/** The unit that collects the dossiers of a round. */
function leadingUnit(have: Have, round: RoundState): string | undefined {
  const campaign = have.state('campaign', round.campaignId);
  const leads = roundOf(campaign, round.key)?.leads;
  return campaign === undefined || leads === undefined ? undefined : campaign.file.roles[leads].unit;
}

/** Ends the taking of nominations after the last day: the leading unit makes the list. Issued by the engine. */
export const closeRoundWindow: CommandSpec<RoundAct> = {
  needs: needsRound,
  asks(c, have) {
    const round = have.state('round', c.roundId);
    const unit = round === undefined ? undefined : leadingUnit(have, round);
    return unit === undefined ? [] : [{ ask: 'holders', queue: queueOf(unit, 'officer') }];
  },
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'campaign.advance', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.advance' } });
    const round = have.state('round', c.roundId);
    const unit = round === undefined ? undefined : leadingUnit(have, round);
    if (round === undefined || unit === undefined)
      return refuse('NOT_FOUND', { field: 'roundId', params: { id: c.roundId } });
    if (round.status !== 'open') return refuse('ALREADY_DONE', { params: { status: round.status } });
    if (now < round.closes.at) return refuse('NOT_DUE_YET', { params: { date: round.closes.lastDay } });
    const queue = queueOf(unit, 'officer');
    const task = planTask({
      visit: round.visit + 1,
      step: 'submission-list',
      kind: 'listing',
      queue,
      unitId: unit,
      now,
      calendar,
    });
    const notices = tell(holdersOf(have, queue), {
      subject: ref('round', c.roundId),
      step: 'window-closed',
      template: 'round-window-closed',
      params: { roundId: c.roundId, lastDay: round.closes.lastDay },
    });
    return accept(grant, [event(c.roundId, ROUND_FACTS.windowClosed, { task })], { notices });
  },
};

/** Dossiers that go no further, or were never handed in. */
const NOT_LISTED = ['draft', 'declined', 'withdrawn', 'revoked'];
/** Dossiers that wait for their unit or for a verification: named beside the list, not on it. */
const WAITING = ['returned', 'on-hold'];

/**
 * The leading unit makes the submission list: every dossier of the round that is in order, counted by kind of subject.
 * Those sent back or on hold are named beside it. That ends the round; its nominations live on.
 */
export const makeSubmissionList: CommandSpec<RoundAct> = {
  needs: needsRound,
  asks: (c) => [{ ask: 'roundNominations', roundId: c.roundId }],
  decide(c, have, { actor }) {
    const round = have.state('round', c.roundId);
    if (round === undefined) return refuse('NOT_FOUND', { field: 'roundId', params: { id: c.roundId } });
    if (round.status === 'closed') return refuse('ALREADY_DONE', { params: { status: round.status } });
    if (round.status === 'open') return refuse('NOT_DUE_YET', { params: { date: round.closes.lastDay } });
    const taken = takeTask(ref('round', c.roundId), round, round.visit, have, actor, 'round.list');
    if (!isTaken(taken)) return taken;
    const living = have
      .answer({ ask: 'roundNominations', roundId: c.roundId })
      .map((row) => ({ id: String(row['id']), status: String(row['status']), kind: String(row['subject_kind']) }))
      .filter(({ status }) => !NOT_LISTED.includes(status))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const listed = living.filter(({ status }) => !WAITING.includes(status));
    const list = listed.map(({ id }) => id);
    const waiting = living.filter(({ status }) => WAITING.includes(status)).map(({ id }) => id);
    const byKind: Record<string, readonly string[]> = {};
    for (const { id, kind } of listed) byKind[kind] = [...(byKind[kind] ?? []), id];
    return accept(taken.grant, [event(c.roundId, ROUND_FACTS.listed, { visit: round.visit, list, byKind, waiting })], {
      result: { list, waiting },
    });
  },
};
