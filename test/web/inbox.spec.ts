import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { UNITS } from '../domain/support/province.js';
import { ApiUnderTest, nominationOf } from '../integration/api/api-under-test.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { Reader } from './support/reader.js';

const NOMINEES = ['Hộ bà Bùi Thị Mến', 'Hộ ông Đinh Công Sầm', 'Hộ bà Quách Thị Lan', 'Hộ ông Hà Văn Ửng'] as const;
let api: ApiUnderTest;
let browser: Browser;

(withoutBrowser() ? describe.skip : describe)('the inbox in a browser', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    const unit = await api.as(UNITS.a, 'officer');
    for (const [i, name] of NOMINEES.entries()) {
      const nominationId = `n-${String(i)}`;
      const subject = { kind: 'household', id: `subject-${String(i)}`, name };
      await unit.post('/api/v1/nominations', nominationOf(subject.id, { nominationId, subject }));
      await unit.post(`/api/v1/nominations/${nominationId}/submission`);
    }
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('asks to sign in and goes on to where one was going', async () => {
    const reader = await Reader.open(browser, api);
    await reader.goTo('/inbox?overdue=true');
    await reader.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    expect(await reader.violations()).toEqual([]);
    await reader.signIn(UNITS.standing, 'secretary', '/inbox?overdue=true');
    expect(reader.page.url()).toContain('overdue=true');
    await reader.close();
  }, 60_000);

  it('shows what waits, and opens the form of a return by its key', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.standing, 'secretary');
    await page.getByRole('heading', { name: NOMINEES[0] }).waitFor();
    expect(await reader.violations()).toEqual([]);
    await page.keyboard.press('r');
    await page.getByRole('textbox', { name: 'Lý do' }).waitFor();
    expect(await reader.violations()).toEqual([]);
    await reader.close();
  }, 60_000);
});
