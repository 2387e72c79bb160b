import type { Refusal } from '../../../libs/domain/core/decision.js';
import type { StreamKind } from '../../../libs/domain/core/stream.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { namesIn } from '../../../libs/history/names.js';
import { factsOf } from '../../../libs/history/fact-rows.js';
import { namedIn, tell, type HistoryEntry } from '../../../libs/history/history-entry.js';

/** Refusals that mean: somebody was faster. */
const OVERTAKEN: readonly string[] = ['STALE_VERSION', 'TASK_CLOSED', 'ALREADY_DONE', 'TASK_CLAIMED_BY_OTHER'];
const SUBJECTS: readonly (readonly [field: string, kind: StreamKind])[] = [
  ['nominationId', 'nomination'],
  ['registrationId', 'registration'],
  ['reportId', 'report'],
  ['sessionId', 'session'],
  ['activityId', 'activity'],
  ['dispatchId', 'dispatch'],
  ['exampleId', 'example'],
  ['obligationId', 'obligation'],
  ['roundId', 'round'],
];
const MOST = 20;

type Change = Pick<HistoryEntry, 'what' | 'who' | 'when' | 'before' | 'after' | 'visit' | 'logIndex'>;

/** What happened at the step the caller saw and after it; undefined where the refusal has another reason. */
export async function whatChanged(
  world: World,
  refusal: Refusal,
  input: object,
): Promise<readonly Change[] | undefined> {
  if (!OVERTAKEN.includes(refusal.code)) return undefined;
  const fields = new Map<string, unknown>(Object.entries(input));
  const subject = SUBJECTS.find(([field]) => typeof fields.get(field) === 'string');
  if (subject === undefined) return undefined;
  const rows = await factsOf(world, subject[1], String(fields.get(subject[0])));
  if (rows.length === 0) return undefined;
  const seen = fields.get('visit');
  const names = await namesIn(world, namedIn(rows));
  return tell(rows, { about: '', names })
    .filter(({ visit }) => typeof seen !== 'number' || (visit ?? 0) >= seen)
    .slice(-MOST)
    .map(({ what, who, when, before, after, visit, logIndex }) => ({
      what,
      who,
      when,
      logIndex,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(visit === undefined ? {} : { visit }),
    }));
}
