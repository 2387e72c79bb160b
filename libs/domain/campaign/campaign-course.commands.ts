import { queueOf } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import { dateOf, startOfDay } from '../calendar/local-date.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Review } from '../campaign-plan/duties.js';
import { policyOf } from '../campaign-plan/policies.js';
import { accept, refuse, type Ask, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { refuseDocument, type DocumentNumber } from '../core/document-date.js';
import { holdersOf, tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent } from '../core/stream.js';
import { CONTINUOUS_REMINDER_POLICY } from '../deadline/reminder-policy.js';
import { occurrences } from '../deadline/due.js';
import { planTask } from '../task/plan-task.js';
import { reviewDue, reviewOpensAt } from './campaign-dates.js';
import type { CampaignAct } from './campaign.commands.js';
import { CAMPAIGN_FACTS, type CampaignState } from './campaign.stream.js';
import { isCampaign, refuseUnanswered, runningCampaign } from './running-campaign.js';

export interface OpenPhase extends CampaignAct {
  readonly phase: string;
}
export interface OpenReview extends CampaignAct {
  readonly review: string;
}
export interface ConcludeReview extends OpenReview, DocumentNumber {
  readonly conclusion: string;
}

const event = (id: string, type: string, payload: Readonly<Record<string, unknown>>): NewEvent => ({
  stream: ref('campaign', id),
  type,
  payload,
});

/** Obligations that a phase or a round must not begin without, as questions to the ledger. */
export function gatesOf(
  campaign: CampaignState,
  gated: string,
  occurrence: string,
): readonly (Ask & { ask: 'campaignObligations' })[] {
  return campaign.file.obligations
    .filter(({ gate }) => gate === gated)
    .map(({ key, due }) => {
      const keys = occurrences(due).map((o) => o.key);
      return {
        ask: 'campaignObligations',
        campaignId: campaign.campaignId,
        obligationKey: key,
        occurrence: keys.includes(occurrence) ? occurrence : 'once',
      };
    });
}

/** Done or forgiven by everyone who owed it; not yet asked of anybody counts as open. */
export function isSettled(have: Have, ask: Ask): boolean {
  const rows = have.answer(ask);
  return rows.length > 0 && rows.every((row) => row['status'] === 'fulfilled' || row['status'] === 'waived');
}

/** The review that must be concluded before the phase: named by the phase, or naming it. */
const gatingReviews = (campaign: CampaignState, phase: string): readonly string[] => [
  ...campaign.file.phases.flatMap(({ key, gate }) => (key === phase && gate !== undefined ? [gate] : [])),
  ...campaign.file.reviews.flatMap(({ key, gates }) => (gates === phase ? [key] : [])),
];

const yearIn = (campaign: CampaignState, phase: string): string =>
  campaign.file.phases.find(({ key }) => key === phase)?.from.slice(0, 4) ?? 'once';

/**
 * Opens a phase when its first day has come, the review that gates it is concluded and the duties that gate it are done.
 * Issued by the engine.
 */
export const openPhase: CommandSpec<OpenPhase> = {
  needs: (c) => [ref('campaign', c.campaignId)],
  asks(c, have) {
    const campaign = have.state('campaign', c.campaignId);
    return campaign === undefined ? [] : gatesOf(campaign, c.phase, yearIn(campaign, c.phase));
  },
  decide(c, have, { actor, now }) {
    const grant = permit(actor, 'campaign.advance', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.advance' } });
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const phase = campaign.file.phases.find(({ key }) => key === c.phase);
    if (phase === undefined) return refuse('NOT_FOUND', { field: 'phase', params: { id: c.phase } });
    if (campaign.phases.includes(c.phase)) return refuse('ALREADY_DONE');
    if (now < startOfDay(phase.from)) return refuse('NOT_DUE_YET', { params: { date: phase.from } });
    const review = gatingReviews(campaign, c.phase).find((key) => campaign.conclusions[key] === undefined);
    if (review !== undefined) return refuse('PHASE_GATED', { params: { phase: c.phase, review } });
    const gate = gatesOf(campaign, c.phase, yearIn(campaign, c.phase)).find((ask) => !isSettled(have, ask));
    if (gate !== undefined)
      return refuse('PHASE_GATED', { params: { phase: c.phase, obligation: gate.obligationKey } });
    return (
      refuseUnanswered(campaign, `phase:${c.phase}`) ??
      accept(grant, [event(c.campaignId, CAMPAIGN_FACTS.phaseOpened, { phase: c.phase })])
    );
  },
};

const reviewQueue = (campaign: CampaignState, review: string): string | undefined => {
  const found = campaign.file.reviews.find(({ key }) => key === review);
  return found === undefined ? undefined : queueOf(campaign.file.roles[found.leads].unit, 'head');
};

/**
 * Opens a mid-term or final review with its window: the leading unit gets a task due on the window's last day.
 * Issued by the engine; a review somebody has concluded meanwhile is not opened again.
 */
export const openReview: CommandSpec<OpenReview> = {
  needs: (c) => [ref('campaign', c.campaignId)],
  asks(c, have) {
    const campaign = have.state('campaign', c.campaignId);
    const queue = campaign === undefined ? undefined : reviewQueue(campaign, c.review);
    return queue === undefined ? [] : [{ ask: 'holders', queue }];
  },
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'campaign.advance', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.advance' } });
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const review = campaign.file.reviews.find(({ key }) => key === c.review);
    const queue = reviewQueue(campaign, c.review);
    if (review === undefined || queue === undefined)
      return refuse('NOT_FOUND', { field: 'review', params: { id: c.review } });
    if (campaign.reviews[c.review] !== undefined || campaign.conclusions[c.review] !== undefined)
      return refuse('ALREADY_DONE');
    const due = reviewDue(campaign, review, calendar);
    if (due === undefined) return refuse('NOT_DUE_YET', { params: { date: '?' } });
    const opensAt = reviewOpensAt(campaign.file, review, due, calendar);
    if (now < opensAt) return refuse('NOT_DUE_YET', { params: { date: dateOf(opensAt) } });
    const refused = refuseUnanswered(campaign, `review:${c.review}`);
    if (refused !== undefined) return refused;
    const task = planTask({
      visit: campaign.visit + 1,
      step: `review/${review.key}`,
      kind: review.kind === 'final' ? 'final-review' : 'mid-term-review',
      queue,
      unitId: campaign.file.roles[review.leads].unit,
      due: { lastDay: due.lastDay, at: due.at },
      now,
      calendar,
      policy: policyOf(campaign.file, review.reminders) ?? CONTINUOUS_REMINDER_POLICY,
      owedSince: Math.max(opensAt, campaign.launchedAt ?? opensAt),
    });
    const notices = tell(holdersOf(have, queue), {
      subject: ref('campaign', c.campaignId),
      step: `review-opened/${review.key}`,
      template: 'review-opened',
      params: { campaignId: c.campaignId, review: review.key, lastDay: due.lastDay },
    });
    return accept(grant, [event(c.campaignId, CAMPAIGN_FACTS.reviewOpened, { review: c.review, task })], { notices });
  },
};

/**
 * Records the conclusion of a review with the document it stands in; that opens the phase and the round it gates.
 * It can be recorded before the engine has opened the review, but not before the review's window.
 */
export const concludeReview: CommandSpec<ConcludeReview> = {
  needs: (c) => [ref('campaign', c.campaignId)],
  decide(c, have, { actor, now, calendar }) {
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const review = campaign.file.reviews.find(({ key }) => key === c.review);
    if (review === undefined) return refuse('NOT_FOUND', { field: 'review', params: { id: c.review } });
    const { roles } = campaign.file;
    const grant = permit(actor, 'campaign.review', [roles[review.concludes].unit, roles[review.leads].unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.review' } });
    if (campaign.conclusions[c.review] !== undefined) return refuse('ALREADY_DONE');
    const refused = refuseBeforeWindow(campaign, review, now, calendar) ?? refuseDocument(c, now, '');
    if (refused !== undefined) return refused;
    if (c.conclusion.trim() === '') return refuse('INVALID_INPUT', { field: 'conclusion' });
    return accept(grant, [
      event(c.campaignId, CAMPAIGN_FACTS.reviewConcluded, {
        review: c.review,
        number: c.number,
        date: c.date,
        conclusion: seal(`campaign/${c.campaignId}`, c.conclusion),
      }),
    ]);
  },
};

function refuseBeforeWindow(
  campaign: CampaignState,
  review: Review,
  now: number,
  calendar: WorkingCalendar,
): Decision | undefined {
  if (campaign.reviews[review.key] !== undefined) return undefined;
  const due = reviewDue(campaign, review, calendar);
  const opensAt = due === undefined ? undefined : reviewOpensAt(campaign.file, review, due, calendar);
  return opensAt !== undefined && now < opensAt
    ? refuse('NOT_DUE_YET', { params: { date: dateOf(opensAt) } })
    : undefined;
}
