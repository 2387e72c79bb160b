import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { CAMPAIGN, UNITS } from '../domain/support/people.js';
import { ApiUnderTest, textAt } from '../integration/api/api-under-test.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { nominate, NOMINEES } from './support/province-at-work.js';
import { Reader, type Look } from './support/reader.js';

let api: ApiUnderTest;
let browser: Browser;
let sessionId: string;
const [NOMINEE] = NOMINEES;

async function reader(to: string, look?: Look): Promise<Reader> {
  const opened = await Reader.open(browser, api, look);
  await opened.signIn(UNITS.standing, 'secretary', to);
  return opened;
}

/** How many sheets of A4 it takes, as a printer gets it. */
async function printed(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

(withoutBrowser() ? describe.skip : describe)('sheets of paper', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    await nominate(api, NOMINEES);
    const [secretary, lead] = [await api.as(UNITS.standing, 'secretary'), await api.as(UNITS.lead, 'officer')];
    for (const i of NOMINEES.keys()) {
      await secretary.post(`/api/v1/nominations/n-${String(i)}/approval`, { visit: 1, note: 'Hồ sơ đủ thành phần' });
      await lead.post(`/api/v1/nominations/n-${String(i)}/approval`, { visit: 2 });
    }
    const council = await api.as(UNITS.council, 'secretary');
    const agenda = NOMINEES.map((_, i) => ({ nominationId: `n-${String(i)}`, visit: 3 }));
    const about = { campaignId: CAMPAIGN, councilId: UNITS.council, date: '2024-10-01', members: 9, agenda };
    sessionId = textAt((await council.post('/api/v1/sessions', about)).body, 'result.sessionId');
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('a dossier and its history are laid out for A4, reached from the dossier', async () => {
    const secretary = await reader('/nominations/n-0');
    const { page } = secretary;
    await page.getByRole('link', { name: 'In hồ sơ' }).click();
    await page.getByRole('heading', { name: 'HỒ SƠ ĐỀ NGHỊ KHEN THƯỞNG' }).waitFor();
    await page.getByText('Trồng 5 ha cam').waitFor();
    await page.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').waitFor();
    expect(await secretary.violations()).toEqual([]);
    expect(await printed(page)).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'In' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.goBack();
    await page.getByRole('link', { name: 'In quá trình xử lý' }).click();
    await page.getByText('Lý do, ý kiến: Hồ sơ đủ thành phần').waitFor();
    expect(await secretary.violations()).toEqual([]);
    expect(await printed(page)).toBeGreaterThan(0);
    await secretary.close();
  });

  it('minutes are a form before the votes are counted, and say the result afterwards', async () => {
    const secretary = await reader(`/sessions/${sessionId}`);
    const { page } = secretary;
    await page.getByRole('link', { name: 'In biên bản' }).click();
    await page.getByText(/cột phiếu để trống/).waitFor();
    const counts = NOMINEES.map((_, i) => ({
      nominationId: `n-${String(i)}`,
      inFavour: 8 - i,
      against: i,
      abstained: 0,
      outcome: i < 3 ? 'approved' : 'not-approved',
    }));
    const minutes = { number: '05/BB-HĐ', date: '2024-10-01' };
    const council = await api.as(UNITS.council, 'secretary');
    await council.post(`/api/v1/sessions/${sessionId}/result`, { visit: 1, present: 8, counts, minutes });
    await page.reload();
    await page.getByText('Hội đồng đề nghị khen thưởng 3/6 trường hợp đã xét.').waitFor();
    await page.getByText('Có mặt: 8. Vắng mặt: 1.').waitFor();
    await page
      .getByRole('row', { name: new RegExp(NOMINEE) })
      .getByText('88,89%')
      .waitFor();
    expect(await secretary.violations()).toEqual([]);
    expect(await printed(page)).toBeLessThanOrEqual(2);
    await secretary.close();
  });

  it('can be read on a small screen, in English', async () => {
    const secretary = await reader('/print/nominations/n-0', { language: 'en', width: 360, height: 740 });
    await secretary.page.getByRole('heading', { name: 'NOMINATION DOSSIER' }).waitFor();
    expect(await secretary.violations()).toEqual([]);
    expect(await secretary.overflows()).toBe(false);
    await secretary.close();
  });
});
