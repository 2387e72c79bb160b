import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { dateOf } from '../../../libs/domain/calendar/local-date.js';
import { UNITS } from '../../domain/support/people.js';
import { ApiUnderTest, eachOf } from './api-under-test.js';
import { decideOfficially, openOfficialRound, publishOfficially } from './official-decisions.js';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  await openOfficialRound(api);
});
afterAll(() => api.stop());

it('shows the public what has been published, and nothing else', async () => {
  const date = await decideOfficially(api, 'n-1', '101/QĐ-UBND');
  await decideOfficially(api, 'n-2', '102/QĐ-UBND');
  await decideOfficially(api, 'n-3', '103/QĐ-UBND');
  await publishOfficially(api, 'n-1');
  await publishOfficially(api, 'n-3');
  const decider = await api.officially(UNITS.province, 'decider');
  const annulled = {
    reason: 'Khai man',
    decisionNumber: '200/QĐ-UBND',
    decisionDate: dateOf(await api.official.now()),
  };
  expect(await decider.post('/api/v1/nominations/n-3/revocation', annulled)).toMatchObject({ status: 200 });

  // The log signs within a second of a decision, behind people's backs: the page shows the proof from then on.
  let shown = await api.anonymous().get('/api/v1/public/decisions');
  while (eachOf(shown.body, 'items', 'proof').includes(null)) {
    await pause(50);
    shown = await api.anonymous().get('/api/v1/public/decisions');
  }
  const { status, body } = shown;
  expect(status).toBe(200);
  expect(body).toEqual({
    items: [
      {
        number: '101/QĐ-UBND',
        date,
        issuer: { vi: UNITS.province, en: UNITS.province },
        proof: expect.anything(),
        signerTitle: 'decider',
        recipients: [
          {
            nominationId: 'n-1',
            kind: 'individual',
            name: 'Bùi Văn Thử',
            award: { code: 'BK', name: { vi: 'Bằng khen', en: 'Bằng khen' } },
          },
        ],
      },
    ],
  });
});
