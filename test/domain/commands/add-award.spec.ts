import { describe, expect, it } from '@jest/globals';
import { OPERATOR } from '../../../libs/domain/access/actor.js';
import type { AddRoundAward } from '../../../libs/domain/round/add-award.commands.js';
import { ruleBookOfInstallation } from '../../../libs/rules/load-rules.js';
import { ROUND, submitted } from '../support/dossier-walk.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { CAMPAIGN, UNITS, who } from '../support/people.js';
import { inRound, launched, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const asked: AddRoundAward = {
  campaignId: CAMPAIGN,
  round: 'annual',
  award: 'BKT',
  subjectKinds: ['collective'],
  document: { number: '15/HD-UBND', date: '2024-09-30' },
  reason: 'Ông Lê Văn Thử đề nghị bổ sung theo kết luận họp giao ban',
};
const head = who('lead', 'head');
const add = (world: Province, more: Partial<AddRoundAward> = {}, actor = head) =>
  world.execute('addRoundAward', { ...asked, ...more }, actor);

/** The annual round is open, and the rules of the installation are in force. */
function ruled(world = inRound()): Province {
  world.must('loadRules', { book: ruleBookOfInstallation() }, OPERATOR);
  return world;
}
const offeredIn = (world: Province) => world.state('round', ROUND)?.awards.map(({ award }) => award);
const planned = (world: Province) =>
  world
    .state('campaign', CAMPAIGN)
    ?.file.rounds.find(({ key }) => key === 'annual')
    ?.awards.map(({ award }) => award);

describe('S0-34 S0-36 an award is added to a round by a named person', () => {
  it('to the open round and to those to come; dossiers already in stay as they are', () => {
    const world = ruled();
    const id = submitted(world);
    const before = world.state('nomination', id);
    expect(outcome(add(world))).toBe('accepted');
    expect(offeredIn(world)).toEqual(['BK', 'BKT']);
    expect(planned(world)).toEqual(['BK', 'BKT']);
    expect(world.state('nomination', id)).toEqual(before);
    const draft = {
      nominationId: 'n-2',
      campaignId: CAMPAIGN,
      roundId: ROUND,
      awardCode: 'BKT',
      unitId: UNITS.a,
      subject: { kind: 'collective' as const, id: 's-2', name: 'Tập thể' },
      achievement: 'Thành tích',
      documents: [],
    };
    expect(outcome(world.execute('draftNomination', draft, who('a', 'officer')))).toBe('accepted');
    expect(outcome(add(world))).toBe('ALREADY_DONE');
    expect(outcome(add(world, { subjectKinds: ['individual'] }))).toBe('ALREADY_EXISTS');
    expect(world.replay().everything()).toEqual(world.everything());
  });

  it('with its document and a reason that stays sealed; everyone who takes part is told of an open round', () => {
    const world = ruled();
    submitted(world);
    add(world);
    const facts = world.events.filter(({ type }) => type === 'roundAwardAdded');
    expect(facts.map(({ stream }) => stream.kind)).toEqual(['campaign', 'round']);
    expect(facts[0]?.payload).toMatchObject({ round: 'annual', document: asked.document, offer: { award: 'BKT' } });
    expect(JSON.stringify(world.events)).not.toContain('Lê Văn Thử');
    const told = world.notices.filter(({ template }) => template === 'round-award-added');
    expect(told.length).toBeGreaterThan(0);
  });

  it('S0-34 not a Giấy khen in a round the province decides: the law gives it to others, by which article', () => {
    const refused = refusalOf(add(ruled(), { award: 'GK' }));
    expect(refused).toMatchObject({
      code: 'AWARD_OF_OTHER_OFFICE',
      field: 'award',
      params: { award: 'GK', unit: UNITS.province },
    });
    expect(refused.legalBasis).toMatch(/điều/);
  });

  it('S0-34 but a Giấy khen in a round that a department decides', () => {
    const rounds = campaignFile.rounds.map((one) =>
      one.key === 'annual' ? { ...one, decides: 'leadAgency' as const } : one,
    );
    expect(outcome(add(ruled(inRound({ ...campaignFile, rounds })), { award: 'GK' }))).toBe('accepted');
  });

  it('before a round opens it takes the award from its first day', () => {
    const world = ruled(launched());
    expect(outcome(add(world, { document: { number: '1/HD', date: '2024-05-10' } }))).toBe('accepted');
    expect(world.events.filter(({ type }) => type === 'roundAwardAdded')).toHaveLength(1);
    expect(planned(world)).toEqual(['BK', 'BKT']);
  });

  it('stays when a later answer settles the file anew', () => {
    const world = ruled();
    add(world);
    const answer = { campaignId: CAMPAIGN, questionId: 'q-round', choice: '', text: 'Giữ' };
    world.must('answerQuestion', answer, who('province', 'head'));
    expect(planned(world)).toEqual(['BK', 'BKT']);
  });

  it('refuses others, rounds and awards that are not there, and what has no document or reason', () => {
    const world = ruled();
    expect(outcome(add(world, {}, who('a', 'head')))).toBe('FORBIDDEN');
    expect(outcome(add(world, {}, who('lead', 'officer')))).toBe('FORBIDDEN');
    expect(outcome(add(world, {}, who('province', 'decider')))).toBe('accepted');
    expect(refusalOf(add(world, { round: 'none' }))).toMatchObject({ code: 'NOT_FOUND', field: 'round' });
    expect(refusalOf(add(world, { award: 'KHONG-CO' }))).toMatchObject({ code: 'NOT_FOUND', field: 'award' });
    expect(refusalOf(add(world, { award: 'CSTDT', reason: ' ' })).code).toBe('REASON_REQUIRED');
    const late = { number: '1/HD', date: '2030-01-01' };
    expect(refusalOf(add(world, { award: 'CSTDT', document: late })).code).toBe('DATE_IN_FUTURE');
    expect(outcome(add(inRound()))).toBe('NOT_FOUND');
  });
});
