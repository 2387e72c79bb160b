import type { LocalDate } from '../calendar/local-date.js';
import type { Target, TargetPoint } from '../campaign-plan/targets.js';

/** What a named person made of a point: of an abolished unit, of a number that stands elsewhere. */
export const DISPOSITIONS = ['value-set', 'carried-over', 'rescoped', 'not-assessable'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** The later one counts where two are about one point. */
export interface TargetAdjustment {
  readonly target: string;
  /** See {@link pointKey}. */
  readonly point: string;
  readonly disposition: Disposition;
  /** The unit that takes it over (`carried-over`), or that it is assigned to now (`rescoped`). */
  readonly unitId?: string | undefined;
  readonly value?: number | undefined;
}

/** A point as it stands today. */
export interface EffectivePoint extends TargetPoint {
  readonly key: string;
  /** Units it was assigned to before: what they reached still counts. */
  readonly former: readonly string[];
  readonly closed: boolean;
}

/** Name of a point inside its target, stable for ever: its day, and the unit the document assigned it to. */
export const pointKey = ({ due, unitId }: { readonly due: LocalDate; readonly unitId?: string | undefined }): string =>
  unitId === undefined ? due : `${due}/${unitId}`;

/** The points of a target in order, as adjustments leave them. Pure. */
export function effectivePoints(target: Target, adjustments: readonly TargetAdjustment[]): readonly EffectivePoint[] {
  const about = adjustments.filter((one) => one.target === target.key);
  return target.points
    .map((point) => {
      const key = pointKey(point);
      const start: EffectivePoint = { ...point, key, former: [], closed: false };
      return about.filter((one) => one.point === key).reduce(adjust, start);
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function adjust(point: EffectivePoint, { disposition, unitId, value }: TargetAdjustment): EffectivePoint {
  const valued = value === undefined ? {} : { value, percent: undefined };
  switch (disposition) {
    case 'value-set':
      return { ...point, ...valued };
    case 'carried-over':
      return {
        ...point,
        unitId,
        former: point.unitId === undefined ? point.former : [...point.former, point.unitId],
        closed: false,
      };
    case 'rescoped':
      return { ...point, ...valued, unitId, former: [], closed: false };
    case 'not-assessable':
      return { ...point, closed: true };
  }
}
