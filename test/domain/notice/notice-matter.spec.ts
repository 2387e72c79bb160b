import { describe, expect, it } from '@jest/globals';
import { noticeMatter } from '../../../libs/contracts/notice-texts.js';
import { CAMPAIGN, UNITS } from '../support/people.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const matter = (subject: string, params: Readonly<Record<string, unknown>> = {}): string =>
  noticeMatter(campaignFile, subject, params).vi;

describe('what a notice is about', () => {
  it('is a duty in the words of its campaign', () => {
    expect(matter(`obligation:${CAMPAIGN}.plan.once.${UNITS.a}`)).toBe('Ban hành kế hoạch');
  });

  it('is a registration or a session by its name, not by its mark', () => {
    const registration = `registration:${CAMPAIGN}.${UNITS.a}`;
    expect(matter(registration, { registrationId: `${CAMPAIGN}.${UNITS.a}` })).toBe('Đăng ký thi đua');
    expect(matter(`session:${CAMPAIGN}.phien.2024-12-24`, { step: 'council-session' })).toBe('Phiên họp Hội đồng');
  });

  it('is a step of a dossier with its round: the round alone would not say what waits', () => {
    const id = `${CAMPAIGN}.annual.2024.01`;
    expect(matter(`nomination:${id}`, { step: 'council' })).toMatch(/^.+, Khen thưởng hằng năm$/);
    expect(matter(`round:${CAMPAIGN}.annual.2024`)).toBe('Khen thưởng hằng năm');
  });

  it('is a step of a nomination as the route calls it, where the campaign is not known', () => {
    expect(noticeMatter(undefined, 'nomination:n-1', { step: 'council' }).vi).not.toBe('council');
  });
});
