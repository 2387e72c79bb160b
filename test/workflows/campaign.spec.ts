import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dateOf } from '../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import { CAMPAIGN, UNITS } from '../domain/support/people.js';
import { at } from '../domain/support/province.js';
import { campaignFile } from '../domain/support/sample-province-campaign.js';
import { Engine } from './support/engine.js';
import { launch, person } from './support/organisation.js';
import { rehearse } from './support/rehearse.js';

/** One year with one of everything: a phase gated by a review, a round that needs its guidance, a final review. */
const year: CampaignFile = {
  ...campaignFile,
  period: { fromYear: 2024, toYear: 2024 },
  registration: undefined,
  openQuestions: [],
  phases: [
    { ...campaignFile.phases[0]!, from: '2024-05-13', to: '2024-09-30' },
    { ...campaignFile.phases[1]!, from: '2024-07-01', to: '2024-12-31' },
  ],
  obligations: campaignFile.obligations
    .filter(({ key }) => ['plan', 'guidance', 'report', 'communicate'].includes(key))
    .map((duty) =>
      duty.due.kind === 'yearly-on' || duty.due.kind === 'yearly-before'
        ? { ...duty, due: { ...duty.due, toYear: 2024 } }
        : duty,
    ),
  reviews: [
    { ...campaignFile.reviews[0]!, window: { kind: 'within-quarter', year: 2024, quarter: 3 } },
    { ...campaignFile.reviews[1]!, window: { kind: 'within-quarter', year: 2024, quarter: 4 } },
  ],
  rounds: campaignFile.rounds
    .filter(({ key }) => key === 'annual')
    .map((round) => ({
      ...round,
      opens: { ...round.opens, toYear: 2024 } as typeof round.opens,
      closes: { ...round.closes, toYear: 2024 } as typeof round.closes,
    })),
};

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ clock: at('2024-05-13', '08:00') });
  engine.startRelay();
  await engine.startWorker();
});
afterAll(() => engine.close());

const campaign = async () => (await engine.world.reader.state('campaign', CAMPAIGN))!.state;
const facts = async (stream: string, id: string) => (await engine.events(stream, id)).map(({ type }) => type);

/** People who do the least that lets the year go on. */
async function people(now: number): Promise<void> {
  const day = dateOf(now);
  const state = await campaign();
  const document = { number: '1/KL', date: day };
  if (day >= '2024-08-01' && state.conclusions['mid'] === undefined && state.reviews['mid'] !== undefined)
    await engine.must(person('province', 'decider'), 'concludeReview', {
      campaignId: CAMPAIGN,
      review: 'mid',
      ...document,
      conclusion: 'Đạt',
    });
  if (day >= '2024-12-01' && state.conclusions['final'] === undefined && state.reviews['final'] !== undefined)
    await engine.must(person('province', 'decider'), 'concludeReview', {
      campaignId: CAMPAIGN,
      review: 'final',
      ...document,
      conclusion: 'Đạt',
    });
  const guidance = await engine.world.reader.state('obligation', `${CAMPAIGN}.guidance.2024.${UNITS.lead}`);
  if (day >= '2024-10-05' && guidance?.state.status === 'open')
    await engine.must(person('lead', 'officer'), 'fulfilObligation', {
      obligationId: `${CAMPAIGN}.guidance.2024.${UNITS.lead}`,
      proof: { kind: 'document', number: '12/HD', date: day },
    });
  const round = await engine.world.reader.state('round', `${CAMPAIGN}.annual.2024`);
  if (round?.state.status === 'listing')
    await engine.must(person('lead', 'officer'), 'makeSubmissionList', { roundId: `${CAMPAIGN}.annual.2024` });
}

describe('a campaign', () => {
  it('is carried from its launch to its archive', async () => {
    await launch(engine, year);
    await rehearse(engine, people, async () => (await campaign()).status === 'archived');
    await engine.handle('campaign', CAMPAIGN).result();

    const own = await facts('campaign', CAMPAIGN);
    const order = [
      'campaignLaunched',
      'phaseOpened',
      'reviewOpened',
      'reviewConcluded',
      'phaseOpened',
      'reviewOpened',
      'reviewConcluded',
      'campaignClosed',
      'campaignArchived',
    ];
    expect(own.filter((type) => order.includes(type))).toEqual(order);
    // The round waited for its guidance, which came late.
    const [opened] = await engine.rows<{ day: string }>(
      `select to_char(business_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day from ledger_event where type = 'roundOpened'`,
    );
    expect(opened!.day >= '2024-10-05').toBe(true);
    const reminded = await engine.rows<{ n: number }>(
      `select count(*)::int as n from ledger_event where type = 'taskReminded' group by stream_id, payload->>'visit', payload->>'key' having count(*) > 1`,
    );
    expect(reminded).toEqual([]);
    const open = await engine.rows(`select id from read_obligation where status = 'open'`);
    expect(open).toEqual([]);
  });
});
