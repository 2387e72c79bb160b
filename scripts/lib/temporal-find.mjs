/**
 * Finds a real Temporal server, in this order: `temporal` on the PATH; our cache; the official command line tool through
 * the SDK's own downloader; the official server built from the Go modules pinned in tools/temporal-server.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheDirectory, inRoot } from './paths.mjs';
import { Expected, say, withProgress } from './say.mjs';

const MODULE = inRoot('tools/temporal-server');
const REACH_MS = 4_000;
const DOWNLOAD_MS = 180_000;
const ATTEMPTS = 3;

/** Returns `{ kind: 'cli' | 'server', path }`: the two are started differently. */
export async function findTemporal() {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'temporal'));
  const installed = onPath.find((path) => existsSync(path));
  if (installed) return { kind: 'cli', path: installed };

  const cache = join(cacheDirectory(), `temporal-${serverVersion()}-${pinHash()}`);
  const kept = [
    { kind: 'server', path: join(cache, 'temporal-server') },
    { kind: 'cli', path: join(cache, 'temporal') },
  ].find(({ path }) => existsSync(path));
  if (kept) return kept;

  mkdirSync(cache, { recursive: true });
  return (await download(cache)) ?? (await buildServer(cache));
}

function serverVersion() {
  return /go\.temporal\.io\/server (v\S+)/.exec(readFileSync(join(MODULE, 'go.mod'), 'utf8'))?.[1] ?? 'unknown';
}

function pinHash() {
  const system = `${process.platform}-${process.arch}`;
  return createHash('sha256')
    .update(readFileSync(join(MODULE, 'go.sum')))
    .update(system)
    .digest('hex')
    .slice(0, 12);
}

/** The SDK's downloader can only start what it downloads, so it is asked whether the network is there at all first. */
async function download(cache) {
  try {
    const system = `platform=${process.platform}&arch=${process.arch === 'x64' ? 'amd64' : process.arch}`;
    const address = `https://temporal.download/cli/default?${system}&format=json`;
    const reply = await fetch(address, { signal: AbortSignal.timeout(REACH_MS) });
    if (!reply.ok) throw new Error(`answered ${reply.status}`);
  } catch (error) {
    say(`no official download of Temporal from here (${reason(error)}): building the pinned server instead`);
    return undefined;
  }
  const downloads = mkdtempSync(join(cache, 'download-'));
  try {
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const starting = TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'cached-download', downloadDir: downloads, version: 'default' }, ip: '127.0.0.1' },
    });
    const environment = await withProgress(
      (seconds) => `downloading Temporal, ${seconds} s`,
      5,
      () => within(DOWNLOAD_MS, starting),
    );
    await environment.teardown();
    const file = readdirSync(downloads).find((name) => name.startsWith('temporal'));
    if (!file) throw new Error('nothing was kept');
    const path = join(cache, 'temporal');
    copyFileSync(join(downloads, file), `${path}.new`);
    chmodSync(`${path}.new`, 0o755);
    renameSync(`${path}.new`, path);
    return { kind: 'cli', path };
  } catch (error) {
    say(`the download of Temporal failed (${reason(error)}): building the pinned server instead`);
    return undefined;
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
}

const reason = (error) => error.cause?.code ?? error.cause?.message ?? error.message;

function within(milliseconds, promise) {
  const limit = new Promise((_, fail) => {
    setTimeout(() => fail(new Error('took too long')), milliseconds).unref();
  });
  return Promise.race([promise, limit]);
}

async function buildServer(cache) {
  const go = spawnSync('go', ['version'], { encoding: 'utf8', cwd: MODULE });
  if (go.status !== 0) {
    throw new Expected(
      'no Temporal server found: set TEMPORAL_ADDRESS, install the `temporal` command, or install Go to build the server once',
    );
  }
  const path = join(cache, 'temporal-server');
  const unfinished = `${path}.${process.pid}`;
  say(`building the Temporal server once from its Go modules (several minutes; kept in ${cache})`);
  const args = ['build', '-v', '-trimpath', '-ldflags', '-s -w', '-o', unfinished, 'go.temporal.io/server/cmd/server'];
  let compiled = 0;
  let last = [];
  const build = () =>
    new Promise((done, fail) => {
      // People's acts come first: the compiler must not slow an application that is already up.
      const child = spawn('nice', ['-n', '10', 'go', ...args], { cwd: MODULE, stdio: ['ignore', 'ignore', 'pipe'] });
      child.stderr.setEncoding('utf8').on('data', (text) => {
        const lines = text.split('\n').filter(Boolean);
        compiled += lines.filter((line) => !line.includes(' ')).length;
        last = [...last, ...lines].slice(-6);
      });
      child.on('error', fail);
      child.on('exit', (code) => done(code === 0));
      process.once('exit', () => child.kill());
    });
  const isBuilt = await withProgress(
    (seconds) => `building the Temporal server, ${seconds} s, ${compiled} packages compiled`,
    10,
    async () => {
      // What was fetched and compiled is kept: a module proxy that was slow or away for a moment is asked for the rest.
      for (let times = 1; times <= ATTEMPTS; times += 1) if (await build()) return true;
      return false;
    },
  );
  if (!isBuilt) throw new Expected(`the Temporal server did not build:\n${last.join('\n')}`);
  renameSync(unfinished, path);
  return { kind: 'server', path };
}
