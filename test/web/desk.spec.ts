import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import { CAMPAIGN, UNITS } from '../domain/support/people.js';
import { campaignFile } from '../domain/support/sample-province-campaign.js';
import { ApiUnderTest, dig } from '../integration/api/api-under-test.js';
import { accepted, engine, operator } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { Reader } from './support/reader.js';
import { LOOKS, sound, soundAt } from './support/sound.js';

/** The campaign of the domain tests, whose yearly report takes files that show its results. */
const withEvidence: CampaignFile = {
  ...campaignFile,
  obligations: campaignFile.obligations.map((duty) =>
    duty.fields === undefined
      ? duty
      : { ...duty, fields: duty.fields.map((field) => ({ ...field, evidence: 'optional' as const })) },
  ),
};
let api: ApiUnderTest;
let browser: Browser;

(withoutBrowser() ? describe.skip : describe)('the desk of a unit in a browser', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(withEvidence), launchChromium()]);
    for (const [key, occurrence] of [
      ['registration', 'once'],
      ['plan', 'once'],
      ['report', '2024'],
    ] as const) {
      const input = { campaignId: CAMPAIGN, key, occurrence, unitId: UNITS.b };
      await accepted(api.world, { actor: engine, name: 'openObligation', input });
    }
    await accepted(api.world, {
      actor: operator,
      name: 'defineCluster',
      input: {
        clusterId: 'cum-1',
        kind: 'cluster',
        name: { vi: 'Cụm thi đua số 1', en: 'Cluster 1' },
        years: [{ year: 2024, leader: UNITS.leader, members: [UNITS.leader] }],
      },
    });
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('registers a unit with its pledge, and the duty leaves the desk', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.b, 'officer', '/desk');
    await page.getByRole('link', { name: 'Đăng ký, ký giao ước' }).click();
    await page.getByRole('checkbox', { name: 'Ban hành kế hoạch' }).waitFor();
    await page.getByRole('button', { name: 'Gửi đăng ký' }).click();
    await page.getByText('Không được để trống.').waitFor();
    await page.getByRole('combobox', { name: 'Thủ trưởng chịu trách nhiệm' }).click();
    await page.getByRole('option', { name: /Người don-vi-b head/ }).click();
    await page.getByRole('button', { name: 'Thêm chỉ tiêu riêng' }).click();
    await page.getByRole('textbox', { name: 'Chỉ tiêu riêng 1', exact: true }).fill('Trồng mới cây cam');
    await page.getByRole('textbox', { name: 'Mức phấn đấu: Chỉ tiêu riêng 1' }).fill('12,5');
    await page.getByRole('textbox', { name: 'Đơn vị tính: Chỉ tiêu riêng 1' }).fill('ha');
    expect(await reader.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Gửi đăng ký' }).click();
    await page.getByText('2 nội dung, lần 1').waitFor();
    await page.getByRole('link', { name: 'Đăng ký, ký giao ước' }).waitFor({ state: 'detached' });
    const lead = await api.as(UNITS.lead, 'officer');
    const { body } = await lead.get(`/api/v1/registrations?unit=${UNITS.b}`);
    const registration = await lead.get(`/api/v1/registrations/${String(dig(body, 'items.0.id'))}`);
    expect(dig(registration.body, 'pledges.-1.target')).toBe(12.5);
    await reader.close();
  });

  it('S1-39 X04 registers a cluster by the unit that leads it this year, and nobody else sees its desk', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.leader, 'officer', '/desk');
    await page.getByRole('combobox', { name: 'Đơn vị' }).click();
    await page.getByRole('option', { name: 'Cụm thi đua số 1' }).click();
    await page.getByText('Đơn vị của anh/chị làm trưởng năm nay, thực hiện thay Cụm thi đua số 1.').waitFor();
    await sound(reader);
    await page.getByRole('link', { name: /^Đăng ký, ký giao ước: / }).click();
    await page.getByRole('combobox', { name: 'Thủ trưởng chịu trách nhiệm' }).click();
    await page.getByRole('option', { name: new RegExp(`Người ${UNITS.leader} head`) }).click();
    await page.getByRole('checkbox', { name: 'Ban hành kế hoạch' }).waitFor();
    await page.getByRole('button', { name: 'Gửi đăng ký' }).click();
    await page.getByText(/nội dung, lần 1/).waitFor();
    await page.getByText('Không còn phong trào nào chưa đăng ký.').waitFor();
    const registered = await api.world.reader.state('registration', `${CAMPAIGN}.cum-1`);
    expect(registered?.state).toMatchObject({ unitId: 'cum-1', head: `${UNITS.leader}.head`, status: 'submitted' });
    await reader.close();
    const other = await Reader.open(browser, api);
    await other.signIn(UNITS.b, 'officer', '/desk?unit=cum-1');
    await other.page.getByRole('heading', { name: `Bàn làm việc của đơn vị: ${UNITS.b}` }).waitFor();
    await other.close();
  });

  it('reports with evidence beside what was pledged', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.b, 'officer', '/desk');
    await page.getByRole('link', { name: 'Lập báo cáo' }).click();
    await page.getByRole('heading', { name: 'Đã giao ước' }).waitFor();
    await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await page.getByText('Không được để trống.').first().waitFor();
    await page.getByRole('textbox', { name: 'Kết quả' }).fill('Đã trồng 13 ha cam.');
    await page.getByRole('textbox', { name: 'Số hộ' }).fill('1.234');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Đính kèm tệp: Kết quả' }).click();
    const file = { name: 'bien-ban.txt', mimeType: 'text/plain', buffer: Buffer.from('Biên bản nghiệm thu') };
    await (await chooser).setFiles(file);
    await page.getByText(/bien-ban\.txt \(1 KB\)/).waitFor();
    expect(await reader.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await page.getByText('Đã nộp báo cáo').waitFor();
    const report = await (await api.as(UNITS.b, 'officer')).get(`/api/v1/reports/${CAMPAIGN}.report.2024.${UNITS.b}`);
    expect(dig(report.body, 'fields.households')).toBe(1234);
    expect(dig(report.body, 'evidence.0.field')).toBe('result');
    await reader.close();
  });

  it('nominates a household and goes on to its dossier', async () => {
    const reader = await Reader.open(browser, api, { language: 'en' });
    const { page } = reader;
    await reader.signIn(UNITS.b, 'officer', '/desk');
    await page.getByRole('link', { name: 'Nominate' }).click();
    await page.getByRole('combobox', { name: 'Award', exact: true }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('combobox', { name: 'Who is it' }).click();
    await page.getByRole('option', { name: 'Household', exact: true }).click();
    await page.getByRole('textbox', { name: /Name of the person/ }).fill('Hộ ông Bùi Văn Nhè');
    await page.getByRole('textbox', { name: 'Achievement' }).fill('Trồng 5 ha cam');
    expect(await reader.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Draft the nomination' }).click();
    await page.getByRole('heading', { name: 'Hộ ông Bùi Văn Nhè' }).first().waitFor();
    await reader.close();
  });

  it.each(LOOKS)('is accessible and fits: $language, $colours, $width', async (look) => {
    const reader = await Reader.open(browser, api, look);
    await reader.signIn(UNITS.b, 'head', '/desk');
    await soundAt(reader, ['/desk', `/desk/pledge/${CAMPAIGN}`, '/desk/nominate']);
    await reader.close();
  });
});
