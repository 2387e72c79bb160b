import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryLog } from '../../../libs/proof/memory-log.js';
import { emptyRoot, leafHash, nodeHash, type Hash } from '../../../libs/proof/merkle-hash.js';
import { provesConsistency, provesInclusion } from '../../../libs/proof/merkle-proof.js';
import { filledBlocks, storedRuns } from '../../../libs/proof/tiles.js';
import { subtreesOf } from '../../../libs/proof/tree-shape.js';

/** The entries, roots and proofs that RFC 6962's own reference implementation is tested with. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const A = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const B = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const C = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const D = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const E = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';

const hex = (hashes: readonly Hash[]): readonly string[] => hashes.map((hash) => hash.toString('hex'));
const vectors = (): MemoryLog => logOf(ENTRIES.map((entry) => Buffer.from(entry, 'hex')));

function logOf(entries: readonly (string | Uint8Array)[]): MemoryLog {
  const log = new MemoryLog();
  for (const entry of entries) log.append(entry);
  return log;
}

/** The definition of RFC 9162, 2.1.1, word for word. */
function defined(entries: readonly string[]): Hash {
  const [first = '', ...others] = entries;
  if (entries.length === 0) return emptyRoot();
  if (others.length === 0) return leafHash(first);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return nodeHash(defined(entries.slice(0, k)), defined(entries.slice(k)));
}

const sizes = fc.integer({ min: 1, max: 700 });
const entriesOf = (size: number): readonly string[] => Array.from({ length: size }, (_, i) => `fact ${i}`);
const flipped = (hash: Hash, bit: number): Hash => {
  const copy = Buffer.from(hash);
  const at = bit % (copy.length * 8);
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
  return copy;
};

describe('Merkle tree of RFC 9162', () => {
  it('issue 7: gives the roots of the test vectors', () => {
    expect(emptyRoot().toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const log = vectors();
    expect(ROOTS.map((_, i) => log.root(i + 1).toString('hex'))).toEqual(ROOTS);
  });

  it('issue 7: gives the inclusion proofs of the test vectors', () => {
    const log = vectors();
    expect(hex(log.inclusion(0, 1))).toEqual([]);
    expect(hex(log.inclusion(0, 8))).toEqual([A, B, C]);
    expect(hex(log.inclusion(5, 8))).toEqual([D, E, ROOTS[3]]);
    expect(hex(log.inclusion(2, 3))).toEqual([ROOTS[1]]);
    expect(hex(log.inclusion(1, 5))).toEqual([ROOTS[0], B, D]);
  });

  it('issue 7: gives the consistency proofs of the test vectors', () => {
    const log = vectors();
    expect(hex(log.consistency(1, 1))).toEqual([]);
    expect(hex(log.consistency(1, 8))).toEqual([A, B, C]);
    expect(hex(log.consistency(6, 8))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      E,
      ROOTS[3],
    ]);
    expect(hex(log.consistency(2, 5))).toEqual([B, D]);
  });

  it('issue 7: is the definition of the RFC at every size, however the log grew', () => {
    const entries = entriesOf(530);
    const log = logOf(entries);
    for (const size of [0, 1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 530])
      expect(log.root(size)).toEqual(defined(entries.slice(0, size)));
  });

  it('issue 7: 10,000 honest random proofs raise no false alarm', () => {
    const log = logOf(entriesOf(700));
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, a, b) => {
        const index = a % size;
        const before = b % (size + 1);
        const leaf = leafHash(`fact ${index}`);
        return (
          provesInclusion(leaf, index, size, log.inclusion(index, size), log.root(size)) &&
          provesConsistency(log.head(before), log.head(size), log.consistency(before, size))
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('issue 7: a proof for another place, size, root, leaf or with any hash changed, cut or doubled proves nothing', () => {
    const log = logOf(entriesOf(700));
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.nat(), (size, a, b, bit) => {
        const index = a % size;
        const proof = log.inclusion(index, size);
        const root = log.root(size);
        const leaf = leafHash(`fact ${index}`);
        const proves = (p: readonly Hash[], i = index, s = size, r = root, l = leaf) => provesInclusion(l, i, s, p, r);
        expect(proves(proof, b % size)).toBe(b % size === index);
        expect(proves(proof, index, size, flipped(root, bit))).toBe(false);
        expect(proves(proof, index, size, root, flipped(leaf, bit))).toBe(false);
        expect(proves([...proof, root])).toBe(false);
        if (proof.length === 0) return;
        const at = b % proof.length;
        expect(proves(proof.map((hash, i) => (i === at ? flipped(hash, bit) : hash)))).toBe(false);
        expect(proves(proof.filter((_, i) => i !== at))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('issue 7: a log that was cut or rewritten is consistent with no checkpoint held from before', () => {
    const honest = logOf(entriesOf(300));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 299 }), fc.nat(), fc.nat(), (held, a, bit) => {
        const changed = a % held;
        const rewritten = logOf(entriesOf(300).map((entry, i) => (i === changed ? `${entry}!` : entry)));
        const proof = rewritten.consistency(held);
        expect(provesConsistency(honest.head(held), rewritten.head(), proof)).toBe(false);
        expect(provesConsistency(honest.head(), honest.head(held), honest.consistency(held))).toBe(false);
        const bent = honest.consistency(held).map((hash, i) => (i === 0 ? flipped(hash, bit) : hash));
        expect(provesConsistency(honest.head(held), honest.head(), bent)).toBe(bent.length === 0);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses leaves and sizes a log does not have', () => {
    const log = logOf(entriesOf(5));
    expect(() => log.inclusion(5)).toThrow(RangeError);
    expect(() => log.inclusion(-1)).toThrow(RangeError);
    expect(() => log.consistency(6)).toThrow(RangeError);
    expect(provesInclusion(leafHash('fact 0'), 0, 2 ** 60, [], leafHash('fact 0'))).toBe(false);
    expect(provesConsistency({ size: 0, root: leafHash('x') }, log.head(), [])).toBe(false);
  });

  it('reads at most 256 neighbours of a level for whatever it needs', () => {
    expect(filledBlocks(0, 65_536)).toHaveLength(257);
    expect(filledBlocks(255, 256)).toEqual([{ level: 8, index: 0 }]);
    expect(filledBlocks(256, 511)).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (size) => {
        const runs = storedRuns(subtreesOf({ start: 0, end: size }));
        return runs.every(({ start, end }) => end - start <= 256);
      }),
    );
  });
});
