type Bytes = Uint8Array;
type Later<T> = T | Promise<T>;

export interface VerifierCrypto {
  sha256(bytes: Bytes): Later<Bytes>;
  hmac(key: Bytes, bytes: Bytes): Later<Bytes>;
  /** Ed25519. */
  verifies(publicKey: Bytes, signature: Bytes, message: Bytes): Later<boolean>;
  /** AES-256-GCM with its tag at the end; undefined where it does not open. */
  decrypt(key: Bytes, nonce: Bytes, sealed: Bytes, about: Bytes): Later<Bytes | undefined>;
}

export interface Given {
  readonly key?: string;
  readonly checkpoint?: string;
  readonly witnesses?: readonly string[];
  readonly documents?: Readonly<Record<string, string>>;
}

export interface Line {
  readonly state: 'proven' | 'open' | 'failed';
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export interface Verdict {
  readonly ok: boolean;
  readonly lines: readonly Line[];
  readonly bundle: unknown;
}

export declare const FORMAT: string;
export declare function verifyBundle(bytes: Bytes, crypto: VerifierCrypto, given?: Given): Promise<Verdict>;
