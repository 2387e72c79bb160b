import { DEFAULT_ROUTE } from '../../../libs/domain/campaign-plan/default-route.js';
import type { RouteStep } from '../../../libs/domain/campaign-plan/route.js';

const LIMITS: Readonly<Record<string, number>> = { appraisal: 10, 'public-opinion': 10 };

/** Appraisal and public opinion within ten working days each, then submission, decision, publication, archive. */
export const timedRoute: readonly RouteStep[] = DEFAULT_ROUTE.filter(({ kind }) =>
  ['appraisal', 'public-opinion', 'submission', 'decision', 'publication', 'archive'].includes(kind),
).map((step) => {
  const amount = LIMITS[step.kind];
  return amount === undefined
    ? step
    : { ...step, due: { amount, unit: 'working', provenance: { basis: 'law', confidence: 'V' } } };
});
