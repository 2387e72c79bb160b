import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild } from '../../../libs/ledger/rebuild.js';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { accepted, engine, moveClock, on, operator } from '../../support/test-world.js';
import { ApiUnderTest, dig, type Body } from './api-under-test.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await ApiUnderTest.start();
}, 240_000);
afterAll(() => api.stop());

const document = { number: '202/2025/QH15', date: '2025-06-12' };

describe('X03 a succession over HTTP', () => {
  it('is planned, shown with its confidence, carried out by an administrator and told in words', async () => {
    const name = { vi: 'Sở mới', en: 'New department' };
    const unit = { unitId: 'so-moi', type: 'province-department', validFrom: '2025-07-01', confidence: 'V' } as const;
    await accepted(api.world, { actor: operator, name: 'defineUnit', input: { ...unit, name, external: true } });
    const plan = { unitId: UNITS.a, to: 'so-moi', kind: 'merged', on: '2025-07-01', confidence: 'M' };
    await accepted(api.world, { actor: operator, name: 'planSuccession', input: plan });
    await moveClock(api.world, on('2025-06-20'));
    const admin = await api.as(UNITS.province, 'admin');
    expect((await admin.get('/api/v1/successions?status=planned')).body['items']).toMatchObject([
      { unit: { id: UNITS.a }, planned: [{ to: { id: 'so-moi', name }, confidence: 'M' }], carriedOut: null },
    ]);
    const body = { to: 'so-moi', kind: 'merged', on: '2025-07-01', document };
    const officer = await api.as(UNITS.a, 'officer');
    expect((await officer.post(`/api/v1/units/${UNITS.a}/succession`, body)).status).toBe(403);
    expect((await admin.post(`/api/v1/units/${UNITS.a}/succession`, body)).status).toBe(201);
    const again = await admin.post(`/api/v1/units/${UNITS.a}/succession`, { ...body, to: UNITS.b });
    expect(again).toMatchObject({ status: 409, body: { code: 'UNIT_SUCCEEDED' } });
    expect((await officer.get('/api/v1/successions?status=planned')).body['items']).toEqual([]);
    expect((await officer.get('/api/v1/successions')).body['items']).toMatchObject([
      { unit: { id: UNITS.a }, carriedOut: { to: { id: 'so-moi' }, kind: 'merged', document } },
    ]);
    const told = (await officer.get(`/api/v1/units/${UNITS.a}/history`)).body['items'] as readonly Body[];
    expect(told.map(({ what }) => (what as { vi: string }).vi)).toEqual([
      'Khai báo đơn vị',
      'Dự kiến Sở mới tiếp nhận (sáp nhập) từ 01/07/2025',
      'Kết thúc đơn vị (sáp nhập), Sở mới tiếp nhận từ 01/07/2025 theo văn bản 202/2025/QH15 ngày 12/06/2025',
    ]);
    expect((await officer.get('/api/v1/units/khong-co/history')).status).toBe(404);
  });

  it('S2-32 is taken back with a reason by an administrator, told in words, and not once work has passed on', async () => {
    const admin = await api.as(UNITS.province, 'admin');
    const officer = await api.as(UNITS.a, 'officer');
    const path = `/api/v1/units/${UNITS.a}/succession`;
    const reason = 'Ghi nhầm đơn vị tiếp nhận';
    expect((await officer.post(`${path}/withdrawal`, { reason })).status).toBe(403);
    expect((await admin.post(`${path}/withdrawal`, {})).status).toBe(400);
    const taken = await admin.post(`${path}/withdrawal`, { reason });
    expect(taken.status).toBe(200);
    expect(dig(taken.body, 'streams')).toContainEqual(expect.objectContaining({ kind: 'unit', id: 'so-moi' }));
    expect((await admin.get('/api/v1/successions?status=carried-out')).body['items']).toEqual([]);
    const told = (await admin.get(`/api/v1/units/${UNITS.a}/history`)).body['items'] as readonly Body[];
    expect(told.at(-1)).toMatchObject({
      what: {
        vi: 'Rút lại việc kết thúc đơn vị (sáp nhập), Sở mới tiếp nhận từ 01/07/2025 theo văn bản 202/2025/QH15 ngày 12/06/2025',
      },
      why: { text: reason },
    });
    const heir = (await admin.get('/api/v1/units/so-moi/history')).body['items'] as readonly Body[];
    expect(heir.at(-1)).toMatchObject({
      what: { en: `Took back the taking over of the work of ${UNITS.a} (merged) from 2025-07-01` },
    });
    const { rows } = await api.world.pool.query<{ unit_id: string }>({
      text: `select distinct unit_id from read_position where person_id like $1 order by 1`,
      values: [`${UNITS.a}.%`],
    });
    expect(rows).toEqual([{ unit_id: UNITS.a }]);
    expect((await admin.post(`${path}/withdrawal`, { reason })).body['code']).toBe('NOT_ALLOWED_IN_STATE');
    expect(await rebuild(api.world)).toEqual([]);

    const body = { to: 'so-moi', kind: 'merged', on: '2025-07-01', document };
    expect((await admin.post(path, body)).status).toBe(201);
    await moveClock(api.world, on('2025-07-01'));
    const input = { campaignId: CAMPAIGN, unitId: UNITS.a };
    await accepted(api.world, { actor: engine, name: 'passOnCampaign', input });
    const refused = await admin.post(`${path}/withdrawal`, { reason });
    expect(refused).toMatchObject({ status: 409, body: { code: 'SUCCESSION_BUILT_ON' } });
    expect(JSON.stringify(refused.body)).toContain(`campaign ${CAMPAIGN}`);
  });
});
