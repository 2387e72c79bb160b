import { dateFrom, isLocalDate, quarterWindow, type LocalDate, addDays } from '../calendar/local-date.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { ReportField } from '../campaign-plan/duties.js';
import type { Target } from '../campaign-plan/targets.js';
import { refuse, type Decision } from '../core/decision.js';
import type { RowChange } from '../core/stream.js';
import { countsByDefault, inUnitOf, type TargetResult } from '../targets/result.js';

/** A figure for a target as it stands in a report, in the unit of the target. */
export type ReportedResult = Pick<TargetResult, 'target' | 'scope' | 'on' | 'counts' | 'value' | 'of'>;

/** What a person adds to a figure: out of how many, in which unit. */
export interface Measure {
  readonly of?: number | undefined;
  readonly unit?: string | undefined;
}

/**
 * The last day the figures of an occurrence cover: of its month, quarter, half-year or year, however early the report is
 * due; of anything else the last day it is due.
 */
export function coversUntil(occurrence: string, lastDay: LocalDate): LocalDate {
  const [, year = '', part = ''] = /^(\d{4})(?:-(q[1-4]|h[12]|\d{2}))?$/.exec(occurrence) ?? [];
  if (year === '') return lastDay;
  const last =
    part === ''
      ? 12
      : part.startsWith('q')
        ? Number(part[1]) * 3
        : part.startsWith('h')
          ? Number(part[1]) * 6
          : Number(part);
  if (part.startsWith('q') || last % 3 === 0) {
    const quarter = Math.ceil(last / 3);
    return isQuarter(quarter) ? quarterWindow(Number(year), quarter).to : lastDay;
  }
  const next = dateFrom(Number(year), last + 1, 1);
  return next === undefined ? lastDay : addDays(next, -1);
}

const isQuarter = (n: number): n is 1 | 2 | 3 | 4 => n >= 1 && n <= 4;

interface Reporting {
  readonly file: CampaignFile;
  readonly occurrence: string;
  readonly lastDay: string;
  /** The day the figures are about, where the person says another one. */
  readonly asOf?: string | undefined;
}

/** The day the figures of a report are about; refuses one that is none. */
function dayOf({ occurrence, lastDay, asOf }: Reporting): LocalDate | Decision {
  if (asOf !== undefined) return isLocalDate(asOf) ? asOf : refuse('DATE_INVALID', { field: 'asOf' });
  return isLocalDate(lastDay) ? coversUntil(occurrence, lastDay) : refuse('DATE_INVALID', { field: 'asOf' });
}

interface Figure extends Measure {
  readonly target: string;
  readonly value: number;
  readonly counts?: TargetResult['counts'] | undefined;
  readonly field: string;
}

/** A figure in the target's unit, out of a number of things that exist; refuses another unit and x of fewer than x. */
function resultOf(
  target: Target | undefined,
  { value, of, unit, counts, field }: Figure,
  on: LocalDate,
  scope: TargetResult['scope'],
): ReportedResult | Decision {
  if (target === undefined) return refuse('INVALID_INPUT', { field });
  const inUnit = inUnitOf(target, value, unit);
  if (inUnit === undefined) return refuse('INVALID_INPUT', { field, params: { unit: target.unit ?? '' } });
  if (of !== undefined && (of <= 0 || value > of)) return refuse('INVALID_INPUT', { field, params: { of } });
  const outOf = of === undefined ? {} : { of };
  return { target: target.key, scope, on, counts: counts ?? countsByDefault(target), value: inUnit, ...outOf };
}

const isRefused = (found: ReportedResult | Decision): found is Decision => 'ok' in found;

function resultsOf(
  figures: readonly Figure[],
  scope: TargetResult['scope'],
  reporting: Reporting,
): readonly ReportedResult[] | Decision {
  if (figures.length === 0 && reporting.asOf === undefined) return [];
  const on = dayOf(reporting);
  if (typeof on !== 'string') return on;
  const results: ReportedResult[] = [];
  for (const figure of figures) {
    const target = reporting.file.targets.find(({ key }) => key === figure.target);
    const result = resultOf(target, figure, on, scope);
    if (isRefused(result)) return result;
    results.push(result);
  }
  return results;
}

/** The figures of a unit's report that belong to targets of the campaign. */
export function unitResults(
  asked: readonly ReportField[],
  fields: Readonly<Record<string, string | number>>,
  measures: Readonly<Record<string, Measure>>,
  reporting: Reporting,
): readonly ReportedResult[] | Decision {
  const astray = Object.keys(measures).find((key) => asked.find((field) => field.key === key)?.target === undefined);
  if (astray !== undefined) return refuse('INVALID_INPUT', { field: `measures.${astray}` });
  const figures = asked.flatMap(({ key, target, counts }): readonly Figure[] => {
    const value = fields[key];
    return target === undefined || typeof value !== 'number'
      ? []
      : [{ target, value, counts, field: `fields.${key}`, ...measures[key] }];
  });
  return resultsOf(figures, 'unit', reporting);
}

/** A figure for the whole of the campaign, as its lead agency compiles it. */
export interface WholeResult extends Measure {
  readonly target: string;
  readonly value: number;
  readonly counts?: TargetResult['counts'] | undefined;
}

/** The figures of a consolidated report; one for each target at most. */
export function wholeResults(
  given: readonly WholeResult[],
  reporting: Reporting,
): readonly ReportedResult[] | Decision {
  const twice = given.findIndex(({ target }, i) => given.findIndex((one) => one.target === target) < i);
  if (twice >= 0) return refuse('INVALID_INPUT', { field: `results.${twice}.target` });
  return resultsOf(
    given.map((one, i) => ({ ...one, field: `results.${i}` })),
    'whole',
    reporting,
  );
}

export const areResults = (found: readonly ReportedResult[] | Decision): found is readonly ReportedResult[] =>
  !('ok' in found);

/** Rows of the figures of one report. What was taken back stays as a row that no longer stands. */
export function resultRows(
  report: { readonly id: string; readonly campaignId: string; readonly unitId: string; readonly at: number },
  before: readonly ReportedResult[],
  after: readonly ReportedResult[],
): readonly RowChange[] {
  const gone = before.filter(({ target }) => !after.some((one) => one.target === target));
  const row = ({ target, scope, on, counts, value, of }: ReportedResult, stands: boolean): RowChange => ({
    table: 'read_result',
    op: 'put',
    row: {
      report_id: report.id,
      target_key: target,
      campaign_id: report.campaignId,
      unit_id: report.unitId,
      scope,
      on_day: on,
      counts,
      value,
      out_of: of ?? null,
      stands,
      reported_at: new Date(report.at).toISOString(),
    },
  });
  return [...gone.map((one) => row(one, false)), ...after.map((one) => row(one, true))];
}
