import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CAMPAIGN, UNITS } from '../domain/support/people.js';
import { ApiUnderTest, dig, textAt } from '../integration/api/api-under-test.js';
import { accepted, engine } from '../support/test-world.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import type { Look } from './support/reader.js';
import { sound } from './support/sound.js';
import { Walk } from './support/walk.js';

const HOUSEHOLD = 'Hộ ông Bùi Văn Nhè';
const REASON = 'Thiếu xác nhận của xã về 12 hộ thoát nghèo';
const DECISION = '777/QĐ-UBND';

const looks: readonly Look[] = [
  { language: 'vi', colours: 'light' },
  { language: 'en', colours: 'dark', width: 360, height: 740 },
];

(withoutBrowser() ? describe.skip : describe).each(looks)(
  'issue 6: from the pledge to the public, $language, $colours',
  (look) => {
    let api: ApiUnderTest;
    let browser: Browser;
    let walk: Walk;
    let dossier = '';

    beforeAll(async () => {
      [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
      walk = new Walk(browser, api, look);
      for (const [key, occurrence] of [
        ['registration', 'once'],
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

    it('a unit registers and signs its pledge, and the lead agency confirms it', async () => {
      const { t } = walk;
      await walk.as(UNITS.b, 'officer', '/desk', async (reader) => {
        const { page } = reader;
        await sound(reader);
        await page.getByRole('link', { name: t.desk.register }).click();
        await page.getByRole('combobox', { name: t.forms.head }).click();
        await page.getByRole('option', { name: /don-vi-b head/ }).click();
        await page.getByRole('textbox', { name: t.forms.signedOn }).fill('30/09/2024');
        await sound(reader);
        await page.getByRole('button', { name: t.forms.sign }).click();
        await page.getByText(t.desk.pledgesOf('1', '1')).waitFor();
        await sound(reader);
      });
      await walk.as(UNITS.lead, 'officer', '/inbox', async (reader) => {
        const pane = await walk.openTask(reader, UNITS.b);
        await pane.getByText('Ban hành kế hoạch').waitFor();
        await walk.end(reader, t.acts.confirm);
      });
      const officer = await api.as(UNITS.b, 'officer');
      const { body } = await officer.get(`/api/v1/registrations?unit=${UNITS.b}`);
      expect(dig(body, 'items.0.status')).toBe('confirmed');
    });

    it('a unit reports, mends what comes back, and the lead agency takes it', async () => {
      const { t } = walk;
      const report = (result: string) =>
        walk.as(UNITS.b, 'officer', '/desk', async (reader) => {
          const { page } = reader;
          await page.getByRole('link', { name: t.desk.report }).click();
          await page.getByRole('textbox', { name: 'Kết quả' }).fill(result);
          await page.getByRole('textbox', { name: 'Số hộ' }).fill('1.234');
          await sound(reader);
          await page.getByRole('button', { name: t.forms.submit }).click();
          await page.getByText(t.forms.submitted).waitFor();
        });
      const ended = (act: string, fields: Readonly<Record<string, string>> = {}) =>
        walk.as(UNITS.lead, 'officer', '/inbox', async (reader) => {
          await walk.openTask(reader, UNITS.b);
          await walk.end(reader, act, fields);
        });
      await report('Đã trồng cam.');
      await ended(t.acts.giveBack, { [t.acts.reason]: 'Ghi rõ diện tích' });
      await report('Đã trồng 13 ha cam.');
      await ended(t.acts.accept);
      const officer = await api.as(UNITS.b, 'officer');
      const { body } = await officer.get(`/api/v1/reports/${CAMPAIGN}.report.2024.${UNITS.b}`);
      expect(dig(body, 'status')).toBe('accepted');
    });

    it('a unit nominates a household and submits its dossier', async () => {
      const { t } = walk;
      await walk.as(UNITS.b, 'officer', '/desk', async (reader) => {
        const { page } = reader;
        await page.getByRole('link', { name: t.desk.nominate }).click();
        await page.getByRole('combobox', { name: t.forms.award, exact: true }).click();
        await page.getByRole('option', { name: 'Bằng khen' }).click();
        await page.getByRole('combobox', { name: t.forms.subjectKind }).click();
        await page.getByRole('option', { name: /^(Hộ gia đình|Household)$/i }).click();
        await page.getByRole('textbox', { name: t.forms.subjectName }).fill(HOUSEHOLD);
        await page.getByRole('textbox', { name: t.forms.achievement }).fill('Trồng 5 ha cam, giúp 12 hộ thoát nghèo');
        await sound(reader);
        await page.getByRole('button', { name: t.forms.draft }).click();
        await page.getByRole('heading', { name: HOUSEHOLD, level: 1 }).waitFor();
        await walk.end(reader, t.acts.submit);
        await page.getByRole('region', { name: t.dossier.now }).waitFor();
        dossier = new URL(page.url()).pathname;
        await sound(reader);
      });
    });

    it('it is appraised, returned, supplemented and passed on', async () => {
      const { t } = walk;
      await walk.as(UNITS.standing, 'secretary', '/inbox', async (reader) => {
        const pane = await walk.openTask(reader, HOUSEHOLD);
        await pane.getByText('giúp 12 hộ thoát nghèo').waitFor();
        await walk.end(reader, t.acts.giveBack, { [t.acts.reason]: REASON });
      });
      await walk.as(UNITS.b, 'officer', '/inbox', async (reader) => {
        await walk.openTask(reader, HOUSEHOLD);
        await reader.page.getByRole('link', { name: t.matter.openDossier }).click();
        await reader.page.getByText(REASON).waitFor();
        await walk.end(reader, t.acts.supplement, { [t.acts.answer]: 'Đã bổ sung xác nhận của UBND xã' });
      });
      await walk.as(UNITS.standing, 'secretary', '/inbox', async (reader) => {
        await walk.openTask(reader, HOUSEHOLD);
        await walk.end(reader, t.acts.pass, { [t.acts.note]: 'Hồ sơ đã đủ' });
      });
      await walk.as(UNITS.lead, 'officer', '/inbox', async (reader) => {
        await walk.openTask(reader, HOUSEHOLD);
        await walk.end(reader, t.acts.pass);
      });
    });

    it('the council meets, Home Affairs appraises, the chairman decides, and it is published', async () => {
      const { t } = walk;
      const nominationId = decodeURIComponent(dossier.split('/').at(-1) ?? '');
      await walk.as(UNITS.council, 'secretary', '/inbox', async (reader) => {
        await walk.openTask(reader, HOUSEHOLD);
        await walk.end(reader, t.acts.convene, { [t.acts.sessionDate]: '01/10/2024', [t.acts.members]: '9' });
      });
      const council = await api.as(UNITS.council, 'secretary');
      const sessions = (await council.get(`/api/v1/sessions?campaign=${CAMPAIGN}`)).body;
      await walk.as(UNITS.council, 'secretary', `/sessions/${textAt(sessions, 'items.0.id')}`, async (reader) => {
        const { page } = reader;
        await page.getByRole('textbox', { name: t.session.present }).fill('9');
        for (const [vote, count] of [
          [t.session.inFavour, '8'],
          [t.session.against, '1'],
          [t.session.abstained, '0'],
        ] as const)
          await page.getByRole('textbox', { name: t.session.of(vote, HOUSEHOLD), exact: true }).fill(count);
        await page.getByRole('radio', { name: t.session.approved, exact: true }).check();
        await page.getByRole('textbox', { name: t.session.minutesNumber }).fill('05/BB-HĐ');
        await page.getByRole('textbox', { name: t.session.minutesDate }).fill('01/10/2024');
        await sound(reader);
        await page.getByRole('button', { name: t.session.record }).click();
        await page.getByText(t.session.recorded).waitFor();
        await sound(reader);
      });
      for (const [unit, role] of [
        [UNITS.homeAffairs, 'appraiser'],
        [UNITS.standing, 'secretary'],
        [UNITS.homeAffairs, 'appraiser'],
      ] as const) {
        await walk.as(unit, role, '/inbox', async (reader) => {
          await walk.openTask(reader, HOUSEHOLD);
          await walk.end(reader, t.acts.pass);
        });
      }
      await walk.as(UNITS.province, 'decider', '/inbox', async (reader) => {
        const { page } = reader;
        await walk.openTask(reader, HOUSEHOLD);
        await page.getByRole('button', { name: t.acts.decide }).click();
        await page.getByRole('combobox', { name: t.acts.signer }).click();
        await page.getByRole('option', { name: /ubnd-tinh decider/ }).click();
        await page.getByRole('textbox', { name: t.acts.number }).fill(DECISION);
        await page.getByRole('textbox', { name: t.acts.date }).fill('01/10/2024');
        await sound(reader);
        await page.getByRole('form').getByRole('button', { name: t.acts.decide }).click();
        await page.getByText(t.acts.done).waitFor();
      });
      const state = (await council.get(`/api/v1/nominations/${nominationId}`)).body;
      expect(dig(state, 'decision.number')).toBe(DECISION);
      const visit = Number(dig(state, 'openStep.visit'));
      const input = { nominationId, visit, key: 'publication' } as const;
      await accepted(api.world, { actor: engine, name: 'endTimedStep', input });
    });

    it('an auditor reads its whole history, and can do nothing to it', async () => {
      const { t } = walk;
      await walk.as(UNITS.standing, 'auditor', dossier, async (reader) => {
        const { page } = reader;
        const history = page.getByRole('region', { name: t.history.title });
        await history.getByText(REASON).waitFor();
        await history.getByText(new RegExp(DECISION)).first().waitFor();
        await history.getByText(t.history.everything, { exact: true }).click();
        await sound(reader);
        expect(await page.getByRole('region', { name: t.dossier.acts }).count()).toBe(0);
      });
    });

    it('the lead agency urges a late unit, which reads it', async () => {
      const { t } = walk;
      const text = 'Đề nghị ban hành kế hoạch trong tuần này.';
      await walk.as(UNITS.lead, 'officer', `/campaigns/${CAMPAIGN}?part=late`, async (reader) => {
        const { page } = reader;
        await page.getByRole('button', { name: t.standing.urge }).first().click();
        const dialog = page.getByRole('dialog', { name: t.standing.urgeOf(UNITS.b) });
        await dialog.getByRole('textbox', { name: t.standing.urgeText }).fill(text);
        await sound(reader);
        await dialog.getByRole('button', { name: t.standing.urge }).click();
        await page.getByText(t.standing.toPeople(`Người ${UNITS.b}`), { exact: false }).waitFor();
        await sound(reader);
      });
      await walk.as(UNITS.b, 'head', '/notices', async (reader) => {
        await reader.page.getByText(/^(Đôn đốc thực hiện|Urged): Ban hành kế hoạch$/).waitFor();
        await sound(reader);
      });
      await walk.as(UNITS.b, 'officer', '/inbox', async (reader) => {
        const pane = await walk.openTask(reader, UNITS.b);
        await pane.getByText(text).waitFor();
        await sound(reader);
      });
    });

    it('the people of a rehearsal see what its public would, and the public nothing of it', async () => {
      const { t } = walk;
      await walk.as(UNITS.b, 'officer', '/inbox', async (reader) => {
        await reader.goTo('/public');
        await reader.page.getByRole('heading', { name: new RegExp(DECISION) }).waitFor();
        await reader.page.getByText(HOUSEHOLD).waitFor();
        await sound(reader);
      });
      await walk.anybody('/public', async (reader) => {
        await reader.page.getByText(t.open.noDecisions).waitFor();
        expect(await reader.page.getByText(HOUSEHOLD).count()).toBe(0);
        await reader.page.goto(new URL(dossier, api.url).href);
        await reader.page.waitForURL(/sign-in/);
        await sound(reader);
      });
    });
  },
);
