import { describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { RegisterUnit } from '../../../libs/domain/registration/registration.commands.js';
import { ENGINE, OPERATOR, type Actor } from '../../../libs/domain/access/actor.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { drafted, launched, owes, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';
import { outcome, refusalOf } from '../support/outcome.js';

const campaignId = CAMPAIGN;
const officer = who('a', 'officer');
const lead = who('lead', 'officer');

describe('a registration', () => {
  const pledge: RegisterUnit = {
    campaignId,
    unitId: UNITS.a,
    head: 'don-vi-a.head',
    pledges: [
      { key: 'plan-issued', own: false, text: 'Ban hành đúng hạn; ông D phụ trách', target: 3, unit: 'mô hình' },
    ],
  };
  const registrationId = `${CAMPAIGN}.${UNITS.a}`;
  const register = (world: Province, more: Partial<RegisterUnit> = {}, actor = officer) =>
    world.execute('registerUnit', { ...pledge, ...more }, actor);

  it('waits for the lead agency, or for the leader of the cluster of the year', () => {
    const world = launched();
    expect(register(world)).toMatchObject({ ok: true, result: { registrationId, visit: 1 } });
    const of = (unit: string) => world.state('registration', `${CAMPAIGN}.${unit}`)?.open['1']?.queue;
    expect(of(UNITS.a)).toBe(`${UNITS.lead}/officer`);
    world.must('registerUnit', { ...pledge, unitId: UNITS.b, head: 'don-vi-b.head' }, who('b', 'officer'));
    expect(of(UNITS.b)).toBe(`${UNITS.leader}/officer`);
    world.must(
      'registerUnit',
      { ...pledge, unitId: UNITS.leader, head: 'don-vi-truong-cum.head' },
      who('leader', 'head'),
    );
    expect(of(UNITS.leader)).toBe(`${UNITS.lead}/officer`);
    expect(JSON.stringify(world.events)).not.toContain('ông D');
  });

  it('refuses who may not, heads that are none and pledges on nothing', () => {
    const world = launched();
    expect(outcome(register(world, {}, who('b', 'officer')))).toBe('FORBIDDEN');
    expect(outcome(register(world, { unitId: 'nowhere' }))).toBe('UNKNOWN_UNIT');
    expect(outcome(register(world, { head: 'nobody' }))).toBe('NOT_FOUND');
    expect(refusalOf(register(world, { head: 'don-vi-b.head' })).field).toBe('head');
    expect(refusalOf(register(world, { pledges: [] })).field).toBe('pledges');
    expect(refusalOf(register(world, { pledges: [{ key: 'x', own: false, text: 'x' }] })).field).toBe('pledges.0.key');
    expect(refusalOf(register(world, { pledges: [{ key: 'x', own: true, text: ' ' }] })).field).toBe('pledges.0.text');
    const twice = [...pledge.pledges, ...pledge.pledges];
    expect(refusalOf(register(world, { pledges: twice })).field).toBe('pledges.1.key');
    expect(refusalOf(register(world, { visit: 1 })).field).toBe('visit');
    expect(outcome(register(drafted()))).toBe('CAMPAIGN_NOT_RUNNING');
    const { registration } = campaignFile;
    if (registration === undefined) throw new Error('the fixture has a registration');
    const strict = launched({ ...campaignFile, registration: { ...registration, unitDefinedCriteria: false } });
    expect(refusalOf(register(strict, { pledges: [{ key: 'own', own: true, text: 'x' }] })).field).toBe(
      'pledges.0.own',
    );
  });

  it('is replaced by a version of what the person saw, and confirmed by its visit', () => {
    const world = launched();
    world.must('registerUnit', pledge, officer);
    expect(outcome(register(world))).toBe('ALREADY_DONE');
    expect(outcome(register(world, { visit: 1 }))).toBe('accepted');
    expect(outcome(register(world, { visit: 1 }))).toBe('STALE_VERSION');
    const confirm = (visit: number, actor = lead) =>
      outcome(world.execute('confirmRegistration', { registrationId, visit, note: 'Bà E đồng ý' }, actor));
    expect(confirm(1)).toBe('STALE_VERSION');
    expect(confirm(3)).toBe('INVALID_INPUT');
    expect(confirm(2, officer)).toBe('NOT_ASSIGNED_TO_YOU');
    expect(confirm(2)).toBe('accepted');
    expect(confirm(2)).toBe('ALREADY_DONE');
    expect(outcome(world.execute('returnRegistration', { registrationId, visit: 2, reason: 'x' }, lead))).toBe(
      'TASK_CLOSED',
    );
    expect(JSON.stringify(world.events)).not.toContain('Bà E');
    expect(outcome(world.execute('confirmRegistration', { registrationId: 'none', visit: 1 }, lead))).toBe('NOT_FOUND');
  });

  it('fulfils the duty to register, and sent back it is owed again', () => {
    const world = launched();
    const duty = owes(world, 'registration', 'once', UNITS.a);
    world.must('registerUnit', pledge, officer);
    expect(world.state('obligation', duty)).toMatchObject({
      status: 'fulfilled',
      late: false,
      proof: { registrationId },
    });
    const back = (reason: string) =>
      outcome(world.execute('returnRegistration', { registrationId, visit: 1, reason }, lead));
    expect(back(' ')).toBe('REASON_REQUIRED');
    expect(back('Thiếu chỉ tiêu')).toBe('accepted');
    expect(back('Thiếu chỉ tiêu')).toBe('ALREADY_DONE');
    expect(world.state('obligation', duty)).toMatchObject({
      status: 'open',
      visit: 2,
      open: { 2: { due: { lastDay: '2024-07-31' } } },
    });
    world.must('registerUnit', { ...pledge, visit: 1 }, officer);
    expect(world.state('obligation', duty)?.status).toBe('fulfilled');
  });
});

describe('a cluster', () => {
  const cluster = 'cum-1';
  const registrationId = `${CAMPAIGN}.${cluster}`;
  const asked = { unitTypes: ['province-department'], clusters: true } as const;
  const { registration } = campaignFile;
  const file: CampaignFile = {
    ...campaignFile,
    ...(registration === undefined ? {} : { registration: { ...registration, who: asked } }),
  };
  const pledge: RegisterUnit = {
    campaignId,
    unitId: cluster,
    head: 'don-vi-truong-cum.head',
    pledges: [{ key: 'plan-issued', own: false, text: 'Cả cụm có kế hoạch', target: 2, unit: 'kế hoạch' }],
  };
  const leader = who('leader', 'officer');

  it('S1-39 X04 registers by its leader of the year, waits for the lead agency, and its duty is fulfilled', () => {
    const world = launched(file);
    const duty = owes(world, 'registration', 'once', cluster);
    expect(world.state('obligation', duty)?.queue).toBe(`${UNITS.leader}/officer`);
    const by = (actor: Actor, more: Partial<RegisterUnit> = {}) =>
      outcome(world.execute('registerUnit', { ...pledge, ...more }, actor));
    expect(by(who('b', 'officer'))).toBe('FORBIDDEN');
    expect(by(leader, { head: 'don-vi-b.head' })).toBe('INVALID_INPUT');
    expect(by(leader)).toBe('accepted');
    expect(world.state('registration', registrationId)?.open['1']?.queue).toBe(`${UNITS.lead}/officer`);
    expect(world.state('obligation', duty)).toMatchObject({ status: 'fulfilled', proof: { registrationId } });
    const told = world.must('confirmRegistration', { registrationId, visit: 1 }, lead).notices ?? [];
    expect(new Set(told.map(({ recipient }) => recipient))).toEqual(
      new Set(['don-vi-truong-cum.head', 'don-vi-truong-cum.officer']),
    );
  });

  it('S1-39 S1-44 X04 has its results compared with what it signed, by the same leader', () => {
    const world = launched(file);
    world.must('registerUnit', pledge, leader);
    world.must('confirmRegistration', { registrationId, visit: 1 }, lead);
    const results = { registrationId, number: 1, items: [{ key: 'plan-issued', value: 2 }] };
    expect(outcome(world.execute('reportPledgeResults', results, officer))).toBe('FORBIDDEN');
    world.must('reportPledgeResults', results, leader);
    world.must('assessPledge', { registrationId, visit: 2, verdicts: [] }, lead);
    expect(world.state('registration', registrationId)?.results).toMatchObject({
      status: 'assessed',
      verdicts: { 'plan-issued': 'met' },
    });
  });

  it('S1-39 is led by another unit the next year', () => {
    const world = launched(file);
    const years = [
      { year: 2024, leader: UNITS.leader, members: [UNITS.leader, UNITS.b] },
      { year: 2025, leader: UNITS.b, members: [UNITS.leader, UNITS.b] },
    ];
    world.must('defineCluster', { clusterId: cluster, kind: 'cluster', name: both('Cụm 1'), years }, OPERATOR);
    world.on('2025-02-03');
    expect(outcome(world.execute('registerUnit', pledge, leader))).toBe('FORBIDDEN');
    expect(outcome(world.execute('registerUnit', { ...pledge, head: 'don-vi-b.head' }, who('b', 'officer')))).toBe(
      'accepted',
    );
  });
});

describe('a report', () => {
  const fields = { result: 'Ông F đạt kết quả tốt', households: 12 };
  const submit = (world: Province, obligationId: string, more: object = {}, actor = officer) =>
    world.execute('submitReport', { obligationId, fields, ...more }, actor);

  it('fulfils its obligation at once and waits at the lead agency', () => {
    const world = launched().on('2024-11-20');
    const id = owes(world, 'report', '2024', UNITS.a);
    expect(outcome(submit(world, id, {}, who('b', 'officer')))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(submit(world, id)).toMatchObject({ ok: true, result: { reportId: id, visit: 1 } });
    expect(outcome(submit(world, id))).toBe('ALREADY_DONE');
    expect(world.state('obligation', id)).toMatchObject({
      status: 'fulfilled',
      late: false,
      proof: { kind: 'report', reportId: id },
    });
    expect(world.state('report', id)).toMatchObject({
      status: 'submitted',
      phase: 'phase-1',
      open: { 1: { queue: `${UNITS.lead}/officer` } },
    });
    expect(JSON.stringify(world.events)).not.toContain('Ông F');
    expect(outcome(submit(world, 'none'))).toBe('NOT_FOUND');
    expect(outcome(submit(world, owes(world, 'join-in', 'once', UNITS.a)))).toBe('NOT_ALLOWED_IN_STATE');
  });

  it('has every field that is asked for and no other', () => {
    const world = launched().on('2024-11-20');
    const id = owes(world, 'report', '2024', UNITS.a);
    const field = (given: Record<string, string | number>) => refusalOf(submit(world, id, { fields: given })).field;
    expect(field({ households: 1 })).toBe('fields.result');
    expect(field({ result: '  ', households: 1 })).toBe('fields.result');
    expect(field({ result: 'x', households: 'nhiều' })).toBe('fields.households');
    expect(field({ result: 'x', households: Number.NaN })).toBe('fields.households');
    expect(field({ ...fields, remarks: 3 })).toBe('fields.remarks');
    expect(field({ ...fields, more: 'x' })).toBe('fields.more');
  });

  it('says which phase a year of two phases counts for', () => {
    const world = launched().on('2026-11-20');
    const id = owes(world, 'report', '2026', UNITS.a);
    expect(refusalOf(submit(world, id))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'phase',
      params: { phases: 'phase-1, phase-2' },
    });
    expect(outcome(submit(world, id, { phase: 'phase-3' }))).toBe('INVALID_INPUT');
    expect(outcome(submit(world, id, { phase: 'phase-1' }))).toBe('accepted');
    expect(world.state('report', id)?.phase).toBe('phase-1');
  });

  it('is late after its last day', () => {
    const world = launched().on('2024-12-01', '00:00');
    const id = owes(world, 'report', '2024', UNITS.a);
    world.must('submitReport', { obligationId: id, fields }, officer);
    expect(world.state('obligation', id)?.late).toBe(true);
  });

  it('is accepted or sent back by the visit the person saw', () => {
    const world = launched().on('2024-11-20');
    const id = owes(world, 'report', '2024', UNITS.a);
    world.must('submitReport', { obligationId: id, fields }, officer);
    const back = (visit: number, reason: string, actor = lead) =>
      outcome(world.execute('returnReport', { reportId: id, visit, reason }, actor));
    expect(back(1, 'x', officer)).toBe('NOT_ASSIGNED_TO_YOU');
    expect(back(1, '')).toBe('REASON_REQUIRED');
    expect(back(1, 'Thiếu số liệu')).toBe('accepted');
    expect(back(1, 'Thiếu số liệu')).toBe('ALREADY_DONE');
    expect(world.state('obligation', id)).toMatchObject({
      status: 'open',
      open: { 2: { due: { lastDay: '2024-11-30' } } },
    });
    world.must('submitReport', { obligationId: id, fields }, officer);
    const take = (visit: number) => outcome(world.execute('acceptReport', { reportId: id, visit }, lead));
    expect(take(1)).toBe('STALE_VERSION');
    expect(take(2)).toBe('accepted');
    expect(take(2)).toBe('ALREADY_DONE');
    expect(back(2, 'x')).toBe('TASK_CLOSED');
    expect(outcome(world.execute('acceptReport', { reportId: 'none', visit: 1 }, lead))).toBe('NOT_FOUND');
    expect(outcome(world.execute('returnReport', { reportId: 'none', visit: 1, reason: 'x' }, lead))).toBe('NOT_FOUND');
    expect(world.notices.map(({ template }) => template)).toEqual(
      expect.arrayContaining(['report-returned', 'report-accepted']),
    );
  });

  it('sent back after its last day comes with a few working days, marked as to be confirmed', () => {
    const world = launched().on('2024-12-02');
    const id = owes(world, 'report', '2024', UNITS.a);
    world.must('submitReport', { obligationId: id, fields }, officer);
    world.must('returnReport', { reportId: id, visit: 1, reason: 'Thiếu' }, lead);
    expect(world.state('obligation', id)).toMatchObject({
      due: { lastDay: '2024-11-30' },
      open: { 2: { due: { lastDay: '2024-12-09' }, advisory: true, amount: 5 } },
    });
    world.must('submitReport', { obligationId: id, fields }, officer);
    expect(world.state('obligation', id)?.late).toBe(false);
  });
});

describe('the consolidated report', () => {
  const fields = { result: 'Tốt', households: 1 };
  const prepared = () => {
    const world = launched().on('2024-11-20');
    const a = owes(world, 'report', '2024', UNITS.a);
    const b = owes(world, 'report', '2024', UNITS.b);
    world.must('submitReport', { obligationId: a, fields }, officer);
    world.must('submitReport', { obligationId: b, fields }, who('b', 'officer'));
    return { world, a, b, obligationId: owes(world, 'summary', '2024', UNITS.lead) };
  };

  it('goes to both addressees, each with a task to acknowledge it, and fulfils the duty', () => {
    const { world, a, b, obligationId } = prepared();
    const command = { campaignId, obligationId, occurrence: '2024', summary: 'Ông G nổi bật', sources: [a, b] };
    expect(outcome(world.execute('consolidateReports', command, officer))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(world.execute('consolidateReports', command, lead)).toMatchObject({ ok: true, result: { visits: [1, 2] } });
    expect(outcome(world.execute('consolidateReports', command, lead))).toBe('ALREADY_DONE');
    expect(JSON.stringify(world.events)).not.toContain('Ông G');
    const queues = Object.values(world.state('report', obligationId)?.open ?? {}).map(({ queue }) => queue);
    expect(queues).toEqual([`${UNITS.council}/secretary`, `${UNITS.province}/officer`]);
    expect(world.state('obligation', obligationId)?.status).toBe('fulfilled');
    const acknowledge = (visit: number, actor = who('council', 'secretary')) =>
      outcome(world.execute('acknowledgeReport', { reportId: obligationId, visit }, actor));
    expect(acknowledge(2)).toBe('NOT_ASSIGNED_TO_YOU');
    expect(acknowledge(3)).toBe('INVALID_INPUT');
    expect(acknowledge(1)).toBe('accepted');
    expect(acknowledge(1)).toBe('ALREADY_DONE');
    expect(world.state('report', obligationId)?.status).toBe('sent');
    expect(acknowledge(2, who('province', 'officer'))).toBe('accepted');
    expect(world.state('report', obligationId)?.status).toBe('acknowledged');
    expect(outcome(world.execute('acknowledgeReport', { reportId: a, visit: 1 }, lead))).toBe('NOT_FOUND');
  });

  it('is made of reports of units for the same year that stand', () => {
    const { world, a, b, obligationId } = prepared();
    const make = (more: object) =>
      world.execute(
        'consolidateReports',
        { campaignId, obligationId, occurrence: '2024', summary: 'Tốt', sources: [a], ...more },
        lead,
      );
    expect(refusalOf(make({ summary: ' ' })).field).toBe('summary');
    expect(refusalOf(make({ occurrence: '2025' })).field).toBe('occurrence');
    expect(refusalOf(make({ sources: ['none'] }))).toMatchObject({ code: 'NOT_FOUND', field: 'sources.0' });
    expect(refusalOf(make({ sources: [a, a] })).field).toBe('sources');
    expect(refusalOf(make({ obligationId: a })).field).toBe('obligationId');
    expect(outcome(make({ obligationId: 'none' }))).toBe('NOT_FOUND');
    world.must('returnReport', { reportId: b, visit: 1, reason: 'Thiếu' }, lead);
    expect(refusalOf(make({ sources: [a, b] })).field).toBe('sources.1');
    expect(outcome(make({}))).toBe('accepted');
  });

  it('takes no other act for granted', () => {
    const { world, obligationId } = prepared();
    world.must('waiveObligation', { obligationId, reason: 'x' }, who('lead', 'head'));
    const command = { campaignId, obligationId, occurrence: '2024', summary: 'Tốt', sources: [] };
    expect(outcome(world.execute('consolidateReports', command, lead))).toBe('NOT_ALLOWED_IN_STATE');
    expect(
      outcome(
        world.execute('openObligation', { campaignId, key: 'summary', occurrence: '2024', unitId: UNITS.lead }, ENGINE),
      ),
    ).toBe('ALREADY_DONE');
  });
});
