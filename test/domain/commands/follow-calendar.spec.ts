import { describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { StreamRef } from '../../../libs/domain/core/stream.js';
import type { OpenTask } from '../../../libs/domain/task/open-task.js';
import type { TaskOwnerKind } from '../../../libs/domain/task/task.commands.js';
import { outcome } from '../support/outcome.js';
import { ENGINE, OPERATOR } from '../../../libs/domain/access/actor.js';
import { submitted, walkTo } from '../support/dossier-walk.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { inRound, launched, owes, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const file: CampaignFile = {
  ...campaignFile,
  exampleRegister: {
    levels: [{ key: 'co-so', name: both('Cấp cơ sở'), recognisedBy: { roles: ['issuer'] } }],
    stages: [],
    introducedBy: { scope: ['all'] },
    kinds: ['model'],
  },
  reviews: campaignFile.reviews.map((review) =>
    review.key === 'mid'
      ? { ...review, window: { kind: 'within', amount: 10, unit: 'working', after: 'launched' } }
      : review,
  ),
};
const holiday = (world: Province, date: string, kind: 'holiday' | 'none' = 'holiday') =>
  world.must('changeCalendarDay', { date, kind, name: 'Nghỉ', source: 'Thông báo 1/TB', reason: 'Công bố' }, OPERATOR);
const follow = (world: Province, owner: StreamRef, visit = 1) =>
  outcome(world.execute('followCalendar', { owner, visit }, ENGINE));
const taskOf = (world: Province, owner: StreamRef, visit = 1): OpenTask =>
  world.state(owner.kind as TaskOwnerKind, owner.id)!.open[String(visit)]!;

/** Monday 13/05/2024: what each kind of stream has open, and where it ends. */
const example = (world: Province): StreamRef => {
  const subject = { kind: 'household', id: 'ho-m', name: 'Hộ bà M' } as const;
  const introduced = { exampleId: 'dh-1', campaignId: CAMPAIGN, introducedBy: UNITS.b, unitId: UNITS.a };
  world.must('introduceExample', { ...introduced, kind: 'model', subject, summary: 'Cam hữu cơ' }, who('b', 'officer'));
  return { kind: 'example', id: 'dh-1' };
};
const activity = (world: Province, more: object): StreamRef => {
  const recorded = { activityId: 'hd-1', campaignId: CAMPAIGN, unitId: UNITS.a, kind: 'inspection', title: 'Kiểm tra' };
  world.must('recordActivity', { ...recorded, from: '2024-05-13', ...more } as never, who('a', 'officer'));
  return { kind: 'activity', id: 'hd-1' };
};

describe('a holiday announced after a task was opened', () => {
  it.each([
    ['an example to look at', example],
    ['an activity to confirm', (world: Province) => activity(world, { confirmer: UNITS.lead })],
  ])('moves %s, as an event with before and after, and tells who has it', (_, open) => {
    const world = launched(file);
    const owner = open(world);
    const { due: before, amount } = taskOf(world, owner);
    expect(follow(world, owner)).toBe('ALREADY_DONE');
    holiday(world, '2024-05-16');
    const told = world.notices.length;
    expect(follow(world, owner)).toBe('accepted');
    const { due: after } = taskOf(world, owner);
    expect(after!.at).toBeGreaterThan(before!.at);
    expect(world.events.at(-1)).toMatchObject({
      type: 'taskReplanned',
      payload: { visit: 1, from: before!.lastDay, to: after!.lastDay, cause: 'calendar', task: { amount } },
    });
    const notices = world.notices.slice(told);
    expect(notices.length).toBeGreaterThan(0);
    expect(notices.every(({ template }) => template === 'date-extended')).toBe(true);
    expect(world.table('read_task').find((row) => row['owner_id'] === owner.id)).toMatchObject({
      last_day: after!.lastDay,
    });
    expect(follow(world, owner)).toBe('ALREADY_DONE');
    // Taken back again: nobody loses what they were given.
    holiday(world, '2024-05-16', 'none');
    follow(world, owner);
    expect(taskOf(world, owner).due).toEqual(after);
  });

  it('leaves the date of a follow-up alone, which a person set; its reminders move and none is sent twice', () => {
    const world = launched(file);
    const followUp = { unitId: UNITS.b, text: 'Khắc phục', lastDay: '2024-06-28' };
    const owner = activity(world, { followUp });
    const before = taskOf(world, owner);
    holiday(world, '2024-06-27');
    expect(follow(world, owner)).toBe('accepted');
    const after = taskOf(world, owner);
    expect(after.due).toEqual(before.due);
    expect(after.plan.map(({ key }) => key)).toEqual(before.plan.map(({ key }) => key));
    expect(after.plan).not.toEqual(before.plan);
    expect(world.notices.some(({ template }) => template === 'date-extended')).toBe(false);
  });

  it('moves a review whose window is a limit in working days', () => {
    const world = launched(file);
    world.must('openReview', { campaignId: CAMPAIGN, review: 'mid' }, ENGINE);
    const owner: StreamRef = { kind: 'campaign', id: CAMPAIGN };
    const { visit } = world.state('campaign', CAMPAIGN)!;
    const before = taskOf(world, owner, visit).due!;
    holiday(world, '2024-05-16');
    expect(follow(world, owner, visit)).toBe('accepted');
    expect(taskOf(world, owner, visit).due!.at).toBeGreaterThan(before.at);
  });

  it('a council session whose day is a day off is not moved: its secretary is told, and has a day more for the result', () => {
    const world = inRound();
    submitted(world, 'n-1');
    const agenda = [{ nominationId: 'n-1', visit: walkTo(world, 'n-1', 'council') }];
    const session = {
      sessionId: 's-1',
      campaignId: CAMPAIGN,
      councilId: UNITS.council,
      date: '2024-10-10',
      members: 9,
    };
    world.must('conveneSession', { ...session, agenda }, who('council', 'secretary'));
    const owner: StreamRef = { kind: 'session', id: 's-1' };
    holiday(world, '2024-10-10');
    expect(follow(world, owner)).toBe('accepted');
    expect(world.state('session', 's-1')?.date).toBe('2024-10-10');
    expect(taskOf(world, owner).due?.lastDay).toBe('2024-10-11');
    expect(world.notices.at(-1)).toMatchObject({
      template: 'session-day-off',
      recipient: `${UNITS.council}.secretary`,
      params: { date: '2024-10-10', lastDay: '2024-10-11' },
    });
    expect(follow(world, owner)).toBe('ALREADY_DONE');
  });

  it('gives the days of a correction back that a holiday took; a date a person set since stays', () => {
    const world = launched().on('2024-12-02');
    const id = owes(world, 'report', '2024', UNITS.a);
    world.must('submitReport', { obligationId: id, fields: { result: 'Tốt', households: 1 } }, who('a', 'officer'));
    world.must('returnReport', { reportId: id, visit: 1, reason: 'Thiếu' }, who('lead', 'officer'));
    holiday(world, '2024-12-05');
    const replan = () => outcome(world.execute('replanObligation', { obligationId: id }, ENGINE));
    expect(replan()).toBe('accepted');
    expect(world.state('obligation', id)?.open['2']?.due?.lastDay).toBe('2024-12-10');
    expect(world.events.at(-1)?.payload).toMatchObject({ from: '2024-12-09', to: '2024-12-10' });
    expect(world.state('obligation', id)?.due.lastDay).toBe('2024-11-30');
    expect(replan()).toBe('ALREADY_DONE');
    world.must('extendObligation', { obligationId: id, lastDay: '2024-12-12', reason: 'Lũ' }, who('lead', 'head'));
    expect(world.state('obligation', id)?.open['2']).not.toHaveProperty('amount');
    for (const day of ['2024-12-06', '2024-12-09', '2024-12-10']) holiday(world, day);
    replan();
    expect(world.state('obligation', id)?.open['2']?.due?.lastDay).toBe('2024-12-12');
  });

  it('is the engine’s to say, of a task that is open and dated', () => {
    const world = launched(file);
    const owner = example(world);
    expect(outcome(world.execute('followCalendar', { owner, visit: 1 }, who('a', 'officer')))).toBe('FORBIDDEN');
    expect(follow(world, owner, 7)).toBe('ALREADY_DONE');
    expect(follow(world, { kind: 'example', id: 'none' })).toBe('NOT_FOUND');
    expect(follow(world, { kind: 'unit', id: UNITS.a })).toBe('NOT_FOUND');
  });
});
