import { z } from 'zod';
import { badInput } from './input.pipe.js';

/** A page of a list; `next` is absent on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

const MOST = 200;

/** Query parameters every list takes. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(MOST).default(50).describe('Items a page.'),
  cursor: z.string().max(600).optional().describe('What the page before gave as `next`.'),
};

type Key = readonly (string | number | null)[];

/** The key of the last item seen; opaque to callers. */
export const encodeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Reads a cursor of `length` parts; refuses one that was not made here. */
export function decodeCursor(cursor: string | undefined, length: number): readonly (string | null)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === length && parts.every(isPart)) {
      return parts.map((part) => (part === null ? null : String(part)));
    }
  } catch {
    // Falls through to the refusal: a cursor is ours or it is nothing.
  }
  throw badInput([{ message: 'not a cursor', path: ['cursor'], code: 'invalid_format' }]);
}

const isPart = (part: unknown): part is string | number | null =>
  part === null || typeof part === 'string' || typeof part === 'number';

/** Cuts a page out of rows that were read one beyond the limit. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => Key,
  show: (rows: readonly R[]) => readonly T[],
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = show(shown);
  return rows.length > limit && last !== undefined ? { items, next: encodeCursor(keyOf(last)) } : { items };
}
