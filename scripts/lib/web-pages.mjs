/** What follows the bundling of the web pages: compressed copies to serve, and what the first page costs to load. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Expected } from './say.mjs';

const COMPRESSED = /\.(js|css|svg|html)$/;
const SMALLEST = 1024;
/** The inbox is opened on slow lines every morning. */
const MOST_KB = 300;
const FIRST_PAGES = { inbox: ['index.html', 'shell/shell.tsx', 'inbox/inbox-page.tsx'] };

/** Writes .br and .gz beside every file that gains by it. */
export function compressPages(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => COMPRESSED.test(name));
  for (const name of names) {
    const content = readFileSync(join(folder, name));
    if (content.length < SMALLEST) continue;
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params }));
  }
}

/** Compressed script (gzip) that is loaded before each first page shows, in KB; refuses a page beyond the limit. */
export function measureFirstLoads(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  return Object.entries(FIRST_PAGES).map(([page, entries]) => {
    const files = new Set();
    const visit = (key) => {
      const chunk = manifest[key];
      if (chunk === undefined) throw new Expected(`the web build has no ${key}`);
      if (files.has(chunk.file)) return;
      files.add(chunk.file);
      for (const next of chunk.imports ?? []) visit(next);
    };
    entries.forEach(visit);
    const scripts = [...files].filter((file) => file.endsWith('.js'));
    const kb =
      scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1024;
    if (kb > MOST_KB)
      throw new Expected(`the first load of ${page} is ${kb.toFixed(0)} KB of script, more than ${MOST_KB}`);
    return { page, kb };
  });
}
