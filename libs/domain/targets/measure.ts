import type { LocalDate } from '../calendar/local-date.js';
import type { Target } from '../campaign-plan/targets.js';
import type { TargetResult } from './result.js';

/** What was reached by a day, out of how many where that was counted. */
export interface Reached {
  readonly value: number;
  readonly of?: number | undefined;
}

const inOrder = (a: TargetResult, b: TargetResult): number => (a.on === b.on ? a.at - b.at : a.on < b.on ? -1 : 1);

/**
 * The total of one unit by a day: its last total on or before it and everything added since, else `begin` and
 * everything added. Undefined when nothing was reported by then.
 */
export function totalOf(results: readonly TargetResult[], day: LocalDate, begin: number): Reached | undefined {
  const known = results.filter(({ on }) => on <= day).sort(inOrder);
  const last = known.findLastIndex(({ counts }) => counts === 'total');
  const start = known[last];
  const added = known.slice(last + 1).filter(({ on }) => start === undefined || on > start.on);
  if (start === undefined && added.length === 0) return undefined;
  const of = added.at(-1)?.of ?? start?.of;
  const value = added.reduce((sum, result) => sum + result.value, start?.value ?? begin);
  return of === undefined ? { value } : { value, of };
}

/** How results of several units make one: sums for counts, a ratio of sums for percentages, nothing for a ratio "per". */
export function aggregationOf(target: Target): NonNullable<Target['aggregate']> {
  if (target.aggregate !== undefined) return target.aggregate;
  if (target.per !== undefined) return 'none';
  return target.unit === '%' ? 'ratio' : 'sum';
}

/** One figure out of those of several units; undefined where they cannot be put together. Order does not matter. */
export function combine(target: Target, reached: readonly Reached[]): Reached | undefined {
  const [first, ...others] = reached;
  if (first === undefined) return undefined;
  if (others.length === 0) return first;
  const value = reached.reduce((sum, one) => sum + one.value, 0);
  const counted = reached.every(({ of }) => of !== undefined);
  const of = counted ? { of: reached.reduce((sum, one) => sum + (one.of ?? 0), 0) } : {};
  switch (aggregationOf(target)) {
    case 'sum':
      return { value, ...of };
    case 'mean':
      return { value: value / reached.length };
    case 'ratio':
      return counted ? { value, ...of } : undefined;
    case 'none':
      return undefined;
  }
}

/** The figure that is compared: of a percentage its percents, over the population fixed at a date where there is one. */
export function comparable(target: Target, { value, of }: Reached): number | undefined {
  if (target.unit !== '%' || of === undefined) return value;
  const size = target.population?.size ?? of;
  return size === 0 ? undefined : (value / size) * 100;
}
