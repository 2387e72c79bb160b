import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkTemporal, type TemporalLink } from '../../libs/temporal/connection.js';
import { Relay } from '../../libs/temporal/relay.js';
import { at } from '../domain/support/province.js';
import { CutLine } from './support/cut-line.js';
import { Engine, eventually } from './support/engine.js';
import { launch, person, promptFile, submit } from './support/organisation.js';
import { stepOf, walk, WALKED } from './support/walk.js';

let engine: Engine;
let line: CutLine;
let link: TemporalLink;
let relay: Relay;

beforeAll(async () => {
  engine = await Engine.open({ clock: at('2024-06-03', '08:00') });
  line = await new CutLine(engine.address).reserve();
  link = linkTemporal({ address: line.address, namespace: engine.namespace });
  relay = engine.startRelay(link.client);
  await engine.startWorker();
});
afterAll(async () => {
  await engine.close();
  await link.close();
  await line.cut();
});

const health = (is: (seen: { engine: string; outbox: number }) => boolean) => eventually(() => relay.health(), is);

describe('while the engine is away', () => {
  it('people work from the first moment, and the engine joins later', async () => {
    await launch(engine, promptFile);
    await health(({ engine: state, outbox }) => state === 'joining' && outbox > 0);
    await line.mend();
    await health(({ engine: state, outbox }) => state === 'up' && outbox === 0);
    await eventually(
      () => engine.rows(`select 1 from read_round where status = 'open'`),
      (rows) => rows.length === 1,
    );
  });

  it('work goes on, and the engine catches up when it is back', async () => {
    await line.cut();
    await submit(engine, 'n-out');
    await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: 'n-out', visit: 1 });
    await health(({ engine: state, outbox }) => state === 'down' && outbox > 0);
    expect(await stepOf(engine, 'n-out')).toBe('public-opinion');
    const [failed] = await engine.rows<{ n: number }>('select count(*)::int as n from ops_outbox where failures > 0');
    expect(failed?.n).toBe(0);
    await line.mend();
    await health(({ engine: state, outbox }) => state === 'up' && outbox === 0);
    expect(await walk(engine, 'n-after')).toEqual(WALKED);
  });

  it('a second relay waits, and takes over when the first is gone', async () => {
    const second = new Relay({
      client: engine.link.client,
      taskQueue: engine.taskQueue,
      worlds: () => Promise.resolve([engine.world]),
    });
    second.start();
    expect(await walk(engine, 'n-two')).toEqual(WALKED);
    expect((await second.health()).engine).toBe('joining');
    await engine.stopRelay();
    await submit(engine, 'n-taken-over');
    await eventually(
      () => second.health(),
      ({ engine: state, outbox }) => state === 'up' && outbox === 0,
    );
    await second.stop();
    relay = engine.startRelay(link.client);
  });

  it('one row nobody can deliver does not keep the next one waiting', async () => {
    await engine.stopRelay();
    // Long ids are refused by the server; the row of its wait makes it look like open work.
    await engine.rows(
      `insert into ops_engine_wait (workflow, subject_id, seen_index, waiting_for) values ('nomination', repeat('x', 2000), 0, 'time')`,
    );
    await engine.rows(
      `insert into ops_outbox (event_id, workflow, subject_id, signal) select event_id, 'nomination', repeat('x', 2000), 'held' from ledger_event order by event_id limit 1`,
    );
    relay = engine.startRelay(link.client);
    expect(await walk(engine, 'n-next')).toEqual(WALKED);
    const [poisoned] = await eventually(
      () =>
        engine.rows<{ failures: number; error: string; later: boolean }>(
          'select failures, error, retry_at > clock_timestamp() as later from ops_outbox where failures > 0',
        ),
      (rows) => rows.length === 1,
    );
    expect(poisoned).toMatchObject({ error: 'GRPC_3' });
  });
});
