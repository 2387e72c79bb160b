import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ruleBookOfInstallation } from '../../../libs/rules/load-rules.js';
import { UNITS } from '../../domain/support/people.js';
import { accepted, operator } from '../../support/test-world.js';
import { ApiUnderTest, eachOf, type Answer, type Body, type Caller } from '../api/api-under-test.js';
import { itemsIn, PlanOnProduct } from './support/plan-on-product.js';

/** Examples, prompt awards and the two exits of the district of Mỹ Tú (S3), on the running product. */
const COMMUNE = 'ubnd-xa-my-huong-st';
const OFFICE = 'phong-noi-vu-my-tu';
const DISTRICT = 'ubnd-my-tu';

let api: ApiUnderTest;
let district: PlanOnProduct;
let commune: Caller;
let decider: Caller;
let prompt: string;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  district = await PlanOnProduct.launch(api, await api.officially(UNITS.province, 'admin'), 'my-tu-thi-dua-2023');
  prompt = await district.openRound('khen-thuong-kip-thoi', 'once', '2023-06-15');
  commune = await district.as(COMMUNE, 'officer');
  decider = await district.as(DISTRICT, 'decider');
}, 240_000);
afterAll(() => api.stop());

const introduce = (exampleId: string, kind: string): Promise<Answer> =>
  commune.post('/api/v1/examples', {
    exampleId,
    campaignId: district.file.id,
    introducedBy: COMMUNE,
    unitId: COMMUNE,
    kind,
    subject: { kind: 'individual', id: `subject-${exampleId}`, name: 'Bà Lâm Thị Kim N' },
    summary: 'Mô hình lúa - tôm giảm phân bón',
  });
const nomination = (nominationId: string, exampleId: string, more: Body = {}): Body => ({
  nominationId,
  campaignId: district.file.id,
  roundId: prompt,
  awardCode: 'GK',
  unitId: COMMUNE,
  subject: { kind: 'individual', id: `subject-${exampleId}`, name: 'Bà Lâm Thị Kim N' },
  achievement: 'Cách làm mới, cả xã làm theo',
  documents: [{ kind: 'bien-ban-hop', reference: '04/BB-UBND' }],
  answers: [
    { criterion: 'tc-khong-tham-nhung', met: true },
    { criterion: 'tc-binh-xet-cong-khai', met: true, evidence: ['04/BB-UBND'] },
  ],
  exampleId,
  ...more,
});
const statusOf = async (id: string): Promise<unknown> =>
  (await decider.get(`/api/v1/nominations/${id}`)).body['status'];

/** Through the short route to the decision of the district. */
async function award(id: string, number: string): Promise<void> {
  const appraiser = await district.as(OFFICE, 'appraiser');
  for (const visit of [1, 2])
    expect(await appraiser.post(`/api/v1/nominations/${id}/approval`, { visit })).toMatchObject({ status: 200 });
  const signer = 'ubnd-my-tu-thu-truong';
  const body = { number, date: '2023-06-15', signer, nominations: [{ nominationId: id, visit: 3 }] };
  expect(await decider.post('/api/v1/decisions', body)).toMatchObject({ status: 201 });
}

describe('what is new is found and commended at once', () => {
  test('S3-06 a new factor or model is an example of its own kind, and is commended beside the annual round', async () => {
    expect(await introduce('lua-tom', 'new-factor')).toMatchObject({ status: 201 });
    expect(await introduce('ho-nao-do', 'household')).toMatchObject({ status: 422, body: { field: 'kind' } });
    const { body: found } = await commune.get(`/api/v1/examples?campaign=${district.file.id}&kind=new-factor`);
    expect(eachOf(found, 'items', 'id')).toEqual(['lua-tom']);
    const annual = nomination('khen-lua-tom', 'lua-tom', { roundId: `${district.file.id}.khen-thuong-nam.once` });
    expect(await commune.post('/api/v1/nominations', annual)).toMatchObject({ status: 404 });
    expect(await commune.post('/api/v1/nominations', nomination('khen-lua-tom', 'lua-tom'))).toMatchObject({
      status: 201,
    });
    expect(await commune.post('/api/v1/nominations/khen-lua-tom/submission')).toMatchObject({ status: 200 });
    const { body: shown } = await commune.get('/api/v1/nominations/khen-lua-tom');
    expect(eachOf(shown, 'route', 'kind')).not.toContain('council');
    await award('khen-lua-tom', '61/QĐ-UBND');
    expect(await statusOf('khen-lua-tom')).toBe('recognised');
    expect((await commune.get('/api/v1/examples/lua-tom')).body).toMatchObject({ nominations: ['khen-lua-tom'] });
  });

  test('S3-51 the district discovers somebody itself: it drafts and submits, the commune is told and need not propose', async () => {
    expect(await introduce('cuu-nguoi', 'person')).toMatchObject({ status: 201 });
    const own = nomination('khen-cuu-nguoi', 'cuu-nguoi', { initiatedBy: DISTRICT });
    expect(await commune.post('/api/v1/nominations', own)).toMatchObject({ status: 403 });
    const department = await district.as('phong-gddt-my-tu', 'head');
    expect(await department.post('/api/v1/nominations', own)).toMatchObject({ status: 403 });
    expect(await decider.post('/api/v1/nominations', own)).toMatchObject({ status: 201 });
    const { body: notices } = await commune.get('/api/v1/notices');
    const told = itemsIn(notices).filter(({ template }) => template === 'nomination-initiated');
    expect(told).toHaveLength(1);
    expect(await decider.post('/api/v1/nominations/khen-cuu-nguoi/submission')).toMatchObject({ status: 200 });
    await award('khen-cuu-nguoi', '62/QĐ-UBND');
    const { body: dossier } = await commune.get('/api/v1/nominations/khen-cuu-nguoi/dossier');
    expect(dossier).toMatchObject({ initiatedBy: DISTRICT, exampleId: 'cuu-nguoi' });
  });

  test('S3-50 a model goes on: recognised in its commune, then in the district, fostered and replicated elsewhere', async () => {
    expect(await introduce('mo-hinh', 'model')).toMatchObject({ status: 201 });
    const act = (by: Caller, what: string, body: Body) => by.post(`/api/v1/examples/mo-hinh/${what}`, body);
    const document = { number: '8/QĐ-UBND', date: '2023-06-15' };
    const lead = await district.as(district.file.roles.leadAgency.unit, 'head');
    expect(await act(commune, 'proposal', { level: 'don-vi' })).toMatchObject({ status: 200 });
    expect(await act(lead, 'recognition', { visit: 2, document })).toMatchObject({ status: 200 });
    expect(await act(commune, 'proposal', { level: 'huyen' })).toMatchObject({ status: 200 });
    const head = await district.as(DISTRICT, 'head');
    expect(await act(head, 'recognition', { visit: 3, document })).toMatchObject({ status: 200 });
    const promote = (by: Caller, what: string, unitId: string, on = '2023-06-15') =>
      act(by, 'promotions', { what, unitId, on });
    expect(await promote(commune, 'fostered', COMMUNE)).toMatchObject({ status: 200 });
    const neighbour = await district.as('ubnd-xa-my-phuoc-st', 'officer');
    expect((await promote(neighbour, 'replicated', COMMUNE)).status).toBe(403);
    expect((await promote(neighbour, 'replicated', 'ubnd-xa-my-phuoc-st', '2023-06-16')).body['code']).toBe(
      'DATE_IN_FUTURE',
    );
    expect(await promote(neighbour, 'replicated', 'ubnd-xa-my-phuoc-st')).toMatchObject({ status: 200 });
    const { body } = await commune.get('/api/v1/examples/mo-hinh');
    expect(body).toMatchObject({ stage: 'replicated', kind: 'model' });
    expect(eachOf(body, 'promotions', 'unit.id')).toEqual([COMMUNE, 'ubnd-xa-my-phuoc-st']);
  });
});

test('S3-42 which exit a dossier has is read from the law of its day: the district’s own award, or one to submit upward', async () => {
  await accepted(district.world, { actor: operator, name: 'loadRules', input: { book: ruleBookOfInstallation() } });
  const round = await district.openRound('khen-thuong-nam', 'once', '2023-12-27');
  const authority = async (id: string): Promise<Body> =>
    (await decider.get(`/api/v1/nominations/${id}/eligibility`)).body;
  for (const awardCode of ['GK', 'BKT', 'LDTT'])
    expect(
      await commune.post('/api/v1/nominations', {
        ...nomination(`nam-${awardCode}`, 'cuu-nguoi'),
        awardCode,
        roundId: round,
        exampleId: undefined,
      }),
    ).toMatchObject({ status: 201 });
  // The rows of 2023 say nothing verified of who decides; those of the law of 2022 do, from 01/01/2024.
  expect(await authority('nam-GK')).toMatchObject({ on: '2023-12-27', authority: 'unknown' });
  await accepted(district.world, {
    actor: operator,
    name: 'moveClock',
    input: { to: Date.parse('2024-01-02T03:00:00Z') },
  });
  expect(await authority('nam-GK')).toMatchObject({ on: '2024-01-02', authority: 'yes' });
  expect(await authority('nam-LDTT')).toMatchObject({ authority: 'yes' });
  const upward = await authority('nam-BKT');
  expect(upward['authority']).not.toBe('yes');
  const offices = itemsIn(upward, 'deciders').flatMap(({ unitTypes }) => unitTypes as readonly string[]);
  expect(offices).toContain('province-people-committee');
  expect(offices).not.toContain('district-people-committee');
});
