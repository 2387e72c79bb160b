import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { formatSigner, newSignerKey, parseSigner, renamed, type SignerKey } from '../proof/signed-note.js';

/** Where the key of an installation's logs comes from: the environment, or a file that is read whenever it is needed. */
export type LogKeySource = { readonly text: string } | { readonly file: string };

/** Several starting processes may make one at once: the first file stays, everybody reads that. */
function generate(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const key = newSignerKey(`vinhdanh/${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(file, `${formatSigner(key)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
}

/** The key, made and kept where a file is named and there is none. Throws for what is not a key. */
export function readLogKey(source: LogKeySource): SignerKey {
  if ('file' in source && !existsSync(source.file)) generate(source.file);
  const key = parseSigner('text' in source ? source.text : readFileSync(source.file, 'utf8'));
  if (key === undefined) throw new Error(`not a signing key: ${'text' in source ? 'VINHDANH_LOG_KEY' : source.file}`);
  return key;
}

/** Puts another key in the place of the one in the file; the file is never half written. */
export function replaceLogKey(file: string, key: SignerKey): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, `${formatSigner(key)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
}

/** Each world has a log of its own, with a name of its own, under the installation's one key. */
export const logKeyOf = (key: SignerKey, world: string): SignerKey => renamed(key, `${key.name}/${world}`);
