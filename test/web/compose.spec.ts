import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { UNITS } from '../domain/support/people.js';
import { ApiUnderTest } from '../integration/api/api-under-test.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { Reader, type Look } from './support/reader.js';

let api: ApiUnderTest;
let browser: Browser;

async function reader(look?: Look): Promise<Reader> {
  const opened = await Reader.open(browser, api, look);
  await opened.signIn(UNITS.province, 'head', '/campaigns/new?by=form');
  return opened;
}
const fill = (page: Page, name: string, text: string) => page.getByRole('textbox', { name, exact: true }).fill(text);

(withoutBrowser() ? describe.skip : describe)('a campaign from a form', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('is filled in, says what is wrong by the name of its place, shows its calendar, and is taken in as a draft', async () => {
    const head = await reader();
    const { page } = head;
    await page.getByRole('button', { name: 'Kiểm tra và tính lịch' }).click();
    await page.getByText('Không được để trống.').first().waitFor();
    expect(await head.violations()).toEqual([]);
    await fill(page, 'Tên phong trào', 'Phong trào Đường hoa nông thôn');
    await fill(page, 'Số, ký hiệu kế hoạch phát động', '07/KH-UBND');
    await page.getByRole('combobox', { name: 'Loại đơn vị tham gia' }).click({ force: true });
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await fill(page, 'Tiêu chí', 'Đường hoa được chăm sóc thường xuyên');
    await fill(page, 'Nhiệm vụ 1: hạn', '31/10/2024');
    await fill(page, 'Nhiệm vụ 3: hạn', '15/10/2024');
    await fill(page, 'Giai đoạn 1: đến ngày', '31/12/2025');
    await page.getByRole('button', { name: 'Kiểm tra và tính lịch' }).click();
    await page.getByText(/Giai đoạn 1, lỗi:/).waitFor();
    await fill(page, 'Giai đoạn 1: đến ngày', '31/12/2024');
    await page.getByRole('button', { name: 'Kiểm tra và tính lịch' }).click();
    await page.getByRole('heading', { name: 'Lịch của phong trào' }).waitFor();
    expect(await head.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Đưa vào làm dự thảo' }).click();
    await page.waitForURL(/\/campaigns\/phong-trao-duong-hoa-nong-thon-2024/);
    await page.getByRole('heading', { name: 'Phong trào Đường hoa nông thôn', level: 1 }).waitFor();
    await head.close();
  });

  it('can be filled in on a small screen, in English', async () => {
    const head = await reader({ language: 'en', colours: 'dark', width: 360, height: 740 });
    await head.page.getByRole('textbox', { name: 'Name of the campaign' }).waitFor();
    await head.loaded();
    expect(await head.violations()).toEqual([]);
    expect(await head.overflows()).toBe(false);
    await head.close();
  });
});
