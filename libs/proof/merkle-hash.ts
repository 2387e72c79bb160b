import { createHash } from 'node:crypto';

/** A hash of the tree: 32 bytes of SHA-256. */
export type Hash = Buffer;
export const HASH_BYTES = 32;

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** RFC 9162, 2.1.1: the prefix keeps a leaf from ever passing for an inner node. */
export const leafHash = (data: string | Uint8Array): Hash => createHash('sha256').update(LEAF).update(data).digest();

export const nodeHash = (left: Hash, right: Hash): Hash =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

/** The root of a log without entries. */
export const emptyRoot = (): Hash => createHash('sha256').digest();
