/** A refusal a person can act on: one line, no stack. */
export class CliError extends Error {
  override readonly name = 'CliError';
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const warn = (line: string): void => void process.stderr.write(`${line}\n`);
