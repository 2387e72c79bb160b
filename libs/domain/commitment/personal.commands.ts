import { permit, type Grant } from '../access/permissions.js';
import { dateOf } from '../calendar/local-date.js';
import { dueIn, dutyDate } from '../campaign/campaign-dates.js';
import { isCampaign, runningCampaign } from '../campaign/running-campaign.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type StreamRef } from '../core/stream.js';
import { COMMITMENT_FACTS, commitmentId, type CommitmentState } from './commitment.stream.js';
import { sealOfPerson } from '../organisation/person.stream.js';
import { meansUnit, needsUnits } from './means-unit.js';

export interface PledgePersonally {
  readonly campaignId: string;
  /** Who pledges: nobody does it for somebody else. */
  readonly personId: string;
  readonly rule: string;
  /** The year, or `once`. */
  readonly occurrence: string;
  /** The unit the person belongs to and pledges in. */
  readonly unitId: string;
  readonly tasks: readonly { readonly key: string; readonly text: string }[];
  /** The version this one replaces, as the person saw it; left out for the first. */
  readonly number?: number | undefined;
}
export interface ReportPersonalResults {
  readonly commitmentId: string;
  readonly number: number;
  readonly results: readonly {
    readonly key: string;
    readonly done: boolean;
    readonly note?: string | undefined;
  }[];
}
export interface ConfirmPersonalResults {
  readonly commitmentId: string;
  readonly number: number;
  readonly note?: string | undefined;
}

const stream = (id: string): StreamRef<'commitment'> => ref('commitment', id);
const sealed = (personId: string, text: string) => seal(sealOfPerson(personId), text);

function refuseTasks(tasks: PledgePersonally['tasks'], atLeast: number): Decision | undefined {
  for (const [i, { key, text }] of tasks.entries()) {
    if (tasks.findIndex((one) => one.key === key) < i) return refuse('INVALID_INPUT', { field: `tasks.${i}.key` });
    if (text.trim() === '') return refuse('INVALID_INPUT', { field: `tasks.${i}.text` });
  }
  return tasks.length >= atLeast
    ? undefined
    : refuse('PLEDGE_INCOMPLETE', { field: 'tasks', params: { kind: 'tasks', atLeast, given: tasks.length } });
}

/** The version the person saw is the one there is. */
const refuseStale = (seen: number, now: number): Decision | undefined =>
  seen === now ? undefined : refuse('STALE_VERSION', { field: 'number', params: { seen, now } });

/**
 * A person registers what they will do in a year ("từng đảng viên ... chọn những việc làm cụ thể đăng ký thực hiện"), for
 * themselves alone and in a unit they belong to today. It can be changed until its result is told; after its day it is late.
 */
export const pledgePersonally: CommandSpec<PledgePersonally> = {
  needs: (c, have) => [
    ref('campaign', c.campaignId),
    ...needsUnits(have, c.unitId),
    stream(commitmentId(c.campaignId, c.rule, c.occurrence, c.personId)),
  ],
  decide(c, have, { actor, now, calendar }) {
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const rule = campaign.file.personalPledges?.find(({ key }) => key === c.rule);
    if (rule === undefined) return refuse('NOT_FOUND', { field: 'rule', params: { id: c.rule } });
    const grant = c.personId === actor.id ? permit(actor, 'pledge.personal', [c.unitId]) : undefined;
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'pledge.personal' } });
    const day = dateOf(now);
    if (!meansUnit(have, campaign.file, rule.who, c.unitId, day))
      return refuse('UNIT_NOT_IN_SCOPE', { field: 'unitId', params: { id: c.unitId, date: day } });
    const due = dueIn(campaign, rule.due, dutyDate(c.rule, c.occurrence), c.occurrence, calendar);
    if (due === undefined) return refuse('NOT_FOUND', { field: 'occurrence', params: { id: c.occurrence } });
    const id = commitmentId(c.campaignId, c.rule, c.occurrence, actor.id);
    const before = have.state('commitment', id);
    if (before !== undefined && c.number === undefined)
      return refuse('ALREADY_DONE', { params: { status: before.status } });
    const stale = refuseStale(c.number ?? 0, before?.number ?? 0);
    if (stale !== undefined) return stale;
    if (before !== undefined && before.status !== 'pledged')
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: before.status } });
    const refused = refuseTasks(c.tasks, rule.atLeast ?? 1);
    if (refused !== undefined) return refused;
    const payload = {
      campaignId: c.campaignId,
      rule: c.rule,
      occurrence: c.occurrence,
      unitId: c.unitId,
      subjectId: actor.id,
      items: c.tasks.map(({ key, text }) => ({ key, text: sealed(actor.id, text), done: false })),
      late: now >= due.at,
    };
    return accept(grant, [{ stream: stream(id), type: COMMITMENT_FACTS.pledged, payload }], {
      result: { commitmentId: id },
    });
  },
};

interface Found {
  readonly state: CommitmentState;
  readonly grant: Grant;
}
const isFound = (found: Found | Decision): found is Found => 'state' in found;

/** A person tells what became of each thing they registered. */
export const reportPersonalResults: CommandSpec<ReportPersonalResults> = {
  needs: (c) => [stream(c.commitmentId)],
  decide(c, have, { actor, now }) {
    const state = have.state('commitment', c.commitmentId);
    if (state?.kind !== 'personal')
      return refuse('NOT_FOUND', { field: 'commitmentId', params: { id: c.commitmentId } });
    const grant = state.subjectId === actor.id ? permit(actor, 'pledge.personal', unitsOf(actor)) : undefined;
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'pledge.personal' } });
    if (state.status === 'confirmed') return refuse('ALREADY_DONE', { params: { status: state.status } });
    const stale = refuseStale(c.number, state.number);
    if (stale !== undefined) return stale;
    const astray = c.results.findIndex(({ key }) => !state.items.some((item) => item.key === key));
    if (astray >= 0) return refuse('INVALID_INPUT', { field: `results.${astray}.key` });
    const silent = state.items.find(({ key }) => !c.results.some((result) => result.key === key));
    if (silent !== undefined) return refuse('INVALID_INPUT', { field: 'results', params: { id: silent.key } });
    const results = c.results.map(({ note, key, done }) => ({
      key,
      done,
      ...(done ? { doneOn: dateOf(now) } : {}),
      ...(note === undefined || note.trim() === '' ? {} : { note: sealed(actor.id, note) }),
    }));
    return accept(grant, [{ stream: stream(c.commitmentId), type: COMMITMENT_FACTS.reported, payload: { results } }]);
  },
};

const unitsOf = (actor: { readonly holdings: readonly { readonly unitId: string }[] }): readonly string[] =>
  actor.holdings.map(({ unitId }) => unitId);

function found(c: ConfirmPersonalResults, have: Have, actor: Parameters<typeof permit>[0]): Found | Decision {
  const state = have.state('commitment', c.commitmentId);
  if (state?.kind !== 'personal') return refuse('NOT_FOUND', { field: 'commitmentId', params: { id: c.commitmentId } });
  const grant = permit(actor, 'pledge.confirm-personal', [state.unitId]);
  // Nobody confirms what they say of themselves.
  if (grant === undefined || actor.id === state.subjectId)
    return refuse('FORBIDDEN', { params: { permission: 'pledge.confirm-personal' } });
  return { state, grant };
}

/** The head of the unit takes what a person told; the person is told. */
export const confirmPersonalResults: CommandSpec<ConfirmPersonalResults> = {
  needs: (c) => [stream(c.commitmentId)],
  decide(c, have, { actor }) {
    const known = found(c, have, actor);
    if (!isFound(known)) return known;
    const { state, grant } = known;
    if (state.status === 'confirmed') return refuse('ALREADY_DONE', { params: { status: state.status } });
    const stale = refuseStale(c.number, state.number);
    if (stale !== undefined) return stale;
    if (state.status !== 'reported') return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    const note = c.note === undefined || c.note.trim() === '' ? {} : { note: sealed(state.subjectId, c.note) };
    const notices = tell([state.subjectId], {
      subject: stream(c.commitmentId),
      step: `confirmed/${state.number}`,
      template: 'personal-pledge-confirmed',
      params: { campaignId: state.campaignId, occurrence: state.occurrence },
    });
    return accept(grant, [{ stream: stream(c.commitmentId), type: COMMITMENT_FACTS.confirmed, payload: note }], {
      notices,
    });
  },
};
