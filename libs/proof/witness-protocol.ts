import { fromBase64, toBase64 } from './base64.js';
import { HASH_BYTES, type Hash } from './merkle-hash.js';

/** What a log sends to a witness (C2SP tlog-witness, `POST /add-checkpoint`). */
export interface AddCheckpoint {
  /** The size the log believes the witness has seen. */
  readonly oldSize: number;
  /** Consistency of that size with the checkpoint. */
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
}

const MOST_HASHES = 63;
const OLD = /^old (0|[1-9][0-9]{0,15})$/;

export const formatAddCheckpoint = ({ oldSize, proof, checkpoint }: AddCheckpoint): string =>
  `old ${oldSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`;

/** Undefined for a body that is none. */
export function parseAddCheckpoint(body: string): AddCheckpoint | undefined {
  const cut = body.indexOf('\n\n');
  if (cut < 0) return undefined;
  const [first = '', ...lines] = body.slice(0, cut).split('\n');
  const [, oldSize] = OLD.exec(first) ?? [];
  const proof = lines.map(fromBase64);
  const hashes = proof.filter((hash) => hash?.length === HASH_BYTES).filter((hash) => hash !== undefined);
  if (oldSize === undefined || hashes.length !== proof.length || proof.length > MOST_HASHES) return undefined;
  return { oldSize: Number(oldSize), proof: hashes, checkpoint: body.slice(cut + 2) };
}
