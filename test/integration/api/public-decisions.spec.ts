import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { dateOf } from '../../../libs/domain/calendar/local-date.js';
import { campaignFile, UNITS } from '../../domain/support/province.js';
import { accepted, engine, launch, personId } from '../../support/test-world.js';
import { ApiUnderTest, eachOf, type Caller } from './api-under-test.js';

let api: ApiUnderTest;
let unit: Caller;

/** A campaign that fits any day between 2024 and 2030: nothing is dated, and one round is always open. */
const STANDING: CampaignFile = {
  ...campaignFile,
  id: 'thuong-xuyen',
  obligations: [],
  reviews: [],
  phases: [],
  openQuestions: [],
  rounds: campaignFile.rounds.filter(({ key }) => key === 'prompt'),
};

beforeAll(async () => {
  api = await ApiUnderTest.start();
  await launch(api.official, STANDING);
  await accepted(api.official, {
    actor: engine,
    name: 'openRound',
    input: { campaignId: STANDING.id, key: 'prompt', occurrence: 'once' },
  });
  unit = await api.officially(UNITS.a, 'officer');
});
afterAll(() => api.stop());

async function decided(nominationId: string, number: string): Promise<void> {
  await unit.post('/api/v1/nominations', {
    nominationId,
    campaignId: STANDING.id,
    roundId: `${STANDING.id}.prompt.once`,
    awardCode: 'BK',
    unitId: UNITS.a,
    subject: { kind: 'individual', id: `subject-${nominationId}`, name: 'Bùi Văn Thử' },
    achievement: 'Cứu người trong lũ',
    documents: [],
  });
  await unit.post(`/api/v1/nominations/${nominationId}/submission`);
  const appraiser = await api.officially(UNITS.homeAffairs, 'appraiser');
  for (const visit of [1, 2]) await appraiser.post(`/api/v1/nominations/${nominationId}/approval`, { visit });
  const signer = personId(UNITS.province, 'decider');
  const decider = await api.officially(UNITS.province, 'decider');
  const body = { number, date: dateOf(await api.official.now()), signer, nominations: [{ nominationId, visit: 3 }] };
  expect(await decider.post('/api/v1/decisions', body)).toMatchObject({ status: 201 });
}

const publish = (nominationId: string) =>
  accepted(api.official, {
    actor: engine,
    name: 'endTimedStep',
    input: { nominationId, visit: 4, key: 'publication' },
  });

it('shows the public what has been published, and nothing else', async () => {
  await decided('n-1', '101/QĐ-UBND');
  await decided('n-2', '102/QĐ-UBND');
  await decided('n-3', '103/QĐ-UBND');
  await publish('n-1');
  await publish('n-3');
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
        date: dateOf(await api.official.now()),
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
