import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CAMPAIGN, UNITS } from '../domain/support/people.js';
import { ApiUnderTest, dig, ROUND } from '../integration/api/api-under-test.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { nominate, NOMINEES } from './support/province-at-work.js';
import { Reader } from './support/reader.js';
import { LOOKS, sound, soundAt } from './support/sound.js';

const WHO = NOMINEES.slice(0, 3);
let api: ApiUnderTest;
let browser: Browser;

(withoutBrowser() ? describe.skip : describe)('what waits for the council, in a browser', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    await nominate(api, WHO);
    const [secretary, lead] = [await api.as(UNITS.standing, 'secretary'), await api.as(UNITS.lead, 'officer')];
    for (const i of WHO.keys()) {
      await secretary.post(`/api/v1/nominations/n-${String(i)}/approval`, { visit: 1 });
      await lead.post(`/api/v1/nominations/n-${String(i)}/approval`, { visit: 2 });
    }
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it.each(LOOKS)('can be read by everyone: $language, $colours', async (look) => {
    const reader = await Reader.open(browser, api, look);
    await reader.signIn(UNITS.council, 'secretary', '/boards?board=council');
    await soundAt(reader, ['/boards?board=council'], 3);
    await reader.close();
  });

  it('C16 one session is convened on several dossiers; what is on an agenda is not put on another', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.council, 'secretary', `/rounds/${ROUND}/list`);
    await page.getByRole('link', { name: 'Hồ sơ chờ Hội đồng' }).click();
    for (const name of WHO.slice(0, 2)) await page.getByRole('checkbox', { name: `Chọn: ${name}` }).check();
    await page.getByRole('button', { name: 'Triệu tập phiên họp về 2 hồ sơ' }).click();
    const dialog = page.getByRole('dialog', { name: 'Triệu tập phiên họp về 2 hồ sơ' });
    await dialog.getByRole('textbox', { name: 'Ngày họp' }).fill('08/10/2024');
    await page.keyboard.press('Tab');
    await dialog.getByRole('textbox', { name: /quyền biểu quyết/ }).fill('9');
    await sound(reader);
    await dialog.getByRole('button', { name: 'Triệu tập phiên họp' }).click();
    await page.waitForURL(/\/sessions\//);
    for (const name of WHO.slice(0, 2)) await page.getByText(name).first().waitFor();
    const { body } = await (await api.as(UNITS.council, 'secretary')).get(`/api/v1/sessions?campaign=${CAMPAIGN}`);
    expect(body).toMatchObject({ items: [{ date: '2024-10-08', dossiers: 2 }] });
    expect(dig(body, 'items.1')).toBeUndefined();

    await reader.goTo('/boards?board=council');
    await page
      .getByText(/trong phiên họp ngày 08\/10\/2024/)
      .nth(1)
      .waitFor();
    await page.getByRole('checkbox', { name: 'Chọn tất cả hồ sơ chưa có phiên họp' }).check();
    await page.getByRole('button', { name: 'Triệu tập phiên họp về 1 hồ sơ' }).waitFor();
    await reader.loaded();
    expect(await page.getByRole('checkbox', { name: `Chọn: ${WHO[0] ?? ''}` }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: 'Phiên họp ngày 08/10/2024, 2 hồ sơ' }).waitFor();
    await sound(reader);
    await reader.close();
  });

  it('is a board of those who run the sessions of a council', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.a, 'officer', '/boards');
    await page.getByRole('link', { name: 'Danh sách trình' }).waitFor();
    await reader.loaded();
    expect(await page.getByRole('link', { name: 'Phiên họp Hội đồng' }).count()).toBe(0);
    await reader.close();
  });
});
