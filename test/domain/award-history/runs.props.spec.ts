import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  countsAgainFrom,
  frozenOn,
  gradedAtLeast,
  holding,
  isAtLeastPercent,
  joinHistories,
  longestRun,
  meritYears,
  runEndingWith,
  sameAchievement,
} from '../../../libs/domain/award-history/runs.js';
import { COMMENDATION_KINDS, GRADES, type HeldAward, type SubjectHistory } from '../../../libs/domain/rules/facts.js';

const year = fc.integer({ min: 2000, max: 2030 });
const held = fc.record({
  award: fc.constantFrom('CSTDCS', 'BKT', 'LDTT'),
  year,
  kind: fc.constantFrom(...COMMENDATION_KINDS),
});
const years = fc.uniqueArray(year).map((list) => new Set(list));

describe('R07 runs of consecutive years', () => {
  it('a run that ends with a year is broken by exactly the year before it', () => {
    fc.assert(
      fc.property(years, year, (set, last) => {
        const length = runEndingWith(set, last);
        for (let i = 0; i < length; i += 1) expect(set.has(last - i)).toBe(true);
        expect(set.has(last - length)).toBe(false);
      }),
    );
  });

  it('no run is longer than the longest, and adding a year never shortens it', () => {
    fc.assert(
      fc.property(years, year, (set, more) => {
        const { length } = longestRun(set);
        for (const last of set) expect(runEndingWith(set, last)).toBeLessThanOrEqual(length);
        expect(longestRun(new Set([...set, more])).length).toBeGreaterThanOrEqual(length);
      }),
    );
  });

  it('R04 thematic and sudden awards count for nothing, however many and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(held), (awards) => {
        const merit = awards.filter(({ kind }) => kind === 'CONG_TRANG');
        expect(meritYears(awards, 'CSTDCS')).toEqual(meritYears(merit, 'CSTDCS'));
        expect(meritYears([...awards].reverse(), 'CSTDCS')).toEqual(meritYears(awards, 'CSTDCS'));
      }),
    );
  });
});

const ASKED = {
  holds: 'BKT',
  years: 5,
  grade: 'HOAN_THANH_TOT',
  last: 2024,
  within: { award: 'CSTDCS', times: 3 },
} as const;
const award = (code: string, of: number, kind: HeldAward['kind'] = 'CONG_TRANG'): HeldAward => ({
  award: code,
  year: of,
  kind,
});
const FULL: SubjectHistory = {
  awards: [award('BKT', 2021), award('CSTDCS', 2020), award('CSTDCS', 2022), award('CSTDCS', 2024)],
  grades: [2020, 2021, 2022, 2023, 2024].map((of) => ({ year: of, grade: 'HOAN_THANH_TOT' as const })),
  initiatives: [],
};

describe('R08 the five-year join of the Prime Minister’s certificate', () => {
  it('is met by a certificate, five good years and three titles within them', () => {
    expect(joinHistories(FULL, ASKED)).toMatchObject({ verdict: 'met', given: [2020, 2022, 2024], poor: [] });
  });

  it('says what is missing, and does not fail what nobody recorded', () => {
    const { grades, ...rest } = FULL;
    const gap = { ...rest, grades: grades.filter((graded) => graded.year !== 2022) };
    expect(joinHistories(gap, ASKED)).toMatchObject({ verdict: 'unknown', missing: [2022] });
    const two = { ...FULL, awards: FULL.awards.filter((one) => one.year !== 2020) };
    expect(joinHistories(two, ASKED).verdict).toBe('unknown');
    expect(joinHistories({ ...two, complete: { from: 2019, to: 2024 } }, ASKED).verdict).toBe('not-met');
  });

  it('fails on one poor year, and does not count a thematic title', () => {
    const poor = [...FULL.grades.slice(1), { year: 2020, grade: 'HOAN_THANH' as const }];
    expect(joinHistories({ ...FULL, grades: poor }, ASKED)).toMatchObject({ verdict: 'not-met', poor: [2020] });
    const thematic = [award('BKT', 2021), award('CSTDCS', 2020, 'CHUYEN_DE'), ...FULL.awards.slice(2)];
    expect(joinHistories({ ...FULL, awards: thematic }, ASKED).given).toEqual([2022, 2024]);
  });

  it('another grading or award never turns met into unknown', () => {
    fc.assert(
      fc.property(
        fc.array(held),
        fc.array(fc.record({ year, grade: fc.constantFrom(...GRADES) })),
        (awards, grades) => {
          const outside = grades.filter((graded) => graded.year < 2020 || graded.year > 2024);
          const more = { ...FULL, awards: [...FULL.awards, ...awards], grades: [...FULL.grades, ...outside] };
          expect(joinHistories(more, ASKED).verdict).toBe('met');
        },
      ),
    );
  });
});

describe('R10 ratios of a roster, in whole numbers', () => {
  const grade = fc.option(fc.constantFrom(...GRADES), { nil: undefined });
  const titles = fc.option(fc.array(fc.constantFrom('LDTT', 'CSTDCS')), { nil: undefined });
  const members = fc.array(fc.record({ grade, titles }), { maxLength: 40 });

  it('70 % of 10 is 7, of 99 is 70, of nobody is nothing', () => {
    const of = (part: number, whole: number) => isAtLeastPercent({ part, unknown: 0, whole }, 70);
    expect([of(7, 10), of(6, 10), of(70, 99), of(69, 99), of(0, 0)]).toEqual([true, false, true, false, undefined]);
    expect(isAtLeastPercent({ part: 6, unknown: 1, whole: 10 }, 70)).toBeUndefined();
  });

  it('does not depend on the order, and learning more never takes a verdict back', () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 0, max: 100 }), (roster, percent) => {
        const ratio = gradedAtLeast(roster, 'HOAN_THANH');
        expect(gradedAtLeast([...roster].reverse(), 'HOAN_THANH')).toEqual(ratio);
        const verdict = isAtLeastPercent(ratio, percent);
        const known = roster.map((member) => ({ ...member, grade: member.grade ?? GRADES[0] }));
        if (verdict !== undefined) expect(isAtLeastPercent(gradedAtLeast(known, 'HOAN_THANH'), percent)).toBe(verdict);
        const held70 = holding(roster, ['LDTT']);
        expect(held70.part + held70.unknown).toBeLessThanOrEqual(held70.whole);
      }),
    );
  });
});

describe('R01 R05 R06', () => {
  it('finds what was given for the same achievement', () => {
    const twice = [{ ...award('BK', 2024), achievement: 'r-1' }, award('GK', 2024)];
    expect(sameAchievement(twice, 'r-1')).toEqual([twice[0]]);
  });

  it('freezes count on both their days, and achievement counts again after the last discipline', () => {
    const freezes = [
      { ground: 'discipline', from: '2023-01-01', until: '2023-12-31' },
      { ground: 'complaint', from: '2024-03-01' },
    ] as const;
    expect(frozenOn(freezes, '2023-12-31')).toHaveLength(1);
    expect(frozenOn(freezes, '2024-01-01')).toEqual([]);
    expect(frozenOn(freezes, '2030-01-01')).toHaveLength(1);
    expect(countsAgainFrom(freezes, '2024-01-01')).toBe('2023-12-31');
    expect(countsAgainFrom(freezes, '2023-06-01')).toBeUndefined();
  });
});
