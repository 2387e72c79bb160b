import type { FactOrigin, FactValue } from './facts.js';

/** Three-valued on purpose: what nobody knows is neither yes nor no, and must be asked for. */
export type Truth = 'yes' | 'no' | 'unknown';

/** A fact a rule has looked at. `value` is undefined where nobody knows it. */
export interface UsedFact {
  readonly fact: string;
  readonly value?: FactValue | undefined;
  readonly origin?: FactOrigin | undefined;
}

/** An answer with everything it rests on; `missing` names facts that could still change it, none when it is settled. */
export interface Answer {
  readonly truth: Truth;
  readonly used: readonly UsedFact[];
  readonly missing: readonly string[];
}

export const both = (a: Truth, b: Truth): Truth =>
  a === 'no' || b === 'no' ? 'no' : a === 'yes' && b === 'yes' ? 'yes' : 'unknown';
export const either = (a: Truth, b: Truth): Truth => opposite(both(opposite(a), opposite(b)));
export const opposite = (a: Truth): Truth => (a === 'yes' ? 'no' : a === 'no' ? 'yes' : 'unknown');
export const truthOf = (value: boolean): Truth => (value ? 'yes' : 'no');

/** One answer made of several. Sorted and without repetition, so that it does not depend on the order of the parts. */
export function combine(truth: Truth, parts: readonly Answer[]): Answer {
  return settle({
    truth,
    used: parts.flatMap((part) => part.used),
    missing: parts.flatMap((part) => part.missing),
  });
}

/** Each fact once, in the order of its name; nothing is missing any more once the truth is known. */
export function settle({ truth, used, missing }: Answer): Answer {
  const byName = new Map(used.map((fact) => [fact.fact, fact]));
  return {
    truth,
    used: [...byName.values()].sort((a, b) => order(a.fact, b.fact)),
    missing: truth === 'unknown' ? [...new Set(missing)].sort(order) : [],
  };
}

/** By code unit: the same on every machine. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
