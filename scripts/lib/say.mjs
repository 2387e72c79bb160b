/** One line a fact, each with the seconds since the start: a long wait must never look like a hang. */
const startedAt = Date.now();

// A closed terminal is no reason to leave servers behind.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

export function say(line) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${seconds} s  ${line}\n`);
}

/** Something the person at the keyboard can put right: shown as one line, without a stack. */
export class Expected extends Error {
  name = 'Expected';
}

/** Repeats a line while `work` lasts, so that a build of minutes shows it is alive. */
export async function withProgress(describe, everySeconds, work) {
  const began = Date.now();
  const timer = setInterval(() => {
    say(describe(Math.round((Date.now() - began) / 1000)));
  }, everySeconds * 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Expected trouble in one line, anything else with its stack. */
export function report(error) {
  if (error instanceof Expected) process.stderr.write(`\nCannot go on: ${error.message}\n`);
  else process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

export function reportAndExit(error) {
  report(error);
  process.exit(1);
}
