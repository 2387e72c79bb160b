import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aboutNotice } from '../../activities/mail/about.js';
import { renderMail } from '../../activities/mail/render.js';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import { both, CAMPAIGN, UNITS } from '../domain/support/people.js';
import { campaignFile } from '../domain/support/sample-province-campaign.js';
import { ApiUnderTest } from '../integration/api/api-under-test.js';
import { accepted, engine } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { Reader } from './support/reader.js';
import { LOOKS, sound } from './support/sound.js';

/** The campaign of the domain tests, with a register of examples. */
const withExamples: CampaignFile = {
  ...campaignFile,
  exampleRegister: {
    levels: [{ key: 'tinh', name: both('Cấp tỉnh'), recognisedBy: { roles: ['issuer'] } }],
    stages: [{ key: 'phat-hien', name: both('Phát hiện') }],
    introducedBy: { scope: ['all'] },
  },
};
let api: ApiUnderTest;
let browser: Browser;

(withoutBrowser() ? describe.skip : describe)('notices in a browser', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(withExamples), launchChromium()]);
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
    await page.getByRole('heading', { name: `Nhiệm vụ của đơn vị, ${UNITS.b}`, level: 1 }).waitFor();
    await page.getByText('Báo cáo năm').first().waitFor();
    await page.getByRole('link', { name: 'Viết báo cáo' }).waitFor();
    await sound(reader);
    await page.getByRole('button', { name: 'Thông báo', exact: true }).waitFor();
    await reader.close();
  });

  it('S0-27 S0-38 lead to the activity one’s unit had a part in', async () => {
    const recorder = await api.as(UNITS.a, 'officer');
    const recorded = await recorder.post('/api/v1/activities', {
      campaignId: CAMPAIGN,
      unitId: UNITS.a,
      kind: 'communication',
      title: 'Tọa đàm về trồng cam',
      from: '2024-09-20',
      partners: [UNITS.b],
    });
    expect(recorded.status).toBe(201);
    for (const look of LOOKS) {
      const reader = await Reader.open(browser, api, look);
      const { page } = reader;
      await reader.signIn(UNITS.b, 'officer', '/notices');
      const notice = page.getByRole('article').filter({ hasText: /Hoạt động có liên quan|An activity that concerns/ });
      await notice.getByRole('link').click();
      await page.getByRole('heading', { name: new RegExp(UNITS.a), level: 1 }).waitFor();
      await page.getByText('Tọa đàm về trồng cam').first().waitFor();
      await page.getByText(/^(đã ghi nhận|recorded)$/).waitFor();
      await sound(reader);
      await reader.close();
    }
    const reader = await Reader.open(browser, api);
    await reader.signIn(UNITS.a, 'officer', '/desk');
    await reader.page.getByRole('link', { name: 'Tuyên truyền, ngày 20/09/2024' }).click();
    await reader.page.getByRole('region', { name: 'Quá trình' }).waitFor();
    await sound(reader);
    await reader.goTo('/matters/nothing/of-the-kind');
    await reader.page.getByRole('heading', { name: 'Không có trang này' }).waitFor();
    await reader.close();
  });

  it('S0-35 S1-50 name the example they are about and lead to it; a mail names nobody', async () => {
    const other = await api.as(UNITS.a, 'officer');
    const introduced = await other.post('/api/v1/examples', {
      campaignId: CAMPAIGN,
      introducedBy: UNITS.a,
      unitId: UNITS.b,
      kind: 'person',
      subject: { kind: 'farmer', id: 'nguoi-tot', name: 'Bà Hà Thị N' },
      summary: 'Cứu người trong lũ',
    });
    expect(introduced.status).toBe(201);
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.b, 'officer', '/notices');
    const notice = page.getByRole('article').filter({ hasText: 'Điển hình mới được giới thiệu: Bà Hà Thị N' });
    await notice.getByText(`Một điển hình của đơn vị được giới thiệu (Người tốt, việc tốt, ${UNITS.b})`).waitFor();
    await notice.getByRole('link', { name: 'Mở việc' }).click();
    await page.getByRole('heading', { name: 'Bà Hà Thị N', level: 1 }).waitFor();
    await page.getByText('Cứu người trong lũ').waitFor();
    await page.getByRole('region', { name: 'Quá trình' }).getByText('Giới thiệu điển hình tiên tiến').waitFor();
    await sound(reader);
    const path = new URL(page.url()).pathname;
    await reader.close();
    for (const look of LOOKS) {
      const far = await Reader.open(browser, api, look);
      await far.signIn(UNITS.leader, 'officer', path);
      await far.page.getByRole('heading', { name: 'Bà Hà Thị N', level: 1 }).waitFor();
      await sound(far);
      expect(await far.page.getByRole('region', { name: /Quá trình|What happened/ }).count()).toBe(0);
      await far.close();
    }
    const id = decodeURIComponent(path.split('/').at(-1) ?? '');
    const mail = renderMail(
      { id: 1, template: 'example-introduced', params: {} },
      { ...(await aboutNotice(api.world.pool, `example:${id}`, {})), url: path },
    );
    expect(mail.text).toContain(`(Người tốt, việc tốt, ${UNITS.b})`);
    expect(JSON.stringify(mail)).not.toContain('Hà Thị N');
    const { rows } = await api.world.pool.query<{ params: unknown }>(
      "select params from ops_notice where subject like 'example:%'",
    );
    expect(JSON.stringify(rows)).not.toContain('Hà Thị N');
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
    await reader.loaded();
    expect(await field.inputValue()).toBe('Tổng hợp hằng ngày');
    await reader.close();
  });

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
