import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UNITS } from '../../domain/support/people.js';
import { ApiUnderTest } from '../api/api-under-test.js';
import { itemsIn, PlanOnProduct } from './support/plan-on-product.js';

const PLANS = {
  S0: 'hoa-binh-nong-san-2024-2030',
  S1: 'hoa-binh-thi-dua-2024',
  S2: 'binh-phuoc-hop-tac-xa-2021-2030',
  S3: 'my-tu-thi-dua-2023',
  S4: 'tra-vinh-nong-thon-moi-2021-2025',
} as const;
type Seed = keyof typeof PLANS;

let api: ApiUnderTest;
const plans = new Map<Seed, PlanOnProduct>();
const of = (seed: string): PlanOnProduct => plans.get(seed as Seed) as PlanOnProduct;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  const admin = await api.officially(UNITS.province, 'admin');
  for (const [seed, id] of Object.entries(PLANS)) plans.set(seed as Seed, await PlanOnProduct.launch(api, admin, id));
}, 240_000);
afterAll(() => api.stop());

/** Row, duty of the plan, a unit that owes it and one that does not. */
const DATED: readonly (readonly [row: string, duty: string, owes: string, free: string])[] = [
  ['S0-18', 'ke-hoach-trien-khai', 'so-cong-thuong', 'dn-mia-tim'],
  ['S0-19', 'huong-dan-khen-thuong-so-ket', 'so-nnptnt', 'so-noi-vu'],
  ['S0-30', 'huong-dan-trien-khai', 'so-nnptnt', 'so-cong-thuong'],
  ['S0-33', 'huong-dan-khen-thuong-hang-nam', 'so-nnptnt', 'so-noi-vu'],
  ['S1-51', 'huong-dan-khen-thuong-nam', 'ban-tdkt', 'so-cong-thuong'],
  ['S2-07', 'to-chuc-trien-khai', 'phong-quan-ly-khoa-hoc-bp', 'so-nnptnt-binh-phuoc'],
  ['S3-40', 'hop-binh-xet-don-vi', 'phong-nnptnt-my-tu', 'ubnd-my-tu'],
  ['S3-56', 'ke-hoach-tai-don-vi', 'ubnd-xa-my-phuoc-st', 'mttq-my-tu'],
  ['S4-32', 'trien-khai-phong-trao', 'ubnd-cau-ke-tv', 'htx-tom-rung'],
];

describe('a dated duty', () => {
  test.each(DATED)('%s %s is in the inbox of who owes it, of nobody else, and done by a document', async (...row) => {
    const [id, key, owes, free] = row;
    const plan = of(id.slice(0, 2));
    expect(plan.units(key)).toContain(owes);
    expect(plan.units(key)).not.toContain(free);
    const obligation = await plan.open(key, owes);
    const officer = await plan.as(owes, 'officer');
    const owned = async (): Promise<readonly unknown[]> =>
      itemsIn((await officer.get(`/api/v1/inbox?campaign=${plan.file.id}&limit=200`)).body).filter(
        (task) => (task['owner'] as { id: string }).id === obligation,
      );
    expect(await owned()).toHaveLength(1);
    const stranger = await plan.as(free, 'officer');
    const proof = { kind: 'document', number: '12/KH', date: plan.file.adoptedOn };
    const path = `/api/v1/obligations/${obligation}/fulfilment`;
    expect(await stranger.post(path, { proof })).toMatchObject({ status: 403 });
    expect(await officer.post(path, { proof })).toMatchObject({ status: 200 });
    expect(await officer.get(`/api/v1/obligations/${obligation}`)).toMatchObject({ body: { status: 'fulfilled' } });
    expect(await owned()).toHaveLength(0);
  });

  test('S3-48 a duty of clusters and blocks waits with the leader of the year', async () => {
    const plan = of('S3');
    const obligation = await plan.open('binh-xet-cum-khoi', 'cum-xa-thi-tran-my-tu');
    const leader = plan.organisation.clusters
      .find(({ id }) => id === 'cum-xa-thi-tran-my-tu')
      ?.years.find(({ year }) => year === 2023)?.leader;
    const officer = await plan.as(leader ?? '', 'officer');
    const { body } = await officer.get(`/api/v1/inbox?campaign=${plan.file.id}&limit=200`);
    expect(itemsIn(body).map((task) => (task['owner'] as { id: string }).id)).toContain(obligation);
  });
});

/** Row, continuous duty, a unit it means: what the unit records is its proof, by unit and year. */
const CONTINUOUS: readonly (readonly [row: string, duty: string, unit: string])[] = [
  ['S0-26', 'tuyen-truyen', 'so-cong-thuong'],
  ['S0-27', 'kiem-tra-giam-sat', 'ubnd-cao-phong'],
  ['S0-31', 'theo-doi-don-doc', 'so-nnptnt'],
  ['S0-34', 'trinh-khen-thuong', 'so-nnptnt'],
  ['S0-36', 'tham-dinh-khen-thuong', 'so-noi-vu'],
  ['S0-35', 'cong-nhan-dien-hinh', 'so-nnptnt'],
  ['S0-37', 'boi-duong-nhan-rong-dien-hinh', 'so-noi-vu'],
  ['S0-38', 'chuyen-trang-chuyen-muc', 'bao-hoa-binh'],
  ['S0-39', 'chuyen-trang-chuyen-muc', 'dai-ptth'],
  ['S0-40', 'van-dong-hoi-vien', 'mttq-hoa-binh'],
  ['S0-41', 'gioi-thieu-dien-hinh', 'hoi-nong-dan'],
  ['S1-32', 'quan-triet-tu-tuong', 'so-y-te'],
  ['S1-33', 'nang-cao-nhan-thuc', 'so-gddt'],
  ['S1-41', 'dot-thi-dua-dac-biet', 'so-cong-thuong'],
  ['S1-46', 'phoi-hop-tuyen-truyen-van-dong', 'mttq-hoa-binh'],
  ['S1-48', 'chat-luong-hoi-dong', 'so-khdt'],
  ['S1-49', 'truyen-thong-phong-trao', 'so-tttt'],
  ['S1-50', 'nhan-rong-dien-hinh', 'bao-hoa-binh'],
  ['S1-51', 'theo-doi-huong-dan-kiem-tra', 'so-noi-vu'],
  ['S2-09', 'tuyen-truyen', 'tt-khcn-bp'],
  ['S3-06', 'khen-thuong-kip-thoi', 'ubnd-my-tu'],
  ['S3-51', 'khen-thuong-kip-thoi', 'ubnd-my-tu'],
  ['S3-10', 'phat-hien-dien-hinh', 'hoi-nong-dan-my-tu'],
  ['S3-50', 'nhan-rong-mo-hinh', 'ubnd-xa-long-hung-st'],
  ['S3-25', 'phong-trao-chuyen-de', 'ubnd-my-tu'],
  ['S3-43', 'phong-trao-chuyen-de', 'ubnd-my-tu'],
  ['S3-42', 'xet-va-trinh-khen-thuong', 'ubnd-my-tu'],
  ['S3-49', 'phat-huy-mat-tran', 'mttq-my-tu'],
  ['S3-57', 'phat-huy-mat-tran', 'hoi-lhpn-my-tu'],
  ['S3-58', 'tuyen-truyen-van-dong', 'huyen-doan-my-tu'],
  ['S3-53', 'boi-duong-can-bo', 'phong-tu-phap-my-tu'],
  ['S3-54', 'kiem-tra-cong-tac-thi-dua', 'phong-noi-vu-my-tu'],
  ['S3-72', 'tuyen-truyen-nhan-thuc', 'phong-vhtt-my-tu'],
  ['S4-69', 'bam-sat-co-so', 'so-khdt-tra-vinh'],
];

describe('a duty at all times', () => {
  test.each(CONTINUOUS)('%s %s is proved by what the unit records, a kind nobody asked for is not', async (...row) => {
    const [id, key, unit] = row;
    const plan = of(id.slice(0, 2));
    expect(plan.units(key)).toContain(unit);
    const duty = plan.obligation(key);
    const [asked] = duty.activities ?? [];
    const officer = await plan.as(unit, 'officer');
    const body = {
      activityId: `hd.${id}.${unit}`,
      campaignId: plan.file.id,
      unitId: unit,
      kind: asked?.kind ?? 'coordination',
      title: duty.text.vi,
      from: plan.file.adoptedOn,
      obligation: key,
      quantities: (asked?.quantities ?? []).map((quantity) => ({ key: quantity.key, value: 3, unit: quantity.unit })),
    };
    if (asked !== undefined) {
      const kinds = (duty.activities ?? []).map(({ kind }) => kind);
      const other = (['training', 'field-visit', 'urging'] as const).find((kind) => !kinds.includes(kind));
      expect(await officer.post('/api/v1/activities', { ...body, kind: other })).toMatchObject({
        status: 422,
        body: { field: 'kind' },
      });
    }
    expect(await officer.post('/api/v1/activities', body)).toMatchObject({ status: 201 });
    const year = plan.file.adoptedOn.slice(0, 4);
    const { body: proved } = await officer.get(`${plan.path}/continuous-duties?year=${year}`);
    const found = itemsIn(proved).find((one) => one['key'] === key);
    expect(itemsIn(found ?? {}, 'units').map((one) => (one['unit'] as { id: string }).id)).toContain(unit);
    // Nobody is pressed for what has no date.
    const open = { campaignId: plan.file.id, key, occurrence: 'once', unitId: unit };
    const refused = await plan.world.ledger.execute({ actor: { kind: 'engine' }, name: 'openObligation', input: open });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'NOT_ALLOWED_IN_STATE' } });
  });
});

test('S3-47 the council follows the campaign: its secretary records what it looked into', async () => {
  const plan = of('S3');
  expect(plan.units('hoi-dong-theo-doi')).toEqual(['hd-tdkt-my-tu']);
  const secretary = await plan.as('phong-noi-vu-my-tu', 'secretary');
  const body = {
    activityId: 'hd.S3-47',
    campaignId: plan.file.id,
    unitId: 'hd-tdkt-my-tu',
    kind: 'inspection',
    title: 'Hội đồng theo dõi phong trào',
    from: plan.file.adoptedOn,
    obligation: 'hoi-dong-theo-doi',
    concerned: ['phong-gddt-my-tu'],
    quantities: [{ key: 'cuoc', value: 1, unit: 'cuộc' }],
  };
  expect(await secretary.post('/api/v1/activities', body)).toMatchObject({ status: 201 });
  const { body: proved } = await secretary.get(`${plan.path}/continuous-duties?year=2023`);
  const found = itemsIn(proved).find(({ key }) => key === 'hoi-dong-theo-doi');
  expect(itemsIn(found ?? {}, 'units')).toMatchObject([{ unit: { id: 'hd-tdkt-my-tu' }, activities: 1 }]);
});

/** Row, report, unit, the required field without which it is not taken. */
const REPORTS: readonly (readonly [row: string, duty: string, unit: string, field: string])[] = [
  ['S0-28', 'bao-cao-nam', 'so-cong-thuong', 'nguoi-dung-dau'],
  ['S0-29', 'bao-cao-nam', 'ubnd-cao-phong', 'ket-qua'],
  ['S0-46', 'bao-cao-nam', 'so-tai-chinh', 'ket-qua'],
  ['S0-50', 'bao-cao-nam', 'so-xay-dung', 'chuyen-bien-nhan-thuc'],
  ['S1-40', 'bao-cao-ket-qua-nam', 'so-cong-thuong', 'nguoi-dung-dau'],
  ['S1-44', 'bao-cao-ket-qua-nam', 'so-y-te', 'ket-qua-giao-uoc'],
  ['S1-52', 'bao-cao-dinh-ky', 'so-noi-vu', 'ket-qua-toan-tinh'],
  ['S2-33', 'bao-cao-nam', 'tt-khcn-bp', 'tuyen-truyen'],
  ['S3-08', 'bao-cao-nam', 'phong-gddt-my-tu', 'so-tham-gia'],
  ['S3-46', 'bao-cao-nam', 'phong-y-te-my-tu', 'neu-guong'],
  ['S3-55', 'bao-cao-nam', 'phong-tu-phap-my-tu', 'tuyen-truyen'],
  ['S4-32', 'bao-cao-nam', 'so-khdt-tra-vinh', 'nguoi-dung-dau'],
  ['S4-65', 'bao-cao-nam', 'so-y-te-tra-vinh', 'dong-gop'],
];

describe('a report', () => {
  test.each(REPORTS)('%s %s of %s is not taken without %s', async (...row) => {
    const [id, key, unit, field] = row;
    const plan = of(id.slice(0, 2));
    const obligation = await plan.open(key, unit);
    const officer = await plan.as(unit, 'officer');
    const lacking = await officer.post('/api/v1/reports', plan.reportBody(key, obligation, {}, field));
    expect(lacking).toMatchObject({ status: 422, body: { field: `fields.${field}` } });
    expect(await officer.post('/api/v1/reports', plan.reportBody(key, obligation))).toMatchObject({ status: 201 });
  });

  test('X12 S0-32 the compiled report goes to two addressees, and each says that it has it', async () => {
    const plan = of('S0');
    const lead = await plan.as('so-nnptnt', 'officer');
    expect(await plan.report('bao-cao-nam', 'so-khdt')).toMatchObject({ status: 201 });
    const obligationId = await plan.open('tong-hop-bao-cao-tinh', 'so-nnptnt');
    const compiled = await lead.post('/api/v1/reports/consolidations', {
      campaignId: plan.file.id,
      obligationId,
      occurrence: '2024',
      summary: 'Tổng hợp toàn tỉnh',
      sources: [`${plan.file.id}.bao-cao-nam.2024.so-khdt`],
    });
    expect(compiled).toMatchObject({ status: 201 });
    const waiting = async (unit: string, role: 'officer' | 'secretary' | 'head'): Promise<readonly unknown[]> => {
      const caller = await plan.as(unit, role);
      const { body } = await caller.get(`/api/v1/inbox?campaign=${plan.file.id}&limit=200`);
      return itemsIn(body).filter((task) => (task['what'] as { kind: string }).kind === 'acknowledge-report');
    };
    expect(await waiting('ubnd-hoa-binh', 'officer')).toHaveLength(1);
    expect(await waiting('hd-tdkt-hoa-binh', 'secretary')).toHaveLength(1);
  });

  test('X12 S1-52 the period of the province’s report is what the answer says', async () => {
    const plan = of('S1');
    const reader = await plan.as('so-noi-vu', 'head');
    const { body } = await reader.get(`${plan.path}/plan`);
    const own = itemsIn(body, 'obligations').find((one) => one['key'] === 'bao-cao-dinh-ky');
    expect(itemsIn(own ?? {}, 'occurrences').map((one) => one['key'])).toEqual(['2024-h1', '2024-h2']);
  });

  test('S3-59 the lead compiles the units’ reports for the chairman', async () => {
    const plan = of('S3');
    expect(await plan.report('bao-cao-nam', 'phong-dan-toc-my-tu')).toMatchObject({ status: 201 });
    const obligationId = await plan.open('tong-hop-bao-cao-nam', 'phong-noi-vu-my-tu');
    const lead = await plan.as('phong-noi-vu-my-tu', 'officer');
    const body = {
      campaignId: plan.file.id,
      obligationId,
      occurrence: 'once',
      summary: 'Tổng hợp toàn huyện',
      sources: [`${plan.file.id}.bao-cao-nam.once.phong-dan-toc-my-tu`],
    };
    expect(await lead.post('/api/v1/reports/consolidations', body)).toMatchObject({ status: 201 });
  });
});
