import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild } from '../../../libs/ledger/rebuild.js';
import { ruleBookOfInstallation } from '../../../libs/rules/load-rules.js';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { accepted, countEvents, operator, personId } from '../../support/test-world.js';
import { ApiUnderTest, ROUND, type Body } from './api-under-test.js';

let api: ApiUnderTest;
const book = ruleBookOfInstallation();
beforeAll(async () => {
  api = await ApiUnderTest.start();
  await accepted(api.world, { actor: operator, name: 'loadRules', input: { book } });
}, 240_000);
afterAll(() => api.stop());

const items = (body: Body) => body['items'] as readonly Body[];

describe('GET /api/v1/rules', () => {
  it('shows the rules of a day and what changed overnight', async () => {
    const officer = await api.as(UNITS.a, 'officer');
    const on = async (day: string) =>
      items((await officer.get(`/api/v1/rules?on=${day}&table=authority&award=CSTDCS`)).body).map(({ id }) => id);
    expect(await on('2025-06-30')).toContain('authority-district');
    expect(await on('2025-07-01')).not.toContain('authority-district');
    expect(await on('2025-07-01')).toContain('authority-commune');
    const { body } = await officer.get('/api/v1/rules/differences?from=L2022-ND152&to=DRAFT26');
    expect(items(body).map(({ key }) => key)).toEqual(['criterion/CSTDCS', 'criterion/XPTB']);
    expect((await officer.get('/api/v1/rules/differences?from=L2022-ND152&to=NOTHING')).status).toBe(404);
    expect((await officer.get('/api/v1/rules/packs')).body).toMatchObject({ version: book.version });
  });
  it('says who decides, with which papers, limits and reward', async () => {
    const officer = await api.as(UNITS.a, 'officer');
    const { body } = await officer.get('/api/v1/rules/procedure?award=CSTDTQ&on=2025-08-01&subject=individual');
    expect(body).toMatchObject({
      deciders: [{ binding: true, row: { decider: 'THU_TUONG' } }],
      limits: expect.arrayContaining([
        expect.objectContaining({
          binding: true,
          row: expect.objectContaining({ step: 'public-opinion', amount: 10 }),
        }),
      ]),
      reward: { dong: 10_530_000, binding: false },
    });
  });
  it('lets a named person verify a row, shows who did, and rebuilds to the same', async () => {
    const appraiser = await api.as(UNITS.homeAffairs, 'appraiser');
    const officer = await api.as(UNITS.a, 'officer');
    const path = '/api/v1/rules/salary-2340/verification';
    const given = { source: 'Nghị định 73/2024/NĐ-CP, điều 3', enforced: true };
    expect((await officer.post(path, given)).status).toBe(403);
    expect((await appraiser.post(path, given)).status).toBe(200);
    expect((await appraiser.post(path, given)).status).toBe(409);
    const { body } = await officer.get('/api/v1/rules?on=2025-08-01&table=baseSalary');
    expect(items(body)).toMatchObject([{ id: 'salary-2340', confidence: 'V', enforced: true, waitsForPerson: false }]);
    expect(body['version']).toBe(`${book.version}+1`);
    expect(items((await officer.get('/api/v1/rules/salary-2340/history')).body)).toHaveLength(1);
    expect(await rebuild(api.world)).toEqual([]);
  });
});

describe('GET /api/v1/nominations/:id/eligibility', () => {
  it('says why, what is missing and what a recorded evaluation said', async () => {
    const officer = await api.as(UNITS.a, 'officer');
    const subject = { kind: 'collective', id: 'tap-the-1', name: 'Tập thể kín' };
    const drafted = { campaignId: CAMPAIGN, roundId: ROUND, awardCode: 'BK', unitId: UNITS.a, subject };
    const made = await officer.post('/api/v1/nominations', { ...drafted, achievement: 'Thành tích', documents: [] });
    const id = String((made.body['result'] as Body)['nominationId']);
    const facts = { year: 2024, kind: 'CHUYEN_DE', values: { 'achievement.awarded': true } };
    expect((await officer.post(`/api/v1/nominations/${id}/facts`, { facts })).status).toBe(200);
    expect((await officer.post(`/api/v1/nominations/${id}/facts`, { facts })).status).toBe(409);
    const named = { ...facts, values: { grade: 'Nguyễn Văn A' } };
    expect((await officer.post(`/api/v1/nominations/${id}/facts`, { facts: named })).status).toBe(400);
    expect((await officer.post(`/api/v1/nominations/${id}/submission`, {})).status).toBe(200);
    const path = `/api/v1/nominations/${id}/eligibility`;
    const { body } = await officer.get(path);
    expect(body).toMatchObject({
      award: 'BK',
      rulePack: { provisional: 'L2022-ND98' },
      recorded: { act: 'nominationSubmitted', verdict: { outcome: 'not-eligible' } },
      now: { outcome: 'not-eligible', rules: [{ row: 'r01-one-achievement', status: 'failed' }] },
      declared: facts,
    });
    expect(JSON.stringify(body)).toContain('điều 5, Luật 06/2022/QH15');
    // Who may read the dossier sees what the verdict rests on; the log keeps it sealed.
    expect(JSON.stringify(body['recorded'])).toContain('Dữ kiện: ');
    const { rows } = await api.world.pool.query<{ all: string }>(
      `select string_agg(payload::text, '') as all from ledger_event where stream = 'nomination' and stream_id = $1`,
      [id],
    );
    expect(rows[0]?.all).not.toContain('Dữ kiện: ');
    expect(rows[0]?.all).not.toContain('"achievement.awarded": true');
    const secretary = await api.as(UNITS.standing, 'secretary');
    expect(await secretary.post(`/api/v1/nominations/${id}/evaluation`, {})).toMatchObject({
      status: 200,
      body: { result: { outcome: 'not-eligible' } },
    });
    expect((await secretary.get(path)).body).toMatchObject({
      recorded: { act: 'nominationEvaluated', by: personId(UNITS.standing, 'secretary') },
      earlier: [{ act: 'nominationSubmitted', outcome: 'not-eligible' }],
    });
    expect((await (await api.as(UNITS.b, 'officer')).get(path)).status).toBe(403);
    const history = await secretary.get(`/api/v1/nominations/${id}/history`);
    expect(JSON.stringify(history.body)).toContain(
      'Đánh giá điều kiện theo Luật Thi đua, khen thưởng 2022 và Nghị định 98/2023/NĐ-CP',
    );
    expect(await rebuild(api.world)).toEqual([]);
  });
});

describe('GET /api/v1/rules/what-if', () => {
  it('judges a campaign by other rules, names the rule, and leaves the record untouched', async () => {
    const id = 'what-if-1';
    const subject = { kind: 'individual', id: 'nguoi-1', name: 'Người kín' } as const;
    await api.world.pool.query({
      text: `insert into read_nomination (id, version, state, campaign_id, round_id, unit_id, subject_id, award_code, status, updated_at)
             select $1, version, state || $2, campaign_id, round_id || '.w', unit_id, $3, 'CSTDCS', 'open', updated_at
             from read_nomination order by id limit 1`,
      values: [
        id,
        JSON.stringify({
          subject: { ...subject, name: { $seal: 'subject/nguoi-1' } },
          awardCode: 'CSTDCS',
          facts: {
            year: 2024,
            kind: 'CONG_TRANG',
            values: {
              grade: 'HOAN_THANH_XUAT_SAC',
              'standard.advanced': true,
              'achievement.awarded': false,
              'initiative.recognised': false,
              'topic.accepted': false,
              'combat.resourceful': false,
              'discipline.open': false,
              'investigation.open': false,
              'inspection.open': false,
              'complaint.open': false,
              'discipline.endedOn': null,
            },
          },
        }),
        subject.id,
      ],
    });
    const before = await countEvents(api.world);
    const appraiser = await api.as(UNITS.homeAffairs, 'appraiser');
    const ask = (query: string) => appraiser.get(`/api/v1/rules/what-if?${query}`);
    const { status, body } = await ask(`campaign=${CAMPAIGN}&pack=DRAFT26`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      loses: 1,
      changes: [{ id, before: 'eligible', after: 'not-eligible', by: [{ row: 'cstdcs-draft26' }] }],
    });
    expect((await ask('year=2024&on=2023-12-20')).body['changes']).toContainEqual(
      expect.objectContaining({ id, before: 'eligible', change: 'loses' }),
    );
    expect((await ask(`campaign=${CAMPAIGN}&pack=NOTHING`)).status).toBe(404);
    expect((await ask(`campaign=${CAMPAIGN}`)).status).toBe(400);
    const officer = await api.as(UNITS.a, 'officer');
    expect((await officer.get(`/api/v1/rules/what-if?campaign=${CAMPAIGN}&pack=DRAFT26`)).status).toBe(403);
    expect(await countEvents(api.world)).toBe(before);
    expect(await rebuild(api.world)).toEqual(['read_nomination']);
  });
});
