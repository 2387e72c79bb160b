import type { LocalDate } from '../calendar/local-date.js';
import type { Target } from '../campaign-plan/targets.js';
import { effectivePoints, type EffectivePoint, type TargetAdjustment } from './adjust.js';
import { canBeMissedLater, isLowerBetter, isMet, missingOf } from './compare.js';
import { byUnit, totalBy, type Ended, type Measuring } from './groups.js';
import type { TargetResult } from './result.js';

export type Verdict = 'met' | 'not-met' | 'not-yet' | 'not-assessable';

/** Why nobody can say whether it is met. */
export type Unassessable =
  | 'mode-unset'
  | 'comparison-unset'
  | 'measure-unset'
  | 'value-missing'
  | 'baseline-missing'
  | 'tolerance-missing'
  | 'nothing-reported'
  | 'not-added-up'
  /** The value is wanted of the whole; this is what some units add to it. */
  | 'part-of-the-whole'
  | 'closed'
  /** The unit it was assigned to ended before its day; a named person carries it over, re-scopes or closes it. */
  | 'unit-ended';

/** A point with what was reached. */
export interface Standing {
  readonly key: string;
  readonly due: LocalDate;
  readonly unitId?: string;
  readonly wanted?: number;
  readonly of?: number;
  readonly reached?: number;
  /** `reached` of `of`, in percent. */
  readonly percent?: number;
  /** What is missing to the value; 0 when it is reached. */
  readonly gap?: number;
  readonly verdict: Verdict;
  readonly why?: Unassessable;
  /** Missing it fails nothing ("phấn đấu"). */
  readonly stretch: boolean;
  /** Units that reported by the day. */
  readonly reported: number;
}

export interface PlotPoint {
  readonly on: LocalDate;
  readonly value: number;
}

export interface TargetEvaluation {
  readonly key: string;
  readonly points: readonly Standing[];
  /** Both lines as totals, so that increments are seen adding up. */
  readonly plot: { readonly wanted: readonly PlotPoint[]; readonly reached: readonly PlotPoint[] };
}

export interface Evaluating {
  readonly results: readonly TargetResult[];
  readonly adjustments?: readonly TargetAdjustment[] | undefined;
  /** The day it is judged on; what is due later can still be met. */
  readonly asOf: LocalDate;
  /** Units that ended: their points wait for a person, their figures go on in those of who took over. */
  readonly ended?: Ended | undefined;
  /** Only these units count (one unit, the members of a cluster); all of the campaign when left out. */
  readonly units?: readonly string[] | undefined;
}

/** Results against one target, point by point, with the data of its plot. Pure; the order of the results does not matter. */
export function evaluateTarget(target: Target, evaluating: Evaluating): TargetEvaluation {
  const { standings, relevant, measuring } = judged(target, evaluating);
  return { key: target.key, points: standings, plot: plotOf(target, relevant, measuring) };
}

/** The same without the plot. */
export const evaluatePoints = (target: Target, evaluating: Evaluating): readonly Standing[] =>
  judged(target, evaluating).standings;

interface Judged {
  readonly standings: readonly Standing[];
  readonly relevant: readonly EffectivePoint[];
  readonly measuring: Measuring;
}

function judged(target: Target, { results, adjustments = [], asOf, units, ended = {} }: Evaluating): Judged {
  const own = results.filter((one) => one.target === target.key);
  const inScope = own.filter(({ unitId }) => units === undefined || units.includes(unitId));
  // What the lead agency compiled for the whole stands for the whole; units are not counted a second time.
  const whole = units === undefined ? inScope.filter(({ scope }) => scope === 'whole') : [];
  const counted = whole.length > 0 ? whole : inScope.filter(({ scope }) => scope === 'unit');
  const points = effectivePoints(target, adjustments);
  const relevant = points.filter(
    ({ unitId, former }) =>
      units === undefined || unitId === undefined || [unitId, ...former].some((id) => units.includes(id)),
  );
  const isShare = units !== undefined && target.each === undefined;
  const measuring = { groups: byUnit(counted), begin: isShare ? 0 : (target.baseline?.value ?? 0), ended };
  const standings = relevant.map((point) => {
    const before = points.filter(({ due, unitId }) => due < point.due && unitId === point.unitId).at(-1);
    if (point.unitId === undefined) return standing(target, point, before, { ...measuring, asOf, isShare });
    const assigned = [point.unitId, ...point.former];
    const groups = byUnit(own.filter(({ unitId, scope }) => scope === 'unit' && assigned.includes(unitId)));
    return standing(target, point, before, { ...measuring, groups, asOf, isShare: false });
  });
  return { standings, relevant, measuring };
}

interface Judging extends Measuring {
  readonly asOf: LocalDate;
  readonly isShare: boolean;
}

function standing(
  target: Target,
  point: EffectivePoint,
  before: EffectivePoint | undefined,
  judging: Judging,
): Standing {
  const wanted = target.comparison === 'zero' ? 0 : point.value;
  const { groups, asOf, isShare } = judging;
  const since = target.mode === 'incremental' ? before?.due : undefined;
  const isKnown = ({ on }: TargetResult): boolean => on <= point.due && (since === undefined || on > since);
  const reported = groups.filter(({ results }) => results.some(isKnown)).length;
  const base = {
    key: point.key,
    due: point.due,
    ...(point.unitId === undefined ? {} : { unitId: point.unitId }),
    ...(wanted === undefined ? {} : { wanted }),
    ...(point.of === undefined ? {} : { of: point.of }),
    stretch: target.stretch === true,
    reported,
  };
  const unclear = unclearOf(target, point, wanted) ?? endedOf(point, judging.ended);
  if (unclear !== undefined || wanted === undefined)
    return { ...base, verdict: 'not-assessable', why: unclear ?? 'value-missing' };
  if (isShare) {
    const share = reachedBy(target, point, before, judging);
    return {
      ...base,
      ...(share === undefined ? {} : { reached: share }),
      verdict: 'not-assessable',
      why: 'part-of-the-whole',
    };
  }
  if (reported === 0)
    return asOf <= point.due
      ? { ...base, verdict: 'not-yet', gap: missingOf(target, 0, wanted) }
      : { ...base, verdict: 'not-assessable', why: 'nothing-reported' };
  const reached = reachedBy(target, point, before, judging);
  if (reached === undefined) return { ...base, verdict: 'not-assessable', why: 'not-added-up' };
  const met = isMet(target, reached, wanted) === true;
  // A report that covers the day is the last word on it, also when it is handed in before.
  const isCovered = groups.every(({ results }) => results.some(({ on }) => on >= point.due));
  const isOpen = asOf < point.due && !isCovered && (!met || canBeMissedLater(target));
  return {
    ...base,
    reached,
    gap: missingOf(target, reached, wanted),
    ...(point.of === undefined || point.of === 0 ? {} : { percent: (reached / point.of) * 100 }),
    verdict: isOpen ? 'not-yet' : met ? 'met' : 'not-met',
  };
}

function unclearOf(target: Target, point: EffectivePoint, wanted: number | undefined): Unassessable | undefined {
  if (point.closed) return 'closed';
  if (target.mode === 'unset') return 'mode-unset';
  if (target.measures === 'unset') return 'measure-unset';
  if (target.comparison === undefined) return 'comparison-unset';
  if (wanted === undefined) return 'value-missing';
  if (target.measures === 'change' && target.baseline === undefined) return 'baseline-missing';
  return target.comparison === 'about' && target.tolerancePercent === undefined ? 'tolerance-missing' : undefined;
}

function endedOf({ unitId, due }: EffectivePoint, ended: Ended): Unassessable | undefined {
  const end = unitId === undefined ? undefined : ended[unitId];
  return end !== undefined && end.on <= due ? 'unit-ended' : undefined;
}

/** Total by the day, or what came since the point before, or how far it moved from the baseline: as the target means it. */
function reachedBy(
  target: Target,
  point: EffectivePoint,
  before: EffectivePoint | undefined,
  judging: Judging,
): number | undefined {
  const value = totalBy(target, point.due, judging);
  if (value === undefined) return undefined;
  if (target.measures === 'change') {
    const moved = value - judging.begin;
    return target.lowerIsBetter === true ? -moved : moved;
  }
  if (target.mode !== 'incremental') return value;
  const earlier = before === undefined ? undefined : totalBy(target, before.due, judging);
  return value - (earlier ?? judging.begin);
}

function plotOf(target: Target, points: readonly EffectivePoint[], judging: Measuring): TargetEvaluation['plot'] {
  const days = [...new Set(judging.groups.flatMap(({ results }) => results.map(({ on }) => on)))].sort();
  const reached = days.flatMap((on) => {
    const value = totalBy(target, on, judging);
    return value === undefined ? [] : [{ on, value }];
  });
  const steps = points.flatMap(({ due, value, closed }) => (value === undefined || closed ? [] : [{ on: due, value }]));
  return { wanted: linesUp(target, steps, judging.begin), reached };
}

/** Wanted values as totals: increments add up from the beginning, changes move away from it. */
function linesUp(target: Target, steps: readonly PlotPoint[], begin: number): readonly PlotPoint[] {
  if (target.measures === 'change')
    return steps.map(({ on, value }) => ({ on, value: isDown(target) ? begin - value : begin + value }));
  if (target.mode !== 'incremental') return steps;
  const days = [...new Set(steps.map(({ on }) => on))];
  return days.map((day) => ({
    on: day,
    value: steps.reduce((sum, { on, value }) => sum + (on <= day ? value : 0), begin),
  }));
}

const isDown = (target: Target): boolean => target.lowerIsBetter === true || isLowerBetter(target);
