import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type LocalDate } from '../../../libs/domain/calendar/local-date.js';
import { evaluateExpression } from '../../../libs/domain/rules/evaluate-expression.js';
import type { Expression } from '../../../libs/domain/rules/expression.js';
import { GRADES, INITIATIVE_SCOPES, type EligibilityFacts } from '../../../libs/domain/rules/facts.js';
import { RULE_TABLES, type RuleBook } from '../../../libs/domain/rules/rows.js';
import { evaluate } from '../../../libs/domain/rules/verdict.js';
import { book } from './facts-fixture.js';

const names = book.facts.filter(({ kind }) => kind === 'yes-no').map(({ name }) => name);
const codes = ['CSTDCS', 'CSTDT', 'LDTT', 'BKT', 'BKTTG', 'TTLDXS', 'CTDCP', 'GK'];
const year = fc.integer({ min: 2015, max: 2025 });

const facts: fc.Arbitrary<EligibilityFacts> = fc.record({
  subject: fc.record({ kind: fc.constantFrom('individual', 'collective', 'household') }),
  year: fc.constantFrom(2022, 2023, 2024, 2025),
  kind: fc.constantFrom('CONG_TRANG', 'CHUYEN_DE', 'DOT_XUAT'),
  values: fc
    .tuple(
      fc.dictionary(fc.constantFrom(...names), fc.boolean()),
      fc.option(fc.constantFrom(...GRADES), { nil: undefined }),
    )
    .map(([values, grade]) => (grade === undefined ? values : { ...values, grade })),
  history: fc.option(
    fc.record({
      awards: fc.array(
        fc.record({ award: fc.constantFrom(...codes), year, kind: fc.constantFrom('CONG_TRANG', 'CHUYEN_DE') }),
      ),
      grades: fc.uniqueArray(fc.record({ year, grade: fc.constantFrom(...GRADES) }), { selector: (one) => one.year }),
      initiatives: fc.array(
        fc.record({ year, kind: fc.constant('initiative'), scope: fc.constantFrom(...INITIATIVE_SCOPES) }),
      ),
      complete: fc.option(fc.constant({ from: 1945, to: 2025 }), { nil: undefined }),
    }),
    { nil: undefined },
  ),
});

const day: fc.Arbitrary<LocalDate> = fc.integer({ min: 0, max: 3200 }).map((n) => addDays('2018-01-01', n));

const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, i) => ({ item, at: (i * 7919 + seed * 104_729) % 1009 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

const shuffledBook = (seed: number): RuleBook => ({
  ...book,
  facts: shuffled(book.facts, seed),
  tables: Object.fromEntries(
    RULE_TABLES.map((table) => [table, shuffled<unknown>(book.tables[table], seed)]),
  ) as unknown as RuleBook['tables'],
});

const shuffledFacts = (given: EligibilityFacts, seed: number): EligibilityFacts => ({
  ...given,
  values: Object.fromEntries(shuffled(Object.entries(given.values), seed)),
  ...(given.history === undefined
    ? {}
    : {
        history: {
          ...given.history,
          awards: shuffled(given.history.awards, seed),
          grades: shuffled(given.history.grades, seed),
          initiatives: shuffled(given.history.initiatives, seed),
        },
      }),
});

describe('a verdict', () => {
  it('does not depend on the order of facts or rules', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...codes), day, fc.nat(1000), (given, award, on, seed) => {
        const there = evaluate(book, { award, on, facts: given });
        const here = evaluate(shuffledBook(seed), { award, on, facts: shuffledFacts(given, seed) });
        expect(here).toEqual(there);
      }),
      { numRuns: 200 },
    );
  });
  it('is not changed by an unrelated fact', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...codes), day, fc.jsonValue(), (given, award, on, value) => {
        const more = { ...given, values: { ...given.values, 'nobody.asks': value as never } };
        expect(evaluate(book, { award, on, facts: more })).toEqual(evaluate(book, { award, on, facts: given }));
      }),
      { numRuns: 200 },
    );
  });
  it('never turns from settled to the opposite by learning more', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom(...codes),
        day,
        fc.constantFrom(...names),
        fc.boolean(),
        (given, award, on, name, value) => {
          if (name in given.values) return;
          const before = evaluate(book, { award, on, facts: given });
          const after = evaluate(book, { award, on, facts: { ...given, values: { ...given.values, [name]: value } } });
          for (const rule of before?.rules ?? []) {
            if (rule.status !== 'passed' && rule.status !== 'failed') continue;
            expect(after?.rules.find(({ row }) => row === rule.row)?.status).toBe(rule.status);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
  it('asks for something exactly where a rule is unknown', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...codes), day, (given, award, on) => {
        for (const rule of evaluate(book, { award, on, facts: given })?.rules ?? [])
          expect((rule.would ?? rule.status) === 'unknown' || rule.missing.length === 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom(...names, 'nothing.known').map((has): Expression => ({ has })),
  fc.constantFrom(...GRADES).map((value): Expression => ({ compare: { fact: 'grade', is: 'at-least', value } })),
  fc
    .integer({ min: 1, max: 4 })
    .map((years): Expression => ({ consecutive: { of: { awards: ['CSTDCS'] }, years, latest: 1 } })),
  fc
    .integer({ min: 0, max: 3 })
    .map((times): Expression => ({ count: { of: { awards: ['LDTT'] }, is: 'at-least', times } })),
  fc
    .integer({ min: 0, max: 100 })
    .map((percent): Expression => ({ ratio: { of: { titles: ['LDTT'] }, is: 'at-least', percent } })),
);
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('expression'), { minLength: 1, maxLength: 3 }).map((all): Expression => ({ all })),
    fc.array(tie('expression'), { minLength: 1, maxLength: 3 }).map((any): Expression => ({ any })),
    tie('expression').map((not): Expression => ({ not })),
  ),
}));

describe('the language of the rules', () => {
  const vocabulary = new Map(book.facts.map((fact) => [fact.name, fact]));
  it('is total: every expression has an answer for every set of facts', () => {
    fc.assert(
      fc.property(expression, facts, (one, given) => {
        expect(['yes', 'no', 'unknown']).toContain(evaluateExpression(one, given, vocabulary).truth);
      }),
    );
  });
  it('knows no answer twice: not not is the same, and De Morgan holds', () => {
    fc.assert(
      fc.property(expression, expression, facts, (a, b, given) => {
        const truth = (one: Expression) => evaluateExpression(one, given, vocabulary).truth;
        expect(truth({ not: { not: a } })).toBe(truth(a));
        expect(truth({ not: { all: [a, b] } })).toBe(truth({ any: [{ not: a }, { not: b }] }));
      }),
    );
  });
});
