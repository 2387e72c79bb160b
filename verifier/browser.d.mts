import type { VerifierCrypto } from './verify.mjs';

export declare const browserCrypto: VerifierCrypto;
export declare function start(page: unknown): void;
