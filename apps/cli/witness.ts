import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { parseCheckpoint, witnessKey } from '../../libs/proof/checkpoint.js';
import {
  formatSigner,
  formatVerifier,
  newSignerKey,
  parseSigner,
  parseVerifier,
  type SignerKey,
  type VerifierKey,
} from '../../libs/proof/signed-note.js';
import { witnessCheckpoint, type WitnessMemory } from '../../libs/proof/witness.js';
import { CliError, say } from './output.js';

export interface WitnessOptions {
  readonly state: string;
  readonly log: readonly string[];
  readonly port: string;
  readonly host: string;
}

const MOST_BYTES = 64 * 1024;

/** One file a log, named after a digest of its origin: an origin may hold what a file name may not. */
function memoryIn(folder: string): WitnessMemory {
  const fileOf = (origin: string): string =>
    join(folder, `${createHash('sha256').update(origin).digest('hex').slice(0, 32)}.checkpoint`);
  return {
    seen(origin) {
      const file = fileOf(origin);
      if (!existsSync(file)) return undefined;
      const checkpoint = readFileSync(file, 'utf8');
      const head = parseCheckpoint(checkpoint)?.checkpoint;
      if (head === undefined) throw new Error(`${file} is damaged`);
      return { head, checkpoint };
    },
    keep(origin, { checkpoint }) {
      const file = fileOf(origin);
      writeFileSync(`${file}.new`, checkpoint, { flush: true });
      renameSync(`${file}.new`, file);
    },
  };
}

function ownKey(folder: string): SignerKey {
  const file = join(folder, 'witness.key');
  if (!existsSync(file))
    writeFileSync(file, `${formatSigner(newSignerKey(`${hostname()}/vinhdanh-witness`))}\n`, { mode: 0o600 });
  const key = parseSigner(readFileSync(file, 'utf8'));
  if (key === undefined) throw new CliError(`${file}: không phải khóa / not a key`);
  return key;
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The HTTP side of a witness (C2SP tlog-witness): one route. */
export function witnessServer(known: readonly VerifierKey[], memory: WitnessMemory, key: SignerKey): Server {
  return createServer((request, response) => {
    void (async () => {
      if (request.method !== 'POST' || request.url !== '/add-checkpoint') return response.writeHead(404).end();
      const body = await bodyOf(request);
      if (body === undefined) return response.writeHead(413).end();
      const answer = witnessCheckpoint(body, known, memory, key, Math.floor(Date.now() / 1000));
      return response.writeHead(answer.status, { 'content-type': answer.type ?? 'text/plain' }).end(answer.body);
    })().catch(() => response.writeHead(500).end());
  });
}

/**
 * `vinhdanh witness`: cosigns the states of logs it knows, each only if it continues the one before. It needs no database
 * and is best run by somebody else: a school, a newspaper, the inspectorate.
 */
export function witnessCommand({ state, log, port, host }: WitnessOptions): void {
  mkdirSync(state, { recursive: true });
  const known = log.map((text) => {
    const key = parseVerifier(text);
    if (key === undefined) throw new CliError(`--log ${text}: không phải khóa / not a key`);
    return key;
  });
  const key = ownKey(state);
  const server = witnessServer(known, memoryIn(state), key);
  server.listen(Number(port), host, () => {
    const address = server.address();
    say(`http://${host}:${typeof address === 'object' && address !== null ? address.port : port}`);
    say(formatVerifier(witnessKey(key)));
  });
}
