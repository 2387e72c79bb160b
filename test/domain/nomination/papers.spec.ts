import { describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { askedPapers } from '../../../libs/domain/nomination/asked-papers.js';
import { documentsOf } from '../../../libs/domain/nomination/papers.js';
import { book } from '../rules/facts-fixture.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { OPERATOR } from '../../../libs/domain/access/actor.js';
import { ROUND } from '../support/dossier-walk.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { at, inRound, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const REPORT = 'bao-cao-thanh-tich';
const file: CampaignFile = {
  ...campaignFile,
  subjectGroups: [
    {
      key: 'ho',
      text: both('Hộ gia đình'),
      subjectKinds: ['household'],
      criteria: [],
      documents: [{ key: REPORT, name: both('Báo cáo thành tích') }],
    },
    { key: 'khac', text: both('Khác'), subjectKinds: ['individual', 'collective'], criteria: [], documents: [] },
  ],
};
const DIGESTS = ['1', '2', '3', '4'].map((digit) => digit.repeat(64));
const [FIRST = '', SECOND = '', THIRD = ''] = DIGESTS;
const officer = who('a', 'officer');
const id = 'n-papers';

function drafted(campaign = file, awardCode = 'BK'): Province {
  const world = inRound(campaign);
  world.files.push(...DIGESTS.map((digest) => ({ digest, media_type: 'application/pdf', size: 10 })));
  const subject = { kind: 'household', id: 'ho-men', name: 'Hộ bà Bùi Thị Mến' } as const;
  const about = { nominationId: id, campaignId: CAMPAIGN, roundId: ROUND, awardCode, unitId: UNITS.a, subject };
  world.must('draftNomination', { ...about, achievement: 'Thành tích', documents: [] }, officer);
  return world;
}

const lay = (world: Province, digest: string, more: { kind?: string; replaces?: string } = {}, actor = officer) =>
  world.execute('filePaper', { nominationId: id, kind: REPORT, digest, name: 'Báo cáo bà Mến.pdf', ...more }, actor);
const stateOf = (world: Province) => world.state('nomination', id)!;
const missing = (world: Province) =>
  askedPapers(stateOf(world), world, '2025-06-28')
    .filter(({ held }) => !held)
    .map(({ kind }) => kind);

describe('papers of a dossier', () => {
  it('S1-55 a dossier lacks what its campaign asks for until a file of that kind lies there', () => {
    const world = drafted();
    const submit = () => world.execute('submitNomination', { nominationId: id }, officer);
    expect(missing(world)).toEqual([REPORT]);
    expect(refusalOf(submit())).toMatchObject({ code: 'DOSSIER_INCOMPLETE', params: { papers: REPORT } });
    expect(outcome(lay(world, FIRST))).toBe('accepted');
    expect(missing(world)).toEqual([]);
    expect(outcome(submit())).toBe('accepted');
    expect(JSON.stringify(world.events)).not.toContain('Báo cáo bà Mến.pdf');
  });

  it('a new version takes the place of the former, which stays, with who and when', () => {
    const world = drafted();
    lay(world, FIRST);
    world.now += 60_000;
    expect(refusalOf(lay(world, SECOND, { replaces: THIRD }))).toMatchObject({ code: 'NOT_FOUND', field: 'replaces' });
    expect(refusalOf(lay(world, SECOND, { replaces: FIRST, kind: 'other' })).field).toBe('kind');
    expect(outcome(lay(world, SECOND, { replaces: FIRST }, who('a', 'head')))).toBe('accepted');
    expect(stateOf(world).papers).toMatchObject([
      {
        kind: REPORT,
        versions: [
          { digest: FIRST, by: officer.id },
          { digest: SECOND, by: who('a', 'head').id, at: world.now },
        ],
      },
    ]);
    expect(documentsOf(stateOf(world))).toEqual([{ kind: REPORT, reference: SECOND }]);
    expect(world.table('read_attachment').map((row) => row['digest'])).toEqual([FIRST, SECOND]);
    expect(world.replay().everything()).toEqual(world.everything());
  });

  it('takes a paper out with a reason only; it counts no more and is not forgotten', () => {
    const world = drafted();
    lay(world, FIRST);
    const takeOut = (reason: string) =>
      world.execute('takeOutPaper', { nominationId: id, digest: FIRST, reason }, officer);
    expect(refusalOf(takeOut(' ')).code).toBe('REASON_REQUIRED');
    expect(outcome(takeOut('Nhầm hồ sơ'))).toBe('accepted');
    expect(refusalOf(takeOut('Nhầm hồ sơ')).code).toBe('NOT_FOUND');
    expect(missing(world)).toEqual([REPORT]);
    expect(stateOf(world).papers).toMatchObject([{ takenOut: { by: officer.id } }]);
  });

  it('refuses kinds nobody asks for, files nobody sent, the same file twice, and other units', () => {
    const world = drafted();
    expect(refusalOf(lay(world, FIRST, { kind: 'tuy-y' }))).toMatchObject({ code: 'INVALID_INPUT', field: 'kind' });
    expect(outcome(lay(world, THIRD, { kind: 'other' }))).toBe('accepted');
    expect(refusalOf(lay(world, 'f'.repeat(64))).code).toBe('NOT_FOUND');
    expect(refusalOf(lay(world, THIRD)).code).toBe('ALREADY_DONE');
    expect(refusalOf(lay(world, FIRST, {}, who('b', 'officer'))).code).toBe('FORBIDDEN');
  });

  it('is changed while the unit has it: as a draft, and again when it came back for a supplement', () => {
    const world = drafted();
    lay(world, FIRST);
    world.must('submitNomination', { nominationId: id }, officer);
    expect(refusalOf(lay(world, SECOND, { replaces: FIRST }))).toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
      params: { status: 'open' },
    });
    world.must(
      'returnNomination',
      { nominationId: id, visit: 1, reason: 'Thiếu xác nhận' },
      who('standing', 'secretary'),
    );
    expect(outcome(lay(world, SECOND, { replaces: FIRST }))).toBe('accepted');
    const documents = [{ kind: 'xac-nhan', reference: 'XN-02' }];
    world.must('resubmitNomination', { nominationId: id, visit: 2, note: 'Đã thay báo cáo', documents }, officer);
    expect(documentsOf(stateOf(world))).toEqual([...documents, { kind: REPORT, reference: SECOND }]);
    expect(refusalOf(lay(world, THIRD, { kind: 'other' })).code).toBe('NOT_ALLOWED_IN_STATE');
  });

  it('S1-55 is taken with a paper of the verified rules missing only with a reason, and the fact names the paper', () => {
    const rounds = campaignFile.rounds.map((round) =>
      round.key === 'annual' ? { ...round, awards: round.awards.map((offer) => ({ ...offer, award: 'BKT' })) } : round,
    );
    const world = drafted({ ...file, rounds }, 'BKT');
    world.must('loadRules', { book }, OPERATOR);
    world.now = at('2025-06-28');
    lay(world, FIRST);
    lay(world, SECOND, { kind: 'TO_TRINH' });
    world.must('submitNomination', { nominationId: id }, officer);
    const secretary = who('standing', 'secretary');
    const approve = (visit: number, note?: string) =>
      world.execute('approveStep', { nominationId: id, visit, ...(note === undefined ? {} : { note }) }, secretary);
    expect(refusalOf(approve(1))).toMatchObject({
      code: 'PAPERS_MISSING',
      field: 'note',
      params: { papers: 'Biên bản xét khen thưởng' },
    });
    expect(refusalOf(approve(1, '  ')).code).toBe('PAPERS_MISSING');
    // Back to the unit, which brings it: nothing has to be said then.
    world.must('returnNomination', { nominationId: id, visit: 1, reason: 'Thiếu biên bản' }, secretary);
    lay(world, THIRD, { kind: 'BIEN_BAN_XET_KHEN_THUONG' });
    world.must('takeOutPaper', { nominationId: id, digest: THIRD, reason: 'Nhầm biên bản' }, officer);
    world.must('resubmitNomination', { nominationId: id, visit: 2, note: 'Biên bản gửi sau' }, officer);
    expect(refusalOf(approve(3)).code).toBe('PAPERS_MISSING');
    expect(outcome(approve(3, 'Biên bản gửi sau theo công văn 12'))).toBe('accepted');
    const passed = world.events.find(({ type }) => type === 'stepEnded');
    expect(passed?.payload['lacking']).toMatchObject([{ kind: 'BIEN_BAN_XET_KHEN_THUONG' }]);
    expect(JSON.stringify(passed)).not.toContain('công văn 12');
    // Sent back later, it is not handed in without a word by whoever took another paper out meanwhile.
    const lead = who('lead', 'officer');
    world.must('returnNomination', { nominationId: id, visit: 4, reason: 'Cần làm rõ' }, lead);
    world.must('takeOutPaper', { nominationId: id, digest: SECOND, reason: 'Nhầm tờ trình' }, officer);
    const again = (note: string) => world.execute('resubmitNomination', { nominationId: id, visit: 5, note }, officer);
    expect(refusalOf(again(''))).toMatchObject({
      code: 'PAPERS_MISSING',
      params: { papers: 'Tờ trình; Biên bản xét khen thưởng' },
    });
    expect(outcome(again('Tờ trình ký lại, gửi sau'))).toBe('accepted');
    // By the rules of the day it was received, whatever comes later.
    expect(stateOf(world).rulePack?.pinnedOn).toBe('2025-06-28');
  });

  it('asks for what the rules name too, once, with the article; what holds under a condition only advises', () => {
    const rounds = campaignFile.rounds.map((round) =>
      round.key === 'annual' ? { ...round, awards: round.awards.map((offer) => ({ ...offer, award: 'BKT' })) } : round,
    );
    const world = drafted({ ...file, rounds }, 'BKT');
    world.must('loadRules', { book }, OPERATOR);
    world.now = at('2025-06-28');
    const asked = askedPapers(stateOf(world), world, '2025-06-28');
    expect(asked[0]).toMatchObject({ kind: REPORT, from: 'campaign', binding: true });
    expect(asked.filter(({ from }) => from === 'rules').map(({ kind }) => kind)).toContain('TO_TRINH');
    expect(asked.filter(({ from }) => from === 'rules').every(({ article }) => article !== undefined)).toBe(true);
    expect(new Set(asked.map(({ kind }) => kind.toUpperCase().replaceAll('-', '_'))).size).toBe(asked.length);
    expect(asked.filter(({ onlyIf, binding }) => onlyIf !== undefined && binding)).toEqual([]);
  });
});
