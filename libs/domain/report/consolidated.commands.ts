import { dutyOf } from '../campaign/campaign-dates.js';
import { isCampaign, runningCampaign } from '../campaign/running-campaign.js';
import { accept, refuse, type CommandSpec, type Ask, type Decision, type Have } from '../core/decision.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type StreamRef } from '../core/stream.js';
import { needsObligation, type ObligationAct } from '../obligation/obligation.commands.js';
import { askHolders, everyoneAt, fulfilled } from '../obligation/owed.js';
import { taskId } from '../task/open-task.js';
import { planTask } from '../task/plan-task.js';
import { isTaken, takeTask } from '../task/take-task.js';
import { addresseesOf, askAddressees, namedAddressees, queueOfAddressee, type Addressee } from './addressees.js';
import { reportEvent, type ReportAct } from './report.commands.js';
import { areResults, wholeResults, type WholeResult } from './report-results.js';
import { REPORT_FACTS } from './report.stream.js';

export interface ConsolidateReports extends ObligationAct {
  readonly campaignId: string;
  readonly occurrence: string;
  readonly summary: string;
  /** The unit reports it sums up. */
  readonly sources: readonly string[];
  /** Figures for the whole of the campaign; they stand instead of the sum of the units'. */
  readonly results?: readonly WholeResult[] | undefined;
  /** The day the figures are about; left out = the last day of the period reported on. */
  readonly asOf?: string | undefined;
}

/** Whom the duty names as addressees, with the unit above the one that consolidates. */
function toldOf(c: ConsolidateReports, have: Have, now: number): readonly Addressee[] {
  const state = have.state('obligation', c.obligationId);
  const file = have.state('campaign', c.campaignId)?.file;
  if (state === undefined || file === undefined) return [];
  const parent = have.state('unit', state.unitId)?.parent;
  return addresseesOf(have, file, dutyOf(file, state.key)?.addressees ?? [], { unitId: state.unitId, parent, now });
}

/** Those named outright are asked for by their queues; those of a type or group come with their officers. */
function asksToTell(c: ConsolidateReports, have: Have, now: number): readonly Ask[] {
  const state = have.state('obligation', c.obligationId);
  const file = have.state('campaign', c.campaignId)?.file;
  if (state === undefined || file === undefined) return [];
  const addressees = dutyOf(file, state.key)?.addressees ?? [];
  const parent = have.state('unit', state.unitId)?.parent;
  const named = addressees.flatMap((who) => namedAddressees(file, who, parent));
  return [
    ...askHolders([...new Set(named)].map((unit) => queueOfAddressee(file, unit))),
    ...askAddressees(addressees, now),
  ];
}

/** Sources are reports of units on the duty that is consolidated, of the same occurrence, none of them sent back. */
function refuseSources(c: ConsolidateReports, have: Have, consolidates: string | undefined): Decision | undefined {
  for (const [i, id] of c.sources.entries()) {
    const report = have.state('report', id);
    if (report === undefined) return refuse('NOT_FOUND', { field: `sources.${i}`, params: { id } });
    const key = have.state('obligation', report.obligationId)?.key;
    const fits = report.campaignId === c.campaignId && report.kind === 'unit' && report.occurrence === c.occurrence;
    const isAsked = consolidates === undefined || key === consolidates;
    if (!fits || !isAsked || report.status === 'returned')
      return refuse('INVALID_INPUT', { field: `sources.${i}`, params: { id } });
  }
  return new Set(c.sources).size < c.sources.length ? refuse('INVALID_INPUT', { field: 'sources' }) : undefined;
}

/**
 * The lead agency sums up the reports of units and sends the result upward: it fulfils the duty to consolidate, and each
 * addressee has a task to acknowledge it (Hòa Bình's plan names two: the council and the provincial committee), unless
 * the campaign asks for no acknowledgement: they are only told then.
 */
export const consolidateReports: CommandSpec<ConsolidateReports> = {
  needs(c, have) {
    const state = have.state('obligation', c.obligationId);
    const reports = c.sources.flatMap((id): StreamRef[] => {
      const report = have.state('report', id);
      return [ref('report', id), ...(report === undefined ? [] : [ref('obligation', report.obligationId)])];
    });
    const unit = state === undefined ? [] : [ref('unit', state.unitId)];
    return [
      ...needsObligation(c, have),
      ref('campaign', c.campaignId),
      ref('report', c.obligationId),
      ...unit,
      ...reports,
    ];
  },
  asks: (c, have, { now }) => asksToTell(c, have, now),
  decide(c, have, { actor, now, calendar }) {
    const state = have.state('obligation', c.obligationId);
    if (state === undefined || state.campaignId !== c.campaignId)
      return refuse('NOT_FOUND', { field: 'obligationId', params: { id: c.obligationId } });
    if (state.kind !== 'consolidation')
      return refuse('INVALID_INPUT', { field: 'obligationId', params: { id: c.obligationId } });
    if (state.occurrence !== c.occurrence)
      return refuse('INVALID_INPUT', { field: 'occurrence', params: { id: c.occurrence } });
    if (state.status === 'fulfilled') return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (state.status !== 'open') return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const taken = takeTask(ref('obligation', c.obligationId), state, state.visit, have, actor, 'report.consolidate');
    if (!isTaken(taken)) return taken;
    if (c.summary.trim() === '') return refuse('INVALID_INPUT', { field: 'summary' });
    const refused = refuseSources(c, have, dutyOf(campaign.file, state.key)?.consolidates);
    if (refused !== undefined) return refused;

    const { occurrence, due } = state;
    const reporting = { file: campaign.file, occurrence, lastDay: due.lastDay, asOf: c.asOf };
    const results = wholeResults(c.results ?? [], reporting);
    if (!areResults(results)) return results;
    const before = have.state('report', c.obligationId)?.visit ?? 0;
    const told = toldOf(c, have, now);
    const isAcknowledged = dutyOf(campaign.file, state.key)?.acknowledged !== false;
    const queues = isAcknowledged ? told.map(({ unit }) => queueOfAddressee(campaign.file, unit)) : [];
    const tasks = queues.map((queue, i) =>
      planTask({
        visit: before + 1 + i,
        step: 'consolidated-report',
        kind: 'acknowledge-report',
        queue,
        unitId: state.unitId,
        now,
        calendar,
      }),
    );
    const payload = {
      campaignId: c.campaignId,
      unitId: state.unitId,
      obligationId: c.obligationId,
      occurrence: c.occurrence,
      fields: { summary: seal(`unit/${state.unitId}`, c.summary) },
      sources: c.sources,
      ...(results.length === 0 ? {} : { results }),
      tasks,
    };
    const notices = tell(
      told.flatMap(({ unit, officers }) => officers ?? everyoneAt(have, [queueOfAddressee(campaign.file, unit)])),
      {
        subject: ref('report', c.obligationId),
        step: `sent/${before + 1}`,
        template: isAcknowledged ? 'report-to-acknowledge' : 'report-sent',
        params: { reportId: c.obligationId, occurrence: c.occurrence, unitId: state.unitId },
      },
    );
    return accept(
      taken.grant,
      [
        reportEvent(c.obligationId, REPORT_FACTS.consolidated, payload),
        fulfilled(c.obligationId, state, { kind: 'report', reportId: c.obligationId }, now),
      ],
      { notices, result: { reportId: c.obligationId, visits: tasks.map(({ visit }) => visit) } },
    );
  },
};

/** An addressee has received the consolidated report; the last one to say so ends it. */
export const acknowledgeReport: CommandSpec<ReportAct> = {
  needs: (c) => [ref('report', c.reportId), ref('task', taskId(ref('report', c.reportId), c.visit))],
  decide(c, have, { actor }) {
    const state = have.state('report', c.reportId);
    if (state === undefined || state.kind !== 'consolidated')
      return refuse('NOT_FOUND', { field: 'reportId', params: { id: c.reportId } });
    if (c.visit >= 1 && c.visit <= state.visit && state.open[String(c.visit)] === undefined)
      return refuse('ALREADY_DONE', { params: { status: state.status } });
    const taken = takeTask(ref('report', c.reportId), state, c.visit, have, actor, 'report.acknowledge');
    if (!isTaken(taken)) return taken;
    return accept(taken.grant, [reportEvent(c.reportId, REPORT_FACTS.acknowledged, { visit: c.visit })]);
  },
};
