import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NominationState } from '../../libs/domain/nomination/nomination-state.js';
import { at } from '../domain/support/province.js';
import { Engine, eventually } from './support/engine.js';
import { launch, person, PROMPT_ROUND, promptFile, submit } from './support/organisation.js';

let engine: Engine;

beforeAll(async () => {
  engine = await Engine.open({ clock: at('2024-06-03', '08:00') });
  await launch(engine, promptFile);
  await engine.must({ kind: 'engine' }, 'openRound', { campaignId: promptFile.id, key: 'prompt', occurrence: 'once' });
  engine.startRelay();
  await engine.startWorker();
});
afterAll(() => engine.close());

const state = async (id: string): Promise<NominationState> =>
  (await engine.world.reader.state('nomination', id))!.state;
const stepOf = async (id: string): Promise<string> => {
  const { step, open, status } = await state(id);
  return step === undefined ? status : (open[String(step.visit)]?.step ?? '?');
};
const atStep = (id: string, step: string) =>
  eventually(
    () => stepOf(id),
    (now) => now === step,
  );
const nextAt = async (id: string): Promise<number> => {
  const [row] = await eventually(
    () =>
      engine.rows<{ next_at: Date | null; waiting_for: string }>(
        'select next_at, waiting_for from ops_engine_wait where subject_id = $1',
        [id],
      ),
    (rows) => rows[0]?.next_at != null && rows[0].waiting_for !== 'first look',
  );
  return row!.next_at!.getTime();
};
const reminders = async (id: string) =>
  (await engine.events('nomination', id)).filter(({ type }) => type === 'taskReminded');

describe('a nomination', () => {
  it('is carried to its archive, and reminds once of each date', async () => {
    const id = 'n-walk';
    await submit(engine, id);
    expect(await stepOf(id)).toBe('appraisal');

    let sent = 0;
    for (let at = await nextAt(id); sent < 3; at = await nextAt(id)) {
      await engine.moveTo(at);
      sent = await eventually(
        async () => (await reminders(id)).length,
        (n) => n > sent,
      );
      await eventually(
        () => nextAt(id),
        (next) => next > at,
      );
    }
    const keys = (await reminders(id)).map(({ payload }) => payload['key']);
    expect(new Set(keys).size).toBe(keys.length);

    await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: id, visit: 1 });
    await atStep(id, 'public-opinion');
    const ends = (await state(id)).open['2']!.due!.at;
    expect(
      await eventually(
        () => nextAt(id),
        (next) => next === ends,
      ),
    ).toBe(ends);
    await engine.moveTo(ends);
    await atStep(id, 'submission');
    await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: id, visit: 3 });
    await engine.must(person('province', 'decider'), 'issueDecision', {
      decisionId: 'd-1',
      number: '7/QĐ-UBND',
      date: '2024-06-03',
      signer: person('province', 'decider'),
      nominations: [{ nominationId: id, visit: 4 }],
    });
    await atStep(id, 'archived');
    await engine.handle('nomination', id).result();
    expect((await reminders(id)).length).toBe(sent);
    expect(PROMPT_ROUND).toContain('prompt');
  });
});
