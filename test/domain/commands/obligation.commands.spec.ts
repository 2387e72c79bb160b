import { describe, expect, it } from '@jest/globals';
import { ENGINE, OPERATOR } from '../../../libs/domain/access/actor.js';
import { CAMPAIGN, UNITS, who } from '../support/people.js';
import { launched, owes, type Province } from '../support/province.js';
import { outcome, refusalOf } from '../support/outcome.js';

const campaignId = CAMPAIGN;
const officer = who('a', 'officer');
const lead = who('lead', 'head');
const open = (world: Province, key: string, occurrence: string, unitId: string = UNITS.a) =>
  world.execute('openObligation', { campaignId, key, occurrence, unitId }, ENGINE);
const proof = { kind: 'document', number: '12/KH', date: '2024-06-20' } as const;

describe('opening what a unit owes', () => {
  it('gives it its due date and its reminders and tells the unit', () => {
    const world = launched();
    const decision = open(world, 'plan', 'once');
    expect(decision).toMatchObject({ ok: true, result: { obligationId: `${CAMPAIGN}.plan.once.${UNITS.a}` } });
    const state = world.state('obligation', `${CAMPAIGN}.plan.once.${UNITS.a}`);
    expect(state).toMatchObject({ status: 'open', queue: `${UNITS.a}/officer`, due: { lastDay: '2024-06-30' } });
    expect(state?.open['1']?.plan.map(({ kind }) => kind)).toContain('escalate');
    const told = world.notices
      .filter(({ template }) => template === 'obligation-opened')
      .map(({ recipient }) => recipient);
    expect(new Set(told)).toEqual(new Set(['don-vi-a.officer', 'don-vi-a.head']));
    expect(outcome(open(world, 'plan', 'once'))).toBe('ALREADY_DONE');
    expect(
      outcome(world.execute('openObligation', { campaignId, key: 'plan', occurrence: 'once', unitId: UNITS.b }, lead)),
    ).toBe('FORBIDDEN');
  });

  it('refuses what has no date, no such name or no such unit on that day', () => {
    const world = launched();
    expect(outcome(open(world, 'communicate', 'once'))).toBe('NOT_ALLOWED_IN_STATE');
    expect(outcome(open(world, 'nothing', 'once'))).toBe('NOT_FOUND');
    expect(outcome(open(world, 'report', '2031'))).toBe('NOT_FOUND');
    expect(outcome(open(world, 'follow-up', 'once', UNITS.lead))).toBe('NOT_FOUND');
    expect(outcome(open(world, 'plan', 'once', 'nowhere'))).toBe('UNKNOWN_UNIT');
    expect(outcome(open(world, 'report', '2024', UNITS.gone))).toBe('accepted');
    expect(refusalOf(open(world, 'report', '2025', UNITS.gone))).toMatchObject({
      code: 'UNIT_NOT_IN_SCOPE',
      params: { date: '2025-11-30' },
    });
  });

  it('counts a limit from the fact that starts it', () => {
    const world = launched().on('2026-10-20');
    world.must(
      'concludeReview',
      { campaignId, review: 'mid', number: '9', date: '2026-10-20', conclusion: 'Đạt' },
      lead,
    );
    expect(outcome(open(world, 'follow-up', 'once', UNITS.lead))).toBe('accepted');
    expect(world.state('obligation', `${CAMPAIGN}.follow-up.once.${UNITS.lead}`)?.due.lastDay).toBe('2026-11-10');
  });

  it('reminds nobody of what had passed before the campaign, and never escalates an invitation', () => {
    const world = launched();
    const before = world.notices.length;
    const early = world.state('obligation', owes(world, 'early', 'once', UNITS.a));
    expect(early?.open['1']?.plan).toEqual([]);
    expect(world.notices).toHaveLength(before);
    const invited = world.state('obligation', owes(world, 'join-in', 'once', UNITS.b));
    expect(new Set(invited?.open['1']?.plan.map(({ kind }) => kind))).toEqual(new Set(['remind']));
  });

  it('still tells those above when the engine comes back after the last day', () => {
    const world = launched().on('2024-07-08');
    const plan = world.state('obligation', owes(world, 'plan', 'once', UNITS.a))?.open['1']?.plan ?? [];
    expect(plan.map(({ kind }) => kind)).toEqual(plan.map(() => 'escalate'));
    const sent = world.must(
      'remindTask',
      { owner: { kind: 'obligation', id: `${CAMPAIGN}.plan.once.${UNITS.a}` }, visit: 1 },
      ENGINE,
    );
    expect(sent.events.map(({ payload }) => payload['to'])).toEqual([`${UNITS.a}/head`, `${UNITS.lead}/officer`]);
  });

  it('waits at the leader of the year where a cluster owes', () => {
    const world = launched();
    const id = owes(world, 'report', '2025', 'cum-1');
    expect(world.state('obligation', id)).toMatchObject({ unitId: 'cum-1', queue: `${UNITS.leader}/officer` });
    expect(
      outcome(
        world.execute(
          'submitReport',
          { obligationId: id, fields: { result: 'Tốt', households: 3 } },
          who('leader', 'officer'),
        ),
      ),
    ).toBe('accepted');
    const fresh = launched();
    fresh.must(
      'defineCluster',
      { clusterId: 'cum-2', kind: 'block', name: { vi: 'Khối', en: 'Block' }, years: [] },
      OPERATOR,
    );
    expect(outcome(open(fresh, 'report', '2025', 'cum-2'))).toBe('UNKNOWN_UNIT');
  });
});

describe('fulfilling', () => {
  it('is done by the unit that owes, with the proof that is asked for', () => {
    const world = launched();
    const obligationId = owes(world, 'plan', 'once', UNITS.a);
    world.on('2024-06-25');
    const done = (
      p: typeof proof | { kind: 'record' | 'document'; number?: string; date?: string; note?: string },
      actor = officer,
    ) => world.execute('fulfilObligation', { obligationId, proof: p }, actor);
    expect(outcome(done(proof, who('b', 'officer')))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(refusalOf(done({ kind: 'record' }))).toMatchObject({ code: 'INVALID_INPUT', field: 'proof.kind' });
    expect(refusalOf(done({ kind: 'document', date: '2024-06-20' })).field).toBe('proof.number');
    expect(refusalOf(done({ kind: 'document', number: '1' })).field).toBe('proof.date');
    expect(outcome(done({ ...proof, date: '2024-06-26' }))).toBe('DATE_IN_FUTURE');
    expect(outcome(done({ ...proof, note: 'Bà B ký thay' }, who('a', 'head')))).toBe('accepted');
    expect(outcome(done(proof))).toBe('ALREADY_DONE');
    expect(world.state('obligation', obligationId)).toMatchObject({ status: 'fulfilled', late: false, open: {} });
    expect(JSON.stringify(world.events)).not.toContain('Bà B');
    expect(outcome(world.execute('fulfilObligation', { obligationId: 'none', proof }, officer))).toBe('NOT_FOUND');
  });

  it('is late by the day of the document, not by the day it is entered', () => {
    const world = launched();
    const first = owes(world, 'plan', 'once', UNITS.a);
    const second = owes(world, 'plan', 'once', UNITS.b);
    const record = owes(world, 'join-in', 'once', UNITS.b);
    world.on('2024-07-05');
    world.must('fulfilObligation', { obligationId: first, proof: { ...proof, date: '2024-06-30' } }, officer);
    world.must(
      'fulfilObligation',
      { obligationId: second, proof: { ...proof, date: '2024-07-01' } },
      who('b', 'officer'),
    );
    world.on('2024-12-21');
    world.must('fulfilObligation', { obligationId: record, proof: { kind: 'record' } }, who('b', 'officer'));
    expect([first, second, record].map((id) => world.state('obligation', id)?.late)).toEqual([false, true, true]);
  });

  it('leaves reports and registrations to their own commands', () => {
    const world = launched();
    for (const [key, occurrence] of [
      ['report', '2024'],
      ['registration', 'once'],
    ] as const) {
      const obligationId = owes(world, key, occurrence, UNITS.a);
      expect(outcome(world.execute('fulfilObligation', { obligationId, proof: { kind: 'record' } }, officer))).toBe(
        'NOT_ALLOWED_IN_STATE',
      );
    }
  });

  it('respects who has the task in hand', () => {
    const world = launched();
    const obligationId = owes(world, 'join-in', 'once', UNITS.a);
    const taskId = `obligation:${obligationId}:1`;
    world.must('reassignTask', { taskId, to: 'don-vi-b.officer', reason: 'Phối hợp' }, officer);
    expect(outcome(world.execute('fulfilObligation', { obligationId, proof: { kind: 'record' } }, officer))).toBe(
      'TASK_CLAIMED_BY_OTHER',
    );
    expect(
      outcome(world.execute('fulfilObligation', { obligationId, proof: { kind: 'record' } }, who('b', 'officer'))),
    ).toBe('accepted');
  });
});

describe('what the lead agency does', () => {
  it('urges, each time with a number, once a day', () => {
    const world = launched();
    const obligationId = owes(world, 'plan', 'once', UNITS.a);
    const urge = (text = 'Đề nghị ông C khẩn trương', actor = lead) =>
      world.execute('urgeObligation', { obligationId, text }, actor);
    expect(outcome(urge('x', who('b', 'head')))).toBe('FORBIDDEN');
    expect(outcome(urge(' '))).toBe('INVALID_INPUT');
    expect(urge()).toMatchObject({ ok: true, result: { number: 1 } });
    expect(outcome(urge())).toBe('ALREADY_DONE');
    world.on('2024-05-14');
    expect(urge()).toMatchObject({ ok: true, result: { number: 2 } });
    expect(
      new Set(world.notices.filter(({ template }) => template === 'obligation-urged').map(({ step }) => step)),
    ).toEqual(new Set(['urged/1', 'urged/2']));
    expect(JSON.stringify([world.events, world.notices])).not.toContain('ông C');
    world.must('waiveObligation', { obligationId, reason: 'Sáp nhập' }, lead);
    expect(outcome(urge())).toBe('NOT_ALLOWED_IN_STATE');
    expect(outcome(world.execute('urgeObligation', { obligationId: 'none', text: 'x' }, lead))).toBe('NOT_FOUND');
  });

  it('gives more time to one unit', () => {
    const world = launched();
    const obligationId = owes(world, 'plan', 'once', UNITS.a);
    const extend = (lastDay: string, reason = 'Lũ', actor = lead) =>
      world.execute('extendObligation', { obligationId, lastDay, reason }, actor);
    expect(outcome(extend('2024-07-15', 'x', officer))).toBe('FORBIDDEN');
    expect(outcome(extend('2024-07-15', ''))).toBe('REASON_REQUIRED');
    expect(outcome(extend('2024-05-01'))).toBe('DEADLINE_IN_PAST');
    expect(outcome(extend('2024-06-29'))).toBe('DEADLINE_IN_PAST');
    expect(outcome(extend('không'))).toBe('DATE_INVALID');
    expect(outcome(extend('2024-07-15'))).toBe('accepted');
    expect(outcome(extend('2024-07-15'))).toBe('ALREADY_DONE');
    const state = world.state('obligation', obligationId);
    expect(state?.open['1']?.plan.every(({ key }) => key.startsWith('2024-07-15/'))).toBe(true);
    expect(world.notices.filter(({ template }) => template === 'date-extended')).toHaveLength(4);
    world.must('fulfilObligation', { obligationId, proof: { ...proof, date: '2024-05-13' } }, officer);
    expect(outcome(extend('2024-08-15'))).toBe('NOT_ALLOWED_IN_STATE');
    expect(
      outcome(world.execute('extendObligation', { obligationId: 'none', lastDay: '2024-08-15', reason: 'x' }, lead)),
    ).toBe('NOT_FOUND');
  });

  it('waives with a reason', () => {
    const world = launched();
    const obligationId = owes(world, 'plan', 'once', UNITS.a);
    const waive = (reason = 'Không còn nhiệm vụ', actor = lead) =>
      outcome(world.execute('waiveObligation', { obligationId, reason }, actor));
    expect(waive('x', who('lead', 'officer'))).toBe('FORBIDDEN');
    expect(waive('')).toBe('REASON_REQUIRED');
    expect(waive()).toBe('accepted');
    expect(waive()).toBe('ALREADY_DONE');
    expect(outcome(world.execute('fulfilObligation', { obligationId, proof }, officer))).toBe('NOT_ALLOWED_IN_STATE');
    const other = owes(world, 'join-in', 'once', UNITS.b);
    world.must('fulfilObligation', { obligationId: other, proof: { kind: 'record' } }, who('b', 'officer'));
    expect(outcome(world.execute('waiveObligation', { obligationId: other, reason: 'x' }, lead))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    expect(outcome(world.execute('waiveObligation', { obligationId: 'none', reason: 'x' }, lead))).toBe('NOT_FOUND');
  });
});

describe('following the campaign and the calendar', () => {
  const replan = (world: Province, obligationId: string) => world.execute('replanObligation', { obligationId }, ENGINE);

  it('moves with a date moved for everyone, and tells the unit', () => {
    const world = launched();
    const id = owes(world, 'plan', 'once', UNITS.a);
    expect(outcome(replan(world, id))).toBe('ALREADY_DONE');
    world.must('extendCampaignDate', { campaignId, what: 'plan/once', lastDay: '2024-07-10', reason: 'Bão' }, lead);
    expect(outcome(world.execute('replanObligation', { obligationId: id }, lead))).toBe('FORBIDDEN');
    expect(outcome(replan(world, id))).toBe('accepted');
    expect(outcome(replan(world, id))).toBe('ALREADY_DONE');
    expect(world.state('obligation', id)?.due.lastDay).toBe('2024-07-10');
    expect(world.notices.filter(({ template }) => template === 'date-extended')).toHaveLength(4);
    expect(outcome(replan(world, 'none'))).toBe('NOT_FOUND');
  });

  it('never takes back time given to one unit', () => {
    const world = launched();
    const obligationId = owes(world, 'plan', 'once', UNITS.a);
    world.must('extendObligation', { obligationId, lastDay: '2024-07-31', reason: 'Lũ' }, lead);
    world.must('extendCampaignDate', { campaignId, what: 'plan/once', lastDay: '2024-07-10', reason: 'Bão' }, lead);
    expect(outcome(replan(world, obligationId))).toBe('ALREADY_DONE');
    expect(world.state('obligation', obligationId)?.due.lastDay).toBe('2024-07-31');
  });

  it('moves reminders with a new holiday and sends none of them twice', () => {
    const world = launched();
    const id = owes(world, 'plan', 'once', UNITS.a);
    const remind = () => outcome(world.execute('remindTask', { owner: { kind: 'obligation', id }, visit: 1 }, ENGINE));
    world.on('2024-06-17', '08:00');
    expect(remind()).toBe('accepted');
    const day = {
      date: '2024-06-27',
      kind: 'holiday',
      name: 'Nghỉ đột xuất',
      source: 'Công điện',
      reason: 'Bão',
    } as const;
    world.must('changeCalendarDay', day, OPERATOR);
    const before = world.state('obligation', id)?.open['1'];
    expect(outcome(replan(world, id))).toBe('accepted');
    const after = world.state('obligation', id)?.open['1'];
    expect(after?.plan.map(({ key }) => key)).toEqual(before?.plan.map(({ key }) => key));
    expect(after?.plan).not.toEqual(before?.plan);
    expect(after?.sent).toEqual(before?.sent);
    expect(remind()).toBe('ALREADY_DONE');
    expect(outcome(replan(world, id))).toBe('ALREADY_DONE');
  });
});
