import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CAMPAIGN, UNITS } from '../domain/support/people.js';
import { ApiUnderTest } from '../integration/api/api-under-test.js';
import { accepted, engine } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { Reader } from './support/reader.js';
import { LOOKS, sound } from './support/sound.js';

let api: ApiUnderTest;
let browser: Browser;

(withoutBrowser() ? describe.skip : describe)('notices in a browser', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    const input = { campaignId: CAMPAIGN, key: 'report', occurrence: '2024', unitId: UNITS.b };
    await accepted(api.world, { actor: engine, name: 'openObligation', input });
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('are counted at the bell, read, and lead to what they are about', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.b, 'officer', '/inbox');
    await page.getByRole('button', { name: 'Thông báo: 1 chưa đọc' }).click();
    await page.getByText('Nhiệm vụ mới: Báo cáo năm').waitFor();
    await page.getByRole('link', { name: 'Mở việc' }).click();
    await page.getByRole('heading', { name: /Bàn làm việc của đơn vị/ }).waitFor();
    await page.getByRole('button', { name: 'Thông báo', exact: true }).waitFor();
    await reader.close();
  });

  it('come by mail as one chooses, where the house allows it', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.b, 'officer', '/notices');
    await page.getByText('Luôn gửi ngay theo quy định.').waitFor();
    await page.getByRole('combobox', { name: 'Nhiệm vụ mới, thay đổi thời hạn, tổ chức' }).click();
    expect(await page.getByRole('option', { name: 'Không gửi thư' }).count()).toBe(0);
    await page.getByRole('option', { name: 'Tổng hợp hằng ngày' }).click();
    await page.getByText('Đã lưu cách nhận thư').waitFor();
    await reader.goTo('/notices');
    const field = page.getByRole('combobox', { name: 'Nhiệm vụ mới, thay đổi thời hạn, tổ chức' });
    await field.waitFor();
    expect(await field.inputValue()).toBe('Tổng hợp hằng ngày');
    await reader.close();
  }, 240_000);

  it.each(LOOKS)('are accessible and fit, with the calendar address: $language, $colours, $width', async (look) => {
    const reader = await Reader.open(browser, api, look);
    const { page } = reader;
    await reader.signIn(UNITS.b, 'head', '/notices');
    await page.getByRole('button', { name: /Tạo địa chỉ lịch|Make a calendar address|mới|new address/ }).click();
    await page.getByRole('textbox', { name: /Địa chỉ lịch|The address/ }).waitFor();
    await sound(reader);
    await reader.close();
  });
});
