import { emptyRoot, nodeHash, type Hash } from './merkle-hash.js';
import { consistencyRanges, inclusionRanges, subtreesOf, type Range, type Subtree } from './tree-shape.js';

/** Where the hashes of complete subtrees come from: memory, or what was read from the database beforehand. */
export type HashOf = (subtree: Subtree) => Hash;

/** The hash over a run of leaves: its complete subtrees folded from the right, as the recursion of RFC 9162 does. */
export function rangeHash(range: Range, hashOf: HashOf): Hash {
  const hashes = subtreesOf(range).map(hashOf);
  const last = hashes.pop();
  if (last === undefined) return emptyRoot();
  return hashes.reduceRight((right, left) => nodeHash(left, right), last);
}

export const rootHash = (size: number, hashOf: HashOf): Hash => rangeHash({ start: 0, end: size }, hashOf);

/** Every complete subtree that a root and these proofs need; for one look-up. */
export const neededFor = (ranges: readonly Range[]): readonly Subtree[] => ranges.flatMap(subtreesOf);

export const inclusionProof = (index: number, size: number, hashOf: HashOf): readonly Hash[] =>
  inclusionRanges(index, size).map((range) => rangeHash(range, hashOf));

export const consistencyProof = (before: number, size: number, hashOf: HashOf): readonly Hash[] =>
  consistencyRanges(before, size).map((range) => rangeHash(range, hashOf));

/** Whether the proof shows the leaf at `index` of the tree with this size and root (RFC 9162, 2.1.3.2). */
export function provesInclusion(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}

export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

/** Whether the proof shows that the newer tree begins with the older one (RFC 9162, 2.1.4.2). */
export function provesConsistency(older: TreeHead, newer: TreeHead, proof: readonly Hash[]): boolean {
  if (!Number.isSafeInteger(older.size) || !Number.isSafeInteger(newer.size)) return false;
  if (older.size < 0 || older.size > newer.size) return false;
  if (older.size === 0) return proof.length === 0 && older.root.equals(emptyRoot());
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root);
  const isPowerOfTwo = subtreesOf({ start: 0, end: older.size }).length === 1;
  const [first, ...rest] = isPowerOfTwo ? [older.root, ...proof] : proof;
  if (first === undefined) return false;
  let at = older.size - 1;
  let last = newer.size - 1;
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let before = first;
  let after = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = nodeHash(hash, before);
      after = nodeHash(hash, after);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      after = nodeHash(after, hash);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && before.equals(older.root) && after.equals(newer.root);
}
