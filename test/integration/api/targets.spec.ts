import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { ReportField } from '../../../libs/domain/campaign-plan/duties.js';
import type { Target } from '../../../libs/domain/campaign-plan/targets.js';
import { rebuild } from '../../../libs/ledger/rebuild.js';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import { accepted, engine, operator } from '../../support/test-world.js';
import { ApiUnderTest, dig, eachOf, listAt, type Body, type Caller } from './api-under-test.js';

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });

/** The goals of S2: about 10 by 2025 and about 20 by 2030; a person says how they count. */
const about = (key: string): Target => ({
  key,
  text: both('Hỗ trợ khoảng 10, khoảng 20 tổ hợp tác, hợp tác xã'),
  unit: 'HTX',
  comparison: 'about',
  tolerancePercent: 10,
  mode: 'unset',
  points: [
    { due: '2025-12-31', value: 10 },
    { due: '2030-12-31', value: 20 },
  ],
});
const howItCounts = (key: string) => ({
  id: `${key}-cach-tinh`,
  quote: '',
  unclear: both('Cộng dồn hay tăng thêm?'),
  choices: [
    { key: 'cong-don', text: both('Cộng dồn'), sets: { target: { mode: 'cumulative' as const } } },
    { key: 'tang-them', text: both('Tăng thêm'), sets: { target: { mode: 'incremental' as const } } },
  ],
  blocks: 'nothing',
  about: `target:${key}`,
});

const TARGETS: readonly Target[] = [
  about('htx-mot'),
  about('htx-hai'),
  {
    key: 'ngan-sach',
    text: both('Thu ngân sách đạt và vượt chỉ tiêu trên giao'),
    unit: 'tỷ đồng',
    scale: { factor: 1e9, base: 'đồng' },
    comparison: 'at-least',
    mode: 'cumulative',
    document: 'ke-hoach',
    points: [{ due: '2025-12-31' }],
  },
  {
    key: 'nang-cao',
    text: both('01 đơn vị đạt chuẩn nâng cao (được nêu tên)'),
    unit: 'đơn vị',
    comparison: 'at-least',
    mode: 'cumulative',
    points: [{ due: '2025-12-31', value: 1, unitId: UNITS.b }],
  },
  {
    key: 'moi-don-vi',
    text: both('Mỗi đơn vị hỗ trợ ít nhất 5 hộ'),
    unit: 'hộ',
    comparison: 'at-least',
    mode: 'cumulative',
    each: { unitIds: [UNITS.a, UNITS.b] },
    points: [{ due: '2025-12-31', value: 5 }],
  },
];
const field = (target: string): ReportField => ({
  key: `so-${target}`,
  label: both(target),
  kind: 'count',
  required: false,
  target,
  counts: 'total',
});

const file: CampaignFile = {
  ...campaignFile,
  targets: TARGETS,
  targetsNote: undefined,
  openQuestions: [...campaignFile.openQuestions, howItCounts('htx-mot'), howItCounts('htx-hai')],
  obligations: campaignFile.obligations.map((one) =>
    one.key === 'report' ? { ...one, fields: [...(one.fields ?? []), ...TARGETS.map(({ key }) => field(key))] } : one,
  ),
};

let api: ApiUnderTest;
let lead: Caller;
let head: Caller;
let officers: Readonly<Record<string, Caller>>;

beforeAll(async () => {
  api = await ApiUnderTest.start(file);
  lead = await api.as(UNITS.lead, 'officer');
  head = await api.as(UNITS.lead, 'head');
  officers = { [UNITS.a]: await api.as(UNITS.a, 'officer'), [UNITS.b]: await api.as(UNITS.b, 'officer') };
  await accepted(api.world, {
    actor: operator,
    name: 'defineCluster',
    input: {
      clusterId: 'cum-1',
      kind: 'cluster',
      name: both('Cụm 1'),
      years: [{ year: 2024, leader: UNITS.b, members: [UNITS.b, UNITS.lead] }],
    },
  });
}, 240_000);
afterAll(() => api.stop());

async function report(unitId: string, year: string, figures: Readonly<Record<string, number>>, more: Body = {}) {
  const input = { campaignId: CAMPAIGN, key: 'report', occurrence: year, unitId };
  await accepted(api.world, { actor: engine, name: 'openObligation', input });
  const numbers = Object.fromEntries(Object.entries(figures).map(([target, value]) => [`so-${target}`, value]));
  return officers[unitId]?.post('/api/v1/reports', {
    obligationId: `${CAMPAIGN}.report.${year}.${unitId}`,
    fields: { result: 'Đã thực hiện', households: 1, ...numbers },
    ...more,
  });
}

async function targets(query = ''): Promise<readonly unknown[]> {
  const { status, body } = await lead.get(`/api/v1/campaigns/${CAMPAIGN}/targets?asOf=2031-01-01${query}`);
  expect(status).toBe(200);
  return listAt(body, 'targets');
}
const one = async (key: string, query = ''): Promise<unknown> =>
  (await targets(query)).find((target) => dig(target, 'key') === key);
const gaps = async (key: string): Promise<readonly unknown[]> => eachOf(await one(key), 'points', 'gap');

describe('targets of a running campaign', () => {
  test('X05 S2-20 S2-22 S2-23 the same results leave two gaps, once a person has said how each counts', async () => {
    expect((await report(UNITS.a, '2025', { 'htx-mot': 10, 'htx-hai': 10 }, { phase: 'phase-1' }))?.status).toBe(201);
    expect((await report(UNITS.a, '2030', { 'htx-mot': 21, 'htx-hai': 21 }))?.status).toBe(201);
    expect(eachOf(await one('htx-mot'), 'points', 'why')).toEqual(['mode-unset', 'mode-unset']);
    expect(dig(await one('htx-mot'), 'questions')).toEqual(['htx-mot-cach-tinh']);
    for (const [target, choice] of [
      ['htx-mot', 'cong-don'],
      ['htx-hai', 'tang-them'],
    ] as const) {
      const answer = { questionId: `${target}-cach-tinh`, choice };
      expect((await head.post(`/api/v1/campaigns/${CAMPAIGN}/answers`, answer)).status).toBe(200);
    }
    expect([await gaps('htx-mot'), await gaps('htx-hai')]).toEqual([
      [0, 0],
      [0, 9],
    ]);
    expect(eachOf(await one('htx-hai'), 'plot.wanted', 'value')).toEqual([10, 30]);
    expect(eachOf(await one('htx-hai'), 'plot.reached', 'value')).toEqual([10, 21]);
    expect(eachOf(await one('htx-hai'), 'results', 'reportId')).toEqual([
      `${CAMPAIGN}.report.2025.${UNITS.a}`,
      `${CAMPAIGN}.report.2030.${UNITS.a}`,
    ]);
  });

  test('S3-35 a number that stands in another document is entered by a named person, in the unit or its base', async () => {
    const measures = { 'so-ngan-sach': { unit: 'tấn' } };
    const wrong = await report(UNITS.b, '2024', { 'ngan-sach': 1 }, { measures });
    expect(wrong?.body).toMatchObject({ code: 'INVALID_INPUT', field: 'fields.so-ngan-sach' });
    const sent = await report(
      UNITS.b,
      '2025',
      { 'ngan-sach': 105e9, 'nang-cao': 1, 'moi-don-vi': 7 },
      {
        phase: 'phase-1',
        measures: { 'so-ngan-sach': { unit: 'đồng' } },
      },
    );
    expect(sent?.status).toBe(201);
    expect(eachOf(await one('ngan-sach'), 'points', 'why')).toEqual(['value-missing']);
    const path = `/api/v1/campaigns/${CAMPAIGN}/targets/adjustments`;
    const given = { target: 'ngan-sach', point: '2025-12-31', disposition: 'value-set', value: 100 };
    expect((await lead.post(path, { ...given, reason: '' })).body).toMatchObject({ code: 'REASON_REQUIRED' });
    expect((await lead.post(path, { ...given, value: undefined, reason: 'x' })).body).toMatchObject({ field: 'value' });
    expect((await officers[UNITS.a]?.post(path, { ...given, reason: 'x' }))?.status).toBe(403);
    expect((await lead.post(path, { ...given, reason: 'Quyết định giao dự toán' })).status).toBe(200);
    expect((await lead.post(path, { ...given, reason: 'Quyết định giao dự toán' })).body).toMatchObject({
      code: 'ALREADY_DONE',
    });
    expect(listAt(await one('ngan-sach'), 'points')).toMatchObject([{ wanted: 100, reached: 105, verdict: 'met' }]);
  });

  test('S4-10 S4-11 by unit, cluster and whole: a named unit, a share of the whole, what each unit owes', async () => {
    expect(listAt(await one('nang-cao'), 'points')).toMatchObject([{ unitId: UNITS.b, reached: 1, verdict: 'met' }]);
    expect(listAt(await one('nang-cao', `&unit=${UNITS.a}`), 'points')).toEqual([]);
    expect(listAt(await one('htx-mot', `&unit=${UNITS.a}`), 'points')).toMatchObject([
      { reached: 10, why: 'part-of-the-whole' },
      { reached: 21, why: 'part-of-the-whole' },
    ]);
    expect(listAt(await one('moi-don-vi'), 'each')).toMatchObject([{ units: 2, counts: { met: 1 }, percent: 50 }]);
    expect(listAt(await one('moi-don-vi', '&cluster=cum-1'), 'each')).toMatchObject([{ units: 1, percent: 100 }]);
    const twice = await lead.get(`/api/v1/campaigns/${CAMPAIGN}/targets?unit=a&cluster=b`);
    expect(twice.body).toMatchObject({ code: 'INVALID_INPUT', field: 'cluster' });
  });

  test('S4-18 a named person re-bases a target, with a reason that is kept in the history', async () => {
    const path = `/api/v1/campaigns/${CAMPAIGN}/targets/adjustments`;
    const point = `2025-12-31/${UNITS.b}`;
    const closed = {
      target: 'nang-cao',
      point,
      disposition: 'not-assessable',
      reason: 'Cấp huyện kết thúc 01/07/2025',
    };
    expect((await lead.post(path, { ...closed, disposition: 'carried-over', unitId: 'khong-co' })).body).toMatchObject({
      code: 'UNKNOWN_UNIT',
    });
    expect((await lead.post(path, closed)).status).toBe(200);
    expect(eachOf(await one('nang-cao'), 'points', 'why')).toEqual(['closed']);
    const auditor = await api.as(UNITS.standing, 'auditor');
    const { body } = await auditor.get(`/api/v1/campaigns/${CAMPAIGN}/history?type=targetAdjusted`);
    expect(eachOf(body, 'items', 'why.text')).toContain('Cấp huyện kết thúc 01/07/2025');
  });

  test('S1-44 a report that was sent back says nothing until it is handed in again', async () => {
    const reportId = `${CAMPAIGN}.report.2030.${UNITS.a}`;
    expect(
      (await lead.post(`/api/v1/reports/${reportId}/return`, { visit: 1, reason: 'Kiểm tra lại số' })).status,
    ).toBe(200);
    expect(await gaps('htx-hai')).toEqual([0, undefined]);
    const again = await officers[UNITS.a]?.post('/api/v1/reports', {
      obligationId: reportId,
      fields: { result: 'Đã kiểm tra', households: 1, 'so-htx-hai': 30 },
    });
    expect(again?.status).toBe(201);
    expect(await gaps('htx-hai')).toEqual([0, 0]);
    expect(await rebuild(api.world)).toEqual([]);
  });
});
