import { compareNumbers, compareValues } from './compare.js';
import type { Expression, FactComparison, RosterRatio } from './expression.js';
import { GRADES, type EligibilityFacts, type FactValue, type RosterMember } from './facts.js';
import { consecutiveYears, countInHistory, overRange } from './history-years.js';
import type { FactDefinition } from './rows.js';
import { both, combine, either, opposite, settle, truthOf, type Answer, type Truth, type UsedFact } from './truth.js';

/** Definitions of facts by name: kinds and scales. */
export type FactVocabulary = ReadonlyMap<string, FactDefinition>;

/**
 * Whether an expression holds for the facts of one nomination. Total: every expression over every set of facts has an
 * answer. Neither the order of the facts nor that of the parts of an expression matters, and a fact the expression does
 * not name changes nothing.
 */
export function evaluateExpression(expression: Expression, facts: EligibilityFacts, known: FactVocabulary): Answer {
  const inner = (part: Expression): Answer => evaluateExpression(part, facts, known);
  if ('all' in expression) {
    const parts = expression.all.map(inner);
    return combine(parts.map(({ truth }) => truth).reduce(both, 'yes'), parts);
  }
  if ('any' in expression) {
    const parts = expression.any.map(inner);
    return combine(parts.map(({ truth }) => truth).reduce(either, 'no'), parts);
  }
  if ('not' in expression) {
    const part = inner(expression.not);
    return { ...part, truth: opposite(part.truth) };
  }
  if ('compare' in expression) return compared(expression.compare, facts, known);
  if ('has' in expression) return has(expression.has, facts);
  if ('count' in expression) return settle(countInHistory(expression.count, facts));
  if ('consecutive' in expression) return settle(consecutiveYears(expression.consecutive, facts));
  return settle(ratio(expression.ratio, facts));
}

const lookUp = (facts: EligibilityFacts, fact: string): FactValue | undefined =>
  Object.hasOwn(facts.values, fact) ? facts.values[fact] : undefined;

function used(facts: EligibilityFacts, fact: string): UsedFact {
  const [value, origin] = [lookUp(facts, fact), facts.origins?.[fact]];
  return { fact, ...(value === undefined ? {} : { value }), ...(origin === undefined ? {} : { origin }) };
}

function has(fact: string, facts: EligibilityFacts): Answer {
  const value = lookUp(facts, fact);
  const truth: Truth = value === undefined ? 'unknown' : truthOf(value !== false && value !== null);
  return settle({ truth, used: [used(facts, fact)], missing: [fact] });
}

function compared({ fact, is, value, other }: FactComparison, facts: EligibilityFacts, known: FactVocabulary): Answer {
  const names = other === undefined ? [fact] : [fact, other];
  const left = lookUp(facts, fact);
  const right = other === undefined ? value : lookUp(facts, other);
  const truth =
    left === undefined || left === null || right === undefined || right === null
      ? 'unknown'
      : compareValues(left, is, right, known.get(fact)?.scale);
  return settle({ truth, used: names.map((name) => used(facts, name)), missing: names });
}

/** Of a roster nobody has taken, and of an empty one, nothing can be said. */
function ratio({ of, is, percent }: RosterRatio, { roster }: EligibilityFacts): Answer {
  const members = roster?.members ?? [];
  const asked = JSON.stringify(of);
  if (roster === undefined || members.length === 0)
    return { truth: 'unknown', used: [{ fact: 'roster' }], missing: ['roster'] };
  const truths = members.map((member) => memberHas(of, member));
  const certain = truths.filter((truth) => truth === 'yes').length;
  const possible = certain + truths.filter((truth) => truth === 'unknown').length;
  // Whole numbers on both sides: 70 % of 10 is exactly 7.
  const truth = overRange(certain, possible, (count) => compareNumbers(count * 100, is, percent * members.length));
  const share = possible === certain ? `${certain}/${members.length}` : `${certain}-${possible}/${members.length}`;
  return { truth, used: [{ fact: `roster ${asked}`, value: share }], missing: ['roster'] };
}

function memberHas(of: RosterRatio['of'], member: RosterMember): Truth {
  let truth: Truth = 'yes';
  if (of.grade !== undefined) {
    const { grade } = member;
    truth = both(truth, grade === undefined ? 'unknown' : truthOf(GRADES.indexOf(grade) >= GRADES.indexOf(of.grade)));
  }
  const { titles } = of;
  if (titles !== undefined) {
    const held = member.titles;
    truth = both(truth, held === undefined ? 'unknown' : truthOf(held.some((title) => titles.includes(title))));
  }
  return truth;
}
