import type { VerifierCrypto } from './verify.mjs';

export declare const nodeCrypto: VerifierCrypto;
/** Verifies and tells; returns the exit status. */
export declare function main(args: readonly string[], print?: (line: string) => void): Promise<number>;
