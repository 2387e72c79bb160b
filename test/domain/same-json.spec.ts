import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sameJson } from '../../libs/domain/core/same-json.js';

/** The same value with its members in the opposite order, as a database may give it back. */
const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]: [string, unknown]) => [key, reordered(item)]),
  );
};

describe('equal as JSON', () => {
  it('does not mind the order of members', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => sameJson(value, reordered(value))));
  });
  it('minds the order of items, values and missing members', () => {
    expect(sameJson([1, 2], [2, 1])).toBe(false);
    expect(sameJson({ a: 1 }, { a: 2 })).toBe(false);
    expect(sameJson({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(sameJson({ a: [] }, { a: {} })).toBe(false);
    expect(sameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  });
});
