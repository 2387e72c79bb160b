import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { fromBase64, toBase64 } from './base64.js';

/** Signature types of C2SP signed notes that are used here: plain Ed25519, and a witness's timestamped cosignature. */
export const ED25519 = 1;
export const COSIGNATURE = 4;
export type SignatureType = typeof ED25519 | typeof COSIGNATURE;

const KEY_BYTES = 32;
const ID_BYTES = 4;
/** DER around the raw keys of Ed25519 (RFC 8410): Node takes keys in no shorter form. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
/** C2SP: no space and no plus in a key's name. */
const NAME = /^[^\s+]{1,200}$/u;

export interface VerifierKey {
  readonly name: string;
  readonly type: SignatureType;
  readonly id: Buffer;
  readonly publicKey: Buffer;
}

export interface SignerKey {
  readonly name: string;
  readonly seed: Buffer;
}

/** One line under a note: who is said to have signed, and with what. */
export interface Signature {
  readonly name: string;
  readonly id: Buffer;
  readonly signature: Buffer;
}

export interface Note {
  /** With its final line feed. */
  readonly text: string;
  readonly signatures: readonly Signature[];
}

/** C2SP key id: four bytes of a hash over name, type and key, so that a key under another name is another key. */
export const keyId = (name: string, type: SignatureType, publicKey: Uint8Array): Buffer =>
  createHash('sha256')
    .update(name)
    .update(Buffer.from([0x0a, type]))
    .update(publicKey)
    .digest()
    .subarray(0, ID_BYTES);

const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

const publicKeyOf = (seed: Uint8Array): Buffer =>
  createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);

export function newSignerKey(name: string): SignerKey {
  if (!NAME.test(name)) throw new Error(`not a key's name: ${name}`);
  const { privateKey } = generateKeyPairSync('ed25519');
  return { name, seed: privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length) };
}

/** The same key under another name: each log of an installation has its own. */
export const renamed = (key: SignerKey, name: string): SignerKey => ({ name, seed: key.seed });

export function verifierOf({ name, seed }: SignerKey, type: SignatureType = ED25519): VerifierKey {
  const publicKey = publicKeyOf(seed);
  return { name, type, id: keyId(name, type, publicKey), publicKey };
}

/** `name+hash+key`: the form in which a verifier key is published and passed on. */
export const formatVerifier = ({ name, type, id, publicKey }: VerifierKey): string =>
  `${name}+${id.toString('hex')}+${toBase64(Buffer.concat([Buffer.from([type]), publicKey]))}`;

/** Undefined for what is not a verifier key, or not one under the id it names. */
export function parseVerifier(text: string): VerifierKey | undefined {
  const [, name = '', hash = '', encoded = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/su.exec(text.trim()) ?? [];
  const bytes = fromBase64(encoded);
  const type = bytes?.[0];
  if (bytes === undefined || !NAME.test(name) || bytes.length !== KEY_BYTES + 1) return undefined;
  if (type !== ED25519 && type !== COSIGNATURE) return undefined;
  const publicKey = bytes.subarray(1);
  const id = keyId(name, type, publicKey);
  return id.toString('hex') === hash ? { name, type, id, publicKey } : undefined;
}

/** `PRIVATE+KEY+name+hash+seed`: the form the tools of Go's checksum database use too. */
export const formatSigner = (key: SignerKey): string =>
  `PRIVATE+KEY+${key.name}+${verifierOf(key).id.toString('hex')}+${toBase64(Buffer.concat([Buffer.from([ED25519]), key.seed]))}`;

/** Undefined for what is not a signer key. */
export function parseSigner(text: string): SignerKey | undefined {
  const [, name = '', hash = '', encoded = ''] =
    /^PRIVATE\+KEY\+([^+]*)\+([0-9a-f]{8})\+(.*)$/su.exec(text.trim()) ?? [];
  const bytes = fromBase64(encoded);
  if (bytes === undefined || !NAME.test(name) || bytes.length !== KEY_BYTES + 1 || bytes[0] !== ED25519)
    return undefined;
  const key = { name, seed: bytes.subarray(1) };
  return verifierOf(key).id.toString('hex') === hash ? key : undefined;
}

/** Ed25519 over the bytes, with the raw seed. */
export const signBytes = (key: SignerKey, message: string | Uint8Array): Buffer =>
  sign(null, Buffer.from(message), privateKeyOf(key.seed));

export function verifyBytes(publicKey: Uint8Array, message: string | Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(message), key, signature);
}

export const signatureLine = ({ name, id, signature }: Signature): string =>
  `— ${name} ${toBase64(Buffer.concat([id, signature]))}\n`;

/** A signature line over a text that ends with a line feed. */
export function signText(key: SignerKey, text: string): Signature {
  if (!text.endsWith('\n')) throw new Error('the text of a note ends with a line feed');
  return { name: key.name, id: verifierOf(key).id, signature: signBytes(key, text) };
}

export const formatNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join('')}`;

export const signNote = (key: SignerKey, text: string): string =>
  formatNote({ text, signatures: [signText(key, text)] });

export function parseSignatureLine(line: string): Signature | undefined {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (bytes === undefined || !NAME.test(name) || bytes.length <= ID_BYTES) return undefined;
  return { name, id: bytes.subarray(0, ID_BYTES), signature: bytes.subarray(ID_BYTES) };
}

/** The parts of a note; undefined for what is none. Signatures are not checked here. */
export function parseNote(note: string): Note | undefined {
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n')) return undefined;
  const lines = note.slice(cut + 2, -1).split('\n');
  const signatures = lines.map(parseSignatureLine).filter((line) => line !== undefined);
  if (signatures.length !== lines.length) return undefined;
  return { text: note.slice(0, cut + 1), signatures };
}

/** The signature of this key under the note, if there is one and it holds. A note with a false signature under it is refused. */
export function signedBy(note: Note, key: VerifierKey): Signature | undefined {
  const found = note.signatures.filter(({ name, id }) => name === key.name && id.equals(key.id));
  const holds = ({ signature }: Signature): boolean => verifyBytes(key.publicKey, note.text, signature);
  return found.every(holds) ? found[0] : undefined;
}
