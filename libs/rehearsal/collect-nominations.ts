import { fieldsOf, idOf, listOf, numberOf, textOf } from './api-client.js';
import { lackingIn } from './dossier-papers.js';
import { eachOf } from './each-of.js';
import { ADMIN } from './people.js';
import type { NominationEvent, NominationOutcome } from './result.js';
import type { Stage } from './stage.js';

/** Facts that end a step of the route, and the step they end where the fact does not name it. */
const ENDS: ReadonlySet<string> = new Set([
  'stepEnded',
  'nominationRecognised',
  'nominationPublished',
  'nominationArchived',
]);

/** Every dossier with its history as anybody reads it. */
export async function nominationsOf(stage: Stage): Promise<readonly NominationOutcome[]> {
  const { people, file } = stage;
  const items = await people.list(ADMIN, `/api/v1/nominations?campaign=${encodeURIComponent(file.id)}`);
  return eachOf(items, async (item): Promise<NominationOutcome> => {
    const id = textOf(item['id']);
    const path = `/api/v1/nominations/${encodeURIComponent(id)}`;
    const [dossier, history, lacking] = await Promise.all([
      people.get(ADMIN, path),
      people.list(ADMIN, `${path}/history`),
      lackingIn(stage, ADMIN, id),
    ]);
    const events = history.flatMap((entry) => eventOf(entry));
    return {
      id,
      round: textOf(item['roundId']),
      award: textOf(item['awardCode']),
      unit: idOf(item['unit']),
      subjectKind: textOf(fieldsOf(item['subject'])['kind']),
      route: events
        .filter(({ type }) => ENDS.has(type))
        // The decision of a higher authority ends the step at which it was submitted upward.
        .map(({ step, at }) => ({ step: step === 'higher-decision' ? 'decision' : (step ?? ''), at })),
      expectedRoute: listOf(dossier['route']).map((step) => textOf(fieldsOf(step)['key'])),
      outcome: textOf(item['status']),
      lacking: lacking.filter(({ binding }) => binding).map(({ kind }) => kind),
      events,
    };
  });
}

/** A fact of the dossier itself; what belongs to its tasks, sessions and decision is told by them. */
function eventOf(entry: Readonly<Record<string, unknown>>): readonly NominationEvent[] {
  const stream = fieldsOf(entry['stream']);
  if (textOf(stream['kind']) !== 'nomination') return [];
  const after = fieldsOf(entry['after']);
  const step = textOf(fieldsOf(entry['rule'])['step']);
  const { visit, logIndex } = entry;
  return [
    {
      type: textOf(entry['type']),
      at: textOf(fieldsOf(entry['when'])['business']),
      version: numberOf(stream['version']),
      logIndex: typeof logIndex === 'number' ? logIndex : null,
      ...(step === '' ? {} : { step }),
      ...(typeof visit === 'number' ? { visit } : {}),
      ...(textOf(after['status']) === '' ? {} : { status: textOf(after['status']) }),
      ...(textOf(fieldsOf(entry['why'])['text']).trim() === '' ? {} : { hasReason: true as const }),
      ...(textOf(after['lastDay']) === '' ? {} : { lastDay: textOf(after['lastDay']) }),
    },
  ];
}
