import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../domain/support/province.js';
import { Engine, eventually } from './support/engine.js';
import { launch, promptFile, submit } from './support/organisation.js';
import { quiet } from './support/rehearse.js';
import { atStep, stepOf, walk, WALKED } from './support/walk.js';
import { person } from './support/organisation.js';

let engine: Engine;

beforeAll(async () => {
  engine = await Engine.open({ clock: at('2024-06-03', '08:00'), sweepEvery: 500 });
  engine.startRelay();
  await launch(engine, promptFile);
});
afterAll(() => engine.close());

describe('a worker', () => {
  it('may end in the middle and be followed by another', async () => {
    await engine.startWorker();
    await eventually(
      () => engine.rows(`select 1 from read_round where status = 'open'`),
      (rows) => rows.length === 1,
    );
    const end = await walk(engine, 'n-moved', async () => {
      await engine.stopWorker();
      await engine.startWorker();
    });
    expect(end).toEqual(WALKED);
    await engine.stopWorker();
  });

  it('may forget everything it had in memory', async () => {
    await engine.startWorker(0);
    expect(await walk(engine, 'n-forgotten')).toEqual(WALKED);
    await engine.stopWorker();
  });
});

describe('dropping all receipts and rolling every workflow over', () => {
  it('makes no new fact', async () => {
    await engine.startWorker();
    await submit(engine, 'n-still');
    await submit(engine, 'n-opinion');
    await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: 'n-opinion', visit: 1 });
    await quiet(engine);
    const before = await engine.countEvents();

    await engine.rows('delete from ops_receipt');
    const waiting = await engine.rows<{ workflow: 'nomination'; subject_id: string }>(
      `select workflow, subject_id from ops_engine_wait where not done`,
    );
    expect(waiting.length).toBeGreaterThanOrEqual(4);
    for (const { workflow, subject_id } of waiting) {
      const handle = engine.handle(workflow, subject_id);
      const { runId } = await handle.describe();
      await handle.signal('rollOver');
      await eventually(
        async () => (await handle.describe()).runId,
        (now) => now !== runId,
      );
    }
    await quiet(engine);
    expect(await engine.countEvents()).toBe(before);
    expect(await stepOf(engine, 'n-opinion')).toBe('public-opinion');
  });
});

describe('a workflow that is gone', () => {
  it('is started again from committed facts when its date comes', async () => {
    await submit(engine, 'n-gone');
    await quiet(engine);
    await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: 'n-gone', visit: 1 });
    await quiet(engine);
    // What a lost store of Temporal comes to: nobody is there any more.
    await engine.handle('nomination', 'n-gone').terminate('lost');
    const [row] = await engine.rows<{ next_at: Date }>(
      `select next_at from ops_engine_wait where subject_id = 'n-gone'`,
    );
    await engine.moveTo(row!.next_at.getTime());
    await atStep(engine, 'n-gone', 'submission');
  });

  it('answers what it waits for', async () => {
    await quiet(engine);
    const lifecycle = await engine
      .handle('nomination', 'n-gone')
      .query<{ step: string; waitingFor: string }>('lifecycle');
    expect(lifecycle).toMatchObject({ step: 'submission', waitingFor: 'so-noi-vu/appraiser' });
    const found = await eventually(
      async () => {
        const ids: string[] = [];
        const query = `World = '${engine.world.name}' AND Stage = 'submission' AND ExecutionStatus = 'Running'`;
        for await (const { workflowId } of engine.link.client.workflow.list({ query })) ids.push(workflowId);
        return ids;
      },
      (ids) => ids.length > 0,
    );
    expect(found).toContain(`${engine.world.name}/nomination/n-gone`);
  });
});
