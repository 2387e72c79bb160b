/** Signed notes and checkpoints (C2SP: signed-note, tlog-checkpoint, tlog-cosignature). */
import { concat, fromBase64, hexOf, same, utf8 } from './bytes.mjs';

const ED25519 = 1;
const COSIGNATURE = 4;

/** `name+hash+key` as published; undefined for what is not a key under the hash it names. */
export async function parseKey(crypto, text) {
  const [, name, hash, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/u.exec(String(text).trim()) ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (bytes === undefined || bytes.length !== 33 || (bytes[0] !== ED25519 && bytes[0] !== COSIGNATURE))
    return undefined;
  const id = (await crypto.sha256(concat(utf8(name), new Uint8Array([10]), bytes))).subarray(0, 4);
  return hexOf(id) === hash ? { name, type: bytes[0], id, publicKey: bytes.subarray(1) } : undefined;
}

/** Text and signatures of a note; undefined for what is none. */
export function parseNote(note) {
  const cut = typeof note === 'string' && note.endsWith('\n') ? note.lastIndexOf('\n\n') : -1;
  if (cut < 0) return undefined;
  const signatures = note
    .slice(cut + 2, -1)
    .split('\n')
    .map((line) => {
      const [, name, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
      const bytes = encoded === undefined ? undefined : fromBase64(encoded);
      return bytes === undefined || bytes.length < 5
        ? undefined
        : { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
    });
  return signatures.includes(undefined) ? undefined : { text: note.slice(0, cut + 1), signatures };
}

const linesOf = (note, key) => note.signatures.filter(({ name, id }) => name === key.name && same(id, key.id));

/** Whether this key has signed the note; one false line under its name and the answer is no. */
export async function isSignedBy(crypto, note, key) {
  const lines = note === undefined || key === undefined || key.type !== ED25519 ? [] : linesOf(note, key);
  for (const { signature } of lines)
    if (!(await crypto.verifies(key.publicKey, signature, utf8(note.text)))) return false;
  return lines.length > 0;
}

/** When a witness says it saw the checkpoint, in POSIX seconds; undefined where its line is missing or false. */
export async function cosignedAt(crypto, note, key) {
  const [line] = key.type === COSIGNATURE ? linesOf(note, key) : [];
  if (line === undefined || line.signature.length !== 72) return undefined;
  const seconds = line.signature.subarray(0, 8).reduce((sum, byte) => sum * 256 + byte, 0);
  const message = utf8(`cosignature/v1\ntime ${seconds}\n${note.text}`);
  return (await crypto.verifies(key.publicKey, line.signature.subarray(8), message)) ? seconds : undefined;
}

/** What a note says about a log: its name, how many facts it holds, the root over them. Undefined for anything else. */
export function parseCheckpoint(text) {
  const note = parseNote(text);
  const [origin, size, encoded, ...rest] = note === undefined ? [] : note.text.split('\n');
  const root = fromBase64(encoded);
  if (root?.length !== 32 || !/^[1-9][0-9]{0,14}$/.test(size) || rest.length !== 1) return undefined;
  return { note, origin, size: Number(size), root };
}
