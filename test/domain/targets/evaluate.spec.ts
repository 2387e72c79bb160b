import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import type { LocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { Target } from '../../../libs/domain/campaign-plan/targets.js';
import { evaluateEach } from '../../../libs/domain/targets/evaluate-each.js';
import { evaluateTarget, type Evaluating, type Standing } from '../../../libs/domain/targets/evaluate.js';
import { countsByDefault, inUnitOf, type TargetResult } from '../../../libs/domain/targets/result.js';

const END = '2031-01-01';

const target = (more: Partial<Target>): Target => ({
  key: 'k',
  text: { vi: 'Chỉ tiêu', en: 'Target' },
  unit: 'xã',
  comparison: 'at-least',
  mode: 'cumulative',
  points: [{ due: '2025-12-31', value: 10 }],
  ...more,
});

const result = (on: LocalDate, value: number, more: Partial<TargetResult> = {}): TargetResult => ({
  target: 'k',
  unitId: 'so',
  scope: 'unit',
  on,
  counts: 'total',
  value,
  at: Date.parse(`${on}T00:00:00Z`),
  ...more,
});

const judge = (one: Target, results: readonly TargetResult[], more: Partial<Evaluating> = {}): readonly Standing[] =>
  evaluateTarget(one, { results, asOf: END, ...more }).points;
const brief = (points: readonly Standing[]): readonly (readonly unknown[])[] =>
  points.map(({ reached, gap, verdict }) => [reached, gap, verdict]);

describe('cumulative and incremental', () => {
  const about = (mode: Target['mode']): Target =>
    target({
      comparison: 'about',
      tolerancePercent: 10,
      mode,
      points: [
        { due: '2025-12-31', value: 10 },
        { due: '2030-12-31', value: 20 },
      ],
    });
  const results = [result('2025-12-31', 10), result('2030-12-31', 21)];

  test('X05 S2-20 S2-22 "about 10" by 2025 and "about 20" by 2030 leave two different gaps', () => {
    expect(brief(judge(about('cumulative'), results))).toEqual([
      [10, 0, 'met'],
      [21, 0, 'met'],
    ]);
    expect(brief(judge(about('incremental'), results))).toEqual([
      [10, 0, 'met'],
      [11, 9, 'not-met'],
    ]);
  });

  test('S2-23 nobody judges a target of which nobody has said how it counts', () => {
    expect(judge(about('unset'), results).map(({ verdict, why }) => [verdict, why])).toEqual([
      ['not-assessable', 'mode-unset'],
      ['not-assessable', 'mode-unset'],
    ]);
  });

  test('S2-20 about 10 with a leeway of 10 percent is met from 9 on, and more fails nothing', () => {
    const verdict = (value: number): unknown => judge(about('cumulative'), [result('2025-12-31', value)])[0]?.verdict;
    expect([8.9, 9, 10, 15].map(verdict)).toEqual(['not-met', 'met', 'met', 'met']);
  });

  test('X08 S4-06 S4-08 S4-09 S4-10 yearly increments add up to 9 of 9, 100 %', () => {
    const years = target({
      mode: 'incremental',
      baseline: { value: 6, on: '2021-12-31' },
      points: [
        { due: '2022-12-31', value: 2 },
        { due: '2023-12-31', value: 1 },
      ],
    });
    const added = [result('2022-12-31', 2, { counts: 'added' }), result('2023-12-31', 1, { counts: 'added' })];
    expect(brief(judge(years, added))).toEqual([
      [2, 0, 'met'],
      [1, 0, 'met'],
    ]);
    const total = target({
      baseline: { value: 6, on: '2021-12-31' },
      points: [{ due: '2023-12-31', value: 9, of: 9 }],
    });
    expect(judge(total, added)).toMatchObject([{ reached: 9, percent: 100, gap: 0, verdict: 'met' }]);
    expect(evaluateTarget(years, { results: added, asOf: END }).plot).toEqual({
      wanted: [
        { on: '2022-12-31', value: 8 },
        { on: '2023-12-31', value: 9 },
      ],
      reached: [
        { on: '2022-12-31', value: 8 },
        { on: '2023-12-31', value: 9 },
      ],
    });
  });
});

describe('how a result is compared', () => {
  const verdict = (comparison: Target['comparison'], value: number, more: Partial<Target> = {}): unknown =>
    judge(target({ comparison, ...more }), [result('2025-12-31', value)])[0]?.verdict;

  test('S3-34 more than 17 is 18, 17 and more is 17', () => {
    const points = [{ due: '2025-12-31', value: 17 }] as const;
    expect([17, 18].map((value) => verdict('more-than', value, { points }))).toEqual(['not-met', 'met']);
    expect([16, 17].map((value) => verdict('at-least', value, { points }))).toEqual(['not-met', 'met']);
  });

  it('knows at most, less than, exactly and none at all', () => {
    expect([10, 10.5].map((value) => verdict('at-most', value))).toEqual(['met', 'not-met']);
    expect([9.9, 10].map((value) => verdict('less-than', value))).toEqual(['met', 'not-met']);
    expect([10, 11].map((value) => verdict('equal', value))).toEqual(['met', 'not-met']);
    expect([0, 1].map((value) => verdict('zero', value, { points: [{ due: '2025-12-31' }] }))).toEqual([
      'met',
      'not-met',
    ]);
    expect(
      [0.1 + 0.2, 0.3].map((v) => verdict('at-least', v, { points: [{ due: '2025-12-31', value: 0.3 }] })),
    ).toEqual(['met', 'met']);
  });

  test('S3-36 child malnutrition down to 9,4 %, or down by 9,4 points', () => {
    const points = [{ due: '2025-12-31', value: 9.4 }] as const;
    const rate = { unit: '%', lowerIsBetter: true, points, baseline: { value: 15, on: '2020-12-31' } } as const;
    expect([9.4, 10].map((v) => verdict('at-most', v, { ...rate, measures: 'level' }))).toEqual(['met', 'not-met']);
    expect([5.6, 9.4].map((v) => verdict('at-least', v, { ...rate, measures: 'change' }))).toEqual(['met', 'not-met']);
    const unset = judge(target({ ...rate, measures: 'unset' }), [result('2025-12-31', 9)]);
    expect(unset[0]).toMatchObject({ verdict: 'not-assessable', why: 'measure-unset' });
  });

  test('S4-17 a stretch target that is missed is marked, so that it fails nothing', () => {
    const [one] = judge(target({ stretch: true }), [result('2025-12-31', 0)]);
    expect(one).toMatchObject({ verdict: 'not-met', stretch: true, gap: 10 });
  });

  test('S3-32 a result in đồng counts against a target in tỷ đồng, another unit does not', () => {
    const money = target({ unit: 'tỷ đồng', scale: { factor: 1e9, base: 'đồng' } });
    expect([inUnitOf(money, 789.53e9, 'đồng'), inUnitOf(money, 789.53), inUnitOf(money, 1, 'tấn')]).toEqual([
      789.53,
      789.53,
      undefined,
    ]);
    expect([countsByDefault(money), countsByDefault(target({ mode: 'incremental' }))]).toEqual(['total', 'added']);
  });
});

describe('when it is judged', () => {
  it('is not failed before its day, met early where it can only grow, and unknown where nobody reported', () => {
    const before = { asOf: '2025-06-01' } as const;
    expect(judge(target({}), [], before)[0]).toMatchObject({ verdict: 'not-yet', gap: 10 });
    expect(judge(target({}), [result('2025-05-31', 4)], before)[0]).toMatchObject({ verdict: 'not-yet', gap: 6 });
    expect(judge(target({}), [result('2025-05-31', 10)], before)[0]?.verdict).toBe('met');
    expect(judge(target({ comparison: 'at-most' }), [result('2025-12-31', 3)], before)[0]?.verdict).toBe('met');
    expect(judge(target({ comparison: 'at-most' }), [result('2025-05-31', 3)], before)[0]?.verdict).toBe('not-yet');
    expect(judge(target({}), [])[0]).toMatchObject({ verdict: 'not-assessable', why: 'nothing-reported' });
  });

  test('S3-35 a number that stands in another document is judged once a person has entered it', () => {
    const referring = target({ points: [{ due: '2025-12-31' }], document: 'giao' });
    expect(judge(referring, [result('2025-12-31', 5)])[0]?.why).toBe('value-missing');
    const adjustments = [{ target: 'k', point: '2025-12-31', disposition: 'value-set', value: 5 }] as const;
    expect(judge(referring, [result('2025-12-31', 5)], { adjustments })[0]?.verdict).toBe('met');
  });

  test('S4-18 X03 a point of a unit that ended before its day waits for a person', () => {
    const named = target({ points: [{ due: '2025-12-31', value: 1, unitId: 'huyen' }] });
    const ended = { huyen: { to: 'xa', on: '2025-07-01' } };
    const results = [result('2025-06-30', 1, { unitId: 'huyen' })];
    expect(judge(named, results, { ended })[0]).toMatchObject({ verdict: 'not-assessable', why: 'unit-ended' });
    const adjustments = [
      { target: 'k', point: '2025-12-31/huyen', disposition: 'carried-over', unitId: 'xa' },
    ] as const;
    expect(judge(named, results, { ended, adjustments })[0]).toMatchObject({ unitId: 'xa', verdict: 'met' });
  });

  test('S2-32 figures of a unit go on in those of its successor and are not counted twice', () => {
    const ended = { cu: { to: 'moi', on: '2025-07-01' } };
    const before = result('2025-06-30', 6, { unitId: 'cu' });
    const whole = (...results: readonly TargetResult[]): unknown => judge(target({}), results, { ended })[0]?.reached;
    expect(whole(before)).toBe(6);
    expect(whole(before, result('2025-12-31', 9, { unitId: 'moi' }))).toBe(9);
    expect(whole(before, result('2025-12-31', 3, { unitId: 'moi', counts: 'added' }))).toBe(9);
  });

  test('S4-18 a point of an abolished unit is carried over, re-scoped or closed', () => {
    const named = target({ points: [{ due: '2025-12-31', value: 1, unitId: 'huyen' }] });
    const results = [result('2025-06-30', 1, { unitId: 'huyen' })];
    const point = '2025-12-31/huyen';
    const after = (more: { disposition: 'carried-over' | 'rescoped' | 'not-assessable'; value?: number }): Standing =>
      ({ ...judge(named, results, { adjustments: [{ target: 'k', point, unitId: 'xa', ...more }] })[0] }) as Standing;
    expect(after({ disposition: 'carried-over' })).toMatchObject({ unitId: 'xa', reached: 1, verdict: 'met' });
    expect(after({ disposition: 'rescoped', value: 2 })).toMatchObject({ wanted: 2, why: 'nothing-reported' });
    expect(after({ disposition: 'not-assessable' })).toMatchObject({ verdict: 'not-assessable', why: 'closed' });
  });
});

describe('by unit, cluster and whole', () => {
  const results = [
    result('2025-12-31', 4, { unitId: 'a' }),
    result('2025-12-31', 5, { unitId: 'b' }),
    result('2025-12-31', 6, { unitId: 'c' }),
  ];

  it('adds counts up; a few units have a share of the whole and no verdict of their own', () => {
    expect(judge(target({}), results)[0]).toMatchObject({ reached: 15, verdict: 'met', reported: 3 });
    expect(judge(target({}), results, { units: ['a', 'b'] })[0]).toMatchObject({
      reached: 9,
      verdict: 'not-assessable',
      why: 'part-of-the-whole',
    });
  });

  it('takes what the lead agency compiled for the whole instead of adding it to the units', () => {
    const whole = result('2025-12-31', 14, { unitId: 'so', scope: 'whole' });
    expect(judge(target({}), [...results, whole])[0]?.reached).toBe(14);
  });

  test('S4-12 50 % of communes over a number fixed at a date, so that mergers move nothing', () => {
    const share = (size?: number): Target =>
      target({
        unit: '%',
        points: [{ due: '2025-12-31', value: 50 }],
        population: { what: { vi: 'Số xã', en: 'Communes' }, fixedOn: '2022-01-01', size },
      });
    const counted = [
      result('2025-12-31', 20, { unitId: 'a', of: 30 }),
      result('2025-12-31', 20, { unitId: 'b', of: 30 }),
    ];
    expect(judge(share(80), counted)[0]).toMatchObject({ reached: 50, verdict: 'met' });
    expect(judge(share(), counted)[0]?.reached).toBeCloseTo(66.7, 1);
    expect(
      judge(share(), [result('2025-12-31', 40, { unitId: 'a' }), result('2025-12-31', 60, { unitId: 'b' })])[0],
    ).toMatchObject({ verdict: 'not-assessable', why: 'not-added-up' });
  });

  test('S3-26 a ratio per hectare is not added up', () => {
    const per = target({ unit: 'triệu đồng', per: { unit: 'ha', text: { vi: 'diện tích', en: 'area' } } });
    expect(judge(per, results)[0]?.why).toBe('not-added-up');
    expect(judge({ ...per, aggregate: 'mean' }, results)[0]).toMatchObject({ reached: 5, verdict: 'not-met' });
  });

  test('S4-11 S4-13 a point assigned to a named unit looks at that unit only', () => {
    const named = target({ points: [{ due: '2025-12-31', value: 5, unitId: 'b' }] });
    expect(judge(named, results)[0]).toMatchObject({ unitId: 'b', reached: 5, verdict: 'met' });
    expect(judge(named, results, { units: ['a'] })).toEqual([]);
  });

  test('S4-10 a target each unit owes by itself: nine of nine is 100 %', () => {
    const nine = Array.from({ length: 9 }, (_, i) => `h${i}`);
    const each = target({
      each: { unitTypes: ['district-people-committee'] },
      points: [{ due: '2025-12-31', value: 1 }],
    });
    const done = (n: number): readonly TargetResult[] =>
      nine.slice(0, n).map((unitId) => result('2025-12-31', 1, { unitId }));
    expect(evaluateEach(each, nine, { results: done(9), asOf: END })).toMatchObject([{ units: 9, percent: 100 }]);
    expect(evaluateEach(each, nine, { results: done(8), asOf: END })[0]?.counts).toEqual({
      met: 8,
      'not-met': 0,
      'not-yet': 0,
      'not-assessable': 1,
    });
  });
});

describe('what always holds', () => {
  const anyResult = fc
    .record({
      unitId: fc.constantFrom('a', 'b', 'c'),
      year: fc.integer({ min: 2022, max: 2030 }),
      value: fc.integer({ min: 0, max: 1000 }),
      counts: fc.constantFrom('total' as const, 'added' as const),
      at: fc.integer({ min: 0, max: 1_000_000 }),
    })
    .map(({ unitId, year, value, counts, at }) => result(`${year}-12-31`, value, { unitId, counts, at }));
  const distinct = fc.uniqueArray(anyResult, { selector: ({ at }) => at, maxLength: 12 });
  const anyTarget = fc
    .record({
      mode: fc.constantFrom('cumulative' as const, 'incremental' as const),
      comparison: fc.constantFrom('at-least' as const, 'at-most' as const, 'about' as const, 'equal' as const),
      values: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 4 }),
    })
    .map(({ values, ...more }) =>
      target({ ...more, tolerancePercent: 5, points: values.map((value, i) => ({ due: `${2024 + i}-12-31`, value })) }),
    );

  it('does not depend on the order of reports', () => {
    fc.assert(
      fc.property(anyTarget, distinct, (one, results) => {
        expect(judge(one, results.toReversed())).toEqual(judge(one, results));
      }),
    );
  });

  it('leaves no gap where an at-least target is met, and one where it is not', () => {
    fc.assert(
      fc.property(anyTarget, distinct, (one, results) => {
        for (const { verdict, gap } of judge({ ...one, comparison: 'at-least' }, results)) {
          if (verdict === 'met') expect(gap).toBe(0);
          if (verdict === 'not-met') expect(gap).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('gives cumulative and incremental the same gap at the first point', () => {
    fc.assert(
      fc.property(anyTarget, distinct, (one, results) => {
        const first = (mode: Target['mode']): unknown => brief(judge({ ...one, mode }, results))[0];
        expect(first('incremental')).toEqual(first('cumulative'));
      }),
    );
  });

  it('is not touched by what is reported of another target or after the day', () => {
    fc.assert(
      fc.property(anyTarget, distinct, anyResult, (one, results, other) => {
        const more = [...results, { ...other, target: 'khac' }, { ...other, on: '2031-06-30' as const }];
        expect(judge(one, more)).toEqual(judge(one, results));
      }),
    );
  });
});
