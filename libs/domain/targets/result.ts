import type { LocalDate } from '../calendar/local-date.js';
import type { Target } from '../campaign-plan/targets.js';

/** Who the figure is about: the unit that reports it, or the whole of the campaign as its lead agency compiles it. */
export type ResultScope = 'unit' | 'whole';

/** A figure somebody reported for a target, in the target's unit. */
export interface TargetResult {
  readonly target: string;
  readonly unitId: string;
  readonly scope: ResultScope;
  /** Last day the figure covers. */
  readonly on: LocalDate;
  /** `total` since the start, or `added` since the figure before. */
  readonly counts: 'total' | 'added';
  readonly value: number;
  /** Out of how many: the value is a count then, also where the target is a percentage. */
  readonly of?: number | undefined;
  /** When it was reported (epoch ms): of two figures for one day the later one counts. */
  readonly at: number;
}

/** How a figure of this target is meant where the form does not say. */
export const countsByDefault = (target: Target): TargetResult['counts'] =>
  target.mode === 'incremental' ? 'added' : 'total';

/** A figure in the unit of the target; undefined for a unit that is neither the target's nor its base. */
export function inUnitOf(target: Target, value: number, unit?: string): number | undefined {
  if (unit === undefined || unit === target.unit) return value;
  return unit === target.scale?.base ? value / target.scale.factor : undefined;
}
