import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { rebuild } from '../../../libs/ledger/rebuild.js';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import { accepted, operator } from '../../support/test-world.js';
import { ApiUnderTest, eachOf, listAt, nominationOf, textAt, type Body, type Caller } from './api-under-test.js';

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });
const { registration } = campaignFile;
if (registration === undefined) throw new Error('the fixture has a registration');

/** Sign-up as S1 has it: own criteria, a signed pledge, confirmed by the cluster leader, results open nominations. */
const file: CampaignFile = {
  ...campaignFile,
  registration: {
    ...registration,
    requiredForNomination: true,
    confirmedBy: 'cluster-leader',
    signature: 'either',
    atLeast: { own: 1, indicators: 1, spearheads: 1 },
    gate: { needs: 'spearheads-met', provenance: { basis: 'document', enforced: true } },
  },
};

let api: ApiUnderTest;
let officer: Caller;
let leader: Caller;
let lead: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start(file);
  officer = await api.as(UNITS.a, 'officer');
  leader = await api.as(UNITS.b, 'officer');
  lead = await api.as(UNITS.lead, 'officer');
  await accepted(api.world, {
    actor: operator,
    name: 'defineCluster',
    input: {
      clusterId: 'cum-1',
      kind: 'cluster',
      name: both('Cụm 1'),
      years: [{ year: 2024, leader: UNITS.b, members: [UNITS.a, UNITS.b] }],
    },
  });
}, 240_000);
afterAll(() => api.stop());

const registrationId = `${CAMPAIGN}.${UNITS.a}`;
const path = (what: string): string => `/api/v1/registrations/${registrationId}/${what}`;
const pledges = [
  { key: 'plan-issued', own: false, text: 'Ban hành kế hoạch đúng hạn' },
  { key: 'rieng-1', own: true, text: 'Mô hình cam an toàn', target: 5, unit: 'mô hình', spearhead: true },
  { key: 'rieng-2', own: true, text: 'Số đơn thư tồn đọng', target: 3, lowerIsBetter: true },
];
const register = (more: Body = {}) =>
  officer.post('/api/v1/registrations', {
    campaignId: CAMPAIGN,
    unitId: UNITS.a,
    head: `${UNITS.a}.head`,
    pledges,
    signature: { kind: 'paper', on: '2024-09-30' },
    ...more,
  });
const items = (value: number) => [
  { key: 'plan-issued', claim: 'met', note: 'Kế hoạch 12/KH' },
  { key: 'rieng-1', value },
  { key: 'rieng-2', value: 2 },
];
const report = (value: number, number = 1) => officer.post(path('results'), { number, items: items(value) });
async function submit(subject: string) {
  const { body } = await officer.post('/api/v1/nominations', nominationOf(subject));
  return officer.post(`/api/v1/nominations/${textAt(body, 'result.nominationId')}/submission`);
}

describe('a pledge of a unit', () => {
  test('S1-39 S1-43 it has criteria of its own, a spearhead indicator and a signature with its kind and day', async () => {
    const own = pledges.map((pledge) => ({ ...pledge, key: pledge.own ? 'plan-issued' : pledge.key, own: false }));
    expect((await register({ pledges: own.slice(0, 1) })).body).toMatchObject({ code: 'PLEDGE_INCOMPLETE' });
    const plain = pledges.map(({ spearhead: _, ...pledge }) => pledge);
    expect((await register({ pledges: plain })).body).toMatchObject({
      code: 'PLEDGE_INCOMPLETE',
      params: { kind: 'spearheads', atLeast: 1, given: 0 },
    });
    expect((await register({ signature: undefined })).body).toMatchObject({ code: 'PLEDGE_UNSIGNED' });
    expect((await register({ signature: { kind: 'paper', on: '2024-12-31' } })).body).toMatchObject({
      code: 'DATE_IN_FUTURE',
      field: 'signature.on',
    });
    const { digest } = (await officer.upload('giao-uoc.pdf', '%PDF-1.7 giao ước')).body;
    const files = [{ digest, name: 'Giao ước thi đua.pdf' }];
    expect((await register({ signature: { kind: 'paper', on: '2024-09-30', files } })).status).toBe(201);
    expect((await leader.get(`/api/v1/files/${String(digest)}`)).status).toBe(200);
  });

  test('S1-40 it is confirmed by the leader of the cluster, and nobody nominates before', async () => {
    expect((await submit('ho-1')).body).toMatchObject({ code: 'UNIT_NOT_REGISTERED' });
    expect((await report(5)).body).toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
    expect((await lead.post(path('confirmation'), { visit: 1 })).body).toMatchObject({ code: 'NOT_ASSIGNED_TO_YOU' });
    expect((await leader.post(path('confirmation'), { visit: 1 })).status).toBe(200);
    expect((await officer.get(`/api/v1/registrations/${registrationId}`)).body).toMatchObject({
      status: 'confirmed',
      inForce: { number: 1, signature: { kind: 'paper', on: '2024-09-30' }, confirmedBy: `${UNITS.b}.officer` },
    });
  });

  test('X04 S1-44 S1-45 only results compared with the pledge, entry by entry, open nominations', async () => {
    expect((await submit('ho-2')).body).toMatchObject({ code: 'PLEDGE_NOT_KEPT', params: { lacks: 'results' } });
    expect((await officer.post(path('results'), { number: 1, items: items(5).slice(1) })).body).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'items',
    });
    expect((await report(5, 2)).body).toMatchObject({ code: 'STALE_VERSION', field: 'number' });
    expect((await report(4)).status).toBe(200);
    const { body } = await officer.get(`/api/v1/registrations/${registrationId}`);
    expect(listAt(body, 'comparison')).toEqual([
      { key: 'plan-issued', spearhead: false, verdict: 'met', assessed: false },
      { key: 'rieng-1', spearhead: true, wanted: 5, reached: 4, gap: 1, verdict: 'not-met', assessed: false },
      { key: 'rieng-2', spearhead: false, wanted: 3, reached: 2, gap: 0, verdict: 'met', assessed: false },
    ]);
    expect((await leader.post(path('confirmation'), { visit: 2 })).body).toMatchObject({ code: 'ALREADY_DONE' });
    expect((await leader.post(path('return'), { visit: 2, reason: 'x' })).body).toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
    });
    expect(
      (await leader.post(path('assessment'), { visit: 2, verdicts: [{ key: 'la', verdict: 'met' }] })).body,
    ).toMatchObject({
      field: 'verdicts.0.key',
    });
    expect((await leader.post(path('assessment'), { visit: 2, verdicts: [] })).status).toBe(200);
    expect((await submit('ho-3')).body).toMatchObject({
      code: 'PLEDGE_NOT_KEPT',
      params: { lacks: 'met', keys: 'rieng-1' },
    });
    expect((await report(5)).body).toMatchObject({ code: 'ALREADY_DONE' });
  });

  test('S1-39 S1-44 a new version waits while the confirmed one stands; its own results then open nominations', async () => {
    const lower = pledges.map((pledge) => (pledge.key === 'rieng-1' ? { ...pledge, target: 4 } : pledge));
    expect((await register({ pledges: lower, visit: 2 })).status).toBe(201);
    const waiting = await officer.get(`/api/v1/registrations/${registrationId}`);
    expect(waiting.body).toMatchObject({ status: 'submitted', number: 2, inForce: { number: 1 } });
    expect((await leader.post(path('confirmation'), { visit: 3 })).status).toBe(200);
    expect((await submit('ho-4')).body).toMatchObject({ params: { lacks: 'results' } });
    expect((await report(4, 2)).status).toBe(200);
    const verdicts = [{ key: 'plan-issued', verdict: 'not-met' }];
    expect((await leader.post(path('assessment'), { visit: 4, verdicts })).status).toBe(200);
    const { body } = await officer.get(`/api/v1/registrations/${registrationId}`);
    expect(eachOf(body, 'comparison', 'verdict')).toEqual(['not-met', 'met', 'met']);
    expect((await submit('ho-5')).status).toBe(200);
    const notices = await officer.get('/api/v1/notices');
    expect(eachOf(notices.body, 'items', 'template')).toContain('pledge-assessed');
    expect(await rebuild(api.world)).toEqual([]);
  });
});
