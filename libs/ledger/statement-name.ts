/** PostgreSQL cuts names of prepared statements at 63 bytes: two long ones with one beginning would be one statement. */
const LONGEST = 63;

/** A name for a statement of this shape: the shape itself, or, where that is too long, its beginning and its sum. */
export function statementName(shape: string): string {
  if (shape.length <= LONGEST) return shape;
  let sum = 5381;
  let other = 52_711;
  for (let i = 0; i < shape.length; i += 1) {
    sum = (sum * 33 + shape.charCodeAt(i)) >>> 0;
    other = (Math.imul(other, 31) ^ shape.charCodeAt(i)) >>> 0;
  }
  const ending = `~${sum.toString(36)}.${other.toString(36)}.${shape.length}`;
  return shape.slice(0, LONGEST - ending.length) + ending;
}
