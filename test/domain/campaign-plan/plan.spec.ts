import { describe, expect, it, test } from '@jest/globals';
import { workingCalendar } from '../../../libs/domain/calendar/working-calendar.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { PlannedObligation } from '../../../libs/domain/campaign-plan/plan-model.js';
import { planCampaign } from '../../../libs/domain/campaign-plan/plan.js';
import { SAMPLE_CAMPAIGN, SAMPLE_ORGANISATION } from './sample-campaign.js';

const calendar = workingCalendar([]);

const withReport = (change: Partial<CampaignFile['obligations'][number]>): CampaignFile => ({
  ...SAMPLE_CAMPAIGN,
  obligations: SAMPLE_CAMPAIGN.obligations.map((one) => (one.key === 'bao-cao' ? { ...one, ...change } : one)),
});

function report(file: CampaignFile): PlannedObligation | undefined {
  return planCampaign(file, calendar, SAMPLE_ORGANISATION).obligations.find(({ key }) => key === 'bao-cao');
}

describe('the plan of a campaign', () => {
  it('is plain JSON and the same every time', () => {
    const plan = planCampaign(SAMPLE_CAMPAIGN, calendar, SAMPLE_ORGANISATION);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(planCampaign(SAMPLE_CAMPAIGN, calendar, SAMPLE_ORGANISATION)).toEqual(plan);
  });

  it('lists its dates in order', () => {
    const days = planCampaign(SAMPLE_CAMPAIGN, calendar).dates.map(({ on }) => on);
    expect(days).toEqual([...days].sort());
    expect(days).toContain('2024-12-31');
  });

  test('S0-29 before 01/12 every year: 30/11 is the last day on time', () => {
    expect(report(SAMPLE_CAMPAIGN)?.occurrences.map(({ key, lastDay }) => [key, lastDay])).toEqual([
      ['2024', '2024-11-30'],
      ['2025', '2025-11-30'],
    ]);
  });

  test('S0-14 a unit that has ended by the due date owes nothing then, units elsewhere never do', () => {
    expect(report(SAMPLE_CAMPAIGN)?.occurrences.map(({ parties }) => parties)).toEqual([
      { unitIds: ['so-nong-nghiep', 'so-noi-vu', 'huyen'], clusterIds: [] },
      { unitIds: ['so-nong-nghiep', 'so-noi-vu'], clusterIds: ['khoi'] },
    ]);
  });

  it('names nobody without an organisation', () => {
    const [first] = planCampaign(SAMPLE_CAMPAIGN, calendar).obligations[0]?.occurrences ?? [];
    expect(first).toBeDefined();
    expect(first).not.toHaveProperty('parties');
  });

  it('reminds nobody of what had passed before the adoption, and says so', () => {
    const file = withReport({ mode: 'dated', due: { kind: 'on', date: '2024-05-09' } });
    expect(report(file)?.occurrences).toMatchObject([{ beforeAdoption: true, reminders: [] }]);
    const { warnings } = planCampaign(file, calendar);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'BEFORE_ADOPTION', about: 'obligation:bao-cao' }));
  });

  it('never escalates over a party that was only asked', () => {
    const kinds = (file: CampaignFile): readonly string[] => [
      ...new Set(report(file)?.occurrences.flatMap(({ reminders }) => reminders.map(({ kind }) => kind))),
    ];
    expect(kinds(SAMPLE_CAMPAIGN)).toEqual(['remind', 'escalate']);
    expect(kinds(withReport({ mode: 'invited' }))).toEqual(['remind']);
  });

  it('reminds by the policy of the campaign where it has one of that name', () => {
    const file: CampaignFile = {
      ...SAMPLE_CAMPAIGN,
      reminderPolicies: [{ id: 'default', basis: 'product-default', steps: [] }],
    };
    expect(report(file)?.occurrences.every(({ reminders }) => reminders.length === 0)).toBe(true);
  });

  it('pairs the first and last day of an annual round by year', () => {
    expect(planCampaign(SAMPLE_CAMPAIGN, calendar).rounds[0]?.occurrences).toEqual([
      { key: '2024', opens: '2024-12-02', closes: '2024-12-20' },
      { key: '2025', opens: '2025-12-02', closes: '2025-12-20' },
    ]);
  });

  it('marks dates that are only proposed', () => {
    const { dates } = planCampaign(SAMPLE_CAMPAIGN, calendar);
    expect(dates.filter(({ proposed }) => proposed).map(({ about }) => about)).toEqual(
      Array<string>(4).fill('round:hang-nam'),
    );
  });

  it('can be launched once the questions that block the launch are answered', () => {
    const open = planCampaign(SAMPLE_CAMPAIGN, calendar);
    expect([open.launchable, open.openQuestions.map(({ id }) => id)]).toEqual([false, ['ngay-khen', 'khac']]);
    const answered = planCampaign(SAMPLE_CAMPAIGN, calendar, undefined, ['ngay-khen']);
    expect([answered.launchable, answered.openQuestions.map(({ id }) => id)]).toEqual([true, ['khac']]);
  });

  it('warns when a date is a day off, when holidays are unknown and when nobody owes', () => {
    const file = withReport({ who: { unitTypes: ['school'] } });
    const codes = planCampaign(file, calendar, SAMPLE_ORGANISATION).warnings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['LAST_DAY_NOT_WORKING', 'CALENDAR_NOT_COVERED', 'NOBODY_OWES']));
  });
});
