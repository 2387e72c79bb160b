/** What the log that proves itself costs: time behind a commit, proofs, a bundle, bytes a fact, and people's acts beside it. */
import { crowdedUnit, nominationOf } from './campaign.mjs';
import { lifecycle, now, quantiles } from './load.mjs';
import { query } from './machine.mjs';
import { load, openWorlds } from './settle.mjs';
import { openTarget } from './targets.mjs';

/** Copies of one fact as streams of their own: what the tree is made of, without the work of deciding. */
const COPIES = `insert into vinhdanh.ledger_event (stream, stream_id, version, type, actor, capacity, business_at, command, payload, seal_subject, digest)
  select 'unit', 'copy-' || i, 1, type, actor, capacity, business_at, command, payload, seal_subject, digest
  from (select * from vinhdanh.ledger_event where stream = 'nomination' order by event_id limit 1) e, generate_series(1, $1::int) i`;

const nominations = (prefix, n) => Array.from({ length: n }, (_, i) => nominationOf(prefix, i, crowdedUnit(i)));

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const timed = async (times, work) => {
  const took = [];
  for (let i = 0; i < times; i += 1) {
    const began = now();
    await work(i);
    took.push(now() - began);
  }
  return quantiles(took);
};

/** Rounds with and without the tree in turn, each pair beginning with the other one. */
async function pairedRounds(bench, database, { rounds, perRound }) {
  const { sequenceAll, Sequencer } = await load(bench.dist, 'libs/ledger/sequencer.js');
  const { integrateAll } = await load(bench.dist, 'libs/ledger/log-tree.js');
  const worlds = await openWorlds(bench.dist, database.url, 4);
  const target = await openTarget({ target: 'ledger', dist: bench.dist, databaseUrl: database.url });
  const world = await worlds.official();
  const round = async (tree, name) => {
    const sequencer = new Sequencer(world.pool, { world: world.name, tree });
    sequencer.start();
    const { act, nominationsPerSecond } = await lifecycle(target, nominations(name, perRound), 20);
    await sequencer.stop();
    return { act, nominationsPerSecond };
  };
  try {
    // What a round leaves behind is none of the next one's work: a round with the tree takes in its own facts alone.
    const clear = async () => {
      await sequenceAll(world.pool);
      await integrateAll(world.pool);
    };
    await round(true, 'warm');
    await clear();
    const pairs = [];
    for (let i = 0; i < rounds; i += 1) {
      const order = i % 2 === 0 ? [true, false] : [false, true];
      const pair = {};
      for (const tree of order) {
        pair[tree ? 'with' : 'without'] = await round(tree, `r${i}${tree ? 'w' : 'o'}`);
        await clear();
      }
      pairs.push(pair);
    }
    const ratio = (of) => Number(median(pairs.map((pair) => of(pair.with) / of(pair.without))).toFixed(3));
    return { rounds, perRound, ratio: { p50: ratio((r) => r.act.p50), p95: ratio((r) => r.act.p95) }, pairs };
  } finally {
    target.close();
    await worlds.close();
  }
}

export async function logBench(bench, database, { facts, rounds, perRound }) {
  const paired = await pairedRounds(bench, database, { rounds, perRound });
  const { integrateAll, proofsAt } = await load(bench.dist, 'libs/ledger/log-tree.js');
  const { sequenceAll, Sequencer } = await load(bench.dist, 'libs/ledger/sequencer.js');
  const { signNow } = await load(bench.dist, 'libs/ledger/log-keeper.js');
  const { nominationBundle } = await load(bench.dist, 'libs/bundle/nomination-bundle.js');
  const { formatSigner, newSignerKey } = await load(bench.dist, 'libs/proof/signed-note.js');
  const { verifyBundle } = await load(bench.dist, 'verifier/verify.mjs');
  const { nodeCrypto } = await load(bench.dist, 'verifier/node.mjs');
  const options = { key: { text: formatSigner(newSignerKey('vinhdanh/bench')) }, witnesses: [] };
  const worlds = await openWorlds(bench.dist, database.url, 6);
  try {
    const world = await worlds.official();
    await query(database.url, COPIES.replace('$1', String(facts)));
    await sequenceAll(world.pool);
    const began = now();
    const taken = await integrateAll(world.pool);
    const integrating = (now() - began) / 1000;
    await query(database.url, 'analyze');
    const [{ bytes, size }] = await query(
      database.url,
      `select (pg_total_relation_size('vinhdanh.ledger_leaf') + pg_total_relation_size('vinhdanh.ledger_node'))::float8 as bytes,
        (select count(*)::int from vinhdanh.ledger_leaf) as size`,
    );
    await signNow(world, options, 'asked');
    const at = (i) => 1 + ((i * 7_919) % size);
    const proof = await timed(200, (i) => proofsAt(world.pool, size, { logIndexes: [at(i)], before: [at(i + 1)] }));
    let file = '';
    const bundle = await timed(20, async (i) => {
      file = await nominationBundle(world, options, { nominationId: `r0w-${i}` });
    });
    const verifying = await timed(10, () => verifyBundle(Buffer.from(file), nodeCrypto));
    return {
      facts: size,
      factsPerSecond: Math.round(taken / integrating),
      bytesPerFact: Number((bytes / size).toFixed(1)),
      proofMs: proof,
      bundleMs: bundle,
      bundleKiB: Number((Buffer.byteLength(file) / 1024).toFixed(1)),
      verifyMs: verifying,
      lagMs: await lag(world, Sequencer, bench.quick ? 20 : 200),
      paired,
    };
  } finally {
    await worlds.close();
  }
}

/** From the commit of an act until its fact is in the tree. */
async function lag(world, Sequencer, times) {
  const sequencer = new Sequencer(world.pool, { world: world.name });
  world.ledger.onCommit(() => sequencer.poke());
  sequencer.start();
  try {
    return await timed(times, async (i) => {
      const grown = new Promise((done) => {
        const off = sequencer.onTree(() => {
          off();
          done();
        });
      });
      const input = {
        unitId: `lag-${i}`,
        type: 'province-department',
        name: { vi: 'x', en: 'x' },
        validFrom: '2020-01-01',
      };
      const outcome = await world.ledger.execute({
        actor: { kind: 'operator' },
        name: 'defineUnit',
        input: { ...input, confidence: 'V' },
      });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      await grown;
    });
  } finally {
    await sequencer.stop();
  }
}
