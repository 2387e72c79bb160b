import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '../../libs/domain/access/actor.js';
import { CAMPAIGN, UNITS } from '../domain/support/people.js';
import { ApiUnderTest, dig, textAt } from '../integration/api/api-under-test.js';
import { accepted, engine, personId } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { nominate, NOMINEES } from './support/province-at-work.js';
import { Reader, type Look } from './support/reader.js';

const WHO = NOMINEES.slice(0, 2);
let api: ApiUnderTest;
let browser: Browser;
let sessionId: string;

async function reader(unit: string, role: Role, to = '/inbox', look?: Look): Promise<Reader> {
  const opened = await Reader.open(browser, api, look);
  await opened.signIn(unit, role, to);
  return opened;
}
const list = (page: Page) => page.getByRole('list', { name: 'Danh sách việc' });

async function toCouncil(): Promise<void> {
  await nominate(api, WHO);
  const [secretary, lead] = [await api.as(UNITS.standing, 'secretary'), await api.as(UNITS.lead, 'officer')];
  for (const i of WHO.keys()) {
    await secretary.post(`/api/v1/nominations/n-${String(i)}/approval`, { visit: 1 });
    await lead.post(`/api/v1/nominations/n-${String(i)}/approval`, { visit: 2 });
  }
  const council = await api.as(UNITS.council, 'secretary');
  const agenda = WHO.map((_, i) => ({ nominationId: `n-${String(i)}`, visit: 3 }));
  const about = { campaignId: CAMPAIGN, councilId: UNITS.council, date: '2024-10-01', members: 9, agenda };
  sessionId = textAt((await council.post('/api/v1/sessions', about)).body, 'result.sessionId');
}

(withoutBrowser() ? describe.skip : describe)('what a task is about', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    await toCouncil();
    for (const [key, occurrence] of [
      ['plan', 'once'],
      ['report', '2024'],
    ] as const) {
      const input = { campaignId: CAMPAIGN, key, occurrence, unitId: UNITS.b };
      await accepted(api.world, { actor: engine, name: 'openObligation', input });
    }
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('a council session shows its agenda, and takes what the tellers counted of each nominee', async () => {
    const secretary = await reader(UNITS.council, 'secretary');
    const { page } = secretary;
    const form = page.getByRole('form', { name: 'Ghi kết quả họp Hội đồng' });
    await form.getByRole('textbox', { name: 'Số thành viên có mặt' }).fill('8');
    const votes = async (who: string, [inFavour, against, blank]: readonly [string, string, string]) => {
      await form.getByRole('textbox', { name: `Tán thành: ${who}`, exact: true }).fill(inFavour);
      await form.getByRole('textbox', { name: `Không tán thành: ${who}` }).fill(against);
      await form.getByRole('textbox', { name: `Phiếu trắng: ${who}` }).fill(blank);
    };
    const conclude = (who: string, word: string) =>
      form.getByRole('group', { name: who }).getByRole('radio', { name: word, exact: true }).check();
    await votes(WHO[0] ?? '', ['8', '1', '0']);
    await form.getByText('Tổng số phiếu nhiều hơn số người có mặt.').waitFor();
    await form.getByRole('button', { name: 'Ghi kết quả' }).click();
    await form.getByText('Không được để trống.').first().waitFor();
    expect(await secretary.violations()).toEqual([]);
    await votes(WHO[0] ?? '', ['7', '1', '0']);
    await conclude(WHO[0] ?? '', 'Đề nghị khen thưởng');
    await votes(WHO[1] ?? '', ['2', '5', '1']);
    await conclude(WHO[1] ?? '', 'Không đề nghị');
    await form.getByRole('textbox', { name: 'Số biên bản' }).fill('05/BB-HĐ');
    await form.getByRole('textbox', { name: 'Ngày biên bản' }).fill('01/10/2024');
    await form.getByRole('button', { name: 'Ghi kết quả' }).click();
    await page.getByText('Đã ghi kết quả họp Hội đồng.').waitFor();
    const { body } = await (await api.as(UNITS.council, 'secretary')).get(`/api/v1/sessions/${sessionId}`);
    expect(body).toMatchObject({ status: 'recorded', present: 8, minutes: { number: '05/BB-HĐ', date: '2024-10-01' } });
    expect(dig(body, 'dossiers.0.count')).toMatchObject({ inFavour: 7, outcome: 'approved' });
    const second = await (await api.as(UNITS.standing, 'secretary')).get('/api/v1/nominations/n-1');
    expect(second.body['status']).toBe('declined');
    await secretary.close();
  });

  it.each<Look>([
    { language: 'en', colours: 'dark', width: 360, height: 740 },
    { language: 'vi', colours: 'light' },
  ])('the page of a session can be read by everyone: %j', async (look) => {
    const secretary = await reader(UNITS.council, 'secretary', `/sessions/${sessionId}`, look);
    await secretary.page.getByText(/05\/BB-HĐ/).waitFor();
    await secretary.loaded();
    expect(await secretary.page.getByRole('link', { name: WHO[0] ?? '' }).count()).toBe(1);
    expect(await secretary.violations()).toEqual([]);
    expect(await secretary.overflows()).toBe(false);
    await secretary.close();
  });

  it('a duty is said in the words of its campaign and fulfilled by its document; a report leads to its form', async () => {
    const officer = await reader(UNITS.b, 'officer');
    const { page } = officer;
    await list(page).getByText('Báo cáo năm').first().click();
    await page.getByRole('link', { name: 'Viết báo cáo' }).waitFor();
    await list(page).getByText('Ban hành kế hoạch').first().click();
    await page.getByRole('button', { name: 'Báo cáo bằng văn bản' }).click();
    const dialog = page.getByRole('dialog', { name: 'Báo cáo bằng văn bản' });
    await dialog.getByRole('textbox', { name: 'Ngày văn bản' }).fill('30/09/2024');
    await dialog.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill('12/KH-UBND');
    await dialog.getByRole('button', { name: 'Báo cáo bằng văn bản' }).click();
    await page.getByText('Đã ghi nhận hoàn thành.').waitFor();
    expect(await officer.violations()).toEqual([]);
    await officer.close();
  });

  it('a report shows every field under its own label to who takes it', async () => {
    const officer = await api.as(UNITS.b, 'officer');
    const fields = { result: 'Đã hỗ trợ 12 hộ trồng cam', households: 1250 };
    const obligationId = `${CAMPAIGN}.report.2024.${UNITS.b}`;
    expect((await officer.post('/api/v1/reports', { obligationId, fields })).status).toBe(201);
    const lead = await reader(UNITS.lead, 'officer');
    const { page } = lead;
    await page.getByRole('heading', { name: 'Số hộ' }).waitFor();
    await page.getByText('1.250').waitFor();
    await page.getByText('Đã hỗ trợ 12 hộ trồng cam').waitFor();
    expect(await lead.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Tiếp nhận báo cáo', exact: true }).click();
    await page
      .getByRole('form', { name: 'Tiếp nhận báo cáo' })
      .getByRole('button', { name: 'Tiếp nhận báo cáo' })
      .click();
    await page.getByText('Đã ghi nhận.').waitFor();
    await lead.close();
  });

  it('results of a pledge are told entry by entry and assessed by who confirmed it', async () => {
    const pledges = [
      { key: 'plan-issued', own: false, text: 'Ban hành kế hoạch đúng hạn' },
      { key: 'rieng-1', own: true, text: 'Mô hình cam an toàn', target: 5, unit: 'mô hình' },
    ];
    const head = personId(UNITS.b, 'head');
    const officer = await api.as(UNITS.b, 'officer');
    const registered = await officer.post('/api/v1/registrations', {
      campaignId: CAMPAIGN,
      unitId: UNITS.b,
      head,
      pledges,
    });
    expect(registered.status).toBe(201);
    const registrationId = `${CAMPAIGN}.${UNITS.b}`;
    const path = `/api/v1/registrations/${registrationId}`;
    const [unit = '', role = ''] = textAt((await officer.get(path)).body, 'open.1.queue').split('/');
    await (await api.as(unit, role as Role)).post(`${path}/confirmation`, { visit: 1 });

    const own = await reader(UNITS.b, 'officer', '/desk');
    await own.page.getByRole('link', { name: 'Báo cáo kết quả' }).click();
    await own.page.getByRole('button', { name: 'Gửi kết quả' }).click();
    await own.page.getByText('Không được để trống.').first().waitFor();
    await own.page.getByRole('radio', { name: 'Đạt', exact: true }).check();
    await own.page.getByRole('textbox', { name: 'Đạt được: Mô hình cam an toàn' }).fill('4');
    await own.page
      .getByRole('textbox', { name: /Mô hình cam an toàn$/ })
      .last()
      .fill('Một mô hình bị lũ');
    expect(await own.violations()).toEqual([]);
    await own.page.getByRole('button', { name: 'Gửi kết quả' }).click();
    await own.page.getByText('Đã gửi kết quả giao ước.').waitFor();
    await own.close();

    const assessor = await reader(unit, role as Role);
    const { page } = assessor;
    await list(page).getByText('Đánh giá kết quả giao ước').first().click();
    await page.getByText('Đăng ký: 5 mô hình · Đạt được: 4').waitFor();
    await page.getByText('Đơn vị giải trình: Một mô hình bị lũ').waitFor();
    expect(await assessor.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Ghi đánh giá' }).click();
    await page.getByText('Đã ghi đánh giá giao ước.').waitFor();
    expect(dig((await officer.get(path)).body, 'results.status')).toBe('assessed');
    await assessor.close();
  });
});
