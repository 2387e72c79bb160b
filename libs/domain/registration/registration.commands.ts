import { queueOf } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import { askFiles, attach, isAttached, type Attachment } from '../attachment/attachment.js';
import { dateOf, yearOf } from '../calendar/local-date.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import { dutiesOfKind } from '../campaign/campaign-dates.js';
import { isCampaign, runningCampaign } from '../campaign/running-campaign.js';
import { accept, refuse, type CommandSpec, type Context, type Decision, type Have } from '../core/decision.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent, type StreamRef } from '../core/stream.js';
import { occurrences } from '../deadline/due.js';
import { askHolders, everyoneAt, fulfilled, reopened } from '../obligation/owed.js';
import { obligationId, type ObligationState } from '../obligation/obligation.stream.js';
import { holdingsOn } from '../organisation/person.stream.js';
import { refuseSucceeded } from '../succession/refuse-succeeded.js';
import { taskId } from '../task/open-task.js';
import { planTask } from '../task/plan-task.js';
import { isTaken, takeTask, type TaskTaken } from '../task/take-task.js';
import { refusePledges, refuseSignature, type GivenPledge, type GivenSignature } from './check-pledges.js';
import { confirmingUnit } from './confirming.js';
import { needsRegistrant, queuesOfRegistrant, registrantOf } from './registrant.js';
import { REGISTRATION_FACTS, registrationId, type Pledge, type PledgeSignature } from './registration.stream.js';

export interface RegisterUnit {
  readonly campaignId: string;
  /** A unit, or a cluster or block: its leader of the year acts for it. */
  readonly unitId: string;
  /** The person who answers for it (người đứng đầu). */
  readonly head: string;
  readonly pledges: readonly GivenPledge[];
  readonly signature?: GivenSignature | undefined;
  /** The registration this one replaces, as the person saw it; left out for the first. */
  readonly visit?: number | undefined;
}
export interface RegistrationAct {
  readonly registrationId: string;
  readonly visit: number;
}
export interface ConfirmRegistration extends RegistrationAct {
  readonly note?: string | undefined;
}
export interface ReturnRegistration extends RegistrationAct {
  readonly reason: string;
}

const event = (id: string, type: string, payload: Readonly<Record<string, unknown>>): NewEvent => ({
  stream: ref('registration', id),
  type,
  payload,
});

/** Every obligation the unit may have to register, whatever its year. */
function signUps(file: CampaignFile, campaignId: string, unitId: string): readonly StreamRef<'obligation'>[] {
  return dutiesOfKind(file, 'registration').flatMap(({ key, due }) => {
    const keys = occurrences(due).map((occurrence) => occurrence.key);
    const named = keys.length === 0 ? ['once'] : keys;
    return named.map((occurrence) => ref('obligation', obligationId(campaignId, key, occurrence, unitId)));
  });
}

interface Owed {
  readonly id: string;
  readonly state: ObligationState;
}

const obligationsToRegister = (have: Have, file: CampaignFile, campaignId: string, unitId: string): readonly Owed[] =>
  signUps(file, campaignId, unitId).flatMap(({ id }) => {
    const state = have.state('obligation', id);
    return state === undefined ? [] : [{ id, state }];
  });

/**
 * A unit registers for a campaign with its pledges and the head who answers for them; for a cluster or block the unit that
 * leads it this year does. A new version replaces the one the person saw and waits for confirmation again: by the leader
 * of the unit's cluster of the year, else (and for a cluster itself) by the lead agency. The open duty to register is
 * fulfilled with it.
 */
export const registerUnit: CommandSpec<RegisterUnit> = {
  needs(c, have) {
    const file = have.state('campaign', c.campaignId)?.file;
    return [
      ref('registration', registrationId(c.campaignId, c.unitId)),
      ref('campaign', c.campaignId),
      ...needsRegistrant(c.unitId, have),
      ref('person', c.head),
      ...(file === undefined ? [] : signUps(file, c.campaignId, c.unitId)),
    ];
  },
  asks: (c, _have, { now }) => [
    { ask: 'clusterLeaderOf', unitId: c.unitId, year: yearOf(dateOf(now)) },
    ...askFiles(c.signature?.files ?? []),
  ],
  decide(c, have, { actor, now, calendar }) {
    const today = dateOf(now);
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const by = registrantOf(have, c.unitId, now);
    const unit = by === undefined ? undefined : have.state('unit', by);
    if (by === undefined || unit === undefined)
      return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: c.unitId } });
    const ended = refuseSucceeded(unit, by, now);
    if (ended !== undefined) return ended;
    const grant = permit(actor, 'registration.register', [by]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'registration.register' } });
    const id = registrationId(c.campaignId, c.unitId);
    const before = have.state('registration', id);
    if (before !== undefined && c.visit === undefined)
      return refuse('ALREADY_DONE', { params: { status: before.status } });
    if ((c.visit ?? 0) !== (before?.visit ?? 0)) {
      return refuse(before === undefined ? 'INVALID_INPUT' : 'STALE_VERSION', {
        field: 'visit',
        params: { seen: c.visit ?? 0, now: before?.visit ?? 0 },
      });
    }
    const head = have.state('person', c.head);
    if (head === undefined) return refuse('NOT_FOUND', { field: 'head', params: { id: c.head } });
    const isHead = holdingsOn(head, today).some((held) => held.unitId === by && held.role === 'head');
    if (!isHead) return refuse('INVALID_INPUT', { field: 'head', params: { id: c.head } });
    const refused =
      refusePledges(campaign.file, c.pledges) ?? refuseSignature(campaign.file.registration, c.signature, now);
    if (refused !== undefined) return refused;
    const files = attach(have, c.signature?.files ?? [], `unit/${c.unitId}`, 'signature.files');
    if (!isAttached(files)) return files;

    const confirming = confirmingUnit(have, campaign.file, c.unitId, yearOf(today));
    const task = planTask({
      visit: (before?.visit ?? 0) + 1,
      step: 'registration',
      kind: 'confirm-registration',
      queue: queueOf(confirming, 'officer'),
      unitId: c.unitId,
      now,
      calendar,
    });
    const pledges = c.pledges.map(({ text, ...pledge }): Pledge => ({
      ...pledge,
      text: seal(`unit/${c.unitId}`, text),
    }));
    const owed = obligationsToRegister(have, campaign.file, c.campaignId, c.unitId).filter(
      ({ state }) => state.status === 'open',
    );
    const [first] = [...owed].sort((a, b) => a.state.due.at - b.state.due.at);
    const done =
      first === undefined ? [] : [fulfilled(first.id, first.state, { kind: 'record', registrationId: id }, now)];
    const registered = event(id, REGISTRATION_FACTS.registered, {
      campaignId: c.campaignId,
      unitId: c.unitId,
      head: c.head,
      pledges,
      ...(c.signature === undefined ? {} : { signature: signatureOf(c.signature, files) }),
      task,
    });
    return accept(grant, [registered, ...done], { result: { registrationId: id, visit: task.visit } });
  },
};

const signatureOf = ({ kind, on }: GivenSignature, files: readonly Attachment[]): PledgeSignature => ({
  kind,
  on,
  ...(files.length === 0 ? {} : { files }),
});

/** The open task is that of the confirmation, not that of the results of what was confirmed before. */
const refuseOtherStep = ({ task }: TaskTaken): Decision | undefined =>
  task.step === 'registration' ? undefined : refuse('NOT_ALLOWED_IN_STATE', { params: { step: task.step } });

const needsRegistration = (c: RegistrationAct, have: Have): readonly StreamRef[] => {
  const own = ref('registration', c.registrationId);
  const state = have.state('registration', c.registrationId);
  const campaign = state === undefined ? undefined : have.state('campaign', state.campaignId);
  return [
    own,
    ref('task', taskId(own, c.visit)),
    ...(state === undefined ? [] : [ref('campaign', state.campaignId), ...needsRegistrant(state.unitId, have)]),
    ...(state === undefined || campaign === undefined ? [] : signUps(campaign.file, state.campaignId, state.unitId)),
  ];
};

const asksRegistrant = (c: RegistrationAct, have: Have, { now }: Context) => {
  const state = have.state('registration', c.registrationId);
  return state === undefined ? [] : askHolders(queuesOfRegistrant(have, state.unitId, now));
};

/** Confirms the version the person saw; the unit is told. */
export const confirmRegistration: CommandSpec<ConfirmRegistration> = {
  needs: needsRegistration,
  asks: asksRegistrant,
  decide(c, have, { actor, now }) {
    const state = have.state('registration', c.registrationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'registrationId', params: { id: c.registrationId } });
    if (state.status === 'confirmed' && c.visit === state.visit)
      return refuse('ALREADY_DONE', { params: { status: state.status } });
    const taken = takeTask(ref('registration', c.registrationId), state, c.visit, have, actor, 'registration.confirm');
    if (!isTaken(taken)) return taken;
    const other = refuseOtherStep(taken);
    if (other !== undefined) return other;
    const note = c.note === undefined || c.note === '' ? {} : { note: seal(`unit/${state.unitId}`, c.note) };
    const notices = tell(everyoneAt(have, queuesOfRegistrant(have, state.unitId, now)), {
      subject: ref('registration', c.registrationId),
      step: `confirmed/${c.visit}`,
      template: 'registration-confirmed',
      params: { registrationId: c.registrationId, unitId: state.unitId },
    });
    return accept(taken.grant, [event(c.registrationId, REGISTRATION_FACTS.confirmed, { visit: c.visit, ...note })], {
      notices,
    });
  },
};

/** Sends a registration back with a reason: the unit is told and owes its registration again. */
export const returnRegistration: CommandSpec<ReturnRegistration> = {
  needs: needsRegistration,
  asks: asksRegistrant,
  decide(c, have, { actor, now, calendar }) {
    const state = have.state('registration', c.registrationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'registrationId', params: { id: c.registrationId } });
    if (state.status === 'returned' && c.visit === state.visit)
      return refuse('ALREADY_DONE', { params: { status: state.status } });
    const taken = takeTask(ref('registration', c.registrationId), state, c.visit, have, actor, 'registration.confirm');
    if (!isTaken(taken)) return taken;
    const other = refuseOtherStep(taken);
    if (other !== undefined) return other;
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const campaign = have.state('campaign', state.campaignId);
    const done =
      campaign?.status !== 'running'
        ? []
        : obligationsToRegister(have, campaign.file, state.campaignId, state.unitId)
            .filter(
              (owed) => owed.state.status === 'fulfilled' && owed.state.proof?.registrationId === c.registrationId,
            )
            .toSorted((a, b) => (b.state.fulfilledAt ?? 0) - (a.state.fulfilledAt ?? 0))
            .slice(0, 1);
    const again = done.map((owed) => reopened(owed.id, owed.state, { campaign, now, calendar }));
    const notices = tell(everyoneAt(have, queuesOfRegistrant(have, state.unitId, now)), {
      subject: ref('registration', c.registrationId),
      step: `returned/${c.visit}`,
      template: 'registration-returned',
      params: { registrationId: c.registrationId, unitId: state.unitId },
    });
    const returned = event(c.registrationId, REGISTRATION_FACTS.returned, {
      visit: c.visit,
      reason: seal(`unit/${state.unitId}`, c.reason),
    });
    return accept(taken.grant, [returned, ...again], { notices });
  },
};
