import { describe, expect, it } from '@jest/globals';
import { campaignFile } from '../../../libs/contracts/campaign-file.contract.js';
import type { CampaignFile, Criterion } from '../../../libs/domain/campaign-plan/campaign.js';
import { checkAgainstOrganisation } from '../../../libs/domain/campaign-plan/check-organisation.js';
import { checkCampaign } from '../../../libs/domain/campaign-plan/check.js';
import { settleAnswers } from '../../../libs/domain/campaign-plan/settle-answers.js';
import { groupOf, isBinding, isOfferedTo } from '../../../libs/domain/campaign-plan/subjects.js';
import { SAMPLE_CAMPAIGN, SAMPLE_ORGANISATION } from './sample-campaign.js';

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });
const gate = (key: string, more: Partial<Criterion> = {}): Criterion => ({
  key,
  text: both(key),
  kind: 'gate',
  evidence: ['document'],
  ...more,
});

const LEVELS = ['dat-chuan', 'nang-cao', 'kieu-mau'].map((key) => ({ key, name: both(key) }));

/** The sample with the groups of the Trà Vinh plan in small, a list of recipients and a steering committee. */
const ORGANISED: CampaignFile = {
  ...SAMPLE_CAMPAIGN,
  criteria: [
    gate('hoan-thanh-nhiem-vu'),
    gate('dat-chuan-ntm', { levels: LEVELS, leastLevel: 'dat-chuan' }),
    gate('ocop', {
      threshold: { comparison: 'at-least', value: 3, unit: 'sao' },
      count: { unit: 'sản phẩm', least: 2 },
    }),
    gate('dong-gop', { anyOf: 'viec-lam', contributions: { kinds: ['money', 'labour', 'land'], confirmed: true } }),
    gate('mo-hinh-hay', { anyOf: 'viec-lam' }),
  ],
  subjectGroups: [
    {
      key: 'so-nganh',
      text: both('Sở, ban, ngành'),
      subjectKinds: [],
      unitTypes: ['province-department', 'province-board'],
      criteria: ['hoan-thanh-nhiem-vu'],
      documents: [{ key: 'bao-cao', name: both('Báo cáo thành tích') }],
    },
    {
      key: 'cap-huyen',
      text: both('Cấp huyện'),
      subjectKinds: ['district'],
      unitTypes: ['district-people-committee'],
      criteria: ['dat-chuan-ntm'],
      documents: [],
    },
    {
      key: 'doanh-nghiep',
      text: both('DN, HTX'),
      subjectKinds: ['enterprise', 'cooperative'],
      criteria: ['ocop'],
      documents: [],
    },
    {
      key: 'nguoi-dan',
      text: both('Cá nhân'),
      subjectKinds: ['individual', 'household'],
      criteria: ['dong-gop', 'mo-hinh-hay'],
      documents: [],
    },
  ],
  distribution: [
    {
      key: 'co-quan',
      text: both('Các cơ quan, ban ngành'),
      to: { scope: ['don-vi'] },
      at: ['launch'],
      acknowledge: true,
    },
    { key: 'luu', text: both('Lưu: VT'), at: ['launch', 'decision'], purpose: 'file', acknowledge: false },
  ],
  accountableHeads: [{ key: 'thu-truong', text: both('Người đứng đầu'), scope: ['don-vi'], answersTo: 'issuer' }],
  steeringCommittees: [
    {
      key: 'bcd',
      text: both('Ban Chỉ đạo'),
      members: [
        { key: 'truong-ban', function: 'chair', unit: 'ubnd', role: 'decider', areas: [] },
        {
          key: 'so-nn',
          function: 'member',
          unit: 'so-nong-nghiep',
          role: 'head',
          areas: [{ key: 'ntm', text: both('Nông thôn mới'), units: { unitTypes: ['district-people-committee'] } }],
        },
      ],
    },
  ],
};

const found = (change: Partial<CampaignFile>): readonly string[] =>
  checkCampaign({ ...ORGANISED, ...change }).map(({ code, path }) => `${code} ${path.join('.')}`);

const [first, second] = ORGANISED.subjectGroups ?? [];
const [adopting] = ORGANISED.documents;
const [committee] = ORGANISED.steeringCommittees ?? [];
if (!first || !second || !adopting || !committee) throw new Error('the sample lost a part');

describe('groups of subjects', () => {
  it('S4-67 a good file has no finding, and its form accepts it', () => {
    expect(found({})).toEqual([]);
    expect(campaignFile.parse(ORGANISED)).toEqual(ORGANISED);
  });

  it('S4-67 each unit type and each kind of subject maps to exactly one group', () => {
    const groups = ORGANISED.subjectGroups;
    expect(groupOf(groups, { kind: 'collective', unitType: 'province-board' })?.key).toBe('so-nganh');
    expect(groupOf(groups, { kind: 'collective', unitType: 'district-people-committee' })?.key).toBe('cap-huyen');
    expect(groupOf(groups, { kind: 'district' })?.key).toBe('cap-huyen');
    expect(groupOf(groups, { kind: 'farmer' })?.key).toBe('nguoi-dan');
    expect(groupOf(groups, { kind: 'foreign-organisation' })).toBeUndefined();
    const twice = { ...second, unitTypes: ['province-board'] as const };
    expect(found({ subjectGroups: [first, twice] })).toContain('SUBJECT_IN_TWO_GROUPS subjectGroups.1.unitTypes');
  });

  it('finds kinds nobody can be judged as, and criteria nobody is judged by', () => {
    const [round] = ORGANISED.rounds;
    const [offer] = round?.awards ?? [];
    if (!round || !offer) throw new Error('the sample lost its round');
    const rounds = [{ ...round, awards: [{ ...offer, subjectKinds: ['hamlet'] as const }] }];
    expect(found({ rounds })).toEqual(['SUBJECT_WITHOUT_GROUP rounds.0.awards.0.subjectKinds']);
    expect(found({ criteria: [...ORGANISED.criteria, gate('thua')] })).toEqual(['CRITERION_UNUSED criteria.5']);
    expect(found({ subjectGroups: [first, { ...second, criteria: ['khong-co'] }] })).toContain(
      'UNKNOWN_REFERENCE subjectGroups.1.criteria',
    );
  });

  it('S4-48 S4-52 S4-60 levels are known, alternatives have company', () => {
    const levels = gate('dat-chuan-ntm', { levels: LEVELS, leastLevel: 'khong-co' });
    expect(found({ criteria: ORGANISED.criteria.map((one) => (one.key === levels.key ? levels : one)) })).toEqual([
      'CRITERION_LEVEL_UNKNOWN criteria.1.leastLevel',
    ]);
    const alone = ORGANISED.criteria.map((one) => (one.key === 'mo-hinh-hay' ? gate('mo-hinh-hay') : one));
    expect(found({ criteria: alone })).toEqual(['ALTERNATIVE_ALONE criteria.3.anyOf']);
  });

  it('S4-56 “nhiều” without a number is asked about, and the answer of a named person sets it', () => {
    const criteria = ORGANISED.criteria.map((one) =>
      one.key === 'ocop' ? { ...one, count: { unit: 'sản phẩm' } } : one,
    );
    expect(found({ criteria })).toEqual(['CRITERION_COUNT_UNSET criteria.2.count']);
    const question = {
      id: 'nhieu-san-pham',
      quote: 'có nhiều sản phẩm OCOP',
      unclear: both('Nhiều là bao nhiêu?'),
      choices: [{ key: 'hai', text: both('Từ 2 sản phẩm'), sets: { least: 2 } }],
      blocks: 'round:hang-nam',
      about: 'criterion:ocop',
    };
    const asked = { ...ORGANISED, criteria, openQuestions: [question] };
    expect(checkCampaign(asked)).toEqual([]);
    const settled = settleAnswers(asked, { 'nhieu-san-pham': { choice: 'hai' } });
    expect(settled.criteria.find(({ key }) => key === 'ocop')?.count).toEqual({ unit: 'sản phẩm', least: 2 });
    const lost = { ...question, about: 'target:ocop' };
    expect(checkCampaign({ ...asked, openQuestions: [lost] }).map(({ code }) => code)).toContain('CHOICE_SETS_NOTHING');
  });

  it('offers an award to special cases of a kind, and lets only the document of the campaign refuse', () => {
    expect(isOfferedTo(['individual'], 'farmer')).toBe(true);
    expect(isOfferedTo(['farmer'], 'individual')).toBe(false);
    expect(isBinding(undefined)).toBe(true);
    expect(isBinding({ basis: 'law', confidence: 'M' })).toBe(false);
    expect(isBinding({ basis: 'law', confidence: 'V', enforced: true })).toBe(true);
  });
});

describe('the register, the recipients and the committee', () => {
  it('S2-12 registers a document cited twice once', () => {
    const cited = { ...adopting, id: 'qd-340', role: 'cites', symbol: '340/QĐ-TTg', issuer: 'Thủ tướng' } as const;
    const again = { ...cited, id: 'qd-340-lan-hai', symbol: '340 / qd-ttg' };
    expect(found({ documents: [adopting, cited] })).toEqual([]);
    expect(found({ documents: [adopting, cited, again] })).toEqual(['DOCUMENT_TWICE documents.2']);
    const nextYear = { ...again, date: { value: '2025-01-01', inferred: false } } as const;
    expect(found({ documents: [adopting, cited, nextYear] })).toEqual([]);
  });

  it('S2-11 keeps a reference without number and date', () => {
    const bare = { id: 'nq-tw-5', type: 'nghi-quyet', issuer: 'Ban Chấp hành Trung ương', role: 'cites' } as const;
    expect(found({ documents: [adopting, bare] })).toEqual([]);
  });

  it('S3-60 somebody must be there to acknowledge', () => {
    const [line] = ORGANISED.distribution ?? [];
    if (!line) throw new Error('the sample lost its recipients');
    expect(found({ distribution: [{ ...line, to: undefined }] })).toEqual(['DISTRIBUTION_TO_NOBODY distribution.0.to']);
    expect(found({ distribution: [line, line] })).toEqual(['DUPLICATE_KEY distribution.1']);
  });

  it('S4-32 a committee has one chair, and members of units that exist', () => {
    const headless = { ...committee, members: committee.members.slice(1) };
    expect(found({ steeringCommittees: [headless] })).toEqual(['COMMITTEE_WITHOUT_CHAIR steeringCommittees.0.members']);
    expect(checkAgainstOrganisation(ORGANISED, SAMPLE_ORGANISATION)).toEqual([]);
    const [chair, ...rest] = committee.members;
    if (!chair) throw new Error('the sample lost its chair');
    const stranger = { ...committee, members: [{ ...chair, unit: 'khong-co' }, ...rest] };
    const lost = checkAgainstOrganisation({ ...ORGANISED, steeringCommittees: [stranger] }, SAMPLE_ORGANISATION);
    expect(lost.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'UNKNOWN_UNIT steeringCommittees.0.members.0.unit',
    ]);
  });

  it('X11 S3-51 prompt commendation goes by a prompt round on the short route', () => {
    const exampleRegister = {
      levels: [{ key: 'co-so', name: both('Cơ sở'), recognisedBy: { roles: ['leadAgency'] } }],
      stages: [{ key: 'phat-hien', name: both('Phát hiện') }],
      introducedBy: { scope: ['don-vi'] },
      promptRound: 'hang-nam',
    } as const;
    expect(found({ exampleRegister })).toEqual(['PROMPT_ROUND_NOT_SHORT exampleRegister.promptRound']);
  });
});
