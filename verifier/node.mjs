#!/usr/bin/env node
/** `node verifier/node.mjs FILE [--key K] [--checkpoint C] [--documents DIR]`: the verifier under Node, nothing else needed. */
import { createDecipheriv, createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { verifyBundle } from './verify.mjs';

/** An Ed25519 public key as Node takes it (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export const nodeCrypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  hmac: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  verifies(publicKey, signature, message) {
    const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  },
  decrypt(key, nonce, sealed, about) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
    decipher.setAAD(about);
    decipher.setAuthTag(sealed.subarray(-16));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    } catch {
      return undefined;
    }
  },
};

const USAGE = `verify FILE [options]
  --key K         the log's verifier key, or a file that holds it, from a source you trust
  --checkpoint C  a signed state of the log that you have kept, as a file
  --witness K     verifier key of a witness; may be given again
  --documents DIR the documents, to be compared with their digests
  --report FILE   write the report of the bundle there, to be read
  --en            in English`;

/** A key as text, or in a file. */
const textOrFile = (given) => (existsSync(given) ? readFileSync(given, 'utf8') : given);

function digestsIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, path, name }) => join(parentPath ?? path, name));
  return Object.fromEntries(paths.map((path) => [path, nodeCrypto.sha256(readFileSync(path)).toString('hex')]));
}

const MARKS = { proven: '✓', open: '–', failed: '✗' };
const TITLES = {
  proven: { vi: 'Đã chứng minh', en: 'Proven' },
  open: { vi: 'Không chứng minh', en: 'Not proven' },
  failed: { vi: 'SAI', en: 'FAILS' },
};

/** Verifies and tells; returns the exit status: 0 only when all holds. */
export async function main(args, print = (line) => process.stdout.write(`${line}\n`)) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      checkpoint: { type: 'string' },
      witness: { type: 'string', multiple: true },
      documents: { type: 'string' },
      report: { type: 'string' },
      en: { type: 'boolean', default: false },
    },
  });
  if (positionals.length !== 1) {
    print(USAGE);
    return 2;
  }
  const { ok, lines, bundle } = await verifyBundle(readFileSync(positionals[0]), nodeCrypto, {
    ...(values.key === undefined ? {} : { key: textOrFile(values.key) }),
    ...(values.checkpoint === undefined ? {} : { checkpoint: readFileSync(values.checkpoint, 'utf8') }),
    ...(values.witness === undefined ? {} : { witnesses: values.witness.map(textOrFile) }),
    ...(values.documents === undefined ? {} : { documents: digestsIn(values.documents) }),
  });
  const language = values.en ? 'en' : 'vi';
  for (const state of ['proven', 'open', 'failed']) {
    const these = lines.filter((line) => line.state === state);
    if (these.length > 0) print(TITLES[state][language]);
    for (const line of these) print(`  ${MARKS[state]} ${line[language]}`);
  }
  if (values.report !== undefined && ok) writeFileSync(values.report, bundle.report);
  print(ok ? { vi: 'ĐÚNG', en: 'HOLDS' }[language] : { vi: 'KHÔNG ĐÚNG', en: 'DOES NOT HOLD' }[language]);
  return ok ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    return 2;
  });
}
