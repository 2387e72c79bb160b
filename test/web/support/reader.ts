import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, expect } from '@jest/globals';
import type { Browser, Locator, Page, Request } from 'playwright-core';
import type { Role } from '../../../libs/domain/access/actor.js';
import { PASSWORD, type ApiUnderTest } from '../../integration/api/api-under-test.js';
import { personId } from '../../support/test-world.js';
import { slowDown } from './chromium.js';
import { PATIENCE_MS } from './patience.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Look {
  readonly language?: 'vi' | 'en';
  readonly colours?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** The stream of changes stays open. */
const CHANGES = '/api/v1/events';
/**
 * What an answer sets off has been done and drawn: each thing it leads to waits for the one before (a timer, a frame), and
 * the page is idle once nothing is left of that. No colour is on its way to another.
 */
const AT_REST = `(async () => {
  for (let times = 0; times < 2; times += 1) {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    await new Promise((done) => requestIdleCallback(done, { timeout: 2000 }));
  }
  const isMoving = ({ effect, playState }) =>
    playState === 'running' && effect?.getComputedTiming().iterations !== Infinity;
  await Promise.allSettled(document.getAnimations().filter(isMoving).map(({ finished }) => finished));
})()`;
/** Tells one document from the next: an address that changes by itself is still the same page. */
const WHICH_PAGE = 'performance.timeOrigin';
const TOLD_REQUESTS = 12;
const TOLD_LETTERS = 1500;
const open = new Set<Reader>();

// Who closes their browser has come to the end. What the others saw last says why they did not.
afterEach(async () => {
  for (const reader of open) {
    process.stderr.write(await reader.lastSeen());
    await reader.close();
  }
});

/** Somebody in front of a browser of their own. */
export class Reader {
  private readonly asked: string[] = [];
  /** Questions to the api that have no answer yet. */
  private readonly pending = new Set<Request>();
  private shown: unknown;

  private constructor(
    readonly page: Page,
    private readonly api: ApiUnderTest,
  ) {
    open.add(this);
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/') && pathname !== CHANGES) this.pending.add(request);
    });
    const answered = (request: Request): boolean => this.pending.delete(request);
    page.on('requestfinished', answered);
    page.on('requestfailed', answered);
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) void this.forgetWhatWasLeft();
    });
    page.on('response', (response) => {
      const { pathname, search } = new URL(response.url());
      if (pathname.startsWith('/api/'))
        this.asked.push(`${response.request().method()} ${pathname}${search} ${String(response.status())}`);
    });
    page.on('pageerror', ({ message }) => this.asked.push(`error on the page: ${message}`));
  }

  /** What a page that was left had asked is never answered. */
  private async forgetWhatWasLeft(): Promise<void> {
    const asked = [...this.pending];
    const shown: unknown = await this.page.evaluate(WHICH_PAGE).catch(() => undefined);
    if (shown === undefined || shown === this.shown) return;
    this.shown = shown;
    for (const request of asked) this.pending.delete(request);
  }

  static async open(browser: Browser, api: ApiUnderTest, look: Look = {}): Promise<Reader> {
    const { language = 'vi', colours = 'light', width = 1280, height = 800 } = look;
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    await context.addInitScript(
      `localStorage.setItem('vinhdanh.language', '${language}'); localStorage.setItem('vinhdanh.colours', '${colours}');`,
    );
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await slowDown(page);
    return new Reader(page, api);
  }

  /** Opens an address in the rehearsal of the test. */
  async goTo(path: string): Promise<void> {
    const address = new URL(path, this.api.url);
    address.searchParams.set('world', this.api.world.name);
    await this.page.goto(address.href);
  }

  /** Signs in by the page, as a person does. */
  async signIn(unitId: string, role: Role, to = '/inbox'): Promise<void> {
    await this.goTo(to);
    await this.page.getByRole('textbox', { name: /Tên đăng nhập|User name/ }).fill(personId(unitId, role));
    await this.page.locator('input[autocomplete="current-password"]').fill(PASSWORD);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }

  /** What axe objects to under WCAG 2.2 A and AA, one line each, once the page has come to rest. */
  async violations(): Promise<readonly string[]> {
    await this.loaded();
    await this.page.evaluate(axe);
    const found: unknown = await this.page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
        .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ' ' + failureSummary)))`,
    );
    return found as readonly string[];
  }

  /** Waits until nothing on the page says that it is on its way. */
  async loaded(): Promise<void> {
    const waiting = this.page.locator('[role=status][aria-label]');
    const end = Date.now() + PATIENCE_MS;
    for (let isQuiet = false; !isQuiet;) {
      while ((await waiting.count()) > 0) await waiting.first().waitFor({ state: 'detached' });
      const before = this.pending.size;
      // An answer may enable a button: it is looked at once it has its colours.
      await this.page.evaluate(AT_REST);
      isQuiet = before === 0 && this.pending.size === 0 && (await waiting.count()) === 0;
      if (Date.now() > end) throw new Error('the page never came to rest');
    }
  }

  /** Waits until there is none of it left. */
  async gone(what: Locator): Promise<void> {
    await this.loaded();
    // The last of several goes last: each is waited for, and one that is not there is gone already.
    while ((await what.count()) > 0) await what.first().waitFor({ state: 'detached' });
  }

  /** Has what is held back sent, now or when its own time is over, and waits until it is. */
  async sendNow(): Promise<void> {
    const heldBack = this.page.locator('section[data-empty=false]');
    const isSent = heldBack.waitFor({ state: 'detached' });
    const press = this.page.getByRole('button', { name: /^(Gửi ngay|Send now)$/ }).click();
    await Promise.race([isSent, press]);
    await isSent;
  }

  /** Waits until so many fields say that they must not be empty. */
  async missing(count: number): Promise<void> {
    const told = this.page.getByText(/^(Không được để trống\.|Must not be empty\.)$/);
    await told.nth(count - 1).waitFor();
    expect(await told.count()).toBe(count);
  }

  /** Waits until something is so in the page: an expression, looked at once a frame. */
  async until(expression: string): Promise<void> {
    const nextFrame = `new Promise((done) => requestAnimationFrame(() => done(${expression})))`;
    const end = Date.now() + PATIENCE_MS;
    while ((await this.page.evaluate(nextFrame)) !== true)
      if (Date.now() > end) throw new Error(`it never came to be that ${expression}`);
  }

  /** Whether the page is wider than its window: then people would have to scroll sideways to read. */
  async overflows(): Promise<boolean> {
    const found: unknown = await this.page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
    return found === true;
  }

  /** Where they are, what stands there and what was asked of the api last: for whoever reads why a test failed. */
  async lastSeen(): Promise<string> {
    const text: unknown = await this.page.evaluate('document.body.innerText').catch(String);
    const asked = this.asked.slice(-TOLD_REQUESTS).join('\n');
    return `\n--- ${this.page.url()}\n${asked}\n${String(text).slice(0, TOLD_LETTERS)}\n---\n`;
  }

  async close(): Promise<void> {
    open.delete(this);
    await this.page.context().close();
  }
}
