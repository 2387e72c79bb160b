import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../../libs/config/paths.js';
import { signCheckpoint } from '../../../libs/proof/checkpoint.js';
import { browserCrypto } from '../../../verifier/browser.mjs';
import { buildPage } from '../../../verifier/build-page.mjs';
import { nodeCrypto } from '../../../verifier/node.mjs';
import { verifyBundle } from '../../../verifier/verify.mjs';
import { launchChromium, withoutBrowser } from '../../web/support/chromium.js';
import { bundleOf, factsOf, fileOf, keyOf, makeLog, trusted } from './made-bundle.js';

const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const made = makeLog(factsOf(4, 9));
const file = fileOf(bundleOf(made, [5]));
const held = signCheckpoint(keyOf, made.log.head(5));
const page = join(repositoryRoot(), 'verifier', 'page.html');

it('issue 7: the page is what its modules make (node verifier/build-page.mjs)', () => {
  expect(readFileSync(page, 'utf8')).toBe(buildPage());
});

it('issue 7: the cryptography of a browser and that of Node say the same of every line', async () => {
  for (const text of [file, file.replace('so-a/officer', 'so-b/officer')]) {
    const [browser, node] = [browserCrypto, nodeCrypto].map((crypto) =>
      verifyBundle(Buffer.from(text), crypto, { ...trusted, checkpoint: held }),
    );
    expect((await browser)?.lines).toEqual((await node)?.lines);
  }
});

(withoutBrowser() ? it.skip : it)(
  'issue 7: the page verifies in Chromium, from a file and without a network',
  async () => {
    const paths = { good: join(folder, 'good.json'), bad: join(folder, 'bad.json'), held: join(folder, 'held.txt') };
    writeFileSync(paths.good, file);
    writeFileSync(paths.bad, file.replace('so-a/officer', 'so-b/officer'));
    writeFileSync(paths.held, held);
    const browser = await launchChromium();
    try {
      const context = await browser.newContext({ offline: true });
      const tab = await context.newPage();
      const asked: string[] = [];
      tab.on('request', (request) => asked.push(request.url()));
      await tab.goto(pathToFileURL(page).href);
      await tab.fill('#key', trusted.key);
      await tab.setInputFiles('#checkpoint', paths.held);
      await tab.setInputFiles('#file', paths.good);
      await tab.waitForSelector('.holds');
      expect(await tab.locator('ul.proven li').count()).toBeGreaterThanOrEqual(9);
      expect(await tab.frameLocator('#report').locator('li').count()).toBe(4);
      await tab.selectOption('#language', 'en');
      await tab.waitForSelector('.holds:has-text("HOLDS")');
      await tab.setInputFiles('#file', paths.bad);
      await tab.waitForSelector('.fails');
      expect(await tab.locator('ul.failed li').allTextContents()).toEqual(['The file was changed after it was signed']);
      expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('about:'))).toEqual([]);
    } finally {
      await browser.close();
    }
  },
  240_000,
);
