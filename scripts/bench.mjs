#!/usr/bin/env node
/** `npm run bench [-- names…] [--quick]`: measures the product on servers of its own; a table, and JSON in .data/bench. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareMachine } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { RunBook, whenNpmEnds } from './lib/processes.mjs';
import { Expected, report, say } from './lib/say.mjs';

const USAGE = `npm run bench -- [names…] [options]
  --quick        a fraction of the work: for trying out, not for figures
  --in-process   only what needs no HTTP: floor, ledger
  --dist DIR     an existing build instead of a fresh one
  --cpu-prof     profiles the api; the profiles go to .data/bench
  --list         the names and what they measure`;

let ending = false;
let clearAway = async () => undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(130));
whenNpmEnds(() => void stop(130));
await main().catch(async (error) => {
  if (ending) return;
  report(error);
  await stop(1);
});

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      'in-process': { type: 'boolean', default: false },
      dist: { type: 'string' },
      'cpu-prof': { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(`${USAGE}\n`);
  await prepareMachine(inRoot('.data'));
  const { BENCHES } = await import('../test/bench/benches.mjs');
  if (values.list) {
    for (const [name, { about }] of Object.entries(BENCHES)) process.stdout.write(`${name.padEnd(20)}${about}\n`);
    return;
  }
  const chosen =
    positionals.length > 0 ? positionals : values['in-process'] ? ['floor', 'ledger'] : Object.keys(BENCHES);
  const unknown = chosen.filter((name) => BENCHES[name] === undefined);
  if (unknown.length > 0) throw new Expected(`no bench is called ${unknown.join(', ')}; see --list`);

  const dist = values.dist === undefined ? inRoot('dist') : resolve(values.dist);
  if (values.dist === undefined) await (await import('./build.mjs')).build();
  const results = await measure(chosen, BENCHES, { dist, quick: values.quick, profile: values['cpu-prof'] });
  const file = inRoot(`.data/bench/${results.machine.at.replaceAll(':', '-').slice(0, 19)}.json`);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  const { table } = await import('../test/bench/table.mjs');
  process.stdout.write(`\n${table(results)}\n`);
  say(`written to ${file}`);
  await stop(results.failed.length > 0 ? 1 : 0);
}

async function measure(chosen, benches, { dist, quick, profile }) {
  const { ephemeralDirectory, endEverything, removeEphemeral, sweepEphemeral } = await import('./lib/ephemeral.mjs');
  const { startPostgres } = await import('./lib/postgres.mjs');
  const { chooseTemporalPorts, endTemporal, startTemporal } = await import('./lib/temporal.mjs');
  const { Bench } = await import('../test/bench/run.mjs');
  const { describeMachine, query } = await import('../test/bench/machine.mjs');
  await sweepEphemeral();
  const data = ephemeralDirectory();
  const book = new RunBook(data);
  book.claim();
  clearAway = async () => {
    await endEverything(book);
    removeEphemeral(data);
  };
  const output = inRoot('.data/bench');
  mkdirSync(output, { recursive: true });
  const postgres = await startPostgres(book);
  let engine;
  /** Only benches with the engine pay for its start. */
  const temporal = () =>
    (engine ??= chooseTemporalPorts(book)
      .then((ports) => startTemporal(book, ports, { nice: 10 }))
      .then(({ address }) => ({ address, pid: book.get('temporal').pid })));
  /** What one bench left unfinished must not be worked on beside the next. */
  const forgetTemporal = async () => {
    if (engine === undefined) return;
    engine = undefined;
    await endTemporal(book);
    rmSync(join(data, 'temporal'), { recursive: true, force: true });
  };
  const nodeArgs = profile ? ['--cpu-prof', `--cpu-prof-dir=${join(output, 'profiles')}`] : [];
  const bench = new Bench({ book, postgres, temporal, dist, nodeArgs, quick });

  const settings = await query(
    postgres.url,
    `select name, setting from pg_settings where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes',
     'shared_buffers', 'max_connections', 'checkpoint_timeout', 'max_wal_size', 'wal_compression')`,
  );
  const results = {
    machine: describeMachine(),
    quick,
    postgres: Object.fromEntries(settings.map(({ name, setting }) => [name, setting])),
    benches: {},
    failed: [],
  };
  for (const name of chosen) {
    say(`${name}: ${benches[name].about}`);
    try {
      results.benches[name] = await benches[name].run(bench);
    } catch (error) {
      // One bench that cannot run must not cost the figures of the others.
      results.failed.push(name);
      report(error);
    }
    await forgetTemporal();
  }
  return results;
}

async function stop(code) {
  if (ending) return;
  ending = true;
  await clearAway().catch(report);
  process.exit(code);
}
