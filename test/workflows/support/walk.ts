import type { NominationState } from '../../../libs/domain/nomination/nomination-state.js';
import { dateOf } from '../../../libs/domain/calendar/local-date.js';
import { eventually, type Engine } from './engine.js';
import { person, submit } from './organisation.js';

export const nomination = async (engine: Engine, id: string): Promise<NominationState> => {
  const found = await engine.world.reader.state('nomination', id);
  if (found === undefined) throw new Error(`no nomination ${id}`);
  return found.state;
};

export const stepOf = async (engine: Engine, id: string): Promise<string> => {
  const { step, open, status } = await nomination(engine, id);
  return step === undefined ? status : (open[String(step.visit)]?.step ?? '?');
};

export const atStep = (engine: Engine, id: string, step: string): Promise<string> =>
  eventually(
    () => stepOf(engine, id),
    (now) => now === step,
  );

/** What disturbs the walk, called after every act of a person. */
export type Disturbance = (stage: string) => Promise<void>;

/** Walks a dossier through the timed route: people act, time ends the opinion period, the engine does the rest. */
export async function walk(
  engine: Engine,
  id: string,
  disturb: Disturbance = () => Promise.resolve(),
): Promise<string[]> {
  await submit(engine, id);
  await disturb('submitted');
  await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: id, visit: 1 });
  await disturb('appraised');
  const ends = (await nomination(engine, id)).open['2']?.due?.at ?? 0;
  if ((await engine.world.now()) < ends) await engine.moveTo(ends);
  await disturb('opinion ended');
  await atStep(engine, id, 'submission');
  await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: id, visit: 3 });
  await disturb('submitted upward');
  await engine.must(person('province', 'decider'), 'issueDecision', {
    decisionId: `d-${id}`,
    number: `${id}/QĐ`,
    date: dateOf(await engine.world.now()),
    signer: person('province', 'decider'),
    nominations: [{ nominationId: id, visit: 4 }],
  });
  await disturb('decided');
  await atStep(engine, id, 'archived');
  return (await engine.events('nomination', id)).map(({ type }) => type).filter((type) => type !== 'taskReminded');
}

/** What every walk comes to, whatever happened to the engine on the way. */
export const WALKED = [
  'nominationDrafted',
  'nominationSubmitted',
  'stepEnded',
  'stepEnded',
  'stepEnded',
  'nominationRecognised',
  'nominationPublished',
  'nominationArchived',
];
