import { describe, expect, it } from '@jest/globals';
import { ENGINE, type Actor } from '../../../libs/domain/access/actor.js';
import { campaignWait, type OpenConfirmations } from '../../../libs/domain/engine/campaign-wait.js';
import { confirmersAt } from '../../../libs/domain/registration/confirming.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { CAMPAIGN, UNITS, who } from '../support/people.js';
import { at, launched, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const ADMIN: Actor = { id: 'quan-tri', kind: 'person', holdings: [{ unitId: UNITS.province, role: 'admin' }] };
const registrationId = `${CAMPAIGN}.${UNITS.b}`;
const officer = who('b', 'officer');

const arrange = (world: Province, year: number, leader: string, members: readonly string[] = [UNITS.b]) =>
  world.must('arrangeCluster', { clusterId: 'cum-1', year, leader, members }, ADMIN);
const move = (world: Province, to: string, visit = 1, actor: Actor = ENGINE) =>
  world.execute('moveConfirmation', { registrationId, visit, to }, actor);
const registration = (world: Province) => {
  const state = world.state('registration', registrationId);
  if (state === undefined) throw new Error('not registered');
  return state;
};
const inbox = (world: Province) =>
  world.table('read_task').filter((row) => row['owner_id'] === registrationId && row['status'] === 'open');
const confirm = (world: Province, visit: number, unit: 'a' | 'leader' | 'lead') =>
  outcome(world.execute('confirmRegistration', { registrationId, visit }, who(unit, 'officer')));

/** Unit b has registered; the leader of its cluster of 2024 is to confirm. */
function waiting(): Province {
  const world = launched();
  const pledges = [{ key: 'plan-issued', own: false, text: 'Ban hành đúng hạn', target: 3, unit: 'mô hình' }];
  const head = `${UNITS.b}.head`;
  world.must('registerUnit', { campaignId: CAMPAIGN, unitId: UNITS.b, head, pledges }, officer);
  expect(inbox(world)).toMatchObject([{ queue: `${UNITS.leader}/officer`, visit: 1 }]);
  return world;
}

describe('C06 an open confirmation when another unit comes to lead the cluster', () => {
  it('opens at the new leader and is gone from the old one, whoever had it in hand there', () => {
    const world = waiting();
    const task = `registration:${registrationId}:1`;
    world.must('claimTask', { taskId: task }, who('leader', 'officer'));
    expect(outcome(move(world, UNITS.a))).toBe('INVALID_INPUT');
    arrange(world, 2024, UNITS.a);
    expect(outcome(move(world, UNITS.a, 1, who('lead', 'head')))).toBe('FORBIDDEN');
    expect(outcome(move(world, UNITS.a))).toBe('accepted');
    expect(inbox(world)).toMatchObject([{ queue: `${UNITS.a}/officer`, visit: 2, unit_id: UNITS.b }]);
    const closed = world.table('read_task').find((row) => row['id'] === task);
    expect(closed).toMatchObject({ status: 'closed', outcome: 'moved' });
    expect(outcome(move(world, UNITS.a))).toBe('ALREADY_DONE');
    expect(outcome(move(world, UNITS.a, 2))).toBe('ALREADY_DONE');
    expect(confirm(world, 1, 'leader')).toBe('STALE_VERSION');
    expect(confirm(world, 2, 'leader')).toBe('NOT_ASSIGNED_TO_YOU');
    expect(confirm(world, 2, 'a')).toBe('accepted');
    expect(world.replay().everything()).toEqual(world.everything());
  });

  it('says in the fact from whom to whom, of which cluster and year, and tells the officers of the new leader once', () => {
    const world = waiting();
    arrange(world, 2024, UNITS.a);
    move(world, UNITS.a);
    move(world, UNITS.a, 2);
    const facts = world.events.filter(({ type }) => type === 'confirmationMoved');
    expect(facts.map(({ payload }) => payload)).toMatchObject([
      { from: UNITS.leader, former: UNITS.leader, to: UNITS.a, cluster: 'cum-1', year: 2024 },
    ]);
    const told = world.notices.filter(({ template }) => template === 'confirmation-moved');
    expect(told.map(({ recipient, channel }) => `${recipient} ${channel}`).sort()).toEqual([
      `${UNITS.a}.officer email`,
      `${UNITS.a}.officer in-app`,
    ]);
  });

  it('keeps the reminders it had, so what was sent is not sent again', () => {
    const world = waiting();
    const before = registration(world).open['1'];
    arrange(world, 2024, UNITS.a);
    move(world, UNITS.a);
    expect(registration(world).open).toEqual({ '2': { ...before, visit: 2, queue: `${UNITS.a}/officer` } });
  });

  it('stays where it is until the cluster is arranged for the year, and moves with the first arrangement', () => {
    const world = waiting().on('2027-01-04');
    expect(outcome(move(world, UNITS.lead))).toBe('ALREADY_DONE');
    arrange(world, 2027, UNITS.a);
    expect(outcome(move(world, UNITS.a))).toBe('accepted');
  });

  it('goes to the lead agency where the unit comes to lead its cluster itself, or is in none any more', () => {
    const own = waiting();
    arrange(own, 2024, UNITS.b);
    expect(outcome(move(own, UNITS.b))).toBe('INVALID_INPUT');
    expect(outcome(move(own, UNITS.lead))).toBe('accepted');
    const left = waiting();
    arrange(left, 2024, UNITS.leader, [UNITS.a]);
    expect(outcome(move(left, UNITS.lead))).toBe('accepted');
    expect(left.events.at(-1)?.payload).toMatchObject({ from: UNITS.leader, to: UNITS.lead, without: 2024 });
  });

  it('takes the assessment of results along', () => {
    const world = waiting();
    expect(confirm(world, 1, 'leader')).toBe('accepted');
    const items = [{ key: 'plan-issued', value: 3 }];
    world.must('reportPledgeResults', { registrationId, number: 1, items }, officer);
    arrange(world, 2024, UNITS.a);
    expect(outcome(move(world, UNITS.a, 2))).toBe('accepted');
    const assess = { registrationId, visit: 3, verdicts: [] };
    expect(outcome(world.execute('assessPledge', assess, who('leader', 'officer')))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(outcome(world.execute('assessPledge', assess, who('a', 'officer')))).toBe('accepted');
  });

  it('X03 goes to the successor of a leader that ended, with the registration as it was, and not back', () => {
    const world = waiting();
    const document = { number: '1/NQ', date: '2024-05-10' };
    world.must(
      'carryOutSuccession',
      { unitId: UNITS.leader, to: UNITS.a, kind: 'merged', on: '2024-06-01', document },
      ADMIN,
    );
    world.on('2024-06-01');
    world.must('passOnWork', { owner: { kind: 'registration', id: registrationId }, unitId: UNITS.leader }, ENGINE);
    expect(inbox(world)).toMatchObject([{ queue: `${UNITS.a}/officer` }]);
    expect(registration(world)).toMatchObject({ status: 'submitted', unitId: UNITS.b });
    expect(outcome(move(world, UNITS.leader))).toBe('INVALID_INPUT');
    expect(outcome(move(world, UNITS.a))).toBe('ALREADY_DONE');
  });

  it('refuses what is not there', () => {
    const world = waiting();
    expect(refusalOf(move(world, 'nowhere'))).toMatchObject({ code: 'UNKNOWN_UNIT', field: 'to' });
    const other = { registrationId: 'none', visit: 1, to: UNITS.a };
    expect(outcome(world.execute('moveConfirmation', other, ENGINE))).toBe('NOT_FOUND');
  });
});

describe('C06 who has the open confirmations', () => {
  const clusters = [
    {
      id: 'c',
      kind: 'cluster' as const,
      name: { vi: 'c', en: 'c' },
      years: [
        { year: 2024, leader: 'x', members: ['x', 'u', 'v'] },
        { year: 2025, leader: 'u', members: ['x', 'u'] },
      ],
    },
  ];
  const lead = campaignFile.roles.leadAgency.unit;
  const found = (
    day: '2023-05-01' | '2024-05-01' | '2025-05-01' | '2026-05-01',
    ended: { id: string; to: string; on: '2024-03-01' }[] = [],
  ) => confirmersAt(campaignFile, clusters, ended, at(day));

  it('is the leader of the year; of a unit of no cluster, and of the leader itself, the lead agency', () => {
    expect(found('2023-05-01')).toEqual({ of: new Map(), otherwise: lead, nextYear: 2024 });
    expect(found('2024-05-01')).toMatchObject({ nextYear: 2025, otherwise: lead });
    expect([...(found('2024-05-01')?.of ?? [])]).toEqual([
      ['x', lead],
      ['u', 'x'],
      ['v', 'x'],
    ]);
    expect([...(found('2025-05-01')?.of ?? [])]).toEqual([
      ['x', 'u'],
      ['u', lead],
    ]);
    expect([...(found('2026-05-01')?.of ?? [])]).toEqual([
      ['x', undefined],
      ['u', undefined],
    ]);
    const ended = [{ id: 'x', to: 'y', on: '2024-03-01' as const }];
    expect(found('2024-05-01', ended)?.of.get('u')).toBe('y');
  });

  it('is nobody’s question where the campaign names the agency', () => {
    const { registration: given } = campaignFile;
    if (given === undefined) throw new Error('the fixture has a registration');
    const file = { ...campaignFile, registration: { ...given, confirmedBy: 'lead-agency' as const } };
    expect(confirmersAt(file, clusters, [], at('2025-05-01'))).toBeUndefined();
  });

  it('is asked at once where one waits elsewhere, and again when the next arranged year begins', () => {
    const world = launched();
    const campaign = world.state('campaign', CAMPAIGN);
    if (campaign === undefined) throw new Error('no campaign');
    const wait = (now: number, confirmations: OpenConfirmations | undefined) =>
      campaignWait({
        campaign,
        rows: { duties: [], rounds: [], openNominations: 0, confirmations },
        organisation: { units: [], clusters: [] },
        calendar: world.calendar,
        calendarVersion: 1,
        calendarSeen: 1,
        now,
      });
    const moves = (now: number, confirmations: OpenConfirmations | undefined) =>
      wait(now, confirmations).due.filter(({ does }) => does === 'moveConfirmations').length;
    const now = at('2024-12-30');
    expect(moves(now, undefined)).toBe(0);
    expect(moves(now, { astray: false, nextYear: 2025 })).toBe(0);
    expect(wait(now, { astray: false, nextYear: 2025 }).nextAt).toBe(at('2025-01-01', '00:00'));
    expect(moves(now, { astray: true })).toBe(1);
  });
});
