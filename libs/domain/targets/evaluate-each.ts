import type { LocalDate } from '../calendar/local-date.js';
import type { Target } from '../campaign-plan/targets.js';
import { evaluateTarget, type Evaluating, type Verdict } from './evaluate.js';

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
  const verdicts = owing.map((unitId) =>
    evaluateTarget(target, { results, adjustments, asOf, ended, units: [unitId] }).points.map(({ due, verdict }) => ({
      due,
      verdict,
    })),
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
