import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { checkCampaign } from '../../../libs/domain/campaign-plan/check.js';
import { inherited } from '../../../libs/domain/campaign-plan/inherit.js';
import { idInYear, inYear } from '../../../libs/domain/campaign-plan/next-year.js';
import { occurrences } from '../../../libs/domain/deadline/due.js';
import { SAMPLE_CAMPAIGN } from './sample-campaign.js';

describe('a campaign in a later year', () => {
  it('gets an id of its own', () => {
    expect(idInYear('huyen-2023', 2024)).toBe('huyen-2024');
    expect(idInYear('tinh-2021-2025', 2026)).toBe('tinh-2026-2030');
    expect(idInYear('khong-nam', 2026)).toBe('khong-nam-2026');
  });

  it('keeps its shape, moves every date, has no error and no word of the old document', () => {
    const years = fc.integer({ min: SAMPLE_CAMPAIGN.period.fromYear + 1, max: 2060 });
    fc.assert(
      fc.property(years, (year) => {
        const by = year - SAMPLE_CAMPAIGN.period.fromYear;
        const next = inYear(SAMPLE_CAMPAIGN, year);
        const days = (file: CampaignFile) =>
          file.obligations.flatMap(({ due }) => occurrences(due).map((occurrence) => occurrence.due.lastDay));
        expect(days(next).map((day) => Number(day.slice(0, 4)))).toEqual(
          days(SAMPLE_CAMPAIGN).map((day) => Number(day.slice(0, 4)) + by),
        );
        expect(checkCampaign(next).filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(JSON.stringify(next)).not.toContain('"quotes"');
        expect(next.openQuestions[0]?.blocks).toBe('launch');
      }),
    );
  });

  it('is never this year or an earlier one', () => {
    expect(() => inYear(SAMPLE_CAMPAIGN, SAMPLE_CAMPAIGN.period.fromYear)).toThrow(RangeError);
  });

  it('recommends what was answered last year', () => {
    const [question] = SAMPLE_CAMPAIGN.openQuestions;
    const next = inYear(SAMPLE_CAMPAIGN, 2031, { [question?.id ?? '']: { choice: 'dong-y' } });
    expect(next.openQuestions.find(({ id }) => id === question?.id)?.recommended).toBe('dong-y');
  });
});

describe('a campaign under another one', () => {
  const child: CampaignFile = {
    ...SAMPLE_CAMPAIGN,
    id: 'con',
    criteria: [],
    parent: { campaign: SAMPLE_CAMPAIGN.id, inherits: ['criteria', 'objectives'] },
  };

  it('takes over what it names and lacks, nothing else', () => {
    const whole = inherited(child, { ...SAMPLE_CAMPAIGN, objectives: [] });
    expect(whole.criteria.map(({ key }) => key)).toEqual(SAMPLE_CAMPAIGN.criteria.map(({ key }) => key));
    expect(whole.objectives).toEqual(SAMPLE_CAMPAIGN.objectives);
    expect(inherited(whole, SAMPLE_CAMPAIGN)).toBe(whole);
  });

  it('is without criteria only where it inherits them', () => {
    const codes = (file: CampaignFile) => checkCampaign(file).map(({ code }) => code);
    expect(codes(child)).not.toContain('CRITERIA_MISSING');
    expect(codes({ ...child, parent: { inherits: [] } })).toContain('CRITERIA_MISSING');
  });
});
