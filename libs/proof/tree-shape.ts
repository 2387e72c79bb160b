/** A complete subtree: the leaves from `index * 2^level` up to, not including, `(index + 1) * 2^level`. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** A run of leaves, `end` not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/** The largest power of two below `n`, for n of at least 2 (RFC 9162, 2.1.1). Plain arithmetic: logs outgrow 32 bits. */
function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** What must be hashed to prove that leaf `index` is in the tree of `size` leaves, from the leaf upwards (RFC 9162, 2.1.3.1). */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  if (!isCount(index) || !isCount(size) || index >= size)
    throw new RangeError(`no leaf ${index} in a log of ${size} entries`);
  const ranges: Range[] = [];
  for (let start = 0, end = size; end - start > 1;) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/** What must be hashed to prove that the tree of `size` leaves begins with that of `before` leaves (RFC 9162, 2.1.4.1). */
export function consistencyRanges(before: number, size: number): readonly Range[] {
  if (!isCount(before) || !isCount(size) || before > size)
    throw new RangeError(`a log of ${size} entries cannot continue one of ${before}`);
  if (before === 0 || before === size) return [];
  const ranges: Range[] = [];
  let start = 0;
  let end = size;
  let known = true;
  while (end !== before) {
    const middle = start + splitOf(end - start);
    if (before <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
      known = false;
    }
  }
  // The old tree is itself a subtree of the new one: its root is known to whoever checks.
  if (!known) ranges.push({ start, end });
  return ranges.reverse();
}

/** The complete subtrees a run of leaves consists of, largest first; `start` must be a multiple of its largest part. */
export function subtreesOf({ start, end }: Range): readonly Subtree[] {
  const parts: Subtree[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    parts.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return parts;
}
