/** Proofs about a log (RFC 9162, section 2.1). `crypto` gives SHA-256; see node.mjs and browser.mjs. */
import { concat, same } from './bytes.mjs';

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

export const leafHash = (crypto, data) => crypto.sha256(concat(LEAF, data));
const nodeHash = (crypto, left, right) => crypto.sha256(concat(NODE, left, right));

const half = (n) => Math.floor(n / 2);
const isCount = (n) => Number.isSafeInteger(n) && n >= 0;

/** 2.1.3.2: the leaf is number `index` of the log with this size and root. */
export async function provesInclusion(crypto, leaf, index, { size, root }, proof) {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await nodeHash(crypto, sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = await nodeHash(crypto, hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && same(hash, root);
}

/** 2.1.4.2: the newer log begins with the older one. */
export async function provesConsistency(crypto, older, newer, proof) {
  if (!isCount(older.size) || !isCount(newer.size) || older.size === 0 || older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && same(older.root, newer.root);
  let isPowerOfTwo = older.size;
  while (isPowerOfTwo % 2 === 0) isPowerOfTwo /= 2;
  const path = isPowerOfTwo === 1 ? [older.root, ...proof] : [...proof];
  if (path.length === 0) return false;
  let [at, last] = [older.size - 1, newer.size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let before = path[0];
  let after = path[0];
  for (const hash of path.slice(1)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = await nodeHash(crypto, hash, before);
      after = await nodeHash(crypto, hash, after);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      after = await nodeHash(crypto, after, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && same(before, older.root) && same(after, newer.root);
}
