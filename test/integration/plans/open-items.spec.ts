import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UNITS } from '../../domain/support/people.js';
import { ApiUnderTest, eachOf, type Body, type Caller } from '../api/api-under-test.js';
import { itemsIn, PlanOnProduct } from './support/plan-on-product.js';

/** What a document leaves out is shown as open, stops the launch, and is what a named person says it is. */
let api: ApiUnderTest;
let admin: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  admin = await api.officially(UNITS.province, 'admin');
}, 240_000);
afterAll(() => api.stop());

/** Days the plan has for one of its parts. */
async function daysOf(plan: PlanOnProduct, part: string, key: string): Promise<readonly unknown[]> {
  const reader = await plan.as(plan.file.roles.issuer.unit, 'officer');
  const { body } = await reader.get(`${plan.path}/plan`);
  const found = itemsIn(body, part).find((one) => one['key'] === key);
  return eachOf(found ?? {}, 'occurrences', 'lastDay');
}

const OPEN = [
  {
    row: 'S4-65',
    campaign: 'tra-vinh-nong-thon-moi-2021-2025',
    what: 'no review date, no report date, no award guidance',
    missing: { review: 'tong-ket', report: 'han-bao-cao', awards: 'khen-thuong' },
    part: 'reviews',
    key: 'tong-ket-2025',
    question: 'tong-ket',
    proposed: ['2025-12-31'],
    answered: ['2025-06-30'],
  },
  {
    row: 'S2-33',
    campaign: 'binh-phuoc-hop-tac-xa-2021-2030',
    what: 'no review, no report date, no council',
    missing: { review: 'thoi-han-so-ket-tong-ket', report: 'han-bao-cao', council: 'hoi-dong-va-vai-tro' },
    part: 'obligations',
    key: 'bao-cao-nam',
    question: 'han-bao-cao',
    proposed: undefined,
    answered: Array.from({ length: 10 }, (_, i) => `${2021 + i}-11-15`),
  },
] as const;

describe.each(OPEN)('$campaign says $what', (open) => {
  let plan: PlanOnProduct;
  beforeAll(async () => {
    plan = await PlanOnProduct.draft(api, admin, open.campaign);
  }, 240_000);

  test(`${open.row} each missing item is an open question that stops the launch, and its proposal says it is one`, async () => {
    const reader = await plan.as(plan.file.roles.issuer.unit, 'officer');
    const { body } = await reader.get(`${plan.path}/questions`);
    const launch = await plan.launch();
    expect(launch).toMatchObject({ status: 409, body: { code: 'OPEN_QUESTIONS' } });
    for (const id of Object.values(open.missing)) {
      expect(itemsIn(body).find((one) => one['id'] === id)).toMatchObject({ blocks: 'launch', answer: null });
      expect(JSON.stringify(launch.body)).toContain(id);
    }
    const { body: timeline } = await reader.get(`${plan.path}/timeline`);
    const about = `${open.part === 'reviews' ? 'review' : 'obligation'}:${open.key}`;
    const dates = itemsIn(timeline).filter((one) => one['about'] === about);
    expect([dates.length > 0, dates.every(({ proposed }) => proposed === true)]).toEqual([true, true]);
    if (open.proposed !== undefined) expect(await daysOf(plan, open.part, open.key)).toEqual(open.proposed);
  });

  test(`${open.row} another answer than the proposed one sets the day, and the launch goes on when all are answered`, async () => {
    const asked = plan.file.openQuestions.find(({ id }) => id === open.question);
    const other = asked?.choices.find(({ key }) => key !== asked.recommended)?.key ?? '';
    for (const { id, recommended, choices } of plan.file.openQuestions)
      await plan.answer(id, id === open.question ? other : (recommended ?? choices[0]?.key ?? ''));
    expect(await daysOf(plan, open.part, open.key)).toEqual(open.answered);
    expect(await plan.launch()).toMatchObject({ status: 200 });
    const reader = await plan.as(plan.file.roles.issuer.unit, 'officer');
    const { body } = await reader.get(`${plan.path}/questions`);
    const answer = itemsIn(body).find((one) => one['id'] === open.question)?.['answer'] as Body;
    expect(answer).toMatchObject({ choice: other, by: { id: `${plan.file.roles.leadAgency.unit}-thu-truong` } });
  });
});

test('S0-50 what communication has changed is told in words, read by who compiles, and sent back where it says nothing', async () => {
  const plan = await PlanOnProduct.launch(api, admin, 'hoa-binh-nong-san-2024-2030');
  const field = 'chuyen-bien-nhan-thuc';
  const obligationId = await plan.open('bao-cao-nam', 'so-xay-dung');
  const officer = await plan.as('so-xay-dung', 'officer');
  const lead = await plan.as('so-nnptnt', 'officer');
  const send = (words: string) =>
    officer.post('/api/v1/reports', plan.reportBody('bao-cao-nam', obligationId, { [field]: words }));
  expect(await send('  ')).toMatchObject({ status: 422, body: { field: `fields.${field}` } });
  expect(await send('Tốt')).toMatchObject({ status: 201 });
  const path = `/api/v1/reports/${obligationId}`;
  const read = async (by: Caller): Promise<unknown> => ((await by.get(path)).body['fields'] as Body)[field];
  expect(await read(lead)).toMatchObject({ text: 'Tốt' });
  const stranger = await plan.as('so-tai-chinh', 'officer');
  expect((await stranger.get(path)).status).toBe(403);
  const back = { visit: 1, reason: 'Nêu rõ chuyển biến về nhận thức, sự đồng thuận của Nhân dân' };
  expect(await lead.post(`${path}/return`, back)).toMatchObject({ status: 200 });
  const told = 'Người dân 5 xã tự góp đất làm đường vận chuyển nông sản';
  expect(await send(told)).toMatchObject({ status: 201 });
  expect(await read(lead)).toMatchObject({ text: told });
});
