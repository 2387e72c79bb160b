import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import { rehearse } from '../../libs/rehearsal/rehearse.js';
import { both } from '../domain/support/people.js';
import { campaignFile } from '../domain/support/sample-province-campaign.js';
import { startSystem, type RehearsalSystem } from './support/rehearsal-system.js';

let system: RehearsalSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

/** The campaign of the tests with groups of nominees, a register of examples, recipients and a continuous duty. */
const FILE: CampaignFile = {
  ...campaignFile,
  criteria: [
    { key: 'ket-qua', text: both('Kết quả'), kind: 'gate', evidence: ['document'] },
    {
      key: 'dong-gop',
      text: both('Đóng góp'),
      kind: 'gate',
      evidence: ['record'],
      contributions: { kinds: ['land'], confirmed: true },
    },
  ],
  subjectGroups: [
    {
      key: 'tap-the-ca-nhan',
      text: both('Tập thể, cá nhân'),
      subjectKinds: ['collective', 'individual'],
      criteria: ['ket-qua'],
      documents: [{ key: 'bao-cao-thanh-tich', name: both('Báo cáo thành tích') }],
    },
    {
      key: 'ho',
      text: both('Hộ gia đình'),
      subjectKinds: ['household'],
      criteria: ['dong-gop'],
      documents: [],
    },
  ],
  obligations: [
    ...campaignFile.obligations,
    {
      key: 'tuyen-truyen-thuong-xuyen',
      text: both('Tuyên truyền'),
      kind: 'communication',
      mode: 'continuous',
      who: { scope: ['all'] },
      due: { kind: 'continuous' },
      proof: 'record',
      activities: [{ kind: 'communication' }],
    },
  ],
  exampleRegister: {
    levels: [{ key: 'tinh', name: both('Cấp tỉnh'), recognisedBy: { roles: ['issuer'] } }],
    stages: [{ key: 'phat-hien', name: both('Phát hiện') }],
    introducedBy: { scope: ['all'] },
  },
  distribution: [{ key: 'don-vi', text: both('Các sở'), to: { scope: ['all'] }, at: ['launch'], acknowledge: true }],
  accountableHeads: [{ key: 'thu-truong', text: both('Thủ trưởng'), scope: ['all'], answersTo: 'issuer' }],
};

it('S4-59 S0-35 S3-60 people in a rehearsal record activities, bring examples, answer criteria and acknowledge documents', async () => {
  const result = await rehearse({
    baseUrl: system.baseUrl,
    adminToken: system.adminToken,
    file: FILE,
    units: 6,
    seed: 7,
    until: '2025-02-28',
    say: () => undefined,
  });
  expect(result.invariants.filter(({ holds }) => !holds)).toEqual([]);
  expect(result.refusals.filter(({ what }) => what.startsWith('!'))).toEqual([]);
  expect(Object.keys(result.paths)).toEqual(
    expect.arrayContaining(['record-activity', 'recognise-example', 'confirm-activity']),
  );
});
