import { describe, expect, it } from '@jest/globals';
import { composeCampaign, keyOf, type ComposedCampaign } from '../../../libs/domain/campaign-plan/compose.js';
import { planCampaign } from '../../../libs/domain/campaign-plan/plan.js';
import { workingCalendar } from '../../../libs/domain/calendar/working-calendar.js';
import { validateCampaignText } from '../../../libs/reference/campaign-reference.js';
import { both, UNITS } from '../support/people.js';

const form: ComposedCampaign = {
  id: 'phong-trao-duong-hoa',
  name: 'Phong trào “Đường hoa”',
  nameEn: '',
  kind: 'thematic',
  from: '2026-01-01',
  to: '2028-12-31',
  document: { symbol: '07/KH-UBND', type: 'ke-hoach', date: '2026-01-15' },
  issuer: 'Ủy ban nhân dân tỉnh',
  roles: {
    issuer: UNITS.province,
    leadAgency: UNITS.lead,
    homeAffairs: UNITS.homeAffairs,
    standingBody: UNITS.standing,
    council: UNITS.council,
    decider: UNITS.province,
  },
  unitTypes: ['province-department'],
  subjectKinds: ['collective', 'individual'],
  objectives: ['Mỗi thôn có đường hoa'],
  contents: ['Trồng và chăm sóc đường hoa'],
  criteria: ['Đường hoa được chăm sóc thường xuyên'],
  phases: [{ text: 'Cả giai đoạn', from: '2026-01-01', to: '2028-12-31' }],
  registration: '2026-03-31',
  duties: [
    { text: 'Ban hành kế hoạch', kind: 'implementing-plan', on: '2026-02-28', yearly: false },
    { text: 'Báo cáo năm', kind: 'report', on: '2026-11-30', yearly: true },
    { text: 'Hướng dẫn khen thưởng', kind: 'guidance', on: '2026-09-30', yearly: false },
  ],
  reviews: [{ kind: 'final', on: '2028-12-15' }],
  rounds: [
    { kind: 'annual', opens: '2026-10-01', closes: '2026-10-31', awards: [{ award: 'BKT', name: both('Bằng khen') }] },
  ],
};
const judged = (more: Partial<ComposedCampaign> = {}) =>
  validateCampaignText(JSON.stringify(composeCampaign({ ...form, ...more }), null, 1));

describe('a campaign from a form', () => {
  it('is a file like any other: it is judged, and its calendar can be laid out', () => {
    const { file, findings } = judged();
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (file === undefined) throw new Error('no file');
    const { obligations, rounds } = planCampaign(file, workingCalendar([]));
    expect(obligations.find(({ key }) => key === 'nhiem-vu-2')?.occurrences).toHaveLength(3);
    expect(rounds).toHaveLength(1);
  });

  it('says what is wrong with its path: a phase outside the period, a round without guidance', () => {
    const phases = [{ text: 'Giai đoạn 1', from: '2025-01-01', to: '2028-12-31' }] as const;
    expect(judged({ phases }).findings.map(({ code }) => code)).toContain('PHASE_OUTSIDE_PERIOD');
    expect(judged({ duties: form.duties.slice(0, 2) }).findings.map(({ code }) => code)).toContain('GUIDANCE_MISSING');
  });

  it('makes keys of Vietnamese names', () => {
    expect(keyOf('Phong trào “Đường hoa” năm 2026')).toBe('phong-trao-duong-hoa-nam-2026');
  });
});
