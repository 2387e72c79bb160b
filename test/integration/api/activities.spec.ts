import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { both, UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import { accepted, engine, launch, personId } from '../../support/test-world.js';
import { ApiUnderTest, dig, eachOf, listAt, textAt, type Caller } from './api-under-test.js';

const ID = 'hoat-dong';
const FILE: CampaignFile = {
  ...campaignFile,
  id: ID,
  obligations: [
    ...campaignFile.obligations,
    {
      key: 'kiem-tra',
      text: both('Kiểm tra, giám sát'),
      kind: 'inspection',
      mode: 'continuous',
      who: { scope: ['all'] },
      due: { kind: 'continuous' },
      proof: 'record',
      activities: [{ kind: 'inspection' }, { kind: 'communication', perYear: 4 }],
    },
  ],
  exampleRegister: {
    levels: [{ key: 'tinh', name: both('Cấp tỉnh'), recognisedBy: { roles: ['issuer'] } }],
    stages: [{ key: 'phat-hien', name: both('Phát hiện') }],
    introducedBy: { scope: ['all'] },
    promptRound: 'prompt',
  },
};

let api: ApiUnderTest;
let officer: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  await launch(api.world, FILE);
  officer = await api.as(UNITS.a, 'officer');
});
afterAll(() => api.stop());

const activity = (more: Record<string, unknown> = {}) => ({
  campaignId: ID,
  unitId: UNITS.a,
  kind: 'communication',
  title: 'Chuyên trang về phong trào',
  from: '2024-09-30',
  obligation: 'kiem-tra',
  quantities: [{ key: 'bai-viet', value: 2, unit: 'bài' }],
  ...more,
});

describe('activities over HTTP', () => {
  it('S0-27 S0-38 prove a duty without a date of its own, by unit and year', async () => {
    expect(await officer.post('/api/v1/activities', activity())).toMatchObject({ status: 201 });
    const inspection = await officer.post('/api/v1/activities', activity({ kind: 'inspection', concerned: [UNITS.b] }));
    expect(inspection.status).toBe(201);
    const wrong = await officer.post('/api/v1/activities', activity({ title: 'Ghi nhầm' }));
    const back = `/api/v1/activities/${textAt(wrong.body, 'result.activityId')}/withdrawal`;
    expect(await officer.post(back, { reason: 'Ghi nhầm' })).toMatchObject({ status: 200 });

    const proof = await officer.get(`/api/v1/campaigns/${ID}/continuous-duties?year=2024`);
    const duty = listAt(proof.body, 'items').find((item) => dig(item, 'key') === 'kiem-tra');
    expect(duty).toMatchObject({
      title: { vi: 'Kiểm tra, giám sát' },
      asked: [
        { kind: 'inspection', perYear: null },
        { kind: 'communication', perYear: 4 },
      ],
      units: [
        {
          unit: { id: UNITS.a },
          activities: 2,
          latest: '2024-09-30',
          kinds: { communication: 1, inspection: 1 },
          quantities: [{ key: 'bai-viet', unit: 'bài', value: 4 }],
        },
      ],
    });
    const other = await officer.get(`/api/v1/campaigns/${ID}/continuous-duties?year=2023`);
    expect(listAt(other.body, 'items').flatMap((item) => listAt(item, 'units'))).toEqual([]);
  });

  it('S4-54 a contribution waits in the inbox of the authority and is told in words', async () => {
    const given = await officer.post(
      '/api/v1/activities',
      activity({
        kind: 'contribution',
        obligation: undefined,
        quantities: [],
        contribution: {
          kind: 'money',
          amount: 50_000_000,
          unit: 'đồng',
          source: { kind: 'enterprise', id: 'dn-1', name: 'Công ty TNHH Minh H' },
        },
        confirmer: UNITS.lead,
      }),
    );
    const id = textAt(given.body, 'result.activityId');
    const lead = await api.as(UNITS.lead, 'officer');
    const inbox = await lead.get('/api/v1/inbox');
    const task = listAt(inbox.body, 'items').find((item) => dig(item, 'owner.id') === id);
    expect(task).toMatchObject({
      what: { kindName: { vi: 'Xác nhận hoạt động' } },
      owner: { href: `/api/v1/activities/${id}` },
    });
    expect(await lead.get(`/api/v1/activities/${id}`)).toMatchObject({
      status: 200,
      body: { contribution: { source: { name: { text: 'Công ty TNHH Minh H' } } } },
    });
    const stranger = await api.as(UNITS.b, 'officer');
    expect(await stranger.get(`/api/v1/activities/${id}`)).toMatchObject({ status: 403 });
    expect(await lead.post(`/api/v1/activities/${id}/confirmation`, { visit: 1, note: 'Đã nhận' })).toMatchObject({
      status: 200,
    });
    const history = await officer.get(`/api/v1/activities/${id}/history`);
    expect(eachOf(history.body, 'items', 'type')).toEqual(['activityRecorded', 'activityConfirmed']);
    expect(textAt(history.body, 'items.0.what.vi')).toBe('Ghi nhận hoạt động: đóng góp, từ 30/09/2024 đến 30/09/2024');
    expect(dig(history.body, 'items.1.why')).toEqual({ text: 'Đã nhận' });
    const listed = await officer.get(`/api/v1/activities?campaign=${ID}&status=confirmed&source=dn-1`);
    expect(eachOf(listed.body, 'items', 'id')).toEqual([id]);
  });
});

describe('advanced examples over HTTP', () => {
  it('S0-35 S0-41 S1-50 are introduced by any unit, recognised by the authority and kept in a register', async () => {
    const other = await api.as(UNITS.b, 'officer');
    const introduced = await other.post('/api/v1/examples', {
      campaignId: ID,
      introducedBy: UNITS.b,
      unitId: UNITS.a,
      kind: 'person',
      subject: { kind: 'farmer', id: 'nguoi-tot', name: 'Bà Hà Thị N' },
      summary: 'Cứu người trong lũ',
    });
    expect(introduced.status).toBe(201);
    const id = textAt(introduced.body, 'result.exampleId');
    const proposed = await officer.post(`/api/v1/examples/${id}/proposal`, { level: 'tinh' });
    expect(proposed).toMatchObject({ status: 200, body: { result: { visit: 2 } } });
    const head = await api.as(UNITS.province, 'head');
    const inbox = await head.get('/api/v1/inbox');
    expect(listAt(inbox.body, 'items').find((item) => dig(item, 'owner.id') === id)).toMatchObject({
      what: { stepName: { vi: 'Công nhận điển hình: Cấp tỉnh' } },
      whose: { name: 'Bà Hà Thị N' },
    });
    const document = { number: '33/QĐ-UBND', date: '2024-09-30' };
    expect(await head.post(`/api/v1/examples/${id}/recognition`, { visit: 2, document })).toMatchObject({
      status: 200,
    });
    const promotion = { what: 'publicised', unitId: UNITS.b, on: '2024-09-30' };
    expect(await other.post(`/api/v1/examples/${id}/promotions`, promotion)).toMatchObject({ status: 200 });
    const register = await officer.get(`/api/v1/examples?campaign=${ID}`);
    expect(register.body['items']).toEqual([
      expect.objectContaining({ id, name: 'Bà Hà Thị N', stage: 'publicised', level: 'tinh' }),
    ]);
    const history = await other.get(`/api/v1/examples/${id}/history`);
    expect(eachOf(history.body, 'items', 'what').map((what) => dig(what, 'vi'))).toEqual([
      'Giới thiệu điển hình tiên tiến',
      'Đề nghị công nhận điển hình, cấp tinh',
      'Công nhận điển hình cấp tinh bằng văn bản 33/QĐ-UBND ngày 30/09/2024',
      'Điển hình được tuyên truyền, ngày 30/09/2024',
    ]);
  });
});

describe('prompt commendation', () => {
  it('X11 S3-06 S3-51 goes the short way outside rounds, begun by the authority that found the example', async () => {
    const open = { campaignId: ID, key: 'prompt', occurrence: 'once' };
    await accepted(api.world, { actor: engine, name: 'openRound', input: open });
    const other = await api.as(UNITS.b, 'press');
    const introduced = await officer.post('/api/v1/examples', {
      campaignId: ID,
      introducedBy: UNITS.a,
      unitId: UNITS.b,
      kind: 'person',
      subject: { kind: 'farmer', id: 'dung-cam', name: 'Ông Bùi Văn C' },
      summary: 'Cứu hai cháu nhỏ trong lũ',
    });
    const exampleId = textAt(introduced.body, 'result.exampleId');
    const body = {
      nominationId: 'khen-dot-xuat',
      campaignId: ID,
      roundId: `${ID}.prompt.once`,
      awardCode: 'BK',
      unitId: UNITS.b,
      initiatedBy: UNITS.province,
      exampleId,
      subject: { kind: 'farmer', id: 'dung-cam', name: 'Ông Bùi Văn C' },
      achievement: 'Dũng cảm cứu người',
      documents: [{ kind: 'bao-cao', reference: 'BC-07' }],
    };
    const decider = await api.as(UNITS.province, 'decider');
    expect(await other.post('/api/v1/nominations', body)).toMatchObject({ status: 403 });
    expect(await decider.post('/api/v1/nominations', { ...body, initiatedBy: UNITS.b })).toMatchObject({ status: 403 });
    const stranger = { ...body, subject: { ...body.subject, id: 'nguoi-khac' } };
    expect(await decider.post('/api/v1/nominations', stranger)).toMatchObject({ body: { field: 'subject.id' } });
    expect(await decider.post('/api/v1/nominations', body)).toMatchObject({ status: 201 });
    const told = await (await api.as(UNITS.b, 'officer')).get('/api/v1/notices');
    expect(eachOf(told.body, 'items', 'template')).toContain('nomination-initiated');
    const path = '/api/v1/nominations/khen-dot-xuat';
    expect(await decider.post(`${path}/submission`)).toMatchObject({ status: 200 });
    expect(eachOf((await decider.get(path)).body, 'route', 'key')).toEqual([
      'appraisal',
      'submission',
      'decision',
      'publication',
      'archive',
    ]);
    const appraiser = await api.as(UNITS.homeAffairs, 'appraiser');
    for (const visit of [1, 2])
      expect(await appraiser.post(`${path}/approval`, { visit })).toMatchObject({ status: 200 });
    const decided = await decider.post('/api/v1/decisions', {
      number: '901/QĐ-UBND',
      date: '2024-10-01',
      signer: personId(UNITS.province, 'decider'),
      nominations: [{ nominationId: 'khen-dot-xuat', visit: 3 }],
    });
    expect(decided).toMatchObject({ status: 201 });
    const example = await officer.get(`/api/v1/examples/${exampleId}`);
    expect(example.body).toMatchObject({ stage: 'detected', nominations: ['khen-dot-xuat'] });
    expect((await decider.get(`${path}/dossier`)).body).toMatchObject({ exampleId, initiatedBy: UNITS.province });
  });
});
