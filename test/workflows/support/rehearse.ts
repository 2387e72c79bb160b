import { eventually, type Engine } from './engine.js';

/** What is left to do at this instant, as the database tells, and a mark that moves with every fact and every look. */
async function left(engine: Engine): Promise<{ busy: number; mark: string }> {
  const [row] = await engine.rows<{ busy: number; mark: string }>(
    `select ((select count(*) from ops_outbox) + (select count(*) from ops_engine_wait w, read_world r
        where not w.done and (w.waiting_for = 'first look' or (w.waiting_for not like 'refused%' and w.next_at <= to_timestamp((r.state->>'clock')::float8 / 1000)))))::int as busy,
      (select max(event_id)::text from ledger_event) || '/' || (select coalesce(sum(seen_index), 0)::text from ops_engine_wait) as mark`,
  );
  return row ?? { busy: 0, mark: '' };
}

/**
 * Waits until the engine has nothing to do at this instant: no announcement waits, nobody has something to look at, every
 * date that has come was acted on or refused, and no worker is at it. The rows are looked at before and after the server is
 * asked, so that nothing moves from the one to the other unseen.
 */
export async function quiet(engine: Engine): Promise<void> {
  await eventually(
    async () => {
      const before = await left(engine);
      if (before.busy > 0 || (await engine.isAtWork())) return false;
      const after = await left(engine);
      return after.busy === 0 && after.mark === before.mark;
    },
    (isQuiet) => isQuiet,
  ).catch(async (error: Error) => {
    const waits = await engine.rows(
      'select workflow, subject_id, seen_index, waiting_for, next_at, done from ops_engine_wait',
    );
    const outbox = await engine.rows('select workflow, subject_id, signal, failures, error from ops_outbox limit 5');
    throw new Error(`${error.message}; waits ${JSON.stringify(waits)}; outbox ${JSON.stringify(outbox)}`);
  });
}

export interface NextDate {
  readonly at: number;
}

/** The next date anything waits for; undefined when nothing does. */
export async function nextDate(engine: Engine): Promise<number | undefined> {
  const [row] = await engine.rows<{ at: Date | null }>('select min(next_at) as at from ops_engine_wait where not done');
  return row?.at?.getTime();
}

/** Moves the clock from date to date until `is` says so, letting people act in between. */
export async function rehearse(
  engine: Engine,
  people: (now: number) => Promise<void>,
  is: () => Promise<boolean>,
  mostSteps = 200,
): Promise<number> {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    await quiet(engine);
    if (await is()) return steps;
    await people(await engine.world.now());
    await quiet(engine);
    if (await is()) return steps;
    const at = await nextDate(engine);
    if (at === undefined) throw new Error('nothing waits for a date');
    const now = await engine.world.now();
    if (at <= now)
      throw new Error(
        `a date that has come is not acted on: ${JSON.stringify(await engine.rows('select * from ops_engine_wait'))}`,
      );
    await engine.moveTo(at);
  }
  throw new Error('never came to its end');
}
