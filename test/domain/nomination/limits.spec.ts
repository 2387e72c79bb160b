import { describe, expect, it } from '@jest/globals';
import { ENGINE, OPERATOR, type Actor } from '../../../libs/domain/access/actor.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { askedPapers } from '../../../libs/domain/nomination/asked-papers.js';
import type { OpenTask } from '../../../libs/domain/task/open-task.js';
import { localBook } from '../rules/local-book.js';
import { outcome } from '../support/outcome.js';
import { ROUND, walkTo } from '../support/dossier-walk.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { inRound, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const awards = ['BKT', 'CSTDTQ', 'BKTTG'].map((award) => ({
  award,
  name: both(award),
  subjectKinds: ['collective', 'individual', 'enterprise'] as const,
  provenance: { basis: 'proposed' } as const,
}));
const file: CampaignFile = {
  ...campaignFile,
  rounds: campaignFile.rounds.map((round) => (round.key === 'annual' ? { ...round, awards } : round)),
};
const SCHOOL = 'truong-thpt';

/** Tuesday 01/10/2024, with the limits of Đà Nẵng. */
function ruled(): Province {
  const world = inRound(file);
  world.must('loadRules', { book: localBook }, OPERATOR);
  const school = { unitId: SCHOOL, type: 'school', name: both('Trường THPT'), validFrom: '2010-01-01' } as const;
  world.must('defineUnit', { ...school, confidence: 'V' }, OPERATOR);
  return world;
}

let made = 0;
function submit(world: Province, award: string, unitId: string = UNITS.a): string {
  made += 1;
  const nominationId = `n-${made}`;
  const officer: Actor = { id: `${unitId}.officer`, kind: 'person', holdings: [{ unitId, role: 'officer' }] };
  const subject = { kind: 'individual', id: `s-${made}`, name: `Người ${made}` } as const;
  const drafted = { nominationId, campaignId: CAMPAIGN, roundId: ROUND, awardCode: award, unitId, subject };
  world.must('draftNomination', { ...drafted, achievement: 'Thành tích', documents: [] }, officer);
  world.must('submitNomination', { nominationId }, officer);
  return nominationId;
}
const batchOf = (world: Province, size: number): readonly string[] =>
  Array.from({ length: size }, () => submit(world, 'BKT'));
const at = (world: Province, id: string, step: string): OpenTask => {
  const visit = walkTo(world, id, step);
  return world.state('nomination', id)!.open[String(visit)]!;
};
const standing = who('standing', 'secretary');

/** A dossier about an enterprise that names these papers. */
function enterprise(world: Province, papers: readonly string[]): string {
  made += 1;
  const nominationId = `n-${made}`;
  const subject = { kind: 'enterprise', id: `dn-${made}`, name: `Công ty ${made}` } as const;
  const drafted = { nominationId, campaignId: CAMPAIGN, roundId: ROUND, awardCode: 'BKT', unitId: UNITS.a, subject };
  const documents = papers.map((kind) => ({ kind, reference: kind }));
  world.must('draftNomination', { ...drafted, achievement: 'Xuất khẩu', documents }, who('a', 'officer'));
  world.must('submitNomination', { nominationId }, who('a', 'officer'));
  return nominationId;
}

describe('limits that depend on how many dossiers a submission names', () => {
  it.each([
    [1, 6, '2024-10-09', 4],
    [9, 6, '2024-10-09', 4],
    [10, 10, '2024-10-15', 5],
    [49, 10, '2024-10-15', 5],
  ])(
    '%i dossiers: %i working days of appraisal, to %s, and %i for the decision; the first day does not count',
    (size, amount, lastDay, decision) => {
      const world = ruled();
      const [first = ''] = batchOf(world, size);
      submit(world, 'BKT', UNITS.b);
      submit(world, 'BKTTG');
      expect(at(world, first, 'appraisal')).toMatchObject({ amount, due: { lastDay } });
      expect(at(world, first, 'appraisal').advisory ?? false).toBe(false);
      expect(at(world, first, 'decision')).toMatchObject({ amount: decision });
    },
  );

  it('an enterprise that does not bring what other bodies confirm: five days more to ask them, and only there', () => {
    const world = ruled();
    const all = ['xac-nhan-thue', 'XAC_NHAN_BAO_HIEM', 'xac-nhan-moi-truong'];
    const [without, some, whole] = [enterprise(world, []), enterprise(world, all.slice(1)), enterprise(world, all)];
    const amountOf = (id: string, step: string) => at(world, id, step).amount;
    expect([without, some, whole].map((id) => amountOf(id, 'appraisal'))).toEqual([11, 11, 6]);
    expect(amountOf(submit(world, 'BKT'), 'appraisal')).toBe(6);
    expect(amountOf(without, 'decision')).toBe(4);
    expect(at(world, some, 'decision').advisory ?? false).toBe(false);
    const papers = askedPapers(world.state('nomination', some)!, world, '2024-10-01');
    expect(papers.find(({ kind }) => kind === 'XAC_NHAN_THUE')).toMatchObject({ held: false, binding: false });
    expect(papers.find(({ kind }) => kind === 'XAC_NHAN_BAO_HIEM')).toMatchObject({ held: true });
  });

  it('50 dossiers: no verified limit, so none is set', () => {
    const world = ruled();
    const [first = ''] = batchOf(world, 50);
    const task = at(world, first, 'appraisal');
    expect([task.amount, task.due]).toEqual([undefined, undefined]);
  });

  it('counts at receipt: what came after the first and before it, without what was withdrawn', () => {
    const world = ruled();
    const [first = '', second = ''] = batchOf(world, 10);
    expect(world.state('nomination', first)?.batch).toBe(1);
    world.must('withdrawNomination', { nominationId: second, reason: 'Rút' }, who('a', 'officer'));
    expect(at(world, first, 'appraisal')).toMatchObject({ amount: 6 });
    expect(world.state('nomination', first)?.batch).toBe(9);
    // Received, it keeps its limit: a dossier that comes later is another submission.
    batchOf(world, 5);
    expect(at(world, first, 'decision')).toMatchObject({ amount: 4 });
  });

  it('stands still while the dossier is held or with its unit, and goes on with what was left', () => {
    const world = ruled();
    const [first = '', second = ''] = batchOf(world, 10);
    at(world, first, 'appraisal');
    const { visit } = at(world, second, 'appraisal');
    world.on('2024-10-03');
    const why = { nominationId: first, reason: 'Xác minh đơn' };
    world.must('holdNomination', { ...why, ground: 'complaint' }, standing);
    const back = { nominationId: second, visit, reason: 'Thiếu xác nhận', supplementBy: '2024-10-31' };
    world.must('returnNomination', back, who('homeAffairs', 'appraiser'));
    world.on('2024-10-14');
    world.must('releaseNomination', why, standing);
    world.must(
      'resubmitNomination',
      { nominationId: second, visit: visit + 1, note: 'Đã bổ sung' },
      who('a', 'officer'),
    );
    // Two of ten days had passed on 03/10; the day of the resumption does not count either.
    for (const id of [first, second])
      expect(at(world, id, 'appraisal')).toMatchObject({ amount: 8, due: { lastDay: '2024-10-24' } });
  });

  it('follows a changed holiday', () => {
    const world = ruled();
    const [first = ''] = batchOf(world, 9);
    const { visit } = at(world, first, 'appraisal');
    const day = { date: '2024-10-08', kind: 'holiday', name: 'Nghỉ', source: 'TB 1', reason: 'Công bố' } as const;
    world.must('changeCalendarDay', day, OPERATOR);
    world.must('replanStep', { nominationId: first, visit }, ENGINE);
    expect(at(world, first, 'appraisal')).toMatchObject({ amount: 6, due: { lastDay: '2024-10-10' } });
  });

  it('outside the place whose limits they are nobody counts and nothing is set', () => {
    const world = inRound({ ...file, roles: { ...file.roles } });
    const elsewhere = { ...localBook, tables: { ...localBook.tables, timeLimits: [] } };
    world.must('loadRules', { book: elsewhere }, OPERATOR);
    const id = submit(world, 'BKT');
    expect(world.state('nomination', id)).not.toHaveProperty('batch');
    expect(at(world, id, 'appraisal').due).toBeUndefined();
  });
});

describe('8 the opinion of the people', () => {
  it('takes ten working days for CSTĐTQ by decree 98/2023 art. 46(1), and time alone ends it', () => {
    const world = ruled();
    const id = submit(world, 'CSTDTQ');
    const task = at(world, id, 'public-opinion');
    expect(task).toMatchObject({ queue: '', amount: 10, due: { lastDay: '2024-10-15' } });
    const end = () =>
      outcome(world.execute('endTimedStep', { nominationId: id, visit: task.visit, key: task.step }, ENGINE));
    world.on('2024-10-15', '23:59');
    expect(end()).toBe('NOT_DUE_YET');
    world.on('2024-10-16', '00:00');
    expect(end()).toBe('accepted');
  });
});

describe('the day of the year by which a dossier goes to the centre', () => {
  it('is 15/10 for a school, whose year is the school year, and 30/06 for others; unverified, it only advises', () => {
    const world = ruled();
    const decision = (unitId: string) => at(world, submit(world, 'BKTTG', unitId), 'decision');
    expect(decision(SCHOOL)).toMatchObject({ due: { lastDay: '2024-10-15' }, advisory: true });
    expect(decision(UNITS.a)).toMatchObject({ due: { lastDay: '2025-06-30' }, advisory: true });
    // On the day itself it is that day; after it the next year's.
    world.on('2024-10-15');
    expect(decision(SCHOOL).due?.lastDay).toBe('2024-10-15');
    world.on('2024-10-16');
    expect(decision(SCHOOL).due?.lastDay).toBe('2025-10-15');
  });
});
