import { describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { checkAgainstOrganisation, checkOrganisation } from '../../../libs/domain/campaign-plan/check-organisation.js';
import { checkCampaign } from '../../../libs/domain/campaign-plan/check.js';
import { FINDING_TEXTS } from '../../../libs/domain/campaign-plan/finding-texts.js';
import { type FindingCode, finding } from '../../../libs/domain/campaign-plan/finding.js';
import type { OrganisationFile } from '../../../libs/domain/campaign-plan/organisation.js';
import { SAMPLE_CAMPAIGN, SAMPLE_ORGANISATION } from './sample-campaign.js';

interface Fault {
  readonly code: FindingCode;
  readonly field: string;
  readonly change: Partial<CampaignFile>;
}

const [plan] = SAMPLE_CAMPAIGN.documents;
const [report, inspection, guidance] = SAMPLE_CAMPAIGN.obligations;
const [round] = SAMPLE_CAMPAIGN.rounds;
const [question] = SAMPLE_CAMPAIGN.openQuestions;
if (!plan || !report || !inspection || !guidance || !round || !question) throw new Error('the sample lost a part');

const target = {
  key: 'xa',
  text: { vi: 'Xã', en: 'Communes' },
  mode: 'unset',
  points: [{ due: '2025-12-31' }],
} as const;
const escalatesEarly = {
  key: 'som',
  offset: -1,
  unit: 'working',
  time: '08:00',
  kind: 'escalate',
  to: 'unit-head',
  channels: ['in-app'],
} as const;

const FAULTS: readonly Fault[] = [
  { code: 'ADOPTING_DOCUMENT_MISSING', field: 'documents', change: { documents: [{ ...plan, role: 'basis' }] } },
  { code: 'CITES_ITSELF', field: 'documents.0.cites', change: { documents: [{ ...plan, cites: [plan.id] }] } },
  { code: 'PERIOD_REVERSED', field: 'period', change: { period: { fromYear: 2025, toYear: 2024 } } },
  { code: 'CRITERIA_MISSING', field: 'criteria', change: { criteria: [] } },
  { code: 'TARGETS_UNEXPLAINED', field: 'targets', change: { targetsNote: undefined } },
  { code: 'TARGET_MODE_UNSET', field: 'targets.0.mode', change: { targets: [target] } },
  {
    code: 'DUE_RULE_INVALID',
    field: 'obligations.2.due',
    change: {
      obligations: [report, inspection, { ...guidance, due: { kind: 'window', from: '2024-09-30', to: '2024-09-01' } }],
    },
  },
  {
    code: 'DUE_BEFORE_ADOPTION',
    field: 'obligations.2.due',
    change: { obligations: [report, inspection, { ...guidance, due: { kind: 'on', date: '2024-04-30' } }] },
  },
  {
    code: 'UNDATED_WITHOUT_QUESTION',
    field: 'registration.due',
    change: {
      registration: {
        due: { kind: 'undated' },
        who: { scope: ['don-vi'] },
        unitDefinedCriteria: true,
        signedPledge: true,
        requiredForNomination: false,
      },
    },
  },
  { code: 'REVIEW_MISSING', field: 'rounds.0', change: { rounds: [{ ...round, kind: 'final' }] } },
  {
    code: 'POLICY_INVALID',
    field: 'reminderPolicies.0',
    change: { reminderPolicies: [{ id: 'gap', basis: 'product-default', steps: [escalatesEarly] }] },
  },
  {
    code: 'QUESTION_WITHOUT_ANSWER',
    field: 'openQuestions.0',
    change: { openQuestions: [{ ...question, choices: [], recommended: undefined }] },
  },
  {
    code: 'UNKNOWN_REFERENCE',
    field: 'openQuestions.0.recommended',
    change: { openQuestions: [{ ...question, recommended: 'khong-co' }] },
  },
  {
    code: 'UNKNOWN_REFERENCE',
    field: 'openQuestions.0.blocks',
    change: { openQuestions: [{ ...question, blocks: 'review:khong-co' }] },
  },
  {
    code: 'UNKNOWN_REFERENCE',
    field: 'obligations.0.who.scope',
    change: { obligations: [{ ...report, who: { scope: ['khong-co'] } }, inspection, guidance] },
  },
  {
    code: 'UNKNOWN_REFERENCE',
    field: 'rounds.0.guidance',
    change: { rounds: [{ ...round, guidance: 'bao-cao' }] },
  },
];

describe('checkCampaign', () => {
  it('finds nothing in a good campaign', () => {
    expect(checkCampaign(SAMPLE_CAMPAIGN)).toEqual([]);
  });

  it.each(FAULTS)('finds $code at $field', ({ code, field, change }) => {
    const found = checkCampaign({ ...SAMPLE_CAMPAIGN, ...change });
    expect(found.map((one) => `${one.code} ${one.path.join('.')}`)).toContain(`${code} ${field}`);
  });

  it('S4-03 lets a plan be adopted after its first due dates: a warning, no error', () => {
    const late = FAULTS.find(({ code }) => code === 'DUE_BEFORE_ADOPTION');
    const found = checkCampaign({ ...SAMPLE_CAMPAIGN, ...late?.change });
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('S2-08 lets a campaign wait for criteria when a question asks for them', () => {
    const openQuestions = [{ ...question, about: 'criteria' }];
    expect(checkCampaign({ ...SAMPLE_CAMPAIGN, criteria: [], openQuestions })).toEqual([]);
  });
});

describe('a finding', () => {
  it.each(Object.keys(FINDING_TEXTS) as FindingCode[])(
    '%s says what is wrong and the way out in both languages',
    (code) => {
      const { messageVi, messageEn, wayOut } = finding(code, [], 'mot$&', 'hai');
      for (const text of [messageVi, messageEn, wayOut.vi, wayOut.en]) {
        expect(text.length).toBeGreaterThan(10);
        expect(text).not.toMatch(/\{[xy]\}/);
      }
      expect(messageVi).not.toBe(messageEn);
    },
  );
});

describe('the organisation', () => {
  const units = SAMPLE_ORGANISATION.units;
  const broken = (change: Partial<OrganisationFile>): readonly string[] =>
    checkOrganisation({ ...SAMPLE_ORGANISATION, ...change })
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path }) => `${code} ${path.join('.')}`);

  it('has no error, and a warning for each seat nobody holds', () => {
    expect(broken({})).toEqual([]);
    expect(checkOrganisation(SAMPLE_ORGANISATION).map(({ code }) => code)).toEqual(
      Array<string>(8).fill('UNIT_UNSTAFFED'),
    );
  });

  it('is refused when units stand above themselves, leaders are no members, or names point nowhere', () => {
    const [first, second, ...rest] = units;
    if (!first || !second) throw new Error('the sample lost its units');
    const cycle = [{ ...first, parent: second.id }, { ...second, parent: first.id }, ...rest];
    expect(broken({ units: cycle })).toEqual(['PARENT_CYCLE units.0.parent', 'PARENT_CYCLE units.1.parent']);
    expect(broken({ units: [...units, first] })).toEqual(['DUPLICATE_KEY units.6.id']);
    expect(broken({ root: 'khong-co' })).toEqual(['UNKNOWN_UNIT root']);
    const [block] = SAMPLE_ORGANISATION.clusters;
    if (!block) throw new Error('the sample lost its block');
    const clusters = [{ ...block, years: [{ year: 2025, leader: 'ubnd', members: ['so-noi-vu'] }] }];
    expect(broken({ clusters })).toEqual(['LEADER_NOT_MEMBER clusters.0.years.0.leader']);
    const positions = [
      { person: 'ai', unit: 'ubnd', role: 'head', title: 'Chủ tịch', validFrom: '2024-01-01' },
    ] as const;
    expect(broken({ positions })).toEqual(['UNKNOWN_PERSON positions.0.person']);
  });

  it('must know every unit a campaign names, as valid on the day of adoption', () => {
    expect(checkAgainstOrganisation(SAMPLE_CAMPAIGN, SAMPLE_ORGANISATION)).toEqual([]);
    const ended = units.map((unit) => (unit.id === 'so-noi-vu' ? { ...unit, validTo: '2024-05-09' as const } : unit));
    const found = checkAgainstOrganisation(SAMPLE_CAMPAIGN, { ...SAMPLE_ORGANISATION, units: ended });
    expect(found.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'UNIT_NOT_VALID roles.homeAffairs.unit',
      'UNIT_NOT_VALID roles.standingBody.unit',
    ]);
  });
});
