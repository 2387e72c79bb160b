import { describe, expect, it } from '@jest/globals';
import {
  checkpointText,
  cosign,
  cosignedAt,
  openCheckpoint,
  parseCheckpoint,
  parseCheckpointText,
  signCheckpoint,
  witnessKey,
} from '../../../libs/proof/checkpoint.js';
import { MemoryLog } from '../../../libs/proof/memory-log.js';
import {
  formatNote,
  formatSigner,
  formatVerifier,
  newSignerKey,
  parseNote,
  parseSigner,
  parseVerifier,
  renamed,
  signedBy,
  signNote,
  verifierOf,
} from '../../../libs/proof/signed-note.js';

/** The example of golang.org/x/mod/sumdb/note: key, text and signature that Go's own documentation shows. */
const GO = {
  signer: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  verifier: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: 'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n',
};
const log = new MemoryLog();
for (let i = 0; i < 20; i += 1) log.append(`fact ${i}`);
const key = newSignerKey('vinhdanh/test/official');
const flipBits = (text: string): readonly string[] => {
  const bytes = Buffer.from(text);
  return Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const copy = Buffer.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return copy.toString('utf8');
  });
};

describe('signed notes and checkpoints of C2SP', () => {
  it('issue 7: reads the keys of Go’s example and derives the public one from the private one', () => {
    const signer = parseSigner(GO.signer);
    expect(signer && formatVerifier(verifierOf(signer))).toBe(GO.verifier);
    expect(signer && formatSigner(signer)).toBe(GO.signer);
    const note = parseNote(signer ? signNote(signer, GO.text) : '');
    const verifier = parseVerifier(GO.verifier);
    expect(note && verifier && signedBy(note, verifier)?.name).toBe('PeterNeumann');
  });

  it('issue 7: a checkpoint opens under its own key only', () => {
    const note = signCheckpoint(key, log.head());
    expect(openCheckpoint(note, verifierOf(key))?.checkpoint).toEqual({ origin: key.name, ...log.head() });
    expect(openCheckpoint(note, verifierOf(newSignerKey(key.name)))).toBeUndefined();
    expect(openCheckpoint(note, verifierOf(renamed(key, 'vinhdanh/test/other')))).toBeUndefined();
  });

  it('issue 7: every flipped bit of a checkpoint is noticed', () => {
    const note = signCheckpoint(key, log.head());
    const opened = flipBits(note).filter((bent) => openCheckpoint(bent, verifierOf(key)) !== undefined);
    expect(opened).toEqual([]);
  });

  it('issue 7: a witness says when it saw a checkpoint, and only of that one', () => {
    const witness = newSignerKey('witness.example/w1');
    const opened = parseCheckpoint(signCheckpoint(key, log.head()))!;
    const line = cosign(witness, opened.note.text, 1_732_000_000);
    const signatures = [...opened.note.signatures, line];
    expect(cosignedAt({ ...opened.note, signatures }, witnessKey(witness))).toBe(1_732_000_000);
    expect(cosignedAt(opened.note, witnessKey(witness))).toBeUndefined();
    const other = checkpointText({ origin: key.name, ...log.head(19) });
    expect(cosignedAt({ text: other, signatures }, witnessKey(witness))).toBeUndefined();
    for (let bit = 0; bit < line.signature.length * 8; bit += 1) {
      const signature = Buffer.from(line.signature);
      signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(cosignedAt({ ...opened.note, signatures: [{ ...line, signature }] }, witnessKey(witness))).toBeUndefined();
    }
    expect(openCheckpoint(formatNote({ text: opened.note.text, signatures }), verifierOf(key))).toBeDefined();
  });

  it.each([
    ['a leading zero', 'a\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'],
    ['a negative size', 'a\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'],
    ['a short root', 'a\n1\nAAAA\n'],
    ['base64 with loose bits', 'a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n'],
    ['no origin', '\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'],
    ['more than it says', 'a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n'],
  ])('is no checkpoint: %s', (_, text) => {
    expect(parseCheckpointText(text)).toBeUndefined();
  });

  it.each(['', 'a+b', 'a+00000000+AA==', GO.verifier.replace('c74f20a3', 'c74f20a4'), `${GO.verifier}A`])(
    'is no verifier key: %s',
    (text) => {
      expect(parseVerifier(text)).toBeUndefined();
    },
  );

  it('is no note: text without signatures, or with a line that is none', () => {
    expect(parseNote('text\n')).toBeUndefined();
    expect(parseNote('text\n\n')).toBeUndefined();
    expect(parseNote('text\n\n- a AAAA\n')).toBeUndefined();
  });
});
