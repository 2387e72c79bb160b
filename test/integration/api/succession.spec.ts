import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UNITS } from '../../domain/support/people.js';
import { accepted, moveClock, on, operator } from '../../support/test-world.js';
import { ApiUnderTest, type Body } from './api-under-test.js';

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
});
