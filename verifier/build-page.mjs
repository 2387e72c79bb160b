#!/usr/bin/env node
/** `node verifier/build-page.mjs`: writes page.html, the modules of the verifier in one file that works offline. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
/** Each after what it imports. */
const MODULES = ['must', 'bytes', 'merkle', 'note', 'words', 'rules', 'documents', 'verify', 'browser'];

/** The modules one after the other: what they import from each other is in the same script. */
function script() {
  const code = MODULES.map((name) =>
    readFileSync(here(`${name}.mjs`), 'utf8')
      .replace(/^import [^;]*;\n/gm, '')
      .replace(/^export /gm, ''),
  );
  return `\n${code.join('\n')}\nstart(document);\n`;
}

/** The page: its policy allows this one script and no connection to anywhere. */
export function buildPage() {
  const page = readFileSync(here('page.template.html'), 'utf8').replace('/* {{SCRIPT}} */', script);
  const [, code = ''] = /<script type="module">(.*)<\/script>/s.exec(page) ?? [];
  return page.replace('{{HASH}}', `sha256-${createHash('sha256').update(code).digest('base64')}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(here('page.html'), buildPage());
