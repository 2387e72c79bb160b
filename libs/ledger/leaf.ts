import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';

/**
 * What the log says of a fact: its envelope, to the microsecond, and two digests of its payload. `digest` is salted with
 * the subject's salt and cannot be checked once that is destroyed. `sealed` is over the payload as it is stored, texts
 * encrypted: it outlives an erasure, and says nothing about a text whose key is gone.
 */
export interface Leaf {
  readonly v: 1;
  readonly stream: string;
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly actor: string;
  readonly capacity: string | null;
  readonly onBehalfOf: string | null;
  readonly recordedAt: string;
  readonly businessAt: string;
  readonly documentDate: string | null;
  readonly command: string;
  readonly cause: string | null;
  readonly sealSubject: string;
  readonly digest: string;
  readonly sealed: string;
}

const instant = (column: string): string =>
  `to_char(e.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as ${column}`;

/** The columns of `ledger_event e` that a leaf is made of. */
export const LEAF_COLUMNS = `e.stream, e.stream_id, e.version, e.type, e.schema_version, e.actor, e.capacity, e.on_behalf_of,
  ${instant('recorded_at')}, ${instant('business_at')}, e.document_date, e.command, e.cause, e.seal_subject,
  encode(e.digest, 'hex') as digest, e.payload`;

export interface LeafRow {
  readonly stream: string;
  readonly stream_id: string;
  readonly version: number;
  readonly type: string;
  readonly schema_version: number;
  readonly actor: string;
  readonly capacity: string | null;
  readonly on_behalf_of: string | null;
  readonly recorded_at: string;
  readonly business_at: string;
  readonly document_date: string | null;
  readonly command: string;
  readonly cause: string | null;
  readonly seal_subject: string;
  readonly digest: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const sealedDigest = (payload: unknown): string =>
  createHash('sha256').update(canonical(payload), 'utf8').digest('hex');

export const leafOf = (row: LeafRow): Leaf => ({
  v: 1,
  stream: row.stream,
  streamId: row.stream_id,
  version: row.version,
  type: row.type,
  schemaVersion: row.schema_version,
  actor: row.actor,
  capacity: row.capacity,
  onBehalfOf: row.on_behalf_of,
  recordedAt: row.recorded_at,
  businessAt: row.business_at,
  documentDate: row.document_date,
  command: row.command,
  cause: row.cause,
  sealSubject: row.seal_subject,
  digest: row.digest,
  sealed: sealedDigest(row.payload),
});

/** The bytes a leaf's hash is over (RFC 8785). */
export const leafBytes = (leaf: Leaf): string => canonical(leaf);
