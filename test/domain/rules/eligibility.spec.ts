import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { EligibilityFacts } from '../../../libs/domain/rules/facts.js';
import { rowsOn, packInForce } from '../../../libs/domain/rules/pack.js';
import { aPerson, book, graded, held, history, judged, ruleOf } from './facts-fixture.js';

const outcome = (award: string, on: LocalDate, facts: EligibilityFacts, pack?: string): string =>
  judged(award, on, facts, pack).outcome;

describe('CSTĐCS with excellent completion and no initiative', () => {
  const facts = aPerson(2024, {
    values: {
      grade: 'HOAN_THANH_XUAT_SAC',
      'standard.advanced': true,
      'initiative.recognised': false,
      'topic.accepted': false,
      'combat.resourceful': false,
    },
    counts: { CSTDCS: 1, LDTT: 20, CSTT: 0 },
  });

  it('is refused on 20/12/2023 under decree 91/2017, article 9(3)', () => {
    const verdict = judged('CSTDCS', '2023-12-20', facts);
    expect(verdict).toMatchObject({ outcome: 'not-eligible', pack: { id: 'L2003-ND91' }, hypothetical: false });
    expect(ruleOf(verdict, 'cstdcs-nd91').status).toBe('failed');
    expect(verdict.sentence.vi).toContain('điều 9 khoản 3, Nghị định 91/2017/NĐ-CP');
  });

  it('is eligible on 20/12/2024 under the law of 2022, article 23', () => {
    const verdict = judged('CSTDCS', '2024-12-20', facts);
    expect(verdict).toMatchObject({ outcome: 'eligible', pack: { id: 'L2022-ND98' } });
    expect(ruleOf(verdict, 'cstdcs-l2022').sentence.vi).toContain('điều 23, Luật 06/2022/QH15');
    expect(ruleOf(verdict, 'cstdcs-l2022').used).toContainEqual({ fact: 'grade', value: 'HOAN_THANH_XUAT_SAC' });
  });

  it('is refused under the draft of 2025, which is never in force', () => {
    const verdict = judged('CSTDCS', '2026-12-20', facts, 'DRAFT26');
    expect(verdict).toMatchObject({ outcome: 'not-eligible', hypothetical: true });
    expect(ruleOf(verdict, 'cstdcs-draft26').status).toBe('failed');
    expect(packInForce(book, '2026-12-20')?.id).toBe('L2022-ND152');
    expect(outcome('CSTDCS', '2026-12-20', facts)).toBe('eligible');
  });

  it('asks for what is missing instead of refusing', () => {
    const verdict = judged('CSTDCS', '2024-12-20', { ...facts, values: {} });
    expect(verdict.outcome).toBe('undetermined');
    expect(verdict.missing.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['grade', 'initiative.recognised']));
    expect(verdict.missing.every(({ question }) => question.vi.endsWith('?') || question.vi.endsWith('.'))).toBe(true);
  });
});

describe('engine rules of the law', () => {
  const cstdcs = { values: { grade: 'HOAN_THANH_XUAT_SAC', 'standard.advanced': true } } as const;
  const provincial = { values: { 'initiative.scope': 'province' } } as const;

  it('R01 refuses an achievement that was awarded already, and not a form given twice', () => {
    const again = aPerson(2024, { values: { ...cstdcs.values, 'achievement.awarded': true } });
    expect(ruleOf(judged('CSTDCS', '2024-12-20', again), 'r01-one-achievement').status).toBe('failed');
    const secondTime = aPerson(2024, { ...cstdcs, history: history({ awards: held('CSTDCS', [2023]) }) });
    expect(outcome('CSTDCS', '2024-12-20', secondTime)).toBe('eligible');
  });
  it('R02 refuses a collective for a title of persons, and shows the principle', () => {
    const collective = aPerson(2024, { ...cstdcs, subject: { kind: 'collective' } });
    expect(outcome('CSTDCS', '2024-12-20', collective)).toBe('not-eligible');
    expect(rowsOn(book, packInForce(book, '2024-12-20')!, 'principles', '2024-12-20').map(({ id }) => id)).toContain(
      'r02-form-fits',
    );
  });
  it('R03 needs no lower form before a higher one', () => {
    const noGk = aPerson(2025, { history: history({ awards: held('CSTDCS', [2024, 2025]) }) });
    expect(outcome('BKT', '2025-12-20', noGk)).toBe('eligible');
    expect(rowsOn(book, packInForce(book, '2025-12-20')!, 'principles', '2025-12-20').map(({ id }) => id)).toContain(
      'r03-no-ladder',
    );
  });
  it('R04 does not count thematic and sudden awards toward a merit award', () => {
    const facts = aPerson(2025, {
      ...provincial,
      history: history({ awards: [...held('CSTDCS', [2023, 2024]), ...held('CSTDCS', [2025], 'CHUYEN_DE')] }),
    });
    expect(ruleOf(judged('CSTDT', '2025-12-20', facts), 'cstdt-l2022-years').status).toBe('failed');
  });
  it.each(['discipline.open', 'investigation.open', 'inspection.open', 'complaint.open'])(
    'R05 freezes while %s',
    (fact) => {
      const facts = aPerson(2025, { values: { ...cstdcs.values, [fact]: true } });
      expect(ruleOf(judged('CSTDCS', '2025-12-20', facts), 'r05-freeze').status).toBe('failed');
      // The principle was read in decree 152/2025: before it nothing verified freezes.
      expect(judged('CSTDCS', '2024-12-20', facts).rules.some(({ row }) => row === 'r05-freeze')).toBe(false);
    },
  );
  it('R06 counts achievement from the end of the discipline period', () => {
    const values = { ...cstdcs.values, 'discipline.endedOn': '2025-06-01' };
    const rule = (from: string) =>
      ruleOf(
        judged('CSTDCS', '2025-12-20', aPerson(2025, { values: { ...values, 'achievement.from': from } })),
        'r06-after-discipline',
      ).status;
    expect([rule('2025-01-01'), rule('2025-06-01')]).toEqual(['failed', 'passed']);
    expect(ruleOf(judged('CSTDCS', '2025-12-20', aPerson(2025, cstdcs)), 'r06-after-discipline').status).toBe(
      'not-applicable',
    );
  });
  it('R07 wants three consecutive years, not three years', () => {
    const with_ = (years: readonly number[]) =>
      outcome(
        'CSTDT',
        '2025-12-20',
        aPerson(2025, { ...provincial, history: history({ awards: held('CSTDCS', years) }) }),
      );
    expect([with_([2023, 2024, 2025]), with_([2022, 2023, 2024]), with_([2021, 2023, 2025])]).toEqual([
      'eligible',
      'eligible',
      'not-eligible',
    ]);
  });
  it('R08 joins three histories for the certificate of the Prime Minister', () => {
    const rule = (titles: readonly number[], merit: readonly number[], years = [2021, 2022, 2023, 2024, 2025]) =>
      ruleOf(
        judged(
          'BKTTG',
          '2025-12-20',
          aPerson(2025, {
            values: { 'campaign.selected': false, 'achievement.influence': false },
            history: history({
              awards: [...held('CSTDCS', titles), ...held('BKT', merit)],
              grades: [...graded('HOAN_THANH_TOT', years), ...graded('KHONG_HOAN_THANH', [2020])],
            }),
          }),
        ),
        'bkttg-l2022-b',
      ).status;
    expect(rule([2021, 2023, 2025], [2022])).toBe('passed');
    expect(rule([2021, 2023], [2022])).toBe('failed');
    expect(rule([2021, 2023, 2025], [])).toBe('failed');
    expect(rule([2021, 2023, 2025], [2022], [2022, 2023, 2024, 2025])).toBe('unknown');
  });
  it('R09 uses the initiative of a year whose title rested on excellent completion', () => {
    const facts = aPerson(2024, {
      history: history({
        awards: held('CSTDCS', [2024]),
        grades: graded('HOAN_THANH_XUAT_SAC', [2023, 2024]),
        initiatives: [2023, 2024].map((year) => ({ year, kind: 'initiative', scope: 'grassroots' })),
      }),
    });
    expect(ruleOf(judged('BKT', '2024-12-20', facts), 'bkt-l2022-d-2024').status).toBe('passed');
  });
  it('R10 computes the ratios of a collective exactly', () => {
    const members = (advanced: number, completed = 10) =>
      Array.from({ length: 10 }, (_, i) => ({
        grade: i < completed ? ('HOAN_THANH' as const) : ('KHONG_HOAN_THANH' as const),
        titles: i === 0 ? ['LDTT', 'CSTDCS'] : i < advanced ? ['LDTT'] : [],
      }));
    const ratio = (list: ReturnType<typeof members>) =>
      outcome('TTLDXS', '2025-12-31', {
        ...aPerson(2025),
        subject: { kind: 'collective' },
        values: {
          ...aPerson(2025).values,
          grade: 'HOAN_THANH_XUAT_SAC',
          'campaigns.active': true,
          'conduct.exemplary': true,
          'unit.dissolved': false,
        },
        roster: { on: '2025-12-31', members: list },
      });
    expect([ratio(members(7)), ratio(members(6)), ratio(members(7, 9))]).toEqual([
      'eligible',
      'not-eligible',
      'not-eligible',
    ]);
  });
  it('R11 advises against a dissolved body and does not refuse it', () => {
    const facts = { ...aPerson(2025), subject: { kind: 'collective' as const }, values: { 'unit.dissolved': true } };
    const rule = ruleOf(judged('TTLDXS', '2025-12-31', facts), 'r11-dissolved');
    expect(rule).toMatchObject({ status: 'advisory', would: 'failed' });
    expect(rule.sentence.vi).toContain('cần xác minh');
  });
  it('R12 only advises: one state form a year was read in a circular of 2014', () => {
    const facts = aPerson(2022, { values: { 'state.proposedThisYear': true } });
    expect(ruleOf(judged('CSTDTQ', '2022-12-20', facts), 'r12-one-state-form').status).toBe('advisory');
  });
  it('R13 shows the grounds of annulment with their article', () => {
    const rows = rowsOn(book, packInForce(book, '2025-12-20')!, 'principles', '2025-12-20');
    expect(rows.find(({ id }) => id === 'r13-annul')?.basis).toEqual({
      instrument: 'L2022',
      article: 'điều 93 khoản 2 điểm a đến d',
    });
  });
  it('R14 counts awards of the law of 2003 under the law of 2022', () => {
    const facts = aPerson(2024, { ...provincial, history: history({ awards: held('CSTDCS', [2022, 2023, 2024]) }) });
    expect(outcome('CSTDT', '2024-12-20', facts)).toBe('eligible');
  });
  it('R14 counts no certificate that was given for a campaign toward the five-year join', () => {
    const facts = aPerson(2025, {
      values: { 'campaign.selected': false, 'achievement.influence': false },
      history: history({
        awards: [...held('CSTDCS', [2021, 2023, 2025]), ...held('BKT', [2022], 'CHUYEN_DE')],
        grades: graded('HOAN_THANH_TOT', [2021, 2022, 2023, 2024, 2025]),
      }),
    });
    expect(ruleOf(judged('BKTTG', '2025-12-20', facts), 'bkttg-l2022-b').status).toBe('failed');
  });
});

describe('what only advises', () => {
  it('leaves a certificate for a campaign to a person while its criterion is unverified', () => {
    const facts = aPerson(2025, { kind: 'CHUYEN_DE', values: { 'campaign.selected': false } });
    expect(outcome('BKT', '2025-12-20', facts)).toBe('undetermined');
  });
  it('enforces 15 % of CSTĐCS under decree 91/2017 and nothing after it', () => {
    const facts = aPerson(2023, {
      values: { 'standard.advanced': true, 'initiative.recognised': true },
      counts: { CSTDCS: 16, LDTT: 100, CSTT: 6 },
    });
    expect(outcome('CSTDCS', '2023-12-20', facts)).toBe('not-eligible');
    expect(outcome('CSTDCS', '2023-12-20', { ...facts, counts: { CSTDCS: 15, LDTT: 100, CSTT: 6 } })).toBe('eligible');
    expect(outcome('CSTDCS', '2024-12-20', facts)).toBe('eligible');
  });
});
