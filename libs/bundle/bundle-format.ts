import { createHash } from 'node:crypto';
import type { BundledRule } from './cited-rules.js';
import type { Leaf } from '../ledger/leaf.js';
import { canonical } from '../ledger/canonical.js';
import type { LogKey } from '../domain/world/log-key.js';
import { signNote, type SignerKey } from '../proof/signed-note.js';

/** The name of the format in every file; `verifier/verify.mjs` reads the same. */
export const BUNDLE_FORMAT = 'vinhdanh-bundle/1';

export interface BundledEvent {
  readonly logIndex: number;
  readonly leaf: Leaf;
  /** As stored: texts that may name people are sealed. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Inclusion in the log of the checkpoint, base64 (RFC 9162, 2.1.3). */
  readonly proof: readonly string[];
}

export interface EarlierCheckpoint {
  readonly checkpoint: string;
  /** Consistency with the log of the bundle's checkpoint, base64 (RFC 9162, 2.1.4). */
  readonly proof: readonly string[];
}

/** The history of one thing, with all that an outsider needs to check it. */
export interface Bundle {
  readonly about: { readonly kind: 'nomination'; readonly id: string; readonly world: string };
  /** Name of the log. */
  readonly origin: string;
  /** What the log has been signed with, oldest first. */
  readonly keys: readonly LogKey[];
  /** The signed state that all proofs lead to, with the lines of its witnesses. */
  readonly checkpoint: string;
  readonly earlier: readonly EarlierCheckpoint[];
  readonly events: readonly BundledEvent[];
  /** Rows of the rules that verdicts on the nomination cite. */
  readonly rules: readonly BundledRule[];
  /** Salts of the payload digests by subject, base64; that of an erased subject is gone. */
  readonly salts: Readonly<Record<string, string>>;
  /** For each text that is shown, the key that opens its box and no other, base64. */
  readonly textKeys: Readonly<Record<string, string>>;
  /** The history in words, as a page. */
  readonly report: string;
}

/** The file: canonical JSON in which a note over the digest of the bundle covers every byte. Same bundle, same bytes. */
export function bundleFile(bundle: Bundle, key: SignerKey): string {
  const digest = createHash('sha256').update(canonical(bundle), 'utf8').digest('base64');
  const seal = signNote(key, `vinhdanh bundle\n${bundle.origin}\n${digest}\n`);
  return canonical({ bundle, format: BUNDLE_FORMAT, seal });
}
