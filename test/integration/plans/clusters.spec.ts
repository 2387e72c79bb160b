import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { atTime, type LocalDate } from '../../../libs/domain/calendar/local-date.js';
import { UNITS } from '../../domain/support/people.js';
import { accepted, engine, operator } from '../../support/test-world.js';
import { ApiUnderTest, type Body } from '../api/api-under-test.js';
import { itemsIn, PlanOnProduct } from './support/plan-on-product.js';

let api: ApiUnderTest;
let province: PlanOnProduct;
let countryside: PlanOnProduct;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  const admin = await api.officially(UNITS.province, 'admin');
  province = await PlanOnProduct.launch(api, admin, 'hoa-binh-thi-dua-2024');
  countryside = await PlanOnProduct.launch(api, admin, 'tra-vinh-nong-thon-moi-2021-2025');
}, 240_000);
afterAll(() => api.stop());

const BLOCK = 'khoi-so-nganh-1';
const LEADER = 'so-cong-thuong';
const MEMBER = 'so-nnptnt';
const moveTo = (day: LocalDate) =>
  accepted(province.world, { actor: operator, name: 'moveClock', input: { to: atTime(day, '10:00') } });
const tasksOf = async (plan: PlanOnProduct, unit: string, role: 'officer' | 'head', kind: string) => {
  const { body } = await (await plan.as(unit, role)).get(`/api/v1/inbox?campaign=${plan.file.id}&limit=200`);
  return itemsIn(body).filter((task) => (task['what'] as Body)['kind'] === kind);
};
const noticesOf = async (unit: string, role: 'officer' | 'head' | 'decider'): Promise<readonly unknown[]> => {
  const { body } = await (await province.as(unit, role)).get('/api/v1/notices?limit=200');
  return itemsIn(body).map(({ template }) => template);
};

describe('a block of departments', () => {
  const registrationId = `hoa-binh-thi-dua-2024.${BLOCK}`;
  const path = `/api/v1/registrations/${registrationId}`;

  test('X04 S1-39 signs a pledge with criteria of its own by its leader; the lead agency confirms it', async () => {
    const owed = await province.open('registration', BLOCK);
    const waiting = await tasksOf(province, LEADER, 'officer', 'registration');
    expect(waiting.map((task) => [(task['owner'] as Body)['id'], (task['unit'] as Body)['id']])).toContainEqual([
      owed,
      BLOCK,
    ]);
    const officer = await province.as(LEADER, 'officer');
    const head = province.organisation.positions.find(({ unit, role }) => unit === LEADER && role === 'head')?.person;
    const own = {
      key: 'rieng-1',
      own: true,
      text: 'Mô hình mới của Khối',
      target: 5,
      unit: 'mô hình',
      spearhead: true,
    };
    const pledge = {
      campaignId: province.file.id,
      unitId: BLOCK,
      head,
      pledges: [own],
      signature: { kind: 'paper', on: province.file.adoptedOn },
    };
    const member = await province.as(MEMBER, 'officer');
    expect(await member.post('/api/v1/registrations', pledge)).toMatchObject({ status: 403 });
    expect(await officer.post('/api/v1/registrations', pledge)).toMatchObject({ status: 201 });
    expect(await officer.get(`/api/v1/obligations/${owed}`)).toMatchObject({ body: { status: 'fulfilled' } });
    const lead = await province.as(province.file.roles.leadAgency.unit, 'officer');
    expect(await lead.post(`${path}/confirmation`, { visit: 1 })).toMatchObject({ status: 200 });
    expect(await officer.get(path)).toMatchObject({
      status: 200,
      body: { status: 'confirmed', unit: { id: BLOCK, name: { vi: 'Khối thi đua các sở, ngành số 1' } } },
    });
  });

  test('X04 S1-44 S1-43 has what it reached compared with what it signed, indicator by indicator', async () => {
    const officer = await province.as(LEADER, 'officer');
    const results = { number: 1, items: [{ key: 'rieng-1', value: 4 }] };
    expect(await officer.post(`${path}/results`, results)).toMatchObject({ status: 200 });
    const lead = await province.as(province.file.roles.leadAgency.unit, 'officer');
    expect(await lead.post(`${path}/assessment`, { visit: 2, verdicts: [] })).toMatchObject({ status: 200 });
    const { body } = await officer.get(path);
    expect(itemsIn(body, 'comparison')).toMatchObject([
      { key: 'rieng-1', spearhead: true, wanted: 5, reached: 4, verdict: 'not-met', assessed: true },
    ]);
  });

  test('S1-51 stands on the board of the standing body beside the units, and is urged when it is late', async () => {
    const late = await province.open('registration', 'khoi-so-nganh-2');
    await province.open('registration', 'so-y-te');
    await moveTo('2024-06-28');
    const body = await province.as(province.file.roles.standingBody.unit, 'officer');
    const { body: board } = await body.get(`${province.path}/units?limit=200`);
    const standing = itemsIn(board).map((row) => [(row['unit'] as Body)['id'], (row['duties'] as Body)['overdue']]);
    expect(standing).toEqual(
      expect.arrayContaining([
        ['khoi-so-nganh-2', 1],
        ['so-y-te', 1],
        [BLOCK, 0],
      ]),
    );
    expect(await body.post(`/api/v1/obligations/${late}/urges`, { text: 'Đề nghị Khối đăng ký' })).toMatchObject({
      status: 200,
    });
    expect(await noticesOf('so-gddt', 'officer')).toContain('obligation-urged');
    expect(await noticesOf('so-y-te', 'officer')).not.toContain('obligation-urged');
  });

  test('S1-40 its leader’s head hears when a member is brought before the lead agency, the chairman at the end', async () => {
    const owed = await province.open('bao-cao-ket-qua-nam', MEMBER);
    const remind = () =>
      accepted(province.world, {
        actor: engine,
        name: 'remindTask',
        input: { owner: { kind: 'obligation', id: owed }, visit: 1 },
      });
    const reader = await province.as(MEMBER, 'officer');
    const { body: duty } = await reader.get(`/api/v1/obligations/${owed}`);
    expect((duty['due'] as Body)['lastDay']).toBe('2024-11-30');
    await moveTo('2024-12-05');
    await remind();
    expect(await noticesOf(LEADER, 'head')).not.toContain('unit-late');
    await moveTo('2024-12-06');
    await remind();
    expect(await noticesOf(LEADER, 'head')).toContain('unit-late');
    expect(await noticesOf('so-gddt', 'head')).not.toContain('unit-late');
    const chairman = province.file.roles.decider.unit;
    expect(await noticesOf(chairman, 'decider')).not.toContain('unit-late');
    await moveTo('2024-12-13');
    await remind();
    expect(await noticesOf(chairman, 'decider')).toContain('unit-late');
  });
});

test('S1-41 a unit proposes a special drive; the chairman finds it in the inbox and says why not, and the unit is told', async () => {
  const head = await province.as(MEMBER, 'head');
  const file = { ...province.file, id: 'dot-60-ngay-dem' };
  const proposal = { file, rulePack: 'L2022-ND98', unitId: MEMBER, note: 'Thi đua 60 ngày đêm' };
  expect(await head.post('/api/v1/campaigns', { file, rulePack: 'L2022-ND98' })).toMatchObject({ status: 403 });
  expect(await head.post('/api/v1/campaigns/proposals', proposal)).toMatchObject({ status: 201 });
  const decider = await province.as(province.file.roles.decider.unit, 'decider');
  const { body: inbox } = await decider.get(`/api/v1/inbox?campaign=${file.id}`);
  const [task] = itemsIn(inbox);
  expect(task).toMatchObject({
    what: { kind: 'launch-proposal', stepName: { vi: 'Xem xét đề xuất phát động' } },
    unit: { id: MEMBER },
  });
  expect((await decider.get(`/api/v1/campaigns/${file.id}`)).body).toMatchObject({
    status: 'draft',
    proposal: { unitId: MEMBER, note: { text: 'Thi đua 60 ngày đêm' } },
  });
  const document = { number: '99/KH', date: '2024-12-13' };
  const launch = () => decider.post(`/api/v1/campaigns/${file.id}/launch`, { document });
  expect(await launch()).toMatchObject({ body: { code: 'OPEN_QUESTIONS' } });
  const decline = { visit: Number(task?.['visit']), reason: 'Đã có phong trào năm 2024' };
  const path = `/api/v1/campaigns/${file.id}/proposal/decline`;
  expect(await head.post(path, decline)).toMatchObject({ status: 403 });
  expect(await decider.post(path, decline)).toMatchObject({ status: 200 });
  expect(await noticesOf(MEMBER, 'officer')).toContain('proposal-declined');
  expect(await launch()).toMatchObject({ body: { code: 'NOT_ALLOWED_IN_STATE' } });
  expect(await head.post('/api/v1/campaigns/proposals', proposal)).toMatchObject({ status: 201 });
});

test('S4-32 S4-44 a member of the steering committee has what they look after in their inbox, and its history', async () => {
  const dispatch = 'tra-vinh-nong-thon-moi-2021-2025.launch.steering.ban-chi-dao-tinh.ke-hoach';
  const member = await countryside.as('so-khdt-tra-vinh', 'head');
  const own = async () =>
    (await tasksOf(countryside, 'so-khdt-tra-vinh', 'head', 'acknowledge-document')).filter(
      (task) => (task['owner'] as Body)['id'] === dispatch,
    );
  const [task] = await own();
  expect((await member.get(`/api/v1/dispatches/${dispatch}`)).body).toMatchObject({
    line: { vi: 'Thành viên Ban Chỉ đạo: Huy động nguồn lực; huyện Tiểu Cần' },
  });
  const visit = Number(task?.['visit']);
  const other = await countryside.as('so-vhttdl-tra-vinh', 'head');
  expect(await other.post(`/api/v1/dispatches/${dispatch}/acknowledgement`, { visit })).toMatchObject({ status: 403 });
  expect(await member.post(`/api/v1/dispatches/${dispatch}/acknowledgement`, { visit })).toMatchObject({ status: 200 });
  expect(await own()).toEqual([]);
  const { body: history } = await member.get(`/api/v1/dispatches/${dispatch}/history`);
  expect(itemsIn(history)).toMatchObject([
    { type: 'documentSent', what: { vi: expect.stringContaining('01/KH') } },
    { type: 'documentAcknowledged', who: { capacity: { role: 'head', unit: { id: 'so-khdt-tra-vinh' } } } },
  ]);
  const { body: shown } = await member.get(`${countryside.path}/accountability`);
  expect(itemsIn(itemsIn(shown, 'committees')[0] ?? {}, 'members').map(({ key }) => key)).toContain('ke-hoach');
});
