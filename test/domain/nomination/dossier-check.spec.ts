import { describe, expect, it } from '@jest/globals';
import type { CampaignFile, Criterion } from '../../../libs/domain/campaign-plan/campaign.js';
import type { SubjectGroup } from '../../../libs/domain/campaign-plan/subjects.js';
import {
  dossierFindings,
  refuseDossier,
  type CriterionAnswer,
  type DossierParts,
} from '../../../libs/domain/nomination/dossier-check.js';
import { refusalOf } from '../support/outcome.js';
import { both } from '../support/people.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const gate = (key: string, more: Partial<Criterion> = {}): Criterion => ({
  key,
  text: both(key),
  kind: 'gate',
  evidence: ['record'],
  ...more,
});
const group = (criteria: readonly string[], more: Partial<SubjectGroup> = {}): SubjectGroup => ({
  key: 'nhom',
  text: both('Nhóm'),
  subjectKinds: ['individual'],
  criteria,
  documents: [],
  ...more,
});
const plan = (criteria: readonly Criterion[], more: Partial<SubjectGroup> = {}): CampaignFile => ({
  ...campaignFile,
  criteria,
  subjectGroups: [
    group(
      criteria.map(({ key }) => key),
      more,
    ),
  ],
});
const parts = (answers: readonly CriterionAnswer[], more: Partial<DossierParts> = {}): DossierParts => ({
  subject: { kind: 'farmer', id: 'nd-1' },
  documents: [],
  answers,
  activityOf: () => undefined,
  ...more,
});
const judged = (criteria: readonly Criterion[], answers: readonly CriterionAnswer[]): string => {
  const decision = refuseDossier(plan(criteria), parts(answers));
  return decision === undefined ? 'fine' : refusalOf(decision).code;
};
const yes = (criterion: string, more: Partial<CriterionAnswer> = {}): CriterionAnswer => ({
  criterion,
  met: true,
  ...more,
});

describe('a dossier against its group', () => {
  it('is left alone where the campaign has no groups, and refused where no group takes the subject', () => {
    expect(refuseDossier(campaignFile, parts([]))).toBeUndefined();
    const stranger = parts([], { subject: { kind: 'enterprise', id: 'dn' } });
    expect(refusalOf(refuseDossier(plan([]), stranger) ?? { ok: true, grant: { by: 'engine' }, events: [] }).code).toBe(
      'SUBJECT_WITHOUT_GROUP',
    );
  });

  it('S1-18 S2-28 a gate must be answered and met; scored and narrative criteria are left to the appraisal', () => {
    const criteria = [gate('chap-hanh'), gate('ke-chuyen', { kind: 'narrative' })];
    expect(judged(criteria, [])).toBe('CRITERIA_UNANSWERED');
    expect(judged(criteria, [{ criterion: 'chap-hanh', met: false }])).toBe('CRITERIA_NOT_MET');
    expect(judged(criteria, [yes('chap-hanh')])).toBe('fine');
  });

  it('S4-56 wants the figure and how many reach it; without a number in the guidance the count does not refuse', () => {
    const stars = { threshold: { comparison: 'at-least', value: 3, unit: 'sao' } } as const;
    const counted = [gate('ocop', { ...stars, count: { unit: 'sản phẩm', least: 2 } })];
    expect(judged(counted, [yes('ocop', { value: 2, count: 5 })])).toBe('CRITERIA_NOT_MET');
    expect(judged(counted, [yes('ocop', { value: 3, count: 1 })])).toBe('CRITERIA_NOT_MET');
    expect(judged(counted, [yes('ocop', { value: 3 })])).toBe('CRITERIA_UNANSWERED');
    expect(judged(counted, [yes('ocop', { value: 4, count: 2 })])).toBe('fine');
    expect(judged([gate('ocop', { ...stars, count: { unit: 'sản phẩm' } })], [yes('ocop', { value: 3 })])).toBe('fine');
  });

  it('S4-60 of alternatives one is enough, and one that failed is named alone', () => {
    const either = [gate('dong-gop', { anyOf: 'viec-lam' }), gate('mo-hinh', { anyOf: 'viec-lam' })];
    expect(judged(either, [yes('mo-hinh')])).toBe('fine');
    expect(judged(either, [])).toBe('CRITERIA_UNANSWERED');
    expect(judged(either, [{ criterion: 'mo-hinh', met: false }])).toBe('CRITERIA_NOT_MET');
  });

  it('S2-26 S2-29 where only a document proves it, the dossier holds one', () => {
    const criteria = [gate('sang-kien', { evidence: ['document'] })];
    const held = [{ kind: 'cong-nhan-sang-kien', reference: '12/QĐ' }];
    const answer = yes('sang-kien', { evidence: ['12/QĐ'] });
    expect(judged(criteria, [answer])).toBe('CRITERIA_UNANSWERED');
    expect(refuseDossier(plan(criteria), parts([answer], { documents: held }))).toBeUndefined();
  });

  it('S1-55 papers the campaign’s own document asks for refuse; papers nobody has verified only advise', () => {
    const documents = [
      { key: 'xac-nhan-moi-truong', name: both('Xác nhận môi trường') },
      { key: 'bao-cao', name: both('Báo cáo'), provenance: { basis: 'law', confidence: 'M' } },
    ] as const;
    const file = plan([], { documents });
    expect(dossierFindings(file, parts([]))).toMatchObject({ missing: ['xac-nhan-moi-truong'], advised: ['bao-cao'] });
    const decision = refuseDossier(file, parts([]));
    expect(decision === undefined ? undefined : refusalOf(decision)).toMatchObject({
      code: 'DOSSIER_INCOMPLETE',
      params: { papers: 'xac-nhan-moi-truong' },
    });
    const held = [{ kind: 'xac-nhan-moi-truong', reference: '5/XN-STNMT' }];
    expect(refuseDossier(file, parts([], { documents: held }))).toBeUndefined();
  });
});
