import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { loadRulesInto } from '../../apps/cli/seed.js';
import { CAMPAIGN, UNITS } from '../domain/support/people.js';
import { ApiUnderTest } from '../integration/api/api-under-test.js';
import { accepted, engine } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { Reader } from './support/reader.js';
import { LOOKS, soundAt } from './support/sound.js';

const PARTS = [
  '',
  '?part=units',
  '?part=late',
  '?part=targets',
  '?part=content',
  '?part=questions',
  '?part=rehearsals',
] as const;
const PAGE = `/campaigns/${CAMPAIGN}`;
let api: ApiUnderTest;
let browser: Browser;

(withoutBrowser() ? describe.skip : describe)('the page of a campaign in a browser', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    for (const unitId of [UNITS.a, UNITS.b]) {
      const input = { campaignId: CAMPAIGN, key: 'plan', occurrence: 'once', unitId };
      await accepted(api.world, { actor: engine, name: 'openObligation', input });
    }
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('shows a leader at a glance where the campaign stands, and who is late', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.province, 'head', PAGE);
    await page.getByRole('heading', { name: 'Phong trào thử' }).waitFor();
    await page.getByText('Hôm nay 01/10/2024').waitFor();
    await reader.loaded();
    const figures = page.getByRole('region', { name: 'Số liệu chính' });
    expect(await figures.textContent()).toContain('Đang quá hạn2');
    await page.getByRole('img', { name: /Trục thời gian của Phong trào thử, từ 01\/01\/2024 đến/ }).waitFor();
    await page.getByRole('link', { name: 'Các đơn vị' }).click();
    const row = page.getByRole('row', { name: new RegExp(UNITS.b) });
    await reader.loaded();
    expect(await row.textContent()).toContain('Quá hạn');
    await reader.close();
  });

  it('lets the lead agency urge a late unit and shows who was told', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.lead, 'officer', `${PAGE}?part=late`);
    await page.getByRole('button', { name: 'Đôn đốc' }).first().click();
    const dialog = page.getByRole('dialog', { name: `Đôn đốc ${UNITS.a}` });
    await dialog.getByRole('button', { name: 'Đôn đốc' }).click();
    await dialog.getByText('Không được để trống.').waitFor();
    expect(await reader.violations()).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Nội dung đôn đốc' }).fill('Đề nghị ban hành kế hoạch trong tuần này.');
    await dialog.getByRole('button', { name: 'Đôn đốc' }).click();
    await page.getByText('Đã gửi đôn đốc').waitFor();
    await page.getByText(/01\/10\/2024: đôn đốc đến Người don-vi-a/).waitFor();
    await reader.close();
  });

  it('S0-34 S0-36 lets the lead agency add an award to an open round, and says by which article another is not its', async () => {
    await loadRulesInto(api.world);
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.lead, 'head', PAGE);
    await page.getByRole('button', { name: 'Thêm hình thức khen thưởng' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Thêm hình thức khen thưởng: Khen thưởng hằng năm' });
    const choose = async (award: string): Promise<void> => {
      await dialog.getByRole('combobox', { name: 'Hình thức khen thưởng' }).click();
      await page.getByRole('option', { name: award, exact: true }).click();
    };
    await choose('Giấy khen');
    await dialog.getByRole('combobox', { name: 'Đối tượng' }).click();
    await page.getByRole('option', { name: 'Tập thể', exact: true }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill('15/HD-UBND');
    await dialog.getByLabel('Ngày văn bản').first().fill('30/09/2024');
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Bổ sung theo kết luận họp giao ban.');
    await dialog.getByRole('button', { name: 'Thêm hình thức khen thưởng' }).click();
    await dialog
      .getByText(/không có thẩm quyền quyết định hình thức GK/)
      .first()
      .waitFor();
    expect(await reader.violations()).toEqual([]);
    await choose('Bằng khen của Bộ, ban, ngành, tỉnh');
    await dialog.getByRole('button', { name: 'Thêm hình thức khen thưởng' }).click();
    await page.getByText('Đã thêm hình thức vào đợt').waitFor();
    await page.getByText('Hình thức: Bằng khen; Bằng khen của Bộ, ban, ngành, tỉnh').first().waitFor();
    await reader.close();
  });

  it('computes the calendar of a plan before anything is recorded, and names what is wrong by its line', async () => {
    const reader = await Reader.open(browser, api, { language: 'en' });
    const { page } = reader;
    await reader.signIn(UNITS.province, 'head', '/campaigns');
    await page.getByRole('heading', { name: 'Plans that are ready' }).waitFor();
    expect(await reader.violations()).toEqual([]);
    await page.getByRole('link', { name: 'See the calendar, rehearse' }).first().click();
    await page.getByRole('heading', { name: 'The calendar of the campaign' }).waitFor();
    expect(await reader.violations()).toEqual([]);
    await reader.goTo('/campaigns/new');
    await page.getByRole('textbox', { name: 'What is in the file' }).fill('schemaVersion: 1\nid: 7\n');
    await page.getByRole('button', { name: 'Check it and compute the calendar' }).click();
    await page.getByText('line 2, error:').first().waitFor();
    expect(await reader.violations()).toEqual([]);
    await reader.close();
  });

  it.each(LOOKS)('is accessible and fits in every part: $language, $colours, $width', async (look) => {
    const reader = await Reader.open(browser, api, look);
    await reader.signIn(UNITS.lead, 'head', PAGE);
    await soundAt(
      reader,
      PARTS.map((part) => `${PAGE}${part}`),
      2,
    );
    await reader.close();
  });
});
