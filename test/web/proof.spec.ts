import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { nodeCrypto } from '../../verifier/node.mjs';
import { verifyBundle } from '../../verifier/verify.mjs';
import { queueOf } from '../../libs/domain/access/actor.js';
import { UNITS } from '../domain/support/people.js';
import { ApiUnderTest, dig } from '../integration/api/api-under-test.js';
import { accepted, engine, personId } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { nominate, NOMINEES } from './support/province-at-work.js';
import { Reader } from './support/reader.js';

let api: ApiUnderTest;
let browser: Browser;

(withoutBrowser() ? describe.skip : describe)('the log that proves itself, on the pages', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    await nominate(api);
    await accepted(api.world, {
      actor: engine,
      name: 'raiseAlarm',
      input: { findings: ['leaves', 'guard'], queue: queueOf(UNITS.homeAffairs, 'auditor') },
    });
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('issue 7: an alarm waits in the inbox of an auditor, is taken in hand and concluded on with a reason', async () => {
    const reader = await Reader.open(browser, api);
    await reader.signIn(UNITS.homeAffairs, 'auditor');
    const { page } = reader;
    const detail = page.getByRole('region', { name: 'Chi tiết việc' });
    await detail.getByText('khóa chống sửa của cơ sở dữ liệu bị gỡ').waitFor();
    await detail.getByRole('button', { name: 'Nhận việc' }).click();
    await detail.getByText(/^Anh\/chị đang xử lý từ/).waitFor();
    await detail.getByRole('button', { name: 'Kết luận về báo động' }).click();
    const form = detail.getByRole('form', { name: 'Kết luận về báo động' });
    await form.getByRole('button', { name: 'Kết luận về báo động' }).click();
    await form.getByText('Không được để trống.').first().waitFor();
    expect(await reader.violations()).toEqual([]);
    await form.getByRole('textbox', { name: 'Kết luận' }).fill('Đã thu hồi quyền của tài khoản bảo trì');
    await form.getByRole('button', { name: 'Kết luận về báo động' }).click();
    await detail.getByText('khóa chống sửa của cơ sở dữ liệu bị gỡ').waitFor({ state: 'detached' });
    const auditor = await api.as(UNITS.homeAffairs, 'auditor');
    expect(dig((await auditor.get('/api/v1/log')).body, 'alarm')).toBeNull();
    await reader.close();
  });

  it('issue 7: the file of a dossier is downloaded from its page and verifies', async () => {
    const reader = await Reader.open(browser, api);
    await reader.signIn(UNITS.standing, 'secretary', '/nominations/n-0');
    await reader.loaded();
    const [file] = await Promise.all([
      reader.page.waitForEvent('download'),
      reader.page.getByRole('button', { name: 'Xuất hồ sơ tự chứng minh' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('n-0.vinhdanh.json');
    const { ok, lines } = await verifyBundle(readFileSync(await file.path()), nodeCrypto);
    expect([ok, lines.filter(({ state }) => state === 'failed')]).toEqual([true, []]);
    expect(await reader.page.getByRole('button', { name: 'Xóa dữ liệu cá nhân' }).count()).toBe(0);
    await reader.close();
  });

  it('issue 7: an administrator erases a nominee with a reason, and the page shows that it was done', async () => {
    const reader = await Reader.open(browser, api);
    await reader.signIn(UNITS.homeAffairs, 'admin', '/nominations/n-0');
    const { page } = reader;
    await page.getByRole('heading', { name: NOMINEES[0] }).waitFor();
    await page.getByRole('button', { name: 'Xóa dữ liệu cá nhân' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Căn cứ' }).fill('Đơn yêu cầu ngày 02/10/2024');
    expect(await reader.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Xóa dữ liệu cá nhân' }).click();
    await page.getByRole('heading', { name: NOMINEES[0] }).waitFor({ state: 'detached' });
    await reader.gone(page.getByRole('button', { name: 'Xóa dữ liệu cá nhân' }));
    const shown = await (await api.as(UNITS.standing, 'secretary')).get('/api/v1/nominations/n-0');
    expect(dig(shown.body, 'subject.name')).toBeNull();
    await reader.close();
  });

  it('issue 7: somebody who still serves is not erased, and the administrator is told why', async () => {
    const reader = await Reader.open(browser, api);
    await reader.signIn(UNITS.homeAffairs, 'admin', `/admin?part=people&person=${personId(UNITS.a, 'officer')}`);
    const { page } = reader;
    await page.getByRole('button', { name: 'Xóa dữ liệu cá nhân' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Căn cứ' }).fill('Nhầm người');
    await dialog.getByRole('button', { name: 'Xóa dữ liệu cá nhân' }).click();
    await dialog.getByRole('alert').waitFor();
    await reader.close();
  });
});
