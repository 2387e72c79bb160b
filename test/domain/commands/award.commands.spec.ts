import { describe, expect, it } from '@jest/globals';
import { openTaskOf } from '../../../libs/domain/nomination/nomination-state.js';
import { ENGINE } from '../../../libs/domain/access/actor.js';
import { decideOn, ROUND, submitted, voteOn, walkTo } from '../support/dossier-walk.js';
import { CAMPAIGN, personAt, UNITS, who } from '../support/people.js';
import { inRound, launched, owes, type Province } from '../support/province.js';
import { outcome, refusalOf } from '../support/outcome.js';

const campaignId = CAMPAIGN;
const secretary = who('council', 'secretary');
const decider = who('province', 'decider');
const statusOf = (world: Province, id: string) => world.state('nomination', id)?.status;

describe('an award round', () => {
  const open = (world: Province, key = 'annual', occurrence = '2024') =>
    world.execute('openRound', { campaignId, key, occurrence }, ENGINE);

  it('opens on its day, with its guidance', () => {
    const world = launched();
    expect(refusalOf(open(world))).toMatchObject({ code: 'NOT_DUE_YET', params: { date: '2024-10-01' } });
    world.on('2024-10-01', '00:00');
    expect(refusalOf(open(world))).toMatchObject({
      code: 'GUIDANCE_MISSING',
      params: { obligation: 'guidance', occurrence: '2024', unit: UNITS.lead },
    });
    const guidance = owes(world, 'guidance', '2024', UNITS.lead);
    expect(outcome(open(world))).toBe('GUIDANCE_MISSING');
    const proof = { kind: 'document', number: '1/HD', date: '2024-09-30' } as const;
    world.must('fulfilObligation', { obligationId: guidance, proof }, who('lead', 'officer'));
    expect(
      outcome(world.execute('openRound', { campaignId, key: 'annual', occurrence: '2024' }, who('lead', 'head'))),
    ).toBe('FORBIDDEN');
    expect(open(world)).toMatchObject({ ok: true, result: { roundId: ROUND } });
    expect(outcome(open(world))).toBe('ALREADY_DONE');
    expect(outcome(open(world, 'none'))).toBe('NOT_FOUND');
    expect(outcome(open(world, 'annual', '2031'))).toBe('NOT_FOUND');
    expect(
      world.notices.some(
        ({ template, recipient }) => template === 'round-opened' && recipient === 'so-nong-nghiep.officer',
      ),
    ).toBe(true);
  });

  it('of a review waits for its conclusion and for its questions', () => {
    const world = launched().on('2026-10-20');
    const guidance = owes(world, 'guidance', '2026', UNITS.lead);
    expect(guidance).not.toBe('');
    world.on('2027-01-11');
    expect(refusalOf(open(world, 'mid-round', 'once'))).toMatchObject({
      code: 'PHASE_GATED',
      params: { review: 'mid' },
    });
    world.must(
      'concludeReview',
      { campaignId, review: 'mid', number: '1', date: '2026-12-30', conclusion: 'Đạt' },
      who('province', 'head'),
    );
    expect(outcome(open(world, 'mid-round', 'once'))).toBe('GUIDANCE_MISSING');
  });

  it('takes nominations until its last day, an extension included', () => {
    const world = inRound();
    const close = () => world.execute('closeRoundWindow', { roundId: ROUND }, ENGINE);
    expect(refusalOf(close())).toMatchObject({ code: 'NOT_DUE_YET', params: { date: '2024-10-31' } });
    const extend = { campaignId, what: 'round/annual/2024', lastDay: '2024-11-08', reason: 'Bão' };
    world.must('extendCampaignDate', extend, who('lead', 'head'));
    expect(world.state('round', ROUND)?.closes.lastDay).toBe('2024-11-08');
    world.on('2024-11-08', '23:59');
    expect(outcome(close())).toBe('NOT_DUE_YET');
    world.on('2024-11-09', '00:00');
    expect(outcome(world.execute('makeSubmissionList', { roundId: ROUND }, who('lead', 'officer')))).toBe(
      'NOT_DUE_YET',
    );
    expect(outcome(world.execute('closeRoundWindow', { roundId: ROUND }, who('lead', 'head')))).toBe('FORBIDDEN');
    expect(outcome(close())).toBe('accepted');
    expect(outcome(close())).toBe('ALREADY_DONE');
    const later = { ...extend, lastDay: '2024-11-20' };
    expect(outcome(world.execute('extendCampaignDate', later, who('lead', 'head')))).toBe('ROUND_NOT_OPEN');
    expect(outcome(world.execute('closeRoundWindow', { roundId: 'none' }, ENGINE))).toBe('NOT_FOUND');
  });

  it('that the engine missed altogether must be extended first', () => {
    const world = launched();
    const guidance = owes(world, 'guidance', '2024', UNITS.lead);
    world.on('2024-11-04');
    const proof = { kind: 'document', number: '1/HD', date: '2024-11-01' } as const;
    world.must('fulfilObligation', { obligationId: guidance, proof }, who('lead', 'officer'));
    expect(outcome(open(world))).toBe('DEADLINE_IN_PAST');
    world.must(
      'extendCampaignDate',
      { campaignId, what: 'round/annual/2024', lastDay: '2024-11-15', reason: 'Muộn' },
      who('lead', 'head'),
    );
    expect(outcome(open(world))).toBe('accepted');
  });

  it('ends with the list of the dossiers that are in order', () => {
    const world = inRound();
    for (const [i, id] of ['n-1', 'n-2', 'n-3', 'n-4'].entries()) submitted(world, id, `s-${i}`);
    world.must('withdrawNomination', { nominationId: 'n-2', reason: 'Rút' }, who('a', 'officer'));
    world.must(
      'holdNomination',
      { nominationId: 'n-3', ground: 'complaint', reason: 'Đơn thư' },
      who('standing', 'secretary'),
    );
    world.on('2024-11-01');
    world.must('closeRoundWindow', { roundId: ROUND }, ENGINE);
    const list = (actor = who('lead', 'officer')) => world.execute('makeSubmissionList', { roundId: ROUND }, actor);
    expect(outcome(list(who('a', 'officer')))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(list()).toMatchObject({ ok: true, result: { list: ['n-1', 'n-4'], waiting: ['n-3'] } });
    expect(outcome(list())).toBe('ALREADY_DONE');
    expect(world.events.at(-1)?.payload['byKind']).toEqual({ collective: ['n-1', 'n-4'] });
    expect(outcome(world.execute('makeSubmissionList', { roundId: 'none' }, who('lead', 'officer')))).toBe('NOT_FOUND');
  });
});

describe('a council session', () => {
  const atCouncil = () => {
    const world = inRound();
    const agenda = ['n-1', 'n-2', 'n-3'].map((nominationId, i) => {
      submitted(world, nominationId, `s-${i}`);
      return { nominationId, visit: walkTo(world, nominationId, 'council') };
    });
    return { world, agenda };
  };
  const session = { sessionId: 's-1', campaignId, councilId: UNITS.council, date: '2024-10-10', members: 9 };
  const minutes = { number: '5/BB', date: '2024-10-10' };

  it('is convened on dossiers that wait for this council', () => {
    const { world, agenda } = atCouncil();
    const convene = (more: object, actor = secretary) =>
      world.execute('conveneSession', { ...session, agenda, ...more }, actor);
    expect(outcome(convene({}, who('lead', 'officer')))).toBe('FORBIDDEN');
    expect(outcome(convene({ campaignId: 'none' }))).toBe('NOT_FOUND');
    expect(refusalOf(convene({ agenda: [] })).field).toBe('agenda');
    expect(refusalOf(convene({ members: 0 })).field).toBe('members');
    expect(outcome(convene({ date: '2024-02-30' }))).toBe('DATE_INVALID');
    expect(refusalOf(convene({ agenda: [...agenda, { nominationId: 'n-9', visit: 1 }] }))).toMatchObject({
      code: 'NOT_ON_AGENDA',
      field: 'agenda.3',
    });
    expect(outcome(convene({ agenda: [{ nominationId: 'n-1', visit: 1 }] }))).toBe('NOT_ON_AGENDA');
    expect(refusalOf(convene({ agenda: [...agenda, ...agenda] })).field).toBe('agenda');
    expect(convene({})).toMatchObject({ ok: true, result: { visit: 1 } });
    expect(outcome(convene({}))).toBe('ALREADY_DONE');
    expect(outcome(convene({ date: '2024-10-11' }))).toBe('ALREADY_EXISTS');
  });

  it('moves each dossier by what was counted, and leaves alone what moved meanwhile', () => {
    const { world, agenda } = atCouncil();
    world.must('conveneSession', { ...session, agenda }, secretary);
    const count = (nominationId: string, result: 'approved' | 'not-approved') => ({
      nominationId,
      inFavour: 5,
      against: 3,
      abstained: 0,
      outcome: result,
    });
    const counts = [count('n-1', 'approved'), count('n-2', 'not-approved'), count('n-3', 'approved')];
    const record = (more: object, actor = secretary) =>
      world.execute('recordCouncilResult', { sessionId: 's-1', visit: 1, present: 8, counts, minutes, ...more }, actor);
    expect(outcome(record({}))).toBe('NOT_DUE_YET');
    world.on('2024-10-10', '17:00');
    expect(outcome(record({}, who('lead', 'officer')))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(refusalOf(record({ present: 10 })).field).toBe('present');
    expect(outcome(record({ present: 0 }))).toBe('MEETING_INQUORATE');
    expect(refusalOf(record({ present: 7 })).field).toBe('counts.0');
    expect(outcome(record({ counts: counts.slice(1) }))).toBe('NOT_ON_AGENDA');
    expect(outcome(record({ counts: [...counts, count('n-9', 'approved')] }))).toBe('NOT_ON_AGENDA');
    expect(refusalOf(record({ counts: [...counts, ...counts] })).field).toBe('counts');
    expect(outcome(record({ minutes: { ...minutes, date: '2024-10-11' } }))).toBe('DATE_IN_FUTURE');
    world.must('withdrawNomination', { nominationId: 'n-3', reason: 'Rút' }, who('a', 'officer'));
    expect(record({})).toMatchObject({ ok: true, result: { skipped: ['n-3'] } });
    expect(outcome(record({}))).toBe('ALREADY_DONE');
    expect(['n-1', 'n-2', 'n-3'].map((id) => statusOf(world, id))).toEqual(['open', 'declined', 'withdrawn']);
    const n1 = world.state('nomination', 'n-1');
    expect(n1 === undefined ? undefined : openTaskOf(n1)?.kind).toBe('appraisal');
    expect(
      outcome(
        world.execute(
          'recordCouncilResult',
          { sessionId: 'none', visit: 1, present: 1, counts: [], minutes },
          secretary,
        ),
      ),
    ).toBe('NOT_FOUND');
  });

  it('is the only way through the council step', () => {
    const { world, agenda } = atCouncil();
    const [first] = agenda;
    if (first === undefined) throw new Error('there is an agenda');
    expect(refusalOf(world.execute('approveStep', first, secretary)).params).toMatchObject({
      use: 'recordCouncilResult',
    });
    expect(refusalOf(world.execute('declineNomination', { ...first, reason: 'x' }, secretary)).params).toMatchObject({
      use: 'recordCouncilResult',
    });
  });
});

describe('a decision', () => {
  const atDecision = (ids: readonly string[] = ['n-1', 'n-2']) => {
    const world = inRound();
    const nominations = ids.map((nominationId, i) => {
      submitted(world, nominationId, `s-${i}`);
      return { nominationId, visit: walkTo(world, nominationId, 'decision') };
    });
    world.on('2025-01-06');
    return { world, nominations };
  };
  const signer = personAt('province', 'decider');

  it('recognises many by one number, and goes on to publication', () => {
    const { world, nominations } = atDecision();
    const command = { decisionId: 'd-1', number: '7/QĐ-UBND', date: '2025-01-06', signer, nominations };
    const issue = (more: object, actor = decider) => world.execute('issueDecision', { ...command, ...more }, actor);
    expect(outcome(issue({}, who('lead', 'head')))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(outcome(issue({ date: '2025-01-07' }))).toBe('DATE_IN_FUTURE');
    expect(outcome(issue({ signer: 'nobody' }))).toBe('NOT_FOUND');
    expect(outcome(issue({ nominations: [] }))).toBe('INVALID_INPUT');
    expect(outcome(issue({ nominations: [...nominations, ...nominations] }))).toBe('INVALID_INPUT');
    const stale = refusalOf(issue({ nominations: nominations.map((seen) => ({ ...seen, visit: 1 })) }));
    expect(stale).toMatchObject({ code: 'STALE_VERSION', field: 'nominations.0', params: { id: 'n-1' } });
    expect(issue({})).toMatchObject({ ok: true, result: { decisionId: 'd-1' } });
    expect(outcome(issue({}))).toBe('ALREADY_DONE');
    expect(outcome(issue({ number: '8/QĐ-UBND' }))).toBe('ALREADY_EXISTS');
    expect(world.state('decision', 'd-1')).toMatchObject({ issuer: UNITS.province, nominations: ['n-1', 'n-2'] });
    expect(world.state('nomination', 'n-1')).toMatchObject({ status: 'recognised', decision: { number: '7/QĐ-UBND' } });
  });

  it('has a number of its own in its year', () => {
    const { world, nominations } = atDecision(['n-1', 'n-2', 'n-3']);
    const [first, second, third] = nominations;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three dossiers');
    decideOn(world, [first], 'd-1', '7/QĐ-UBND');
    const again = { decisionId: 'd-2', number: '7/QĐ-UBND', date: '2025-01-06', signer, nominations: [second] };
    expect(outcome(world.execute('issueDecision', again, decider))).toBe('DECISION_NUMBER_TAKEN');
    world.on('2026-01-06');
    expect(outcome(world.execute('issueDecision', { ...again, date: '2026-01-05' }, decider))).toBe('accepted');
    expect(
      outcome(world.execute('issueDecision', { ...again, decisionId: 'd-3', nominations: [third] }, decider)),
    ).toBe('DECISION_NUMBER_TAKEN');
  });

  it('is asked for only at the decision step', () => {
    const { world } = atDecision();
    submitted(world, 'n-5', 's-5');
    const command = {
      decisionId: 'd-9',
      number: '9',
      date: '2025-01-06',
      signer,
      nominations: [{ nominationId: 'n-5', visit: 1 }],
    };
    expect(refusalOf(world.execute('issueDecision', command, decider))).toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
      params: { step: 'completeness' },
    });
  });

  it('can be left to a higher authority, whose decision is recorded', () => {
    const { world, nominations } = atDecision(['n-1', 'n-2', 'n-3']);
    const document = { number: '3/TTr-UBND', date: '2025-01-06' };
    const upward = (seen: { nominationId: string; visit: number }, more: object = {}, actor = decider) =>
      world.execute('submitUpward', { ...seen, authority: 'Thủ tướng Chính phủ', document, ...more }, actor);
    const [first, second, third] = nominations;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three dossiers');
    expect(outcome(upward(first, {}, who('lead', 'head')))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(outcome(upward(first, { authority: ' ' }))).toBe('INVALID_INPUT');
    expect(outcome(upward(first, { document: { ...document, date: '2025-02-01' } }))).toBe('DATE_IN_FUTURE');
    for (const seen of nominations) expect(outcome(upward(seen))).toBe('accepted');
    expect(outcome(upward(first))).toBe('ALREADY_DONE');
    expect(
      outcome(world.execute('submitUpward', { nominationId: 'none', visit: 1, authority: 'x', document }, decider)),
    ).toBe('NOT_FOUND');

    world.on('2025-06-02');
    const standing = who('standing', 'secretary');
    const visit = first.visit + 1;
    expect(refusalOf(world.execute('approveStep', { nominationId: 'n-1', visit }, standing)).params).toMatchObject({
      use: 'recordHigherDecision',
    });
    expect(outcome(world.execute('declineNomination', { nominationId: 'n-1', visit, reason: 'x' }, standing))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    const decided = { decisionId: 'h-1', number: '500/QĐ-TTg', date: '2025-05-30', authority: 'Thủ tướng Chính phủ' };
    const record = (nominationId: string, more: object = {}, actor = standing) =>
      world.execute('recordHigherDecision', { ...decided, nominationId, visit, outcome: 'recognised', ...more }, actor);
    expect(outcome(record('n-1', {}, decider))).toBe('NOT_ASSIGNED_TO_YOU');
    expect(outcome(record('none'))).toBe('NOT_FOUND');
    expect(refusalOf(record('n-1', { authority: '' })).field).toBe('authority');
    expect(outcome(record('n-1'))).toBe('accepted');
    expect(outcome(record('n-1'))).toBe('ALREADY_DONE');
    expect(outcome(record('n-2', { number: '501/QĐ-TTg' }))).toBe('ALREADY_EXISTS');
    expect(outcome(record('n-2', { decisionId: 'h-2' }))).toBe('DECISION_NUMBER_TAKEN');
    expect(outcome(record('n-2'))).toBe('accepted');
    expect(world.state('decision', 'h-1')).toMatchObject({ authority: 'higher', nominations: ['n-1', 'n-2'] });
    expect(outcome(record('n-3', { outcome: 'declined' }))).toBe('REASON_REQUIRED');
    expect(outcome(record('n-3', { outcome: 'declined', reason: 'Ông H chưa đủ điều kiện' }))).toBe('accepted');
    expect(['n-1', 'n-2', 'n-3'].map((id) => statusOf(world, id))).toEqual(['recognised', 'recognised', 'declined']);
    expect(JSON.stringify(world.events)).not.toContain('Ông H');
  });

  it('a wait for a higher authority goes on after a hold or a supplement', () => {
    const { world, nominations } = atDecision(['n-1']);
    const [seen] = nominations;
    if (seen === undefined) throw new Error('one dossier');
    const standing = who('standing', 'secretary');
    world.must(
      'submitUpward',
      { ...seen, authority: 'Chủ tịch nước', document: { number: '1', date: '2025-01-06' } },
      decider,
    );
    world.must('holdNomination', { nominationId: 'n-1', ground: 'press', reason: 'Báo nêu' }, standing);
    world.must('releaseNomination', { nominationId: 'n-1', reason: 'Đã rõ' }, standing);
    const kind = () => {
      const state = world.state('nomination', 'n-1');
      return state === undefined ? undefined : openTaskOf(state)?.kind;
    };
    expect(kind()).toBe('higher-decision');
    const visit = world.state('nomination', 'n-1')?.visit ?? 0;
    world.must(
      'returnNomination',
      { nominationId: 'n-1', visit, reason: 'Bổ sung theo yêu cầu của cấp trên' },
      standing,
    );
    world.must('resubmitNomination', { nominationId: 'n-1', visit: visit + 1, note: '' }, who('a', 'officer'));
    expect(kind()).toBe('higher-decision');
  });
});

describe('votes and decisions taken for granted by other tests', () => {
  it('end a dossier that is not approved', () => {
    const world = inRound();
    submitted(world);
    const visit = walkTo(world, 'n-1', 'council');
    voteOn(world, [{ nominationId: 'n-1', visit }], 'not-approved', 's-x');
    expect(statusOf(world, 'n-1')).toBe('declined');
  });
});
