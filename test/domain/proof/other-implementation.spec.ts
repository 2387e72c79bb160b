import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../../libs/config/paths.js';
import { signCheckpoint } from '../../../libs/proof/checkpoint.js';
import { MemoryLog } from '../../../libs/proof/memory-log.js';
import { formatSigner, formatVerifier, newSignerKey, signNote, verifierOf } from '../../../libs/proof/signed-note.js';

/** Go's own Merkle proofs and signed notes, from modules pinned in tools/proof-check. */
const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-proof-check-'));
const program = join(folder, 'proof-check');
const built = spawnSync('go', ['build', '-o', program, '.'], {
  cwd: join(repositoryRoot(), 'tools', 'proof-check'),
  encoding: 'utf8',
  env: { ...process.env, GOFLAGS: '-mod=readonly' },
  timeout: 120_000,
});
const why =
  built.error !== undefined
    ? 'Go is not installed'
    : built.status === 0
      ? undefined
      : `tools/proof-check does not build: ${built.stderr.trim()}`;
if (why !== undefined) process.stderr.write(`\nNOT CHECKED with another implementation: ${why}\n\n`);
const whereGoIs = why === undefined ? it : it.skip;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly checked: number;
  readonly failed: readonly string[];
  readonly signed: readonly string[];
}

function ask(question: object): Answer {
  const { stdout, stderr } = spawnSync(program, { input: JSON.stringify(question), encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Answer;
}

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const log = new MemoryLog();
for (let i = 0; i < 300; i += 1) log.append(`fact ${i}`);

describe('proofs and notes under github.com/transparency-dev/merkle and golang.org/x/mod/sumdb/note', () => {
  whereGoIs('issue 7: inclusion proofs made here verify there', () => {
    const inclusions = [1, 2, 3, 7, 8, 100, 255, 256, 257, 300].flatMap((size) =>
      [0, 1, Math.floor(size / 2), size - 1]
        .filter((index) => index < size)
        .map((index) => ({
          leaf: b64(Buffer.from(`fact ${index}`)),
          index,
          size,
          root: b64(log.root(size)),
          proof: log.inclusion(index, size).map(b64),
        })),
    );
    const answer = ask({ inclusions });
    expect(answer.failed).toEqual([]);
    const [first] = inclusions.slice(-1);
    const lying = ask({ inclusions: [{ ...first, leaf: b64(Buffer.from('another fact')) }] });
    expect(lying.failed).toHaveLength(1);
  });

  whereGoIs('issue 7: consistency proofs made here verify there', () => {
    const consistencies = [1, 2, 3, 7, 8, 100, 255, 256, 257].flatMap((before) =>
      [before, before + 1, 300].map((size) => ({
        before,
        size,
        beforeRoot: b64(log.root(before)),
        root: b64(log.root(size)),
        proof: log.consistency(before, size).map(b64),
      })),
    );
    expect(ask({ consistencies }).failed).toEqual([]);
  });

  whereGoIs('issue 7: notes made here open there, and Go signs the same bytes', () => {
    const key = newSignerKey('vinhdanh/test/official');
    const note = signCheckpoint(key, log.head());
    const text = 'Thi đua, khen thưởng\n\ntwo paragraphs\n';
    const answer = ask({
      notes: [note, signNote(key, text)].map((made) => ({ note: made, key: formatVerifier(verifierOf(key)) })),
      sign: [{ text, key: formatSigner(key) }],
    });
    expect(answer.failed).toEqual([]);
    expect(answer.signed).toEqual([signNote(key, text)]);
  });
});
