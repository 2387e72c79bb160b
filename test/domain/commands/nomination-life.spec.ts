import { describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { DEFAULT_ROUTE } from '../../../libs/domain/campaign-plan/default-route.js';
import { openTaskOf } from '../../../libs/domain/nomination/nomination-state.js';
import { ENGINE } from '../../../libs/domain/access/actor.js';
import { ROUND, submitted, walkTo } from '../support/dossier-walk.js';
import { CAMPAIGN, UNITS, who } from '../support/people.js';
import { inRound, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';
import { outcome, refusalOf } from '../support/outcome.js';

const nominationId = 'n-1';
const officer = who('a', 'officer');
const standing = who('standing', 'secretary');
const lead = who('lead', 'officer');
const decider = who('province', 'decider');
const of = (world: Province) => {
  const state = world.state('nomination', nominationId);
  if (state === undefined) throw new Error('there is a dossier');
  return { ...state, task: openTaskOf(state) };
};

/** A campaign whose completeness check has ten working days and whose opinion period has ten. */
const withLimits: CampaignFile = {
  ...campaignFile,
  routes: {
    default: DEFAULT_ROUTE.map((step) =>
      step.key === 'completeness' || step.key === 'public-opinion'
        ? { ...step, due: { amount: 10, unit: 'working', provenance: { basis: 'law', confidence: 'M' } } }
        : step,
    ),
  },
};

describe('the life of a nomination', () => {
  it('goes from submission to the archive through every step', () => {
    const world = inRound();
    submitted(world);
    expect(of(world).route.map(({ kind }) => kind)).toEqual(DEFAULT_ROUTE.map(({ kind }) => kind));
    walkTo(world, nominationId, 'archive');
    world.must('endTimedStep', { nominationId, visit: of(world).visit, key: 'archive' }, ENGINE);
    expect(of(world)).toMatchObject({ status: 'archived', open: {}, decision: { id: 'd-n-1' } });
    const closed = world.table('read_task').filter(({ owner_id }) => owner_id === nominationId);
    expect(closed.every(({ status }) => status === 'closed')).toBe(true);
    expect(JSON.stringify(world.events)).not.toContain('bí mật');
  });

  it('is refused where the subject has another dossier in the round, or the round is over', () => {
    const world = inRound();
    submitted(world);
    const draft = {
      nominationId: 'n-2',
      campaignId: CAMPAIGN,
      roundId: ROUND,
      awardCode: 'BK',
      unitId: UNITS.a,
      subject: { kind: 'collective', id: 'subject-1', name: 'x' },
      achievement: 'x',
      documents: [],
    } as const;
    expect(outcome(world.execute('draftNomination', { ...draft, awardCode: 'HC' }, officer))).toBe('UNKNOWN_AWARD');
    expect(
      outcome(world.execute('draftNomination', { ...draft, subject: { ...draft.subject, kind: 'investor' } }, officer)),
    ).toBe('UNKNOWN_AWARD');
    expect(outcome(world.execute('draftNomination', draft, who('b', 'officer')))).toBe('FORBIDDEN');
    world.must('draftNomination', draft, officer);
    expect(outcome(world.execute('draftNomination', draft, officer))).toBe('ALREADY_EXISTS');
    expect(outcome(world.execute('submitNomination', { nominationId: 'n-2' }, officer))).toBe('SAME_ACHIEVEMENT');
    expect(outcome(world.execute('submitNomination', { nominationId }, officer))).toBe('ALREADY_DONE');
    world.must('withdrawNomination', { nominationId, reason: 'Trùng' }, officer);
    world.on('2024-11-01');
    world.must('closeRoundWindow', { roundId: ROUND }, ENGINE);
    expect(outcome(world.execute('submitNomination', { nominationId: 'n-2' }, officer))).toBe('ROUND_NOT_OPEN');
    expect(outcome(world.execute('draftNomination', { ...draft, nominationId: 'n-3' }, officer))).toBe(
      'ROUND_NOT_OPEN',
    );
  });

  it('returned, its clock stands still until it comes back', () => {
    const world = inRound(withLimits);
    submitted(world);
    expect(of(world).task).toMatchObject({ due: { lastDay: '2024-10-15' }, advisory: true });
    world.on('2024-10-04');
    const back = (more: object = {}) =>
      world.execute('returnNomination', { nominationId, visit: 1, reason: 'Thiếu', ...more }, standing);
    expect(outcome(back({ reason: '' }))).toBe('REASON_REQUIRED');
    expect(outcome(back({ supplementBy: '2024-10-01' }))).toBe('DEADLINE_IN_PAST');
    expect(outcome(back({ visit: 2 }))).toBe('INVALID_INPUT');
    expect(outcome(back())).toBe('accepted');
    expect(of(world)).toMatchObject({ status: 'returned', task: { kind: 'supplement', queue: `${UNITS.a}/officer` } });
    expect(outcome(back())).toBe('STALE_VERSION');
    world.on('2024-10-21');
    const again = { nominationId, visit: 2, note: 'Đã bổ sung' };
    expect(outcome(world.execute('resubmitNomination', again, standing))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(outcome(world.execute('resubmitNomination', again, officer))).toBe('accepted');
    expect(of(world).task).toMatchObject({ step: 'completeness', due: { lastDay: '2024-10-30' }, amount: 7 });
  });

  it('is returned only so often', () => {
    const world = inRound();
    submitted(world);
    for (let visit = 1; visit < 7; visit += 2) {
      world.must('returnNomination', { nominationId, visit, reason: 'Thiếu' }, standing);
      world.must('resubmitNomination', { nominationId, visit: visit + 1, note: '' }, officer);
    }
    const last = { nominationId, visit: 7, reason: 'Thiếu' };
    expect(refusalOf(world.execute('returnNomination', last, standing))).toMatchObject({
      code: 'RETURNED_TOO_OFTEN',
      params: { times: 3 },
    });
  });

  it('on hold, it goes on where it was, with the days that were left', () => {
    const world = inRound(withLimits);
    submitted(world);
    const hold = { nominationId, ground: 'complaint', reason: 'Có đơn' } as const;
    expect(outcome(world.execute('holdNomination', hold, officer))).toBe('FORBIDDEN');
    world.on('2024-10-04');
    expect(outcome(world.execute('holdNomination', hold, standing))).toBe('accepted');
    expect(outcome(world.execute('holdNomination', hold, standing))).toBe('ALREADY_DONE');
    expect(outcome(world.execute('approveStep', { nominationId, visit: 1 }, standing))).toBe('TASK_CLOSED');
    world.on('2024-10-21');
    const release = { nominationId, reason: 'Đã xác minh' };
    expect(outcome(world.execute('releaseNomination', release, standing))).toBe('accepted');
    expect(outcome(world.execute('releaseNomination', release, standing))).toBe('ALREADY_DONE');
    expect(of(world)).toMatchObject({ status: 'open', task: { step: 'completeness', due: { lastDay: '2024-10-30' } } });
  });

  it('is declined with a reason, and then moves no more', () => {
    const world = inRound();
    submitted(world);
    expect(outcome(world.execute('declineNomination', { nominationId, visit: 1, reason: ' ' }, standing))).toBe(
      'REASON_REQUIRED',
    );
    expect(outcome(world.execute('declineNomination', { nominationId, visit: 1, reason: 'Không đủ' }, standing))).toBe(
      'accepted',
    );
    expect(outcome(world.execute('approveStep', { nominationId, visit: 1 }, standing))).toBe('TASK_CLOSED');
    expect(outcome(world.execute('withdrawNomination', { nominationId, reason: 'x' }, officer))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    expect(outcome(world.execute('holdNomination', { nominationId, ground: 'press', reason: 'x' }, standing))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
  });

  it('is withdrawn by its unit as long as nothing is decided', () => {
    const world = inRound();
    submitted(world);
    expect(outcome(world.execute('withdrawNomination', { nominationId, reason: 'x' }, lead))).toBe('FORBIDDEN');
    expect(outcome(world.execute('withdrawNomination', { nominationId, reason: '' }, officer))).toBe('REASON_REQUIRED');
    expect(outcome(world.execute('withdrawNomination', { nominationId, reason: 'Rút' }, officer))).toBe('accepted');
    expect(outcome(world.execute('withdrawNomination', { nominationId, reason: 'Rút' }, officer))).toBe('ALREADY_DONE');
  });

  it('has more time by extension, never less', () => {
    const world = inRound(withLimits);
    submitted(world);
    const extend = (lastDay: string, reason = 'Bão', visit = 1) =>
      outcome(world.execute('extendStep', { nominationId, visit, lastDay, reason }, who('standing', 'officer')));
    expect(extend('2024-10-14')).toBe('DEADLINE_IN_PAST');
    expect(extend('2024-10-20', '')).toBe('REASON_REQUIRED');
    expect(extend('2024-10-20', 'Bão', 9)).toBe('STALE_VERSION');
    expect(extend('2024-10-20')).toBe('accepted');
    expect(of(world).task).toMatchObject({ visit: 1, due: { lastDay: '2024-10-20' } });
    expect(outcome(world.execute('approveStep', { nominationId, visit: 1 }, standing))).toBe('accepted');
  });

  it('waits out its opinion period', () => {
    const world = inRound(withLimits);
    submitted(world);
    const visit = walkTo(world, nominationId, 'public-opinion');
    const end = () => world.execute('endTimedStep', { nominationId, visit, key: 'public-opinion' }, ENGINE);
    expect(outcome(end())).toBe('NOT_DUE_YET');
    world.on('2024-10-16', '00:00');
    expect(outcome(end())).toBe('accepted');
    expect(outcome(end())).toBe('ALREADY_DONE');
    expect(outcome(world.execute('endTimedStep', { nominationId, visit: visit + 1, key: 'submission' }, ENGINE))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
  });

  it('can lose its award and get it back', () => {
    const world = inRound();
    submitted(world);
    const revoke = { nominationId, reason: 'Khai man', decisionNumber: '9/QĐ-UBND', decisionDate: '2024-10-01' };
    expect(outcome(world.execute('revokeAward', revoke, decider))).toBe('NOT_ALLOWED_IN_STATE');
    walkTo(world, nominationId, 'archive');
    expect(outcome(world.execute('restoreAward', { nominationId, reason: 'x' }, decider))).toBe('ALREADY_DONE');
    expect(outcome(world.execute('revokeAward', revoke, lead))).toBe('FORBIDDEN');
    expect(outcome(world.execute('revokeAward', { ...revoke, decisionDate: '2030-01-01' }, decider))).toBe(
      'DATE_IN_FUTURE',
    );
    expect(outcome(world.execute('revokeAward', revoke, decider))).toBe('accepted');
    expect(outcome(world.execute('revokeAward', revoke, decider))).toBe('ALREADY_DONE');
    expect(of(world)).toMatchObject({ status: 'revoked', open: {} });
    expect(outcome(world.execute('restoreAward', { nominationId, reason: 'Khiếu nại đúng' }, decider))).toBe(
      'accepted',
    );
    expect(of(world).status).toBe('published');
  });
});

describe('a task in hand', () => {
  it('is claimed, given back, handed over and followed up', () => {
    const world = inRound();
    submitted(world);
    const taskId = 'nomination:n-1:1';
    const other = { ...standing, id: 'ban-thi-dua.officer' };
    const act = (name: 'claimTask' | 'releaseTask', actor = standing) =>
      outcome(world.execute(name, { taskId }, actor));
    expect(act('claimTask', officer)).toBe('NOT_ASSIGNED_TO_YOU');
    expect(act('releaseTask')).toBe('ALREADY_DONE');
    expect(act('claimTask')).toBe('accepted');
    expect(act('claimTask')).toBe('ALREADY_DONE');
    expect(act('claimTask', other)).toBe('TASK_CLAIMED_BY_OTHER');
    expect(outcome(world.execute('approveStep', { nominationId, visit: 1 }, other))).toBe('TASK_CLAIMED_BY_OTHER');
    const give = (to: string, reason: string) =>
      outcome(world.execute('reassignTask', { taskId, to, reason }, standing));
    expect(give('nobody', 'x')).toBe('NOT_FOUND');
    expect(give('so-noi-vu.officer', '')).toBe('REASON_REQUIRED');
    expect(give('so-noi-vu.officer', 'Bận')).toBe('accepted');
    const assignee = who('homeAffairs', 'officer');
    expect(outcome(world.execute('followUpTask', { taskId, on: '2024-10-20' }, assignee))).toBe('accepted');
    expect(outcome(world.execute('followUpTask', { taskId, on: 'mai' }, assignee))).toBe('DATE_INVALID');
    expect(outcome(world.execute('approveStep', { nominationId, visit: 1 }, assignee))).toBe('accepted');
    expect(act('releaseTask')).toBe('TASK_CLOSED');
    expect(outcome(world.execute('claimTask', { taskId: 'x' }, standing))).toBe('NOT_FOUND');
  });
});
