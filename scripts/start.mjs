#!/usr/bin/env node
/** `npm start`: from a bare clone to a running system. Ctrl-C ends what was started here. */
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareMachine } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { endProcess, RunBook, whenGone, whenNpmEnds } from './lib/processes.mjs';
import { Expected, reportAndExit, say } from './lib/say.mjs';

const BACKGROUND = 10;
const REHEARSED = 'data/campaigns/hoa-binh-nong-san-2024-2030.yaml';
const USAGE = `npm start -- [options]
  --port N         where the application answers (default 3000)
  --data DIR       where everything is kept (default .data)
  --ephemeral      a temporary data directory, removed at the end
  --no-engine      without Temporal and the worker: people can work, nothing moves by itself
  --no-rehearsal   do not play a campaign through in the background
DATABASE_URL and TEMPORAL_ADDRESS name servers to use instead of our own.`;

let ending = false;
let askedAt = 0;
let book;
let clearAway = () => undefined;
/** Filled in once the modules that need node_modules can be loaded. */
let endAll = async () => undefined;

process.on('uncaughtException', (error) => void giveUp(error));
await main().catch(giveUp);

async function giveUp(error) {
  if (ending) return;
  ending = true;
  await endAll({ hurry: true }).catch(() => undefined);
  book?.release();
  clearAway();
  reportAndExit(error);
}

async function main() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());
  whenNpmEnds(() => void end());
  const options = readOptions();
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  await prepareMachine(options.data);

  const { build } = await import('./build.mjs');
  const { ephemeralDirectory, endEverything, removeEphemeral, sweepEphemeral } = await import('./lib/ephemeral.mjs');
  const stack = await import('./lib/stack.mjs');
  await build();
  await sweepEphemeral();

  const data = options.ephemeral ? ephemeralDirectory() : options.data;
  mkdirSync(data, { recursive: true });
  if (options.ephemeral) clearAway = () => removeEphemeral(data);
  const opened = new RunBook(data);
  opened.claim();
  // Only now: a directory somebody else holds must not be written to when this start gives up.
  book = opened;
  endAll = (how) => endEverything(book, how);
  for (const part of ['rehearsal', 'seed', 'migrate', 'api', 'worker']) await endProcess(book, part);
  await stack.refuseTakenPort(options.port);

  const env = await addresses(options, data);
  const url = `http://127.0.0.1:${options.port}`;
  book.note({ url, env });
  if (stack.exists('cli')) {
    await stack.runCli(['migrate'], env, { book, name: 'migrate' });
    await stack.runCli(['seed'], env, { book, name: 'seed' });
  }
  const isEnding = () => ending;
  if (stack.exists('api')) {
    const api = await stack.keepRunning(book, 'api', { env, isEnding });
    await stack.answersHttp(url, api);
    stack.printWelcome(url, data);
  }
  if (options.engine) await startEngine(stack, env, isEnding);
  if (options.engine && options.rehearsal && stack.exists('cli') && existsSync(inRoot(REHEARSED))) {
    const rehearsal = { book, name: 'rehearsal', prefix: '[rehearsal] ', nice: BACKGROUND };
    await stack.runCli(['rehearse', REHEARSED, '--running'], env, rehearsal).catch((error) => {
      if (!ending) say(error.message);
    });
  }
  // The servers have groups and lives of their own: this keeps the launcher there to end them.
  setInterval(() => undefined, 1 << 30);
}

function readOptions() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: 'string', default: process.env.PORT ?? '3000' },
      data: { type: 'string', default: process.env.VINHDANH_DATA ?? inRoot('.data') },
      ephemeral: { type: 'boolean', default: false },
      engine: { type: 'boolean', default: true },
      rehearsal: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Expected(`--port ${values.port} is not a port`);
  return { ...values, port, data: resolve(values.data) };
}

/** Everything the application is told. The engine's address is settled before the engine is there. */
async function addresses({ port }, data) {
  let databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) {
    const { startPostgres } = await import('./lib/postgres.mjs');
    const postgres = await keepServer('postgres', () => startPostgres(book));
    databaseUrl = postgres.url;
    say(`PostgreSQL ${postgres.adopted ? 'adopted' : 'started'} on 127.0.0.1:${postgres.port}`);
  }
  const { chooseTemporalPorts, NAMESPACE } = await import('./lib/temporal.mjs');
  const temporal = process.env.TEMPORAL_ADDRESS || `127.0.0.1:${(await chooseTemporalPorts(book))[0]}`;
  return {
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_NAMESPACE: process.env.TEMPORAL_NAMESPACE ?? NAMESPACE,
    VINHDANH_DATA: data,
  };
}

/** In the background of people's work: without it acts are taken all the same, and the outbox waits. */
async function startEngine(stack, env, isEnding) {
  const { chooseTemporalPorts, ensureNamespace, startTemporal } = await import('./lib/temporal.mjs');
  if (process.env.TEMPORAL_ADDRESS) {
    await ensureNamespace(env.TEMPORAL_ADDRESS, env.TEMPORAL_NAMESPACE);
  } else {
    const ports = await chooseTemporalPorts(book);
    const temporal = await keepServer('temporal', async () => {
      const server = await startTemporal(book, ports, { nice: BACKGROUND });
      // Each time: a server whose store was lost knows nothing of us.
      await ensureNamespace(server.address, env.TEMPORAL_NAMESPACE);
      return server;
    });
    say(`Temporal ${temporal.adopted ? 'adopted' : 'started'} on ${temporal.address}`);
  }
  if (!stack.exists('worker')) return;
  await stack.keepRunning(book, 'worker', { env, nice: BACKGROUND, isEnding });
  say('the engine has joined');
}

/** A server that is killed comes back on its own ports; what was told its address finds it again. */
async function keepServer(name, start) {
  const server = await start();
  whenGone(book.get(name), () => {
    if (ending) return;
    say(`${name} ended: starting it again`);
    keepServer(name, start).catch((error) => say(error.message));
  });
  return server;
}

/** The terminal and npm may both pass on one Ctrl-C: only a later second one means "now". */
async function end() {
  if (ending) {
    if (Date.now() - askedAt > 1500) {
      await endAll({ hurry: true });
      process.exit(130);
    }
    return;
  }
  ending = true;
  askedAt = Date.now();
  say('ending');
  await endAll({});
  book?.release();
  clearAway();
  say('ended; nothing of this run is left');
  process.exit(0);
}
