import type { Comparator } from './expression.js';
import type { FactValue } from './facts.js';
import { truthOf, type Truth } from './truth.js';

export function compareNumbers(a: number, is: Comparator, b: number): boolean {
  switch (is) {
    case 'equal':
      return a === b;
    case 'not-equal':
      return a !== b;
    case 'at-least':
      return a >= b;
    case 'at-most':
      return a <= b;
    case 'more-than':
      return a > b;
    case 'less-than':
      return a < b;
  }
}

/**
 * Two values of one fact. A scale gives words an order; without one, numbers and texts (dates among them) have their own.
 * What cannot be compared is unknown: total, never throws.
 */
export function compareValues(a: FactValue, is: Comparator, b: FactValue, scale?: readonly string[]): Truth {
  if (scale !== undefined) {
    const [left, right] = [scale.indexOf(String(a)), scale.indexOf(String(b))];
    return left === -1 || right === -1 ? 'unknown' : truthOf(compareNumbers(left, is, right));
  }
  if (typeof a === 'number' && typeof b === 'number')
    return Number.isNaN(a) || Number.isNaN(b) ? 'unknown' : truthOf(compareNumbers(a, is, b));
  if (typeof a === 'string' && typeof b === 'string') return truthOf(compareNumbers(a < b ? -1 : a > b ? 1 : 0, is, 0));
  if (typeof a === 'boolean' && typeof b === 'boolean' && (is === 'equal' || is === 'not-equal'))
    return truthOf((a === b) === (is === 'equal'));
  return 'unknown';
}
