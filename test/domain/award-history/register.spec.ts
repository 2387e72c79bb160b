import { describe, expect, it } from '@jest/globals';
import { OPERATOR, type Actor } from '../../../libs/domain/access/actor.js';
import type { AwardState } from '../../../libs/domain/award-history/award-record.js';
import { idOfRecord, type GivenRecord } from '../../../libs/domain/award-history/award.commands.js';
import { freezesOf, historyOn } from '../../../libs/domain/award-history/history.js';
import type { Ask } from '../../../libs/domain/core/decision.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { decideOn, submitted, walkTo } from '../support/dossier-walk.js';
import { UNITS, who } from '../support/people.js';
import { inRound, province, type Province } from '../support/province.js';

const SECRETARY = who('standing', 'secretary');
const FILE = 'a'.repeat(64);

const title = (more: Partial<GivenRecord> = {}): GivenRecord => ({
  subject: { kind: 'individual', id: 'nguyen-van-a', name: 'Nguyễn Văn A' },
  entry: { what: 'award', award: 'CSTDCS', kind: 'CONG_TRANG', level: 'CS' },
  year: 2022,
  document: { number: '15/QĐ-UBND', date: '2023-01-10' },
  authority: 'UBND huyện Cầu Kè',
  unitName: 'Phòng Nội vụ huyện Cầu Kè',
  row: 2,
  ...more,
});

const records = (world: Province, subjectId: string): readonly AwardState[] => {
  const ask: Ask = { ask: 'recordsOf', subjectId };
  const into = (id: string): string => {
    const next = world.state('identity', id)?.into;
    return next === undefined ? id : into(next);
  };
  return world
    .all('award')
    .map(([, state]) => state)
    .filter(({ subject }) => into(subject.id) === into(ask.subjectId));
};

describe('S3-65 the register of awards', () => {
  it('takes past decisions of bodies that are no more, once, however often they are entered', () => {
    const world = province();
    const enter = (actor: Actor) => world.execute('recordAwards', { file: FILE, records: [title()] }, actor);
    expect(outcome(enter(who('a', 'officer')))).toBe('FORBIDDEN');
    expect(enter(OPERATOR)).toMatchObject({ ok: true, result: { recorded: 1, known: 0 } });
    expect(outcome(enter(SECRETARY))).toBe('ALREADY_DONE');
    expect(world.all('award')).toHaveLength(1);
    const [state] = records(world, 'nguyen-van-a');
    expect(state).toMatchObject({ authority: 'UBND huyện Cầu Kè', unitName: 'Phòng Nội vụ huyện Cầu Kè' });
    expect(JSON.stringify(world.events)).not.toContain('Nguyễn Văn A');
  });

  it('refuses what cannot be: a year or a paper of the future, a paper without a number', () => {
    const world = province();
    const enter = (record: GivenRecord) => world.execute('recordAwards', { records: [title(), record] }, SECRETARY);
    expect(refusalOf(enter(title({ year: 2030 }))).field).toBe('records.1.year');
    const future = { number: '1', date: '2030-01-01' };
    expect(refusalOf(enter(title({ document: future })))).toMatchObject({ code: 'DATE_IN_FUTURE' });
    expect(refusalOf(enter(title({ document: { number: ' ', date: '2023-01-10' } }))).field).toBe(
      'records.1.document.number',
    );
    expect(world.all('award')).toEqual([]);
  });

  it('is put right and taken from by a person with a reason; the same file does not bring it back', () => {
    const world = province();
    world.must('recordAwards', { file: FILE, records: [title()] }, SECRETARY);
    const awardId = idOfRecord(title());
    const correct = (reason: string, actor = SECRETARY) =>
      world.execute('correctAward', { awardId, change: { year: 2021 }, reason }, actor);
    expect(outcome(correct('Ghi nhầm năm', OPERATOR))).toBe('FORBIDDEN');
    expect(outcome(correct(''))).toBe('REASON_REQUIRED');
    expect(outcome(correct('Ghi nhầm năm'))).toBe('accepted');
    expect(outcome(correct('Ghi nhầm năm'))).toBe('ALREADY_DONE');
    expect(world.state('award', awardId)).toMatchObject({ year: 2021, corrections: 1 });
    const freeze = { what: 'freeze', ground: 'discipline', from: '2022-01-01' } as const;
    const other = { awardId, change: { entry: freeze }, reason: 'Khác' };
    expect(refusalOf(world.execute('correctAward', other, SECRETARY)).field).toBe('change.entry.what');
    expect(outcome(world.execute('removeAward', { awardId, reason: 'Trùng người' }, SECRETARY))).toBe('accepted');
    expect(historyOn(records(world, 'nguyen-van-a'), '2024-01-01').awards).toEqual([]);
    const again = world.execute('recordAwards', { file: FILE, records: [title()] }, SECRETARY);
    expect(outcome(again)).toBe('ALREADY_DONE');
    expect(world.state('award', awardId)?.status).toBe('removed');
    expect(world.replay().everything()).toEqual(world.everything());
  });

  it('follows a person to another employer when a named person says it is the same', () => {
    const world = province();
    const there = title({
      subject: { kind: 'individual', id: 'nv-a-2', name: 'Nguyễn Văn A' },
      year: 2023,
      document: { number: '3/QĐ-SNV', date: '2024-01-05' },
      unitId: UNITS.a,
    });
    world.must('recordAwards', { records: [title(), there] }, SECRETARY);
    const join = { subjectId: 'nv-a-2', into: 'nguyen-van-a', reason: 'Chuyển công tác' };
    expect(outcome(world.execute('joinSubjects', join, who('a', 'head')))).toBe('FORBIDDEN');
    expect(outcome(world.execute('joinSubjects', join, SECRETARY))).toBe('accepted');
    expect(outcome(world.execute('joinSubjects', join, SECRETARY))).toBe('ALREADY_DONE');
    const circle = { subjectId: 'nguyen-van-a', into: 'nv-a-2', reason: 'Ngược' };
    expect(refusalOf(world.execute('joinSubjects', circle, SECRETARY)).field).toBe('into');
    expect(historyOn(records(world, 'nv-a-2'), '2024-05-01').awards.map(({ year }) => year)).toEqual([2022, 2023]);
    expect(outcome(world.execute('partSubject', { subjectId: 'nv-a-2', reason: 'Nhầm' }, SECRETARY))).toBe('accepted');
    expect(historyOn(records(world, 'nguyen-van-a'), '2024-05-01').awards.map(({ year }) => year)).toEqual([2022]);
  });

  it('knows freezes until a person says they ended', () => {
    const world = province();
    const entry = { what: 'freeze', ground: 'discipline', from: '2023-02-01' } as const;
    world.must('recordAwards', { records: [title({ entry, year: 2023 })] }, SECRETARY);
    expect(freezesOf(records(world, 'nguyen-van-a'))).toEqual([{ ground: 'discipline', from: '2023-02-01' }]);
    const awardId = idOfRecord(title({ entry, year: 2023 }));
    const end = (until: string) => world.execute('endFreeze', { awardId, until, reason: 'Hết hạn' }, SECRETARY);
    expect(outcome(end('2023-01-31'))).toBe('DATE_INVALID');
    expect(outcome(end('2024-01-31'))).toBe('accepted');
    expect(freezesOf(records(world, 'nguyen-van-a'))[0]?.until).toBe('2024-01-31');
  });
});

describe('the register follows the decisions of the product in the same decision', () => {
  const decided = (): { world: Province; id: string } => {
    const world = inRound();
    const nominationId = submitted(world);
    const visit = walkTo(world, nominationId, 'decision');
    decideOn(world, [{ nominationId, visit }], 'd-1', '88/QĐ-UBND');
    const [entry] = world.all('award');
    if (entry === undefined) throw new Error('nothing was recorded');
    return { world, id: entry[0] };
  };

  it('R04 an award of a thematic campaign stands in it, for the year of its round, and is no merit award', () => {
    const { world, id } = decided();
    expect(world.state('award', id)).toMatchObject({
      subject: { id: 'subject-1', kind: 'collective' },
      entry: { what: 'award', award: 'BK', kind: 'CHUYEN_DE', level: 'BT' },
      year: 2024,
      document: { number: '88/QĐ-UBND' },
      authority: UNITS.province,
      unitId: UNITS.a,
      status: 'held',
      source: { from: 'product', nominationId: 'n-1', decisionId: 'd-1' },
    });
    const commands = new Set(world.events.filter(({ stream }) => stream.kind === 'award').map((e) => e.command));
    expect(commands).toEqual(new Set(['issueDecision']));
  });

  it('R13 an annulled award is gone from it with the annulment, and back with the restoration', () => {
    const { world, id } = decided();
    const day = new Date(world.now + 7 * 3_600_000).toISOString().slice(0, 10);
    const decider = who('province', 'decider');
    const revoke = { nominationId: 'n-1', reason: 'Kê khai sai', decisionNumber: '9/QĐ', decisionDate: day };
    world.must('revokeAward', revoke, decider);
    expect(world.state('award', id)).toMatchObject({ status: 'revoked', revokedBy: { number: '9/QĐ', date: day } });
    expect(historyOn(records(world, 'subject-1'), '2030-12-31').awards).toEqual([]);
    world.must('restoreAward', { nominationId: 'n-1', reason: 'Xác minh lại' }, decider);
    expect(historyOn(records(world, 'subject-1'), '2030-12-31').awards).toMatchObject([{ award: 'BK', year: 2024 }]);
    expect(world.replay().everything()).toEqual(world.everything());
  });
});
