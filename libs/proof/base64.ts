/** Bytes as standard base64 with padding: the one form that notes, proofs and bundles use. */
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The bytes behind a base64 text; undefined where it is not the one canonical way to write them. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
