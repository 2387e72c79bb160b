import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { both, CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { accepted, operator, personId } from '../../support/test-world.js';
import { ApiUnderTest, ROUND } from './api-under-test.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  await accepted(api.world, {
    actor: operator,
    name: 'appointPerson',
    input: {
      personId: personId(UNITS.province, 'head'),
      unitId: UNITS.province,
      role: 'admin',
      title: 'Quản trị',
      from: '2020-01-01',
    },
  });
  await api.world.pool.query({
    text: `insert into ops_engine_wait (workflow, subject_id, seen_index, waiting_for, done)
      values ('round', $1, 1, 'time', false), ('campaign', $2, 1, 'time', false)`,
    values: [ROUND, CAMPAIGN],
  });
}, 240_000);
afterAll(() => api.stop());

describe('GET /api/v1/system/waiting', () => {
  it('says of an award round which one it is, of which campaign and year', async () => {
    const admin = await api.as(UNITS.province, 'admin');
    const { body } = await admin.get('/api/v1/system/waiting?limit=50');
    expect(body['items']).toMatchObject([
      { kind: 'campaign', id: CAMPAIGN, round: null },
      {
        kind: 'round',
        id: ROUND,
        round: { name: both('Khen thưởng hằng năm'), occurrence: '2024' },
        campaign: { id: CAMPAIGN },
      },
    ]);
  });
});
