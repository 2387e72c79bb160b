import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { UNITS } from '../domain/support/people.js';
import { ApiUnderTest } from '../integration/api/api-under-test.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { fillQueue, nominate, NOMINEES } from './support/province-at-work.js';
import { Reader, type Look } from './support/reader.js';

const MANY = 100_000;
let api: ApiUnderTest;
let browser: Browser;

/** Scrolls to the end of what there is, again as more comes, until a row so far down is in the page. */
const scrollPast = (reader: Reader, index: number): Promise<void> =>
  reader.until(`(() => {
    const list = document.querySelector('[data-scroll]');
    const shown = [...list.querySelectorAll('[data-index]')].map(({ dataset }) => Number(dataset.index));
    if (Math.max(...shown) >= ${String(index)}) return true;
    list.scrollTop = list.scrollHeight;
    return false;
  })()`);

const scrollTo = (reader: Reader, top: number): Promise<void> =>
  reader.page.evaluate(`document.querySelector('[data-scroll]').scrollTop = ${String(top)}`);

/** What has the focus and is not in sight, once it has been drawn: outside the window, or something lies over its middle. */
const FOCUS_OUT_OF_SIGHT = `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => {
  const at = document.activeElement;
  const { left, top, width, height } = at.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  const isSeen = at === document.body || (there !== null && (at.contains(there) || there.contains(at)));
  return isSeen ? null : at.outerHTML.slice(0, 300) + ' under ' + there?.outerHTML.slice(0, 300);
})`;

(withoutBrowser() ? describe.skip : describe)('the inbox, as it looks', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    await nominate(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it.each<Look>([
    { language: 'vi', colours: 'light' },
    { language: 'en', colours: 'light' },
    { language: 'vi', colours: 'dark' },
    { language: 'en', colours: 'dark', width: 360, height: 740 },
    { language: 'vi', colours: 'light', width: 360, height: 740 },
  ])('can be read by everyone: %j', async (look) => {
    const reader = await Reader.open(browser, api, look);
    const { page } = reader;
    await reader.signIn(UNITS.standing, 'secretary');
    await page.getByText(NOMINEES[0]).first().waitFor();
    await reader.loaded();
    await reader.until(`document.documentElement.lang === '${look.language ?? 'vi'}'`);
    expect(await reader.violations()).toEqual([]);
    await page.getByRole('button', { name: NOMINEES[0] }).click();
    await page.getByRole('heading', { name: NOMINEES[0], level: 2 }).waitFor();
    await page.getByText('Trồng 5 ha cam').waitFor();
    expect(await reader.violations()).toEqual([]);
    // Nothing is wider than the window.
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    if (look.width === 360) {
      await page.getByRole('button', { name: look.language === 'vi' ? 'Về danh sách' : 'Back to the list' }).click();
      await page.getByRole('button', { name: NOMINEES[1] }).waitFor();
    }
    await page.getByRole('button', { name: /^(Tài khoản|Account):/ }).click();
    await page.getByRole('button', { name: /Đăng xuất|Sign out/ }).waitFor();
    expect(await reader.violations()).toEqual([]);
    await page.getByRole('button', { name: /Đăng xuất|Sign out/ }).click();
    await page.waitForURL(/sign-in/);
    await reader.close();
  });

  it.each<Look>([{ height: 640 }, { width: 360, height: 740, colours: 'dark' }, { width: 360, height: 400 }])(
    'has what ends a step in sight however long the papers are, and nothing lies over what has the focus: %j',
    async (look) => {
      const reader = await Reader.open(browser, api, look);
      const { page } = reader;
      await reader.signIn(UNITS.standing, 'secretary', '/inbox?task=nomination:n-0:1');
      await page.getByRole('heading', { name: NOMINEES[0], level: 2 }).waitFor();
      const outcomes = page.getByRole('region', { name: 'Kết quả xử lý' });
      await outcomes.getByRole('button').first().waitFor();
      await reader.loaded();
      const isLow = look.height === 400;
      for (const button of await outcomes.getByRole('button').all()) {
        const box = await button.boundingBox();
        expect((box?.y ?? Infinity) + (box?.height ?? 0) <= (look.height ?? 0)).toBe(!isLow);
      }
      for (let pressed = 0; pressed < 40; pressed += 1) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(FOCUS_OUT_OF_SIGHT)).toBeNull();
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press('r');
      await page.getByRole('textbox', { name: 'Lý do' }).waitFor();
      expect(await reader.violations()).toEqual([]);
      expect(await reader.overflows()).toBe(false);
      await page.keyboard.type('Thiếu biên bản họp bình xét');
      await page.keyboard.press('Control+Enter');
      // Who is at its button is not hurried: it waits as long as is looked at.
      await page.getByRole('button', { name: 'Hoàn tác' }).focus();
      await page.getByRole('heading', { name: NOMINEES[1], level: 2 }).waitFor();
      await outcomes.getByRole('button').first().waitFor();
      // What can still be taken back lies over none of the outcomes of the next task.
      if (!isLow) for (const button of await outcomes.getByRole('button').all()) await button.click({ trial: true });
      expect(await reader.violations()).toEqual([]);
      await page.keyboard.press('z');
      await page.getByRole('button', { name: 'Hoàn tác' }).waitFor({ state: 'detached' });
      await reader.close();
    },
  );

  it('holds few rows of a hundred thousand, goes on as it is scrolled, and searches among them', async () => {
    await fillQueue(api, MANY);
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.standing, 'secretary');
    const list = page.getByRole('list', { name: 'Danh sách việc' });
    await list.getByRole('listitem').first().waitFor();
    await page.getByRole('link', { name: 'Tất cả (hơn 1.000)' }).waitFor();
    // Each time to the end of what has been read, and the next page comes.
    for (const index of [103, 203, 303]) await scrollPast(reader, index);
    expect(await list.getByRole('listitem').count()).toBeLessThan(40);

    await page.getByRole('searchbox', { name: 'Tìm trong việc cần làm' }).fill('many-4321');
    await list.locator('[data-index="3"]').waitFor();
    await page.getByRole('searchbox', { name: 'Tìm trong việc cần làm' }).fill('khong co ai nhu the');
    // To say that nobody is meant every row has to be opened.
    await page.getByText('Không có việc nào khớp bộ lọc').waitFor();
    await reader.close();
  });

  it('goes on when an answer comes after the scrolling, and waits for the reader when one has failed', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.standing, 'secretary');
    const list = page.getByRole('list', { name: 'Danh sách việc' });
    await list.getByRole('listitem').first().waitFor();
    const nextPages = '**/api/v1/inbox?*cursor=*';
    let asked = 0;
    let letThrough = (): void => undefined;
    const held = new Promise<void>((done) => {
      letThrough = done;
    });
    await page.route(nextPages, async (route) => {
      asked += 1;
      await held;
      await route.continue();
    });
    const isAsked = page.waitForRequest(/cursor=/);
    await scrollTo(reader, 1e7);
    await isAsked;
    for (const top of [0, 1e7]) await scrollTo(reader, top);
    expect(asked).toBe(1);
    letThrough();
    await list.locator('[data-index="103"]').waitFor({ state: 'attached' });

    await page.unroute(nextPages);
    asked = 0;
    await page.route(nextPages, (route) => {
      asked += 1;
      return route.fulfill({ status: 500, body: '{}' });
    });
    await scrollPast(reader, 200);
    const again = page.getByRole('region', { name: 'Danh sách việc' }).getByRole('button', { name: 'Thử lại' });
    await again.waitFor();
    for (const top of [0, 1e7]) await scrollTo(reader, top);
    await list.locator('[data-index="199"]').waitFor({ state: 'attached' });
    expect(asked).toBe(1);
    await page.unroute(nextPages);
    await again.click();
    await scrollPast(reader, 203);
    await again.waitFor({ state: 'detached' });
    await reader.close();
  });
});
