import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Engine, eventually } from './support/engine.js';
import { launch, person, promptFile, submit } from './support/organisation.js';
import { nomination } from './support/walk.js';

/** The official world runs on real time: there a timer brings the date, not a fact. */
let engine: Engine;

beforeAll(async () => {
  engine = await Engine.open({ clock: 0, official: true });
  await launch(engine, promptFile);
  await engine.must({ kind: 'engine' }, 'openRound', { campaignId: promptFile.id, key: 'prompt', occurrence: 'once' });
  engine.startRelay();
  await engine.startWorker();
});
afterAll(() => engine.close());

it('a timer brings the date, and a refusal is noted and waited out', async () => {
  await submit(engine, 'n-real');
  await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: 'n-real', visit: 1 });
  const due = (await nomination(engine, 'n-real')).open['2']!.due!.at;
  // The engine believes the opinion period ends in three seconds; the ledger knows better and refuses.
  const began = Date.now();
  engine.ahead = due - began - 3_000;
  await engine
    .handle('nomination', 'n-real')
    .signal('clockMoved', { logIndex: 1_000_000_000, subjectId: 'n-real' })
    .catch(() => undefined);
  await eventually(
    () => engine.rows<{ waiting_for: string }>(`select waiting_for from ops_engine_wait where subject_id = 'n-real'`),
    (rows) => rows[0]?.waiting_for === 'refused: NOT_DUE_YET',
  );
  expect(Date.now() - began).toBeGreaterThan(2_000);
  expect((await nomination(engine, 'n-real')).visit).toBe(2);

  // A minute of patience: the last thing in the history is a timer that long, not another attempt.
  const handle = engine.handle('nomination', 'n-real');
  const last = await eventually(
    async () => (await handle.fetchHistory()).events?.at(-1)?.timerStartedEventAttributes?.startToFireTimeout,
    (timeout) => timeout !== undefined && timeout !== null,
  );
  expect(Number(last?.seconds)).toBeGreaterThanOrEqual(30);
});
