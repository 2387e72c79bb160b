import { describe, expect, test } from '@jest/globals';
import { OPERATOR } from '../../../libs/domain/access/actor.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { DistributionEntry, SteeringCommittee } from '../../../libs/domain/campaign-plan/organising.js';
import { outcome } from '../support/outcome.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { launched, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const line = (to: DistributionEntry['to']): DistributionEntry => ({
  key: 'noi-nhan',
  text: both('Nơi nhận'),
  to,
  at: ['launch'],
  acknowledge: true,
});
const sent = (world: Province, entry = 'noi-nhan', campaign = CAMPAIGN) =>
  world.state('dispatch', `${campaign}.launch.${entry}`);

describe('the launching document goes to', () => {
  test('S1-40 S1-51 those who lead clusters and blocks this year, who say that they have it', () => {
    const world = launched({ ...campaignFile, distribution: [line({ clusters: true })] });
    expect(sent(world)).toMatchObject({
      recipients: [UNITS.leader],
      open: { 1: { queue: `${UNITS.leader}/officer`, unitId: UNITS.leader } },
    });
    const dispatchId = `${CAMPAIGN}.launch.noi-nhan`;
    const say = (actor = who('leader', 'officer')) =>
      outcome(world.execute('acknowledgeDocument', { dispatchId, visit: 1 }, actor));
    expect(say(who('b', 'officer'))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(say()).toBe('accepted');
    expect(sent(world)?.acknowledged[UNITS.leader]).toMatchObject({ by: 'don-vi-truong-cum.officer' });
  });

  test('S2-04 the bodies of the campaign above, when it carries one out', () => {
    const world = launched().on('2024-06-04');
    const own = { unit: UNITS.a };
    const child: CampaignFile = {
      ...campaignFile,
      id: 'cap-duoi',
      parent: { campaign: CAMPAIGN, inherits: [] },
      phases: [{ key: 'ca-ky', text: both('Cả kỳ'), from: '2024-01-01', to: '2030-12-31' }],
      obligations: [],
      reviews: [],
      rounds: [],
      openQuestions: [],
      roles: { ...campaignFile.roles, issuer: own, leadAgency: own, decider: own },
      distribution: [line({ parent: true })],
    };
    world.must('draftCampaign', { file: child, rulePack: 'L2022-ND152' }, OPERATOR);
    const decider = { id: 'don-vi-a.head', kind: 'person', holdings: [{ unitId: UNITS.a, role: 'decider' }] } as const;
    const document = { number: '15/KH-DVA', date: '2024-06-03' };
    const { notices } = world.must('launchCampaign', { campaignId: child.id, document }, decider);
    expect(sent(world, 'noi-nhan', child.id)?.recipients).toEqual([UNITS.province, UNITS.lead]);
    expect(notices?.map(({ recipient }) => recipient)).toContain('so-nong-nghiep.officer');
  });

  test('S4-32 S4-44 each member of the steering committee, with what they look after as a task of their seat', () => {
    const committee: SteeringCommittee = {
      key: 'ban-chi-dao',
      text: both('Ban Chỉ đạo'),
      members: [
        { key: 'truong-ban', function: 'chair', unit: UNITS.province, role: 'head', areas: [] },
        {
          key: 'nong-nghiep',
          function: 'member',
          unit: UNITS.lead,
          role: 'head',
          areas: [{ key: 'san-xuat', text: both('Tổ chức sản xuất') }],
        },
      ],
    };
    const world = launched({ ...campaignFile, steeringCommittees: [committee] });
    const member = sent(world, 'steering.ban-chi-dao.nong-nghiep');
    expect(member).toMatchObject({
      line: { vi: 'Thành viên Ban Chỉ đạo: Tổ chức sản xuất' },
      open: { 1: { queue: `${UNITS.lead}/head`, kind: 'acknowledge-document' } },
    });
    expect(sent(world, 'steering.ban-chi-dao.truong-ban')?.open['1']?.queue).toBe(`${UNITS.province}/head`);
    const told = world.notices.filter(({ template }) => template === 'steering-member');
    expect(new Set(told.map(({ recipient }) => recipient))).toEqual(new Set(['ubnd-tinh.head', 'so-nong-nghiep.head']));
    const dispatchId = `${CAMPAIGN}.launch.steering.ban-chi-dao.nong-nghiep`;
    expect(outcome(world.execute('acknowledgeDocument', { dispatchId, visit: 1 }, who('b', 'head')))).toBe(
      'NOT_ASSIGNED_TO_YOU',
    );
    expect(outcome(world.execute('acknowledgeDocument', { dispatchId, visit: 1 }, who('lead', 'head')))).toBe(
      'accepted',
    );
  });
});
