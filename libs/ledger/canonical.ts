import { createHash, createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON. Refuses what JSON has no form for. */
export function canonical(value: unknown): string {
  const text = (canonicalize as unknown as (value: unknown) => string | undefined)(value);
  if (text === undefined) throw new TypeError('no canonical form');
  return text;
}

/** Salted digest of a payload: without the salt nobody can guess what an erased text said. */
export const payloadDigest = (salt: Buffer, payload: unknown): Buffer =>
  createHmac('sha256', salt).update(canonical(payload), 'utf8').digest();

/** Digest of a request body; times are not part of it. */
export const requestDigest = (body: unknown): string =>
  createHash('sha256').update(canonical(body), 'utf8').digest('base64url');
