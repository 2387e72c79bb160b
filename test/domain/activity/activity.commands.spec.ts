import { describe, expect, it } from '@jest/globals';
import type { RecordActivity } from '../../../libs/domain/activity/activity.commands.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { ENGINE } from '../../../libs/domain/access/actor.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { launched, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const FILE: CampaignFile = {
  ...campaignFile,
  obligations: [
    ...campaignFile.obligations,
    {
      key: 'tuyen-truyen',
      text: both('Tuyên truyền'),
      kind: 'communication',
      mode: 'continuous',
      who: { scope: ['all'] },
      due: { kind: 'continuous' },
      proof: 'record',
      activities: [
        { kind: 'communication', quantities: [{ key: 'bai-viet', name: both('Bài viết'), unit: 'bài' }], perYear: 4 },
      ],
    },
  ],
};

const ARTICLES: RecordActivity = {
  activityId: 'hd-1',
  campaignId: CAMPAIGN,
  unitId: UNITS.a,
  kind: 'communication',
  title: 'Chuyên mục về cam Cao Phong của ông Bùi Văn T',
  from: '2024-05-13',
  obligation: 'tuyen-truyen',
  quantities: [{ key: 'bai-viet', value: 3, unit: 'bài' }],
};
const officer = who('a', 'officer');
const record = (world: Province, more: Partial<RecordActivity> = {}, actor = officer) =>
  world.execute('recordActivity', { ...ARTICLES, ...more }, actor);
const read = (world: Province, id = 'hd-1') => world.table('read_activity').find((row) => row['id'] === id);

describe('an activity record', () => {
  it('S0-38 S0-26 is kept with its counts under the duty it carries out, its words sealed', () => {
    const world = launched(FILE);
    expect(outcome(record(world))).toBe('accepted');
    expect(read(world)).toMatchObject({ obligation_key: 'tuyen-truyen', kind: 'communication', status: 'recorded' });
    expect(world.state('activity', 'hd-1')?.quantities).toEqual([{ key: 'bai-viet', value: 3, unit: 'bài' }]);
    expect(JSON.stringify(world.events)).not.toContain('Bùi Văn T');
    expect(outcome(record(world))).toBe('ALREADY_EXISTS');
  });

  it('refuses who may not, days to come, and what the campaign does not ask for', () => {
    const world = launched(FILE);
    expect(outcome(record(world, {}, who('b', 'officer')))).toBe('FORBIDDEN');
    expect(refusalOf(record(world, { from: '2024-05-14' }))).toMatchObject({ code: 'DATE_IN_FUTURE', field: 'to' });
    expect(refusalOf(record(world, { to: '2024-05-01' }))).toMatchObject({ code: 'DATE_INVALID', field: 'to' });
    expect(refusalOf(record(world, { kind: 'training' })).field).toBe('kind');
    expect(refusalOf(record(world, { quantities: [{ key: 'bai-viet', value: 1, unit: 'giờ' }] })).field).toBe(
      'quantities.0.key',
    );
    expect(refusalOf(record(world, { obligation: 'khong-co' })).field).toBe('obligation');
    expect(refusalOf(record(world, { partners: ['khong-co'] }))).toMatchObject({
      code: 'UNKNOWN_UNIT',
      field: 'partners.0',
    });
    expect(refusalOf(record(world, { obligation: undefined, kind: 'contribution' })).field).toBe('contribution');
  });

  it('S1-46 S1-49 names who leads and who takes part, and tells the partners', () => {
    const world = launched(FILE);
    record(world, {
      obligation: undefined,
      quantities: [],
      kind: 'coordination',
      lead: UNITS.lead,
      partners: [UNITS.b],
    });
    expect(world.state('activity', 'hd-1')).toMatchObject({ lead: UNITS.lead, partners: [UNITS.b] });
    expect(world.notices.filter(({ template }) => template === 'activity-recorded').map((n) => n.recipient)).toEqual(
      expect.arrayContaining([`${UNITS.lead}.officer`, `${UNITS.b}.officer`]),
    );
  });

  it('S0-27 S3-54 S1-51 an inspection leaves something to follow up, by a day, with reminders', () => {
    const world = launched(FILE);
    const followUp = { unitId: UNITS.b, lastDay: '2024-06-14', text: 'Bổ sung kế hoạch tuyên truyền' };
    const inspection = { obligation: undefined, quantities: [], kind: 'inspection', concerned: [UNITS.b] } as const;
    expect(refusalOf(record(world, { ...inspection, followUp: { ...followUp, lastDay: '2024-05-01' } })).code).toBe(
      'DEADLINE_IN_PAST',
    );
    record(world, { ...inspection, followUp });
    const [task] = world.table('read_task').filter((row) => row['owner_kind'] === 'activity');
    expect(task).toMatchObject({ queue: `${UNITS.b}/officer`, kind: 'follow-up-activity', last_day: '2024-06-14' });
    expect(task?.['next_step_at']).not.toBeNull();
    world.on('2024-06-11');
    world.must('remindTask', { owner: { kind: 'activity', id: 'hd-1' }, visit: 1 }, ENGINE);
    const act = {
      activityId: 'hd-1',
      visit: 1,
      note: 'Đã ban hành',
      document: { number: '12/KH-B', date: '2024-06-10' },
    };
    expect(outcome(world.execute('followUpActivity', act, officer))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(outcome(world.execute('confirmActivity', { activityId: 'hd-1', visit: 1 }, who('b', 'officer')))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    world.must('followUpActivity', act, who('b', 'officer'));
    expect(world.state('activity', 'hd-1')).toMatchObject({ followUp: { done: true }, open: {} });
    expect(world.notices.at(-1)).toMatchObject({ template: 'activity-followed-up', recipient: `${UNITS.a}.officer` });
  });

  it('S4-54 S4-59 a contribution of money, labour or land is confirmed by an authority, as its task', () => {
    const world = launched(FILE);
    const contribution = {
      kind: 'land',
      amount: 300,
      unit: 'm2',
      source: { kind: 'farmer', id: 'ong-t', name: 'Ông Thạch T' },
      receiver: UNITS.b,
    } as const;
    const given = {
      obligation: undefined,
      quantities: [],
      kind: 'contribution',
      contribution,
      confirmer: UNITS.lead,
    } as const;
    expect(refusalOf(record(world, { ...given, contribution: { ...contribution, amount: 0 } })).field).toBe(
      'contribution.amount',
    );
    expect(refusalOf(record(world, { ...given, confirmer: UNITS.a })).field).toBe('confirmer');
    record(world, given);
    expect(read(world)).toMatchObject({ status: 'waiting', source_id: 'ong-t' });
    expect(JSON.stringify(world.events)).not.toContain('Thạch T');
    expect(outcome(world.execute('confirmActivity', { activityId: 'hd-1', visit: 1 }, officer))).toBe(
      'NOT_ASSIGNED_TO_YOU',
    );
    world.must('confirmActivity', { activityId: 'hd-1', visit: 1, note: 'Đúng thực tế' }, who('lead', 'officer'));
    expect(read(world)).toMatchObject({ status: 'confirmed' });
    expect(world.notices.at(-1)).toMatchObject({ template: 'activity-confirmed', recipient: `${UNITS.a}.officer` });
    record(world, { ...given, activityId: 'hd-2' });
    world.must('refuseActivity', { activityId: 'hd-2', visit: 1, reason: 'Chưa bàn giao đất' }, who('lead', 'officer'));
    expect(read(world, 'hd-2')).toMatchObject({ status: 'refused' });
  });

  it('is taken back with a reason, and folds from its facts alone', () => {
    const world = launched(FILE);
    record(world);
    const back = { activityId: 'hd-1', reason: 'Ghi nhầm đơn vị' };
    expect(outcome(world.execute('withdrawActivity', { ...back, reason: '' }, officer))).toBe('REASON_REQUIRED');
    world.must('withdrawActivity', back, officer);
    expect(read(world)).toMatchObject({ status: 'withdrawn' });
    expect(outcome(world.execute('withdrawActivity', back, officer))).toBe('ALREADY_DONE');
    expect(world.replay().everything()).toEqual(world.everything());
  });
});
