import { queueOf } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import { dateOf, startOfDay } from '../calendar/local-date.js';
import { ruleOfDuty } from '../campaign-plan/personal-duties.js';
import { dueIn, dutyDate, dutyOf, dutyPolicy } from '../campaign/campaign-dates.js';
import { isCampaign, refuseUnanswered, runningCampaign } from '../campaign/running-campaign.js';
import { accept, refuse, type Ask, type CommandSpec, type Have } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { refuseDocument } from '../core/document-date.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type StreamRef } from '../core/stream.js';
import { resolveWithin } from '../deadline/due.js';
import { CONTINUOUS_REMINDER_POLICY } from '../deadline/reminder-policy.js';
import { taskId } from '../task/open-task.js';
import { planTask, replanTask, rescheduleTask } from '../task/plan-task.js';
import { isTaken, takeTask } from '../task/take-task.js';
import { askLaunchedUnder, launchedBefore } from './carried-out.js';
import { OBLIGATION_FACTS, obligationId } from './obligation.stream.js';
import {
  askHolders,
  doingUnit,
  dueOf,
  everyoneAt,
  fulfilled,
  obligationEvent,
  policyFor,
  queuesOfUnit,
  unitDoing,
} from './owed.js';

export interface OpenObligation {
  readonly campaignId: string;
  readonly key: string;
  readonly occurrence: string;
  /** A unit, or a cluster or block: its leader of the year does it. */
  readonly unitId: string;
}
export interface ObligationAct {
  readonly obligationId: string;
}
export interface FulfilObligation extends ObligationAct {
  readonly proof: {
    readonly kind: 'document' | 'record';
    readonly number?: string | undefined;
    readonly date?: string | undefined;
    readonly note?: string | undefined;
  };
}

/** The obligation with its campaign and the task that is open now. */
export function needsObligation(c: ObligationAct, have: Have): readonly StreamRef[] {
  const own = ref('obligation', c.obligationId);
  const state = have.state('obligation', c.obligationId);
  return state === undefined ? [own] : [own, ref('campaign', state.campaignId), ref('task', taskId(own, state.visit))];
}

/** The queues of the unit that owes, as questions; nothing before the obligation is loaded. */
export const asksUnit = (c: ObligationAct, have: Have) => {
  const state = have.state('obligation', c.obligationId);
  return state === undefined ? [] : askHolders(queuesOfUnit(unitDoing(state)));
};

const idOf = (c: OpenObligation): string => obligationId(c.campaignId, c.key, c.occurrence, c.unitId);

/** The unit at whose queue it will wait; a cluster's leader is only known with its date, so all its leaders are asked for. */
const candidates = (c: OpenObligation, have: Have): readonly string[] => {
  const leaders = have.state('cluster', c.unitId)?.years.map(({ leader }) => leader) ?? [];
  return have.state('unit', c.unitId) === undefined ? [...new Set(leaders)] : [c.unitId];
};

/** A duty that every person of the unit has a part in: they are asked one by one. */
function asksPersons(c: OpenObligation, have: Have): readonly Ask[] {
  const file = have.state('campaign', c.campaignId)?.file;
  return file === undefined || ruleOfDuty(file, c.key) === undefined ? [] : [{ ask: 'positionsAt', unitId: c.unitId }];
}

function personsAsked(c: OpenObligation, have: Have, today: string): readonly string[] {
  const held = asksPersons(c, have).flatMap((ask) => have.answer(ask));
  const present = held.filter(({ valid_to: to }) => typeof to !== 'string' || to >= today);
  return [...new Set(present.map((row) => String(row['person_id'])))].sort();
}

const asksLaunched = (c: OpenObligation, have: Have): readonly Ask[] => {
  const file = have.state('campaign', c.campaignId)?.file;
  return askLaunchedUnder(file === undefined ? undefined : dutyOf(file, c.key)?.kind, c.campaignId, c.unitId);
};

/**
 * Opens what a unit owes at one occurrence, with its due date (extensions honoured) and its reminders, and tells the unit.
 * Whom an obligation means on a day is resolved by the caller. Refuses duties without a date of their own. What had
 * passed when the campaign was adopted or launched is recorded, and nobody is reminded of it. A plan the unit has issued
 * already, as a campaign of its own under this one, is recorded as done. Issued by the engine.
 */
export const openObligation: CommandSpec<OpenObligation> = {
  needs: (c) => [
    ref('obligation', idOf(c)),
    ref('campaign', c.campaignId),
    ref('unit', c.unitId),
    ref('cluster', c.unitId),
  ],
  asks: (c, have) => [
    ...askHolders(candidates(c, have).flatMap(queuesOfUnit)),
    ...asksPersons(c, have),
    ...asksLaunched(c, have),
  ],
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'campaign.advance', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.advance' } });
    const id = idOf(c);
    if (have.state('obligation', id) !== undefined) return refuse('ALREADY_DONE');
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const duty = dutyOf(campaign.file, c.key);
    if (duty === undefined) return refuse('NOT_FOUND', { field: 'key', params: { id: c.key } });
    if (duty.due.kind === 'continuous')
      return refuse('NOT_ALLOWED_IN_STATE', { field: 'key', params: { mode: duty.mode } });
    const due = dueIn(campaign, duty.due, dutyDate(c.key, c.occurrence), c.occurrence, calendar);
    if (due === undefined) return refuse('NOT_FOUND', { field: 'occurrence', params: { id: c.occurrence } });
    const unitId = doingUnit(have, c.unitId, due.lastDay);
    if (typeof unitId !== 'string') return unitId;
    const refused = refuseUnanswered(campaign, `obligation:${c.key}`);
    if (refused !== undefined) return refused;
    const owedSince = Math.max(startOfDay(campaign.file.adoptedOn), campaign.launchedAt ?? now);
    const isRecord = due.at <= owedSince;
    const task = planTask({
      visit: 1,
      step: `obligation/${c.key}`,
      kind: duty.kind,
      queue: queueOf(unitId, 'officer'),
      unitId: c.unitId,
      due: { lastDay: due.lastDay, at: due.at },
      now,
      calendar,
      policy: isRecord ? CONTINUOUS_REMINDER_POLICY : dutyPolicy(campaign.file, duty),
      owedSince,
    });
    const payload = {
      campaignId: c.campaignId,
      key: c.key,
      kind: duty.kind,
      mode: duty.mode,
      occurrence: c.occurrence,
      unitId: c.unitId,
      due: { lastDay: due.lastDay, at: due.at },
      ...(duty.gate === undefined ? {} : { gate: duty.gate }),
      task,
    };
    const issued = launchedBefore(have, asksLaunched(c, have), due.lastDay);
    if (issued !== undefined) {
      const done = { visit: 1, proof: { kind: 'document', ...issued }, late: issued.date > due.lastDay };
      return accept(
        grant,
        [obligationEvent(id, OBLIGATION_FACTS.opened, payload), obligationEvent(id, OBLIGATION_FACTS.fulfilled, done)],
        { result: { obligationId: id } },
      );
    }
    const notices = tell(isRecord ? [] : everyoneAt(have, queuesOfUnit(unitId)), {
      subject: ref('obligation', id),
      step: 'opened',
      template: 'obligation-opened',
      params: { obligationId: id, key: c.key, occurrence: c.occurrence, unitId: c.unitId, lastDay: due.lastDay },
    });
    const persons = tell(isRecord ? [] : personsAsked(c, have, dateOf(now)), {
      subject: ref('obligation', id),
      step: 'asked',
      template: 'personal-pledge-asked',
      params: { obligationId: id, key: c.key, occurrence: c.occurrence, unitId: c.unitId, lastDay: due.lastDay },
    });
    return accept(grant, [obligationEvent(id, OBLIGATION_FACTS.opened, payload)], {
      notices: [...notices, ...persons],
      result: { obligationId: id },
    });
  },
};

/** Kinds that end with more than a proof: their own commands record what belongs to them. */
const OWN_COMMAND: Readonly<Record<string, string>> = { report: 'submitReport', registration: 'registerUnit' };

/**
 * Records that the unit has done it, by a document with number and date or by a record. Refuses a record where the
 * campaign asks for a document. Late or not is judged by the document's own date.
 */
export const fulfilObligation: CommandSpec<FulfilObligation> = {
  needs: needsObligation,
  decide(c, have, { actor, now }) {
    const state = have.state('obligation', c.obligationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'obligationId', params: { id: c.obligationId } });
    if (state.status === 'fulfilled') return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (state.status !== 'open') return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    const taken = takeTask(ref('obligation', c.obligationId), state, state.visit, have, actor, 'obligation.fulfil');
    if (!isTaken(taken)) return taken;
    const own = OWN_COMMAND[state.kind];
    if (own !== undefined) return refuse('NOT_ALLOWED_IN_STATE', { params: { step: state.kind, use: own } });
    const { kind, number, date, note } = c.proof;
    const campaign = have.state('campaign', state.campaignId);
    const asked = campaign === undefined ? undefined : dutyOf(campaign.file, state.key)?.proof;
    if (kind === 'record' && asked === 'document')
      return refuse('INVALID_INPUT', { field: 'proof.kind', params: { proof: asked } });
    if (kind === 'document' || number !== undefined || date !== undefined) {
      const refused = refuseDocument({ number: number ?? '', date: date ?? '' }, now, 'proof');
      if (refused !== undefined) return refused;
    }
    const proof = {
      kind,
      number,
      date,
      ...(note === undefined || note === '' ? {} : { note: seal(`unit/${state.unitId}`, note) }),
    };
    return accept(taken.grant, [fulfilled(c.obligationId, state, proof, now)]);
  },
};

/** Ends what is still open when its campaign has closed: it can no longer be done. Issued by the engine. */
export const lapseObligation: CommandSpec<ObligationAct> = {
  needs: needsObligation,
  decide(c, have, { actor }) {
    const grant = permit(actor, 'campaign.advance', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.advance' } });
    const state = have.state('obligation', c.obligationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'obligationId', params: { id: c.obligationId } });
    if (state.status !== 'open') return refuse('ALREADY_DONE', { params: { status: state.status } });
    const status = have.state('campaign', state.campaignId)?.status;
    if (status !== 'closed' && status !== 'archived')
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: status ?? 'unknown' } });
    return accept(grant, [obligationEvent(c.obligationId, OBLIGATION_FACTS.lapsed, { visit: state.visit })]);
  },
};

/**
 * Brings an open obligation up to the campaign's dates and the calendar: a date moved for everyone moves its due date and
 * tells the unit; a changed holiday moves the reminders, and none of them is sent twice. Never shortens what the unit was
 * given. Issued by the engine.
 */
export const replanObligation: CommandSpec<ObligationAct> = {
  needs: needsObligation,
  asks: asksUnit,
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'campaign.advance', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.advance' } });
    const state = have.state('obligation', c.obligationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'obligationId', params: { id: c.obligationId } });
    const task = state.open[String(state.visit)];
    const campaign = have.state('campaign', state.campaignId);
    if (task === undefined || campaign === undefined)
      return refuse('ALREADY_DONE', { params: { status: state.status } });
    const duty = dutyOf(campaign.file, state.key);
    // A report that was sent back late has days of its own; everything else follows the date of the duty.
    const moved =
      task.amount !== undefined
        ? resolveWithin(task.amount, 'working', task.openedAt, calendar)
        : duty === undefined
          ? undefined
          : dueIn(campaign, duty.due, dutyDate(state.key, state.occurrence), state.occurrence, calendar);
    const policy = policyFor(campaign, state.key);
    if (moved !== undefined && moved.at > dueOf(state).at && moved.at > now) {
      const before = dueOf(state).lastDay;
      const due = { lastDay: moved.lastDay, at: moved.at };
      const notices = tell(everyoneAt(have, queuesOfUnit(unitDoing(state))), {
        subject: ref('obligation', c.obligationId),
        step: `extended/${due.lastDay}`,
        template: 'date-extended',
        params: { obligationId: c.obligationId, from: before, lastDay: due.lastDay },
      });
      const told = { visit: state.visit, from: before, task: replanTask(task, due, now, calendar, policy) };
      // Days of a correction: the duty itself was due when it was, and that stays on record.
      const fact =
        task.amount === undefined
          ? obligationEvent(c.obligationId, OBLIGATION_FACTS.extended, { ...told, due })
          : obligationEvent(c.obligationId, OBLIGATION_FACTS.rescheduled, { ...told, to: due.lastDay });
      return accept(grant, [fact], { notices });
    }
    const rescheduled = rescheduleTask(task, calendar, policy);
    if (sameJson(rescheduled.plan, task.plan)) return refuse('ALREADY_DONE');
    return accept(grant, [
      obligationEvent(c.obligationId, OBLIGATION_FACTS.rescheduled, { visit: state.visit, task: rescheduled }),
    ]);
  },
};
