import { inflateRawSync } from 'node:zlib';

/** A spreadsheet of 20,000 rows is far below it. */
export const MOST_UNPACKED = 64 * 1024 * 1024;
const MOST_ENTRIES = 2_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

export class UnsafeArchive extends Error {
  override readonly name = 'UnsafeArchive';
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - LONGEST_COMMENT); at -= 1)
    if (bytes.readUInt32LE(at) === END) return at;
  throw new UnsafeArchive('no end of archive');
}

/**
 * Unpacks every part of an archive within bounds and throws it away: what an archive says of its own sizes may be a lie, so
 * nothing else is believed. Throws {@link UnsafeArchive} for one that would grow beyond the limit, and for one that is none.
 */
export function mustBeSafe(bytes: Buffer, most = MOST_UNPACKED): void {
  try {
    let left = most;
    for (const { method, packed } of entriesOf(bytes)) left -= sizeOf(method, packed, left);
  } catch (error) {
    throw error instanceof UnsafeArchive ? error : new UnsafeArchive('not an archive', { cause: error });
  }
}

function sizeOf(method: number, packed: Buffer, left: number): number {
  if (method === STORED) {
    if (packed.length > left) throw new UnsafeArchive('too large when unpacked');
    return packed.length;
  }
  if (method !== DEFLATED) throw new UnsafeArchive(`packed by method ${method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    throw new UnsafeArchive('too large when unpacked, or damaged', { cause: error });
  }
}

function* entriesOf(bytes: Buffer): Generator<{ readonly method: number; readonly packed: Buffer }> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new UnsafeArchive(`${count} parts`);
  const seen = new Set<number>();
  for (let i = 0, at = bytes.readUInt32LE(end + 16); i < count; i += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new UnsafeArchive('no list of parts');
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    // Parts that lie over each other unpack the same bytes again and again.
    if (seen.has(local) || bytes.readUInt32LE(local) !== LOCAL) throw new UnsafeArchive('parts overlap');
    seen.add(local);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (start + size > bytes.length) throw new UnsafeArchive('a part is cut off');
    yield { method: bytes.readUInt16LE(at + 10), packed: bytes.subarray(start, start + size) };
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}
