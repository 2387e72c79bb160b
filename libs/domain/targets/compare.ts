import type { Target } from '../campaign-plan/targets.js';

/** Figures of documents carry few digits; what differs less than this differs by the way machines add. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Is a smaller result the better one? */
export const isLowerBetter = ({ lowerIsBetter, comparison, measures }: Target): boolean =>
  comparison === 'at-most' ||
  comparison === 'less-than' ||
  comparison === 'zero' ||
  (lowerIsBetter === true && measures !== 'change');

/**
 * Is the value met? "About" allows its leeway on the worse side; being better than asked fails nothing. Undefined while
 * nobody has said how to compare.
 */
export function isMet(target: Target, reached: number, wanted: number): boolean | undefined {
  const same = isSame(reached, wanted);
  switch (target.comparison) {
    case 'at-least':
      return same || reached > wanted;
    case 'at-most':
      return same || reached < wanted;
    case 'more-than':
      return !same && reached > wanted;
    case 'less-than':
      return !same && reached < wanted;
    case 'equal':
      return same;
    case 'zero':
      return isSame(reached, 0);
    case 'about': {
      if (target.tolerancePercent === undefined) return undefined;
      const leeway = (Math.abs(wanted) * target.tolerancePercent) / 100;
      const missing = missingOf(target, reached, wanted);
      return missing < leeway || isSame(missing, leeway);
    }
    case undefined:
      return undefined;
  }
}

/** How much is missing to the value itself, never below zero; for "exactly" the distance. */
export function missingOf(target: Target, reached: number, wanted: number): number {
  if (target.comparison === 'equal') return Math.abs(wanted - reached);
  const missing = isLowerBetter(target) ? reached - wanted : wanted - reached;
  return missing <= 0 || isSame(reached, wanted) ? 0 : missing;
}

/** Can what is met today still be missed by the day it is due? A count that only grows cannot. */
export const canBeMissedLater = (target: Target): boolean =>
  isLowerBetter(target) || target.comparison === 'equal' || target.unit === '%' || target.measures === 'change';
