import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { UNITS } from '../domain/support/people.js';
import { ApiUnderTest, dig, PASSWORD } from '../integration/api/api-under-test.js';
import { personId } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { nominate, NOMINEES } from './support/province-at-work.js';
import { Reader } from './support/reader.js';

let api: ApiUnderTest;
let browser: Browser;

(withoutBrowser() ? describe.skip : describe)('the profile', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    await nominate(api, NOMINEES.slice(0, 1));
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('delegates a position to a colleague for a time, and takes it back', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.standing, 'secretary', '/profile');
    await page.getByText('Chưa ủy quyền cho ai.').waitFor();
    await page.getByRole('button', { name: 'Ủy quyền một chức vụ' }).click();
    await page.getByRole('combobox', { name: 'Người được ủy quyền' }).fill('officer');
    await page.getByRole('option', { name: /officer/ }).click();
    await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
    await reader.missing(2);
    const lastDay = page.getByRole('textbox', { name: 'Đến hết ngày' });
    await lastDay.click();
    await page.getByRole('button', { name: 'Tháng sau' }).waitFor();
    expect(await reader.violations()).toEqual([]);
    await lastDay.fill('15/10/2024');
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Nghỉ phép');
    expect(await reader.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
    await page.getByText('từ 01/10/2024 đến hết 15/10/2024').waitFor();

    const officer = await api.as(UNITS.standing, 'officer');
    const { body } = await officer.get('/api/v1/inbox');
    expect(dig(body, 'items.0.mine')).toMatchObject({
      role: 'secretary',
      onBehalfOf: { id: personId(UNITS.standing, 'secretary') },
    });
    const stranger = await api.as(UNITS.b, 'officer');
    const given = (await (await api.as(UNITS.standing, 'secretary')).get('/api/v1/auth/delegations')).body;
    const taking = { key: dig(given, 'items.0.key'), to: '2024-10-01' };
    const path = `/api/v1/persons/${personId(UNITS.standing, 'officer')}/position-ends`;
    expect(await stranger.post(path, taking)).toMatchObject({ status: 403 });

    await page.getByRole('button', { name: 'Kết thúc hết hôm nay' }).click();
    await page.getByText('từ 01/10/2024 đến hết 01/10/2024').waitFor();
    await reader.close();
  });

  it('shows the work of one position, in the language and the colours that are chosen', async () => {
    const reader = await Reader.open(browser, api, { width: 360, height: 740 });
    const { page } = reader;
    await reader.signIn(UNITS.standing, 'secretary', '/profile');
    await page.getByText('English', { exact: true }).last().click();
    await page.getByRole('heading', { name: 'Positions held' }).waitFor();
    await page.getByText('Dark', { exact: true }).click();
    await reader.until(`document.documentElement.dataset.mantineColorScheme === 'dark'`);
    expect(await reader.violations()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await page.getByRole('link', { name: 'See its work' }).first().click();
    await page.waitForURL(/queue=ban-thi-dua%2Fsecretary/);
    await page.getByRole('button', { name: NOMINEES[0] }).waitFor();
    await reader.close();
  });

  it('changes the password, given the present one', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.b, 'officer', '/profile');
    const fill = async (present: string, next: string): Promise<void> => {
      await page.locator('input[autocomplete="current-password"]').fill(present);
      await page.locator('input[autocomplete="new-password"]').fill(next);
      await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    };
    await fill(PASSWORD, 'ngắn');
    await page.getByText('Cần ít nhất 10 ký tự.').waitFor();
    await fill('không phải mật khẩu này', 'một mật khẩu mới');
    await page.getByText('Mật khẩu hiện tại không đúng.').waitFor();
    await fill(PASSWORD, 'một mật khẩu mới');
    await page.getByText('Đã đổi mật khẩu.').waitFor();
    await reader.close();
  });
});
