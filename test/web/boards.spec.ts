import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CAMPAIGN, UNITS } from '../domain/support/people.js';
import { ApiUnderTest, ROUND } from '../integration/api/api-under-test.js';
import { accepted, engine, operator, personId } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { nominate } from './support/province-at-work.js';
import { Reader, type Look } from './support/reader.js';
import { LOOKS, soundAt } from './support/sound.js';

let api: ApiUnderTest;
let browser: Browser;
const open = (look?: Look): Promise<Reader> => Reader.open(browser, api, look);
const LIST = `/rounds/${ROUND}/list`;

(withoutBrowser() ? describe.skip : describe)('the boards in a browser', () => {
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    for (const unitId of [UNITS.a, UNITS.b]) {
      const input = { campaignId: CAMPAIGN, key: 'plan', occurrence: 'once', unitId };
      await accepted(api.world, { actor: engine, name: 'openObligation', input });
    }
    await accepted(api.world, {
      actor: operator,
      name: 'defineCluster',
      input: {
        clusterId: 'cum-1',
        kind: 'cluster',
        name: { vi: 'Cụm thi đua số 1', en: 'Cluster 1' },
        years: [{ year: 2024, leader: UNITS.leader, members: [UNITS.a, UNITS.b, UNITS.leader] }],
      },
    });
    await nominate(api, ['Hộ bà Bùi Thị Mến', 'Hộ ông Hà Văn Ửng']);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('urges one late unit with one press and the others together; nobody twice a day', async () => {
    const reader = await open();
    const { page } = reader;
    await reader.signIn(UNITS.lead, 'officer', '/boards');
    await page.getByRole('button', { name: `Đôn đốc: ${UNITS.a}, Ban hành kế hoạch` }).click();
    await page.getByText('Đã đôn đốc 1 nhiệm vụ').waitFor();
    const first = page.getByRole('article', { name: new RegExp(UNITS.a) });
    await first.getByText('đã đôn đốc hôm nay').waitFor();
    await first.getByText(/01\/10\/2024: đôn đốc đến Người don-vi-a/).waitFor();
    await page.getByRole('checkbox', { name: 'Chọn tất cả nhiệm vụ đôn đốc được' }).check();
    expect(await reader.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Đôn đốc 1 nhiệm vụ đã chọn' }).click();
    await page
      .getByRole('article', { name: new RegExp(UNITS.b) })
      .getByText('đã đôn đốc hôm nay')
      .waitFor();
    await reader.gone(page.getByRole('button', { name: /^Đôn đốc/ }));
    await reader.close();
  });

  it('shows the leader of a cluster its members, and has a pledge confirmed on the spot', async () => {
    const unit = await api.as(UNITS.a, 'officer');
    const registered = await unit.post('/api/v1/registrations', {
      campaignId: CAMPAIGN,
      unitId: UNITS.a,
      head: personId(UNITS.a, 'head'),
      pledges: [{ key: 'k1', text: 'Mỗi tổ một mô hình', own: true }],
      signature: { kind: 'paper', on: '2024-09-30' },
    });
    expect(registered.status).toBe(201);
    const reader = await open();
    const { page } = reader;
    await reader.signIn(UNITS.leader, 'officer', `/boards?board=cluster&campaign=${CAMPAIGN}`);
    await page.getByRole('row', { name: new RegExp(UNITS.a) }).waitFor();
    await reader.loaded();
    expect(await page.getByRole('combobox', { name: 'Cụm, khối' }).inputValue()).toContain('đơn vị tôi làm trưởng');
    await page.getByRole('button', { name: new RegExp(`^Xác nhận: .*${UNITS.a}`) }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('Đã xử lý').waitFor();
    const pledge = await api.world.reader.all([{ kind: 'registration', id: `${CAMPAIGN}.${UNITS.a}` }]);
    expect(pledge.state('registration', `${CAMPAIGN}.${UNITS.a}`)?.status).toBe('confirmed');
    await reader.close();
  });

  it('prints the submission list of a round with names, awards and achievements', async () => {
    const reader = await open();
    const { page } = reader;
    await reader.signIn(UNITS.lead, 'officer', '/boards?board=lists');
    await page
      .getByRole('link', { name: /^Xem danh sách: Khen thưởng hằng năm 2024$/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Danh sách dự kiến trình khen thưởng' }).waitFor();
    const row = page.getByRole('row', { name: /Hộ bà Bùi Thị Mến/ });
    expect(await row.textContent()).toContain('Trồng 5 ha cam');
    await page.getByText('Tổng cộng: 2 trường hợp').waitFor();
    const stranger = await api.as(UNITS.b, 'officer');
    expect((await stranger.get(`/api/v1/rounds/${ROUND}/submission-list`)).status).toBe(403);
    await reader.close();
  });

  it.each(LOOKS)('are accessible and fit: $language, $colours, $width', async (look) => {
    const reader = await open(look);
    await reader.signIn(UNITS.lead, 'head', '/boards');
    await soundAt(reader, ['/boards', `/boards?board=cluster&campaign=${CAMPAIGN}`, '/boards?board=lists', LIST]);
    await reader.close();
  });
});
