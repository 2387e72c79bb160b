import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dateOf, addDays, type LocalDate } from '../../libs/domain/calendar/local-date.js';
import { isWorkingDay, workingCalendar } from '../../libs/domain/calendar/working-calendar.js';
import { vnDays } from '../domain/calendar/calendar-fixtures.js';
import { both, UNITS } from '../domain/support/people.js';
import { at } from '../domain/support/province.js';
import { Engine, eventually } from './support/engine.js';
import { launch, person, promptFile, submit } from './support/organisation.js';

let engine: Engine;
const exampleRegister = {
  levels: [{ key: 'co-so', name: both('Cấp cơ sở'), recognisedBy: { roles: ['issuer'] as const } }],
  stages: [],
  introducedBy: { scope: ['all'] },
};

beforeAll(async () => {
  engine = await Engine.open({ clock: at('2024-06-03', '08:00') });
  await launch(engine, { ...promptFile, exampleRegister });
  await engine.must({ kind: 'engine' }, 'openRound', { campaignId: promptFile.id, key: 'prompt', occurrence: 'once' });
  engine.startRelay();
  await engine.startWorker();
});
afterAll(() => engine.close());

const taskOf = async (id: string) => {
  const { state } = (await engine.world.reader.state('nomination', id))!;
  return state.open[String(state.visit)]!;
};

/** The first working day after today: a day of the limit that nobody knew to be a holiday. */
function nextWorking(day: LocalDate): LocalDate {
  const calendar = workingCalendar(vnDays());
  let next = addDays(day, 1);
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1);
  return next;
}

describe('a changed holiday on the running engine', () => {
  it('moves the due dates of open steps, tells why, and once', async () => {
    await submit(engine, 'n-1');
    await submit(engine, 'n-2');
    const before = (await taskOf('n-1')).due!;
    const date = nextWorking(dateOf((await taskOf('n-1')).openedAt));
    const change = { date, kind: 'holiday', name: 'Nghỉ', source: 'Thông báo 1/TB', reason: 'Công bố' } as const;
    await engine.must({ kind: 'operator' }, 'changeCalendarDay', change);
    for (const id of ['n-1', 'n-2'])
      await eventually(
        async () => (await taskOf(id)).due!.at,
        (moved) => moved > before.at,
      );
    const replanned = async () =>
      (await engine.events('nomination', 'n-1')).filter(({ type }) => type === 'stepReplanned');
    expect((await replanned())[0]!.payload).toMatchObject({ from: before.lastDay, cause: 'calendar' });
    await engine.must({ kind: 'operator' }, 'changeCalendarDay', { ...change, kind: 'none' });
    await submit(engine, 'n-3');
    expect((await taskOf('n-3')).due).toEqual(before);
    expect(await replanned()).toHaveLength(1);
  });

  it('moves what else a campaign has open, and reminds of it', async () => {
    const subject = { kind: 'household', id: 'ho-m', name: 'Hộ bà M' } as const;
    const introduced = { exampleId: 'dh-1', campaignId: promptFile.id, introducedBy: UNITS.b, unitId: UNITS.a };
    await engine.must(person('b', 'officer'), 'introduceExample', {
      ...introduced,
      kind: 'model',
      subject,
      summary: 'Cam hữu cơ',
    });
    const task = async () => (await engine.world.reader.state('example', 'dh-1'))!.state.open['1']!;
    const before = await task();
    const date = nextWorking(addDays(dateOf(before.openedAt), 1));
    const change = { date, kind: 'holiday', name: 'Nghỉ', source: 'Thông báo 2/TB', reason: 'Công bố' } as const;
    await engine.must({ kind: 'operator' }, 'changeCalendarDay', change);
    const moved = await eventually(
      async () => (await task()).due!,
      (due) => due.at > before.due!.at,
    );
    const facts = await engine.events('example', 'dh-1');
    expect(facts.filter(({ type }) => type === 'taskReplanned').map(({ payload }) => payload)).toMatchObject([
      { from: before.due!.lastDay, to: moved.lastDay, cause: 'calendar' },
    ]);
    const [first] = (await task()).plan;
    await engine.moveTo(first!.at);
    await eventually(
      async () => (await task()).sent,
      (sent) => sent.includes(first!.key),
    );
  });
});
