import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import { ruleBookOfInstallation } from '../../libs/rules/load-rules.js';
import { both, UNITS } from '../domain/support/people.js';
import { campaignFile } from '../domain/support/sample-province-campaign.js';
import { ApiUnderTest, dig, nominationOf, textAt, type Body } from '../integration/api/api-under-test.js';
import { accepted, operator } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { PATIENCE_MS } from './support/patience.js';
import { Reader, type Look } from './support/reader.js';

/** The campaign of the domain tests, which asks households for a report; the law knows its award. */
const file: CampaignFile = {
  ...campaignFile,
  rounds: campaignFile.rounds.map((round) =>
    round.key === 'annual' ? { ...round, awards: round.awards.map((offer) => ({ ...offer, award: 'BKT' })) } : round,
  ),
  subjectGroups: [
    {
      key: 'ho',
      text: both('Hộ gia đình'),
      subjectKinds: ['household'],
      criteria: [],
      documents: [
        { key: 'bao-cao-thanh-tich', name: { vi: 'Báo cáo thành tích', en: 'Achievement report' } },
        { key: 'xac-nhan', name: { vi: 'Xác nhận của xã', en: 'Confirmation by the commune' } },
      ],
    },
    { key: 'khac', text: both('Khác'), subjectKinds: ['individual', 'collective'], criteria: [], documents: [] },
  ],
};
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC',
  'base64',
);
const digestOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
let api: ApiUnderTest;
let browser: Browser;

async function reader(unit: string, role: Parameters<Reader['signIn']>[1], look?: Look): Promise<Reader> {
  const opened = await Reader.open(browser, api, look);
  await opened.signIn(unit, role, '/nominations/n-papers');
  return opened;
}
const panel = (page: Page) => page.getByRole('region', { name: 'Thành phần hồ sơ' });

async function choose(page: Page, button: string, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles({ name, mimeType, buffer });
}

(withoutBrowser() ? describe.skip : describe)('the papers of a dossier', () => {
  let report: Buffer;
  let renewed: Buffer;
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(file), launchChromium()]);
    await accepted(api.world, { actor: operator, name: 'loadRules', input: { book: ruleBookOfInstallation() } });
    const officer = await api.as(UNITS.a, 'officer');
    const nominationId = 'n-papers';
    await officer.post(
      '/api/v1/nominations',
      nominationOf('ho-men', { nominationId, awardCode: 'BKT', documents: [] }),
    );
    const sheet = await browser.newPage();
    sheet.setDefaultTimeout(PATIENCE_MS);
    await sheet.setContent('<h1>Báo cáo thành tích, bản thứ nhất</h1>');
    report = await sheet.pdf({ format: 'A4' });
    await sheet.setContent('<h1>Báo cáo thành tích, bản thứ hai</h1>');
    renewed = await sheet.pdf({ format: 'A4' });
    await sheet.close();
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('S1-55 are chosen or dropped, renewed, looked at, and what is missing is named', async () => {
    const officer = await reader(UNITS.a, 'officer');
    const { page } = officer;
    await panel(page)
      .getByText(/^Còn thiếu: .*Báo cáo thành tích/)
      .waitFor();
    await choose(page, 'Tải tệp lên: Báo cáo thành tích', 'Báo cáo bà Mến.pdf', 'application/pdf', report);
    await panel(page).getByText(digestOf(report)).waitFor();
    await choose(page, 'Thay bản mới: Báo cáo bà Mến.pdf', 'Báo cáo bà Mến.pdf', 'application/pdf', renewed);
    await panel(page).getByText(digestOf(renewed)).waitFor();
    await panel(page).getByText('Xem 1 bản trước').click();
    await panel(page).getByText(digestOf(report)).waitFor();

    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob('${PNG.toString('base64')}'), (sign) => sign.charCodeAt(0));
      transfer.items.add(new File([content], 'xac-nhan.png', { type: 'image/png' }));
      return transfer;
    })()`);
    await page.getByRole('region', { name: 'Xác nhận của xã' }).dispatchEvent('drop', { dataTransfer: dropped });
    await panel(page).getByText(digestOf(PNG)).waitFor();
    await panel(page).getByText('Còn thiếu: Tờ trình; Biên bản xét khen thưởng.', { exact: true }).waitFor();

    await choose(page, 'Tải tệp lên: Tài liệu khác', 'trang.html', 'text/html', Buffer.from('<p>không nhận</p>'));
    await panel(page)
      .getByText(/Loại tệp không được nhận/)
      .waitFor();
    await page.getByRole('button', { name: 'Xem xac-nhan.png' }).click();
    const picture = page.getByRole('dialog').getByRole('img', { name: 'xac-nhan.png' });
    await picture.waitFor();
    await page.waitForFunction(`document.querySelector('[role=dialog] img')?.naturalWidth === 10`);
    expect(await officer.violations()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    await page.getByRole('button', { name: 'Xem Báo cáo bà Mến.pdf' }).first().click();
    const frame = page.getByRole('dialog').locator('iframe');
    await frame.waitFor();
    expect(await frame.getAttribute('src')).toMatch(/^blob:/);
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải về Báo cáo bà Mến.pdf' }).first().click(),
    ]);
    expect(digestOf(readFileSync(await kept.path()))).toBe(digestOf(renewed));
    await officer.close();
  });

  it('are taken out with a reason, stay in the history in words, and are shut to other units', async () => {
    const officer = await reader(UNITS.a, 'officer');
    const { page } = officer;
    await page.getByRole('button', { name: 'Rút khỏi hồ sơ: xac-nhan.png' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Ảnh chụp nhầm hộ khác');
    await dialog.getByRole('button', { name: 'Rút khỏi hồ sơ' }).click();
    await panel(page).getByText('Tài liệu đã rút khỏi hồ sơ').waitFor();
    const history = page.getByRole('region', { name: 'Lịch sử' });
    await history.getByText(/Rút tài liệu khỏi hồ sơ: Xác nhận của xã, mã kiểm tra [0-9a-f]{12}…/).waitFor();
    await history.getByText('Ảnh chụp nhầm hộ khác').waitFor();
    const renewal = new RegExp(
      `thay bản ${digestOf(report).slice(0, 12)}…, mã kiểm tra ${digestOf(renewed).slice(0, 12)}…`,
    );
    await history.getByText(renewal).waitFor();
    await officer.close();

    const stranger = await api.as(UNITS.b, 'officer');
    expect((await stranger.get(`/api/v1/files/${digestOf(renewed)}`)).status).toBe(404);
    expect((await stranger.get('/api/v1/nominations/n-papers/papers')).status).toBe(403);
    const auditor = await api.as(UNITS.standing, 'auditor');
    const bundle = await fetch(`${api.url}/api/v1/nominations/n-papers/bundle`, { headers: auditor.headers });
    const body = dig(await bundle.json(), 'bundle') as Body;
    const filed = (body['events'] as readonly unknown[]).filter((one) => dig(one, 'payload.file.digest') !== undefined);
    expect(filed.map((one) => dig(one, 'payload.file.digest'))).toEqual([report, renewed, PNG].map(digestOf));
    expect(textAt(body, 'report')).toContain('Báo cáo bà Mến.pdf');
  });

  it('the facts the rules ask for are answered in the dossier, and it is judged again', async () => {
    const officer = await reader(UNITS.a, 'officer');
    const { page } = officer;
    const eligibility = page.getByRole('region', { name: 'Điều kiện, tiêu chuẩn' });
    await eligibility.getByRole('button', { name: 'Bổ sung dữ kiện' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByText('Hãy trả lời ít nhất một câu.').waitFor();
    expect(await officer.violations()).toEqual([]);
    const questions = await dialog.getByRole('radio', { name: 'Không', exact: true }).count();
    for (let i = 0; i < questions; i += 1)
      await dialog.getByRole('radio', { name: 'Không', exact: true }).nth(i).check();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Lịch sử' }).getByText('Khai dữ kiện để xét điều kiện').waitFor();
    await eligibility.getByRole('button', { name: 'Đánh giá lại' }).click();
    await eligibility.getByText(/Kết luận đã ghi nhận lúc/).waitFor();
    expect(questions).toBeGreaterThan(0);
    await officer.close();
  });

  it.each<Look>([
    { language: 'en', colours: 'dark', width: 360, height: 740 },
    { language: 'vi', colours: 'light', width: 360, height: 740 },
  ])('can be read by everyone: %j', async (look) => {
    const auditor = await reader(UNITS.standing, 'auditor', look);
    await auditor.page.getByText(digestOf(renewed)).waitFor();
    await auditor.loaded();
    expect(await auditor.page.getByRole('button', { name: /Tải tệp lên|Upload a file/ }).count()).toBe(0);
    expect(await auditor.violations()).toEqual([]);
    expect(await auditor.overflows()).toBe(false);
    await auditor.close();
  });
});
