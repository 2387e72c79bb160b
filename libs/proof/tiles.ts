import { nodeHash, type Hash } from './merkle-hash.js';
import type { HashOf } from './merkle-proof.js';
import type { Subtree } from './tree-shape.js';

/**
 * Only every eighth level of the tree is stored: the leaves, and the root of each full block of 256. What lies between is
 * computed from at most 256 neighbours. A million entries need 3,921 rows beside their leaves, and no row ever changes.
 */
export const STORED_EVERY = 8;
const WIDTH = 2 ** STORED_EVERY;

const storedLevel = (level: number): number => level - (level % STORED_EVERY);

export const keyOf = ({ level, index }: Subtree): string => `${level}:${index}`;

/** A run of stored hashes of one level, `end` not included. */
export interface StoredRun {
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/** What must be read to compute these subtrees: each stored hash once, neighbours in one run. */
export function storedRuns(subtrees: readonly Subtree[]): readonly StoredRun[] {
  const runs = subtrees
    .map(({ level, index }): StoredRun => {
      const stored = storedLevel(level);
      const width = 2 ** (level - stored);
      return { level: stored, start: index * width, end: (index + 1) * width };
    })
    .sort((a, b) => a.level - b.level || a.start - b.start);
  const merged: StoredRun[] = [];
  for (const run of runs) {
    const before = merged.at(-1);
    if (before !== undefined && before.level === run.level && run.start <= before.end) {
      merged[merged.length - 1] = { ...before, end: Math.max(before.end, run.end) };
    } else {
      merged.push(run);
    }
  }
  return merged;
}

/** Computes subtrees from stored hashes; what has been computed once is kept. Throws for a stored hash that is missing. */
export function hashesOver(stored: ReadonlyMap<string, Hash>): HashOf {
  // A complete subtree never changes: what was computed stays true while the log grows.
  const kept = new Map<string, Hash>();
  const hashOf = (subtree: Subtree): Hash => {
    const key = keyOf(subtree);
    const known = stored.get(key) ?? kept.get(key);
    if (known !== undefined) return known;
    if (subtree.level % STORED_EVERY === 0) throw new Error(`the log lacks its hash ${key}`);
    const [level, index] = [subtree.level - 1, subtree.index * 2];
    const hash = nodeHash(hashOf({ level, index }), hashOf({ level, index: index + 1 }));
    kept.set(key, hash);
    return hash;
  };
  return hashOf;
}

/** The blocks that become full when a log grows from `before` to `after` entries, lower levels first. */
export function filledBlocks(before: number, after: number): readonly Subtree[] {
  const blocks: Subtree[] = [];
  for (let level = STORED_EVERY, width = WIDTH; width <= after; level += STORED_EVERY, width *= WIDTH) {
    for (let index = Math.floor(before / width); index < Math.floor(after / width); index += 1)
      blocks.push({ level, index });
  }
  return blocks;
}

/** The stored hashes of one level below that a block is made of. */
export const blockRun = ({ level, index }: Subtree): StoredRun => ({
  level: level - STORED_EVERY,
  start: index * WIDTH,
  end: (index + 1) * WIDTH,
});

/** The root of a full block over its 256 stored hashes. */
export function blockHash(hashes: readonly Hash[]): Hash {
  if (hashes.length !== WIDTH) throw new RangeError(`a block has ${WIDTH} hashes, not ${hashes.length}`);
  let row = hashes;
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let i = 0; i + 1 < row.length; i += 2) {
      const [left, right] = [row[i], row[i + 1]];
      if (left !== undefined && right !== undefined) above.push(nodeHash(left, right));
    }
    row = above;
  }
  const [root] = row;
  if (root === undefined) throw new RangeError('an empty block');
  return root;
}
