import { leafHash, type Hash } from './merkle-hash.js';
import { consistencyProof, inclusionProof, rootHash, type TreeHead } from './merkle-proof.js';
import { blockHash, blockRun, filledBlocks, hashesOver, keyOf } from './tiles.js';

/** A whole log in memory, stored as the database stores it: for checks that rebuild a log, and for tests. */
export class MemoryLog {
  private readonly stored = new Map<string, Hash>();
  private readonly hashOf = hashesOver(this.stored);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Appends an entry; returns the hash of its leaf. */
  append(data: string | Uint8Array): Hash {
    return this.appendHash(leafHash(data));
  }

  appendHash(leaf: Hash): Hash {
    this.stored.set(keyOf({ level: 0, index: this.count }), leaf);
    this.count += 1;
    for (const block of filledBlocks(this.count - 1, this.count)) {
      const { level, start, end } = blockRun(block);
      const below = Array.from({ length: end - start }, (_, i) => this.storedHash(level, start + i));
      this.stored.set(keyOf(block), blockHash(below));
    }
    return leaf;
  }

  root(size = this.count): Hash {
    return rootHash(size, this.hashOf);
  }

  head(size = this.count): TreeHead {
    return { size, root: this.root(size) };
  }

  inclusion(index: number, size = this.count): readonly Hash[] {
    return inclusionProof(index, size, this.hashOf);
  }

  consistency(before: number, size = this.count): readonly Hash[] {
    return consistencyProof(before, size, this.hashOf);
  }

  /** Roots of the full blocks so far, under the keys of {@link keyOf}. */
  *blocks(): Generator<readonly [string, Hash]> {
    for (const [key, hash] of this.stored) if (!key.startsWith('0:')) yield [key, hash];
  }

  private storedHash(level: number, index: number): Hash {
    const hash = this.stored.get(keyOf({ level, index }));
    if (hash === undefined) throw new Error(`the log lacks its hash ${keyOf({ level, index })}`);
    return hash;
  }
}
