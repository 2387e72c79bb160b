import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CampaignFile, OpenQuestion } from '../../../libs/domain/campaign-plan/campaign.js';
import type { Obligation } from '../../../libs/domain/campaign-plan/duties.js';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import { accepted, engine, on, moveClock } from '../../support/test-world.js';
import { ApiUnderTest, eachOf, listAt, textAt, type Caller } from './api-under-test.js';

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });

/** The report of S1 «định kỳ tổng hợp báo cáo»: how often is not said; a person sets it. */
const periodic: Obligation = {
  key: 'dinh-ky',
  text: both('Báo cáo định kỳ'),
  kind: 'report',
  mode: 'undated',
  who: { roles: ['homeAffairs'] },
  addressees: [{ roles: ['issuer'] }],
  due: { kind: 'undated' },
  proof: 'report',
  fields: [{ key: 'nguoi', label: both('Số người tham gia'), kind: 'count', required: true, participation: 'persons' }],
};
const question: OpenQuestion = {
  id: 'ky-bao-cao',
  quote: '',
  unclear: both('“Định kỳ” là bao lâu?'),
  choices: [
    {
      key: 'hang-quy',
      text: both('Hằng quý'),
      sets: { due: { kind: 'periodic', every: 'quarter', daysAfter: 5, fromYear: 2025, toYear: 2029 } },
    },
  ],
  blocks: 'launch',
  about: 'obligation:dinh-ky',
};
const file: CampaignFile = {
  ...campaignFile,
  openQuestions: [...campaignFile.openQuestions, question],
  obligations: [
    ...campaignFile.obligations.map((one) =>
      one.key === 'summary' ? { ...one, addressees: [{ roles: ['council' as const] }, { scope: ['all'] }] } : one,
    ),
    periodic,
  ],
};

let api: ApiUnderTest;
let lead: Caller;
const owe = async (key: string, occurrence: string, unitId: string): Promise<string> => {
  await accepted(api.world, {
    actor: engine,
    name: 'openObligation',
    input: { campaignId: CAMPAIGN, key, occurrence, unitId },
  });
  return `${CAMPAIGN}.${key}.${occurrence}.${unitId}`;
};

beforeAll(async () => {
  api = await ApiUnderTest.start(file);
  lead = await api.as(UNITS.lead, 'officer');
}, 240_000);
afterAll(() => api.stop());

describe('X12 reports that go upward', () => {
  test('X12 S1-52 a campaign is not launched while nobody has said how often a report is due; then it is, quarter by quarter', async () => {
    const draft = { ...file, id: 'nam-sau' };
    const issuer = await api.as(UNITS.province, 'head');
    const decider = await api.as(UNITS.province, 'decider');
    const body = { file: draft, rulePack: 'L2022-ND152' };
    expect((await issuer.post('/api/v1/campaigns', body)).status).toBe(201);
    for (const { id, choices, blocks } of draft.openQuestions) {
      if (blocks === 'nothing' || id === question.id) continue;
      const choice = choices[0]?.key;
      const answer = {
        questionId: id,
        choice: choice ?? '',
        ...(choice === undefined ? { text: 'Theo văn bản' } : {}),
      };
      expect((await issuer.post('/api/v1/campaigns/nam-sau/answers', answer)).status).toBe(200);
    }
    const launch = () =>
      decider.post('/api/v1/campaigns/nam-sau/launch', { document: { number: '85/UBND', date: '2024-05-10' } });
    expect((await launch()).body).toMatchObject({ code: 'OPEN_QUESTIONS', params: { questions: 'ky-bao-cao' } });
    const answer = { questionId: 'ky-bao-cao', choice: 'hang-quy' };
    expect((await issuer.post('/api/v1/campaigns/nam-sau/answers', answer)).status).toBe(200);
    const { body: plan } = await lead.get('/api/v1/campaigns/nam-sau/plan');
    const duty = listAt(plan, 'obligations').find((one) => textAt(one, 'key') === 'dinh-ky');
    expect(eachOf(duty, 'occurrences', 'lastDay').slice(0, 4)).toEqual([
      '2025-04-05',
      '2025-07-05',
      '2025-10-05',
      '2026-01-05',
    ]);
  });

  test('X12 S1-52 the report of a quarter is looked at by its addressee, and says who took part', async () => {
    const obligationId = await owe('dinh-ky', '2025-q1', UNITS.homeAffairs);
    await moveClock(api.world, on('2025-04-01'));
    const homeAffairs = await api.as(UNITS.homeAffairs, 'officer');
    expect((await homeAffairs.post('/api/v1/reports', { obligationId, fields: { nguoi: 1250 } })).status).toBe(201);
    const issuer = await api.as(UNITS.province, 'officer');
    expect((await lead.post(`/api/v1/reports/${obligationId}/acceptance`, { visit: 1 })).status).toBe(403);
    expect((await issuer.post(`/api/v1/reports/${obligationId}/acceptance`, { visit: 1 })).status).toBe(200);
    const { body } = await lead.get(`/api/v1/campaigns/${CAMPAIGN}/participation`);
    expect(listAt(body, 'items')).toEqual([
      expect.objectContaining({ of: 'persons', occurrence: '2025-q1', reports: 1, total: 1250 }),
    ]);
  });

  test('X12 S0-32 the consolidated report goes to the council and to every unit of a group, each acknowledges', async () => {
    const source = await owe('report', '2025', UNITS.a);
    const obligationId = await owe('summary', '2025', UNITS.lead);
    const officer = await api.as(UNITS.a, 'officer');
    const fields = { result: 'Tốt', households: 3 };
    expect((await officer.post('/api/v1/reports', { obligationId: source, fields })).status).toBe(201);
    const body = { campaignId: CAMPAIGN, obligationId, occurrence: '2025', summary: 'Tổng hợp', sources: [source] };
    const sent = await lead.post('/api/v1/reports/consolidations', body);
    expect(sent.status).toBe(201);
    const { body: report } = await lead.get(`/api/v1/reports/${obligationId}`);
    const open = report['open'] as Readonly<Record<string, { readonly queue: string }>>;
    const queues = Object.values(open).map(({ queue }) => queue);
    expect(queues[0]).toBe(`${UNITS.council}/secretary`);
    expect(queues).toContain(`${UNITS.a}/officer`);
    expect(queues).toContain(`${UNITS.b}/officer`);
    expect(queues).not.toContain(`${UNITS.lead}/officer`);
    const visit = Number(Object.entries(open).find(([, { queue }]) => queue === `${UNITS.a}/officer`)?.[0]);
    const path = `/api/v1/reports/${obligationId}/acknowledgement`;
    expect((await officer.post(path, { visit: 1 })).status).toBe(403);
    expect((await officer.post(path, { visit })).status).toBe(200);
    const secretary = await api.as(UNITS.council, 'secretary');
    expect((await secretary.post(path, { visit: 1 })).status).toBe(200);
    expect((await lead.get(`/api/v1/reports/${obligationId}`)).body['status']).toBe('sent');
    const notices = await officer.get('/api/v1/notices');
    expect(eachOf(notices.body, 'items', 'template')).toContain('report-to-acknowledge');
  });
});
