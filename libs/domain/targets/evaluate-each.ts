import type { LocalDate } from '../calendar/local-date.js';
import type { Target } from '../campaign-plan/targets.js';
import { effectivePoints } from './adjust.js';
import { evaluatePoints, type Evaluating, type Standing, type Verdict } from './evaluate.js';
import type { TargetResult } from './result.js';

/** How many of the units that owe a target by themselves stand where, for one day. */
export interface EachStanding {
  readonly due: LocalDate;
  readonly units: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Units that have met it, in percent of all that owe it: 9 of 9 is 100. */
  readonly percent: number;
}

/** A target every unit owes by itself: how many of them have met it, day by day. Pure. */
export function evaluateEach(
  target: Target,
  owing: readonly string[],
  { results, adjustments, asOf, ended }: Omit<Evaluating, 'units'>,
): readonly EachStanding[] {
  const resultsFor = resultsByUnit(target, results, adjustments);
  const judge = (unitId: string): readonly Standing[] =>
    evaluatePoints(target, { results: resultsFor(unitId), adjustments, asOf, ended, units: [unitId] });
  const named = unitsNamed(target, adjustments);
  let silent: readonly Standing[] | undefined;
  // Who has reported nothing stands where all others stand who have not.
  const verdicts = owing.map((unitId) =>
    named.has(unitId) || resultsFor(unitId).length > 0 ? judge(unitId) : (silent ??= judge(unitId)),
  );
  const days = [...new Set(target.points.map(({ due }) => due))].sort();
  return days.map((due) => {
    const ofDay = verdicts.flatMap((points) => points.filter((point) => point.due === due));
    const count = (verdict: Verdict): number => ofDay.filter((point) => point.verdict === verdict).length;
    const counts = {
      met: count('met'),
      'not-met': count('not-met'),
      'not-yet': count('not-yet'),
      'not-assessable': count('not-assessable'),
    };
    return { due, units: ofDay.length, counts, percent: ofDay.length === 0 ? 0 : (counts.met / ofDay.length) * 100 };
  });
}

/** Units that points of the target are assigned to, or were. */
const unitsNamed = (target: Target, adjustments: Evaluating['adjustments'] = []): ReadonlySet<string> =>
  new Set(
    effectivePoints(target, adjustments).flatMap(({ unitId, former }) =>
      unitId === undefined ? [] : [unitId, ...former],
    ),
  );

/** What one unit is judged by: its own figures and those of units a point is assigned to. Each figure is looked at once. */
function resultsByUnit(
  target: Target,
  results: readonly TargetResult[],
  adjustments: Evaluating['adjustments'],
): (unitId: string) => readonly TargetResult[] {
  const named = unitsNamed(target, adjustments);
  const own = new Map<string, TargetResult[]>();
  const shared: TargetResult[] = [];
  for (const result of results) {
    if (result.target !== target.key) continue;
    const list = named.has(result.unitId) ? shared : (own.get(result.unitId) ?? []);
    list.push(result);
    if (list !== shared) own.set(result.unitId, list);
  }
  return (unitId) => [...shared, ...(own.get(unitId) ?? [])];
}
