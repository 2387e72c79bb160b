import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { atTime, type LocalDate } from '../../../libs/domain/calendar/local-date.js';
import { UNITS } from '../../domain/support/people.js';
import { accepted, engine, operator } from '../../support/test-world.js';
import { ApiUnderTest, eachOf, type Body, type Caller } from '../api/api-under-test.js';
import { itemsIn, PlanOnProduct } from './support/plan-on-product.js';

/** Awards and examples of the plan of Hòa Bình (S0), each row by what the running product does with it. */
let api: ApiUnderTest;
let province: PlanOnProduct;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  const admin = await api.officially(UNITS.province, 'admin');
  province = await PlanOnProduct.launch(api, admin, 'hoa-binh-nong-san-2024-2030');
}, 240_000);
afterAll(() => api.stop());

const moveTo = (plan: PlanOnProduct, day: LocalDate) =>
  accepted(plan.world, { actor: operator, name: 'moveClock', input: { to: atTime(day, '10:00') } });
const inboxOf = async (caller: Caller, plan: PlanOnProduct, owner: string): Promise<readonly unknown[]> => {
  const { body } = await caller.get(`/api/v1/inbox?campaign=${plan.file.id}&limit=200`);
  const own = itemsIn(body).filter((task) => (task['owner'] as { id: string }).id === owner);
  return own.map((task) => (task['what'] as { kind: string }).kind);
};

describe('a round of Hòa Bình', () => {
  let round: string;
  const NOMINEES = [
    ['collective', 'so-cong-thuong'],
    ['individual', 'ubnd-cao-phong'],
    ['household', 'ubnd-xa-thu-phong'],
  ] as const;
  const idOf = (kind: string): string => `dossier-${kind}`;

  beforeAll(async () => {
    round = await province.openRound('hang-nam', '2024', '2024-12-05');
    for (const [kind, unitId] of NOMINEES) {
      const officer = await province.as(unitId, 'officer');
      const drafted = await officer.post('/api/v1/nominations', {
        nominationId: idOf(kind),
        campaignId: province.file.id,
        roundId: round,
        awardCode: 'BKT',
        unitId,
        subject: { kind, id: `nominee-${kind}`, name: `Người, tập thể, hộ ${kind}` },
        achievement: 'Đưa cam Cao Phong vào chuỗi xuất khẩu',
        documents: [],
      });
      expect(drafted).toMatchObject({ status: 201 });
      expect(await officer.post(`/api/v1/nominations/${idOf(kind)}/submission`)).toMatchObject({ status: 200 });
    }
  });

  test('S0-34 ends in one list of collectives, persons and households, which the lead agency makes and nobody else', async () => {
    const lead = await province.as('so-nnptnt', 'officer');
    const path = `/api/v1/rounds/${round}/submission-list`;
    expect(await lead.post(path)).toMatchObject({ status: 409, body: { code: 'NOT_DUE_YET' } });
    await moveTo(province, '2024-12-26');
    await accepted(province.world, { actor: engine, name: 'closeRoundWindow', input: { roundId: round } });
    expect(await inboxOf(lead, province, round)).toEqual(['listing']);
    const stranger = await province.as('so-cong-thuong', 'officer');
    expect((await stranger.post(path)).status).toBe(403);
    expect((await stranger.get(path)).status).toBe(403);
    expect(await lead.post(path)).toMatchObject({ status: 200, body: { result: { waiting: [] } } });
    const { body } = await lead.get(path);
    expect(body).toMatchObject({ status: 'closed', lead: { id: 'so-nnptnt' }, decider: { id: 'ubnd-hoa-binh' } });
    const listed = itemsIn(body).map(({ subject, unit }) => [
      (subject as { kind: string }).kind,
      (unit as { id: string }).id,
    ]);
    expect([...listed].sort()).toEqual([...NOMINEES].map((one) => [...one]).sort());
    const { body: shown } = await lead.get(`/api/v1/rounds/${round}`);
    expect(shown['list']).toEqual(NOMINEES.map(([kind]) => idOf(kind)).sort());
    expect(await inboxOf(lead, province, round)).toEqual([]);
  });

  test('S0-36 has the opinion of the lead agency and the appraisal of Home Affairs before the submission, each by its own people', async () => {
    const id = idOf('household');
    const approve = (by: Caller, visit: number, note?: string) =>
      by.post(`/api/v1/nominations/${id}/approval`, { visit, ...(note === undefined ? {} : { note }) });
    const appraiser = await province.as('so-noi-vu', 'appraiser');
    const lead = await province.as('so-nnptnt', 'officer');
    const others = { body: { code: 'NOT_ASSIGNED_TO_YOU' } };
    expect(await approve(await province.as('ban-tdkt', 'secretary'), 1)).toMatchObject({ status: 200 });
    expect(await approve(appraiser, 2)).toMatchObject(others);
    expect(await approve(lead, 2, 'Sở Nông nghiệp đồng ý đề nghị')).toMatchObject({ status: 200 });
    const secretary = await province.as('hd-tdkt-hoa-binh', 'secretary');
    const session = await secretary.post('/api/v1/sessions', {
      sessionId: 'phien-2024',
      campaignId: province.file.id,
      councilId: 'hd-tdkt-hoa-binh',
      date: '2024-12-26',
      members: 9,
      agenda: [{ nominationId: id, visit: 3 }],
    });
    expect(session).toMatchObject({ status: 201 });
    const counts = [{ nominationId: id, inFavour: 8, against: 0, abstained: 0, outcome: 'approved' }];
    const minutes = { number: '5/BB-HĐ', date: '2024-12-26' };
    const result = { visit: 1, present: 8, counts, minutes };
    expect(await secretary.post('/api/v1/sessions/phien-2024/result', result)).toMatchObject({ status: 200 });
    expect(await approve(lead, 4)).toMatchObject(others);
    expect(await approve(appraiser, 4, 'Sở Nội vụ thẩm định: đủ điều kiện')).toMatchObject({ status: 200 });
    const decider = await province.as('ubnd-hoa-binh', 'decider');
    expect(await inboxOf(decider, province, id)).toEqual([]);
    expect(await approve(appraiser, 5, 'Tờ trình số 12/TTr-SNV')).toMatchObject({ status: 200 });
    expect(await inboxOf(decider, province, id)).toEqual(['decision']);
    const { body } = await lead.get(`/api/v1/nominations/${id}/history?limit=100`);
    const said = itemsIn(body).flatMap(({ why }) => (why === undefined ? [] : [(why as { text: string }).text]));
    expect(said).toEqual([
      'Sở Nông nghiệp đồng ý đề nghị',
      'Sở Nội vụ thẩm định: đủ điều kiện',
      'Tờ trình số 12/TTr-SNV',
    ]);
  });
});

describe('the examples of Hòa Bình', () => {
  const document = { number: '7/QĐ', date: '2024-12-26' };
  const introduce = async (by: string, exampleId: string, unitId: string): Promise<Caller> => {
    const officer = await province.as(by, 'officer');
    const about = { exampleId, campaignId: province.file.id, introducedBy: by, unitId, kind: 'household' };
    const subject = { kind: 'household', id: `subject-${exampleId}`, name: 'Hộ ông Bùi Văn Trồng' };
    const sent = await officer.post('/api/v1/examples', { ...about, subject, summary: 'Cam đạt tiêu chuẩn xuất khẩu' });
    expect(sent).toMatchObject({ status: 201 });
    return officer;
  };
  const act = (by: Caller, exampleId: string, what: string, body: Body) =>
    by.post(`/api/v1/examples/${exampleId}/${what}`, body);

  test('S0-41 the Farmers’ association introduces an example that lives in a commune, whose own people get the task', async () => {
    const association = await introduce('hoi-nong-dan', 'vuon-cam', 'ubnd-xa-thu-phong');
    const commune = await province.as('ubnd-xa-thu-phong', 'officer');
    expect(await inboxOf(commune, province, 'vuon-cam')).toEqual(['propose-example']);
    expect(await inboxOf(association, province, 'vuon-cam')).toEqual([]);
    const { body: notices } = await commune.get('/api/v1/notices');
    expect(eachOf(notices, 'items', 'template')).toContain('example-introduced');
    const { body } = await association.get('/api/v1/examples/vuon-cam');
    expect(body).toMatchObject({ introducedBy: { id: 'hoi-nong-dan' }, unit: { id: 'ubnd-xa-thu-phong' } });
  });

  test('S0-35 it is recognised at the base by the lead agency, then chosen for the province: a step up, never down', async () => {
    const commune = await province.as('ubnd-xa-thu-phong', 'officer');
    const lead = await province.as('so-nnptnt', 'head');
    const chairman = await province.as('ubnd-hoa-binh', 'head');
    expect(await act(commune, 'vuon-cam', 'proposal', { level: 'co-so' })).toMatchObject({ status: 200 });
    expect((await act(chairman, 'vuon-cam', 'recognition', { visit: 2, document })).status).not.toBe(200);
    expect(await act(lead, 'vuon-cam', 'recognition', { visit: 2, document })).toMatchObject({ status: 200 });
    const officer = await province.as('so-nnptnt', 'officer');
    expect(await act(officer, 'vuon-cam', 'proposal', { level: 'tinh' })).toMatchObject({ status: 200 });
    expect(await act(chairman, 'vuon-cam', 'recognition', { visit: 3, document })).toMatchObject({ status: 200 });
    expect(await act(officer, 'vuon-cam', 'proposal', { level: 'co-so' })).toMatchObject({
      body: { code: 'ALREADY_DONE' },
    });
    const { body } = await officer.get('/api/v1/examples/vuon-cam');
    expect(eachOf(body, 'recognitions', 'level')).toEqual(['co-so', 'tinh']);
    const { body: register } = await officer.get(`/api/v1/examples?campaign=${province.file.id}&level=tinh`);
    expect(eachOf(register, 'items', 'id')).toEqual(['vuon-cam']);
  });

  test('S0-37 Home Affairs has one found, proposed, recognised, fostered, publicised and replicated, in that order', async () => {
    const homeAffairs = await introduce('so-noi-vu', 'ho-mia', 'ubnd-cao-phong');
    const promote = (what: string) =>
      act(homeAffairs, 'ho-mia', 'promotions', { what, unitId: 'so-noi-vu', on: '2024-12-26' });
    const stages: unknown[] = [];
    const look = async (): Promise<void> => {
      stages.push((await homeAffairs.get('/api/v1/examples/ho-mia')).body['stage']);
    };
    await look();
    expect(await promote('fostered')).toMatchObject({ status: 409, body: { code: 'NOT_ALLOWED_IN_STATE' } });
    expect(await act(homeAffairs, 'ho-mia', 'proposal', { level: 'co-so' })).toMatchObject({ status: 200 });
    await look();
    const lead = await province.as('so-nnptnt', 'head');
    expect(await act(lead, 'ho-mia', 'recognition', { visit: 2, document })).toMatchObject({ status: 200 });
    await look();
    for (const what of ['fostered', 'publicised', 'replicated']) {
      expect(await promote(what)).toMatchObject({ status: 200 });
      await look();
    }
    expect(stages).toEqual(['detected', 'proposed', 'recognised', 'fostered', 'publicised', 'replicated']);
  });
});
