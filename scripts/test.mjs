#!/usr/bin/env node
/**
 * `npm test [-- jest arguments]`: one PostgreSQL and one Temporal server for the whole run, made for it and thrown away.
 * The last line of output is always `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { provideBrowser } from './lib/browser.mjs';
import { prepareMachine } from './lib/install.mjs';
import { inRoot, listFiles, root } from './lib/paths.mjs';
import { endProcess, RunBook, whenNpmEnds } from './lib/processes.mjs';
import { report, say } from './lib/say.mjs';

/** What these test is pure: no server is started when nothing else is asked for. */
const SERVERLESS = ['test/domain', 'test/architecture'];

let book;
let jest;
let ending = false;
let clearAway = async () => undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(130));
whenNpmEnds(() => void stop(130));
await main().catch(async (error) => {
  if (ending) return;
  await clearAway().catch(() => undefined);
  report(error);
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
});

async function main() {
  const args = process.argv.slice(2).filter((argument) => argument !== '--');
  const long = args.includes('--long');
  const jestArgs = args.filter((argument) => argument !== '--long');
  await prepareMachine(inRoot('.data'));

  const env = { ...process.env, VINHDANH_TEST_LONG: long ? '1' : '' };
  if (needsPages(jestArgs, long)) {
    const browser = await provideBrowser();
    if (browser !== undefined) env.CHROMIUM_PATH = browser;
    await (await import('./build.mjs')).buildWeb();
  }
  if (needsServers(jestArgs, long)) Object.assign(env, await startServers());
  const results = inRoot('.data/test-results.json');
  mkdirSync(inRoot('.data'), { recursive: true });
  rmSync(results, { force: true });
  const code = await runJest([...jestArgs, '--json', `--outputFile=${results}`, '--passWithNoTests'], env);
  if (ending) return;
  await clearAway();
  const { passed, failed } = count(results);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(code === 0 && failed === 0 ? 0 : 1);
}

function needsServers(jestArgs, long) {
  if (process.env.VINHDANH_TEST_NO_SERVERS === '1') return false;
  const paths = jestArgs.filter((argument) => !argument.startsWith('-') && argument.includes('test/'));
  if (paths.length > 0)
    return !paths.every((path) => SERVERLESS.some((folder) => path.replace(/^\.\//, '').startsWith(folder)));
  const specs = listFiles(['test']).filter(
    (file) => file.endsWith('.spec.ts') && file.startsWith('test/long/') === long,
  );
  return specs.some((file) => !SERVERLESS.some((folder) => file.startsWith(folder)));
}

/** Whether a browser will open the web pages. */
function needsPages(jestArgs, long) {
  const paths = jestArgs.filter((argument) => !argument.startsWith('-') && argument.includes('test/'));
  return paths.length === 0 ? !long : paths.some((path) => path.replace(/^\.\//, '').startsWith('test/web'));
}

async function startServers() {
  const { ephemeralDirectory, endEverything, removeEphemeral, sweepEphemeral } = await import('./lib/ephemeral.mjs');
  const { startPostgres } = await import('./lib/postgres.mjs');
  const { chooseTemporalPorts, ensureNamespace, NAMESPACE, startTemporal } = await import('./lib/temporal.mjs');
  const { bundleWorkflows, sourceWorkflows } = await import('./lib/bundle.mjs');
  await sweepEphemeral();
  const data = ephemeralDirectory();
  book = new RunBook(data);
  book.claim();
  clearAway = async () => {
    await endEverything(book);
    removeEphemeral(data);
  };
  const postgres = startPostgres(book).then(({ url, port }) => {
    say(`PostgreSQL on 127.0.0.1:${port}`);
    return url;
  });
  const temporal = chooseTemporalPorts(book)
    .then((ports) => startTemporal(book, ports))
    .then(async ({ address }) => {
      await ensureNamespace(address);
      say(`Temporal on ${address}`);
      return address;
    });
  const [databaseUrl, address] = await Promise.all([postgres, temporal]);
  const bundle = join(inRoot('.data'), 'test-workflow-bundle.js');
  if (existsSync(sourceWorkflows())) await bundleWorkflows({ workflowsPath: sourceWorkflows(), output: bundle });
  return {
    TEST_DATABASE_URL: databaseUrl,
    TEST_TEMPORAL_ADDRESS: address,
    TEST_TEMPORAL_NAMESPACE: NAMESPACE,
    TEST_WORKFLOW_BUNDLE: bundle,
  };
}

function runJest(args, env) {
  return new Promise((done, fail) => {
    const flags =
      `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings=ExperimentalWarning`.trim();
    const child = spawn(process.execPath, [inRoot('node_modules/jest/bin/jest.js'), ...args], {
      cwd: root,
      env: { ...env, NODE_OPTIONS: flags },
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    jest = child;
    book?.recordChild('jest', child.pid);
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
}

/** A file that could not be loaded has no tests to fail, but it has failed. */
function count(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

async function stop(code) {
  if (ending) return;
  ending = true;
  if (book) await endProcess(book, 'jest');
  else jest?.kill();
  await clearAway();
  process.exit(code);
}
