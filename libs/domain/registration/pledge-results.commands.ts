import { queueOf } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import { askFiles, attach, isAttached, type GivenFile } from '../attachment/attachment.js';
import { dateOf, yearOf } from '../calendar/local-date.js';
import { isCampaign, runningCampaign } from '../campaign/running-campaign.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type StreamRef } from '../core/stream.js';
import { askHolders, everyoneAt } from '../obligation/owed.js';
import { taskId } from '../task/open-task.js';
import { planTask } from '../task/plan-task.js';
import { isTaken, takeTask } from '../task/take-task.js';
import { confirmingUnit } from './confirming.js';
import { comparePledge } from './pledge-results.js';
import { needsRegistrant, queuesOfRegistrant, registrantOf } from './registrant.js';
import { REGISTRATION_FACTS, type Pledge, type PledgeVerdict } from './registration.stream.js';

export interface ReportPledgeResults {
  readonly registrationId: string;
  /** The version of the pledge in force that the person compared with. */
  readonly number: number;
  readonly items: readonly {
    readonly key: string;
    readonly value?: number | undefined;
    /** For an entry without a number. */
    readonly claim?: PledgeVerdict | undefined;
    readonly note?: string | undefined;
  }[];
  readonly files?: readonly GivenFile[] | undefined;
}
export interface AssessPledge {
  readonly registrationId: string;
  readonly visit: number;
  /** Where the assessor differs from the numbers or the claim, or says it anew. */
  readonly verdicts: readonly { readonly key: string; readonly verdict: PledgeVerdict }[];
  readonly note?: string | undefined;
}

/** Task in which the one who confirmed a pledge looks at what was reached of it. */
export const RESULTS_STEP = 'pledge-results';

/** Each entry of the pledge once and no other: a number where one was pledged, else the unit's word. */
function refuseItems(pledges: readonly Pledge[], items: ReportPledgeResults['items']): Decision | undefined {
  const astray = items.findIndex(
    ({ key }, i) => !pledges.some((one) => one.key === key) || items.findIndex((one) => one.key === key) < i,
  );
  if (astray >= 0)
    return refuse('INVALID_INPUT', { field: `items.${astray}.key`, params: { id: items[astray]?.key ?? '' } });
  for (const { key, target } of pledges) {
    const i = items.findIndex((one) => one.key === key);
    const item = items[i];
    if (item === undefined) return refuse('INVALID_INPUT', { field: 'items', params: { id: key } });
    if (target !== undefined && item.value === undefined) return refuse('INVALID_INPUT', { field: `items.${i}.value` });
    if (target === undefined && item.claim === undefined) return refuse('INVALID_INPUT', { field: `items.${i}.claim` });
  }
  return undefined;
}

/**
 * A unit (for a cluster the one that leads it) tells what it reached of the pledge in force, entry by entry; whoever confirms pledges of the unit this year is
 * asked to assess it. A later report replaces one that is not assessed yet.
 */
export const reportPledgeResults: CommandSpec<ReportPledgeResults> = {
  needs(c, have) {
    const state = have.state('registration', c.registrationId);
    const own = ref('registration', c.registrationId);
    return state === undefined
      ? [own]
      : [own, ref('campaign', state.campaignId), ...needsRegistrant(state.unitId, have)];
  },
  asks(c, have, { now }) {
    const state = have.state('registration', c.registrationId);
    const files = askFiles(c.files ?? []);
    return state === undefined
      ? files
      : [...files, { ask: 'clusterLeaderOf', unitId: state.unitId, year: yearOf(dateOf(now)) }];
  },
  decide(c, have, { actor, now, calendar }) {
    const state = have.state('registration', c.registrationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'registrationId', params: { id: c.registrationId } });
    const campaign = runningCampaign(have, state.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const grant = permit(actor, 'pledge.report', [registrantOf(have, state.unitId, now) ?? state.unitId]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'pledge.report' } });
    const { inForce } = state;
    if (inForce === undefined || state.status === 'passed-on')
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (c.number !== inForce.number)
      return refuse('STALE_VERSION', { field: 'number', params: { seen: c.number, now: inForce.number } });
    if (state.results?.status === 'assessed') return refuse('ALREADY_DONE', { params: { status: 'assessed' } });
    const refused = refuseItems(inForce.pledges, c.items);
    if (refused !== undefined) return refused;
    const subject = `unit/${state.unitId}`;
    const files = attach(have, c.files ?? [], subject, 'files');
    if (!isAttached(files)) return files;
    const task = planTask({
      visit: state.visit + 1,
      step: RESULTS_STEP,
      kind: 'assess-pledge',
      queue: queueOf(confirmingUnit(have, campaign.file, state.unitId, yearOf(dateOf(now))), 'officer'),
      unitId: state.unitId,
      now,
      calendar,
    });
    const items = c.items.map(({ note, ...item }) => ({
      ...item,
      ...(note === undefined || note.trim() === '' ? {} : { note: seal(subject, note) }),
    }));
    const payload = { number: inForce.number, items, ...(files.length === 0 ? {} : { files }), task };
    return accept(
      grant,
      [{ stream: ref('registration', c.registrationId), type: REGISTRATION_FACTS.resultsReported, payload }],
      { result: { registrationId: c.registrationId, visit: task.visit } },
    );
  },
};

const needsAssessment = (c: AssessPledge, have: Have): readonly StreamRef[] => {
  const own = ref('registration', c.registrationId);
  const state = have.state('registration', c.registrationId);
  const base = [own, ref('task', taskId(own, c.visit))];
  return state === undefined
    ? base
    : [...base, ref('campaign', state.campaignId), ...needsRegistrant(state.unitId, have)];
};

/**
 * The one who confirmed the pledge says of every entry whether it was kept: by the numbers or the unit's claim, unless
 * they say otherwise. From then on the results open or bar nominations as the campaign has it; the unit is told.
 */
export const assessPledge: CommandSpec<AssessPledge> = {
  needs: needsAssessment,
  asks(c, have, { now }) {
    const state = have.state('registration', c.registrationId);
    return state === undefined ? [] : askHolders(queuesOfRegistrant(have, state.unitId, now));
  },
  decide(c, have, { actor, now }) {
    const state = have.state('registration', c.registrationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'registrationId', params: { id: c.registrationId } });
    const { results, inForce } = state;
    if (results?.status === 'assessed') return refuse('ALREADY_DONE', { params: { status: results.status } });
    const own = ref('registration', c.registrationId);
    const taken = takeTask(own, state, c.visit, have, actor, 'registration.confirm');
    if (!isTaken(taken)) return taken;
    if (results === undefined || inForce === undefined || taken.task.step !== RESULTS_STEP)
      return refuse('NOT_ALLOWED_IN_STATE', { params: { step: taken.task.step } });
    const astray = c.verdicts.findIndex(({ key }) => !inForce.pledges.some((pledge) => pledge.key === key));
    if (astray >= 0) return refuse('INVALID_INPUT', { field: `verdicts.${astray}.key` });
    const said = Object.fromEntries(c.verdicts.map(({ key, verdict }) => [key, verdict]));
    const verdicts = Object.fromEntries(
      comparePledge(inForce.pledges, { ...results, verdicts: said }).flatMap(({ key, verdict }) =>
        verdict === undefined ? [] : [[key, verdict]],
      ),
    );
    const note = c.note === undefined || c.note === '' ? {} : { note: seal(`unit/${state.unitId}`, c.note) };
    const notices = tell(everyoneAt(have, queuesOfRegistrant(have, state.unitId, now)), {
      subject: own,
      step: `pledge-assessed/${c.visit}`,
      template: 'pledge-assessed',
      params: { registrationId: c.registrationId, unitId: state.unitId },
    });
    const payload = { visit: c.visit, verdicts, ...note };
    return accept(taken.grant, [{ stream: own, type: REGISTRATION_FACTS.assessed, payload }], { notices });
  },
};
