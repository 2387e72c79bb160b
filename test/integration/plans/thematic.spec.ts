import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { UNITS } from '../../domain/support/people.js';
import { accepted, engine, operator } from '../../support/test-world.js';
import { ApiUnderTest, eachOf, type Caller } from '../api/api-under-test.js';
import { itemsIn, PlanOnProduct } from './support/plan-on-product.js';

const COMMUNE = 'ubnd-xa-my-huong-st';
const DISTRICT = 'ubnd-my-tu';

let api: ApiUnderTest;
let district: PlanOnProduct;
let commune: Caller;
let decider: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  district = await PlanOnProduct.launch(api, await api.officially(UNITS.province, 'admin'), 'my-tu-thi-dua-2023');
  await district.openRound('khen-thuong-kip-thoi', 'once', '2023-06-15');
  commune = await district.as(COMMUNE, 'officer');
  decider = await district.as(DISTRICT, 'decider');
}, 240_000);
afterAll(() => api.stop());

describe('thematic campaigns under the annual one', () => {
  const ID = 'my-tu-chuyen-de-nong-thon-moi';
  const path = `/api/v1/campaigns/${ID}`;
  const date = '2023-06-15';
  const GUIDANCE = 'huong-dan-khen-thuong';

  /** The district's own thematic campaign: a mid-term and a final review, each with a round of its own. */
  function thematic(): CampaignFile {
    const { file } = district;
    const [round] = file.rounds;
    const [review] = file.reviews;
    const guidance = file.obligations.find(({ key }) => key === GUIDANCE);
    if (round === undefined || review === undefined || guidance === undefined) throw new Error('not the plan of Mỹ Tú');
    const dated = { basis: 'proposed', confidence: '?' } as const;
    const day = (on: LocalDay) => ({ kind: 'on', date: on }) as const;
    const own = { ...round, route: 'short', dates: dated } as const;
    return {
      schemaVersion: file.schemaVersion,
      id: ID,
      name: { vi: 'Mỹ Tú chung sức xây dựng nông thôn mới', en: 'Mỹ Tú builds the countryside' },
      quotedName: '',
      kind: 'thematic',
      organisation: file.organisation,
      period: file.period,
      adoptedOn: '2023-06-10',
      parent: { campaign: file.id, document: file.documents[0]?.id ?? '', inherits: ['exampleRegister'] },
      documents: file.documents,
      source: file.source,
      purpose: [],
      objectives: [],
      scope: file.scope,
      phases: file.phases,
      contents: [],
      criteria: file.criteria
        .slice(0, 1)
        .map(({ key, text, evidence }) => ({ key, text, evidence, kind: 'narrative' })),
      targets: [],
      obligations: [guidance],
      reviews: [
        { ...review, key: 'so-ket', kind: 'mid-term', window: day('2023-07-10'), inputs: [] },
        { ...review, key: 'tong-ket', kind: 'final', window: day('2023-11-20'), inputs: [] },
      ],
      rounds: [
        { ...own, key: 'khen-so-ket', kind: 'mid-term', review: 'so-ket', ...window('2023-07-01', '2023-07-31') },
        { ...own, key: 'khen-tong-ket', kind: 'final', review: 'tong-ket', ...window('2023-07-01', '2023-12-20') },
      ],
      roles: file.roles,
      reminderPolicies: [],
      legalHooks: [],
      openQuestions: [],
      successionNotes: [],
    };
  }
  type LocalDay = CampaignFile['adoptedOn'];
  const window = (from: LocalDay, to: LocalDay) =>
    ({ opens: { kind: 'on', date: from }, closes: { kind: 'on', date: to } }) as const;

  test('S3-25 the district launches one under its annual campaign; each has its own rounds, the family shows both', async () => {
    const drafter = await district.as(DISTRICT, 'officer');
    const drafted = await drafter.post('/api/v1/campaigns', { file: thematic(), rulePack: 'L2003-ND91' });
    expect(drafted).toMatchObject({ status: 201 });
    const launched = await decider.post(`${path}/launch`, { document: { number: '31/KH-UBND', date } });
    expect(launched).toMatchObject({ status: 200 });
    const { body: family } = await commune.get(`${district.path}/family`);
    expect(itemsIn(family, 'children')).toMatchObject([{ id: ID, status: 'running', issuer: { id: DISTRICT } }]);
    const { body: shown } = await commune.get(path);
    expect((shown['file'] as CampaignFile).exampleRegister?.levels.map(({ key }) => key)).toEqual(['don-vi', 'huyen']);
    expect(await commune.get(`${path}/family`)).toMatchObject({ body: { parent: { id: district.file.id } } });
  });

  test('S3-43 the round of its mid-term review opens on the conclusion and the guidance, not the round of the final review', async () => {
    const open = (key: string) =>
      district.world.ledger.execute({
        actor: engine,
        name: 'openRound',
        input: { campaignId: ID, key, occurrence: 'once' },
      });
    await accepted(district.world, {
      actor: operator,
      name: 'moveClock',
      input: { to: Date.parse('2023-07-10T03:00:00Z') },
    });
    expect(await open('khen-so-ket')).toMatchObject({ ok: false, refusal: { code: 'PHASE_GATED' } });
    await accepted(district.world, { actor: engine, name: 'openReview', input: { campaignId: ID, review: 'so-ket' } });
    const head = await district.as(DISTRICT, 'head');
    const conclusion = { number: '40/BC-UBND', date: '2023-07-10', conclusion: 'Bốn xã đạt chuẩn' };
    expect(await head.post(`${path}/reviews/so-ket/conclusion`, conclusion)).toMatchObject({ status: 200 });
    expect(await open('khen-so-ket')).toMatchObject({ ok: false, refusal: { code: 'GUIDANCE_MISSING' } });
    const owner = district.file.roles.leadAgency.unit;
    const duty = { campaignId: ID, key: GUIDANCE, occurrence: 'once', unitId: owner };
    await accepted(district.world, { actor: engine, name: 'openObligation', input: duty });
    const lead = await district.as(owner, 'officer');
    const proof = { kind: 'document', number: '6/HD-PNV', date: '2023-07-10' };
    expect(await lead.post(`/api/v1/obligations/${ID}.${GUIDANCE}.once.${owner}/fulfilment`, { proof })).toMatchObject({
      status: 200,
    });
    expect(await open('khen-so-ket')).toMatchObject({ ok: true });
    expect(await open('khen-tong-ket')).toMatchObject({ ok: false, refusal: { code: 'PHASE_GATED' } });
    const { body } = await commune.get(`/api/v1/rounds?campaign=${ID}`);
    expect(eachOf(body, 'items', 'key')).toEqual(['khen-so-ket']);
    const { body: annual } = await commune.get(`/api/v1/rounds?campaign=${district.file.id}`);
    expect(eachOf(annual, 'items', 'key')).toEqual(['khen-thuong-kip-thoi']);
    const dossier = {
      nominationId: 'khen-chuyen-de',
      campaignId: ID,
      roundId: `${ID}.khen-so-ket.once`,
      awardCode: 'GK',
      unitId: COMMUNE,
      subject: { kind: 'individual', id: 'hien-dat', name: 'Bà Lâm Thị Kim N' },
      achievement: 'Hiến đất làm đường',
      documents: [],
    };
    expect(await commune.post('/api/v1/nominations', dossier)).toMatchObject({ status: 201 });
    expect(await commune.post('/api/v1/nominations/khen-chuyen-de/submission')).toMatchObject({ status: 200 });
  });
});
