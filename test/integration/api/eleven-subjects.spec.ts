import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { expectWholeHistory, exported } from '../proof/exported.js';
import { dig, eachOf, listAt, textAt, type Caller } from './api-under-test.js';
import { PlanOnStage } from './plan-on-stage.js';

let stage: PlanOnStage;
let file: CampaignFile;
const roundId = (): string => `${file.id}.hang-nam.2022`;
const at = (queue: string): Promise<Caller> => stage.at(queue);

beforeAll(async () => {
  stage = await PlanOnStage.launch({
    campaign: 'tra-vinh-nong-thon-moi-2021-2025.yaml',
    organisation: 'tra-vinh.yaml',
    launchedOn: '2022-10-18',
    document: { number: '69/KH-UBND', date: '2022-10-17' },
  });
  file = stage.file;
  await stage.openRound('hang-nam', '2022', '2022-12-05', 'huong-dan-khen-thuong-hang-nam');
}, 240_000);
afterAll(() => stage.api.stop());

interface Case {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  /** Who nominates; the nominated unit itself where it is one. */
  readonly by: string;
  readonly unitId?: string;
  readonly group: string;
  readonly answers: readonly Readonly<Record<string, unknown>>[];
}

const COMMUNE = 'ubnd-xa-phu-can-tv';
const PAPER = ['HS-02'];
const met = (criterion: string, more: Readonly<Record<string, unknown>> = {}) => ({
  criterion,
  met: true,
  evidence: PAPER,
  ...more,
});
const official = { group: 'can-bo', answers: [met('cb-sang-kien')] };
const own = (unitId: string) => ({ by: unitId, unitId, id: unitId });

const ELEVEN: readonly Case[] = [
  {
    kind: 'collective',
    ...own('so-cong-thuong-tra-vinh'),
    name: 'Sở Công Thương',
    group: 'co-quan-tinh',
    answers: [met('tinh-nhiem-vu-ban-chi-dao'), met('tinh-tham-muu-chinh-sach')],
  },
  {
    kind: 'district',
    ...own('ubnd-cau-ke-tv'),
    name: 'Huyện Cầu Kè',
    group: 'huyen',
    answers: [met('huyen-dat-chuan', { level: 'nang-cao' }), met('huyen-khong-no-dong', { value: 0 })],
  },
  {
    kind: 'commune',
    ...own(COMMUNE),
    name: 'Xã Phú Cần',
    group: 'xa',
    answers: [met('xa-kieu-mau', { level: 'kieu-mau' }), met('xa-khong-no-dong', { value: 0 })],
  },
  { kind: 'hamlet', ...own('ap-soc-nang'), name: 'Ấp Sóc Nâng', group: 'ap', answers: [met('ap-dat-chuan')] },
  {
    kind: 'enterprise',
    ...own('dn-dua-sap'),
    name: 'Doanh nghiệp dừa sáp',
    group: 'doanh-nghiep-htx',
    answers: [met('dn-dong-gop', { contributions: ['dong-gop-dn'] })],
  },
  {
    kind: 'cooperative',
    ...own('htx-tom-rung'),
    name: 'Hợp tác xã tôm - rừng',
    group: 'doanh-nghiep-htx',
    answers: [met('dn-dong-gop', { contributions: ['dong-gop-htx'] })],
  },
  { kind: 'official', id: 'cb-1', name: 'Ông Thạch Minh T', by: COMMUNE, ...official },
  {
    kind: 'farmer',
    id: 'nd-1',
    name: 'Bà Kim Thị S',
    by: COMMUNE,
    group: 'lao-dong-ho',
    answers: [met('ld-mo-hinh')],
  },
  {
    kind: 'household',
    id: 'ho-1',
    name: 'Hộ ông Sơn P',
    by: COMMUNE,
    group: 'lao-dong-ho',
    answers: [met('ld-dong-gop', { contributions: ['hien-dat'] })],
  },
  {
    kind: 'foreign-organisation',
    id: 'ngo-nuoc-sach',
    name: 'Tổ chức phi chính phủ nước sạch',
    by: COMMUNE,
    group: 'khac',
    answers: [met('khac-dong-gop', { contributions: ['dong-gop-ngo'] })],
  },
  {
    kind: 'overseas-vietnamese',
    id: 'kb-1',
    name: 'Ông Trần Văn H (Úc)',
    by: COMMUNE,
    group: 'khac',
    answers: [met('khac-san-xuat-gioi')],
  },
];
const dossier = (one: Case): string => `x09.${one.kind}`;

/** What the enterprise, the cooperative, the household and the foreign organisation gave. */
const GIVEN = [
  { id: 'dong-gop-dn', source: 'dn-dua-sap', kind: 'enterprise', by: 'dn-dua-sap', what: 'money', unit: 'đồng' },
  {
    id: 'dong-gop-htx',
    source: 'htx-tom-rung',
    kind: 'cooperative',
    by: 'htx-tom-rung',
    what: 'labour',
    unit: 'ngày công',
  },
  { id: 'hien-dat', source: 'ho-1', kind: 'household', by: COMMUNE, what: 'land', unit: 'm2' },
  {
    id: 'dong-gop-ngo',
    source: 'ngo-nuoc-sach',
    kind: 'foreign-organisation',
    by: COMMUNE,
    what: 'material',
    unit: 'bộ lọc',
  },
] as const;

async function record(one: (typeof GIVEN)[number]): Promise<void> {
  const body = {
    activityId: one.id,
    campaignId: file.id,
    unitId: one.by,
    kind: 'contribution',
    title: 'Đóng góp xây dựng nông thôn mới',
    from: '2022-12-01',
    contribution: {
      kind: one.what,
      amount: 100,
      unit: one.unit,
      source: { kind: one.kind, id: one.source, name: one.source },
    },
    confirmer: file.roles.leadAgency.unit,
  };
  expect(await (await at(`${one.by}/officer`)).post('/api/v1/activities', body)).toMatchObject({ status: 201 });
}

describe('X09 S4-61 eleven kinds of nominees of the Trà Vinh plan', () => {
  it('S4-44 S4-48 S4-50 S4-53 S4-54 S4-58 S4-59 are refused while their criteria are not answered', async () => {
    for (const one of GIVEN) await record(one);
    for (const one of ELEVEN) {
      const officer = await at(`${one.by}/officer`);
      const { kind, id, name } = one;
      const body = {
        nominationId: dossier(one),
        campaignId: file.id,
        roundId: roundId(),
        awardCode: 'BKT',
        unitId: one.by,
        subject: { kind, id, name, ...(one.unitId === undefined ? {} : { unitId: one.unitId }) },
        achievement: 'Có nhiều đóng góp xây dựng nông thôn mới',
        documents: [{ kind: 'bao-cao-thanh-tich', reference: 'HS-01' }],
      };
      expect(await officer.post('/api/v1/nominations', body)).toMatchObject({ status: 201 });
      expect(await officer.post(`/api/v1/nominations/${dossier(one)}/submission`)).toMatchObject({
        status: 422,
        body: { code: 'CRITERIA_UNANSWERED', params: { group: one.group } },
      });
    }
  });

  it('S4-52 S4-54 S4-60 each is judged by its own criteria: levels, figures, confirmed contributions, alternatives', async () => {
    for (const one of ELEVEN) {
      const officer = await at(`${one.by}/officer`);
      const documents = [
        { kind: 'bao-cao-thanh-tich', reference: 'HS-01' },
        { kind: 'minh-chung', reference: 'HS-02' },
      ];
      const revised = await officer.post(`/api/v1/nominations/${dossier(one)}/revision`, {
        documents,
        answers: one.answers,
      });
      expect(revised).toMatchObject({ status: 200 });
    }
    // Nobody has confirmed yet what the enterprise gave.
    const enterprise = await at('dn-dua-sap/officer');
    expect(await enterprise.post('/api/v1/nominations/x09.enterprise/submission')).toMatchObject({
      status: 422,
      body: { code: 'CRITERIA_NOT_MET', params: { criteria: 'dn-dong-gop' } },
    });
    const lead = await at(`${file.roles.leadAgency.unit}/officer`);
    for (const { id } of GIVEN)
      expect(await lead.post(`/api/v1/activities/${id}/confirmation`, { visit: 1 })).toMatchObject({ status: 200 });

    const commune = await at(`${COMMUNE}/officer`);
    const low = [met('xa-kieu-mau', { level: 'nang-cao' }), met('xa-khong-no-dong', { value: 0 })];
    await commune.post('/api/v1/nominations/x09.commune/revision', { answers: low });
    expect(await commune.post('/api/v1/nominations/x09.commune/submission')).toMatchObject({
      status: 422,
      body: { code: 'CRITERIA_NOT_MET', params: { criteria: 'xa-kieu-mau' } },
    });
    const right = ELEVEN.find(({ kind }) => kind === 'commune')?.answers;
    await commune.post('/api/v1/nominations/x09.commune/revision', { answers: right });
    const shown = await commune.get('/api/v1/nominations/x09.commune/dossier');
    expect(shown.body).toMatchObject({ group: { key: 'xa' } });
    expect(eachOf(shown.body, 'criteria', 'standing')).toEqual(['unanswered', 'met', 'met']);
    expect(eachOf(shown.body, 'papers', 'state')).toEqual(['held', 'advised', 'advised']);
  });

  it('X09 X10 each comes to a decision, with its whole history', async () => {
    for (const one of ELEVEN) {
      const officer = await at(`${one.by}/officer`);
      expect(await officer.post(`/api/v1/nominations/${dossier(one)}/submission`)).toMatchObject({ status: 200 });
    }
    const { standingBody, leadAgency, homeAffairs, council, decider } = file.roles;
    const approve = async (queue: string, visit: number): Promise<void> => {
      const caller = await at(queue);
      for (const one of ELEVEN)
        expect(await caller.post(`/api/v1/nominations/${dossier(one)}/approval`, { visit })).toMatchObject({
          status: 200,
        });
    };
    await approve(`${standingBody.unit}/secretary`, 1);
    await approve(`${leadAgency.unit}/officer`, 2);
    const secretary = await at(`${council.unit}/secretary`);
    const session = await secretary.post('/api/v1/sessions', {
      campaignId: file.id,
      councilId: council.unit,
      date: '2022-12-05',
      members: 9,
      agenda: ELEVEN.map((one) => ({ nominationId: dossier(one), visit: 3 })),
    });
    const counts = ELEVEN.map((one) => ({
      nominationId: dossier(one),
      inFavour: 9,
      against: 0,
      abstained: 0,
      outcome: 'approved',
    }));
    const minutes = { number: '09/BB-HĐ', date: '2022-12-05' };
    const result = `/api/v1/sessions/${textAt(session.body, 'result.sessionId')}/result`;
    expect(await secretary.post(result, { visit: 1, present: 9, counts, minutes })).toMatchObject({ status: 200 });
    await approve(`${homeAffairs.unit}/appraiser`, 4);
    await approve(`${homeAffairs.unit}/appraiser`, 5);
    const decision = await (
      await at(`${decider.unit}/decider`)
    ).post('/api/v1/decisions', {
      number: '2500/QĐ-UBND',
      date: '2022-12-05',
      signer: await stage.holderOf(`${decider.unit}/decider`),
      nominations: ELEVEN.map((one) => ({ nominationId: dossier(one), visit: 6 })),
    });
    expect(decision).toMatchObject({ status: 201 });
    const seen = await Promise.all(
      ELEVEN.map(
        async (one) => (await (await at(`${one.by}/officer`)).get(`/api/v1/nominations/${dossier(one)}`)).body,
      ),
    );
    expect(seen.map((body) => [dig(body, 'status'), dig(body, 'decision.number')])).toEqual(
      ELEVEN.map(() => ['recognised', '2500/QĐ-UBND']),
    );
    const history = await secretary.get('/api/v1/nominations/x09.overseas-vietnamese/history');
    expect(eachOf(history.body, 'items', 'type').slice(0, 3)).toEqual([
      'nominationDrafted',
      'nominationRevised',
      'nominationSubmitted',
    ]);
    expect(listAt(history.body, 'items').every((item) => /^[0-9a-f]{64}$/.test(textAt(item, 'digest')))).toBe(true);
  });

  it('X09 X10 issue 7: each of the eleven exports as a file that verifies, with its whole history', async () => {
    for (const one of ELEVEN) {
      const bundle = await exported(stage.world, await at(`${one.by}/officer`), dossier(one));
      expectWholeHistory(bundle);
      expect(bundle.report).toContain(one.name);
      expect(bundle.report).toContain('2500/QĐ-UBND');
    }
  });
});
