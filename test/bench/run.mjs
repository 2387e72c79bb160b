/** One run: a fresh database, the processes it needs, the generator beside them, and what all of them used. */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from '../../scripts/lib/ports.mjs';
import { endProcess, startProcess } from '../../scripts/lib/processes.mjs';
import { NODE_ARGS, answersHttp } from '../../scripts/lib/stack.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { Expected } from '../../scripts/lib/say.mjs';
import {
  coresUsed,
  cpuPerPiece,
  peakMemory,
  query,
  readCpu,
  rowCounters,
  rowsWritten,
  walPosition,
} from './machine.mjs';
import { settle } from './settle.mjs';

/** An idle backend hands in its row counters after at most ten seconds. */
const COUNTERS_LATE_MS = 11_000;
/** Where no Temporal answers: the engine stays away, as when it is stopped. */
const NOBODY_THERE = '127.0.0.1:1';

export class Bench {
  #runs = 0;

  constructor({ book, postgres, temporal, dist, nodeArgs, quick }) {
    Object.assign(this, { book, postgres, temporal, dist, nodeArgs, quick });
  }

  /** Opens a fresh, settled database; `close` drops it. */
  async database() {
    const name = `bench_${(this.#runs += 1)}`;
    const admin = this.postgres.url;
    await query(admin, `create database ${name}`);
    const address = new URL(admin);
    address.pathname = `/${name}`;
    const tokens = await settle(this.dist, address.href);
    return { name, url: address.href, tokens, close: () => query(admin, `drop database ${name} with (force)`) };
  }

  async startApi(database, { namespace = 'none', engine } = {}) {
    const [port] = await freePorts(1);
    const url = `http://127.0.0.1:${port}`;
    const env = this.#env(database, namespace, engine, { PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url });
    const args = [...this.nodeArgs, ...NODE_ARGS.api, join(this.dist, 'apps/api/main.js')];
    const entry = startProcess(this.book, 'api', { command: process.execPath, args, env });
    await answersHttp(`${url}/health/live`, entry);
    return { url, pid: entry.pid, close: () => endProcess(this.book, 'api') };
  }

  /** Behind people's work, as `npm start` runs it. */
  async startWorker(database, { namespace, engine }) {
    const env = this.#env(database, namespace, engine, {});
    const main = join(this.dist, 'apps/worker/main.js');
    const args = ['-n', '10', process.execPath, ...NODE_ARGS.worker, main];
    const entry = startProcess(this.book, 'worker', { command: 'nice', args, env });
    return { pid: entry.pid, close: () => endProcess(this.book, 'worker') };
  }

  #env(database, namespace, engine, more) {
    return {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: engine ?? NOBODY_THERE,
      TEMPORAL_NAMESPACE: namespace,
      WORKFLOW_BUNDLE: join(this.dist, 'workflow-bundle.js'),
      VINHDANH_DATA: this.book.directory,
      ...more,
    };
  }

  get postgresPid() {
    return Number(readFileSync(join(this.book.directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Gives the generator its job, reads all counters around the timed part. `counted` nominations share rows and WAL. */
  async measure(job, database, processes = {}, counted) {
    const child = fork(inRoot('test/bench/generator.mjs'), [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.book.recordChild('generator', child.pid);
    try {
      const heard = listen(child);
      child.send({ say: 'job', job: { dist: this.dist, databaseUrl: database.url, tokens: database.tokens, ...job } });
      await heard('ready');
      const pids = { generator: child.pid, postgres: this.postgresPid, ...processes };
      await query(database.url, 'checkpoint');
      if (counted !== undefined) await pause(COUNTERS_LATE_MS);
      const rows = counted === undefined ? undefined : await rowCounters(database.url);
      const load = loadavg()[0];
      const wal = await walPosition(database.url);
      const before = readCpu(pids);
      child.send({ say: 'go' });
      const result = await heard('done');
      const after = readCpu(pids);
      const cores = coresUsed(before, after);
      const walBytes = (await walPosition(database.url)) - wal;
      const peakMiB = peakMemory(pids);
      child.send({ say: 'end' });
      const perRequest =
        result.requests === undefined ? {} : { cpuMsPerRequest: cpuPerPiece(before, after, result.requests) };
      const about = { ...result, ...perRequest, cores, peakMiB, loadBefore: Number(load.toFixed(2)) };
      if (counted === undefined) return about;
      await pause(COUNTERS_LATE_MS);
      const cpuMs = cpuPerPiece(before, after, counted);
      const written = rowsWritten(rows, await rowCounters(database.url), counted);
      return {
        ...about,
        cpuMsPerNomination: cpuMs,
        walKiBPerNomination: Number((walBytes / 1024 / counted).toFixed(1)),
        rows: written,
      };
    } finally {
      await endProcess(this.book, 'generator', { graceMs: 3000 });
    }
  }
}

/** Words of the generator, each heard once; its failure or end breaks every wait. */
function listen(child) {
  const heard = new Map();
  const waiting = new Map();
  let broken;
  const breakOff = (error) => {
    broken = error;
    for (const { reject } of waiting.values()) reject(error);
  };
  child.on('message', ({ say, result }) => {
    if (say === 'failed') {
      breakOff(new Expected(`the load generator gave up:\n${result}`));
      return;
    }
    heard.set(say, result);
    waiting.get(say)?.resolve(result);
  });
  child.on('exit', (code) => breakOff(new Expected(`the load generator ended (${code})`)));
  return (word) =>
    new Promise((resolve, reject) => {
      if (heard.has(word)) resolve(heard.get(word));
      else if (broken !== undefined) reject(broken);
      else waiting.set(word, { resolve, reject });
    });
}
