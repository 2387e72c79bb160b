import { fromBase64, toBase64 } from './base64.js';
import { HASH_BYTES } from './merkle-hash.js';
import type { TreeHead } from './merkle-proof.js';
import {
  COSIGNATURE,
  parseNote,
  signBytes,
  signedBy,
  signNote,
  verifierOf,
  verifyBytes,
  type Note,
  type Signature,
  type SignerKey,
  type VerifierKey,
} from './signed-note.js';

/** The state of a log that its key has signed (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** Name of the log, unique in the world. */
  readonly origin: string;
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`;

export const signCheckpoint = (key: SignerKey, head: TreeHead): string =>
  signNote(key, checkpointText({ origin: key.name, ...head }));

const SIZE = /^(0|[1-9][0-9]{0,15})$/;

/** What a text says about a log; undefined for what is no checkpoint. Lines after the third are extensions we do not make. */
export function parseCheckpointText(text: string): Checkpoint | undefined {
  const [origin = '', size = '', encoded = '', ...rest] = text.split('\n');
  const root = fromBase64(encoded);
  if (origin === '' || !SIZE.test(size) || root === undefined || root.length !== HASH_BYTES) return undefined;
  return rest.length === 1 && rest[0] === '' ? { origin, size: Number(size), root } : undefined;
}

export interface OpenedCheckpoint {
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

/** A note as a checkpoint, signatures unchecked; undefined for what is none. */
export function parseCheckpoint(text: string): OpenedCheckpoint | undefined {
  const note = parseNote(text);
  const checkpoint = note === undefined ? undefined : parseCheckpointText(note.text);
  return note === undefined || checkpoint === undefined ? undefined : { note, checkpoint };
}

/** The checkpoint, if this key of the log has signed it; undefined otherwise. */
export function openCheckpoint(text: string, log: VerifierKey): OpenedCheckpoint | undefined {
  const opened = parseCheckpoint(text);
  if (opened === undefined || opened.checkpoint.origin !== log.name) return undefined;
  return signedBy(opened.note, log) === undefined ? undefined : opened;
}

const TIME_BYTES = 8;
/** C2SP tlog-cosignature: what a witness signs, "I have seen this and everything before it, by this time". */
const cosigned = (text: string, seconds: number): string => `cosignature/v1\ntime ${seconds}\n${text}`;

export const witnessKey = (key: SignerKey): VerifierKey => verifierOf(key, COSIGNATURE);

/** A witness's line under a checkpoint. `seconds`: POSIX time. */
export function cosign(key: SignerKey, text: string, seconds: number): Signature {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = Buffer.concat([time, signBytes(key, cosigned(text, seconds))]);
  return { name: key.name, id: witnessKey(key).id, signature };
}

/** When the witness saw the checkpoint, in POSIX seconds; undefined where its line is missing or false. */
export function cosignedAt(note: Note, witness: VerifierKey): number | undefined {
  const line = note.signatures.find(({ name, id }) => name === witness.name && id.equals(witness.id));
  if (line === undefined || line.signature.length <= TIME_BYTES) return undefined;
  const seconds = Number(line.signature.readBigUInt64BE());
  const isTrue = verifyBytes(witness.publicKey, cosigned(note.text, seconds), line.signature.subarray(TIME_BYTES));
  return isTrue ? seconds : undefined;
}
