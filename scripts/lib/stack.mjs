/** The application around its two servers: what runs, in which order it comes up, and what it is told. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { ATTEMPT_MS, isFree, PATIENCE_MS, until } from './ports.mjs';
import { endProcess, isAlive, lastWords, startProcess } from './processes.mjs';
import { Expected, say } from './say.mjs';

const MAIN = { api: 'dist/apps/api/main.js', worker: 'dist/apps/worker/main.js', cli: 'dist/apps/cli/main.js' };
/**
 * On a machine with much memory V8 lets the heap grow threefold before it collects. Told that half a gibibyte is all there
 * is, the api lives in 230 MiB instead of 310; an operator who needs more says so in NODE_OPTIONS.
 */
const API_HEAP = (process.env.NODE_OPTIONS ?? '').includes('max-old-space-size') ? [] : ['--max-old-space-size=512'];
export const NODE_ARGS = {
  api: ['--enable-source-maps', ...API_HEAP],
  worker: ['--enable-source-maps'],
};
const MANY = 5;
const LONGEST_WAIT_MS = 30_000;
const STEADY_MS = 60_000;

export const exists = (part) => existsSync(inRoot(MAIN[part]));

export async function refuseTakenPort(port) {
  if (await isFree(port)) return;
  throw new Expected(`port ${port} is taken by another program: stop it, or use --port N`);
}

/** A command of our own CLI, run to its end; its lines are passed on. */
export function runCli(args, env, { book, name, prefix = '', nice = 0 } = {}) {
  return new Promise((done, fail) => {
    const line = [process.execPath, inRoot(MAIN.cli), ...args];
    const [command, ...rest] = nice > 0 ? ['nice', '-n', String(nice), ...line] : line;
    const child = spawn(command, rest, {
      cwd: root,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (book && child.pid) book.recordChild(name, child.pid);
    let unfinished = '';
    const errors = [];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      const lines = `${unfinished}${text}`.split('\n');
      unfinished = lines.pop() ?? '';
      for (const entry of lines) if (entry.trim()) say(`${prefix}${entry}`);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => errors.push(text));
    child.on('error', fail);
    child.on('exit', (code) => {
      if (unfinished.trim()) say(`${prefix}${unfinished}`);
      if (book) book.forget(name);
      if (code === 0) done();
      else
        fail(
          new Expected(`vinhdanh ${args[0]} failed:\n${errors.join('').trimEnd().split('\n').slice(-15).join('\n')}`),
        );
    });
  });
}

/** Keeps `api` or `worker` running: ended unexpectedly it is started again, a few times, with its reason shown. */
export async function keepRunning(book, part, { env, nice, isEnding }) {
  // Left behind by a killed launcher: its code may be an older build.
  await endProcess(book, part);
  let restarts = 0;
  const launch = () => {
    const began = Date.now();
    const entry = startProcess(book, part, {
      command: process.execPath,
      args: [...NODE_ARGS[part], inRoot(MAIN[part])],
      env,
      nice,
      onExit: (how) => {
        if (isEnding()) return;
        if (Date.now() - began > STEADY_MS) restarts = 0;
        restarts += 1;
        say(`${part} ended (${how}):\n${lastWords(entry)}`);
        if (restarts === MANY) say(`${part} keeps ending: it is still started again, ever later; see ${entry.logFile}`);
        // Never given up: what it needs may be away for an hour and come back.
        setTimeout(() => !isEnding() && launch(), Math.min(LONGEST_WAIT_MS, 1000 * restarts)).unref();
      },
    });
    return entry;
  };
  return launch();
}

export async function answersHttp(url, entry) {
  const answered = await until(
    () =>
      fetch(url, { signal: AbortSignal.timeout(ATTEMPT_MS) }).then(
        () => true,
        () => false,
      ),
    {
      timeoutMs: PATIENCE_MS,
      giveUp: () => {
        if (!isAlive(entry)) throw new Expected(`the api ended at once:\n${lastWords(entry)}`);
      },
    },
  );
  if (!answered) throw new Expected(`the api does not answer at ${url}; see ${entry.logFile}`);
}

export function printWelcome(url, dataDirectory) {
  const accounts = readAccounts(join(dataDirectory, 'demo-accounts.json'));
  const width = Math.max(0, ...accounts.map(({ username }) => username.length));
  const lines = [
    '',
    `  Vinh Danh is up:  ${url}/`,
    `  API reference:    ${url}/api/docs`,
    ...(accounts.length === 0 ? [] : ['', '  Demo accounts, one a role:']),
    ...accounts.map(
      ({ role, username, password, note }) =>
        `    ${username.padEnd(width)}  ${password}   ${role}${note ? `: ${note}` : ''}`,
    ),
    '',
    `  Data and logs are in ${dataDirectory}. Ctrl-C ends everything that was started here, and nothing else.`,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function readAccounts(file) {
  if (!existsSync(file)) return [];
  const seen = new Set();
  return JSON.parse(readFileSync(file, 'utf8')).filter(({ role }) => !seen.has(role) && seen.add(role));
}
