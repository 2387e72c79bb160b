#!/usr/bin/env node
/** `npx vinhdanh <command>`: builds if something changed, finds the running system, hands over to apps/cli. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../scripts/build.mjs';
import { prepareMachine } from '../scripts/lib/install.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';
import { isAlive, readBook } from '../scripts/lib/processes.mjs';
import { Expected, reportAndExit } from '../scripts/lib/say.mjs';

const [command] = process.argv.slice(2);

try {
  if (command === 'start') {
    process.argv.splice(2, 1);
    await import('../scripts/start.mjs');
  } else if (command === 'verify') {
    // A file proves itself without this system: neither build nor database is asked for.
    const { main } = await import('../verifier/node.mjs');
    process.exitCode = await main(process.argv.slice(3));
  } else {
    await handOver();
  }
} catch (error) {
  reportAndExit(error);
}

async function handOver() {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  const data = process.env.VINHDANH_DATA ?? inRoot('.data');
  await prepareMachine(data);
  await build();
  // The addresses `npm start` chose, as long as it runs; what the environment says wins.
  const running = readBook(join(data, 'run.json'));
  if (running && isAlive(running.launcher)) process.env = { ...running.env, ...process.env };
  const cli = inRoot('dist/apps/cli/main.js');
  if (!existsSync(cli)) throw new Expected('the command line application is not built (apps/cli)');
  process.argv[1] = cli;
  await import(cli);
}
