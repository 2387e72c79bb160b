import type { StreamKind } from '../domain/core/stream.js';
import { storedEvent, type StoredEvent } from '../ledger/reader.js';
import type { World } from '../ledger/worlds.js';

type Row = Parameters<typeof storedEvent>[0];

const SELECT = 'select e.*, l.log_index from ledger_event e left join ledger_log l on l.event_id = e.event_id where';

/** Tasks of an owner: ids run from `<kind>:<id>:` up to, not including, `<kind>:<id>;`. */
const TASKS = `(e.stream = 'task' and e.stream_id >= $1 || ':' || $2 || ':' and e.stream_id < $1 || ':' || $2 || ';')`;

/** The facts of one stream and of the tasks it opened, in the order they were recorded. */
export const factsOf = async (world: World, kind: StreamKind, id: string): Promise<readonly StoredEvent[]> =>
  world.reader.unseal(await sealedFactsOf(world, kind, id));

/** The same for a nomination, see {@link sealedFactsOfNomination}. */
export const factsOfNomination = async (
  world: World,
  id: string,
  campaignId: string,
): Promise<readonly StoredEvent[]> => world.reader.unseal(await sealedFactsOfNomination(world, id, campaignId));

/** As {@link factsOf}, texts still sealed: for who reads more with them and opens all of it at once. */
export async function sealedFactsOf(world: World, kind: StreamKind, id: string): Promise<readonly StoredEvent[]> {
  const { rows } = await world.reads.query<Row>({
    name: 'history-stream',
    text: `${SELECT} e.stream = $1 and e.stream_id = $2
           union all ${SELECT} ${TASKS} order by 1`,
    values: [kind, id],
  });
  return rows.map(storedEvent);
}

/** The facts of a nomination and its tasks, the council sessions it was on the agenda of and the decision that names it. */
export async function sealedFactsOfNomination(
  world: World,
  id: string,
  campaignId: string,
): Promise<readonly StoredEvent[]> {
  const { rows } = await world.reads.query<Row>({
    name: 'history-nomination',
    text: `${SELECT} e.stream = $1 and e.stream_id = $2
           union all ${SELECT} ${TASKS}
           union all ${SELECT} e.stream = 'session' and e.type <> 'taskReminded' and e.stream_id in (
             select s.id from read_session s where s.campaign_id = $3
             and s.state->'agenda' @> jsonb_build_array(jsonb_build_object('nominationId', $2::text)))
           union all ${SELECT} e.stream = 'decision' and e.stream_id in (
             select n.state->'decision'->>'id' from read_nomination n where n.id = $2)
           order by 1`,
    values: ['nomination', id, campaignId],
  });
  return rows.map(storedEvent);
}
