import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { UNITS } from '../domain/support/people.js';
import { ApiUnderTest, dig } from '../integration/api/api-under-test.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { nominate, NOMINEES } from './support/province-at-work.js';
import { Reader, type Look } from './support/reader.js';

const REASON = 'Thiếu xác nhận của xã về 12 hộ thoát nghèo';
let api: ApiUnderTest;
let browser: Browser;

async function reader(unit: string, role: Parameters<Reader['signIn']>[1], to: string, look?: Look): Promise<Reader> {
  const opened = await Reader.open(browser, api, look);
  await opened.signIn(unit, role, to);
  return opened;
}

(withoutBrowser() ? describe.skip : describe)('a dossier', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    await nominate(api, NOMINEES.slice(0, 2));
    const secretary = await api.as(UNITS.standing, 'secretary');
    await secretary.post('/api/v1/nominations/n-0/return', { visit: 1, reason: REASON, supplementBy: '2024-10-15' });
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('is supplemented by the unit that reads why it came back', async () => {
    const officer = await reader(UNITS.a, 'officer', '/inbox');
    const { page } = officer;
    await page.getByRole('heading', { name: NOMINEES[0], level: 2 }).waitFor();
    await page.getByRole('link', { name: 'Mở hồ sơ và lịch sử' }).click();
    await page.getByText(REASON).waitFor();
    await page.getByText(/^Thời hạn bước «Kiểm tra thành phần hồ sơ» tạm dừng từ .*01\/10\/2024/).waitFor();
    expect(await officer.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Nộp lại hồ sơ' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nộp lại hồ sơ' });
    await dialog.getByRole('button', { name: 'Nộp lại hồ sơ' }).click();
    await dialog.getByText('Không được để trống.').waitFor();
    await dialog.getByRole('textbox').fill('Đã bổ sung xác nhận của UBND xã');
    expect(await officer.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Nộp lại hồ sơ' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Nộp lại hồ sơ đã bổ sung').waitFor();
    await officer.close();
  });

  it('is spoken about by its unit and by who appraises it, each on the screen of the other', async () => {
    const QUESTION = 'Mười hai hộ thoát nghèo là của năm nào?';
    const ANSWER = 'Của năm 2024, theo xác nhận ngày 01/10.';
    const officer = await reader(UNITS.a, 'officer', '/nominations/n-0');
    const secretary = await reader(UNITS.standing, 'secretary', '/inbox?task=nomination:n-0:3', {
      language: 'en',
      colours: 'dark',
    });
    const beside = secretary.page.getByRole('region', { name: 'Comments on the dossier' });
    await beside.getByText('Nobody has said anything yet.').waitFor();
    await beside.getByRole('button', { name: 'Send the comment' }).click();
    await beside.getByText('Write something first.').waitFor();
    await beside.getByRole('textbox').fill(QUESTION);
    expect(await secretary.violations()).toEqual([]);
    await beside.getByRole('button', { name: 'Send the comment' }).click();
    await beside.getByRole('listitem').filter({ hasText: QUESTION }).waitFor();
    expect(await beside.getByRole('textbox').inputValue()).toBe('');

    const said = officer.page.getByRole('region', { name: 'Trao đổi về hồ sơ' });
    await said.getByRole('listitem').filter({ hasText: QUESTION }).waitFor();
    // What is half written waits on the server, here or at another desk.
    await said.getByRole('textbox').fill(ANSWER);
    await said.getByText(/Đã lưu nháp/).waitFor();
    await officer.page.reload();
    expect(await said.getByRole('textbox').inputValue()).toBe(ANSWER);
    await said.getByRole('button', { name: 'Gửi trao đổi' }).click();
    await said.getByRole('listitem').filter({ hasText: ANSWER }).waitFor();
    expect(await officer.violations()).toEqual([]);
    await beside.getByRole('listitem').filter({ hasText: ANSWER }).waitFor();
    await officer.page.reload();
    await said.getByRole('textbox').waitFor();
    expect(await said.getByRole('textbox').inputValue()).toBe('');
    await officer.close();
    await secretary.close();
  });

  it('tells its whole story to an auditor, who can do nothing to it', async () => {
    const auditor = await reader(UNITS.standing, 'auditor', '/nominations/n-0');
    const { page } = auditor;
    const history = page.getByRole('region', { name: 'Lịch sử' });
    const entries = history.getByRole('listitem');
    await entries.getByText('Lập hồ sơ đề nghị khen thưởng').waitFor();
    const back = entries.filter({ hasText: REASON });
    await auditor.loaded();
    expect(await back.textContent()).toContain('Người ban-thi-dua secretary (thư ký, ban-thi-dua)');
    expect(await back.textContent()).toContain('đang xử lý, Kiểm tra thành phần hồ sơ → trả lại bổ sung');
    expect(await page.getByRole('region', { name: 'Việc có thể làm' }).count()).toBe(0);

    const milestones = await entries.count();
    await (await api.as(UNITS.standing, 'secretary')).post('/api/v1/tasks/nomination:n-0:3/claim');
    await page.getByText(/việc nội bộ, nhắc hạn đang ẩn/).waitFor();
    await history.getByText('Tất cả').click();
    await entries.getByText('Nhận việc').waitFor();
    expect(await entries.count()).toBeGreaterThan(milestones);
    await (await api.as(UNITS.standing, 'secretary')).post('/api/v1/tasks/nomination:n-0:3/release');

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      history.getByRole('button', { name: 'Tải bản chữ' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain(REASON);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'In hồ sơ' }).isVisible()).toBe(false);
    expect(await history.isVisible()).toBe(true);
    await auditor.close();
  });

  it('is passed on, and convened for the council, with the forms of its steps', async () => {
    const secretary = await reader(UNITS.standing, 'secretary', '/nominations/n-0');
    const { page } = secretary;
    await page.getByRole('button', { name: 'Đạt, chuyển bước sau' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đạt, chuyển bước sau' }).click();
    await page.getByText('Thông qua bước «Kiểm tra thành phần hồ sơ»').waitFor();
    await (await api.as(UNITS.lead, 'officer')).post('/api/v1/nominations/n-0/approval', { visit: 4 });
    await page.getByRole('region', { name: 'Bước hiện tại' }).getByText('Hội đồng').first().waitFor();
    await secretary.close();

    const state = (await (await api.as(UNITS.standing, 'secretary')).get('/api/v1/nominations/n-0')).body;
    const [unit = '', role = ''] = String(dig(state, 'openStep.queue')).split('/');
    const council = await reader(unit, role as 'secretary', '/nominations/n-0');
    await council.page.getByRole('button', { name: 'Triệu tập phiên họp Hội đồng' }).click();
    const dialog = council.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Ngày họp' }).fill('08/10/2024');
    await dialog.getByRole('textbox', { name: 'Số thành viên' }).fill('mười');
    await dialog.getByRole('button', { name: 'Triệu tập phiên họp Hội đồng' }).click();
    await dialog.getByText(/Thiếu hoặc sai kiểu/).waitFor();
    await dialog.getByRole('textbox', { name: 'Số thành viên' }).fill('15');
    await dialog.getByRole('button', { name: 'Triệu tập phiên họp Hội đồng' }).click();
    await council.page.getByText('Triệu tập phiên họp Hội đồng ngày 08/10/2024').waitFor();
    await council.close();
  });

  it('shows what was changed while its first answer was on its way', async () => {
    const auditor = await Reader.open(browser, api);
    const { page } = auditor;
    const older = /\/api\/v1\/nominations\/n-1$/;
    let letThrough = (): void => undefined;
    const isTold = new Promise<void>((done) => {
      letThrough = done;
    });
    let asked = 0;
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/v1/notices/unread') asked += 1;
      // The bell asks again because the page has been told of the change.
      if (asked > 1) letThrough();
    });
    await page.route(
      older,
      async (route) => {
        const response = await route.fetch();
        await (await api.as(UNITS.standing, 'secretary')).post('/api/v1/nominations/n-1/approval', { visit: 1 });
        await isTold;
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    await auditor.signIn(UNITS.standing, 'auditor', '/nominations/n-1');
    await page.getByRole('region', { name: 'Bước hiện tại' }).getByText('Ý kiến của cơ quan chủ trì').first().waitFor();
    await auditor.close();
  });

  it('says when a step of its way was passed, on the page and on paper', async () => {
    const auditor = await reader(UNITS.standing, 'auditor', '/nominations/n-1');
    const { page } = auditor;
    const steps = page.getByRole('list', { name: 'Quy trình xét' }).getByRole('listitem');
    await steps.first().getByText('01/10/2024').waitFor();
    expect(await steps.nth(1).textContent()).toContain('Ý kiến của cơ quan chủ trì');
    await auditor.goTo('/print/nominations/n-1');
    await page.getByRole('cell', { name: 'Đã qua, 01/10/2024' }).waitFor();
    await auditor.close();
  });

  it.each<Look>([
    { language: 'en', colours: 'dark' },
    { language: 'vi', colours: 'light', width: 360, height: 740 },
  ])('can be found and read by everyone: %j', async (look) => {
    const secretary = await reader(UNITS.standing, 'secretary', '/nominations', look);
    const { page } = secretary;
    await page.getByRole('link', { name: NOMINEES[1] }).waitFor();
    expect(await secretary.violations()).toEqual([]);
    await page.getByRole('link', { name: NOMINEES[1] }).click();
    await page.getByRole('heading', { name: NOMINEES[1], level: 1 }).waitFor();
    await page.getByText('Trồng 5 ha cam').waitFor();
    expect(await secretary.violations()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await secretary.close();
  });
});
