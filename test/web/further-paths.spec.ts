import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import { both, UNITS } from '../domain/support/people.js';
import { campaignFile } from '../domain/support/sample-province-campaign.js';
import { ApiUnderTest, eachOf, listAt } from '../integration/api/api-under-test.js';
import { accepted, engine, launch } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { sound } from './support/sound.js';
import { Walk } from './support/walk.js';

const ID = 'viec-hang-ngay';
const ACTIVITY = 'Chuyên trang về phong trào';
const EXAMPLE = 'Bà Hà Thị Nhung';

/** A campaign that is sent out, keeps a register of examples and has a target its yearly report feeds. */
const file: CampaignFile = {
  ...campaignFile,
  id: ID,
  name: both('Phong trào việc hằng ngày'),
  distribution: [
    {
      key: 'don-vi',
      text: both('Các sở, ban, ngành'),
      to: { unitIds: [UNITS.b] },
      at: ['launch'],
      purpose: 'carry-out',
      acknowledge: true,
    },
  ],
  exampleRegister: {
    levels: [{ key: 'tinh', name: both('Cấp tỉnh'), recognisedBy: { roles: ['issuer'] } }],
    stages: [{ key: 'phat-hien', name: both('Phát hiện') }],
    introducedBy: { scope: ['all'] },
  },
  targetsNote: undefined,
  targets: [
    {
      key: 'ho-tro',
      text: both('Hỗ trợ hộ trồng cam'),
      unit: 'hộ',
      comparison: 'at-least',
      mode: 'cumulative',
      points: [{ due: '2025-12-31', value: 1000 }],
    },
  ],
  obligations: campaignFile.obligations.map((duty) =>
    duty.key !== 'report'
      ? duty
      : {
          ...duty,
          fields: (duty.fields ?? []).map((field) =>
            field.key === 'households' ? { ...field, target: 'ho-tro', counts: 'total' as const } : field,
          ),
        },
  ),
};

(withoutBrowser() ? describe.skip : describe)('ways people go beside the way of a nomination', () => {
  let api: ApiUnderTest;
  let browser: Browser;
  let walk: Walk;

  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
    walk = new Walk(browser, api, {});
    await launch(api.world, file);
    for (const [key, unitId] of [
      ['guidance', UNITS.lead],
      ['report', UNITS.b],
    ] as const) {
      const input = { campaignId: ID, key, occurrence: '2024', unitId };
      await accepted(api.world, { actor: engine, name: 'openObligation', input });
    }
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  it('S3-60 whom a document was sent to says that they have it', async () => {
    const { t } = walk;
    await walk.as(UNITS.b, 'officer', '/inbox', async (reader) => {
      const { page } = reader;
      await page
        .getByRole('list', { name: t.inbox.list })
        .getByRole('button', { name: t.acts.acknowledgeDocument })
        .click();
      await page.getByText('Nơi nhận: Các sở, ban, ngành').waitFor();
      await page.getByText('0/1 nơi đã xác nhận').waitFor();
      await walk.end(reader, t.acts.acknowledgeDocument);
    });
    const officer = await api.as(UNITS.b, 'officer');
    const { body } = await officer.get(`/api/v1/dispatches?campaign=${ID}`);
    const [dispatch] = eachOf(body, 'items', 'id');
    const sent = await officer.get(`/api/v1/dispatches/${String(dispatch)}`);
    expect(eachOf(sent.body, 'recipients', 'acknowledged')).not.toContain(null);
  });

  it('S0-27 S0-38 a unit records what it did, and reads it on its desk', async () => {
    const { t } = walk;
    await walk.as(UNITS.a, 'officer', '/desk', async (reader) => {
      const { page } = reader;
      await page.getByRole('button', { name: t.desk.activity }).click();
      const form = page.getByRole('form', { name: t.desk.activity });
      const send = form.getByRole('button', { name: t.desk.activity });
      await form.getByRole('combobox', { name: t.desk.campaign }).click();
      await page.getByRole('option', { name: 'Phong trào việc hằng ngày' }).click();
      await send.click();
      await reader.missing(3);
      await form.getByRole('combobox', { name: t.desk.kind }).click();
      await page.getByRole('option', { name: /^Tuyên truyền/i }).click();
      await form.getByRole('textbox', { name: t.desk.what }).fill(ACTIVITY);
      await form.getByRole('textbox', { name: t.desk.from }).fill('30/09/2024');
      await form.getByRole('textbox', { name: t.desk.result }).fill('Hai bài viết');
      await sound(reader);
      await send.click();
      await page.getByText(t.desk.activityDone).waitFor();
      await page.getByRole('region', { name: t.desk.activities }).getByText(t.desk.heldOn('30/09/2024')).waitFor();
    });
    const { body } = await (await api.as(UNITS.a, 'officer')).get(`/api/v1/activities?campaign=${ID}`);
    expect(listAt(body, 'items')).toMatchObject([{ kind: 'communication', on: '2024-09-30' }]);
  });

  it('S0-35 S0-41 an example is introduced, proposed by its unit and recognised by the province', async () => {
    const { t } = walk;
    await walk.as(UNITS.a, 'officer', '/desk', async (reader) => {
      const { page } = reader;
      await page.getByRole('button', { name: t.desk.example }).click();
      const form = page.getByRole('form', { name: t.desk.example });
      await form.getByRole('combobox', { name: t.desk.campaign }).click();
      await page.getByRole('option', { name: 'Phong trào việc hằng ngày' }).click();
      await form.getByRole('combobox', { name: t.desk.kind }).click();
      await page.getByRole('option').first().click();
      await form.getByRole('combobox', { name: t.desk.subjectKind }).click();
      await page.getByRole('option', { name: 'Nông dân' }).click();
      await form.getByRole('textbox', { name: t.desk.exampleName }).fill(EXAMPLE);
      await form.getByRole('textbox', { name: t.desk.exampleWhy }).fill('Chuyển 3 ha ngô sang cam, giúp 12 hộ');
      await sound(reader);
      await form.getByRole('button', { name: t.desk.example }).click();
      await page.getByText(t.desk.exampleDone).waitFor();
    });
    await walk.as(UNITS.a, 'officer', '/inbox', async (reader) => {
      const { page } = reader;
      const pane = await walk.openTask(reader, EXAMPLE);
      await pane.getByRole('button', { name: 'Đề nghị công nhận' }).click();
      const form = page.getByRole('form', { name: 'Đề nghị công nhận' });
      await form.getByRole('combobox', { name: 'Cấp công nhận' }).click();
      await page.getByRole('option', { name: 'Cấp tỉnh' }).click();
      await form.getByRole('button', { name: 'Đề nghị công nhận' }).click();
      await page.getByText('Đã đề nghị công nhận.').waitFor();
    });
    await walk.as(UNITS.province, 'head', '/inbox', async (reader) => {
      const pane = await walk.openTask(reader, EXAMPLE);
      await pane.getByText('Chuyển 3 ha ngô sang cam, giúp 12 hộ').waitFor();
      await walk.end(reader, t.acts.recogniseExample, { [t.acts.number]: '33/QĐ-UBND', [t.acts.date]: '01/10/2024' });
    });
    const register = await (await api.as(UNITS.a, 'officer')).get(`/api/v1/examples?campaign=${ID}`);
    expect(listAt(register.body, 'items')).toMatchObject([{ name: EXAMPLE, level: 'tinh' }]);
  });

  it('S0-33 the lead agency opens an award round by recording the document that guides it', async () => {
    await walk.as(UNITS.lead, 'officer', `/campaigns/${ID}`, async (reader) => {
      const { page } = reader;
      // The rounds of the year and of the mid-term review wait for the same document.
      await page.getByRole('button', { name: 'Ghi nhận văn bản hướng dẫn 2024' }).first().click();
      const form = page.getByRole('form', { name: 'Ghi nhận văn bản hướng dẫn' });
      await form.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill('12/HD-SNN');
      await form.getByRole('textbox', { name: 'Ngày văn bản' }).fill('30/09/2024');
      await form.getByRole('button', { name: 'Ghi nhận văn bản hướng dẫn' }).click();
      await page.getByText('Đã ghi nhận; đợt khen thưởng mở theo lịch').waitFor();
      const input = { campaignId: ID, key: 'annual', occurrence: '2024' };
      await accepted(api.world, { actor: engine, name: 'openRound', input });
      // Nobody reloads: the page is told that the round is open.
      await page.getByText(/2024 đóng ngày 31\/10\/2024/).waitFor();
      await page.getByText('đang nhận hồ sơ', { exact: true }).waitFor();
      await sound(reader);
    });
  });

  it('S2-20 a unit enters what it reached of a target, and the leader reads it against the target', async () => {
    const { t } = walk;
    await walk.as(UNITS.b, 'officer', '/desk', async (reader) => {
      const { page } = reader;
      await page.getByRole('link', { name: t.desk.report }).click();
      await page.getByRole('textbox', { name: 'Kết quả' }).fill('Đã hỗ trợ trồng cam ở ba xã');
      await page.getByRole('textbox', { name: 'Số hộ' }).fill('1.250');
      await page.getByRole('button', { name: t.forms.submit }).click();
      await page.getByText(t.forms.submitted).waitFor();
    });
    await walk.as(UNITS.lead, 'officer', '/inbox', async (reader) => {
      await walk.openTask(reader, UNITS.b);
      await reader.page.getByText('1.250').waitFor();
      await walk.end(reader, t.acts.accept);
    });
    await walk.as(UNITS.province, 'head', `/campaigns/${ID}?part=targets`, async (reader) => {
      const { page } = reader;
      const row = page.getByRole('table', { name: 'Hỗ trợ hộ trồng cam' }).getByRole('row', { name: /31\/12\/2025/ });
      await row.getByText('1.250').waitFor();
      await sound(reader);
      expect(await row.textContent()).toContain('1.000');
    });
  });
});
