import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ApiUnderTest } from '../integration/api/api-under-test.js';
import { decideOfficially, openOfficialRound, publishOfficially } from '../integration/api/official-decisions.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { Reader } from './support/reader.js';
import { LOOKS, sound } from './support/sound.js';

let api: ApiUnderTest;
let browser: Browser;

(withoutBrowser() ? describe.skip : describe)('the public pages in a browser', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    await openOfficialRound(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it.each(LOOKS)('are open to everyone, accessible and fit: $language, $colours, $width', async (look) => {
    const reader = await Reader.open(browser, api, look);
    for (const path of ['/public', '/public?show=opinions']) {
      await reader.page.goto(new URL(path, api.url).href);
      await reader.page.getByRole('heading', { level: 1 }).waitFor();
      await reader.page.getByText(/Chưa có quyết định|No decision|Không có trường hợp|not being asked/).waitFor();
      await sound(reader);
    }
    await reader.close();
  });

  it.each(LOOKS)(
    'show the part of a decision that is public, once it is: $language, $colours, $width',
    async (look) => {
      const number = `${look.language === 'vi' ? '301' : '302'}/QĐ-UBND`;
      const id = `official-${number.slice(0, 3)}`;
      await decideOfficially(api, id, number);
      const reader = await Reader.open(browser, api, look);
      const { page } = reader;
      const decision = page.getByRole('heading', { name: new RegExp(number) });
      await page.goto(new URL('/public', api.url).href);
      await reader.loaded();
      expect(await decision.count()).toBe(0);
      await publishOfficially(api, id);
      await page.reload();
      await decision.waitFor();
      await page.getByText('Bùi Văn Thử').first().waitFor();
      expect(await page.getByText('Cứu người trong lũ').count()).toBe(0);
      await sound(reader);
      await page.goto(new URL(`/nominations/${id}`, api.url).href);
      await page.waitForURL(/sign-in/);
      await reader.close();
    },
  );
});
