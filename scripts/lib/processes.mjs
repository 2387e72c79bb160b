/**
 * Knows which processes are ours. Everything started is written to run.json with its pid and its birth, so that a later
 * start can adopt or end what a killed launcher left behind, and never touches a stranger that got a recycled pid.
 */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './paths.mjs';
import { Expected, say } from './say.mjs';

/** What tells a process from a later one with the same pid; undefined when it is gone. */
export function birthOf(pid) {
  try {
    if (process.platform === 'linux') {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
      // A zombie nobody has waited for is as good as gone.
      if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${boot}/${fields[19]}`;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

export const isAlive = (entry) => entry !== undefined && birthOf(entry.pid) === entry.birth;

/** The book of one data directory. Every change is on disk before the next thing happens. */
export class RunBook {
  constructor(dataDirectory) {
    this.directory = dataDirectory;
    this.file = join(dataDirectory, 'run.json');
    this.content = readBook(this.file) ?? { processes: {}, ports: {} };
  }

  /** Fails when another launcher works in this directory; two would end each other's servers. */
  claim() {
    const { launcher } = this.content;
    if (launcher && launcher.pid !== process.pid && isAlive(launcher)) {
      const where = this.content.url ? ` at ${this.content.url}` : '';
      throw new Expected(
        `Vinh Danh already runs from ${this.directory}${where} (process ${launcher.pid}). Stop it there, or use another --data DIR.`,
      );
    }
    this.content.root = root;
    this.content.launcher = { pid: process.pid, birth: birthOf(process.pid) };
    this.save();
  }

  /** After this nothing new is started: an ending must not race with a beginning. */
  close() {
    this.closed = true;
  }

  get(name) {
    return this.content.processes[name];
  }

  record(name, entry) {
    this.content.processes[name] = entry;
    this.save();
  }

  /** A child run to its end by its caller: written down only so that a later start can end it. */
  recordChild(name, pid) {
    this.record(name, { pid, birth: birthOf(pid) });
  }

  forget(name) {
    delete this.content.processes[name];
    this.save();
  }

  note(facts) {
    Object.assign(this.content, facts);
    this.save();
  }

  release() {
    const { root: ours, ports } = this.content;
    this.content = { root: ours, ports, processes: {} };
    this.save();
  }

  save() {
    if (!existsSync(this.directory)) return;
    // Holds the database address with its password, hence the mode.
    writeFileSync(`${this.file}.new`, `${JSON.stringify(this.content, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}

export function readBook(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Starts a process in a group of its own, so that Ctrl-C in the terminal reaches the launcher alone and the order of
 * ending stays ours. Its output goes to logs/<name>.log.
 */
export function startProcess(book, name, { command, args, env, nice = 0, uid, gid, onExit, ...facts }) {
  if (book.closed) throw new Expected('ending');
  const logs = join(book.directory, 'logs');
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, `${name}.log`);
  const log = openSync(logFile, 'a');
  // `nice` the command rather than setpriority(): on Linux the latter reaches one thread only.
  const line = nice > 0 ? ['nice', '-n', String(nice), command, ...args] : [command, ...args];
  const child = spawn(line[0], line.slice(1), {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', log, log],
    ...(uid === undefined ? {} : { uid, gid }),
  });
  closeSync(log);
  child.on('error', (error) => onExit?.(error.message));
  child.on('exit', (code, signal) => onExit?.(signal ?? `code ${code}`));
  if (child.pid === undefined) throw new Expected(`cannot run ${line[0]}`);
  const entry = { pid: child.pid, birth: birthOf(child.pid), logFile, logStart: statSync(logFile).size, ...facts };
  book.record(name, entry);
  return entry;
}

/** Also for adopted processes, of which no exit event is ever heard. */
export function whenGone(entry, then) {
  const timer = setInterval(() => {
    if (isAlive(entry)) return;
    clearInterval(timer);
    then();
  }, 1000);
  timer.unref();
}

/**
 * Ending `npm start` by its pid ends npm and the shell it put between us, which passes nothing on: without this the
 * launcher and all its servers would go on, unseen. Started directly, a parent may leave without meaning anything by it.
 */
export function whenNpmEnds(then) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 500);
  timer.unref();
}

/** Politely first, then surely. PostgreSQL wants SIGINT for "end now, but cleanly"; groups get the rest. */
export async function endProcess(book, name, { signal = 'SIGTERM', graceMs = 10_000, hurry = false } = {}) {
  const entry = book.get(name);
  if (!entry) return;
  if (isAlive(entry)) {
    send(entry.pid, signal);
    const deadline = Date.now() + (hurry ? Math.min(graceMs, 2000) : graceMs);
    while (isAlive(entry) && Date.now() < deadline) await pause(50);
    if (isAlive(entry)) {
      say(`${name} (${entry.pid}) did not end in time: killed`);
      send(-entry.pid, 'SIGKILL');
      while (isAlive(entry)) await pause(50);
    }
  }
  book.forget(name);
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** The end of what a process wrote since it was started: the reason it gives for dying. */
export function lastWords(entry, lines = 12) {
  try {
    const said = readFileSync(entry.logFile).subarray(entry.logStart).toString('utf8');
    return said.trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
