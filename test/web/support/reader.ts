import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '../../../libs/domain/access/actor.js';
import { PASSWORD, type ApiUnderTest } from '../../integration/api/api-under-test.js';
import { personId } from '../../support/test-world.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How long anything may take that a person waits for, on a machine that does much else. */
const PATIENCE_MS = 15_000;

export interface Look {
  readonly language?: 'vi' | 'en';
  readonly colours?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** Somebody in front of a browser of their own. */
export class Reader {
  private constructor(
    readonly page: Page,
    private readonly api: ApiUnderTest,
  ) {}

  static async open(browser: Browser, api: ApiUnderTest, look: Look = {}): Promise<Reader> {
    const { language = 'vi', colours = 'light', width = 1280, height = 800 } = look;
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    await context.addInitScript(
      `localStorage.setItem('vinhdanh.language', '${language}'); localStorage.setItem('vinhdanh.colours', '${colours}');`,
    );
    context.setDefaultTimeout(PATIENCE_MS);
    return new Reader(await context.newPage(), api);
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

  /** What axe objects to under WCAG 2.2 A and AA, one line each. */
  async violations(): Promise<readonly string[]> {
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
    while ((await waiting.count()) > 0) await waiting.first().waitFor({ state: 'detached' });
  }

  /** Whether the page is wider than its window: then people would have to scroll sideways to read. */
  async overflows(): Promise<boolean> {
    const found: unknown = await this.page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
    return found === true;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
