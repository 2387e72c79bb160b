import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { rebuild } from '../../../libs/ledger/rebuild.js';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import { accepted, countEvents, engine, moveClock, on } from '../../support/test-world.js';
import { ApiUnderTest, dig, eachOf, listAt, textAt, type Body, type Caller } from './api-under-test.js';

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });

/** Each Party member pledges every year; households have a list of 21 that the document only counts (S4). */
const file: CampaignFile = {
  ...campaignFile,
  personalPledges: [
    {
      key: 'dang-vien',
      text: both('Chương trình hành động hằng năm'),
      who: { unitIds: [UNITS.a, UNITS.b] },
      persons: 'party-member',
      due: { kind: 'yearly-on', month: 3, day: 31, fromYear: 2025, toYear: 2030 },
      resultDue: { kind: 'yearly-on', month: 11, day: 15, fromYear: 2025, toYear: 2030 },
      atLeast: 2,
    },
  ],
  householdLists: [{ key: 'ho-gia-dinh', text: both('21 phần việc'), who: { unitIds: [UNITS.a] }, count: 21 }],
};

let api: ApiUnderTest;
let officer: Caller;
let head: Caller;
let stranger: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start(file);
  officer = await api.as(UNITS.a, 'officer');
  head = await api.as(UNITS.a, 'head');
  stranger = await api.as(UNITS.lead, 'auditor');
}, 240_000);
afterAll(() => api.stop());

const PERSON = `${UNITS.a}.officer`;
const commitmentId = `${CAMPAIGN}.dang-vien.2025.${PERSON}`;
const tasks = [
  { key: 'viec-1', text: 'Vận động 5 hộ hiến đất làm đường' },
  { key: 'viec-2', text: 'Hướng dẫn ghi nhật ký đồng ruộng' },
];
const pledge = (more: Body = {}, by: Caller = officer) =>
  by.post('/api/v1/commitments/personal', {
    campaignId: CAMPAIGN,
    rule: 'dang-vien',
    occurrence: '2025',
    unitId: UNITS.a,
    tasks,
    ...more,
  });
const act = (by: Caller, what: string, body: Body) => by.post(`/api/v1/commitments/${commitmentId}/${what}`, body);

describe('S4-33 what single persons register every year', () => {
  test('S4-33 the campaign asks each person of the unit, and the unit for all of them, with a date of each year', async () => {
    const { body } = await officer.get(`/api/v1/campaigns/${CAMPAIGN}/plan`);
    const planned = listAt(body, 'obligations').filter((one) => textAt(one, 'key').startsWith('dang-vien'));
    expect(planned.map((one) => [dig(one, 'key'), dig(one, 'occurrences.0.lastDay')])).toEqual([
      ['dang-vien', '2025-03-31'],
      ['dang-vien-ket-qua', '2025-11-15'],
    ]);
    await moveClock(api.world, on('2025-02-01'));
    await accepted(api.world, {
      actor: engine,
      name: 'openObligation',
      input: { campaignId: CAMPAIGN, key: 'dang-vien', occurrence: '2025', unitId: UNITS.a },
    });
    const notices = await (await api.as(UNITS.a, 'appraiser')).get('/api/v1/notices');
    expect(eachOf(notices.body, 'items', 'template')).toContain('personal-pledge-asked');
    expect((await stranger.get('/api/v1/notices')).body).toMatchObject({ items: [] });
  });

  test('S4-33 one registers for oneself, in a unit one belongs to that is meant, enough concrete tasks', async () => {
    expect((await pledge({ tasks: tasks.slice(0, 1) })).body).toMatchObject({
      code: 'PLEDGE_INCOMPLETE',
      params: { atLeast: 2, given: 1 },
    });
    expect((await pledge({ unitId: UNITS.b })).body).toMatchObject({ code: 'FORBIDDEN' });
    const lead = await api.as(UNITS.lead, 'officer');
    expect((await pledge({ unitId: UNITS.lead }, lead)).body).toMatchObject({ code: 'UNIT_NOT_IN_SCOPE' });
    expect((await pledge({ occurrence: '2023' })).body).toMatchObject({ code: 'NOT_FOUND', field: 'occurrence' });
    expect((await pledge({ rule: 'khong-co' })).body).toMatchObject({ code: 'NOT_FOUND', field: 'rule' });
    expect(await pledge()).toMatchObject({ status: 201, body: { result: { commitmentId } } });
    expect((await pledge()).body).toMatchObject({ code: 'ALREADY_DONE' });
    expect((await pledge({ number: 1, tasks: [...tasks, { key: 'viec-3', text: 'Trồng cây' }] })).status).toBe(201);
    expect((await officer.get('/api/v1/commitments/own')).body).toMatchObject({
      items: [{ id: commitmentId, status: 'pledged', done: 0, total: 3 }],
    });
  });

  test('S4-33 the result of each task is told and confirmed by the head; nobody confirms their own', async () => {
    const results = [
      { key: 'viec-1', done: true, note: '6 hộ' },
      { key: 'viec-2', done: false },
    ];
    expect((await act(officer, 'results', { number: 2, results })).body).toMatchObject({ field: 'results' });
    const all = [...results, { key: 'viec-3', done: true }];
    expect((await act(head, 'results', { number: 2, results: all })).body).toMatchObject({ code: 'FORBIDDEN' });
    expect((await act(officer, 'results', { number: 1, results: all })).body).toMatchObject({ code: 'STALE_VERSION' });
    expect((await act(head, 'confirmation', { number: 2 })).body).toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
    expect((await act(officer, 'results', { number: 2, results: all })).status).toBe(200);
    expect((await act(officer, 'confirmation', { number: 3 })).body).toMatchObject({ code: 'FORBIDDEN' });
    expect((await act(head, 'confirmation', { number: 3, note: 'Đồng ý' })).status).toBe(200);
    expect((await officer.get(`/api/v1/commitments/${commitmentId}`)).body).toMatchObject({
      status: 'confirmed',
      items: [{ key: 'viec-1', done: true, note: { text: '6 hộ' } }, { done: false }, { done: true }],
    });
    const other = await api.as(UNITS.b, 'officer');
    expect((await other.get(`/api/v1/commitments/${commitmentId}`)).status).toBe(403);
  });
});

describe('S4-35 the 21 tasks of a household', () => {
  const keep = (done: readonly string[], more: Body = {}, by: Caller = officer) =>
    by.post('/api/v1/commitments/households', {
      campaignId: CAMPAIGN,
      list: 'ho-gia-dinh',
      unitId: UNITS.a,
      householdId: 'ho-01',
      name: 'Hộ ông Thạch Sa Rươl',
      done: done.map((item) => ({ item })),
      ...more,
    });

  test('S4-35 items go by number where the document only counts them; completion is told by household and unit', async () => {
    expect((await keep(['22'])).body).toMatchObject({ code: 'INVALID_INPUT', field: 'done.0.item' });
    expect((await keep(['1', '1'])).body).toMatchObject({ field: 'done.1.item' });
    expect((await keep([], { done: [{ item: '1', on: '2030-01-01' }] })).body).toMatchObject({
      code: 'DATE_IN_FUTURE',
    });
    expect((await keep(['1'], { unitId: UNITS.b })).body).toMatchObject({ code: 'FORBIDDEN' });
    expect(await keep(['1', '2', '3'])).toMatchObject({ status: 201, body: { result: { done: 3, total: 21 } } });
    const before = await countEvents(api.world);
    expect((await keep(['3', '2', '1'], { number: 1 })).body).toMatchObject({ code: 'ALREADY_DONE' });
    expect(await countEvents(api.world)).toBe(before);
    expect((await keep(['1', '2', '3', '4'])).body).toMatchObject({ code: 'STALE_VERSION' });
    const all = Array.from({ length: 21 }, (_, i) => String(i + 1));
    expect((await keep(all, { number: 1 })).status).toBe(201);
    expect((await keep(all.slice(0, 7), { householdId: 'ho-02', name: 'Hộ bà Kim Thị Sa' })).status).toBe(201);
    const { body } = await stranger.get(`/api/v1/campaigns/${CAMPAIGN}/commitments`);
    const households = listAt(body, 'items').find((one) => dig(one, 'kind') === 'household');
    expect(households).toMatchObject({ subjects: 2, finished: 1, done: 28, total: 42, unit: { id: UNITS.a } });
    expect(JSON.stringify(body)).not.toContain('Kim Thị Sa');
    expect(await rebuild(api.world)).toEqual([]);
  });
});
