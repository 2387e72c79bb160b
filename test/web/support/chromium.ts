import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from '../../../scripts/lib/browser.mjs';

const given = process.env['CHROMIUM_PATH'] ?? '';
/** The one the set-up of the run has found or brought; looked for where a test is run without it. */
const path = given === '' ? await findBrowser() : given;
const isCi = !['', 'false', undefined].includes(process.env['CI']);

/** True where the tests of the pages are left out: no browser, and not on CI, where that is a failure. */
export function withoutBrowser(): boolean {
  if (path !== undefined) return false;
  if (isCi) throw new Error('no Chromium: set CHROMIUM_PATH or install one; on CI the pages are never left untested');
  process.stderr.write(
    '\n!!! NO CHROMIUM: the tests of the web pages are SKIPPED. Install chromium or set CHROMIUM_PATH.\n\n',
  );
  return true;
}

export function launchChromium(): Promise<Browser> {
  if (path === undefined) throw new Error('no Chromium');
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** How many times slower than this machine the browser is; 1 where nothing is said. */
const slowness = Number(process.env['VINHDANH_TEST_SLOW'] ?? '1');
const LATENCY_MS = 50;

/** Makes a page that of an old machine on a slow line: what passes here by chance alone does not pass there. */
export async function slowDown(page: Page): Promise<void> {
  if (!(slowness > 1)) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await session.send('Network.enable');
  const line = { offline: false, latency: slowness * LATENCY_MS, downloadThroughput: -1, uploadThroughput: -1 };
  await session.send('Network.emulateNetworkConditions', line);
}
