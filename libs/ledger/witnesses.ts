import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from '../persistence/pg.js';
import { cosignedAt, parseCheckpoint } from '../proof/checkpoint.js';
import { parseSignatureLine, parseVerifier, type VerifierKey } from '../proof/signed-note.js';
import { formatAddCheckpoint } from '../proof/witness-protocol.js';
import { checkpointsAfter, newestCheckpoint, type StoredCheckpoint } from './checkpoints.js';
import { proofsAt } from './log-tree.js';

/** Somebody outside the database who is shown every state of the log that was signed. */
export interface Witness {
  readonly name: string;
  /** Shows what is new since `from`; returns up to which size it has now seen. */
  tell(pool: Pool, from: number): Promise<number>;
}

const PAGE = 100;

/** A directory, best on another machine's disk: one file a checkpoint, as the verifier takes it. */
export function fileSink(folder: string): Witness {
  return {
    name: 'file',
    async tell(pool, from) {
      mkdirSync(folder, { recursive: true });
      let seen = from;
      for (;;) {
        const page = await checkpointsAfter(pool, seen, PAGE);
        for (const checkpoint of page) {
          writeFileSync(join(folder, fileName(checkpoint)), checkpoint.note);
          seen = checkpoint.size;
        }
        if (page.length < PAGE) return seen;
      }
    },
  };
}

/** Sorts by size; the time is when it was signed. */
const fileName = ({ size, at }: StoredCheckpoint): string =>
  `${String(size).padStart(12, '0')}-${at.slice(0, 19).replaceAll(':', '')}Z.txt`;

const PATIENCE_MS = 10_000;

/** A witness over HTTP (C2SP tlog-witness). Only lines that hold under its key are kept. */
export function httpWitness(url: string, key: VerifierKey): Witness {
  const ask = async (pool: Pool, checkpoint: StoredCheckpoint, oldSize: number): Promise<Response> => {
    const { consistency } = await proofsAt(pool, checkpoint.size, { before: [oldSize] });
    const body = formatAddCheckpoint({ oldSize, proof: consistency[0]?.proof ?? [], checkpoint: checkpoint.note });
    const at = `${url.replace(/\/$/, '')}/add-checkpoint`;
    return fetch(at, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) });
  };
  return {
    name: key.name,
    async tell(pool, from) {
      const newest = await newestCheckpoint(pool);
      if (newest === undefined || newest.size <= from) return from;
      let response = await ask(pool, newest, from);
      if (response.status === 409) {
        // It has seen another state than we remember: a restored database, or an answer that was lost.
        const seen = Number.parseInt(await response.text(), 10);
        if (!Number.isSafeInteger(seen) || seen > newest.size) throw new Error('409: it has seen more than there is');
        response = await ask(pool, newest, seen);
      }
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${response.status}: not cosigned`);
      await keepLines(pool, newest, text, key);
      return newest.size;
    },
  };
}

async function keepLines(pool: Pool, { size, note }: StoredCheckpoint, text: string, key: VerifierKey): Promise<void> {
  const opened = parseCheckpoint(note);
  for (const line of text.split('\n')) {
    const signature = parseSignatureLine(line);
    if (opened === undefined || signature === undefined) continue;
    if (cosignedAt({ text: opened.note.text, signatures: [signature] }, key) === undefined) continue;
    await pool.query({
      name: 'cosignature-add',
      text: 'insert into ledger_cosignature (size, witness, line) values ($1, $2, $3) on conflict do nothing',
      values: [size, key.name, `${line}\n`],
    });
    return;
  }
  throw new Error('the answer holds no signature of its key');
}

/** `url key, url key`: the witnesses of an installation. Throws for what is not that. */
export function parseWitnesses(text: string): readonly Witness[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [url = '', key = '', ...more] = entry.split(/\s+/);
      const verifier = parseVerifier(key);
      if (verifier === undefined || more.length > 0 || !URL.canParse(url))
        throw new Error(`VINHDANH_WITNESSES: "${entry}" is not an address and a key`);
      return httpWitness(url, verifier);
    });
}

/** Shows every witness what it has not seen; one that is away is asked again the next time. */
export async function tellWitnesses(pool: Pool, witnesses: readonly Witness[]): Promise<void> {
  for (const witness of witnesses) {
    const { rows } = await pool.query<{ size: number }>({
      name: 'witness-seen',
      text: 'select size from ops_witness where witness = $1',
      values: [witness.name],
    });
    const from = rows[0]?.size ?? 0;
    const { size, error } = await witness.tell(pool, from).then(
      (seen) => ({ size: seen, error: null }),
      (reason: unknown) => ({ size: from, error: reason instanceof Error ? reason.message : 'failed' }),
    );
    await pool.query({
      name: 'witness-note',
      text: `insert into ops_witness (witness, size, error) values ($1, $2, $3)
        on conflict (witness) do update set size = excluded.size, error = excluded.error, at = clock_timestamp()`,
      values: [witness.name, size, error],
    });
  }
}
