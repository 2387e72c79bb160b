import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Criterion } from '../../../libs/domain/campaign-plan/campaign.js';
import { groupOf } from '../../../libs/domain/campaign-plan/subjects.js';
import type { SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { UNITS } from '../../domain/support/people.js';
import { type Answer, ApiUnderTest, type Body } from '../api/api-under-test.js';
import { itemsIn, PlanOnProduct } from './support/plan-on-product.js';

let api: ApiUnderTest;
const plans = new Map<string, PlanOnProduct>();
const rounds = new Map<string, string>();
beforeAll(async () => {
  api = await ApiUnderTest.start();
  const admin = await api.officially(UNITS.province, 'admin');
  const begin = async (seed: string, id: string): Promise<PlanOnProduct> => {
    const plan = await PlanOnProduct.launch(api, admin, id);
    plans.set(seed, plan);
    return plan;
  };
  const annual = await begin('S1', 'hoa-binh-thi-dua-2024');
  rounds.set('S1', await annual.openRound('khen-thuong-kip-thoi', 'once', '2024-02-05'));
  const department = await begin('S2', 'binh-phuoc-hop-tac-xa-2021-2030');
  rounds.set('S2', await department.openRound('so-ket', 'once', '2026-01-12'));
  const province = await begin('S4', 'tra-vinh-nong-thon-moi-2021-2025');
  rounds.set('S4', await province.openRound('hang-nam', '2022', '2022-12-05'));
}, 240_000);
afterAll(() => api.stop());

interface Nominee {
  readonly kind: SubjectKind;
  readonly by: string;
  /** The unit that nominates is the nominee itself. */
  readonly own?: boolean;
}
const COLLECTIVE = { kind: 'collective', by: 'tt-khcn-bp' } as const;
const PERSON = { kind: 'individual', by: 'tt-khcn-bp' } as const;
const ENTERPRISE = { kind: 'enterprise', by: 'dn-dua-sap', own: true } as const;
const DEPARTMENT = { kind: 'collective', by: 'so-cong-thuong-tra-vinh', own: true } as const;

const REFERENCE = 'HS-01';
/** An answer that meets a criterion. */
function meets({ key, leastLevel, threshold, count }: Criterion): Body {
  return {
    criterion: key,
    met: true,
    evidence: [REFERENCE],
    ...(leastLevel === undefined ? {} : { level: leastLevel }),
    ...(threshold === undefined ? {} : { value: threshold.value }),
    ...(count?.least === undefined ? {} : { count: count.least }),
  };
}

let made = 0;
/** A dossier of the nominee with these answers; what its submission came to. */
async function submit(seed: string, { kind, by, own }: Nominee, answers: readonly Body[]): Promise<Answer> {
  const plan = plans.get(seed) as PlanOnProduct;
  made += 1;
  const nominationId = `tc.${seed}.${made}`;
  const officer = await plan.as(by, 'officer');
  const subject = { kind, id: own === true ? by : `dt-${made}`, name: `Đối tượng ${made}` };
  const drafted = await officer.post('/api/v1/nominations', {
    nominationId,
    campaignId: plan.file.id,
    roundId: rounds.get(seed),
    awardCode: 'BKT',
    unitId: by,
    subject: own === true && kind !== 'enterprise' ? { ...subject, unitId: by } : subject,
    achievement: 'Thành tích trong phong trào',
    documents: [{ kind: 'bao-cao-thanh-tich', reference: REFERENCE }],
    answers,
  });
  expect(drafted).toMatchObject({ status: 201 });
  const sent = await officer.post(`/api/v1/nominations/${nominationId}/submission`);
  const { body } = await officer.get(`/api/v1/nominations/${nominationId}/dossier`);
  return { ...sent, body: { ...sent.body, dossier: body } };
}

/** The gates of the nominee's group, alternatives once. */
function gates(seed: string, { kind, by, own }: Nominee): readonly Criterion[] {
  const plan = plans.get(seed) as PlanOnProduct;
  const unitType = own === true ? plan.organisation.units.find(({ id }) => id === by)?.type : undefined;
  const group = groupOf(plan.settled.subjectGroups, kind === 'enterprise' ? { kind } : { kind, unitType });
  const own_ = (group?.criteria ?? []).flatMap((key) => plan.settled.criteria.filter((one) => one.key === key));
  return own_.filter(({ kind: sort }) => sort === 'gate');
}

/** Row, nominee, gate, an answer that fails it. */
const GATES: readonly (readonly [row: string, nominee: Nominee, gate: string, fails: Body])[] = [
  ['S1-18', { kind: 'collective', by: 'so-cong-thuong' }, 'tc-khong-gay-o-nhiem', { met: true, value: 1 }],
  ['S2-25', COLLECTIVE, 'tt-dung-tien-do', { met: false }],
  ['S2-26', COLLECTIVE, 'tt-tham-muu-chinh-sach', { met: true, value: 0 }],
  ['S2-28', PERSON, 'cn-chap-hanh', { met: false }],
  ['S2-29', PERSON, 'cn-sang-kien', { met: true, value: 0 }],
  ['S4-44', DEPARTMENT, 'tinh-nhiem-vu-ban-chi-dao', { met: false }],
  ['S4-45', { ...DEPARTMENT, by: 'so-y-te-tra-vinh' }, 'tinh-tham-muu-chinh-sach', { met: false }],
  ['S4-49', { kind: 'district', by: 'ubnd-cau-ke-tv', own: true }, 'huyen-khong-no-dong', { met: true, value: 5 }],
  ['S4-51', { kind: 'commune', by: 'ubnd-xa-phu-can-tv', own: true }, 'xa-khong-no-dong', { met: true, value: 5 }],
];

describe('a criterion that must be met', () => {
  test.each(GATES)('%s %j is not taken without %s, nor when it fails it', async (row, nominee, gate, fails) => {
    const seed = row.slice(0, 2);
    const all = gates(seed, nominee);
    const others = all.filter(({ key }) => key !== gate).map(meets);
    const own = all.find(({ key }) => key === gate);
    if (own === undefined) throw new Error(`${gate} is no gate of this nominee`);
    expect(await submit(seed, nominee, others)).toMatchObject({
      status: 422,
      body: { code: 'CRITERIA_UNANSWERED', params: { criteria: gate } },
    });
    const failing = { ...meets(own), ...fails };
    expect(await submit(seed, nominee, [...others, failing])).toMatchObject({
      status: 422,
      body: { code: 'CRITERIA_NOT_MET', params: { criteria: gate } },
    });
    expect(await submit(seed, nominee, [...others, meets(own)])).toMatchObject({ status: 200 });
  });

  test('S4-62 who produces well and helps the community needs no contribution: one of the two is enough', async () => {
    const abroad = { kind: 'overseas-vietnamese', by: 'ubnd-xa-phu-can-tv' } as const;
    const answer = { criterion: 'khac-san-xuat-gioi', met: true, evidence: [REFERENCE] };
    expect(await submit('S4', abroad, [{ ...answer, met: false }])).toMatchObject({
      body: { code: 'CRITERIA_NOT_MET' },
    });
    expect(await submit('S4', abroad, [answer])).toMatchObject({ status: 200 });
  });
});

/** Row, nominee, criterion the appraisal judges from the report. */
const NARRATIVE: readonly (readonly [row: string, nominee: Nominee, criterion: string])[] = [
  ['S4-46', { kind: 'collective', by: 'mttq-tra-vinh', own: true }, 'doan-the-tuyen-truyen'],
  ['S4-47', DEPARTMENT, 'tinh-ho-tro-dia-phuong'],
  ['S4-55', ENTERPRISE, 'dn-lien-ket'],
  ['S4-56', ENTERPRISE, 'dn-ocop'],
  ['S4-57', ENTERPRISE, 'dn-tieu-thu-viec-lam'],
];

describe('GET /api/v1/nominations/:id/eligibility', () => {
  test('S2-25 S2-26 names the campaign’s criteria beside the law’s, with document and words, and what was recorded', async () => {
    const nominee = { ...COLLECTIVE, by: 'tt-khcn-bp' };
    const answers = gates('S2', nominee).map(meets);
    expect(await submit('S2', nominee, answers)).toMatchObject({ status: 200 });
    const officer = await (plans.get('S2') as PlanOnProduct).as(nominee.by, 'officer');
    const { body } = await officer.get(`/api/v1/nominations/tc.S2.${made}/eligibility`);
    expect(body['criteria']).toMatchObject({
      document: { id: 'ke-hoach-1555' },
      now: { outcome: 'eligible', rules: [{ key: 'tt-dung-tien-do', status: 'passed' }, { status: 'passed' }] },
      recorded: {
        act: 'nominationSubmitted',
        outcome: 'eligible',
        criteria: [{ status: 'passed' }, { status: 'passed' }],
      },
      quotes: { 'tt-dung-tien-do': [expect.any(String), expect.stringContaining('đúng tiến độ')] },
    });
    expect(body).toHaveProperty('now');
  });
});

describe('a criterion that is judged from the report', () => {
  test.each(NARRATIVE)('%s %j shows %s for the appraisal and is not refused for it', async (row, nominee, key) => {
    const { body } = await submit(row.slice(0, 2), nominee, []);
    const shown = itemsIn(body['dossier'] as Body, 'criteria').find((one) => one['key'] === key);
    expect(shown).toMatchObject({ kind: 'narrative', standing: 'judged-later' });
    expect(JSON.stringify(body['params'] ?? {})).not.toContain(key);
    // Nobody else is judged by it.
    const farmer = await submit('S4', { kind: 'farmer', by: 'ubnd-xa-phu-can-tv' }, []);
    expect(JSON.stringify(farmer.body['dossier'])).not.toContain(key);
  });

  test('S4-56 three stars stand beside it; how many products are many waits for a named person', async () => {
    const { body } = await submit('S4', ENTERPRISE, []);
    const shown = itemsIn(body['dossier'] as Body, 'criteria').find(({ key }) => key === 'dn-ocop');
    expect(shown).toMatchObject({ threshold: { comparison: 'at-least', value: 3 }, count: { unit: 'sản phẩm OCOP' } });
  });
});
