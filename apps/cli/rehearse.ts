import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { repositoryRoot } from '../../libs/config/paths.js';
import { isLocalDate } from '../../libs/domain/calendar/local-date.js';
import { rehearse } from '../../libs/rehearsal/rehearse.js';
import { CliError, say, warn } from './output.js';
import { readDemoAccounts, type DemoAccount } from './seed.js';

export interface RehearseOptions {
  readonly units: string;
  readonly seed: string;
  readonly until?: string;
  readonly json?: string;
  readonly url?: string;
  readonly running?: boolean;
}

interface Target {
  readonly baseUrl: string;
  readonly dataDirectory: string;
  readonly end: () => Promise<void>;
}

const whole = (name: string, text: string, low: number, high: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < low || value > high)
    throw new CliError(`--${name} ${text}: ${low} … ${high}`);
  return value;
};

/** Plays a campaign file through on the running system, or on one started for it and thrown away. */
export async function rehearseCommand(file: string, options: RehearseOptions): Promise<void> {
  const units = whole('units', options.units, 1, 500);
  const seed = whole('seed', options.seed, 0, 2 ** 31 - 1);
  if (options.until !== undefined && !isLocalDate(options.until))
    throw new CliError(`--until ${options.until}: YYYY-MM-DD`);
  if (!existsSync(file)) throw new CliError(`${file}: không đọc được tệp / the file cannot be read`);
  const target = await targetOf(options);
  try {
    const admin = adminOf(target.dataDirectory);
    await untilEngineIsUp(target.baseUrl);
    const result = await rehearse({
      baseUrl: target.baseUrl,
      username: admin.username,
      password: admin.password,
      file: resolve(file),
      units,
      seed,
      ...(options.until === undefined ? {} : { until: options.until }),
      ...(options.json === undefined ? {} : { jsonOut: resolve(options.json) }),
      say,
    });
    process.exitCode = result.invariants.every((invariant) => invariant.holds) ? 0 : 2;
  } finally {
    await target.end();
  }
}

async function targetOf({ url, running }: RehearseOptions): Promise<Target> {
  const data = resolve(repositoryRoot(), process.env['VINHDANH_DATA'] ?? '.data');
  const book = join(data, 'run.json');
  const noted: unknown = existsSync(book) ? JSON.parse(readFileSync(book, 'utf8')) : undefined;
  const found = url ?? (hasUrl(noted) ? noted.url : undefined);
  if (found !== undefined && (await answers(found)))
    return { baseUrl: found, dataDirectory: data, end: () => Promise.resolve() };
  if (running === true || url !== undefined)
    throw new CliError(`${found ?? ''}: hệ thống chưa chạy / the system does not run: npm start`);
  return startEphemeral();
}

const hasUrl = (value: unknown): value is { url: string } =>
  typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string';

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health/live`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );

async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}

/** `npm start --ephemeral` as a child: it says where its data is, and removes everything when it is told to end. */
async function startEphemeral(): Promise<Target> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['scripts/start.mjs', '--ephemeral', '--no-rehearsal', '--port', String(port)],
    {
      cwd: repositoryRoot(),
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DATABASE_URL: '', TEMPORAL_ADDRESS: '' },
    },
  );
  const end = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGINT');
    await ended;
  };
  try {
    return { baseUrl: `http://127.0.0.1:${port}`, dataDirectory: await dataDirectoryOf(child), end };
  } catch (error) {
    await end();
    throw error;
  }
}

function dataDirectoryOf(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let text = '';
    child.once('exit', () => fail(new CliError('the ephemeral system did not start')));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      warn(chunk.toString('utf8').trimEnd());
      const match = /Data and logs are in (.+?)\. Ctrl-C/.exec(text);
      if (match?.[1] !== undefined) found(match[1]);
    });
  });
}

function adminOf(dataDirectory: string): DemoAccount {
  const file = join(dataDirectory, 'demo-accounts.json');
  const accounts = readDemoAccounts(file);
  const admin = accounts.find((account) => account.role === 'admin');
  if (admin === undefined)
    throw new CliError(`${file}: không có tài khoản quản trị / no administrator's account: vinhdanh seed`);
  return admin;
}

/** A rehearsal is played on the real engine: it begins when the engine has joined. */
async function untilEngineIsUp(baseUrl: string): Promise<void> {
  const deadline = 15 * 60_000;
  let said = false;
  for (let waited = 0; waited < deadline; waited += 500) {
    const state: unknown = await fetch(`${baseUrl}/health/ready`).then(
      (response) => response.json(),
      () => undefined,
    );
    if (typeof state === 'object' && state !== null && 'engine' in state && state.engine === 'up') return;
    if (!said) say('chờ công cụ quy trình / waiting for the engine to join');
    said = true;
    await wait(500);
  }
  throw new CliError('công cụ quy trình không sẵn sàng sau 15 phút / the engine did not join within 15 minutes');
}
