import { isLocalDate, yearOf, type LocalDate } from '../../../libs/domain/calendar/local-date.js';
import { resolveWho } from '../../../libs/domain/campaign-plan/resolve-who.js';
import type { Target } from '../../../libs/domain/campaign-plan/targets.js';
import type { CampaignState } from '../../../libs/domain/campaign/campaign.stream.js';
import type { Organisation } from '../../../libs/domain/engine/campaign-duties.js';
import { evaluateEach, type EachStanding } from '../../../libs/domain/targets/evaluate-each.js';
import { evaluateTarget, type TargetEvaluation } from '../../../libs/domain/targets/evaluate.js';
import type { TargetResult } from '../../../libs/domain/targets/result.js';
import type { World } from '../../../libs/ledger/worlds.js';

interface ResultRow {
  readonly report_id: string;
  readonly target_key: string;
  readonly unit_id: string;
  readonly scope: TargetResult['scope'];
  readonly on_day: string;
  readonly counts: TargetResult['counts'];
  readonly value: number;
  readonly out_of: number | null;
  readonly reported_at: Date;
}

/** A figure with the report it stands in. */
export interface ResultInReport extends TargetResult {
  readonly reportId: string;
}

/** Every figure reported for the targets of a campaign that stands today. */
export async function resultsIn({ pool }: World, campaignId: string): Promise<readonly ResultInReport[]> {
  const { rows } = await pool.query<ResultRow>({
    name: 'campaign-results',
    text: `select report_id, target_key, unit_id, scope, on_day, counts, value, out_of, reported_at from read_result
      where campaign_id = $1 and stands order by target_key, on_day, report_id`,
    values: [campaignId],
  });
  return rows.flatMap((row): readonly ResultInReport[] =>
    isLocalDate(row.on_day)
      ? [
          {
            reportId: row.report_id,
            target: row.target_key,
            unitId: row.unit_id,
            scope: row.scope,
            on: row.on_day,
            counts: row.counts,
            value: row.value,
            ...(row.out_of === null ? {} : { of: row.out_of }),
            at: row.reported_at.getTime(),
          },
        ]
      : [],
  );
}

export interface TargetsAsked {
  readonly asOf: LocalDate;
  readonly unit?: string | undefined;
  readonly cluster?: string | undefined;
}

export type TargetStanding = Omit<Target, 'points' | 'rows' | 'quotes'> &
  TargetEvaluation & {
    /** Of a target every unit owes by itself: how many have met it, day by day. */
    readonly each?: readonly EachStanding[];
  };

/** The members of a cluster in the year of the day, else in its latest year before. */
export function membersOf(organisation: Organisation, clusterId: string, day: LocalDate): readonly string[] {
  const years = organisation.clusters.find(({ id }) => id === clusterId)?.years ?? [];
  return (
    years
      .filter(({ year }) => year <= yearOf(day))
      .toSorted((a, b) => a.year - b.year)
      .at(-1)?.members ?? []
  );
}

/** Results against every target of a campaign, for one unit, one cluster or the whole. Pure. */
export function standingsOf(
  state: CampaignState,
  organisation: Organisation,
  results: readonly TargetResult[],
  { asOf, unit, cluster }: TargetsAsked,
): readonly TargetStanding[] {
  const units =
    unit !== undefined ? [unit] : cluster !== undefined ? membersOf(organisation, cluster, asOf) : undefined;
  const known = { results, adjustments: state.adjustments, asOf, ended: state.passedOn };
  return state.file.targets.map((target) => {
    const { points: _points, rows: _rows, quotes: _quotes, each, ...said } = target;
    const evaluated = evaluateTarget(target, { ...known, ...(units === undefined ? {} : { units }) });
    if (each === undefined) return { ...said, ...evaluated };
    const last = target.points.reduce<LocalDate>((day, { due }) => (due > day ? due : day), asOf);
    const owing = resolveWho(state.file, each, organisation, asOf < last ? asOf : last).unitIds;
    const counted = units === undefined ? owing : owing.filter((id) => units.includes(id));
    return { ...said, ...evaluated, each: evaluateEach(target, counted, known) };
  });
}
