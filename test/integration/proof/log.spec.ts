import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { witnessServer } from '../../../apps/cli/witness.js';
import { WORLD_ID } from '../../../libs/domain/world/world.stream.js';
import { checkpointsAfter, LogRewritten, newestCheckpoint, signLog } from '../../../libs/ledger/checkpoints.js';
import { logKeyOf, readLogKey } from '../../../libs/ledger/log-key.js';
import { LogKeeper, logKeyFor, signNow, UnknownLogKey } from '../../../libs/ledger/log-keeper.js';
import { rotateLogKey } from '../../../libs/ledger/log-rotation.js';
import {
  integrateAll,
  integrateOnce,
  leafHashOf,
  logHead,
  logSize,
  numberedFacts,
  proofsAt,
} from '../../../libs/ledger/log-tree.js';
import { fileSink, httpWitness } from '../../../libs/ledger/witnesses.js';
import { Sequencer } from '../../../libs/ledger/sequencer.js';
import type { World, Worlds } from '../../../libs/ledger/worlds.js';
import { cosignedAt, openCheckpoint, witnessKey } from '../../../libs/proof/checkpoint.js';
import { MemoryLog } from '../../../libs/proof/memory-log.js';
import { provesConsistency, provesInclusion } from '../../../libs/proof/merkle-proof.js';
import {
  formatSigner,
  formatVerifier,
  newSignerKey,
  parseNote,
  parseVerifier,
  signedBy,
  verifierOf,
} from '../../../libs/proof/signed-note.js';
import type { Seen, WitnessMemory } from '../../../libs/proof/witness.js';
import { UNITS } from '../../domain/support/people.js';
import { accepted, databaseUrl, operator, sequenceAll, settleProvince, testWorlds } from '../../support/test-world.js';
import pg from 'pg';

let worlds: Worlds;
let world: World;
const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-log-'));
const key = { text: formatSigner(newSignerKey('vinhdanh/test')) };
const quiet = { key, witnesses: [] };

beforeAll(async () => {
  worlds = await testWorlds();
  world = await worlds.official();
  await settleProvince(world);
}, 240_000);
afterAll(async () => {
  await worlds.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Something is committed; the log grows by one fact. */
let made = 0;
const commit = () =>
  accepted(world, {
    actor: operator,
    name: 'defineUnit',
    input: {
      unitId: `unit-${(made += 1)}`,
      type: 'province-department',
      name: { vi: 'Đơn vị', en: 'Unit' },
      validFrom: '2020-01-01',
      confidence: 'V',
    },
  });

async function whole(): Promise<MemoryLog> {
  const log = new MemoryLog();
  for (;;) {
    const facts = await numberedFacts(world.pool, log.size, 500);
    if (facts.length === 0) return log;
    for (const fact of facts) log.appendHash(leafHashOf(fact));
  }
}

/** As the owner of the tables, past triggers: what an administrator of the database could do. */
async function tamper(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    await client.query(`set search_path = ${world.schema}`);
    await client.query(`set session_replication_role = replica`);
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('the log over all facts', () => {
  it('issue 7: holds every fact in its order, with the root of RFC 9162, and goes on after a crash', async () => {
    while ((await whole()).size < 300) {
      for (let i = 0; i < 20; i += 1) await commit();
      await sequenceAll(world);
    }
    const client = await world.pool.connect();
    expect(await integrateOnce(client)).toBe(200);
    // A process that dies here has committed 200 leaves, and the next one finds them.
    client.release(true);
    await integrateAll(world.pool);
    const log = await whole();
    expect(await logSize(world.pool)).toBe(log.size);
    for (const size of [1, 200, 255, 256, 257, log.size])
      expect(await logHead(world.pool, size)).toEqual(log.head(size));
  });

  it('issue 7: gives proofs that hold, all of them in one look', async () => {
    const log = await whole();
    const logIndexes = [1, 2, 256, 257, log.size];
    const { head, inclusion, consistency } = await proofsAt(world.pool, log.size, {
      logIndexes,
      before: [1, 256, 299],
    });
    expect(head).toEqual(log.head());
    const facts = await numberedFacts(world.pool, 0, 1000);
    for (const [i, logIndex] of logIndexes.entries())
      expect(provesInclusion(leafHashOf(facts[logIndex - 1]!), logIndex - 1, head.size, inclusion[i]!, head.root)).toBe(
        true,
      );
    for (const { before, proof } of consistency) expect(provesConsistency(before, head, proof)).toBe(true);
    await expect(proofsAt(world.pool, log.size, { logIndexes: [log.size + 1] })).rejects.toThrow(RangeError);
  });

  it('issue 7: is behind a commit by moments only, and no commit waits for it', async () => {
    const sequencer = new Sequencer(world.pool, { world: world.name });
    const grown = new Promise<void>((resolve) => sequencer.onTree(resolve));
    world.ledger.onCommit(() => sequencer.poke());
    sequencer.start();
    await commit();
    await grown;
    await sequencer.stop();
    expect(await logSize(world.pool)).toBe((await whole()).size);
  });

  it('issue 7: cannot be changed by the role of the application, and triggers stop its owner', async () => {
    await signNow(world, quiet, 'asked');
    const owner = new pg.Client({ connectionString: databaseUrl(), options: `-c search_path=${world.schema}` });
    await owner.connect();
    for (const table of ['ledger_event', 'ledger_log', 'ledger_leaf', 'ledger_checkpoint']) {
      for (const statement of [`delete from ${table}`, `truncate ${table} cascade`]) {
        await expect(world.pool.query(statement)).rejects.toThrow(/permission denied/);
        await expect(owner.query(statement)).rejects.toThrow(/append-only/);
      }
    }
    await expect(owner.query(`update ledger_leaf set hash = hash`)).rejects.toThrow(/append-only/);
    await owner.end();
  });
});

describe('checkpoints', () => {
  it('issue 7: are signed with a key that the log itself names, each following from the one before', async () => {
    for (let i = 0; i < 3; i += 1) {
      await commit();
      await sequenceAll(world);
      await integrateAll(world.pool);
      await signNow(world, quiet, 'asked');
    }
    const published = (await world.reader.state('world', WORLD_ID))?.state.logKeys?.map((known) => known.key);
    expect(published).toEqual([formatVerifier(verifierOf(logKeyOf(readLogKey(key), 'official')))]);
    const verifier = parseVerifier(published?.[0] ?? '')!;
    const all = await checkpointsAfter(world.pool, 0, 100);
    expect(all.length).toBeGreaterThanOrEqual(4);
    for (const [i, checkpoint] of all.entries()) {
      expect(openCheckpoint(checkpoint.note, verifier)?.checkpoint).toMatchObject({ size: checkpoint.size });
      const before = all[i - 1];
      if (before === undefined) continue;
      const { head, consistency } = await proofsAt(world.pool, checkpoint.size, { before: [before.size] });
      expect(provesConsistency(before, head, consistency[0]!.proof)).toBe(true);
    }
  });

  it('issue 7: are made by themselves within moments of the first look', async () => {
    await commit();
    const before = (await newestCheckpoint(world.pool))?.size ?? 0;
    await sequenceAll(world);
    await integrateAll(world.pool);
    await tamper(`update ledger_checkpoint set at = at - interval '2 hours'`);
    let told: (size: number) => void = () => undefined;
    const signed = new Promise<number>((resolve) => (told = resolve));
    const witness = {
      name: 'w',
      async tell() {
        told((await newestCheckpoint(world.pool))?.size ?? 0);
        return 0;
      },
    };
    const keeper = new LogKeeper(world, { key, witnesses: [witness] });
    keeper.start();
    expect(await signed).toBeGreaterThan(before);
    await keeper.stop();
  });

  it('issue 7: another key than the known one signs nothing', async () => {
    const stray = { text: formatSigner(newSignerKey('vinhdanh/test')) };
    await expect(logKeyFor(world, stray)).rejects.toThrow(UnknownLogKey);
  });

  it('issue 7: a changed key is a fact that the old key vouches for', async () => {
    const file = join(folder, 'log.key');
    const rotated = await worlds.createRehearsal({
      name: 'rotated',
      clock: Date.now(),
      createdBy: 'test',
      purpose: {},
    });
    await signNow(rotated, { key: { file }, witnesses: [] }, 'asked');
    const [published] = await rotateLogKey([rotated], file, false);
    const keys = (await rotated.reader.state('world', WORLD_ID))?.state.logKeys ?? [];
    expect(keys.map((known) => known.key)).toEqual([expect.anything(), published]);
    const note = parseNote(keys[1]?.endorsement ?? '')!;
    for (const known of keys) expect(signedBy(note, parseVerifier(known.key)!)).toBeDefined();
    expect(note.text).toBe(`vinhdanh log key\n${published}\n`);
    await sequenceAll(rotated);
    await integrateAll(rotated.pool);
    const signed = await signNow(rotated, { key: { file }, witnesses: [] }, 'asked');
    expect(openCheckpoint(signed!.note, parseVerifier(published!)!)).toBeDefined();
    expect(openCheckpoint(signed!.note, parseVerifier(keys[0]!.key)!)).toBeUndefined();
  });
});

describe('witnesses', () => {
  const listening: Server[] = [];
  afterAll(() => listening.forEach((server) => server.close()));

  async function witness(name: string) {
    const own = newSignerKey(name);
    const kept = new Map<string, Seen>();
    const memory: WitnessMemory = {
      seen: (origin) => kept.get(origin),
      keep: (origin, seen) => kept.set(origin, seen),
    };
    const log = verifierOf(logKeyOf(readLogKey(key), world.name));
    const server = witnessServer([log], memory, own);
    listening.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return { key: witnessKey(own), witness: httpWitness(`http://127.0.0.1:${address.port}`, witnessKey(own)), kept };
  }

  it('issue 7: two of them and a directory see every signed state; a log rewritten whole gets no signature', async () => {
    const [one, two] = [await witness('one.example'), await witness('two.example')];
    const checkpoints = join(folder, 'checkpoints');
    const options = { key, witnesses: [fileSink(checkpoints), one.witness, two.witness] };
    const grow = async () => {
      await commit();
      await sequenceAll(world);
      await integrateAll(world.pool);
      return (await signNow(world, options, 'asked'))!;
    };
    await grow();
    await grow();
    const signed = (await newestCheckpoint(world.pool))!;
    const note = parseNote(signed.note)!;
    expect(signed.witnesses).toEqual(['one.example', 'two.example']);
    for (const { key: verifier } of [one, two]) expect(cosignedAt(note, verifier)).toBeGreaterThan(1_700_000_000);
    const held = readFileSync(join(checkpoints, readdirSync(checkpoints).sort().at(-1)!), 'utf8');
    expect(held.startsWith(note.text)).toBe(true);

    // An administrator of database and key makes a new history, with leaves, blocks and checkpoints to match.
    await tamper(
      `update ledger_event set actor = 'somebody-else' where stream = 'unit' and stream_id = '${UNITS.a}'`,
      'delete from ledger_leaf',
      'delete from ledger_node',
      'delete from ledger_cosignature',
      'delete from ledger_checkpoint',
    );
    await integrateAll(world.pool);
    const rewritten = await grow();
    expect(rewritten.witnesses).toEqual([]);
    const { rows } = await world.pool.query<{ error: string }>(
      `select error from ops_witness where witness like '%.example' order by 1`,
    );
    expect(rows.map(({ error }) => error)).toEqual([expect.stringMatching(/^4/), expect.stringMatching(/^4/)]);
  });

  it('issue 7: a log that does not continue what was signed is not signed any more', async () => {
    await tamper('update ledger_leaf set hash = sha256(hash) where log_index = 260');
    await commit();
    await sequenceAll(world);
    await integrateAll(world.pool);
    await expect(signLog(world.pool, logKeyOf(readLogKey(key), 'official'), 'asked')).rejects.toThrow(LogRewritten);
  });
});
