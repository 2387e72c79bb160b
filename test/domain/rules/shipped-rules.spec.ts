import { describe, expect, it } from '@jest/globals';
import { addDays, type LocalDate } from '../../../libs/domain/calendar/local-date.js';
import { mayDecide, procedureOf } from '../../../libs/domain/rules/authority.js';
import { rewardOf } from '../../../libs/domain/rules/money.js';
import { diffPacks, packById, packInForce, rowsOn } from '../../../libs/domain/rules/pack.js';
import { RULE_TABLES, type RuleRow } from '../../../libs/domain/rules/rows.js';
import { mayBeEnforced } from '../../../libs/domain/rules/verified.js';
import { limitedStep } from '../../../libs/rules/limit-steps.js';
import { loadRules } from '../../../libs/rules/load-rules.js';
import { book } from './facts-fixture.js';

const everyRow = RULE_TABLES.flatMap((table) => book.tables[table].map((row: RuleRow) => ({ table, row })));
const limit = (award: string, on: LocalDate, step: string, more: Record<string, unknown> = {}) =>
  procedureOf(book, { award, on, ...more })?.limits.find(({ row }) => row.step === step);
const deciders = (award: string, on: LocalDate): readonly string[] =>
  (procedureOf(book, { award, on })?.deciders ?? []).filter(({ binding }) => binding).map(({ row }) => row.decider);

describe('the rule data that ships', () => {
  it('limits nothing that has no name in Vietnamese', () => {
    expect(book.tables.timeLimits.map(({ step }) => step).filter((step) => limitedStep(step).vi === step)).toEqual([]);
  });
  it('is accepted whole', () => {
    expect(loadRules().findings.map(({ file, line, messageEn }) => `${file}:${line} ${messageEn}`)).toEqual([]);
  });
  it('enforces only what was verified, with its source', () => {
    expect(everyRow.filter(({ row }) => row.enforced === true && !mayBeEnforced(row))).toEqual([]);
    expect(everyRow.filter(({ row }) => ['M', '?'].includes(row.confidence) && row.enforced === true)).toEqual([]);
  });
  it('applies no row on both sides of its end date, and no two rows of one key on one day', () => {
    for (const { table, row } of everyRow) {
      if (row.to === undefined) continue;
      const after = addDays(row.to, 1);
      const pack = packInForce(book, after);
      const localities = row.locality === undefined ? [] : [row.locality];
      if (pack !== undefined) expect(rowsOn(book, pack, table, after, localities)).not.toContain(row);
    }
    for (const day of ['2020-06-01', '2023-12-31', '2024-01-01', '2025-06-30', '2025-07-01', '2026-11-23'] as const) {
      const pack = packInForce(book, day)!;
      for (const table of RULE_TABLES) {
        const keys = rowsOn(book, pack, table, day).map((row) => row.key);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });
  it('changes packs overnight, and the draft is never in force', () => {
    const on = (day: LocalDate) => packInForce(book, day)?.id;
    expect([
      on('2017-09-30'),
      on('2023-12-31'),
      on('2024-01-01'),
      on('2025-06-30'),
      on('2025-07-01'),
      on('2099-01-01'),
    ]).toEqual([undefined, 'L2003-ND91', 'L2022-ND98', 'L2022-ND98', 'L2022-ND152', 'L2022-ND152']);
  });
  it('tells what the draft changes and nothing else', () => {
    const diff = diffPacks(book, packById(book, 'L2022-ND152')!, packById(book, 'DRAFT26')!);
    expect(diff.map(({ key, change }) => [key, change])).toEqual([
      ['criterion/CSTDCS', 'changed'],
      ['criterion/XPTB', 'changed'],
    ]);
  });
});

describe('authority by date', () => {
  it('4 the commune chairman decides from 01/07/2025 what the district chairman decided', () => {
    expect(deciders('CSTDCS', '2025-06-30')).toContain('CHU_TICH_UBND_HUYEN');
    expect(deciders('CSTDCS', '2025-06-30')).not.toContain('CHU_TICH_UBND_XA');
    for (const award of ['TVH', 'GDVH', 'TTLDTT', 'CSTDCS', 'LDTT', 'GK'])
      expect(deciders(award, '2025-07-01')).toContain('CHU_TICH_UBND_XA');
    expect(deciders('CSTDCS', '2025-07-01')).not.toContain('CHU_TICH_UBND_HUYEN');
  });
  it('art. 80(3) gives the commune chairman LĐTT, GK and GĐVH before', () => {
    for (const award of ['LDTT', 'GK', 'GDVH']) expect(deciders(award, '2024-06-01')).toContain('CHU_TICH_UBND_XA');
  });
  it('art. 80(1), 80(4), 78(2): departments, enterprises, boards, the Prime Minister', () => {
    for (const award of ['TTLDTT', 'CSTDCS', 'LDTT', 'GK'])
      expect(deciders(award, '2025-08-01')).toEqual(expect.arrayContaining(['THU_TRUONG_SO', 'GIAM_DOC_DOANH_NGHIEP']));
    expect(deciders('GK', '2025-08-01')).toContain('CHU_TICH_HDQT');
    expect(deciders('CSTDTQ', '2025-08-01')).toEqual(['THU_TUONG']);
    expect(deciders('BKTTG', '2025-08-01')).toEqual(['THU_TUONG']);
    expect(deciders('CTDCP', '2025-06-30')).toEqual(['CHINH_PHU']);
    expect(deciders('CTDCP', '2025-07-01')).toEqual([]);
  });
  it('says yes, no, or that nobody verified it', () => {
    expect(mayDecide(book, 'CSTDCS', '2025-07-01', 'commune-people-committee')).toBe('yes');
    expect(mayDecide(book, 'CSTDCS', '2025-06-30', 'commune-people-committee')).toBe('no');
    expect(mayDecide(book, 'BKT', '2025-07-01', 'province-people-committee')).toBe('unknown');
  });
});

describe('limits, votes, papers and opinions by date', () => {
  it.each([
    ['CSTDTQ', '2025-06-30', 'ND98'],
    ['CSTDTQ', '2025-07-01', 'ND152'],
    ['DHVD-AHLD', '2025-07-01', 'ND152'],
  ] as const)('8 public opinion of %s on %s: 10 working days (%s)', (award, on, instrument) => {
    expect(limit(award, on, 'public-opinion')).toMatchObject({
      binding: true,
      row: { amount: 10, unit: 'working', basis: { instrument } },
    });
  });
  it.each([
    [9, 6, 4],
    [10, 10, 5],
    [49, 10, 5],
  ])('BKT in Đà Nẵng, %i subjects: %i + %i working days', (batch, appraisal, decision) => {
    const more = { localities: ['da-nang'], batch };
    expect(limit('BKT', '2024-05-01', 'appraisal', more)?.row.amount).toBe(appraisal);
    expect(limit('BKT', '2024-05-01', 'decision', more)?.row.amount).toBe(decision);
    expect(limit('BKT', '2024-05-01', 'appraisal', { batch })).toBeUndefined();
  });
  it('BKT in Đà Nẵng: 5 more working days for enterprises; 50 subjects and more have no verified limit', () => {
    const more = { localities: ['da-nang'], batch: 50 };
    expect(limit('BKT', '2024-05-01', 'enterprise-confirmation', { ...more, sector: 'enterprise' })?.row.amount).toBe(
      5,
    );
    expect(limit('BKT', '2024-05-01', 'enterprise-confirmation', more)).toBeUndefined();
    expect(limit('BKT', '2024-05-01', 'appraisal', more)).toBeUndefined();
  });
  it.each([
    ['CSTDT', '2024-05-01', 'appraisal', 'an-giang', 25],
    ['LDTT', '2025-05-01', 'procedure', 'can-tho', 20],
    ['CSTDCS', '2020-05-01', 'procedure', 'hoi-an', 20],
    ['GK', '2020-05-01', 'procedure', 'quang-tho', 10],
    ['GK', '2020-05-01', 'procedure', 'vinh-phuc', 12],
    ['GK', '2025-05-01', 'revocation-report', 'thua-thien-hue', 7],
    ['GK', '2025-05-01', 'revocation-decision', 'thua-thien-hue', 5],
    ['GK', '2025-05-01', 'revocation-whole', 'thua-thien-hue', 12],
  ] as const)('%s on %s, %s in %s: %i days, there and nowhere else', (award, on, step, place, amount) => {
    expect(limit(award, on, step, { localities: [place] })).toMatchObject({ binding: true, row: { amount } });
    expect(limit(award, on, step)).toBeUndefined();
  });
  it('GK for a sudden achievement in Hà Nam: 8 working days', () => {
    const more = { localities: ['ha-nam'] };
    expect(limit('GK', '2020-05-01', 'procedure', { ...more, kind: 'DOT_XUAT' })?.row.amount).toBe(8);
    expect(limit('GK', '2020-05-01', 'procedure', { ...more, kind: 'CONG_TRANG' })).toBeUndefined();
  });
  it.each([
    ['appraisal-commune', 10],
    ['appraisal-district', 10],
    ['appraisal-province', 15],
    ['appraisal-province-higher', 30],
    ['appraisal-central', 10],
    ['appraisal-central-with-opinions', 20],
    ['result-notice', 10],
    ['consulted-opinion', 10],
    ['stripping-submission', 30],
    ['stripping-recovery', 15],
  ])('before 2024: %s %i days, and nothing binding after', (step, amount) => {
    expect(limit('BKT', '2023-12-31', step)).toMatchObject({ binding: true, row: { amount } });
    expect(limit('BKT', '2024-01-01', step)?.binding ?? false).toBe(false);
  });
  it.each([
    ['CSTDTQ', undefined, 10, 31],
    ['CTDCP', undefined, 3, 31],
    ['CTDCP', 'education', 10, 15],
    ['BKTTG', undefined, 6, 30],
    ['BKTTG', 'education', 10, 15],
    ['DHVD-AHLD', undefined, 2, 28],
  ] as const)('decree 91/2017 art. 48: %s (%s) to the centre by %i/%i', (award, sector, month, day) => {
    const found = limit(award, '2023-05-01', 'submission-central', { sector });
    expect(found).toMatchObject({ binding: true, row: { yearly: { month, day } } });
    expect(limit(award, '2025-05-01', 'submission-central', { sector })?.binding).toBe(false);
  });
  it('3 votes: 90 % of all members by secret ballot under decree 91/2017, unknown now, local rules where they are', () => {
    const vote = (award: string, on: LocalDate, place?: string) =>
      procedureOf(book, { award, on, localities: place === undefined ? [] : [place] })?.vote ?? [];
    expect(vote('CSTDT', '2023-05-01')).toContainEqual(
      expect.objectContaining({
        binding: true,
        row: expect.objectContaining({ percent: 90, base: 'all-members', ballot: 'secret', absenteeWriting: true }),
      }),
    );
    expect(vote('CSTDT', '2025-08-01').filter(({ binding }) => binding)).toEqual([]);
    expect(vote('BKT', '2023-05-01', 'an-giang')[0]?.row.percent).toBe(80);
    expect(vote('LDTT', '2023-05-01', 'lang-son')[0]?.row.percent).toBe(70);
    expect(vote('CSTDT', '2024-05-01').find(({ row }) => row.council === 'central')?.row.quorum).toEqual({
      parts: 2,
      of: 3,
    });
  });
  it('papers: art. 84, BKTTG one set from 01/07/2025, the short procedure, CSTĐTQ two sets before 2024', () => {
    const papers = (award: string, on: LocalDate, more: Record<string, unknown> = {}) =>
      procedureOf(book, { award, on, subject: 'individual', ...more })?.documents ?? [];
    expect(papers('CSTDCS', '2024-05-01')[0]?.row.documents.map(({ code }) => code)).toEqual([
      'TO_TRINH',
      'BAO_CAO_THANH_TICH',
      'BIEN_BAN_BINH_XET',
      'CHUNG_NHAN_SANG_KIEN',
    ]);
    expect(papers('BKT', '2024-05-01')[0]?.row.id).toBe('doc-commendations');
    expect(papers('BKTTG', '2025-07-01')).toMatchObject([{ binding: true, row: { id: 'doc-bkttg', copies: 1 } }]);
    expect(papers('BKTTG', '2025-07-01', { subject: 'foreign-individual' })).toMatchObject([
      { row: { id: 'doc-bkttg-foreign' } },
    ]);
    expect(papers('BKT', '2025-06-30', { short: true })).toMatchObject([
      { binding: true, row: { id: 'doc-short', copies: 1 } },
    ]);
    expect(papers('BKT', '2025-07-01', { short: true })).toMatchObject([{ binding: false }]);
    expect(papers('CSTDTQ', '2023-05-01')).toMatchObject([{ row: { copies: 2 } }]);
    expect(papers('BKT', '2025-08-01', { kind: 'CHUYEN_DE', localities: ['tien-giang'] })).toMatchObject([
      { row: { id: 'doc-bkt-campaign-tg', copies: 1 } },
    ]);
  });
  it('opinions of bodies: decree 98/2023 art. 31, for the flag and state forms', () => {
    const bodies = (award: string, on: LocalDate) =>
      (procedureOf(book, { award, on })?.opinions ?? [])
        .filter(({ row }) => row.kind === 'body')
        .map(({ binding }) => binding);
    expect([bodies('CTDCP', '2024-05-01'), bodies('BKTTG', '2025-08-01'), bodies('CSTDCS', '2024-05-01')]).toEqual([
      [true],
      [false],
      [],
    ]);
  });
});

describe('quotas and money by date', () => {
  it('2 15 % of CSTĐCS binds under decree 91/2017 only', () => {
    const quota = (on: LocalDate) =>
      rowsOn(book, packInForce(book, on)!, 'quotas', on).find(({ award }) => award === 'CSTDCS');
    expect(quota('2023-12-31')).toMatchObject({ percent: 15, enforced: true });
    expect(quota('2024-01-01')?.percent).toBeUndefined();
    expect(quota('2024-01-01')?.enforced).toBeUndefined();
  });
  it.each([
    ['CSTDTQ', 'individual', 4.5],
    ['CSTDT', 'individual', 3],
    ['CSTDCS', 'individual', 1],
    ['LDTT', 'individual', 0.3],
    ['CSTT', 'individual', 0.3],
    ['CTDCP', 'collective', 12],
    ['CTDT', 'collective', 8],
    ['TTLDXS', 'collective', 1.5],
    ['CTDDV', 'collective', 6],
  ] as const)('decree 98/2023: %s %s, %f times the base salary of 1,800,000 đồng', (award, subject, times) => {
    expect(rewardOf(book, award, subject, '2024-06-30')).toMatchObject({ dong: times * 1_800_000, binding: true });
  });
  it.each([
    ['HC-SV', 'individual', 46],
    ['HC-HCM', 'individual', 30.5],
    ['HC-DL1', 'individual', 15],
    ['HC-QC2', 'individual', 12.5],
    ['HC-DL3', 'individual', 10.5],
    ['HC-LD1', 'individual', 9],
    ['HC-CC2', 'individual', 7.5],
    ['HC-BVTQ3', 'individual', 4.5],
    ['HC-LD1', 'collective', 18],
    ['HC-DDK', 'individual', 7.5],
    ['HC-DC', 'individual', 4.5],
    ['BKTTG', 'individual', 3.5],
    ['BKT', 'individual', 1.5],
    ['KNC', 'individual', 0.6],
    ['XPTB', 'commune', 2],
    ['TVH', 'hamlet', 1.5],
  ] as const)('decree 152/2025: %s %s, %f times', (award, subject, times) => {
    const reward = rewardOf(book, award, subject, '2025-08-01');
    expect(reward?.coefficient).toMatchObject({ coefficient: times, enforced: true });
    // The base salary of 2,340,000 đồng is from memory: the amount only advises.
    expect(reward).toMatchObject({ dong: Math.round(times * 2_340_000), binding: false });
  });
});
