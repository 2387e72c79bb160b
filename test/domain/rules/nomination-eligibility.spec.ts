import { describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { Sealed } from '../../../libs/domain/core/sealed.js';
import { verdictWithGrounds } from '../../../libs/domain/nomination/sealed-facts.js';
import type { Verdict } from '../../../libs/domain/rules/verdict.js';
import type { SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { DeclaredFacts } from '../../../libs/domain/rules/nomination-facts.js';
import type { RuleBook } from '../../../libs/domain/rules/rows.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { OPERATOR } from '../../../libs/domain/access/actor.js';
import { decideOn, ROUND, walkTo } from '../support/dossier-walk.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { at, inRound, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';
import { book, CLEAN } from './facts-fixture.js';

const provenance = { basis: 'proposed' } as const;
const AWARDS = [
  { award: 'CSTDCS', name: both('CSTĐCS'), subjectKinds: ['individual', 'collective'], provenance },
  { award: 'CSTDTQ', name: both('CSTĐTQ'), subjectKinds: ['individual'], provenance },
  { award: 'BKT', name: both('Bằng khen'), subjectKinds: ['individual', 'collective'], provenance },
] as const;
const file: CampaignFile = {
  ...campaignFile,
  rounds: campaignFile.rounds.map((round) => (round.key === 'annual' ? { ...round, awards: AWARDS } : round)),
};

const facts = (values: DeclaredFacts['values'] = {}): DeclaredFacts => ({
  year: 2025,
  kind: 'CONG_TRANG',
  values: {
    ...CLEAN,
    grade: 'HOAN_THANH_XUAT_SAC',
    'standard.advanced': true,
    'initiative.recognised': false,
    'topic.accepted': false,
    'combat.resourceful': false,
    ...values,
  },
});

function ruled(): Province {
  const world = inRound(file);
  world.must('loadRules', { book }, OPERATOR);
  world.now = at('2025-06-28');
  return world;
}

function submit(world: Province, award: string, declared?: DeclaredFacts, kind: SubjectKind = 'individual'): string {
  const nominationId = `n-${award.toLowerCase()}`;
  const officer = who('a', 'officer');
  const subject = { kind, id: 'le-thi-thu', name: 'Lê Thị Thử' };
  const drafted = { nominationId, campaignId: CAMPAIGN, roundId: ROUND, awardCode: award, unitId: UNITS.a, subject };
  world.must('draftNomination', { ...drafted, achievement: 'Thành tích', documents: [] }, officer);
  if (declared !== undefined) world.must('declareFacts', { nominationId, facts: declared }, officer);
  world.must('submitNomination', { nominationId }, officer);
  return nominationId;
}

const receive = (world: Province, nominationId: string) =>
  world.must(
    'approveStep',
    { nominationId, visit: world.state('nomination', nominationId)?.visit ?? 0, note: 'Giấy tờ gửi sau' },
    who('standing', 'secretary'),
  );
const stateOf = (world: Province, id: string) => world.state('nomination', id)!;
const factOf = (world: Province, type: string) => world.events.findLast((event) => event.type === type)?.payload;

describe('the rules of a dossier', () => {
  it('submitted on 28/06/2025 and received on 02/07/2025: both packs are shown, the difference is named', () => {
    const world = ruled();
    const id = submit(world, 'CSTDCS', facts());
    expect(stateOf(world, id)).toMatchObject({
      rulePack: { provisional: 'L2022-ND98' },
      eligibility: { outcome: 'eligible', pack: 'L2022-ND98', on: '2025-06-28' },
    });
    world.now = at('2025-07-02');
    receive(world, id);
    expect(stateOf(world, id)).toMatchObject({
      rulePack: { provisional: 'L2022-ND98', pinned: 'L2022-ND152', pinnedOn: '2025-07-02' },
      eligibility: { outcome: 'eligible', pack: 'L2022-ND152', version: book.version },
    });
    const pinned = factOf(world, 'nominationRulesPinned');
    expect(pinned).toMatchObject({ differs: true, before: 'eligible', outcome: 'eligible' });
    expect(pinned?.['differences']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          key: 'authority/CHU_TICH_UBND_HUYEN',
          change: 'removed',
          before: ['authority-district'],
        }),
        expect.objectContaining({ key: 'authority/CHU_TICH_UBND_XA', change: 'changed', after: ['authority-commune'] }),
        expect.objectContaining({ key: 'principle/freeze', change: 'added', after: ['r05-freeze'] }),
      ]),
    );
    expect(JSON.stringify(world.events)).not.toContain('Lê Thị Thử');
  });

  it('keeps what is said of a person sealed: declared facts, and what a recorded verdict rests on', () => {
    const world = ruled();
    const id = submit(world, 'CSTDCS', facts({ 'discipline.open': true, grade: 'HOAN_THANH_TOT' }));
    receive(world, id);
    world.must('evaluateNomination', { nominationId: id }, who('standing', 'secretary'));
    const own = world.events.filter(({ stream }) => stream.kind === 'nomination');
    const kept = JSON.stringify([own, world.table('read_nomination'), world.table('read_task'), world.notices]);
    for (const said of ['HOAN_THANH_TOT', '"discipline.open":true', '"value"', 'Dữ kiện:', 'Facts:'])
      expect([said, kept.includes(said)]).toEqual([said, false]);
    // Which rules were tried, how they ended and where they stand can be read by anybody.
    const { verdict, grounds } = factOf(world, 'nominationEvaluated') as { verdict: Verdict; grounds: Sealed };
    expect(verdict.rules.find(({ row }) => row === 'cstdcs-l2022')).toMatchObject({ status: expect.any(String) });
    expect(grounds).toMatchObject({ $seal: 'subject/le-thi-thu', box: expect.any(String) });
    const opened = { $seal: grounds.$seal, text: Buffer.from(grounds.box ?? '', 'base64').toString() };
    const whole = JSON.stringify(verdictWithGrounds(verdict, opened));
    expect(whole).toContain('Dữ kiện: ');
    expect(whole).toContain('HOAN_THANH_TOT');
    // Of an erased subject the verdict stands without them.
    expect(verdictWithGrounds(verdict, { $seal: grounds.$seal, erased: true })).toBe(verdict);
    expect(stateOf(world, id).facts).toEqual({ year: 2025, kind: 'CONG_TRANG', sealed: expect.anything() });
    const again = { nominationId: id, facts: facts({ 'discipline.open': true, grade: 'HOAN_THANH_TOT' }) };
    expect(outcome(world.execute('declareFacts', again, who('standing', 'secretary')))).toBe('ALREADY_DONE');
  });

  it('says nothing of a difference where there is none', () => {
    const world = ruled();
    const id = submit(world, 'CSTDCS', facts());
    receive(world, id);
    expect(factOf(world, 'nominationRulesPinned')).toMatchObject({ differs: false, differences: [] });
  });

  it('keeps its verdict after a new pack, until somebody evaluates again; that is a recorded act', () => {
    const world = ruled();
    world.now = at('2025-07-02');
    const id = submit(world, 'CSTDCS', facts());
    receive(world, id);
    const stricter: RuleBook = {
      ...book,
      version: 'next',
      tables: {
        ...book.tables,
        criteria: book.tables.criteria.map((row) =>
          row.id === 'cstdcs-l2022' ? { ...row, check: { has: 'initiative.recognised' } } : row,
        ),
      },
    };
    world.must('loadRules', { book: stricter }, OPERATOR);
    expect(stateOf(world, id).eligibility).toMatchObject({ outcome: 'eligible', version: book.version });
    world.now = at('2025-09-01');
    const evaluate = (actor = who('homeAffairs', 'appraiser')) =>
      world.execute('evaluateNomination', { nominationId: id }, actor);
    expect(outcome(evaluate(who('b', 'officer')))).toBe('FORBIDDEN');
    expect(outcome(evaluate(who('standing', 'secretary')))).toBe('accepted');
    expect(stateOf(world, id).eligibility).toMatchObject({
      outcome: 'not-eligible',
      version: 'next',
      on: '2025-07-02',
    });
    expect(factOf(world, 'nominationEvaluated')).toMatchObject({ before: 'eligible', outcome: 'not-eligible' });
  });

  it('never refuses a submission, and refuses the decision by the verified rule with its article', () => {
    const world = ruled();
    const id = submit(world, 'BKT', { ...facts(), values: { ...CLEAN, 'discipline.open': true } });
    expect(stateOf(world, id).eligibility?.outcome).toBe('undetermined');
    world.now = at('2025-07-02');
    const visit = walkTo(world, id, 'decision');
    expect(stateOf(world, id).eligibility).toMatchObject({ outcome: 'not-eligible', failed: [{ row: 'r05-freeze' }] });
    const decide = () =>
      world.execute(
        'issueDecision',
        {
          decisionId: 'd-1',
          number: '9/QĐ-UBND',
          date: '2025-07-02',
          signer: 'ubnd-tinh.decider',
          nominations: [{ nominationId: id, visit }],
        },
        who('province', 'decider'),
      );
    expect(refusalOf(decide())).toMatchObject({ code: 'NOT_ELIGIBLE', legalBasis: 'Nghị định 152/2025/NĐ-CP' });
    world.must('declareFacts', { nominationId: id, facts: facts() }, who('standing', 'secretary'));
    world.must('evaluateNomination', { nominationId: id }, who('standing', 'secretary'));
    expect(stateOf(world, id).eligibility?.outcome).toBe('undetermined');
    decideOn(world, [{ nominationId: id, visit }], 'd-1', '9/QĐ-UBND');
    expect(stateOf(world, id).status).toBe('recognised');
  });

  it('4 puts on record that the law gives the award to another office, and refuses nothing by it', () => {
    const world = ruled();
    const id = submit(world, 'CSTDCS', facts());
    decideOn(world, [{ nominationId: id, visit: walkTo(world, id, 'decision') }], 'd-2', '8/QĐ-UBND');
    expect(factOf(world, 'decisionIssued')).toMatchObject({ lawAuthority: 'no' });
  });

  it('8 asks the people for ten working days where the law wants it and the campaign says nothing', () => {
    const world = ruled();
    const route = (id: string) => stateOf(world, id).route.find(({ kind }) => kind === 'public-opinion');
    expect(route(submit(world, 'CSTDTQ'))).toMatchObject({ amount: 10, unit: 'working', queue: '' });
    world.must('withdrawNomination', { nominationId: 'n-cstdtq', reason: 'Thử' }, who('a', 'officer'));
    expect(route(submit(world, 'BKT'))).toBeUndefined();
  });

  it('takes what the register knows before what was declared', () => {
    const world = ruled();
    const record = {
      subject: { kind: 'individual', id: 'le-thi-thu', name: 'Lê Thị Thử' } as const,
      entry: { what: 'freeze', ground: 'inspection', from: '2025-06-01' } as const,
      year: 2025,
      document: { number: '3/TB-TTr', date: '2025-06-01' },
      authority: UNITS.province,
    };
    world.must('recordAwards', { records: [record] }, who('standing', 'secretary'));
    world.now = at('2025-07-02');
    const id = submit(world, 'CSTDCS', facts({ 'inspection.open': false }));
    expect(stateOf(world, id).eligibility).toMatchObject({ outcome: 'not-eligible', failed: [{ row: 'r05-freeze' }] });
    const grounds = factOf(world, 'nominationSubmitted')?.['grounds'] as Sealed;
    expect(Buffer.from(grounds.box ?? '', 'base64').toString()).toContain(
      '{"fact":"inspection.open","value":true,"origin":{"from":"register"}}',
    );
  });

  it('changes nothing in a world without rules', () => {
    const world = inRound(file);
    const id = submit(world, 'CSTDCS', facts());
    receive(world, id);
    expect(stateOf(world, id).rulePack).toEqual({ provisional: 'L2022-ND152' });
    expect(world.events.some(({ type }) => type === 'nominationRulesPinned')).toBe(false);
    const evaluate = world.execute('evaluateNomination', { nominationId: id }, who('standing', 'secretary'));
    expect(outcome(evaluate)).toBe('NOT_FOUND');
  });
});

describe('the vote on a dossier', () => {
  it('3 is refused below a threshold that a named person has verified, and put on record above it', () => {
    const world = ruled();
    const next: RuleBook = {
      ...book,
      version: 'next',
      tables: {
        ...book.tables,
        votes: book.tables.votes.map((row) =>
          row.id === 'vote-other-now' ? { ...row, percent: 80, base: 'all-members' } : row,
        ),
      },
    };
    world.must('loadRules', { book: next }, OPERATOR);
    world.must(
      'verifyRule',
      { rowId: 'vote-other-now', source: 'Quy chế Hội đồng, điều 5', enforced: true },
      who('homeAffairs', 'appraiser'),
    );
    const id = submit(world, 'BKT', facts());
    const agenda = [{ nominationId: id, visit: walkTo(world, id, 'council') }];
    const chair = who('council', 'secretary');
    const session = {
      sessionId: 's-1',
      campaignId: CAMPAIGN,
      councilId: UNITS.council,
      date: '2025-06-28',
      members: 10,
      agenda,
    };
    world.must('conveneSession', session, chair);
    const record = (inFavour: number) =>
      world.execute(
        'recordCouncilResult',
        {
          sessionId: 's-1',
          visit: 1,
          present: 10,
          counts: [{ nominationId: id, inFavour, against: 10 - inFavour, abstained: 0, outcome: 'approved' }],
          minutes: { number: '1/BB', date: '2025-06-28' },
        },
        chair,
      );
    expect(refusalOf(record(7))).toMatchObject({ code: 'VOTE_BELOW_THRESHOLD', params: { percent: 80 } });
    expect(outcome(record(8))).toBe('accepted');
    expect(world.events.findLast(({ type }) => type === 'stepEnded')?.payload).toMatchObject({
      lawVotes: [{ row: 'vote-other-now', met: true, binding: true }],
    });
  });
});
