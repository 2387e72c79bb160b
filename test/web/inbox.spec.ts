import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { UNITS } from '../domain/support/people.js';
import { ApiUnderTest, dig, eachOf, PASSWORD } from '../integration/api/api-under-test.js';
import { personId } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { delegateToSecond, nominate, NOMINEES } from './support/province-at-work.js';
import { Reader } from './support/reader.js';

let api: ApiUnderTest;
let browser: Browser;

const detail = (page: Page) => page.getByRole('region', { name: 'Chi tiết việc' });
const heading = (page: Page, name: string) => detail(page).getByRole('heading', { name, level: 2 });
const takeButton = (page: Page) => detail(page).getByRole('button', { name: 'Nhận việc' });
const giveBackButton = (page: Page) => detail(page).getByRole('button', { name: 'Trả việc về hàng chờ' });
/** The forms of a step can be opened by key as soon as its buttons are there. */
const returnButton = (page: Page) => detail(page).getByRole('button', { name: 'Trả lại để bổ sung' });
const rows = (page: Page) => page.getByRole('list', { name: 'Danh sách việc' }).getByRole('listitem');

async function secretary(to = '/inbox'): Promise<Reader> {
  const reader = await Reader.open(browser, api);
  await reader.signIn(UNITS.standing, 'secretary', to);
  return reader;
}

(withoutBrowser() ? describe.skip : describe)('the inbox', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    await nominate(api);
    await delegateToSecond(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('asks to sign in and goes on to where one was going', async () => {
    const reader = await Reader.open(browser, api);
    await reader.goTo('/inbox?assignee=none');
    await reader.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    expect(await reader.violations()).toEqual([]);
    await reader.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await reader.missing(2);
    await reader.signIn(UNITS.standing, 'secretary', '/inbox?assignee=none');
    expect(reader.page.url()).toContain('assignee=none');
    await reader.close();
  });

  it('is used by keyboard alone: move, take, give back, return, undo, pass', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.goTo('/inbox');
    await page.getByRole('textbox', { name: 'Tên đăng nhập' }).waitFor();
    await page.keyboard.type(personId(UNITS.standing, 'secretary'));
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, NOMINEES[0]).waitFor();
    await page.keyboard.press('j');
    await heading(page, NOMINEES[1]).waitFor();
    await page.keyboard.press('k');
    await heading(page, NOMINEES[0]).waitFor();
    await page.waitForURL(/task=nomination/);

    await takeButton(page).waitFor();
    await page.keyboard.press('c');
    await detail(page)
      .getByText(/^Anh\/chị đang xử lý từ/)
      .waitFor();
    await giveBackButton(page).waitFor();
    await page.keyboard.press('u');
    await detail(page).getByText('Chưa ai nhận').waitFor();

    await returnButton(page).waitFor();
    await page.keyboard.press('r');
    const reason = page.getByRole('textbox', { name: 'Lý do' });
    await reason.waitFor();
    await page.keyboard.type('Thiếu biên bản họp bình xét');
    await page.keyboard.press('Control+Enter');
    const undo = page.getByRole('button', { name: 'Hoàn tác' });
    await undo.waitFor();
    await page.keyboard.press('z');
    await undo.waitFor({ state: 'detached' });
    const untouched = await (await api.as(UNITS.standing, 'secretary')).get('/api/v1/nominations/n-0');
    expect(dig(untouched.body, 'status')).toBe('open');

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
    expect(await reader.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // What happened so far is read beside the task: who, in which capacity, under which rule.
    await page.keyboard.press('h');
    const past = page.getByRole('dialog', { name: NOMINEES[1] });
    await past.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    await past.getByText(`Người ${UNITS.a} officer`).first().waitFor();
    await reader.loaded();
    expect(await reader.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await past.waitFor({ state: 'detached' });

    await page.keyboard.press('/');
    await page.keyboard.type('sam');
    await page.keyboard.press('Enter');
    await rows(page).nth(1).waitFor({ state: 'detached' });
    await heading(page, NOMINEES[1]).waitFor();
    await returnButton(page).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('textbox', { name: 'Ý kiến' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Không có việc nào khớp bộ lọc').waitFor();
    const passed = await (await api.as(UNITS.standing, 'secretary')).get('/api/v1/nominations/n-1');
    expect(dig(passed.body, 'openStep.step')).not.toBe('completeness');
    await reader.close();
  });

  it('keeps on the server what is being typed, and gives it back after a reload', async () => {
    const reader = await secretary('/inbox?task=nomination:n-2:1');
    const { page } = reader;
    await heading(page, NOMINEES[2]).waitFor();
    await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Đang viết dở');
    await page.getByText(/^Đã lưu nháp lúc/).waitFor();
    expect(await reader.violations()).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    const reason = page.getByRole('textbox', { name: 'Lý do' });
    await reason.waitFor();
    expect(await reason.inputValue()).toBe('Đang viết dở');
    await page.getByRole('textbox', { name: 'Bổ sung trước hết ngày' }).fill('15/10/2024');
    await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    await page.getByRole('button', { name: 'Gửi ngay' }).waitFor();
    await reader.sendNow();
    const returned = await (await api.as(UNITS.a, 'officer')).get('/api/v1/nominations/n-2');
    expect(returned.body).toMatchObject({ status: 'returned', openStep: { due: { lastDay: '2024-10-15' } } });
    await reader.close();
  });

  it('shows two people at one queue what the other does, and lets neither overwrite the other', async () => {
    const one = await secretary('/inbox?task=nomination:n-3:1');
    const two = await Reader.open(browser, api);
    await two.signIn(UNITS.b, 'head', '/inbox?task=nomination:n-3:1');
    await heading(two.page, NOMINEES[3]).waitFor();
    await two.page.getByText(/đã ủy quyền cho anh\/chị vai thư ký/).waitFor();

    await heading(one.page, NOMINEES[3]).waitFor();
    await takeButton(one.page).waitFor();
    await one.page.keyboard.press('c');
    await one.page.getByText('Đã nhận việc.').waitFor();
    const seen = detail(two.page).getByText(/^Đang được Người ban-thi-dua secretary xử lý từ \d\d:\d\d$/);
    await seen.waitFor();
    await detail(two.page).getByText('Anh/chị không có việc phải làm ở bước này.').waitFor();
    expect(await two.violations()).toEqual([]);

    await giveBackButton(one.page).waitFor();
    await one.page.keyboard.press('u');
    const pass = two.page.getByRole('button', { name: 'Đạt, chuyển bước sau' });
    await pass.waitFor();
    // Whose stream of changes is cut acts on what they last saw: the ledger says so.
    await two.page.route('**/api/v1/nominations/n-3', (route) => route.abort());
    await pass.click();
    await two.page.getByRole('textbox', { name: 'Ý kiến' }).waitFor();
    await takeButton(one.page).waitFor();
    await one.page.keyboard.press('a');
    await one.page.getByRole('textbox', { name: 'Ý kiến' }).waitFor();
    await two.page.route('**/api/v1/tasks/**', (route) => route.abort());
    await one.page.keyboard.press('Control+Enter');
    await one.page.getByText('Đã ghi nhận.').waitFor();
    await two.page.keyboard.press('Control+Enter');
    await two.page.getByText('Việc này đã thay đổi từ khi anh/chị mở').waitFor();
    await two.page.getByText(/Thông qua bước .* \(Người ban-thi-dua secretary\)/).waitFor();
    await Promise.all([one.close(), two.close()]);
  });

  it('gives a task to one of two who press at once, and the other sees whose it is', async () => {
    const here = '/inbox?task=nomination:n-4:1';
    const one = await secretary(here);
    const two = await Reader.open(browser, api);
    await two.signIn(UNITS.b, 'head', here);
    // Neither act leaves before the other is done: the one who hears of the other first would have no button to press.
    let pressed = 0;
    let letThrough = (): void => undefined;
    const bothPressed = new Promise<void>((done) => {
      letThrough = done;
    });
    for (const { page } of [one, two]) {
      await takeButton(page).waitFor();
      await page.route('**/claim', async (route) => {
        pressed += 1;
        if (pressed === 2) letThrough();
        await bothPressed;
        await route.continue();
      });
    }
    await Promise.all([one, two].map(({ page }) => takeButton(page).click()));
    const isFirst = giveBackButton(one.page)
      .waitFor()
      .then(() => true);
    const isSecond = giveBackButton(two.page)
      .waitFor()
      .then(() => false);
    const [holder, other] = (await Promise.race([isFirst, isSecond])) ? [one, two] : [two, one];
    await detail(other.page)
      .getByText(/^Đang được Người .* xử lý từ \d\d:\d\d$/)
      .waitFor();
    const { body } = await (await api.as(UNITS.standing, 'secretary')).get('/api/v1/nominations/n-4/history');
    expect(eachOf(body, 'items', 'type').filter((type) => type === 'taskClaimed')).toHaveLength(1);
    await giveBackButton(holder.page).click();
    await Promise.all([one, two].map(({ page }) => takeButton(page).waitFor()));
    await Promise.all([one.close(), two.close()]);
    await Promise.allSettled([isFirst, isSecond]);
  });

  it('does one thing to many, says what became of each, and keeps those that failed chosen', async () => {
    const second = await api.as(UNITS.b, 'head');
    const reader = await secretary();
    const { page } = reader;
    await rows(page).first().waitFor();
    await page.getByRole('checkbox', { name: NOMINEES[4] }).check();
    await page.getByRole('checkbox', { name: NOMINEES[5] }).check();
    await page.getByText('Đã chọn 2 việc').waitFor();
    await second.post('/api/v1/tasks/nomination:n-5:1/claim');
    await page.getByRole('toolbar').getByRole('button', { name: 'Thông qua' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Thông qua' }).click();
    await dialog.getByText('Xong 1 việc; 1 việc chưa được, vẫn giữ dấu chọn trong danh sách.').waitFor();
    await dialog.getByText(/Người khác đang xử lý việc này/).waitFor();
    expect(await reader.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    await page.getByText('Đã chọn 1 việc').waitFor();
    await page.getByRole('checkbox', { name: NOMINEES[5], checked: true }).waitFor();
    await reader.close();
  });

  it('hands a task on by name with a reason, and puts it off to a day', async () => {
    const reader = await secretary('/inbox?task=nomination:n-0:1');
    const { page } = reader;
    await heading(page, NOMINEES[0]).waitFor();
    await page.getByRole('button', { name: 'Giao, hẹn' }).click();
    await page.getByRole('menuitem', { name: 'Hẹn xem lại' }).click();
    await page.getByRole('textbox', { name: 'Ngày xem lại' }).fill('10/10/2024');
    await page.getByRole('dialog').getByRole('button', { name: 'Hẹn xem lại' }).click();
    await detail(page).getByText('Hẹn xem lại 10/10/2024').waitFor();

    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Nhờ làm thay' }).click();
    await reader.missing(2);
    await dialog.getByRole('combobox', { name: 'Người nhận' }).fill('nguoi ban officer');
    await page.getByRole('option', { name: /officer/ }).click();
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Đi công tác');
    expect(await reader.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Nhờ làm thay' }).click();
    await detail(page)
      .getByText(/^Đang được Người ban-thi-dua officer xử lý/)
      .waitFor();
    await reader.close();
  });
});
