import { permit } from '../access/permissions.js';
import { dateOf, isLocalDate } from '../calendar/local-date.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref } from '../core/stream.js';
import { dueOn } from '../deadline/due.js';
import { replanTask } from '../task/plan-task.js';
import { asksUnit, needsObligation, type ObligationAct } from './obligation.commands.js';
import { OBLIGATION_FACTS } from './obligation.stream.js';
import { dueOf, everyoneAt, obligationEvent, policyFor, queuesOfUnit, unitDoing } from './owed.js';

/** What the agency that leads a campaign does about the duties of others. */

export interface UrgeObligation extends ObligationAct {
  readonly text: string;
}
export interface ExtendObligation extends ObligationAct {
  readonly lastDay: string;
  readonly reason: string;
}
export interface WaiveObligation extends ObligationAct {
  readonly reason: string;
}

/** Urges a unit by hand (đôn đốc); the unit's officer and head are told. Each urge has its own number, one a day is enough. */
export const urgeObligation: CommandSpec<UrgeObligation> = {
  needs: needsObligation,
  asks: asksUnit,
  decide(c, have, { actor, now }) {
    const state = have.state('obligation', c.obligationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'obligationId', params: { id: c.obligationId } });
    const roles = have.state('campaign', state.campaignId)?.file.roles;
    const grant = permit(
      actor,
      'obligation.urge',
      roles === undefined ? [] : [roles.leadAgency.unit, roles.standingBody.unit],
    );
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'obligation.urge' } });
    if (state.status !== 'open') return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (c.text.trim() === '') return refuse('INVALID_INPUT', { field: 'text' });
    if (state.urgedAt !== undefined && dateOf(state.urgedAt) === dateOf(now))
      return refuse('ALREADY_DONE', { params: { date: dateOf(now) } });
    const number = state.urged + 1;
    const notices = tell(everyoneAt(have, queuesOfUnit(unitDoing(state))), {
      subject: ref('obligation', c.obligationId),
      step: `urged/${number}`,
      template: 'obligation-urged',
      params: { obligationId: c.obligationId, number, lastDay: dueOf(state).lastDay, unitId: state.unitId },
    });
    const payload = { visit: state.visit, number, text: seal(`unit/${state.unitId}`, c.text) };
    return accept(grant, [obligationEvent(c.obligationId, OBLIGATION_FACTS.urged, payload)], {
      notices,
      result: { number },
    });
  },
};

/** Gives one unit more time, with a reason; never into the past, never earlier than it stands. The unit is told. */
export const extendObligation: CommandSpec<ExtendObligation> = {
  needs: needsObligation,
  asks: asksUnit,
  decide(c, have, { actor, now, calendar }) {
    const state = have.state('obligation', c.obligationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'obligationId', params: { id: c.obligationId } });
    const campaign = have.state('campaign', state.campaignId);
    const roles = campaign?.file.roles;
    const units = roles === undefined ? [] : [roles.leadAgency.unit, roles.issuer.unit, roles.decider.unit];
    const grant = permit(actor, 'campaign.extend', units);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.extend' } });
    const task = state.open[String(state.visit)];
    if (state.status !== 'open' || task === undefined)
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (!isLocalDate(c.lastDay)) return refuse('DATE_INVALID', { field: 'lastDay' });
    const current = dueOf(state);
    if (c.lastDay === current.lastDay) return refuse('ALREADY_DONE', { params: { date: c.lastDay } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    // What a person sets is no limit in days any more: a changed calendar leaves it alone.
    const { amount: _limit, ...dated } = task;
    const { lastDay, at } = dueOn(c.lastDay);
    if (at <= now)
      return refuse('DEADLINE_IN_PAST', { field: 'lastDay', params: { date: c.lastDay, today: dateOf(now) } });
    if (at <= current.at)
      return refuse('DEADLINE_IN_PAST', { field: 'lastDay', params: { date: c.lastDay, today: current.lastDay } });
    const due = { lastDay, at };
    const notices = tell(everyoneAt(have, queuesOfUnit(unitDoing(state))), {
      subject: ref('obligation', c.obligationId),
      step: `extended/${lastDay}`,
      template: 'date-extended',
      params: { obligationId: c.obligationId, from: current.lastDay, lastDay },
    });
    const payload = {
      visit: state.visit,
      from: current.lastDay,
      due,
      reason: seal(`unit/${state.unitId}`, c.reason),
      task: replanTask(dated, due, now, calendar, policyFor(campaign, state.key)),
    };
    return accept(grant, [obligationEvent(c.obligationId, OBLIGATION_FACTS.extended, payload)], { notices });
  },
};

/** Frees one unit of an obligation, with a reason; the unit is told. */
export const waiveObligation: CommandSpec<WaiveObligation> = {
  needs: needsObligation,
  asks: asksUnit,
  decide(c, have, { actor }) {
    const state = have.state('obligation', c.obligationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'obligationId', params: { id: c.obligationId } });
    const roles = have.state('campaign', state.campaignId)?.file.roles;
    const units = roles === undefined ? [] : [roles.leadAgency.unit, roles.issuer.unit, roles.decider.unit];
    const grant = permit(actor, 'obligation.waive', units);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'obligation.waive' } });
    if (state.status === 'waived') return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (state.status !== 'open') return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const notices = tell(everyoneAt(have, queuesOfUnit(unitDoing(state))), {
      subject: ref('obligation', c.obligationId),
      step: 'waived',
      template: 'obligation-waived',
      params: { obligationId: c.obligationId, unitId: state.unitId },
    });
    const payload = { visit: state.visit, reason: seal(`unit/${state.unitId}`, c.reason) };
    return accept(grant, [obligationEvent(c.obligationId, OBLIGATION_FACTS.waived, payload)], { notices });
  },
};
