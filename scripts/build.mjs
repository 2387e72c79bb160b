#!/usr/bin/env node
/** Compiles to dist/, copies what is not code, bundles the workflows, builds the web pages. Does nothing when nothing changed. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleWorkflows, compiledWorkflows } from './lib/bundle.mjs';
import { fingerprint, inRoot, listFiles, root } from './lib/paths.mjs';
import { compressPages, measureFirstLoads } from './lib/web-pages.mjs';
import { Expected, reportAndExit, say, withProgress } from './lib/say.mjs';

/** The verifier is not compiled: what an outsider runs is what they read. */
const CODE = ['apps', 'workflows', 'activities', 'libs', 'verifier'];
const CONFIGURATION = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const STAMP = 'dist/.built.json';

export async function build() {
  const sources = listFiles(CODE, ['apps/web']);
  await compile(sources);
  if (existsSync(compiledWorkflows())) {
    await bundleWorkflows({ workflowsPath: compiledWorkflows(), output: inRoot('dist/workflow-bundle.js') });
  }
  await buildWeb();
}

async function compile(sources) {
  if (!sources.some((file) => file.endsWith('.ts'))) return;
  const stamp = fingerprint([...sources, ...CONFIGURATION.filter((file) => existsSync(inRoot(file)))]);
  const last = readStamp();
  if (last.stamp === stamp && existsSync(inRoot('dist/.tsbuildinfo'))) return;

  forgetRemoved(last.sources, sources);
  const began = Date.now();
  const tsc = [inRoot('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'];
  await withProgress(
    (seconds) => `compiling, ${seconds} s`,
    5,
    () => run(process.execPath, tsc, 'TypeScript found errors (above)'),
  );
  for (const file of sources) {
    if (file.endsWith('.ts')) continue;
    mkdirSync(dirname(inRoot('dist', file)), { recursive: true });
    cpSync(inRoot(file), inRoot('dist', file));
  }
  writeFileSync(inRoot(STAMP), JSON.stringify({ stamp, sources }));
  say(`compiled ${sources.length} files (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

/** A removed source must not live on in dist: Nest, TypeORM or the bundler might still pick it up. */
function forgetRemoved(before, now) {
  const present = new Set(now);
  for (const file of before.filter((name) => !present.has(name))) {
    const compiled = inRoot('dist', file.replace(/\.ts$/, '.js'));
    rmSync(compiled, { force: true });
    rmSync(`${compiled}.map`, { force: true });
  }
}

/** The web pages, when anything they are made of has changed. */
export async function buildWeb() {
  const stampFile = inRoot('dist/.web-built');
  const stamp = fingerprint(listFiles(['apps/web', 'libs/contracts', 'libs/domain', 'package-lock.json']));
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  say('building the web pages');
  const began = Date.now();
  const vite = inRoot('node_modules/vite/bin/vite.js');
  await run(process.execPath, [vite, 'build', 'apps/web', '--logLevel', 'warn'], 'the web pages did not build (above)');
  compressPages(inRoot('dist/web'));
  for (const { page, kb } of measureFirstLoads(inRoot('dist/web')))
    say(`first load of ${page}: ${kb.toFixed(0)} KB of compressed script`);
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
  say(`web pages built (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(inRoot(STAMP), 'utf8'));
  } catch {
    return { stamp: '', sources: [] };
  }
}

function run(command, args, complaint) {
  return new Promise((done, fail) => {
    // Whoever builds, a test among them: what people load is never React's slow and large development build.
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Expected(complaint))));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build().catch(reportAndExit);
