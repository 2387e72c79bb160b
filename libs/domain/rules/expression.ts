import type { CommendationKind, FactValue, Grade, InitiativeScope } from './facts.js';

export const COMPARATORS = ['equal', 'not-equal', 'at-least', 'at-most', 'more-than', 'less-than'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** What must hold in one year; everything that is named must hold together. */
export interface YearCondition {
  /** One of these awards was given for the year. */
  readonly awards?: readonly string[] | undefined;
  /** Only awards of these kinds count; all kinds where it is left out. */
  readonly kinds?: readonly CommendationKind[] | undefined;
  /** Graded at least so. */
  readonly grade?: Grade | undefined;
  /** An initiative, topic or feat recognised at least this far. */
  readonly initiative?: InitiativeScope | undefined;
}

/** In how many years of a window the condition holds. Without `withinYears` every year up to that of the achievement. */
export interface CountInHistory {
  readonly of: YearCondition;
  /** Years up to and including the year of the achievement: 1 is that year alone. */
  readonly withinYears?: number | undefined;
  readonly is: Comparator;
  readonly times: number;
}

/**
 * A run of at least `years` consecutive years in which `of` holds in each and `containing.of` in some of them. It ends with
 * the year of the achievement or up to `latest` years before it.
 */
export interface ConsecutiveYears {
  readonly of: YearCondition;
  readonly years: number;
  readonly latest?: number | undefined;
  readonly containing?: { readonly of: YearCondition; readonly times: number } | undefined;
}

/** The share of the members of a roster for whom the condition holds, in per cent of all of them. */
export interface RosterRatio {
  readonly of: { readonly grade?: Grade | undefined; readonly titles?: readonly string[] | undefined };
  readonly is: Comparator;
  readonly percent: number;
}

/** A fact against a value, or against another fact. */
export interface FactComparison {
  readonly fact: string;
  readonly is: Comparator;
  readonly value?: Exclude<FactValue, null> | undefined;
  readonly other?: string | undefined;
}

/**
 * The whole language of the rules. It is closed: data may combine these words and no others, so a rule file can neither
 * run code, nor loop, nor ask for anything that is not a fact of the nomination.
 */
export type Expression =
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly compare: FactComparison }
  /** A yes-no fact that is yes; of any other kind: there is one. */
  | { readonly has: string }
  | { readonly count: CountInHistory }
  | { readonly consecutive: ConsecutiveYears }
  | { readonly ratio: RosterRatio };

/** Names of every fact an expression reads from `values`, and of every award it looks for. For checks of references. */
export function mentions(expression: Expression): {
  readonly facts: readonly string[];
  readonly awards: readonly string[];
} {
  if ('all' in expression) return joined(expression.all.map(mentions));
  if ('any' in expression) return joined(expression.any.map(mentions));
  if ('not' in expression) return mentions(expression.not);
  if ('has' in expression) return { facts: [expression.has], awards: [] };
  if ('compare' in expression) {
    const { fact, other } = expression.compare;
    return { facts: other === undefined ? [fact] : [fact, other], awards: [] };
  }
  if ('ratio' in expression) return { facts: [], awards: expression.ratio.of.titles ?? [] };
  if ('count' in expression) return { facts: [], awards: expression.count.of.awards ?? [] };
  const { of, containing } = expression.consecutive;
  return { facts: [], awards: [...(of.awards ?? []), ...(containing?.of.awards ?? [])] };
}

const joined = (parts: readonly ReturnType<typeof mentions>[]): ReturnType<typeof mentions> => ({
  facts: parts.flatMap((part) => part.facts),
  awards: parts.flatMap((part) => part.awards),
});
