import { askFiles, attach, isAttached, type GivenFile } from '../attachment/attachment.js';
import { yearOf, isLocalDate } from '../calendar/local-date.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { ReportField } from '../campaign-plan/duties.js';
import { dutyOf } from '../campaign/campaign-dates.js';
import { isCampaign, runningCampaign } from '../campaign/running-campaign.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { tell } from '../core/notices.js';
import { seal, type Sealed } from '../core/sealed.js';
import { ref, type NewEvent, type StreamRef } from '../core/stream.js';
import { needsObligation, type ObligationAct } from '../obligation/obligation.commands.js';
import { askHolders, everyoneAt, fulfilled, queuesOfUnit, reopened, unitDoing } from '../obligation/owed.js';
import type { ObligationState } from '../obligation/obligation.stream.js';
import { taskId } from '../task/open-task.js';
import { planTask } from '../task/plan-task.js';
import { isTaken, takeTask } from '../task/take-task.js';
import { queueOfAddressee, reviewerOf } from './addressees.js';
import { areResults, unitResults, type Measure } from './report-results.js';
import { REPORT_FACTS } from './report.stream.js';

export interface SubmitReport extends ObligationAct {
  readonly fields: Readonly<Record<string, string | number>>;
  /** The phase the result belongs to; needed where the year lies in two of them. */
  readonly phase?: string | undefined;
  /** Beside figures for targets: out of how many, in which unit, by field. */
  readonly measures?: Readonly<Record<string, Measure>> | undefined;
  /** The day the figures are about; left out = the last day of the period reported on. */
  readonly asOf?: string | undefined;
  /** Files that show what a field says. */
  readonly evidence?: readonly (GivenFile & { readonly field: string })[] | undefined;
}
export interface ReportAct {
  readonly reportId: string;
  readonly visit: number;
}
export interface ReturnReport extends ReportAct {
  readonly reason: string;
}

export const reportEvent = (id: string, type: string, payload: Readonly<Record<string, unknown>>): NewEvent => ({
  stream: ref('report', id),
  type,
  payload,
});

/** Every field asked for, none that is not, numbers where numbers are asked for. */
function refuseFields(asked: readonly ReportField[], given: SubmitReport['fields']): Decision | undefined {
  const unknown = Object.keys(given).find((key) => !asked.some((field) => field.key === key));
  if (unknown !== undefined) return refuse('INVALID_INPUT', { field: `fields.${unknown}` });
  const wrong = asked.find(({ key, kind, required }) => {
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    if (value === undefined) return required;
    if (kind === 'count') return typeof value !== 'number' || !Number.isFinite(value);
    return typeof value !== 'string' || (required && value.trim() === '');
  });
  return wrong === undefined ? undefined : refuse('INVALID_INPUT', { field: `fields.${wrong.key}` });
}

/** Evidence belongs to a field that takes it, and is there where the field asks for it. */
function refuseEvidence(
  asked: readonly ReportField[],
  given: NonNullable<SubmitReport['evidence']>,
): Decision | undefined {
  const astray = given.findIndex(({ field }) => asked.find(({ key }) => key === field)?.evidence === undefined);
  if (astray >= 0) return refuse('INVALID_INPUT', { field: `evidence.${astray}.field` });
  const bare = asked.find(({ key, evidence }) => evidence === 'required' && !given.some(({ field }) => field === key));
  return bare === undefined ? undefined : refuse('EVIDENCE_MISSING', { field: 'evidence', params: { id: bare.key } });
}

/** The phase a report of this year counts for. Where phases overlap the person says which; nothing is guessed. */
function phaseOf(file: CampaignFile, state: ObligationState, named: string | undefined): { phase?: string } | Decision {
  const { lastDay } = state.due;
  const year = /^\d{4}(?:-|$)/.test(state.occurrence)
    ? Number(state.occurrence.slice(0, 4))
    : isLocalDate(lastDay)
      ? yearOf(lastDay)
      : 0;
  const phases = file.phases.filter(({ from, to }) => yearOf(from) <= year && year <= yearOf(to)).map(({ key }) => key);
  if (named !== undefined)
    return phases.includes(named)
      ? { phase: named }
      : refuse('INVALID_INPUT', { field: 'phase', params: { id: named } });
  if (phases.length > 1) return refuse('INVALID_INPUT', { field: 'phase', params: { phases: phases.join(', ') } });
  return phases[0] === undefined ? {} : { phase: phases[0] };
}
const isRefused = (found: { phase?: string } | Decision): found is Decision => 'ok' in found;

/**
 * Submits a unit's report: it fulfils the obligation at once (late or not by the due date) and waits at the lead agency
 * (or at the addressee its duty names) for acceptance. Its id is that of the obligation; a report that came back is submitted as a new version of it.
 */
export const submitReport: CommandSpec<SubmitReport> = {
  needs: (c, have) => [...needsObligation(c, have), ref('report', c.obligationId)],
  asks: (c) => askFiles(c.evidence ?? []),
  decide(c, have, { actor, now, calendar }) {
    const state = have.state('obligation', c.obligationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'obligationId', params: { id: c.obligationId } });
    if (state.kind !== 'report') return refuse('NOT_ALLOWED_IN_STATE', { params: { step: state.kind } });
    if (state.status === 'fulfilled') return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (state.status !== 'open') return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    const campaign = runningCampaign(have, state.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const taken = takeTask(ref('obligation', c.obligationId), state, state.visit, have, actor, 'report.submit');
    if (!isTaken(taken)) return taken;
    const duty = dutyOf(campaign.file, state.key);
    const asked = duty?.fields ?? [];
    const given = c.evidence ?? [];
    const refused = refuseFields(asked, c.fields) ?? refuseEvidence(asked, given);
    if (refused !== undefined) return refused;
    const files = attach(have, given, `unit/${state.unitId}`, 'evidence');
    if (!isAttached(files)) return files;
    const evidence = files.map((file, i) => ({ ...file, field: given[i]?.field ?? '' }));
    const { occurrence, due } = state;
    const reporting = { file: campaign.file, occurrence, lastDay: due.lastDay, asOf: c.asOf };
    const results = unitResults(asked, c.fields, c.measures ?? {}, reporting);
    if (!areResults(results)) return results;
    const phase = phaseOf(campaign.file, state, c.phase);
    if (isRefused(phase)) return phase;
    const task = planTask({
      visit: (have.state('report', c.obligationId)?.visit ?? 0) + 1,
      step: 'report',
      kind: 'review-report',
      queue: queueOfAddressee(campaign.file, reviewerOf(campaign.file, duty?.addressees ?? [], state.unitId)),
      unitId: state.unitId,
      now,
      calendar,
    });
    const fields = Object.fromEntries(
      Object.entries(c.fields).map(([key, value]): [string, Sealed | number] => [
        key,
        typeof value === 'number' ? value : seal(`unit/${state.unitId}`, value),
      ]),
    );
    const payload = {
      campaignId: state.campaignId,
      unitId: state.unitId,
      obligationId: c.obligationId,
      occurrence: state.occurrence,
      fields,
      ...(evidence.length === 0 ? {} : { evidence }),
      ...(results.length === 0 ? {} : { results }),
      ...phase,
      task,
    };
    return accept(
      taken.grant,
      [
        reportEvent(c.obligationId, REPORT_FACTS.submitted, payload),
        fulfilled(c.obligationId, state, { kind: 'report', reportId: c.obligationId }, now),
      ],
      { result: { reportId: c.obligationId, visit: task.visit } },
    );
  },
};

const needsReport = (c: ReportAct, have: Have): readonly StreamRef[] => {
  const own = ref('report', c.reportId);
  const state = have.state('report', c.reportId);
  const base = [own, ref('task', taskId(own, c.visit))];
  return state === undefined
    ? base
    : [...base, ref('campaign', state.campaignId), ref('obligation', state.obligationId)];
};

/** The queues of the unit that made the report. */
function reporterQueues(c: ReportAct, have: Have): readonly string[] {
  const report = have.state('report', c.reportId);
  const owed = report === undefined ? undefined : have.state('obligation', report.obligationId);
  return owed === undefined ? [] : queuesOfUnit(unitDoing(owed));
}

const asksReporter = (c: ReportAct, have: Have) => askHolders(reporterQueues(c, have));

/** Takes a unit's report as it is; the unit is told. */
export const acceptReport: CommandSpec<ReportAct> = {
  needs: needsReport,
  asks: asksReporter,
  decide(c, have, { actor }) {
    const state = have.state('report', c.reportId);
    if (state === undefined || state.kind !== 'unit')
      return refuse('NOT_FOUND', { field: 'reportId', params: { id: c.reportId } });
    if (state.status === 'accepted' && c.visit === state.visit)
      return refuse('ALREADY_DONE', { params: { status: state.status } });
    const taken = takeTask(ref('report', c.reportId), state, c.visit, have, actor, 'report.review');
    if (!isTaken(taken)) return taken;
    const notices = tell(everyoneAt(have, reporterQueues(c, have)), {
      subject: ref('report', c.reportId),
      step: `accepted/${c.visit}`,
      template: 'report-accepted',
      params: { reportId: c.reportId, unitId: state.unitId },
    });
    return accept(taken.grant, [reportEvent(c.reportId, REPORT_FACTS.accepted, { visit: c.visit })], { notices });
  },
};

/**
 * Sends a report back with a reason: the unit owes it again. Its due date stays while it lies ahead; after it the unit
 * gets a few working days, marked as to be confirmed.
 */
export const returnReport: CommandSpec<ReturnReport> = {
  needs: needsReport,
  asks: asksReporter,
  decide(c, have, { actor, now, calendar }) {
    const state = have.state('report', c.reportId);
    if (state === undefined || state.kind !== 'unit')
      return refuse('NOT_FOUND', { field: 'reportId', params: { id: c.reportId } });
    if (state.status === 'returned' && c.visit === state.visit)
      return refuse('ALREADY_DONE', { params: { status: state.status } });
    const taken = takeTask(ref('report', c.reportId), state, c.visit, have, actor, 'report.review');
    if (!isTaken(taken)) return taken;
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const campaign = runningCampaign(have, state.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const owed = have.state('obligation', state.obligationId);
    const again = owed?.status === 'fulfilled' ? [reopened(state.obligationId, owed, { campaign, now, calendar })] : [];
    const notices = tell(everyoneAt(have, reporterQueues(c, have)), {
      subject: ref('report', c.reportId),
      step: `returned/${c.visit}`,
      template: 'report-returned',
      params: { reportId: c.reportId, unitId: state.unitId },
    });
    const returned = reportEvent(c.reportId, REPORT_FACTS.returned, {
      visit: c.visit,
      reason: seal(`unit/${state.unitId}`, c.reason),
    });
    return accept(taken.grant, [returned, ...again], { notices });
  },
};
