import { describe, expect, it } from '@jest/globals';
import { ENGINE, OPERATOR, type Actor } from '../../../libs/domain/access/actor.js';
import { holdingsOn } from '../../../libs/domain/organisation/person.stream.js';
import { wakes } from '../../../libs/domain/wakes.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { launched, owes, type Province } from '../support/province.js';

const ADMIN: Actor = { id: 'quan-tri', kind: 'person', holdings: [{ unitId: UNITS.province, role: 'admin' }] };
const NEW = 'don-vi-moi';
const NEXT = 'don-vi-sau';
const ON = '2025-07-01';
const document = { number: '202/2025/QH15', date: '2025-06-12' };
const reason = 'Ghi nhầm đơn vị';
const HEAD = `${UNITS.a}.head`;
const back = { unitId: UNITS.a, reason };

/** A merger of unit a recorded in June 2025 for July. */
function recorded(world: Province = launched()): Province {
  for (const unitId of [NEW, NEXT]) {
    const unit = { type: 'province-department', name: both(unitId), validFrom: ON, confidence: 'V' } as const;
    world.must('defineUnit', { unitId, ...unit, external: true }, OPERATOR);
  }
  world.on('2025-06-20');
  world.must('carryOutSuccession', { unitId: UNITS.a, to: NEW, kind: 'merged', on: ON, document }, ADMIN);
  return world;
}

const standing = (world: Province): unknown => refusalOf(world.execute('takeBackSuccession', back, ADMIN)).params;

describe('S0-45 S2-32 taking a succession back', () => {
  it('leaves everything as it was before: unit, successor, positions, and who serves which queue', () => {
    const world = launched();
    const states = () => [
      world.state('unit', UNITS.a),
      world.state('person', HEAD),
      world.state('person', `${UNITS.a}.officer`),
      world.table('read_position').filter((row) => String(row['person_id']).startsWith(UNITS.a)),
    ];
    const before = states();
    recorded(world);
    expect(states()).not.toEqual(before);
    world.must('takeBackSuccession', back, ADMIN);
    expect(states()).toEqual(before);
    expect(world.state('unit', NEW)).toMatchObject({ external: true });
    expect(world.state('unit', NEW)?.tookOver).toBeUndefined();
    world.on(ON);
    const head = world.state('person', HEAD);
    expect(head === undefined ? [] : holdingsOn(head, ON)).toEqual([{ unitId: UNITS.a, role: 'head' }]);
    const open = owes(world, 'report', '2025', UNITS.a);
    const pass = { owner: { kind: 'obligation', id: open }, unitId: UNITS.a } as const;
    expect(outcome(world.execute('passOnWork', pass, ENGINE))).toBe('NOT_ALLOWED_IN_STATE');
  });

  it('gives the unit the last day again that it had anyway, and lets the right one be recorded', () => {
    const world = launched();
    world.on('2025-06-20');
    const early = { unitId: UNITS.gone, to: UNITS.b, kind: 'merged', on: '2025-06-25', document } as const;
    world.must('carryOutSuccession', early, ADMIN);
    expect(world.state('unit', UNITS.gone)?.validTo).toBe('2025-06-24');
    world.must('takeBackSuccession', { unitId: UNITS.gone, reason }, ADMIN);
    expect(world.state('unit', UNITS.gone)?.validTo).toBe('2025-06-30');
    expect(outcome(world.execute('carryOutSuccession', { ...early, to: UNITS.leader }, ADMIN))).toBe('accepted');
    expect(world.state('unit', UNITS.b)?.tookOver).toBeUndefined();
  });

  it('gives every successor of a split back', () => {
    const world = recorded();
    world.must('takeBackSuccession', back, ADMIN);
    const split = { unitId: UNITS.a, to: UNITS.b, others: [NEW], kind: 'split', on: ON, document } as const;
    world.must('carryOutSuccession', split, ADMIN);
    world.must('takeBackSuccession', back, ADMIN);
    for (const id of [UNITS.b, NEW]) expect(world.state('unit', id)?.tookOver).toBeUndefined();
  });

  it('is done by a named administrator, with a reason, once', () => {
    const world = recorded();
    const attempt = (more: object, actor = ADMIN) => world.execute('takeBackSuccession', { ...back, ...more }, actor);
    expect(outcome(attempt({}, OPERATOR))).toBe('FORBIDDEN');
    expect(outcome(attempt({}, ENGINE))).toBe('FORBIDDEN');
    expect(outcome(attempt({}, who('a', 'head')))).toBe('FORBIDDEN');
    expect(outcome(attempt({ reason: ' ' }))).toBe('REASON_REQUIRED');
    expect(outcome(attempt({ unitId: 'nowhere' }))).toBe('UNKNOWN_UNIT');
    expect(outcome(attempt({ unitId: UNITS.b }))).toBe('NOT_ALLOWED_IN_STATE');
    const decision = attempt({});
    const [event] = decision.ok ? decision.events : [];
    const unit = world.state('unit', UNITS.a);
    if (event === undefined || unit === undefined) throw new Error('nothing was taken back');
    // The campaigns look again: what they waited for is not coming.
    expect(wakes(event, unit)).toMatchObject([{ workflow: 'campaign', signal: 'unitSucceeded' }]);
    expect(event.payload['reason']).toMatchObject({ $seal: `unit/${UNITS.a}` });
    expect(outcome(attempt({}))).toBe('NOT_ALLOWED_IN_STATE');
  });
});

describe('S0-45 what stands on a succession keeps it from being taken back', () => {
  it('work of a campaign that has passed on', () => {
    const world = recorded().on(ON);
    world.must('passOnCampaign', { campaignId: CAMPAIGN, unitId: UNITS.a }, ENGINE);
    expect(outcome(world.execute('takeBackSuccession', back, ADMIN))).toBe('SUCCESSION_BUILT_ON');
    expect(standing(world)).toMatchObject({ things: `campaign ${CAMPAIGN}` });
  });

  it('a duty of a successor that came into the tree by it', () => {
    const world = recorded().on(ON);
    const duty = owes(world, 'report', '2025', NEW);
    expect(standing(world)).toMatchObject({ things: `obligation ${duty}` });
  });

  it('a later end of the successor, and the positions that went on from there', () => {
    const world = recorded();
    world.must('carryOutSuccession', { unitId: NEW, to: NEXT, kind: 'renamed', on: '2025-08-01', document }, ADMIN);
    expect(standing(world)).toMatchObject({ things: expect.stringContaining(`unit ${NEW}`) });
    world.must('takeBackSuccession', { unitId: NEW, reason }, ADMIN);
    expect(outcome(world.execute('takeBackSuccession', back, ADMIN))).toBe('accepted');
  });

  it('a position in which two units have come together', () => {
    const world = recorded();
    const appointed = { personId: HEAD, unitId: UNITS.b, role: 'head', title: '', from: '2025-06-20' } as const;
    world.must('appointPerson', appointed, OPERATOR);
    world.must('carryOutSuccession', { unitId: UNITS.b, to: NEW, kind: 'merged', on: ON, document }, ADMIN);
    expect(standing(world)).toMatchObject({ things: `person ${HEAD}` });
  });

  it('a role that was delegated at the successor', () => {
    const world = recorded().on(ON);
    const giver: Actor = { id: HEAD, kind: 'person', holdings: [{ unitId: NEW, role: 'head' }] };
    const deputy = `${UNITS.a}.officer`;
    const given = { toPersonId: deputy, unitId: NEW, role: 'head', from: ON, to: '2025-07-31', reason } as const;
    world.must('delegateRole', given, giver);
    expect(standing(world)).toMatchObject({ things: `person ${deputy}` });
  });
});
