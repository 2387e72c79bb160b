import { describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { ENGINE, OPERATOR } from '../../../libs/domain/access/actor.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { drafted, launched, owes, type Province, province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';
import { outcome, refusalOf } from '../support/outcome.js';

const campaignId = CAMPAIGN;
const document = { number: '101/KH-UBND', date: '2024-05-10' };
const decider = who('province', 'decider');
const lead = who('lead', 'head');
const issuer = who('province', 'head');

describe('a draft', () => {
  it('is taken in once', () => {
    const world = province();
    const command = { file: campaignFile, rulePack: 'L2022-ND152' };
    expect(outcome(world.execute('draftCampaign', command, who('a', 'head')))).toBe('FORBIDDEN');
    expect(outcome(world.execute('draftCampaign', command, who('province', 'officer')))).toBe('accepted');
    expect(outcome(world.execute('draftCampaign', command, OPERATOR))).toBe('ALREADY_DONE');
    const other = { ...command, file: { ...campaignFile, name: both('Khác') } };
    expect(outcome(world.execute('draftCampaign', other, OPERATOR))).toBe('ALREADY_EXISTS');
  });

  it('is refused with the place of its first error', () => {
    const world = province();
    const file: CampaignFile = { ...campaignFile, documents: [] };
    const refusal = refusalOf(world.execute('draftCampaign', { file, rulePack: 'L2022-ND152' }, OPERATOR));
    expect(refusal).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'file.documents',
      params: { finding: 'ADOPTING_DOCUMENT_MISSING' },
    });
    expect(refusalOf(world.execute('draftCampaign', { file: campaignFile, rulePack: ' ' }, OPERATOR)).field).toBe(
      'rulePack',
    );
  });

  it('is revised until it is launched', () => {
    const world = drafted();
    const file = { ...campaignFile, name: both('Tên mới') };
    expect(outcome(world.execute('reviseCampaign', { file }, who('a', 'officer')))).toBe('FORBIDDEN');
    expect(outcome(world.execute('reviseCampaign', { file }, OPERATOR))).toBe('accepted');
    expect(outcome(world.execute('reviseCampaign', { file }, OPERATOR))).toBe('ALREADY_DONE');
    expect(world.state('campaign', campaignId)?.file.name.vi).toBe('Tên mới');
    expect(outcome(world.execute('reviseCampaign', { file: { ...file, documents: [] } }, OPERATOR))).toBe(
      'INVALID_INPUT',
    );
    world.must('launchCampaign', { campaignId, document }, decider);
    expect(outcome(world.execute('reviseCampaign', { file: campaignFile }, OPERATOR))).toBe('NOT_ALLOWED_IN_STATE');
    expect(outcome(province().execute('reviseCampaign', { file }, OPERATOR))).toBe('NOT_FOUND');
  });
});

describe('answering what is open', () => {
  it('takes one of the choices, or free text where it is allowed', () => {
    const world = province();
    world.must('draftCampaign', { file: campaignFile, rulePack: 'L2022-ND152' }, OPERATOR);
    const ask = { campaignId, questionId: 'q-scope', choice: 'all' };
    expect(outcome(world.execute('answerQuestion', ask, who('a', 'head')))).toBe('FORBIDDEN');
    expect(outcome(world.execute('answerQuestion', { ...ask, questionId: 'q-none' }, issuer))).toBe('NOT_FOUND');
    expect(refusalOf(world.execute('answerQuestion', { ...ask, choice: 'never' }, issuer)).field).toBe('choice');
    expect(refusalOf(world.execute('answerQuestion', { ...ask, choice: '', text: 'ai cũng được' }, issuer)).field).toBe(
      'text',
    );
    expect(outcome(world.execute('answerQuestion', ask, issuer))).toBe('accepted');
    expect(outcome(world.execute('answerQuestion', ask, issuer))).toBe('ALREADY_DONE');
    expect(outcome(world.execute('answerQuestion', { ...ask, choice: 'some' }, issuer))).toBe('accepted');
    const free = { campaignId, questionId: 'q-training', choice: '', text: 'Sau khi ông A đi vắng về' };
    expect(outcome(world.execute('answerQuestion', free, issuer))).toBe('accepted');
    expect(JSON.stringify(world.events)).not.toContain('ông A');
  });

  it('stands from the launch on, but what was open can still be answered', () => {
    const world = launched();
    const change = { campaignId, questionId: 'q-scope', choice: 'some' };
    expect(outcome(world.execute('answerQuestion', change, issuer))).toBe('NOT_ALLOWED_IN_STATE');
    const late = { campaignId, questionId: 'q-round', choice: '', text: 'Hội đồng' };
    expect(outcome(world.execute('answerQuestion', late, issuer))).toBe('accepted');
  });
});

describe('an answer with values of its own', () => {
  const typed = { campaignId, questionId: 'q-training', choice: '' };
  const training = (world: ReturnType<typeof province>) =>
    world.state('campaign', campaignId)?.file.obligations.find(({ key }) => key === 'training');

  it('changes what the plan goes by, and starts again from the document when it is changed', () => {
    const world = province();
    world.must('draftCampaign', { file: campaignFile, rulePack: 'L2022-ND152' }, OPERATOR);
    world.must('answerQuestion', { ...typed, sets: { due: { kind: 'on', date: '2024-11-15' } } }, issuer);
    expect(training(world)).toMatchObject({ mode: 'dated', due: { kind: 'on', date: '2024-11-15' } });
    expect(outcome(world.execute('draftCampaign', { file: campaignFile, rulePack: 'L2022-ND152' }, OPERATOR))).toBe(
      'ALREADY_DONE',
    );
    world.must('answerQuestion', { ...typed, text: 'Để sau' }, issuer);
    expect(training(world)?.due.kind).toBe('undated');
    world.must('answerQuestion', { ...typed, sets: { drop: true } }, issuer);
    expect(training(world)).toBeUndefined();
  });

  it('is refused where the node has no such value, or the campaign could not be carried out with it', () => {
    const world = province();
    world.must('draftCampaign', { file: campaignFile, rulePack: 'L2022-ND152' }, OPERATOR);
    const field = (input: object): string | undefined =>
      refusalOf(world.execute('answerQuestion', { ...typed, ...input }, issuer)).field;
    expect(field({ sets: { unit: 'a' } })).toBe('sets');
    expect(field({ sets: { due: { kind: 'on', date: '2099-01-01' } } })).toBe('sets');
    expect(field({ questionId: 'q-scope', choice: 'all', sets: { drop: true } })).toBe('sets');
  });
});

describe('the launch', () => {
  it('names the questions and the undated duties it waits for', () => {
    const world = province();
    world.must('draftCampaign', { file: campaignFile, rulePack: 'L2022-ND152' }, OPERATOR);
    const launch = { campaignId, document };
    expect(refusalOf(world.execute('launchCampaign', launch, decider))).toMatchObject({
      code: 'OPEN_QUESTIONS',
      params: { questions: 'q-scope' },
    });
    world.must('answerQuestion', { campaignId, questionId: 'q-scope', choice: 'all' }, issuer);
    expect(refusalOf(world.execute('launchCampaign', launch, decider))).toMatchObject({
      code: 'OPEN_QUESTIONS',
      params: { questions: 'obligation:training', count: 1 },
    });
    world.must(
      'extendCampaignDate',
      { campaignId, what: 'training/once', lastDay: '2024-11-15', reason: 'Ấn định' },
      lead,
    );
    expect(outcome(world.execute('launchCampaign', launch, who('province', 'officer')))).toBe('FORBIDDEN');
    expect(outcome(world.execute('launchCampaign', launch, decider))).toBe('accepted');
    expect(outcome(world.execute('launchCampaign', launch, decider))).toBe('ALREADY_DONE');
    expect(world.state('campaign', campaignId)).toMatchObject({ status: 'running', document });
  });

  it('cites a document of today or earlier', () => {
    const world = drafted();
    const launch = (date: string, number = '101') =>
      outcome(world.execute('launchCampaign', { campaignId, document: { number, date } }, decider));
    expect(launch('2024-05-14')).toBe('DATE_IN_FUTURE');
    expect(launch('2024-13-01')).toBe('DATE_INVALID');
    expect(launch('2024-05-10', ' ')).toBe('INVALID_INPUT');
    expect(launch('2024-05-13')).toBe('accepted');
  });
});

describe('phases and reviews', () => {
  const conclude = { campaignId, review: 'mid', number: '9/KL-UBND', date: '2026-10-20', conclusion: 'Đạt' };

  it('open a phase on its first day, the gated one on the conclusion of its review', () => {
    const world = launched();
    const phase = (key: string) => world.execute('openPhase', { campaignId, phase: key }, ENGINE);
    expect(outcome(world.execute('openPhase', { campaignId, phase: 'phase-1' }, lead))).toBe('FORBIDDEN');
    expect(outcome(phase('phase-9'))).toBe('NOT_FOUND');
    expect(outcome(phase('phase-1'))).toBe('accepted');
    expect(outcome(phase('phase-1'))).toBe('ALREADY_DONE');
    expect(refusalOf(phase('phase-2'))).toMatchObject({ code: 'NOT_DUE_YET', params: { date: '2026-01-01' } });
    world.on('2026-01-02');
    expect(refusalOf(phase('phase-2'))).toMatchObject({ code: 'PHASE_GATED', params: { review: 'mid' } });
    world.on('2026-10-20');
    world.must('concludeReview', conclude, issuer);
    expect(outcome(phase('phase-2'))).toBe('accepted');
    expect(outcome(drafted().execute('openPhase', { campaignId, phase: 'phase-1' }, ENGINE))).toBe(
      'CAMPAIGN_NOT_RUNNING',
    );
  });

  it('give the leading unit a task due on the last day of the window', () => {
    const world = launched();
    const open = () => world.execute('openReview', { campaignId, review: 'mid' }, ENGINE);
    expect(refusalOf(open())).toMatchObject({ code: 'NOT_DUE_YET', params: { date: '2026-10-01' } });
    world.on('2026-10-01', '00:00');
    expect(outcome(open())).toBe('accepted');
    expect(outcome(open())).toBe('ALREADY_DONE');
    const task = world.state('campaign', campaignId)?.open['1'];
    expect(task).toMatchObject({
      queue: `${UNITS.lead}/head`,
      due: { lastDay: '2026-12-31' },
      kind: 'mid-term-review',
    });
    expect(task?.plan.length).toBeGreaterThan(0);
    expect(
      world.notices.some(
        ({ template, recipient }) => template === 'review-opened' && recipient === 'so-nong-nghiep.head',
      ),
    ).toBe(true);
  });

  it('are concluded by a document, also before the engine has opened them, never before their window', () => {
    const world = launched().on('2026-09-30');
    expect(outcome(world.execute('concludeReview', { ...conclude, date: '2026-09-30' }, issuer))).toBe('NOT_DUE_YET');
    world.on('2026-10-21');
    expect(outcome(world.execute('concludeReview', conclude, who('a', 'head')))).toBe('FORBIDDEN');
    expect(outcome(world.execute('concludeReview', { ...conclude, date: '2026-10-22' }, issuer))).toBe(
      'DATE_IN_FUTURE',
    );
    expect(refusalOf(world.execute('concludeReview', { ...conclude, conclusion: ' ' }, issuer)).field).toBe(
      'conclusion',
    );
    expect(outcome(world.execute('concludeReview', conclude, lead))).toBe('accepted');
    expect(outcome(world.execute('concludeReview', conclude, lead))).toBe('ALREADY_DONE');
    expect(outcome(world.execute('openReview', { campaignId, review: 'mid' }, ENGINE))).toBe('ALREADY_DONE');
    expect(world.state('campaign', campaignId)?.open).toEqual({});
    expect(outcome(world.execute('concludeReview', { ...conclude, review: 'none' }, lead))).toBe('NOT_FOUND');
  });
});

describe('extending a date of the campaign', () => {
  const extend = (world: Province, what: string, lastDay: string, reason = 'Bão số 3') =>
    world.execute('extendCampaignDate', { campaignId, what, lastDay, reason }, lead);

  it('moves it later, with a reason, and never into the past', () => {
    const world = launched();
    expect(outcome(extend(world, 'plan/once', '2024-07-10', ' '))).toBe('REASON_REQUIRED');
    expect(outcome(extend(world, 'plan/once', '2024-02-30'))).toBe('DATE_INVALID');
    expect(outcome(extend(world, 'plan/once', '2024-05-01'))).toBe('DEADLINE_IN_PAST');
    expect(refusalOf(extend(world, 'plan/once', '2024-06-30'))).toMatchObject({
      code: 'DEADLINE_IN_PAST',
      params: { today: '2024-06-30' },
    });
    expect(outcome(extend(world, 'plan/2024', '2024-07-10'))).toBe('NOT_FOUND');
    expect(outcome(extend(world, 'nothing', '2024-07-10'))).toBe('NOT_FOUND');
    expect(outcome(extend(world, 'a/b/c/d', '2024-07-10'))).toBe('NOT_FOUND');
    expect(
      outcome(
        world.execute(
          'extendCampaignDate',
          { campaignId, what: 'plan/once', lastDay: '2024-07-10', reason: 'x' },
          who('a', 'head'),
        ),
      ),
    ).toBe('FORBIDDEN');
    expect(outcome(extend(world, 'plan/once', '2024-07-10'))).toBe('accepted');
    expect(outcome(extend(world, 'plan/once', '2024-07-10'))).toBe('ALREADY_DONE');
    expect(outcome(extend(world, 'plan/once', '2024-07-09'))).toBe('DEADLINE_IN_PAST');
    expect(outcome(extend(world, 'registration/once', '2024-08-15'))).toBe('accepted');
    expect(JSON.stringify(world.events)).not.toContain('Bão số 3');
    const id = owes(world, 'plan', 'once', UNITS.a);
    expect(world.state('obligation', id)?.due.lastDay).toBe('2024-07-10');
  });

  it('replans an open review and tells the leading unit', () => {
    const world = launched().on('2026-10-01');
    world.must('openReview', { campaignId, review: 'mid' }, ENGINE);
    expect(outcome(extend(world, 'review/mid', '2027-01-15'))).toBe('accepted');
    expect(world.state('campaign', campaignId)?.open['1']).toMatchObject({ due: { lastDay: '2027-01-15' } });
    expect(world.notices.filter(({ template }) => template === 'date-extended')).toHaveLength(2);
    expect(outcome(extend(world, 'review/none', '2027-01-15'))).toBe('NOT_FOUND');
    world.must(
      'concludeReview',
      { campaignId, review: 'mid', number: '1', date: '2026-10-01', conclusion: 'Đạt' },
      lead,
    );
    expect(outcome(extend(world, 'review/mid', '2027-02-15'))).toBe('NOT_ALLOWED_IN_STATE');
  });
});

describe('the end of a campaign', () => {
  it('waits for the final review and for the rounds', () => {
    const world = launched();
    const close = () => world.execute('closeCampaign', { campaignId }, ENGINE);
    expect(refusalOf(close())).toMatchObject({ code: 'PHASE_GATED', params: { review: 'final' } });
    world.must('openRound', { campaignId, key: 'prompt', occurrence: 'once' }, ENGINE);
    world.on('2030-12-20');
    world.must(
      'concludeReview',
      { campaignId, review: 'final', number: '1', date: '2030-12-20', conclusion: 'Đạt' },
      issuer,
    );
    expect(refusalOf(close())).toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
      params: { round: `${CAMPAIGN}.prompt.once` },
    });
    world.on('2031-01-01');
    const roundId = `${CAMPAIGN}.prompt.once`;
    world.must('closeRoundWindow', { roundId }, ENGINE);
    world.must('makeSubmissionList', { roundId }, who('lead', 'officer'));
    expect(outcome(world.execute('closeCampaign', { campaignId }, who('lead', 'head')))).toBe('FORBIDDEN');
    const id = owes(world, 'join-in', 'once', UNITS.b);
    expect(outcome(world.execute('lapseObligation', { obligationId: id }, ENGINE))).toBe('NOT_ALLOWED_IN_STATE');
    expect(outcome(close())).toBe('accepted');
    expect(outcome(close())).toBe('ALREADY_DONE');
    expect(outcome(world.execute('lapseObligation', { obligationId: id }, lead))).toBe('FORBIDDEN');
    expect(outcome(world.execute('lapseObligation', { obligationId: id }, ENGINE))).toBe('accepted');
    expect(outcome(world.execute('lapseObligation', { obligationId: id }, ENGINE))).toBe('ALREADY_DONE');
    expect(outcome(extendAfterClose(world))).toBe('CAMPAIGN_CLOSED');
    expect(outcome(world.execute('openPhase', { campaignId, phase: 'phase-1' }, ENGINE))).toBe('CAMPAIGN_CLOSED');
    const archive = () => outcome(world.execute('archiveCampaign', { campaignId }, who('province', 'officer')));
    expect(archive()).toBe('accepted');
    expect(archive()).toBe('ALREADY_DONE');
  });

  it('comes with the end of the period where no final review is planned', () => {
    const world = launched({ ...campaignFile, reviews: campaignFile.reviews.filter(({ kind }) => kind !== 'final') });
    expect(outcome(world.execute('archiveCampaign', { campaignId }, OPERATOR))).toBe('NOT_ALLOWED_IN_STATE');
    expect(outcome(drafted().execute('closeCampaign', { campaignId }, ENGINE))).toBe('CAMPAIGN_NOT_RUNNING');
    expect(outcome(world.on('2030-12-31').execute('closeCampaign', { campaignId }, ENGINE))).toBe('NOT_DUE_YET');
    expect(outcome(world.on('2031-01-01', '00:00').execute('closeCampaign', { campaignId }, ENGINE))).toBe('accepted');
  });

  const extendAfterClose = (world: Province) =>
    world.execute('extendCampaignDate', { campaignId, what: 'report/2030', lastDay: '2031-02-01', reason: 'x' }, lead);
});
