/**
 * Chance that can be told again. Every question has its own number made of the seed and the question's words, so that
 * what one simulated person does never depends on who was asked before.
 */

/** FNV-1a over the words, as an unsigned 32-bit number. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i += 1) {
    hash ^= words.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** One draw of mulberry32. */
function mulberry32(state: number): number {
  let t = (state + 0x6d2b79f5) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

/** The chance of one rehearsal. */
export class Chance {
  constructor(private readonly seed: number) {}

  /** A number in [0, 1) that belongs to these words for ever. */
  of(...words: readonly (string | number)[]): number {
    return mulberry32(hashOf([this.seed, ...words].join('\n')));
  }

  /** One of the values; throws for an empty list. */
  pick<T>(values: readonly T[], ...words: readonly (string | number)[]): T {
    const value = values[Math.floor(this.of(...words) * values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }

  /** The same values in an order of their own. */
  shuffled<T>(values: readonly T[], ...words: readonly (string | number)[]): T[] {
    return values
      .map((value, i) => ({ value, at: this.of(...words, i) }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value);
  }
}
