/** Data directories that vanish with the run, and the ones a killed run could not clear away. */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from './paths.mjs';
import { endPostgres } from './postgres.mjs';
import { endProcess, isAlive, readBook, RunBook } from './processes.mjs';
import { say } from './say.mjs';

const PREFIX = 'vinhdanh-run-';

export function ephemeralDirectory() {
  const directory = mkdtempSync(join(tmpdir(), PREFIX));
  // PostgreSQL may run under another account than ours and has to pass through.
  chmodSync(directory, 0o711);
  return directory;
}

export function removeEphemeral(directory) {
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Only of this clone, and only where the launcher is gone: others' runs are none of our business. */
export async function sweepEphemeral() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const directory = join(tmpdir(), name);
    const content = readBook(join(directory, 'run.json'));
    if (content?.root !== root || isAlive(content.launcher)) continue;
    say(`clearing away a killed run (${directory})`);
    await endEverything(new RunBook(directory));
    removeEphemeral(directory);
  }
}

/** From the outside in: nobody is served by half a system, and the database outlives those who write to it. */
export async function endEverything(book, { hurry = false } = {}) {
  book.close();
  const rest = Object.keys(book.content.processes).filter(
    (name) => !['api', 'worker', 'temporal', 'postgres'].includes(name),
  );
  for (const name of [...rest, 'api', 'worker', 'temporal']) await endProcess(book, name, { hurry });
  // What is thrown away need not be written down first: SIGQUIT is PostgreSQL's immediate shutdown.
  const isThrownAway = basename(book.directory).startsWith(PREFIX);
  await endPostgres(book, { hurry, ...(isThrownAway ? { signal: 'SIGQUIT' } : {}) });
}
