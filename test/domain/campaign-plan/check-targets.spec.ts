import { describe, expect, it, test } from '@jest/globals';
import type { CampaignFile, OpenQuestion } from '../../../libs/domain/campaign-plan/campaign.js';
import { checkCampaign } from '../../../libs/domain/campaign-plan/check.js';
import { settleAnswers } from '../../../libs/domain/campaign-plan/settle-answers.js';
import type { Target } from '../../../libs/domain/campaign-plan/targets.js';
import { SAMPLE_CAMPAIGN } from './sample-campaign.js';

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });

const target = (more: Partial<Target>): Target => ({
  key: 'chi-tieu',
  text: both('Chỉ tiêu'),
  unit: 'xã',
  comparison: 'at-least',
  mode: 'cumulative',
  points: [{ due: '2024-12-31', value: 7, printed: '07' }],
  ...more,
});

const question = (about: string, more: Partial<OpenQuestion> = {}): OpenQuestion => ({
  id: 'hoi',
  quote: '',
  unclear: both('Chưa rõ'),
  choices: [],
  freeText: true,
  blocks: 'nothing',
  about,
  ...more,
});

const withTargets = (...targets: readonly Target[]): CampaignFile => ({ ...SAMPLE_CAMPAIGN, targets });
const asking = (file: CampaignFile, ...more: readonly OpenQuestion[]): CampaignFile => ({
  ...file,
  openQuestions: [...file.openQuestions, ...more],
});
const found = (file: CampaignFile): readonly string[] =>
  checkCampaign(file).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('what a document leaves unclear about a target stops until somebody asks', () => {
  const unclear: readonly (readonly [string, Partial<Target>, string])[] = [
    ['S2-23 cumulative or additional', { mode: 'unset' }, 'TARGET_MODE_UNSET targets.0.mode'],
    ['S2-20 about, by how much', { comparison: 'about' }, 'TARGET_TOLERANCE_MISSING targets.0.tolerancePercent'],
    ['S3-26 per area, of which unit', { per: { text: both('đơn vị diện tích') } }, 'TARGET_UNIT_MISSING targets.0.per'],
    [
      'S3-32 789,53 đồng',
      {
        unit: 'đồng',
        priceBase: 'giá so sánh 2010',
        points: [{ due: '2024-12-31', value: 789.53, printed: '789,53' }],
      },
      'TARGET_IMPLAUSIBLE targets.0.points.0.value',
    ],
    [
      'S3-34 trên 17 tiêu chí trở lên',
      { quotes: ['01 xã đạt trên 17 tiêu chí trở lên'] },
      'TARGET_WORDS_CONTRADICT targets.0.comparison',
    ],
    ['S3-36 giảm 9,4%: to or by', { measures: 'unset' }, 'TARGET_MEASURE_UNSET targets.0.measures'],
    ['S4-07 a number without a comparison', { comparison: undefined }, 'TARGET_COMPARISON_UNSET targets.0.comparison'],
    ['a unit without a number', { points: [{ due: '2024-12-31' }] }, 'TARGET_VALUE_MISSING targets.0.points'],
  ];
  test.each(unclear)('%s', (_, more, code) => {
    const file = withTargets(target(more));
    expect(found(file)).toEqual([code]);
    expect(found(asking(file, question('target:chi-tieu')))).toEqual([]);
  });

  test('S3-35 a number that stands in another document needs no value here', () => {
    const referring = target({ points: [{ due: '2024-12-31' }], document: 'ke-hoach' });
    expect(found(withTargets(referring))).toEqual([]);
  });

  test('S2-21 S3-37 a qualitative target, and notes on what counts, are taken as they are', () => {
    const qualitative = target({ unit: undefined, comparison: undefined, points: [{ due: '2024-12-31' }] });
    const noted = target({ key: 'lao-dong', unit: 'người', includes: both('kể cả các cơ sở tư nhân') });
    expect(found(withTargets(qualitative, noted))).toEqual([]);
  });
});

describe('numbers of a target agree with each other', () => {
  test('S3-27 S3-28 the printed number reads the Vietnamese way as the value', () => {
    const rice = target({ unit: 'tấn', points: [{ due: '2024-12-31', value: 320_080, printed: '320.080' }] });
    expect(found(withTargets(rice))).toEqual([]);
    const wrong = target({ unit: 'tấn', points: [{ due: '2024-12-31', value: 320.08, printed: '320.080' }] });
    expect(found(withTargets(wrong))).toEqual(['TARGET_NUMBER_DIFFERS targets.0.points.0.printed']);
  });

  test('S3-31 S3-33 an "of which" part is not above its whole', () => {
    const whole = target({ key: 'thuy-san', unit: 'tấn', points: [{ due: '2024-12-31', value: 12_300 }] });
    const part = (value: number): Target =>
      target({ key: 'tom', unit: 'tấn', parent: 'thuy-san', points: [{ due: '2024-12-31', value }] });
    expect(found(withTargets(whole, part(450)))).toEqual([]);
    expect(found(withTargets(whole, part(12_301)))).toEqual(['TARGET_ABOVE_PARENT targets.1.points.0.value']);
    expect(found(withTargets({ ...whole, parent: 'tom' }, part(450)))).toContain('TARGET_OWN_PARENT targets.0.parent');
  });

  test('S4-10 09/09 is 100 %', () => {
    const point = { due: '2024-12-31', value: 9, of: 9, printed: '09/09', percent: 100 } as const;
    expect(found(withTargets(target({ points: [point] })))).toEqual([]);
    expect(found(withTargets(target({ points: [{ ...point, value: 8, printed: '08/09' }] })))).toEqual([
      'TARGET_RATIO_DIFFERS targets.0.points.0',
    ]);
    expect(found(withTargets(target({ points: [{ due: '2024-12-31', value: 10, of: 9 }] })))).toEqual([
      'TARGET_RATIO_DIFFERS targets.0.points.0',
    ]);
  });

  test('S4-08 S4-09 S4-10 yearly increments reconcile with the cumulative total', () => {
    const years = target({
      key: 'tang-them',
      mode: 'incremental',
      sumsTo: 'tong-so',
      points: [
        { due: '2024-12-31', value: 2 },
        { due: '2025-12-31', value: 1 },
      ],
    });
    const total = (begin: number | undefined): Target =>
      target({
        key: 'tong-so',
        points: [{ due: '2025-12-31', value: 9, of: 9, percent: 100 }],
        ...(begin === undefined ? {} : { baseline: { value: begin, on: '2023-12-31' } }),
      });
    expect(found(withTargets(years, total(undefined)))).toEqual([]);
    expect(found(withTargets(years, total(6)))).toEqual([]);
    expect(found(withTargets(years, total(5)))).toEqual(['TARGET_NOT_RECONCILED targets.0.sumsTo']);
  });

  it('has one value for a day and unit, none after the campaign, and none where none is wanted', () => {
    const twice = { due: '2024-12-31', value: 1, unitId: 'huyen' } as const;
    expect(found(withTargets(target({ points: [twice, twice] })))).toEqual(['TARGET_POINT_TWICE targets.0.points.1']);
    expect(found(withTargets(target({ points: [{ due: '2026-01-01', value: 1 }] })))).toEqual([
      'DUE_OUTSIDE_PERIOD targets.0.points.0.due',
    ]);
    expect(found(withTargets(target({ comparison: 'zero' })))).toEqual(['TARGET_ZERO_VALUE targets.0.points.0.value']);
  });

  it('names targets, units and groups that exist', () => {
    const lost = target({ sumsTo: 'khong-co', each: { scope: ['khong-co'] } });
    expect(found(withTargets(lost))).toEqual([
      'UNKNOWN_REFERENCE targets.0.sumsTo',
      'UNKNOWN_REFERENCE targets.0.each.scope',
    ]);
  });
});

describe('an answer', () => {
  const periods = question('obligation:dinh-ky', {
    id: 'ky-bao-cao',
    blocks: 'launch',
    choices: [
      {
        key: 'hang-quy',
        text: both('Hằng quý'),
        sets: { due: { kind: 'periodic', every: 'quarter', daysAfter: 0, fromYear: 2025, toYear: 2025 } },
      },
      { key: 'khong-dat', text: both('Không') },
    ],
  });
  const [report] = SAMPLE_CAMPAIGN.obligations;
  if (report === undefined) throw new Error('the sample lost its report');
  const unset: CampaignFile = asking(
    {
      ...SAMPLE_CAMPAIGN,
      obligations: [
        ...SAMPLE_CAMPAIGN.obligations,
        { ...report, key: 'dinh-ky', mode: 'undated', due: { kind: 'undated' } },
      ],
    },
    periods,
  );

  test('S1-52 sets the period the document does not state, and the mode with it', () => {
    expect(found(unset)).toEqual([]);
    const set = settleAnswers(unset, { 'ky-bao-cao': { choice: 'hang-quy' } });
    expect(set.obligations.at(-1)).toMatchObject({ mode: 'recurring', due: { every: 'quarter' } });
    expect(found(set)).toEqual([]);
    expect(settleAnswers(unset, { 'ky-bao-cao': { choice: 'khong-dat' } })).toBe(unset);
  });

  test('S2-23 makes a target cumulative or incremental', () => {
    const file = asking(
      withTargets(target({ mode: 'unset' })),
      question('target:chi-tieu', {
        choices: [
          { key: 'cong-don', text: both('Cộng dồn'), sets: { target: { mode: 'cumulative' } } },
          { key: 'tang-them', text: both('Tăng thêm'), sets: { target: { mode: 'incremental' } } },
        ],
      }),
    );
    expect(found(file)).toEqual([]);
    const mode = (choice: string): string | undefined => settleAnswers(file, { hoi: { choice } }).targets[0]?.mode;
    expect([mode('cong-don'), mode('tang-them'), mode('')]).toEqual(['cumulative', 'incremental', 'unset']);
  });

  test('S3-32 S3-34 gives the unit and the comparison a person has confirmed', () => {
    const file = asking(
      withTargets(target({ unit: 'đồng', per: { text: both('hộ') }, points: [{ due: '2024-12-31', value: 17 }] })),
      question('target:chi-tieu', {
        choices: [
          {
            key: 'ty-dong',
            text: both('Tỷ đồng'),
            sets: {
              target: {
                unit: 'tỷ đồng',
                scale: { factor: 1e9, base: 'đồng' },
                comparison: 'more-than',
                perUnit: 'hộ',
                value: 18,
              },
            },
          },
        ],
      }),
    );
    const [read] = settleAnswers(file, { hoi: { choice: 'ty-dong' } }).targets;
    expect(read).toMatchObject({
      unit: 'tỷ đồng',
      comparison: 'more-than',
      per: { unit: 'hộ' },
      points: [{ value: 18 }],
    });
  });

  it('cannot set what its question is not about, nor an impossible rule', () => {
    const sets = { due: { kind: 'window', from: '2024-02-01', to: '2024-01-01' } } as const;
    const choices = [{ key: 'a', text: both('A'), sets }];
    expect(found(asking(SAMPLE_CAMPAIGN, question('round:hang-nam', { choices })))).toEqual([
      'CHOICE_SETS_NOTHING openQuestions.2.choices.0.sets',
      'DUE_RULE_INVALID openQuestions.2.choices.0.sets.due',
    ]);
  });
});

describe('pledges of persons and households', () => {
  const who = { scope: ['don-vi'] };
  const yearly = { kind: 'yearly-on', month: 11, day: 30, fromYear: 2024, toYear: 2025 } as const;

  test('S4-33 each Party member registers every year; nobody asked or no date is an error', () => {
    const rule = { key: 'dang-vien', text: both('Từng đảng viên'), who, persons: 'party-member' } as const;
    const file = { ...SAMPLE_CAMPAIGN, personalPledges: [{ ...rule, due: yearly, resultDue: yearly }] };
    expect(found(file)).toEqual([]);
    const lost = { ...rule, who: {}, due: { kind: 'undated' }, resultDue: yearly } as const;
    expect(found({ ...file, personalPledges: [lost] })).toEqual([
      'WHO_EMPTY personalPledges.0.who',
      'UNDATED_WITHOUT_QUESTION personalPledges.0',
    ]);
  });

  test('S4-35 a list of 21 household tasks has 21 items, or goes by number', () => {
    const list = { key: 'ho-gia-dinh', text: both('21 phần việc'), who, count: 21 };
    expect(found({ ...SAMPLE_CAMPAIGN, householdLists: [list] })).toEqual([]);
    const short = { ...list, items: [{ key: 'mot', text: both('Một') }] };
    expect(found({ ...SAMPLE_CAMPAIGN, householdLists: [short] })).toEqual([
      'HOUSEHOLD_ITEMS_DIFFER householdLists.0.items',
    ]);
  });

  test('S1-45 a gate that no verified rule stands behind may not refuse', () => {
    const registration = {
      due: yearly,
      who,
      unitDefinedCriteria: true,
      signedPledge: true,
      requiredForNomination: true,
      gate: { needs: 'results', provenance: { basis: 'proposed', confidence: '?', enforced: true } },
    } as const;
    expect(found({ ...SAMPLE_CAMPAIGN, registration })).toEqual(['ENFORCED_UNVERIFIED registration.gate.provenance']);
  });
});
