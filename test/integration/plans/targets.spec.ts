import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { UNITS } from '../../domain/support/people.js';
import { accepted, engine } from '../../support/test-world.js';
import { ApiUnderTest, type Body, type Caller } from '../api/api-under-test.js';
import { itemsIn, PlanOnProduct } from './support/plan-on-product.js';

let api: ApiUnderTest;
let admin: Caller;
let district: PlanOnProduct;
let province: PlanOnProduct;
let department: PlanOnProduct;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  admin = await api.officially(UNITS.province, 'admin');
  district = await PlanOnProduct.launch(api, admin, 'my-tu-thi-dua-2023');
  province = await PlanOnProduct.launch(api, admin, 'tra-vinh-nong-thon-moi-2021-2025');
  department = await PlanOnProduct.launch(api, admin, 'binh-phuoc-hop-tac-xa-2021-2030');
}, 240_000);
afterAll(() => api.stop());

const points = (target: Body): readonly Body[] => itemsIn(target, 'points');
const pointOf = (target: Body, day: string): Body => points(target).find(({ due }) => due === day) ?? {};

describe('the ten quantified targets of a district', () => {
  /** Row, target, what the plan wants, field of the yearly report, a result that meets it. */
  const TARGETS: readonly (readonly [row: string, target: string, wanted: number, field: string, result: number])[] = [
    ['S3-26', 'gia-tri-tren-dien-tich', 153, 'gia-tri-dien-tich', 155],
    ['S3-27', 'san-luong-lua', 320_080, 'lua', 320_080],
    ['S3-28', 'dien-tich-mau', 6250, 'mau', 6300],
    ['S3-29', 'dan-gia-suc', 28_560, 'gia-suc', 29_000],
    ['S3-29', 'dan-gia-cam', 730_000, 'gia-cam', 730_001],
    ['S3-30', 'dien-tich-thuy-san', 3820, 'thuy-san', 3820],
    ['S3-31', 'san-luong-thuy-san', 12_300, 'san-luong-ts', 12_400],
    ['S3-31', 'san-luong-tom', 450, 'tom', 470],
    ['S3-37', 'viec-lam-moi', 2200, 'viec-lam', 2500],
  ];

  beforeAll(async () => {
    const figures = Object.fromEntries(TARGETS.map(([, , , field, result]) => [field, result]));
    expect(await district.report('bao-cao-nam', 'phong-nnptnt-my-tu', figures)).toMatchObject({ status: 201 });
  });

  test.each(TARGETS)(
    'X06 %s %s wants %d as read from the document, and the reported result meets it',
    async (...row) => {
      const [, key, wanted, , result] = row;
      expect(pointOf(await district.target(key), '2023-12-31')).toMatchObject({
        wanted,
        reached: result,
        verdict: 'met',
      });
    },
  );

  test('S3-33 the compiled figure of the district counts for the whole: 7 communes, of which 1 advanced', async () => {
    const parent = district.settled.targets.find(({ key }) => key === 'xa-nang-cao')?.parent;
    expect(parent).toBe('xa-dat-chuan');
    const input = { campaignId: district.file.id, key: 'tong-hop-bao-cao-nam', occurrence: 'once' };
    const obligationId = await district.open(input.key, 'phong-noi-vu-my-tu');
    const lead = await district.as('phong-noi-vu-my-tu', 'officer');
    const sent = await lead.post('/api/v1/reports/consolidations', {
      campaignId: input.campaignId,
      obligationId,
      occurrence: 'once',
      summary: 'Toàn huyện',
      sources: [`${district.file.id}.bao-cao-nam.once.phong-nnptnt-my-tu`],
      results: [{ target: 'xa-dat-chuan', value: 7 }],
    });
    expect(sent).toMatchObject({ status: 201 });
    expect(pointOf(await district.target('xa-dat-chuan'), '2023-12-31')).toMatchObject({ wanted: 7, reached: 7 });
  });

  test('S3-36 lower is better: reduced to, not by, as a named person said', async () => {
    expect(district.settled.targets.find(({ key }) => key === 'suy-dinh-duong')).toMatchObject({
      measures: 'level',
      comparison: 'at-most',
    });
    expect(pointOf(await district.target('suy-dinh-duong'), '2023-12-31')).toMatchObject({ wanted: 9.4 });
  });
});

describe('X06 what the document prints wrongly stops for a person', () => {
  let draft: PlanOnProduct;
  beforeAll(async () => {
    draft = await PlanOnProduct.draft(api, admin, 'hoa-binh-thi-dua-2024');
  }, 240_000);

  const refusedQuestions = async (plan: PlanOnProduct): Promise<string> => {
    const { status, body } = await plan.launch();
    expect({ status, code: body['code'] }).toEqual({ status: 409, code: 'OPEN_QUESTIONS' });
    return JSON.stringify(body);
  };

  test('X06 S1-52 the launch names every question nobody has answered, until all are', async () => {
    const blocking = draft.file.openQuestions.filter(({ blocks }) => blocks === 'launch');
    const said = await refusedQuestions(draft);
    for (const { id } of blocking) expect(said).toContain(id);
    for (const { id, recommended = '' } of blocking.slice(1)) await draft.answer(id, recommended);
    const left = await refusedQuestions(draft);
    expect(left).toContain(blocking[0]?.id);
    expect(left).not.toContain(blocking[1]?.id);
    await draft.answer(blocking[0]?.id ?? '', blocking[0]?.recommended ?? '');
    expect(await draft.launch()).toMatchObject({ status: 200 });
  });

  test('S3-32 S3-34 789,53 đồng and "trên 17 tiêu chí trở lên" are what a named person said they are', async () => {
    const reader = await district.as('phong-noi-vu-my-tu', 'officer');
    const { body } = await reader.get(`${district.path}/questions`);
    const answers = itemsIn(body).filter(({ about }) =>
      ['target:gia-tri-cong-nghiep', 'target:tieu-chi-xa-con-lai'].includes(String(about)),
    );
    expect(answers.map(({ answer }) => (answer as Body)['choice'])).toEqual(['ty-dong', 'tu-17']);
    for (const { answer } of answers)
      expect((answer as Body)['by']).toMatchObject({ id: 'phong-noi-vu-my-tu-thu-truong' });
    const { body: shown } = await reader.get(district.path);
    const { targets } = shown['file'] as CampaignFile;
    expect(targets.find(({ key }) => key === 'gia-tri-cong-nghiep')).toMatchObject({ unit: 'tỷ đồng' });
    expect(targets.find(({ key }) => key === 'tieu-chi-xa-con-lai')).toMatchObject({ comparison: 'at-least' });
  });

  test('S3-64 a document without number and date is a draft until its launch gives them', async () => {
    const reader = await district.as('phong-noi-vu-my-tu', 'officer');
    const { body } = await reader.get(district.path);
    const adopting = (body['file'] as CampaignFile).documents.find(({ role }) => role === 'adopts');
    expect(adopting).not.toHaveProperty('number');
    expect(body['document']).toEqual({ number: '01/KH', date: '2023-02-01' });
  });

  test.each([
    ['S3-63', 'my-tu-thi-dua-2023', 'thieu-muc-iii'],
    ['S3-65', 'my-tu-thi-dua-2023', 'don-vi-cham-dut-2025'],
    ['S4-18', 'tra-vinh-nong-thon-moi-2021-2025', 'huyen-2025-khong-con'],
    ['S4-19', 'tra-vinh-nong-thon-moi-2021-2025', 'truoc-nam-2025'],
    ['S4-40', 'tra-vinh-nong-thon-moi-2021-2025', 'loi-ocop'],
    ['S4-41', 'tra-vinh-nong-thon-moi-2021-2025', 'thieu-dau-ngoac'],
    ['S4-65', 'tra-vinh-nong-thon-moi-2021-2025', 'tong-ket'],
    ['S1-10', 'hoa-binh-thi-dua-2024', 'thoi-ky-de-an'],
    ['S1-42', 'hoa-binh-thi-dua-2024', 'tu-lap'],
    ['S1-53', 'hoa-binh-thi-dua-2024', 'sap-xep-2025'],
    ['S2-23', 'binh-phuoc-hop-tac-xa-2021-2030', 'cong-don-hay-tang-them'],
    ['S2-32', 'binh-phuoc-hop-tac-xa-2021-2030', 'sap-nhap-2025'],
    ['S2-33', 'binh-phuoc-hop-tac-xa-2021-2030', 'han-bao-cao'],
  ])('%s of %s: %s shows the quoted words, the choices, and who answered', async (_row, campaign, question) => {
    const plan = [district, province, department, draft].find(({ file }) => file.id === campaign);
    if (plan === undefined) throw new Error(`no plan ${campaign}`);
    const asked = plan.file.openQuestions.find(({ id }) => id === question);
    if (plan === draft && asked?.blocks !== 'launch') await plan.answer(question, asked?.recommended ?? '');
    const reader = await plan.as(plan.file.roles.issuer.unit, 'officer');
    const { body } = await reader.get(`${plan.path}/questions`);
    const shown = itemsIn(body).find(({ id }) => id === question);
    expect(shown).toMatchObject({ quote: asked?.quote, unclear: asked?.unclear });
    expect(itemsIn(shown ?? {}, 'choices').length).toBeGreaterThan(0);
    expect((shown?.['answer'] as Body)['by']).toHaveProperty('id');
  });
});

describe('X08 yearly targets of the new-style countryside reconcile', () => {
  test('S4-06 S4-07 S4-08 S4-09 increments are judged year by year, the total against them', async () => {
    expect(pointOf(await province.target('xa-dat-chuan-them'), '2022-12-31')).toMatchObject({ wanted: 3 });
    expect(province.settled.targets.find(({ key }) => key === 'xa-nang-cao')?.mode).toBe('incremental');
    const more = await province.target('huyen-dat-chuan-them');
    expect([pointOf(more, '2022-12-31')['wanted'], pointOf(more, '2023-12-31')['wanted']]).toEqual([2, 1]);
    expect(pointOf(await province.target('huyen-dat-chuan'), '2023-12-31')).toMatchObject({ wanted: 9 });
  });

  test('X08 S4-10 a total that is not 100 %, or not what the increments make, is not taken in', async () => {
    const drafter = await province.as('ubnd-tra-vinh', 'officer');
    const take = (id: string, value: number) => {
      const targets = province.file.targets.map((target) =>
        target.key === 'huyen-dat-chuan'
          ? { ...target, points: target.points.map((point) => ({ ...point, value, printed: `0${value}/09` })) }
          : target,
      );
      return drafter.post('/api/v1/campaigns', { file: { ...province.file, id, targets }, rulePack: 'L2022-ND98' });
    };
    expect(await take('tra-vinh-8-9', 8)).toMatchObject({ status: 422, body: { code: 'INVALID_INPUT' } });
    expect(await take('tra-vinh-9-9', 9)).toMatchObject({ status: 201 });
  });

  test('S4-05 S4-12 S4-14 S4-16 before 2025 is the last day of 2024; each year has its share', async () => {
    expect(points(await province.target('hoan-thanh-ntm'))).toMatchObject([{ due: '2024-12-31' }]);
    const share = await province.target('ty-le-xa-nang-cao');
    expect(points(share).map(({ due, wanted }) => [due, wanted])).toEqual([
      ['2023-12-31', 50],
      ['2024-12-31', 60],
      ['2025-12-31', 70],
    ]);
  });

  test('S4-13 S4-15 S4-17 named districts have their year; the model district is a stretch', async () => {
    const named = points(await province.target('huyen-nang-cao'));
    expect(named.map(({ due, unitId }) => [due, unitId])).toEqual([
      ['2023-12-31', 'ubnd-cau-ke-tv'],
      ['2024-12-31', 'ubnd-tieu-can-tv'],
      ['2025-12-31', 'ubnd-cang-long-tv'],
    ]);
    expect(await province.target('huyen-kieu-mau')).toMatchObject({ stretch: true });
  });

  test('S4-06 a yearly report moves what was reached', async () => {
    expect(await province.report('bao-cao-nam', 'ubnd-cau-ke-tv', { 'xa-dat-chuan': 3 })).toMatchObject({
      status: 201,
    });
    expect(pointOf(await province.target('xa-dat-chuan-them'), '2022-12-31')).toMatchObject({
      reached: 3,
      verdict: 'met',
    });
  });
});

test('S4-12 S4-14 S4-16 the share compiled for a year is judged against the percentage of that year', async () => {
  const compiled = async (year: string, value: number): Promise<void> => {
    const duty = (key: string, unitId: string) => ({ campaignId: province.file.id, key, occurrence: year, unitId });
    const id = (key: string, unitId: string): string => `${province.file.id}.${key}.${year}.${unitId}`;
    for (const input of [duty('bao-cao-nam', 'so-y-te-tra-vinh'), duty('tong-hop-bao-cao', 'so-nnptnt-tra-vinh')])
      await accepted(province.world, { actor: engine, name: 'openObligation', input });
    const source = id('bao-cao-nam', 'so-y-te-tra-vinh');
    const officer = await province.as('so-y-te-tra-vinh', 'officer');
    expect(await officer.post('/api/v1/reports', province.reportBody('bao-cao-nam', source))).toMatchObject({
      status: 201,
    });
    const lead = await province.as('so-nnptnt-tra-vinh', 'officer');
    const sent = await lead.post('/api/v1/reports/consolidations', {
      campaignId: province.file.id,
      obligationId: id('tong-hop-bao-cao', 'so-nnptnt-tra-vinh'),
      occurrence: year,
      summary: 'Toàn tỉnh',
      sources: [source],
      results: [{ target: 'ty-le-xa-nang-cao', value, of: 80 }],
    });
    expect(sent).toMatchObject({ status: 201 });
  };
  await compiled('2023', 40);
  await compiled('2024', 47);
  const share = await province.target('ty-le-xa-nang-cao');
  expect(points(share).map(({ due, reached, verdict }) => [due, reached, verdict])).toEqual([
    ['2023-12-31', 50, 'met'],
    ['2024-12-31', 58.75, 'not-met'],
    ['2025-12-31', 58.75, 'not-met'],
  ]);
});

test('S2-21 a qualitative target stands beside the number and is never judged by one', async () => {
  const target = await department.target('truy-xuat-va-thuong-hieu');
  expect(points(target).map(({ due }) => due)).toEqual(['2025-12-31', '2030-12-31']);
  expect(points(target).every((point) => point['wanted'] === undefined || point['wanted'] === null)).toBe(true);
});
