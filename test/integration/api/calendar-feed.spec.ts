import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { icalendar } from '../../../apps/api/notice/icalendar.js';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { accepted, engine } from '../../support/test-world.js';
import { ApiUnderTest, textAt } from './api-under-test.js';

let api: ApiUnderTest;

/** The address as it is reached here: the installation's own name is another. */
const pathOf = (address: string): string => {
  const { pathname, search } = new URL(address);
  return pathname + search;
};

describe('dates in one’s own calendar', () => {
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const input = { campaignId: CAMPAIGN, key: 'report', occurrence: '2024', unitId: UNITS.b };
    await accepted(api.world, { actor: engine, name: 'openObligation', input });
  }, 240_000);
  afterAll(() => api.stop());

  it('shows dated work under a secret address with ids that stay, until the address is ended', async () => {
    const officer = await api.as(UNITS.b, 'officer');
    const made = await officer.post('/api/v1/calendar-feed');
    const path = pathOf(textAt(made.body, 'address'));
    const [first, again] = [await api.anonymous().get(path), await api.anonymous().get(path)];
    expect(first.headers.get('content-type')).toContain('text/calendar');
    expect(textAt(first.body, 'text')).toContain('DTSTART;VALUE=DATE:20241130');
    expect(textAt(again.body, 'text')).toBe(textAt(first.body, 'text'));

    const sequenceIn = (text: string): number => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    const extension = { lastDay: '2024-12-15', reason: 'Gia hạn' };
    const lead = await api.as(UNITS.lead, 'head');
    const obligation = `${CAMPAIGN}.report.2024.${UNITS.b}`;
    expect((await lead.post(`/api/v1/obligations/${obligation}/extension`, extension)).status).toBe(200);
    const moved = textAt((await api.anonymous().get(path)).body, 'text');
    expect(moved).toContain('DTSTART;VALUE=DATE:20241215');
    expect(/UID:.*/.exec(moved)?.[0]).toBe(/UID:.*/.exec(textAt(first.body, 'text'))?.[0]);
    expect(sequenceIn(moved)).toBeGreaterThan(sequenceIn(textAt(first.body, 'text')));

    const anew = await officer.post('/api/v1/calendar-feed');
    expect((await api.anonymous().get(path)).status).toBe(404);
    await officer.delete('/api/v1/calendar-feed');
    expect((await api.anonymous().get(pathOf(textAt(anew.body, 'address')))).status).toBe(404);
  });

  it('tells a notice in words, with the page it is dealt with on', async () => {
    const officer = await api.as(UNITS.b, 'officer');
    const { body } = await officer.get('/api/v1/notices');
    expect(textAt(body, 'items.-1.title.vi')).toBe('Nhiệm vụ mới: Báo cáo năm');
    expect(textAt(body, 'items.-1.text.en')).toContain('30/11/2024');
    expect(textAt(body, 'items.-1.opens')).toMatch(/^\/matters\/obligation\/.+/);
  });

  it('folds lines at 75 octets without cutting a letter in two', () => {
    const title = 'Thẩm định hồ sơ khen thưởng: '.repeat(6);
    const entry = {
      uid: 'u',
      day: '2024-12-31',
      title,
      about: 'a;b,c\nd',
      url: 'http://x',
      sequence: 2,
      changedAt: 0,
    } as const;
    const text = icalendar('Vinh Danh', [entry]);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
    expect(text).toContain('DESCRIPTION:a\\;b\\,c\\nd');
    expect(text).toContain('SEQUENCE:2\r\n');
    expect(text).toContain('DTEND;VALUE=DATE:20250101');
  });
});
