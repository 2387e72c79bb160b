#!/usr/bin/env node
/**
 * Pictures of the pages for docs/screens, of a running system:
 * `node scripts/screens.mjs --url http://127.0.0.1:3000 --accounts .data/demo-accounts.json [--world NAME] [--only inbox]`.
 * A rehearsal makes a good sitter: `npx vinhdanh rehearse <campaign> --until 2024-12-12` names its world.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findBrowser } from './lib/browser.mjs';
import { inRoot } from './lib/paths.mjs';
import { reportAndExit, say } from './lib/say.mjs';

const OUT = inRoot('docs/screens');
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
/** A page is still when so many looks, a moment apart, find nothing on its way. */
const QUIET_LOOKS = 3;
const LOOK_AGAIN_MS = 300;
/** Whose inbox is looked at: the first of these with work in hand. */
const BUSY = ['appraiser', 'secretary', 'officer', 'head', 'cluster-leader', 'decider'];

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    accounts: { type: 'string', default: inRoot('.data/demo-accounts.json') },
    world: { type: 'string' },
    only: { type: 'string' },
  },
});

const title = (page) => page.getByRole('heading', { level: 1 });
const part = (page) => page.getByRole('heading', { level: 2 }).first();
const firstTask = (page) => page.getByRole('region').getByRole('heading', { level: 2 }).first();
const firstRow = (page) => page.getByRole('listitem').first();
const firstDossier = (page) => page.getByRole('row').nth(1);
const campaignLink = (page) => page.getByRole('link', { name: /Phong trào thi đua/ }).first();

/** One picture each: its name, who looks, at what, how, and what they do before it is taken. */
const PICTURES = [
  { name: '01-sign-in', path: '/sign-in', ready: title },
  { name: '02-inbox', who: 'busy', path: '/inbox', ready: firstTask },
  {
    name: '03-inbox-return-dark-en',
    who: 'busy',
    path: '/inbox',
    ready: firstTask,
    act: openReturn,
    colours: 'dark',
    language: 'en',
  },
  { name: '04-inbox-chosen', who: 'busy', path: '/inbox', ready: firstTask, act: chooseThree },
  { name: '05-inbox-phone', who: 'busy', path: '/inbox', ready: firstRow, size: PHONE },
  { name: '06-nominations', who: 'auditor', path: '/nominations', ready: firstDossier },
  { name: '07-nomination', who: 'auditor', path: '/nominations', ready: firstDossier, act: openDossier },
  { name: '08-history', who: 'auditor', path: '/nominations', ready: firstDossier, act: openHistory },
  { name: '09-campaigns', who: 'decider', path: '/campaigns', ready: part, official: true, full: true },
  { name: '10-campaign', who: 'decider', path: '/campaigns', ready: campaignLink, act: openCampaign, full: true },
  { name: '11-campaign-units', who: 'lead', path: '/campaigns', ready: campaignLink, act: openPart('Các đơn vị') },
  { name: '12-board', who: 'lead', path: '/boards', ready: part },
  { name: '13-desk', who: 'lead', path: '/desk', ready: title, full: true },
  { name: '14-notices', who: 'lead', path: '/notices', ready: (page) => page.getByRole('article').first() },
  { name: '15-rules', who: 'admin', path: '/admin?part=rules', ready: title },
  { name: '16-units', who: 'admin', path: '/admin', ready: title, act: openUnit },
  { name: '17-engine', who: 'admin', path: '/admin?part=engine', ready: title },
  { name: '18-public', who: 'lead', path: '/public', ready: part },
  { name: '19-profile', who: 'busy', path: '/profile', ready: title },
];

await main().catch(reportAndExit);

async function main() {
  mkdirSync(OUT, { recursive: true });
  const accounts = JSON.parse(readFileSync(options.accounts, 'utf8'));
  const people = {
    busy: await busiest(accounts),
    auditor: accounts.find(({ role }) => role === 'auditor'),
    decider: accounts.find(({ role }) => role === 'decider'),
    lead: accounts.find(({ role }) => role === 'head'),
    admin: accounts.find(({ role }) => role === 'admin'),
  };
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox'],
  });
  try {
    for (const picture of PICTURES) {
      if (options.only !== undefined && !picture.name.includes(options.only)) continue;
      await take(browser, picture, people);
    }
  } finally {
    await browser.close();
  }
}

async function take(
  browser,
  { name, who, path, ready, act, size = DESK, colours = 'light', language = 'vi', full = false, official = false },
  people,
) {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', deviceScaleFactor: 1 });
  await context.addInitScript(
    `localStorage.setItem('vinhdanh.language', '${language}'); localStorage.setItem('vinhdanh.colours', '${colours}');`,
  );
  if (who !== undefined) await context.addCookies([await session(people[who])]);
  const page = await context.newPage();
  await page.goto(addressOf(path, official));
  await ready(page).waitFor();
  await act?.(page);
  await loaded(page);
  if (full) await page.setViewportSize({ ...size, height: await page.evaluate(() => document.body.scrollHeight) });
  await page.screenshot({ path: `${OUT}/${name}.png` });
  await context.close();
  say(name);
}

/** In the world that is asked for; what shows the official one says so. */
function addressOf(path, official) {
  const address = new URL(path, options.url);
  if (options.world !== undefined && !official) address.searchParams.set('world', options.world);
  return address.href;
}

function credentials({ username, password }) {
  return { username, password };
}

async function session(account) {
  const { token } = await ask('/api/v1/auth/sign-in', {}, credentials(account));
  return { name: 'vinhdanh_session', value: token, url: options.url };
}

async function ask(path, headers, body) {
  const response = await fetch(new URL(path, options.url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'vinhdanh', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** The first account, by role, with at least three tasks; else the one with the most. */
async function busiest(accounts) {
  let best;
  for (const role of BUSY) {
    for (const account of accounts.filter((one) => one.role === role).slice(0, 6)) {
      const { token } = await ask('/api/v1/auth/sign-in', {}, credentials(account));
      const headers = {
        authorization: `Bearer ${token}`,
        ...(options.world === undefined ? {} : { 'x-world': options.world }),
      };
      const { open } = await ask('/api/v1/inbox/counts', headers);
      if (open.count >= 3) return account;
      if (best === undefined || open.count > best.count) best = { account, count: open.count };
    }
  }
  return best.account;
}

/** Until nothing on the page says that it is on its way; what follows from it may be on its way then. */
async function loaded(page) {
  const waiting = page.locator('[role=status][aria-label]');
  for (let quiet = 0; quiet < QUIET_LOOKS; quiet += 1) {
    while ((await waiting.count()) > 0) {
      quiet = 0;
      await waiting
        .first()
        .waitFor({ state: 'detached' })
        .catch(() => undefined);
    }
    await page.waitForTimeout(LOOK_AGAIN_MS);
  }
}

async function openReturn(page) {
  const back = page.getByRole('button', { name: /^(Trả lại|Return)/ }).first();
  if ((await back.count()) === 0) return;
  await back.click();
  await page.getByRole('textbox', { name: /Lý do|Reason/ }).fill('The minutes of the village meeting are missing.');
}

async function chooseThree(page) {
  for (let i = 0; i < 3; i += 1) {
    const box = page.getByRole('listitem').nth(i).getByRole('checkbox');
    if ((await box.count()) > 0) await box.check();
  }
}

/** The dossier furthest on its way has the most to tell. */
async function openDossier(page) {
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
  const ended = rows.filter({ hasText: /Đã (lưu trữ|công khai|khen)/ });
  await ((await ended.count()) > 0 ? ended : rows).first().getByRole('link').click();
  await page.getByRole('heading', { name: 'Lịch sử' }).waitFor();
}

async function openHistory(page) {
  await openDossier(page);
  await loaded(page);
  await page.getByRole('heading', { name: 'Lịch sử' }).evaluate((heading) => heading.scrollIntoView());
  await page.evaluate(() => window.scrollBy(0, -80));
}

async function openUnit(page) {
  await page
    .getByRole('link', { name: /^Sở Nông nghiệp/ })
    .first()
    .click();
  await loaded(page);
}

async function openCampaign(page) {
  await campaignLink(page).click();
  await page.getByRole('img', { name: /Trục thời gian/ }).waitFor();
}

function openPart(name) {
  return async (page) => {
    await openCampaign(page);
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('region', { name }).first().waitFor();
  };
}
