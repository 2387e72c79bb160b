/**
 * The inbox in a real browser: what it costs to load, how soon a choice is on the screen, and whether the page stalls
 * while somebody scrolls through thousands of tasks. Times are taken inside the page, from the event of the person to the
 * frame after the one that shows what was asked for.
 */
import { chromium } from 'playwright-core';
import { personOf, unitName } from './campaign.mjs';
import { now, quantiles } from './load.mjs';

const WINDOW = { width: 1440, height: 900 };
const PATIENCE_MS = 60_000;
/** What a wheel moves in one turn, turned as fast as the page answers. */
const TURN = 400;
/** A digit many names have, so that the first page of finds is full at once. */
const COMMON = '7';

/** The head of the unit in whose queue half of all open tasks wait. */
const READER = personOf(unitName(0), 'head');

/** Seen from within the page, before any of its scripts runs. */
function watch() {
  const bench = { long: [], frames: [], asked: 0 };
  window.bench = bench;
  new PerformanceObserver((list) => bench.long.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  });
  for (const kind of ['input', 'change'])
    addEventListener(kind, ({ timeStamp }) => void (bench.asked = timeStamp), { capture: true });
  const rows = () => [...document.querySelectorAll('li[data-index]')];
  /** When rows are on the screen that were not there at the last `mark`. A list changes at once, so one of them is enough. */
  bench.shown = (patience) =>
    new Promise((resolve, reject) => {
      const end = performance.now() + patience;
      const look = () => {
        const isNew = rows().some((row) => row.dataset.seen === undefined && row.querySelector('button') !== null);
        if (isNew) requestAnimationFrame(() => resolve(performance.now()));
        else if (performance.now() < end) requestAnimationFrame(look);
        else reject(new Error(`nothing new on the screen of ${location.href}`));
      };
      look();
    });
  bench.mark = () => {
    for (const row of rows()) row.dataset.seen = '';
    bench.long.length = 0;
  };
  bench.record = () => {
    bench.mark();
    let before;
    const frame = (at) => {
      if (before !== undefined) bench.frames.push(at - before);
      before = at;
      bench.recording = requestAnimationFrame(frame);
    };
    bench.recording = requestAnimationFrame(frame);
  };
}

/** A browser that has never been here opens the inbox: kilobytes as they were sent, and when rows stand there. */
async function open(browser, { url, tokens }) {
  const context = await browser.newContext({ viewport: WINDOW });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addCookies([{ name: 'vinhdanh_session', value: tokens[READER], url }]);
  await context.addInitScript(watch);
  const page = await context.newPage();
  const answered = [];
  // The stream of changes is an answer too, and never ends.
  page.on('requestfinished', (request) => answered.push(request));
  await page.goto(`${url}/inbox`);
  const rowsMs = await page.evaluate((patience) => window.bench.shown(patience), PATIENCE_MS);
  const toRows = await kibibytes(answered.slice());
  const longestMs = await longest(page);
  await page.getByRole('region').getByRole('heading', { level: 2 }).first().waitFor();
  await page.waitForLoadState('load');
  return { page, load: { rowsMs, longestMs, ...toRows, wholeScriptKiB: (await kibibytes(answered)).scriptKiB } };
}

/** What the server sent, compressed as it was, heads not counted. */
async function kibibytes(answered) {
  const sizes = await Promise.all(
    answered.map(async (request) => {
      const { responseBodySize } = await request.sizes();
      return { isScript: new URL(request.url()).pathname.endsWith('.js'), size: responseBodySize };
    }),
  );
  const sum = (list) => Math.round(list.reduce((all, { size }) => all + size, 0) / 1024);
  return { scriptKiB: sum(sizes.filter(({ isScript }) => isScript)), allKiB: sum(sizes) };
}

/** The longest the page let nobody in; 0 where nothing took 50 ms, which is where the browser begins to count. */
const longest = (page) => page.evaluate(() => Math.max(0, ...window.bench.long));

/** From the last event of the person to rows on the screen that were not there before. */
async function timed(page, choose) {
  await page.evaluate(() => window.bench.mark());
  await choose();
  const ms = await page.evaluate(
    async (patience) => (await window.bench.shown(patience)) - window.bench.asked,
    PATIENCE_MS,
  );
  return { ms, longestMs: await longest(page) };
}

async function typed(page, text) {
  await page.getByRole('searchbox').focus();
  return timed(page, () => page.keyboard.type(text, { delay: 60 }));
}

async function sorted(page) {
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  const orders = page.getByRole('combobox', { name: 'Sắp xếp' });
  await orders.waitFor();
  const found = await timed(page, () => orders.selectOption('opened'));
  await page.keyboard.press('Escape');
  await orders.waitFor({ state: 'detached' });
  return found;
}

/** Down the list with the wheel until so many pages have been answered. */
async function scrolled(page, pages) {
  let answered = 0;
  let last = now();
  page.on('response', (answer) => {
    const { pathname, searchParams } = new URL(answer.url());
    if (pathname !== '/api/v1/inbox' || !searchParams.has('cursor')) return;
    answered += 1;
    last = now();
  });
  await page.locator('li[data-index="1"]').hover();
  await page.evaluate(() => window.bench.record());
  const began = now();
  while (answered < pages) {
    await page.mouse.wheel(0, TURN);
    if (now() - last > PATIENCE_MS) throw new Error(`the list stopped after ${answered} pages`);
  }
  const seconds = (now() - began) / 1000;
  const seen = await page.evaluate(() => {
    const { long, frames, recording } = window.bench;
    cancelAnimationFrame(recording);
    const rows = [...document.querySelectorAll('li[data-index]')];
    return { long, frames, rowsInPage: rows.length, row: Math.max(...rows.map((row) => Number(row.dataset.index))) };
  });
  return {
    pages: answered,
    row: seen.row,
    rowsInPage: seen.rowsInPage,
    seconds: Number(seconds.toFixed(1)),
    framesMs: quantiles(seen.frames),
    longTasksMs: quantiles(seen.long),
  };
}

const of = (list, name) => quantiles(list.map((one) => one[name]));

/** `passes` browsers of their own load, type, and sort; the last one scrolls. */
export async function inboxInBrowser(job, ready) {
  const browser = await chromium.launch({
    executablePath: job.browserPath,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    await (await open(browser, job)).page.context().close();
    await ready();
    const [loads, common, rare, orders] = [[], [], [], []];
    let scroll;
    for (let pass = 0; pass < job.passes; pass += 1) {
      const { page, load } = await open(browser, job);
      loads.push(load);
      common.push(await typed(page, COMMON));
      await timed(page, () => page.getByRole('searchbox').fill(''));
      orders.push(await sorted(page));
      if (pass === job.passes - 1) scroll = await scrolled(page, job.pages);
      // Even numbers wait in the reader's queue. Each pass seeks another one, from the end.
      rare.push(await typed(page, `văn ${job.open - 2 - 2 * pass}`));
      await page.context().close();
    }
    const { scriptKiB, wholeScriptKiB, allKiB } = loads.at(-1);
    const choice = (list) => ({ rowsMs: of(list, 'ms'), longestMs: of(list, 'longestMs') });
    return {
      load: { rowsMs: of(loads, 'rowsMs'), longestMs: of(loads, 'longestMs'), scriptKiB, wholeScriptKiB, allKiB },
      common: choice(common),
      rare: choice(rare),
      sort: choice(orders),
      scroll,
    };
  } finally {
    await browser.close();
  }
}
