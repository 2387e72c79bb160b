import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../domain/support/province.js';
import { Engine, eventually } from './support/engine.js';
import { launch, promptFile } from './support/organisation.js';
import { quiet } from './support/rehearse.js';
import { walk, WALKED } from './support/walk.js';

/** A signal announces; whatever becomes of it, the committed state decides. */
let engine: Engine;

beforeAll(async () => {
  engine = await Engine.open({ clock: at('2024-06-03', '08:00'), sweepEvery: 250 });
  await launch(engine, promptFile);
  await engine.must({ kind: 'engine' }, 'openRound', { campaignId: promptFile.id, key: 'prompt', occurrence: 'once' });
  await engine.startWorker();
});
afterAll(() => engine.close());

const signal = (id: string, name: string, logIndex: number) =>
  engine.handle('nomination', id).signal(name, { logIndex, subjectId: id });

describe('signals', () => {
  it('may be lost: the rows tell who should be awake', async () => {
    const end = await walk(engine, 'n-lost', async (stage) => {
      // Nothing of what is announced here arrives, except what the sweep and the dates find by themselves.
      await engine.stopRelay();
      await engine.rows('delete from ops_outbox');
      // What a date brings is found by the date; the rest needs a worker that was told nothing to be started anew.
      if (stage !== 'submitted') await engine.rows(`delete from ops_engine_wait where workflow = 'nomination'`);
      engine.startRelay();
    });
    expect(end).toEqual(WALKED);
  });

  it('may be lost while another transaction keeps every new fact out of the log', async () => {
    const elsewhere = await engine.world.pool.connect();
    await elsewhere.query('begin');
    await elsewhere.query('select pg_current_xact_id()');
    try {
      const end = await walk(engine, 'n-unnumbered', async () => {
        await engine.rows('delete from ops_outbox');
        await engine.rows(`delete from ops_engine_wait where workflow = 'nomination'`);
        engine.wakeRelay();
      });
      expect(end).toEqual(WALKED);
    } finally {
      await elsewhere.query('rollback');
      elsewhere.release();
    }
    await engine.stopRelay();
  });

  it('may come twice and in any order', async () => {
    engine.startRelay();
    const end = await walk(engine, 'n-twice', async () => {
      await engine.rows(`insert into ops_outbox (event_id, workflow, subject_id, signal) select event_id, 'nomination', stream_id, 'stepEnded'
        from ledger_event where stream = 'nomination' and stream_id = 'n-twice' and version > 1 order by event_id desc`);
      engine.wakeRelay();
      for (const logIndex of [3, 1_000_000, 1]) await signal('n-twice', 'held', logIndex).catch(() => undefined);
    });
    expect(end).toEqual(WALKED);
    await quiet(engine);
  });

  it('may come before anybody looks', async () => {
    await engine.stopWorker();
    let started = false;
    const end = await walk(engine, 'n-early', async () => {
      if (started) return;
      await eventually(
        () =>
          engine
            .handle('nomination', 'n-early')
            .describe()
            .then(
              ({ status }) => status.name,
              () => 'none',
            ),
        (status) => status === 'RUNNING',
      );
      for (let times = 0; times < 5; times += 1) await signal('n-early', 'returned', times);
      await engine.startWorker();
      started = true;
    });
    expect(end).toEqual(WALKED);
  });

  it('may come while the run rolls over', async () => {
    const runs = new Set<string>();
    const running = (): Promise<string> =>
      engine
        .handle('nomination', 'n-rolling')
        .describe()
        .then(
          ({ runId }) => runId,
          () => 'none',
        );
    const end = await walk(engine, 'n-rolling', async (stage) => {
      for (let times = 0; times < 4; times += 1) {
        await engine
          .handle('nomination', 'n-rolling')
          .signal('rollOver')
          .catch(() => undefined);
        await signal('n-rolling', 'stepEnded', times).catch(() => undefined);
        runs.add(await running());
      }
      if (stage !== 'submitted') return;
      // While it waits for a person it has all the time it needs to follow at least once.
      const first = await eventually(running, (run) => run !== 'none');
      await engine.handle('nomination', 'n-rolling').signal('rollOver');
      runs.add(await eventually(running, (run) => run !== first));
      runs.add(first);
    });
    expect(end).toEqual(WALKED);
    runs.delete('none');
    expect(runs.size).toBeGreaterThan(1);
  });

  it('of a later release wake as well', async () => {
    const end = await walk(engine, 'n-later', async () => {
      await signal('n-later', 'somethingNew', 1_000_000_000).catch(() => undefined);
    });
    expect(end).toEqual(WALKED);
  });
});
