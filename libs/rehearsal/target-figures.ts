import type { ReportField } from '../domain/campaign-plan/duties.js';
import type { Target } from '../domain/campaign-plan/targets.js';
import type { Stage } from './stage.js';

/** Figures units report: invented, but of the size of what the campaign wants of them. */

/** The value wanted by the end of a year, or the next one there is. */
function wantedIn({ points }: Target, occurrence: string): number | undefined {
  const valued = points.filter(({ value }) => value !== undefined).toSorted((a, b) => (a.due < b.due ? -1 : 1));
  return (valued.find(({ due }) => due.slice(0, 4) >= occurrence.slice(0, 4)) ?? valued.at(-1))?.value;
}

/** A number for a field that counts: near the unit's share of its target, else any number of a sensible size. */
export function figureOf(
  stage: Stage,
  of: string,
  field: Pick<ReportField, 'key' | 'target'>,
  occurrence: string,
  reporters: number,
): number {
  const chance = stage.chance.of('count', of, field.key);
  const target = stage.file.targets.find(({ key }) => key === field.target);
  if (target === undefined) return Math.floor(chance * 400);
  if (target.comparison === 'zero') return chance < 0.95 ? 0 : 1;
  const wanted = wantedIn(target, occurrence);
  if (wanted === undefined) return Math.floor(chance * 20);
  const share = target.each === undefined && target.aggregate !== 'mean' ? wanted / Math.max(1, reporters) : wanted;
  const figure = share * (0.85 + chance * 0.4);
  return Number.isInteger(wanted) ? Math.round(figure) : Math.round(figure * 100) / 100;
}
