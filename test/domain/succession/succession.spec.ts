import { describe, expect, it } from '@jest/globals';
import { holdingsOn } from '../../../libs/domain/organisation/person.stream.js';
import { nameOn } from '../../../libs/domain/organisation/unit.stream.js';
import { ENGINE, OPERATOR, type Actor } from '../../../libs/domain/access/actor.js';
import { campaignWait } from '../../../libs/domain/engine/campaign-wait.js';
import { STREAMS } from '../../../libs/domain/streams.js';
import { TASK_OWNERS } from '../../../libs/domain/task/task.commands.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { decideOn, submitted, walkTo } from '../support/dossier-walk.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { at, inRound, launched, owes, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const ADMIN: Actor = { id: 'quan-tri', kind: 'person', holdings: [{ unitId: UNITS.province, role: 'admin' }] };
const NEW = 'don-vi-moi';
const ON = '2025-07-01';
const document = { number: '202/2025/QH15', date: '2025-06-12' };
const merge = { unitId: UNITS.a, to: NEW, kind: 'merged', on: ON, document } as const;

function successor(world: Province, unitId: string = NEW, external = true): Province {
  const unit = { type: 'province-department', name: both(unitId), validFrom: ON, confidence: 'V' } as const;
  world.must('defineUnit', { unitId, ...unit, ...(external ? { external } : {}) }, OPERATOR);
  return world;
}

/** The merger is decided in June 2025 and its day has come. */
function merged(world: Province): Province {
  successor(world).on('2025-06-20');
  world.must('carryOutSuccession', merge, ADMIN);
  return world.on(ON);
}

const passOn = (world: Province, kind: 'obligation' | 'registration' | 'report' | 'nomination', id: string) =>
  world.execute('passOnWork', { owner: { kind, id }, unitId: UNITS.a }, ENGINE);

describe('S0-45 S2-32 S4-18 carrying a succession out', () => {
  it('ends the unit the day before, by a document, and takes the successor into the tree', () => {
    const world = merged(launched());
    expect(world.state('unit', UNITS.a)).toMatchObject({
      validTo: '2025-06-30',
      succession: { to: NEW, on: ON, document },
    });
    expect(world.state('unit', NEW)).toMatchObject({ tookOver: [{ from: UNITS.a, kind: 'merged', on: ON }] });
    expect(world.state('unit', NEW)?.external).toBeUndefined();
    expect(outcome(world.execute('carryOutSuccession', merge, ADMIN))).toBe('ALREADY_DONE');
    const other = { ...merge, to: UNITS.b };
    expect(refusalOf(world.execute('carryOutSuccession', other, ADMIN))).toMatchObject({ code: 'UNIT_SUCCEEDED' });
  });

  it('is done by a named administrator with a document that exists', () => {
    const world = successor(launched()).on('2025-06-20');
    const attempt = (more: object, actor = ADMIN) => world.execute('carryOutSuccession', { ...merge, ...more }, actor);
    expect(outcome(attempt({}, OPERATOR))).toBe('FORBIDDEN');
    expect(outcome(attempt({}, who('a', 'head')))).toBe('FORBIDDEN');
    expect(refusalOf(attempt({ document: { number: '', date: '2025-06-12' } })).field).toBe('document.number');
    expect(outcome(attempt({ document: { number: '1', date: '2025-06-21' } }))).toBe('DATE_IN_FUTURE');
    expect(outcome(attempt({ to: UNITS.a }))).toBe('INVALID_INPUT');
    expect(outcome(attempt({ to: 'nowhere' }))).toBe('UNKNOWN_UNIT');
    expect(outcome(attempt({ on: '2025-06-25' }))).toBe('UNIT_NOT_IN_SCOPE');
    expect(outcome(attempt({ on: 'hôm qua' }))).toBe('DATE_INVALID');
    expect(outcome(attempt({ others: [UNITS.b] }))).toBe('INVALID_INPUT');
    expect(outcome(attempt({ kind: 'split', others: [UNITS.b] }))).toBe('accepted');
    expect(world.state('unit', UNITS.b)?.tookOver).toEqual([{ from: UNITS.a, kind: 'split', on: ON, document }]);
  });

  it('refuses a circle of successors and a successor that has ended itself', () => {
    const world = merged(launched());
    const back = { unitId: NEW, to: UNITS.a, kind: 'merged', on: '2025-08-01', document } as const;
    expect(outcome(world.execute('carryOutSuccession', back, ADMIN))).toBe('INVALID_INPUT');
    const late = { unitId: UNITS.b, to: UNITS.a, kind: 'merged', on: '2025-08-01', document } as const;
    expect(outcome(world.execute('carryOutSuccession', late, ADMIN))).toBe('UNIT_SUCCEEDED');
  });

  it('lets positions go on under the same role, with what is still open at the old unit in the same hands', () => {
    const world = merged(launched());
    const person = world.state('person', `${UNITS.a}.head`);
    const held = (day: string) => (person === undefined ? [] : holdingsOn(person, day)).map(({ unitId }) => unitId);
    expect(held('2025-06-30')).toEqual([UNITS.a]);
    expect(held(ON)).toEqual([NEW, UNITS.a]);
    const appoint = { personId: `${UNITS.b}.head`, unitId: UNITS.a, role: 'officer', title: '', from: ON } as const;
    expect(outcome(world.execute('appointPerson', appoint, OPERATOR))).toBe('UNIT_SUCCEEDED');
    expect(outcome(world.execute('appointPerson', { ...appoint, from: '2025-06-01' }, OPERATOR))).toBe('accepted');
  });

  it('keeps what a unit was called on a day when it is only renamed', () => {
    const world = launched();
    const renamed = {
      type: 'province-department',
      name: both('Tên mới'),
      validFrom: '2025-03-01',
      confidence: 'V',
    } as const;
    world.must('defineUnit', { unitId: UNITS.a, ...renamed }, OPERATOR);
    const unit = world.state('unit', UNITS.a);
    if (unit === undefined) throw new Error('no unit');
    expect(nameOn(unit, '2025-02-28').vi).toBe(UNITS.a);
    expect(nameOn(unit, '2025-03-01').vi).toBe('Tên mới');
  });
});

describe('X03 what is open passes on', () => {
  it('a duty with its task, its date and what was sent; what was done keeps its unit', () => {
    const world = launched();
    const done = owes(world, 'plan', 'once', UNITS.a);
    const proof = { kind: 'document', number: '12/KH', date: '2024-05-13' } as const;
    world.must('fulfilObligation', { obligationId: done, proof }, who('a', 'officer'));
    const open = owes(world, 'report', '2025', UNITS.a);
    const before = world.state('obligation', open);
    merged(world);
    expect(outcome(passOn(world, 'obligation', open))).toBe('accepted');
    expect(world.state('obligation', open)).toMatchObject({
      unitId: NEW,
      queue: `${NEW}/officer`,
      open: { '1': { queue: `${NEW}/officer`, unitId: NEW, due: before?.due, plan: before?.open['1']?.plan } },
    });
    expect(outcome(passOn(world, 'obligation', open))).toBe('ALREADY_DONE');
    expect(outcome(passOn(world, 'obligation', done))).toBe('ALREADY_DONE');
    expect(world.state('obligation', done)?.unitId).toBe(UNITS.a);
    const task = world.table('read_task').find((row) => row['owner_id'] === open);
    expect(task).toMatchObject({ queue: `${NEW}/officer`, status: 'open' });
  });

  it('not before its day, not without a succession, and not by people', () => {
    const world = launched();
    const open = owes(world, 'report', '2025', UNITS.a);
    expect(outcome(passOn(world, 'obligation', open))).toBe('NOT_ALLOWED_IN_STATE');
    successor(world).on('2025-06-20');
    world.must('carryOutSuccession', merge, ADMIN);
    expect(refusalOf(passOn(world, 'obligation', open))).toMatchObject({ code: 'NOT_DUE_YET', params: { date: ON } });
    world.on(ON);
    const byHand = { owner: { kind: 'obligation', id: open }, unitId: UNITS.a } as const;
    expect(outcome(world.execute('passOnWork', byHand, who('a', 'head')))).toBe('FORBIDDEN');
    expect(outcome(passOn(world, 'obligation', 'nothing'))).toBe('NOT_FOUND');
  });

  it('a pledge: the successor holds it, with the unit that promised it, and may nominate', () => {
    const world = launched();
    const pledges = [{ key: 'plan-issued', own: false, text: 'Ban hành kế hoạch' }];
    const pledge = { campaignId: CAMPAIGN, unitId: UNITS.a, head: `${UNITS.a}.head`, pledges };
    world.must('registerUnit', pledge, who('a', 'officer'));
    const waiting = world.state('registration', `${CAMPAIGN}.${UNITS.a}`);
    merged(world);
    expect(outcome(passOn(world, 'registration', `${CAMPAIGN}.${UNITS.a}`))).toBe('accepted');
    expect(world.state('registration', `${CAMPAIGN}.${UNITS.a}`)).toMatchObject({ status: 'passed-on', open: {} });
    const taken = world.state('registration', `${CAMPAIGN}.${NEW}`);
    expect(taken).toMatchObject({ unitId: NEW, status: 'submitted', pledges: [{ key: 'plan-issued', from: UNITS.a }] });
    expect(Object.values(taken?.open ?? {}).map(({ queue }) => queue)).toEqual(
      Object.values(waiting?.open ?? {}).map(({ queue }) => queue),
    );
    expect(outcome(passOn(world, 'registration', `${CAMPAIGN}.${UNITS.a}`))).toBe('ALREADY_DONE');
    expect(outcome(world.execute('registerUnit', pledge, who('a', 'officer')))).toBe('UNIT_SUCCEEDED');
  });

  it('two pledges come together in one successor, and wait for confirmation while one of them does', () => {
    const world = launched();
    for (const [unit, key] of [
      ['a', 'plan-issued'],
      ['b', 'own-1'],
    ] as const) {
      const pledges = [{ key, own: key !== 'plan-issued', text: key }];
      const head = `${UNITS[unit]}.head`;
      world.must('registerUnit', { campaignId: CAMPAIGN, unitId: UNITS[unit], head, pledges }, who(unit, 'officer'));
    }
    const confirm = { registrationId: `${CAMPAIGN}.${UNITS.a}`, visit: 1 };
    world.must('confirmRegistration', confirm, who('lead', 'officer'));
    successor(world).on('2025-06-20');
    for (const unitId of [UNITS.a, UNITS.b]) world.must('carryOutSuccession', { ...merge, unitId }, ADMIN);
    world.on(ON);
    for (const unitId of [UNITS.a, UNITS.b]) {
      const owner = { kind: 'registration', id: `${CAMPAIGN}.${unitId}` } as const;
      world.must('passOnWork', { owner, unitId }, ENGINE);
    }
    const both = world.state('registration', `${CAMPAIGN}.${NEW}`);
    expect(both?.pledges.map(({ key, from }) => [key, from])).toEqual([
      ['plan-issued', UNITS.a],
      ['own-1', UNITS.b],
    ]);
    expect(both).toMatchObject({ status: 'submitted', visit: 2 });
  });

  it('a dossier on its way with every step ahead; a decided one keeps the names of its day', () => {
    const world = inRound();
    const living = submitted(world, 'n-1', 's-1');
    const decided = submitted(world, 'n-2', 's-2');
    const visit = walkTo(world, decided, 'decision');
    decideOn(world, [{ nominationId: decided, visit }], 'd-2', '88/QĐ-UBND');
    const was = world.state('nomination', decided);
    successor(world).on('2025-06-20');
    world.must('carryOutSuccession', merge, ADMIN);
    world.must('carryOutSuccession', { ...merge, unitId: UNITS.province }, ADMIN);
    world.on(ON);
    expect(outcome(passOn(world, 'nomination', living))).toBe('accepted');
    const owner = { kind: 'nomination', id: living } as const;
    world.must('passOnWork', { owner, unitId: UNITS.province }, ENGINE);
    const state = world.state('nomination', living);
    expect(state).toMatchObject({ unitId: NEW, roles: { decider: NEW } });
    expect(state?.route.find(({ kind }) => kind === 'decision')?.queue).toBe(`${NEW}/decider`);
    expect(outcome(passOn(world, 'nomination', decided))).toBe('ALREADY_DONE');
    expect(world.state('nomination', decided)).toEqual(was);
    expect(world.state('decision', 'd-2')?.issuer).toBe(UNITS.province);
  });

  it('the parts of the campaign itself, told once to those who take over', () => {
    const world = launched();
    successor(world).on('2025-06-20');
    world.must('carryOutSuccession', { ...merge, unitId: UNITS.lead }, ADMIN);
    world.on(ON);
    const pass = () => world.execute('passOnCampaign', { campaignId: CAMPAIGN, unitId: UNITS.lead }, ENGINE);
    expect(outcome(pass())).toBe('accepted');
    const state = world.state('campaign', CAMPAIGN);
    expect(state?.file.roles.leadAgency.unit).toBe(NEW);
    expect(state?.passedOn).toEqual({ [UNITS.lead]: { to: NEW, on: ON } });
    expect(outcome(pass())).toBe('ALREADY_DONE');
    const conclude = (unitId: string) => world.execute('concludePassing', { campaignId: CAMPAIGN, unitId }, ENGINE);
    expect(outcome(conclude(UNITS.a))).toBe('NOT_ALLOWED_IN_STATE');
    expect(outcome(conclude(UNITS.lead))).toBe('accepted');
    expect(outcome(conclude(UNITS.lead))).toBe('ALREADY_DONE');
    expect(world.state('campaign', CAMPAIGN)?.passedOn?.[UNITS.lead]?.done).toBe(true);
    const told = world.notices.filter(({ template }) => template === 'work-passed-on');
    expect(new Set(told.map(({ recipient }) => recipient))).toEqual(
      new Set([`${UNITS.lead}.head`, `${UNITS.lead}.officer`]),
    );
  });

  it('also in the plan that answers given later are put over', () => {
    const late = { ...campaignFile.openQuestions[0]!, id: 'q-later', blocks: 'nothing' };
    const world = launched({ ...campaignFile, openQuestions: [...campaignFile.openQuestions, late] });
    successor(world).on('2025-06-20');
    world.must('carryOutSuccession', { ...merge, unitId: UNITS.lead }, ADMIN);
    world.on(ON);
    world.must('passOnCampaign', { campaignId: CAMPAIGN, unitId: UNITS.lead }, ENGINE);
    const choice = late.choices[0]?.key ?? '';
    world.must('answerQuestion', { campaignId: CAMPAIGN, questionId: 'q-later', choice }, who('province', 'head'));
    expect(world.state('campaign', CAMPAIGN)?.file.roles.leadAgency.unit).toBe(NEW);
  });

  it('S4-18 targets of the unit wait for a person, once, until each is settled', () => {
    const points = [
      { due: '2024-12-31', value: 1, unitId: UNITS.a },
      { due: '2026-12-31', value: 1, unitId: UNITS.a },
      { due: '2026-12-31', value: 2, unitId: UNITS.b },
    ] as const;
    const target = {
      key: 't',
      text: both('Chỉ tiêu'),
      unit: 'xã',
      mode: 'incremental',
      comparison: 'at-least',
      points,
    } as const;
    const world = merged(launched({ ...campaignFile, targets: [target] }));
    const pass = world.must('passOnCampaign', { campaignId: CAMPAIGN, unitId: UNITS.a }, ENGINE);
    expect(pass.events.map(({ type }) => type)).toEqual(['workPassedOn', 'targetsToRebase']);
    const waits = () =>
      world.state('campaign', CAMPAIGN)?.rebasing?.flatMap((one) => one.points.map(({ point }) => point));
    expect(waits()).toEqual([`2026-12-31/${UNITS.a}`]);
    expect(world.table('read_task').filter((row) => row['kind'] === 'rebase-targets')).toMatchObject([
      { queue: `${UNITS.lead}/officer`, status: 'open', last_day: '2026-12-31' },
    ]);
    const point = `2026-12-31/${UNITS.a}`;
    const settle = {
      campaignId: CAMPAIGN,
      target: 't',
      point,
      disposition: 'not-assessable',
      reason: 'Giải thể',
    } as const;
    world.must('adjustTarget', settle, who('lead', 'head'));
    expect(waits()).toEqual([]);
    expect(world.table('read_task').filter((row) => row['kind'] === 'rebase-targets')).toMatchObject([
      { status: 'closed' },
    ]);
    expect(world.replay().everything()).toEqual(world.everything());
  });

  it('folds from its facts to the same', () => {
    const world = inRound();
    submitted(world);
    owes(world, 'report', '2025', UNITS.a);
    merged(world);
    for (const [id, state] of world.all('obligation')) if (state.unitId === UNITS.a) passOn(world, 'obligation', id);
    passOn(world, 'nomination', 'n-1');
    expect(world.replay().everything()).toEqual(world.everything());
  });
});

describe('after a split', () => {
  const split = (world: Province): Province => {
    successor(world).on('2025-06-20');
    world.must('carryOutSuccession', { ...merge, kind: 'split', others: [UNITS.b] }, ADMIN);
    return world.on(ON);
  };
  const head: Actor = { id: `${UNITS.a}.head`, kind: 'person', holdings: [{ unitId: NEW, role: 'head' }] };

  it('what belongs to another successor is handed over piece by piece, with a reason', () => {
    const world = launched();
    const id = owes(world, 'report', '2025', UNITS.a);
    split(world);
    passOn(world, 'obligation', id);
    const owner = { kind: 'obligation', id } as const;
    const hand = (more: object = {}, actor = head) =>
      world.execute(
        'handOverWork',
        { owner, unitId: UNITS.a, to: UNITS.b, reason: 'Thuộc lĩnh vực b', ...more },
        actor,
      );
    expect(outcome(hand({}, who('a', 'head')))).toBe('FORBIDDEN');
    expect(outcome(hand({ reason: '' }))).toBe('REASON_REQUIRED');
    expect(refusalOf(hand({ to: UNITS.lead })).field).toBe('to');
    expect(refusalOf(hand({ owner: { kind: 'campaign', id: CAMPAIGN } })).field).toBe('owner.kind');
    expect(outcome(hand({ owner: { kind: 'obligation', id: 'none' } }))).toBe('NOT_FOUND');
    expect(outcome(hand())).toBe('accepted');
    expect(world.state('obligation', id)).toMatchObject({ unitId: UNITS.b, queue: `${UNITS.b}/officer` });
    expect(outcome(hand())).toBe('ALREADY_DONE');
    const told = world.notices.filter(({ template }) => template === 'work-handed-over');
    expect(new Set(told.map(({ recipient }) => recipient))).toEqual(new Set([`${UNITS.b}.head`, `${UNITS.b}.officer`]));
    expect(JSON.stringify(world.events)).not.toContain('Thuộc lĩnh vực b');
  });

  it('nothing is handed over after a merger, or before the day', () => {
    const world = merged(launched());
    const id = owes(world, 'report', '2025', NEW);
    const owner = { kind: 'obligation', id } as const;
    const command = { owner, unitId: UNITS.a, to: UNITS.b, reason: 'Khác' };
    expect(outcome(world.execute('handOverWork', command, head))).toBe('NOT_ALLOWED_IN_STATE');
  });
});

describe('X03 every kind of stream that opens tasks', () => {
  it.each(TASK_OWNERS)('%s lets them pass on', (kind) => {
    const task = { visit: 1, step: 's', kind: 'k', queue: `${UNITS.a}/officer`, openedAt: 0, plan: [], sent: [] };
    const state = {
      campaignId: CAMPAIGN,
      queue: '',
      status: 'open',
      visit: 1,
      open: { '1': task },
      file: { roles: {} },
      unitId: kind === 'registration' ? UNITS.a : UNITS.b,
    };
    const roles = { standingBody: '', leadAgency: '', decider: '', council: '' };
    const passing = { from: UNITS.a, to: NEW, on: ON, kind: 'merged', document };
    const fact = { type: 'workPassedOn', payload: passing, at: 0, actor: 'engine' };
    const { evolve } = STREAMS[kind] as unknown as { evolve: (state: unknown, fact: unknown) => { open: object } };
    const after = evolve({ ...state, route: [], roles }, fact);
    // Pledges go to the successor's own registration: nothing of the old one stays open.
    const open = kind === 'registration' ? {} : { '1': { ...task, queue: `${NEW}/officer` } };
    expect(after.open).toEqual(open);
  });
});

describe('X03 the engine', () => {
  it('passes on what stands at an ended unit, on the first day of the successor', () => {
    const world = launched();
    const campaign = world.state('campaign', CAMPAIGN);
    if (campaign === undefined) throw new Error('no campaign');
    const wait = (now: number, atEnded: readonly string[]) =>
      campaignWait({
        campaign,
        rows: { duties: [], rounds: [], openNominations: 0, atEnded },
        organisation: { units: [], clusters: [], ended: [{ id: UNITS.a, to: NEW, on: ON }] },
        calendar: world.calendar,
        calendarVersion: 1,
        calendarSeen: 1,
        now,
      });
    const acts = (now: number, left: readonly string[]) => wait(now, left).due.map(({ does }) => does);
    expect(acts(at('2025-06-30'), [UNITS.a])).not.toContain('passOn');
    expect(wait(at('2025-06-30'), [UNITS.a]).nextAt).toBeLessThanOrEqual(at(ON, '08:00'));
    expect(acts(at(ON), [UNITS.a])).toContain('passOn');
    expect(acts(at(ON), [])).not.toContain('passOn');
  });
});
