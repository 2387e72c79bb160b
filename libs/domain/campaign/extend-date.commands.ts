import { permit } from '../access/permissions.js';
import { dateOf, isLocalDate } from '../calendar/local-date.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { policyOf } from '../campaign-plan/policies.js';
import { accept, refuse, type CommandSpec, type Context, type NewNotice } from '../core/decision.js';
import { holdersOf, participantsOf, tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent } from '../core/stream.js';
import { dueOn, type Due } from '../deadline/due.js';
import { CONTINUOUS_REMINDER_POLICY } from '../deadline/reminder-policy.js';
import { ROUND_FACTS, roundId, type RoundState } from '../round/round.stream.js';
import type { OpenTask } from '../task/open-task.js';
import { replanTask } from '../task/plan-task.js';
import { dueIn, dutyOf, reviewDue, roundWindow } from './campaign-dates.js';
import type { CampaignAct } from './campaign.commands.js';
import { CAMPAIGN_FACTS, type CampaignState } from './campaign.stream.js';

export interface ExtendCampaignDate extends CampaignAct {
  /** `<obligation key>/<occurrence>`, `review/<key>` or `round/<key>/<occurrence>`. */
  readonly what: string;
  readonly lastDay: string;
  readonly reason: string;
}

type Target =
  | { readonly of: 'review'; readonly key: string }
  | { readonly of: 'round'; readonly key: string; readonly occurrence: string }
  | { readonly of: 'duty'; readonly key: string; readonly occurrence: string };

/** What a date's name means; undefined for a name that is none. */
function targetOf(what: string): Target | undefined {
  const [first = '', second = '', third, ...more] = what.split('/');
  if (first === '' || second === '' || more.length > 0) return undefined;
  if (first === 'round') return third === undefined ? undefined : { of: 'round', key: second, occurrence: third };
  if (third !== undefined) return undefined;
  return first === 'review' ? { of: 'review', key: second } : { of: 'duty', key: first, occurrence: second };
}

/** The date as it stands; `unset` for an undated duty that waits for one, undefined for a date the campaign does not have. */
function currentDue(
  campaign: CampaignState,
  what: string,
  target: Target,
  calendar: WorkingCalendar,
): Due | 'unset' | undefined {
  const { file } = campaign;
  switch (target.of) {
    case 'review': {
      const review = file.reviews.find(({ key }) => key === target.key);
      if (review === undefined) return undefined;
      return reviewDue(campaign, review, calendar) ?? unset(review.window.kind);
    }
    case 'round': {
      const round = file.rounds.find(({ key }) => key === target.key);
      if (round === undefined) return undefined;
      return roundWindow(campaign, round, target.occurrence, calendar)?.closes ?? unset(round.closes.kind);
    }
    case 'duty': {
      const duty = dutyOf(file, target.key);
      if (duty === undefined) return undefined;
      return (
        dueIn(campaign, duty.due, what, target.occurrence, calendar) ??
        (target.occurrence === 'once' ? unset(duty.due.kind) : undefined)
      );
    }
  }
}

const unset = (rule: string): 'unset' | undefined => (rule === 'undated' ? 'unset' : undefined);

const reviewTask = (campaign: CampaignState, target: Target | undefined): OpenTask | undefined =>
  target?.of === 'review' ? campaign.open[String(campaign.reviews[target.key])] : undefined;

/**
 * Moves a date of the campaign later, or sets the date of an undated duty. Needs a reason; never into the past, never
 * earlier than it stands. An open review task and an open round move with it at once and everyone concerned is told; open
 * obligations of units follow one by one (`replanObligation`, issued by the engine).
 */
export const extendCampaignDate: CommandSpec<ExtendCampaignDate> = {
  needs(c) {
    const target = targetOf(c.what);
    const campaign = ref('campaign', c.campaignId);
    return target?.of === 'round'
      ? [campaign, ref('round', roundId(c.campaignId, target.key, target.occurrence))]
      : [campaign];
  },
  asks(c, have) {
    const campaign = have.state('campaign', c.campaignId);
    const target = targetOf(c.what);
    if (campaign === undefined || target === undefined) return [];
    if (target.of === 'round') return [{ ask: 'participants', campaignId: c.campaignId }];
    const task = reviewTask(campaign, target);
    return task === undefined ? [] : [{ ask: 'holders', queue: task.queue }];
  },
  decide(c, have, context) {
    const { actor, now, calendar } = context;
    const campaign = have.state('campaign', c.campaignId);
    if (campaign === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    const { leadAgency, issuer, decider } = campaign.file.roles;
    const grant = permit(actor, 'campaign.extend', [leadAgency.unit, issuer.unit, decider.unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.extend' } });
    if (campaign.status === 'closed' || campaign.status === 'archived')
      return refuse('CAMPAIGN_CLOSED', { params: { status: campaign.status } });
    const target = targetOf(c.what);
    const current = target === undefined ? undefined : currentDue(campaign, c.what, target, calendar);
    if (target === undefined || current === undefined)
      return refuse('NOT_FOUND', { field: 'what', params: { id: c.what } });
    if (!isLocalDate(c.lastDay)) return refuse('DATE_INVALID', { field: 'lastDay' });
    if (campaign.extended[c.what] === c.lastDay) return refuse('ALREADY_DONE', { params: { date: c.lastDay } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const due = dueOn(c.lastDay);
    if (due.at <= now)
      return refuse('DEADLINE_IN_PAST', { field: 'lastDay', params: { date: c.lastDay, today: dateOf(now) } });
    if (current !== 'unset' && due.at <= current.at) {
      return refuse('DEADLINE_IN_PAST', { field: 'lastDay', params: { date: c.lastDay, today: current.lastDay } });
    }
    const round =
      target.of === 'round' ? have.state('round', roundId(c.campaignId, target.key, target.occurrence)) : undefined;
    if (round !== undefined && round.status !== 'open')
      return refuse('ROUND_NOT_OPEN', { field: 'what', params: { status: round.status } });
    if (target.of === 'review' && campaign.conclusions[target.key] !== undefined)
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: 'concluded' } });

    const task = replanned(campaign, target, due, context);
    const reason = seal(`campaign/${c.campaignId}`, c.reason);
    const extended: NewEvent = {
      stream: ref('campaign', c.campaignId),
      type: CAMPAIGN_FACTS.extended,
      payload: {
        what: c.what,
        from: current === 'unset' ? null : current.lastDay,
        to: c.lastDay,
        reason,
        ...(task === undefined ? {} : { task }),
      },
    };
    const recipients =
      target.of === 'round'
        ? participantsOf(have, c.campaignId)
        : task === undefined
          ? []
          : holdersOf(have, task.queue);
    const notices: readonly NewNotice[] = tell(recipients, {
      subject: ref('campaign', c.campaignId),
      step: `extended/${c.what}/${c.lastDay}`,
      template: 'date-extended',
      params: { campaignId: c.campaignId, what: c.what, lastDay: c.lastDay },
    });
    return accept(grant, [extended, ...roundExtended(round, target, due, c)], { notices });
  },
};

function replanned(
  campaign: CampaignState,
  target: Target,
  due: Due,
  { now, calendar }: Context,
): OpenTask | undefined {
  const task = reviewTask(campaign, target);
  if (task === undefined) return undefined;
  const name = campaign.file.reviews.find(({ key }) => key === target.key)?.reminders;
  const policy = policyOf(campaign.file, name) ?? CONTINUOUS_REMINDER_POLICY;
  return replanTask(task, { lastDay: due.lastDay, at: due.at }, now, calendar, policy);
}

function roundExtended(
  round: RoundState | undefined,
  target: Target,
  due: Due,
  c: ExtendCampaignDate,
): readonly NewEvent[] {
  if (round === undefined || target.of !== 'round') return [];
  const stream = ref('round', roundId(c.campaignId, target.key, target.occurrence));
  return [
    {
      stream,
      type: ROUND_FACTS.extended,
      payload: { from: round.closes.lastDay, closes: { lastDay: due.lastDay, at: due.at } },
    },
  ];
}
