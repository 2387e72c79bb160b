import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { CAMPAIGN, UNITS } from '../domain/support/people.js';
import { loadRulesInto } from '../../apps/cli/seed.js';
import { ApiUnderTest, PASSWORD } from '../integration/api/api-under-test.js';
import { accepted, engine, operator, personId } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { Reader, type Look } from './support/reader.js';
import { LOOKS, sound, soundAt } from './support/sound.js';

const PARTS = ['units', 'clusters', 'people', 'rules', 'register', 'calendar', 'mail', 'engine', 'worlds'] as const;
let api: ApiUnderTest;
let browser: Browser;

const open = (look?: Look): Promise<Reader> => Reader.open(browser, api, look);
const choose = async (reader: Reader, label: string, option: string | RegExp): Promise<void> => {
  await reader.page.getByRole('combobox', { name: label, exact: true }).click();
  await reader.page.getByRole('option', { name: option }).first().click();
};

(withoutBrowser() ? describe.skip : describe)('the administration in a browser', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    await loadRulesInto(api.world);
    const input = { campaignId: CAMPAIGN, key: 'report', occurrence: '2024', unitId: UNITS.b };
    await accepted(api.world, { actor: engine, name: 'openObligation', input });
    await accepted(api.world, {
      actor: operator,
      name: 'defineUnit',
      input: {
        unitId: 'so-moi',
        type: 'province-department',
        name: { vi: 'Sở mới', en: 'New department' },
        validFrom: '2024-01-01',
        confidence: 'V',
      },
    });
    await api.world.pool.query({
      text: `update ops_notice set error = 'NO_ADDRESS', attempts = 3, retry_at = clock_timestamp() + interval '1 hour'
        where channel = 'email' and recipient = $1`,
      values: [personId(UNITS.b, 'officer')],
    });
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('finds a unit and carries a merger out by its document; positions go on at the successor', async () => {
    const reader = await open();
    const { page } = reader;
    await reader.signIn(UNITS.province, 'admin', '/admin');
    await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('don vi b');
    await page.getByRole('link', { name: UNITS.b }).click();
    await page.getByRole('heading', { name: UNITS.b }).waitFor();
    await page.getByRole('button', { name: 'Thực hiện sắp xếp theo văn bản' }).click();
    const dialog = page.getByRole('dialog', { name: `Sắp xếp ${UNITS.b}` });
    await dialog.getByRole('button', { name: 'Thực hiện sắp xếp theo văn bản' }).click();
    await dialog.getByText('Không được để trống.').first().waitFor();
    expect(await reader.violations()).toEqual([]);
    await choose(reader, 'Hình thức', 'Sáp nhập, hợp nhất');
    await choose(reader, 'Đơn vị tiếp nhận', /Sở mới/);
    await dialog.getByRole('textbox', { name: 'Ngày đầu tiên của đơn vị tiếp nhận' }).fill('01/07/2025');
    await dialog.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill('202/2025/QH15');
    await dialog.getByRole('textbox', { name: 'Ngày văn bản' }).fill('12/09/2024');
    await dialog.getByRole('button', { name: 'Thực hiện sắp xếp theo văn bản' }).click();
    await page
      .getByText(/Sáp nhập, hợp nhất: Sở mới tiếp nhận từ 01\/07\/2025/)
      .first()
      .waitFor();
    const unit = await api.world.reader.state('unit', UNITS.b);
    expect(unit?.state).toMatchObject({ validTo: '2025-06-30', succession: { to: 'so-moi', kind: 'merged' } });
    await reader.close();
  });

  it('takes a merger that was recorded by mistake back with a reason, as long as nothing stands on it', async () => {
    const succeeded = await (
      await api.as(UNITS.province, 'admin')
    ).post('/api/v1/units/so-moi/succession', {
      kind: 'merged',
      to: UNITS.a,
      on: '2025-09-01',
      document: { number: '303/NQ', date: '2024-09-20' },
    });
    expect(succeeded.status).toBe(201);
    const reader = await open();
    const { page } = reader;
    const act = 'Rút lại việc sắp xếp';
    const takeBack = async (unit: string, called: string): Promise<Locator> => {
      await page.goto(new URL(`/admin?unit=${unit}&world=${api.world.name}`, api.url).href);
      await page.getByRole('heading', { name: called, level: 2 }).waitFor();
      await page.getByRole('button', { name: act }).click();
      return page.getByRole('dialog', { name: `${act} ${called}` });
    };
    await reader.signIn(UNITS.province, 'admin', '/admin');
    const refused = await takeBack(UNITS.b, UNITS.b);
    await refused.getByRole('button', { name: act }).click();
    await refused.getByText('Không được để trống.').waitFor();
    await refused.getByRole('textbox', { name: 'Lý do' }).fill('Ghi nhầm đơn vị tiếp nhận');
    await refused.getByRole('button', { name: act }).click();
    // What stands on it is named, and what was typed is still there.
    await refused
      .getByRole('alert')
      .getByText(/đã có việc dựa trên lần sắp xếp này: .*so-moi/)
      .waitFor();
    expect(await refused.getByRole('textbox', { name: 'Lý do' }).inputValue()).toBe('Ghi nhầm đơn vị tiếp nhận');
    expect(await reader.violations()).toEqual([]);

    for (const [unit, called] of [
      ['so-moi', 'Sở mới'],
      [UNITS.b, UNITS.b],
    ] as const) {
      const dialog = await takeBack(unit, called);
      await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Ghi nhầm đơn vị tiếp nhận');
      await dialog.getByRole('button', { name: act }).click();
      await page.getByText('Đã rút lại việc sắp xếp.').waitFor();
      // It can be carried out anew, and the history keeps that it was taken back, and why.
      await page.getByRole('button', { name: 'Thực hiện sắp xếp theo văn bản' }).waitFor();
      await page.getByText('Ghi nhầm đơn vị tiếp nhận').waitFor();
      const state = (await api.world.reader.state('unit', unit))?.state;
      expect([state?.succession, state?.validTo]).toEqual([undefined, undefined]);
    }
    await sound(reader);
    await reader.close();
  }, 240_000);

  it('appoints somebody for a term and ends a position', async () => {
    const reader = await open();
    const { page } = reader;
    await reader.signIn(UNITS.province, 'admin', '/admin?part=people');
    await page.getByRole('searchbox', { name: 'Tìm theo tên' }).fill('don-vi-a head');
    await page.getByRole('link', { name: `Người ${UNITS.a} head` }).click();
    await page.getByRole('button', { name: 'Giao chức vụ' }).click();
    const dialog = page.getByRole('dialog', { name: /Giao chức vụ cho/ });
    await dialog.getByRole('combobox', { name: 'Đơn vị' }).click();
    await page.getByRole('option', { name: new RegExp(UNITS.council) }).click();
    await choose(reader, 'Vai trò', 'Thành viên Hội đồng');
    await dialog.getByRole('textbox', { name: 'Từ ngày' }).fill('01/01/2024');
    await dialog.getByRole('textbox', { name: 'Đến hết ngày' }).fill('31/12/2026');
    await dialog.getByRole('button', { name: 'Giao chức vụ' }).click();
    await page.getByText('thành viên Hội đồng · từ 01/01/2024 đến hết 31/12/2026').waitFor();
    await page.getByRole('button', { name: /^Kết thúc: Thành viên Hội đồng/ }).click();
    const ending = page.getByRole('dialog', { name: /Kết thúc/ });
    await ending.getByRole('textbox', { name: 'Đến hết ngày' }).fill('30/09/2024');
    await page.keyboard.press('Tab');
    await ending.getByRole('button', { name: 'Kết thúc' }).click();
    await page.getByText('đã kết thúc').waitFor();
    await page.getByText(/Giao chức vụ \(thành viên Hội đồng\) tại hoi-dong/).waitFor();
    await reader.close();
  });

  it('C06 defines a cluster, names its units of a year, and gives it another leader', async () => {
    const reader = await open();
    const { page } = reader;
    await reader.signIn(UNITS.province, 'admin', '/admin?part=clusters');
    await page.getByRole('button', { name: 'Khai báo cụm, khối' }).click();
    const dialog = page.getByRole('dialog', { name: 'Khai báo cụm, khối' });
    await dialog.getByRole('textbox', { name: 'Mã cụm, khối' }).fill('cum-so-nganh');
    await choose(reader, 'Loại', 'Khối thi đua');
    await dialog.getByRole('textbox', { name: 'Tên tiếng Việt' }).fill('Khối các sở, ngành');
    await dialog.getByRole('textbox', { name: 'Tên tiếng Anh' }).fill('Block of departments');
    await dialog.getByRole('button', { name: 'Khai báo cụm, khối' }).click();
    await page.getByRole('heading', { name: 'Khối các sở, ngành', level: 2 }).waitFor();
    await page.getByText('Chưa lập danh sách năm nào.').waitFor();

    await page.getByRole('button', { name: 'Lập danh sách năm' }).click();
    const year = page.getByRole('dialog', { name: /lập danh sách năm/ });
    expect(await year.getByRole('textbox', { name: 'Năm' }).inputValue()).toBe('2024');
    await choose(reader, 'Đơn vị trưởng', new RegExp(UNITS.a));
    const members = year.getByRole('combobox', { name: 'Thành viên' });
    for (const unit of [UNITS.a, UNITS.leader]) {
      await members.fill(unit);
      await page.getByRole('option', { name: new RegExp(unit) }).click();
    }
    await page.keyboard.press('Escape');
    expect(await reader.violations()).toEqual([]);
    await year.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('link', { name: 'Năm 2024' }).waitFor();

    await page.getByRole('button', { name: 'Đổi đơn vị trưởng' }).click();
    const leading = page.getByRole('dialog', { name: /đổi đơn vị trưởng năm 2024/ });
    await choose(reader, 'Đơn vị trưởng', new RegExp(UNITS.leader));
    await choose(reader, 'Đơn vị phó', new RegExp(UNITS.a));
    await leading.getByRole('textbox', { name: 'Căn cứ, lý do' }).fill('Quyết định 12/QĐ-UBND');
    await leading.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText(`Năm 2024: ${UNITS.leader} làm trưởng, 2 thành viên`).waitFor();
    await page.getByText(`Năm 2024: đơn vị trưởng ${UNITS.leader}, đơn vị phó ${UNITS.a}, 2 thành viên`).waitFor();
    await page.getByText('Quyết định 12/QĐ-UBND').waitFor();
    const { state } = (await api.world.reader.state('cluster', 'cum-so-nganh')) ?? {};
    expect(state?.years).toMatchObject([{ year: 2024, leader: UNITS.leader, deputy: UNITS.a }]);
    await reader.close();
  });

  it('shows what the register of awards holds, and has somebody vouch for the years it is whole', async () => {
    const record = (year: number) => ({
      subject: { kind: 'individual', id: 'cb-1', name: 'Bà Lò Thị T' } as const,
      entry: { what: 'award', award: 'CSTDCS', kind: 'CONG_TRANG' } as const,
      year,
      document: { number: `${String(year)}/QĐ`, date: `${String(year)}-12-20` },
      authority: 'UBND tỉnh',
      unitId: UNITS.a,
    });
    const input = { records: [record(2021), record(2022)] };
    await accepted(api.world, { actor: operator, name: 'recordAwards', input });
    const reader = await open();
    const { page } = reader;
    await reader.signIn(UNITS.province, 'admin', '/admin?part=register');
    const row = page.getByRole('row').filter({ hasText: UNITS.a });
    await row.getByText('2021: 1, 2022: 1').waitFor();
    await row.getByText(/chưa xác nhận/).waitFor();
    await page.getByRole('button', { name: 'Xác nhận sổ đã đủ' }).click();
    const dialog = page.getByRole('dialog', { name: 'Xác nhận sổ đã đủ' });
    await choose(reader, 'Đơn vị', new RegExp(UNITS.a));
    await dialog.getByRole('textbox', { name: 'Từ năm' }).fill('2021');
    await dialog.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill('07/BB-KT');
    await dialog.getByRole('textbox', { name: 'Ngày văn bản' }).fill('12/09/2024');
    await page.keyboard.press('Tab');
    await dialog.getByRole('textbox', { name: 'Căn cứ, lý do' }).fill('Đã đối chiếu hồ sơ lưu');
    expect(await reader.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Xác nhận sổ đã đủ' }).click();
    await row.getByText('từ năm 2021 đến nay').waitFor();
    await row.getByText('theo 07/BB-KT ngày 12/09/2024').waitFor();
    await row.getByRole('button', { name: `Rút xác nhận: ${UNITS.a}` }).click();
    const ending = page.getByRole('dialog', { name: /Rút xác nhận/ });
    await ending.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill('08/BB-KT');
    await ending.getByRole('textbox', { name: 'Ngày văn bản' }).fill('13/09/2024');
    await page.keyboard.press('Tab');
    await ending.getByRole('textbox', { name: 'Căn cứ, lý do' }).fill('Thiếu hồ sơ năm 2021');
    await ending.getByRole('button', { name: 'Rút xác nhận' }).click();
    await row.getByText(/chưa xác nhận/).waitFor();
    await reader.close();
    const officer = await api.as(UNITS.a, 'officer');
    expect((await officer.get('/api/v1/register-coverage')).status).toBe(403);
  });

  it('verifies a rule with its source, and takes that back', async () => {
    const reader = await open();
    const { page } = reader;
    await reader.signIn(UNITS.homeAffairs, 'appraiser', '/admin?part=rules&waiting=true');
    await page
      .getByRole('button', { name: /^Xác minh: / })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: /Xác minh/ });
    await dialog.getByRole('textbox', { name: 'Văn bản gốc đã đối chiếu' }).fill('Công báo số 1/2024');
    await dialog.getByRole('checkbox', { name: /Được dùng để từ chối/ }).check();
    await dialog.getByRole('button', { name: 'Xác minh' }).click();
    await page.getByText('Đã xác minh').waitFor();
    await page.getByRole('checkbox', { name: 'Chỉ dòng cần xác minh' }).uncheck();
    await page.getByText('Nguồn đối chiếu: Công báo số 1/2024').waitFor();
    await page.getByRole('button', { name: /^Rút xác minh: / }).click();
    const withdrawing = page.getByRole('dialog', { name: /Rút xác minh/ });
    await withdrawing.getByRole('textbox', { name: 'Lý do' }).fill('Nhầm văn bản');
    await withdrawing.getByRole('button', { name: 'Rút xác minh' }).click();
    await page.getByText('Đã rút xác minh').waitFor();
    await reader.close();
  });

  it('shows what a changed holiday plans anew before it is saved', async () => {
    const reader = await open();
    const { page } = reader;
    await reader.signIn(UNITS.province, 'admin', '/admin?part=calendar');
    await page.getByRole('textbox', { name: 'Ngày', exact: true }).fill('27/11/2024');
    await page.keyboard.press('Tab');
    await page.getByText(/Lịch nhắc của 1 nhiệm vụ thay đổi/).waitFor();
    await page.getByRole('textbox', { name: 'Tên ngày' }).fill('Nghỉ bù');
    await page.getByRole('textbox', { name: 'Căn cứ' }).fill('Thông báo 1/TB-VPCP');
    await page.getByRole('textbox', { name: 'Lý do thay đổi' }).fill('Công bố mới');
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await page.getByText(/Đã lưu\. Hạn và lịch nhắc/).waitFor();
    await page.getByRole('cell', { name: '27/11/2024', exact: true }).waitFor();
    await reader.close();
  });

  it('has mail that failed tried again', async () => {
    const reader = await open();
    const { page } = reader;
    await reader.signIn(UNITS.province, 'admin', '/admin?part=mail&mail=failing');
    await page.getByText(/người nhận chưa có địa chỉ thư/).waitFor();
    await page.getByRole('button', { name: 'Gửi lại mọi thư chưa gửi được' }).click();
    await page.getByText('Sẽ gửi lại 1 thư').waitFor();
    await reader.close();
  });

  it('opens, resets and closes accounts of the official world; nobody else may, and a closed one cannot sign in', async () => {
    const reader = await open();
    const { page } = reader;
    const id = personId(UNITS.a, 'officer');
    await page.goto(new URL('/admin?part=accounts', api.url).href);
    await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(personId(UNITS.province, 'admin'));
    await page.locator('input[autocomplete="current-password"]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox', { name: 'Tìm theo tên đăng nhập' }).fill(id);
    await page.getByRole('button', { name: `Cấp lại mật khẩu: Người ${UNITS.a} officer` }).click();
    const dialog = page.getByRole('dialog', { name: /Cấp lại mật khẩu/ });
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Quên mật khẩu');
    await dialog.getByRole('button', { name: 'Cấp lại mật khẩu' }).click();
    const password =
      (await page
        .getByRole('dialog', { name: /Mật khẩu tạm/ })
        .locator('code')
        .textContent()) ?? '';
    expect(await reader.violations()).toEqual([]);
    const signIn = (given: string) =>
      api.anonymous({ 'x-requested-with': 'vinhdanh' }).post('/api/v1/auth/sign-in', { username: id, password: given });
    expect((await signIn(PASSWORD)).status).toBe(401);
    expect((await signIn(password)).status).toBe(200);
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    await page.getByRole('button', { name: `Khóa: Người ${UNITS.a} officer` }).click();
    const closing = page.getByRole('dialog', { name: /Khóa/ });
    await closing.getByRole('textbox', { name: 'Lý do' }).fill('Nghỉ hưu');
    await closing.getByRole('button', { name: 'Khóa' }).click();
    await page.getByRole('cell', { name: /Đã khóa/ }).waitFor();
    expect((await signIn(password)).status).toBe(401);
    const officer = await api.officially(UNITS.b, 'officer');
    expect((await officer.get('/api/v1/accounts')).status).toBe(403);
    expect((await officer.post(`/api/v1/accounts/${id}/reopening`, { reason: 'x' })).status).toBe(403);
    await reader.close();
  });

  it.each(LOOKS)('is accessible and fits in every part: $language, $colours, $width', async (look) => {
    const reader = await open(look);
    await reader.signIn(UNITS.province, 'admin', '/admin');
    const paths = [
      ...PARTS.map((part) => `part=${part}`),
      `unit=${UNITS.a}`,
      'part=clusters&cluster=cum-so-nganh',
      `part=people&person=${personId(UNITS.a, 'head')}`,
    ];
    await soundAt(
      reader,
      paths.map((search) => `/admin?${search}`),
      2,
    );
    await reader.close();
  });
});
