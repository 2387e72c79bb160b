import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import { accepted, engine, launch, operator, person, personId } from '../../support/test-world.js';
import { ApiUnderTest, eachOf, nominationOf, type Answer, type Body, type Caller } from './api-under-test.js';

const DISTRICT = 'hoi-dong-huyen';
const OWN: CampaignFile = {
  ...campaignFile,
  id: 'phong-trao-huyen',
  roles: { ...campaignFile.roles, council: { unit: DISTRICT } },
};

let api: ApiUnderTest;
let ofProvince: Caller;
let ofDistrict: Caller;

/** The round of a year, opened with its guidance as in the campaign of the tests. */
async function openRound(campaignId: string): Promise<void> {
  const duty = { campaignId, key: 'guidance', occurrence: '2024', unitId: UNITS.lead };
  await accepted(api.world, { actor: engine, name: 'openObligation', input: duty });
  await accepted(api.world, {
    actor: person(UNITS.lead, 'officer'),
    name: 'fulfilObligation',
    input: {
      obligationId: `${campaignId}.guidance.2024.${UNITS.lead}`,
      proof: { kind: 'document', number: '13/HD-SNN', date: '2024-05-13' },
    },
  });
  await accepted(api.world, {
    actor: engine,
    name: 'openRound',
    input: { campaignId, key: 'annual', occurrence: '2024' },
  });
}

/** A dossier of a campaign that lies before its council; its id. */
async function beforeCouncil(id: string, campaignId: string): Promise<string> {
  const officer = await api.as(UNITS.a, 'officer');
  const body = { ...nominationOf(id), nominationId: id, campaignId, roundId: `${campaignId}.annual.2024` };
  expect(await officer.post('/api/v1/nominations', body)).toMatchObject({ status: 201 });
  expect(await officer.post(`/api/v1/nominations/${id}/submission`)).toMatchObject({ status: 200 });
  const desks = [await api.as(UNITS.standing, 'secretary'), await api.as(UNITS.lead, 'officer')];
  for (const [i, desk] of desks.entries())
    expect(await desk.post(`/api/v1/nominations/${id}/approval`, { visit: i + 1 })).toMatchObject({ status: 200 });
  return id;
}

beforeAll(async () => {
  api = await ApiUnderTest.start();
  const name = { vi: 'Hội đồng TĐKT huyện', en: 'District council' };
  const unit = { unitId: DISTRICT, type: 'emulation-council', name, validFrom: '2020-01-01', confidence: 'V' } as const;
  await accepted(api.world, { actor: operator, name: 'defineUnit', input: unit });
  const id = personId(DISTRICT, 'secretary');
  const seat = { key: `${DISTRICT}/secretary`, unitId: DISTRICT, role: 'secretary', title: 'Thư ký' } as const;
  await accepted(api.world, {
    actor: operator,
    name: 'registerPerson',
    input: {
      personId: id,
      username: id,
      name: 'Người thư ký huyện',
      email: `${id}@example.invalid`,
      invented: true,
      positions: [{ ...seat, from: '2020-01-01' }],
    },
  });
  await launch(api.world, OWN);
  await openRound(OWN.id);
  ofProvince = await api.as(UNITS.council, 'secretary');
  ofDistrict = await api.as(DISTRICT, 'secretary');
}, 240_000);
afterAll(() => api.stop());

describe('councils of several levels', () => {
  const convene = (
    by: Caller,
    council: string,
    campaignId: string,
    dossier: string,
    members: number,
  ): Promise<Answer> =>
    by.post('/api/v1/sessions', {
      sessionId: `phien-${council}`,
      campaignId,
      councilId: council,
      date: '2024-10-01',
      members,
      agenda: [{ nominationId: dossier, visit: 3 }],
    });
  const record = (by: Caller, council: string, body: Body): Promise<Answer> =>
    by.post(`/api/v1/sessions/phien-${council}/result`, {
      visit: 1,
      minutes: { number: `1/BB-${council}`, date: '2024-10-01' },
      ...body,
    });

  it('S1-48 each meets on its own dossiers, called by its own secretary, with its own members and its own count', async () => {
    const above = await beforeCouncil('cap-tinh', campaignFile.id);
    const below = await beforeCouncil('cap-huyen', OWN.id);
    expect(await convene(ofProvince, DISTRICT, OWN.id, below, 5)).toMatchObject({ status: 403 });
    expect(await convene(ofDistrict, UNITS.council, campaignFile.id, above, 9)).toMatchObject({ status: 403 });
    const foreign = await convene(ofDistrict, DISTRICT, campaignFile.id, above, 5);
    expect(foreign.body).toMatchObject({ code: 'NOT_ON_AGENDA' });

    expect(await convene(ofDistrict, DISTRICT, OWN.id, below, 5)).toMatchObject({ status: 201 });
    expect(await convene(ofProvince, UNITS.council, campaignFile.id, above, 9)).toMatchObject({ status: 201 });
    const { body: listed } = await ofDistrict.get(`/api/v1/sessions?council=${DISTRICT}`);
    expect(eachOf(listed, 'items', 'id')).toEqual([`phien-${DISTRICT}`]);

    // Five members: six cannot have been there. Nobody records the count of another council.
    const votes = (nominationId: string, inFavour: number, against: number, outcome: string) => ({
      counts: [{ nominationId, inFavour, against, abstained: 0, outcome }],
    });
    const six = { present: 6, ...votes(below, 6, 0, 'approved') };
    expect(await record(ofDistrict, DISTRICT, six)).toMatchObject({ status: 422, body: { field: 'present' } });
    const four = { present: 4, ...votes(below, 4, 0, 'approved') };
    expect((await record(ofProvince, DISTRICT, four)).status).toBe(403);
    expect(await record(ofDistrict, DISTRICT, four)).toMatchObject({ status: 200 });
    const nine = { present: 9, ...votes(above, 4, 5, 'not-approved') };
    expect(await record(ofProvince, UNITS.council, nine)).toMatchObject({ status: 200 });

    const statusOf = async (id: string): Promise<unknown> =>
      (await ofProvince.get(`/api/v1/nominations/${id}`)).body['status'];
    expect(await statusOf(above)).toBe('declined');
    const lead = await api.as(UNITS.lead, 'officer');
    expect((await lead.get(`/api/v1/nominations/${below}`)).body).toMatchObject({ status: 'open' });
  });
});
