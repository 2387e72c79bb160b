import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser to test with: CHROMIUM_PATH, else the system's, else Playwright's own; undefined where there is none. */
export function chromiumPath(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') return given;
  const own = chromium.executablePath();
  return [...SYSTEM, own].find((path) => existsSync(path));
}

const isCi = process.env['CI'] !== undefined && process.env['CI'] !== '' && process.env['CI'] !== 'false';

/** True where the tests of the pages are left out: no browser, and not on CI, where that is a failure. */
export function withoutBrowser(): boolean {
  if (chromiumPath() !== undefined) return false;
  if (isCi) throw new Error('no Chromium: set CHROMIUM_PATH or install one; on CI the pages are never left untested');
  process.stderr.write(
    '\n!!! NO CHROMIUM: the tests of the web pages are SKIPPED. Install chromium or set CHROMIUM_PATH.\n\n',
  );
  return true;
}

export function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('no Chromium');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
