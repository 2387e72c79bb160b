import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { DEFAULT_ROUTE } from '../../../libs/domain/campaign-plan/default-route.js';
import { UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import { accepted, countEvents, engine, on, personId } from '../../support/test-world.js';
import { ApiUnderTest, type Caller, dig, eachOf, listAt, nominationOf, textAt } from './api-under-test.js';

/** The completeness check has ten working days. */
const withLimit: CampaignFile = {
  ...campaignFile,
  routes: {
    default: DEFAULT_ROUTE.map((step) =>
      step.key === 'completeness'
        ? { ...step, due: { amount: 10, unit: 'working', provenance: { basis: 'law', confidence: 'M' } } }
        : step,
    ),
  },
};

let api: ApiUnderTest;
let unit: Caller;
let secretary: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start(withLimit);
  unit = await api.as(UNITS.a, 'officer');
  secretary = await api.as(UNITS.standing, 'secretary');
});
afterAll(() => api.stop());

async function submitted(subjectId: string): Promise<string> {
  const drafted = await unit.post('/api/v1/nominations', nominationOf(subjectId));
  expect(drafted.status).toBe(201);
  const id = textAt(drafted.body, 'result.nominationId');
  expect(await unit.post(`/api/v1/nominations/${id}/submission`)).toMatchObject({ status: 200 });
  return id;
}

const approve = async (id: string, by: Caller, visit: number) => {
  expect(await by.post(`/api/v1/nominations/${id}/approval`, { visit, note: 'Đủ điều kiện' })).toMatchObject({
    status: 200,
  });
};

describe('a nomination over HTTP', () => {
  it('is drafted, submitted, appraised, voted on, decided, and its history tells it in words', async () => {
    const id = await submitted('subject-life');
    const steps = (await unit.get(`/api/v1/nominations/${id}`)).body;
    expect(steps).toMatchObject({
      status: 'open',
      openStep: { step: 'completeness', visit: 1 },
      achievement: expect.stringContaining('5 ha cam'),
    });
    expect(eachOf(steps, 'acts', 'command')).toEqual(['withdrawNomination', 'evaluateNomination', 'commentNomination']);

    await approve(id, secretary, 1);
    await approve(id, await api.as(UNITS.lead, 'officer'), 2);
    const council = await api.as(UNITS.council, 'secretary');
    const session = await council.post('/api/v1/sessions', {
      campaignId: 'phong-trao',
      councilId: UNITS.council,
      date: '2024-10-01',
      members: 9,
      agenda: [{ nominationId: id, visit: 3 }],
    });
    expect(session.status).toBe(201);
    const sessionId = textAt(session.body, 'result.sessionId');
    const counts = [{ nominationId: id, inFavour: 8, against: 1, abstained: 0, outcome: 'approved' }];
    const minutes = { number: '05/BB-HĐ', date: '2024-10-01' };
    expect(
      await council.post(`/api/v1/sessions/${sessionId}/result`, { visit: 1, present: 9, counts, minutes }),
    ).toMatchObject({ status: 200 });
    const appraiser = await api.as(UNITS.homeAffairs, 'appraiser');
    await approve(id, appraiser, 4);
    await approve(id, secretary, 5);
    await approve(id, appraiser, 6);

    const decider = await api.as(UNITS.province, 'decider');
    const decision = await decider.post(
      '/api/v1/decisions',
      {
        number: '777/QĐ-UBND',
        date: '2024-10-01',
        signer: personId(UNITS.province, 'decider'),
        nominations: [{ nominationId: id, visit: 7 }],
      },
      { 'x-document-date': '2024-10-01' },
    );
    expect(decision.status).toBe(201);
    expect((await unit.get(`/api/v1/nominations/${id}`)).body).toMatchObject({
      status: 'recognised',
      decision: { number: '777/QĐ-UBND' },
    });

    const history = (await unit.get(`/api/v1/nominations/${id}/history`)).body;
    const types = eachOf(history, 'items', 'type');
    expect(types).toEqual([
      'nominationDrafted',
      'nominationSubmitted',
      'stepEnded',
      'stepEnded',
      'sessionConvened',
      'councilResultRecorded',
      'stepEnded',
      'stepEnded',
      'stepEnded',
      'stepEnded',
      'decisionIssued',
      'nominationRecognised',
    ]);
    expect(dig(history, 'items.2')).toMatchObject({
      what: { vi: 'Thông qua bước «Kiểm tra thành phần hồ sơ», kết quả: đạt' },
      who: {
        id: personId(UNITS.standing, 'secretary'),
        name: `Người ${UNITS.standing} secretary`,
        capacity: { role: 'secretary' },
      },
      why: { text: 'Đủ điều kiện' },
      rule: { step: 'completeness', rulePack: 'L2022-ND98' },
      before: { status: 'open', step: 'completeness' },
      after: { status: 'open', step: 'lead-opinion' },
    });
    expect(dig(history, 'items.5.what.vi')).toContain('tán thành 8');
    expect(dig(history, 'items.-1.when.document')).toBe('2024-10-01');
    expect(eachOf(history, 'items', 'digest').every((digest) => /^[0-9a-f]{64}$/.test(String(digest)))).toBe(true);

    await accepted(api.world, {
      actor: engine,
      name: 'endTimedStep',
      input: { nominationId: id, visit: 8, key: 'publication' },
    });
    expect((await unit.get(`/api/v1/nominations/${id}`)).body).toMatchObject({ status: 'published' });

    const text = (
      await unit.get(`/api/v1/nominations/${id}/history?format=text&type=nominationRecognised`, {
        'accept-language': 'en',
      })
    ).body['text'];
    expect(text).toContain('Recognised by decision 777/QĐ-UBND of 2024-10-01');
  });

  it('is closed to units without a part in it, and not on their list', async () => {
    const id = await submitted('subject-private');
    const other = await api.as(UNITS.b, 'officer');
    expect(await other.get(`/api/v1/nominations/${id}`)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    expect(await other.get(`/api/v1/nominations/${id}/history`)).toMatchObject({ status: 403 });
    expect((await other.get('/api/v1/nominations')).body['items']).toEqual([]);
    const auditor = await api.as(UNITS.b, 'auditor');
    expect(await auditor.get(`/api/v1/nominations/${id}/history`)).toMatchObject({ status: 200 });
  });

  it('shows how long each step is given, and what is left of the clock that stands still', async () => {
    const id = await submitted('subject-clocks');
    const open = (await unit.get(`/api/v1/nominations/${id}`)).body;
    expect(dig(open, 'clock')).toBeNull();
    expect(dig(open, 'route.0')).toMatchObject({
      key: 'completeness',
      given: { amount: 10, unit: 'working', advisory: true },
    });
    expect(dig(open, 'route.1.given')).toBeNull();
    const back = { visit: 1, reason: 'Thiếu xác nhận của xã', supplementBy: '2024-10-15' };
    expect(await secretary.post(`/api/v1/nominations/${id}/return`, back)).toMatchObject({ status: 200 });
    expect(dig((await unit.get(`/api/v1/nominations/${id}`)).body, 'clock')).toMatchObject({
      step: { vi: 'Kiểm tra thành phần hồ sơ' },
      left: { amount: 10, unit: 'working' },
    });
  });

  it('is spoken about beside its steps by those who have a part in it, and each is told once', async () => {
    const id = await submitted('subject-spoken-of');
    const path = `/api/v1/nominations/${id}/comments`;
    const before = (await unit.get(`/api/v1/nominations/${id}`)).body;
    const question = { text: 'Bà Mến đã được tặng Giấy khen năm 2023 chưa?' };
    const key = { 'idempotency-key': 'trao-doi-000001' };
    expect(await secretary.post(path, question, key)).toMatchObject({ status: 201, body: { result: { number: 1 } } });
    expect(await secretary.post(path, question, key)).toMatchObject({ status: 201, body: { result: { number: 1 } } });
    expect(await unit.post(path, { text: 'Đã được tặng, Quyết định 12/QĐ-UBND.' })).toMatchObject({ status: 201 });
    const outsider = await api.as(UNITS.b, 'officer');
    expect(await outsider.post(path, question)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    expect((await unit.post(path, { text: '  ' })).body).toMatchObject({ code: 'INVALID_INPUT', field: 'text' });
    expect((await unit.post(path, { text: 'a'.repeat(4001) })).body).toMatchObject({ field: 'text' });

    const said = (await unit.get(`/api/v1/nominations/${id}/history?type=nominationCommented`)).body;
    expect(eachOf(said, 'items', 'why.text')).toEqual([question.text, 'Đã được tặng, Quyết định 12/QĐ-UBND.']);
    const after = (await unit.get(`/api/v1/nominations/${id}`)).body;
    expect([dig(after, 'status'), dig(after, 'openStep'), dig(after, 'route')]).toEqual([
      dig(before, 'status'),
      dig(before, 'openStep'),
      dig(before, 'route'),
    ]);
    const mine = (await secretary.get('/api/v1/notices')).body;
    const about = listAt(mine, 'items').filter((one) => dig(one, 'template') === 'nomination-commented');
    expect(about).toHaveLength(1);
    expect(JSON.stringify(mine)).not.toContain('12/QĐ-UBND');
  });

  it('answers a repeated key with its first answer, and refuses it for another body', async () => {
    const key = { 'idempotency-key': 'nop-ho-so-000001' };
    const first = await unit.post('/api/v1/nominations', nominationOf('subject-twice'), key);
    const before = await countEvents(api.world);
    const again = await unit.post('/api/v1/nominations', nominationOf('subject-twice'), key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = await unit.post('/api/v1/nominations', nominationOf('subject-other'), key);
    expect(other).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await countEvents(api.world)).toBe(before);
  });

  it('tells who was too late what has changed meanwhile', async () => {
    const id = await submitted('subject-stale');
    await approve(id, secretary, 1);
    const stale = await secretary.post(`/api/v1/nominations/${id}/return`, { visit: 1, reason: 'Thiếu biên bản' });
    expect(stale).toMatchObject({ status: 409, body: { code: 'STALE_VERSION', params: { seen: 1, now: 2 } } });
    expect(stale.headers.get('content-type')).toContain('application/problem+json');
    expect(stale.body['changed']).toEqual([
      expect.objectContaining({
        who: expect.objectContaining({ id: personId(UNITS.standing, 'secretary') }),
        before: expect.objectContaining({ step: 'completeness' }),
        after: expect.objectContaining({ step: 'lead-opinion' }),
      }),
    ]);
  });

  it('is shown to the public only once it is published, and only what the law wants', async () => {
    const shown = await api.anonymous().get('/api/v1/public/decisions');
    expect(shown).toMatchObject({ status: 200, body: { items: [] } });
  });
});

describe('the clock of a rehearsal', () => {
  it('only moves on', async () => {
    const head = await api.officially(UNITS.province, 'head');
    const back = await head.post('/api/v1/worlds/api/clock', { to: new Date(on('2024-05-13')).toISOString() });
    expect(back).toMatchObject({ status: 409, body: { code: 'WORLD_CLOCK_BACKWARDS' } });
    const now = await api.world.now();
    const moved = await head.post('/api/v1/worlds/api/clock', { to: new Date(now + 3_600_000).toISOString() });
    expect(moved).toMatchObject({ status: 200, body: { now: new Date(now + 3_600_000).toISOString() } });
  });
});
