import { describe, expect, it } from '@jest/globals';
import { OPERATOR, type Actor } from '../../../libs/domain/access/actor.js';
import { coveredYears, type CoverRegister } from '../../../libs/domain/award-history/coverage.js';
import type { AwardState } from '../../../libs/domain/award-history/award-record.js';
import type { judgeNomination } from '../../../libs/domain/nomination/eligibility.js';
import { book } from '../rules/facts-fixture.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { ROUND } from '../support/dossier-walk.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { inRound, launched, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const document = { number: '7/BC-BTĐKT', date: '2024-05-10' };
const secretary = who('standing', 'secretary');
const SAYS: CoverRegister = { unitId: UNITS.a, from: 2015, document, reason: 'Đã rà soát' };
const cover = (world: Province, more: Partial<CoverRegister> = {}, actor: Actor = secretary) =>
  world.execute('coverRegister', { ...SAYS, ...more }, actor);
const years = (world: Province, unitId: string = UNITS.a, records: readonly AwardState[] = []) =>
  coveredYears((id) => world.state('unit', id), unitId, records, '2024-10-01');

describe('what the register covers', () => {
  it('is said by a named person, by a document and with a reason; the last word counts', () => {
    const world = launched();
    expect(years(world)).toBeUndefined();
    expect(outcome(cover(world, {}, who('a', 'officer')))).toBe('FORBIDDEN');
    expect(outcome(cover(world, {}, OPERATOR))).toBe('FORBIDDEN');
    expect(refusalOf(cover(world, { from: 1900 })).field).toBe('from');
    expect(refusalOf(cover(world, { to: 2014 })).field).toBe('to');
    expect(refusalOf(cover(world, { to: 2031 })).field).toBe('to');
    expect(outcome(cover(world, { reason: ' ' }))).toBe('REASON_REQUIRED');
    expect(refusalOf(cover(world, { document: { number: '', date: '2024-05-10' } })).field).toBe('document.number');
    expect(outcome(cover(world, { unitId: 'khong-co' }))).toBe('UNKNOWN_UNIT');
    expect(outcome(cover(world))).toBe('accepted');
    expect(outcome(cover(world))).toBe('ALREADY_DONE');
    expect(years(world)).toEqual({ from: 2015, to: 2024 });
    expect(outcome(cover(world, { to: 2020 }))).toBe('accepted');
    expect(years(world)).toEqual({ from: 2015, to: 2020 });
    expect(outcome(cover(world, { from: undefined }))).toBe('accepted');
    expect(years(world)).toBeUndefined();
    expect(JSON.stringify(world.events)).not.toContain('Đã rà soát');
  });

  it('goes for those below the unit, and for a successor only as far as its predecessors bear it out', () => {
    const world = launched();
    const below = { unitId: 'phong-a', type: 'division', name: both('Phòng'), validFrom: '2010-01-01' } as const;
    world.must('defineUnit', { ...below, parent: UNITS.a, confidence: 'V' }, OPERATOR);
    cover(world);
    expect(years(world, 'phong-a')).toEqual({ from: 2015, to: 2024 });
    expect(years(world, UNITS.b)).toBeUndefined();

    const admin: Actor = { id: 'quan-tri', kind: 'person', holdings: [{ unitId: UNITS.province, role: 'admin' }] };
    const merge = { unitId: UNITS.b, to: UNITS.a, kind: 'merged', on: '2024-06-01', document } as const;
    world.must('carryOutSuccession', merge, admin);
    expect(years(world)).toEqual({ from: 2024, to: 2024 });
    cover(world, { unitId: UNITS.b, from: 2018 });
    expect(years(world)).toEqual({ from: 2018, to: 2024 });
    // A new span of the unit does not forget it.
    world.must('defineUnit', { ...below, unitId: UNITS.a, validFrom: '2024-07-01', confidence: 'V' }, OPERATOR);
    expect(years(world)).toEqual({ from: 2018, to: 2024 });
  });

  it('does not speak for the years in which the subject was somewhere else', () => {
    const world = launched();
    cover(world);
    const elsewhere = { unitId: UNITS.lead, year: 2019, status: 'held' } as AwardState;
    expect(years(world, UNITS.a, [elsewhere])).toEqual({ from: 2020, to: 2024 });
    expect(years(world, UNITS.a, [{ ...elsewhere, year: 2024 }])).toBeUndefined();
    expect(years(world, UNITS.a, [{ ...elsewhere, unitId: UNITS.a }])).toEqual({ from: 2015, to: 2024 });
  });
});

describe('a verdict on the register', () => {
  /** CSTĐT wants three consecutive years CSTĐCS; the register has two. */
  function judged(covers: Partial<CoverRegister> | undefined) {
    const award = { award: 'CSTDT', name: both('CSTĐT'), subjectKinds: ['individual'] as const };
    const world = inRound({
      ...campaignFile,
      rounds: campaignFile.rounds.map((round) =>
        round.key === 'annual' ? { ...round, awards: [{ ...award, provenance: { basis: 'proposed' } }] } : round,
      ),
    });
    world.must('loadRules', { book }, OPERATOR);
    const subject = { kind: 'individual', id: 'le-thi-thu', name: 'Lê Thị Thử' } as const;
    const records = [2022, 2023].map((year) => ({
      subject,
      entry: { what: 'award', award: 'CSTDCS', kind: 'CONG_TRANG' } as const,
      year,
      document: { number: `${year}/QĐ`, date: `${year}-12-20` },
      authority: UNITS.a,
      unitId: UNITS.a,
    }));
    world.must('recordAwards', { records }, secretary);
    if (covers !== undefined) expect(outcome(cover(world, covers))).toBe('accepted');
    const drafted = { nominationId: 'n-1', campaignId: CAMPAIGN, roundId: ROUND, awardCode: 'CSTDT', unitId: UNITS.a };
    world.must('draftNomination', { ...drafted, subject, achievement: 'x', documents: [] }, who('a', 'officer'));
    const facts = { year: 2024, kind: 'CONG_TRANG', values: {} } as const;
    world.must('declareFacts', { nominationId: 'n-1', facts }, who('a', 'officer'));
    const state = world.state('nomination', 'n-1')!;
    world.must('submitNomination', { nominationId: 'n-1' }, who('a', 'officer'));
    expect(state.subject.id).toBe('le-thi-thu');
    const payload = world.events.findLast(({ type }) => type === 'nominationSubmitted')?.payload as {
      verdict: ReturnType<typeof judgeNomination>;
    };
    return payload.verdict?.rules.find(({ row }) => row.startsWith('cstdt-l2022-years'))?.status;
  }

  it('takes what is not recorded for unknown outside the years it covers, and for not given inside them', () => {
    expect(judged(undefined)).toBe('unknown');
    expect(judged({ from: 2015 })).toBe('failed');
    expect(judged({ from: 2023 })).toBe('unknown');
    expect(judged({ from: 2010, to: 2020 })).toBe('unknown');
  });
});
