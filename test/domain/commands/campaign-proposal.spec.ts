import { describe, expect, test } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { ProposeCampaign } from '../../../libs/domain/campaign/campaign-proposal.commands.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { both, UNITS, who } from '../support/people.js';
import { type Province, province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const DRIVE = 'dot-thi-dua-dac-biet';
/** A short drive the province would launch, thought of by unit a. */
const drive: CampaignFile = {
  ...campaignFile,
  id: DRIVE,
  name: both('Đợt thi đua đặc biệt 60 ngày đêm'),
  phases: [{ key: 'ca-dot', text: both('Cả đợt'), from: '2024-01-01', to: '2030-12-31' }],
  obligations: [],
  reviews: [],
  rounds: [],
  openQuestions: [],
};
const proposal: ProposeCampaign = {
  file: drive,
  rulePack: 'L2022-ND152',
  unitId: UNITS.a,
  note: 'Chào mừng ngày thành lập; bà G đề xuất',
};
const head = who('a', 'head');
const decider = who('province', 'decider');
const document = { number: '20/KH-UBND', date: '2024-05-13' };

const propose = (world: Province, more: Partial<ProposeCampaign> = {}, actor = head) =>
  world.execute('proposeCampaign', { ...proposal, ...more }, actor);

describe('S1-41 a unit proposes a campaign to the one who may launch it', () => {
  test('S1-41 it may not launch it itself; the decider finds it in the inbox and launches it', () => {
    const world = province();
    expect(outcome(world.execute('draftCampaign', { file: drive, rulePack: 'L2022-ND152' }, head))).toBe('FORBIDDEN');
    expect(propose(world)).toMatchObject({ ok: true, result: { campaignId: DRIVE, visit: 1 } });
    expect(world.state('campaign', DRIVE)).toMatchObject({
      status: 'draft',
      proposal: { unitId: UNITS.a, by: head.id, status: 'waiting' },
      open: { 1: { queue: `${UNITS.province}/decider`, unitId: UNITS.a } },
    });
    const told = world.notices.filter(({ template }) => template === 'campaign-proposed');
    expect(told.map(({ recipient }) => recipient)).toContain('ubnd-tinh.decider');
    expect(JSON.stringify(world.events)).not.toContain('bà G');
    const launch = (actor = decider) =>
      outcome(world.execute('launchCampaign', { campaignId: DRIVE, document }, actor));
    expect(launch(head)).toBe('FORBIDDEN');
    expect(launch()).toBe('accepted');
    expect(world.state('campaign', DRIVE)).toMatchObject({
      status: 'running',
      proposal: { status: 'launched' },
      open: {},
    });
    expect(outcome(world.execute('declineProposal', { campaignId: DRIVE, visit: 1, reason: 'x' }, decider))).toBe(
      'ALREADY_DONE',
    );
  });

  test('S1-41 declined with a reason it cannot be launched; proposed again it waits again', () => {
    const world = province();
    propose(world);
    const decline = (reason: string, actor = decider) =>
      outcome(world.execute('declineProposal', { campaignId: DRIVE, visit: 1, reason }, actor));
    expect(decline('Trùng với đợt khác', head)).toBe('NOT_ASSIGNED_TO_YOU');
    expect(decline(' ')).toBe('REASON_REQUIRED');
    expect(decline('Trùng với đợt khác')).toBe('accepted');
    const told = world.notices.filter(({ template }) => template === 'proposal-declined');
    expect(new Set(told.map(({ recipient }) => recipient))).toEqual(new Set(['don-vi-a.head', 'don-vi-a.officer']));
    expect(outcome(world.execute('launchCampaign', { campaignId: DRIVE, document }, decider))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    expect(outcome(propose(world, { unitId: UNITS.b }, who('b', 'head')))).toBe('ALREADY_EXISTS');
    expect(propose(world)).toMatchObject({ ok: true, result: { visit: 2 } });
    expect(outcome(propose(world))).toBe('ALREADY_DONE');
    expect(outcome(world.execute('launchCampaign', { campaignId: DRIVE, document }, decider))).toBe('accepted');
  });

  test('S1-41 it is somebody’s of that unit, has a reason, and the issuer drafts instead', () => {
    const world = province();
    expect(outcome(propose(world, {}, who('b', 'head')))).toBe('FORBIDDEN');
    expect(outcome(propose(world, { unitId: 'nowhere' }))).toBe('UNKNOWN_UNIT');
    expect(refusalOf(propose(world, { note: ' ' }))).toMatchObject({ code: 'REASON_REQUIRED', field: 'note' });
    expect(refusalOf(propose(world, { unitId: UNITS.province }, who('province', 'head'))).field).toBe('unitId');
    const faulty = { ...drive, documents: [] };
    expect(outcome(propose(world, { file: faulty }))).toBe('INVALID_INPUT');
    world.must('draftCampaign', { file: drive, rulePack: 'L2022-ND152' }, who('province', 'head'));
    expect(outcome(propose(world))).toBe('ALREADY_EXISTS');
  });
});
