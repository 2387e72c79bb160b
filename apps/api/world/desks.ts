import { dateOf } from '../../../libs/domain/calendar/local-date.js';
import type { World } from '../../../libs/ledger/worlds.js';

/** What lies on everybody's desk in a world, as marks that change whenever the work does. */
export interface Desks {
  /** By person: a mark of what waits for them, and the kinds of it. Who has nothing is left out. */
  readonly desks: Readonly<Record<string, { readonly mark: string; readonly kinds: readonly string[] }>>;
  /** A mark of all duties that are open. */
  readonly duties: string;
  /** A mark of all rounds that are open. */
  readonly rounds: string;
}

interface DeskRow {
  readonly person: string;
  readonly mark: string;
  readonly kinds: readonly string[];
}

const DESKS = `with work as (
    select t.id, t.queue, t.kind, h.assignee, concat_ws('|', t.id, t.due_at, h.version) as what
    from read_task t left join read_task_handling h on h.id = t.id where t.status = 'open')
  select d.person, md5(string_agg(d.what, ',' order by d.what)) as mark, array_agg(distinct d.kind order by d.kind) as kinds
  from (
    select p.person_id as person, w.what, w.kind from work w join read_position p on p.queue = w.queue
      and p.valid_from <= $1::date and (p.valid_to is null or p.valid_to >= $1::date)
    union select assignee, what, kind from work where assignee is not null) d
  group by 1`;

const MARKS = `select
  (select md5(coalesce(string_agg(concat_ws('|', id, version), ',' order by id), '')) from read_obligation where status = 'open') as duties,
  (select md5(coalesce(string_agg(concat_ws('|', id, version), ',' order by id), '')) from read_round where status <> 'closed') as rounds`;

/** Reads the marks: somebody who plays many people asks once what is new instead of opening every inbox. */
export async function desksIn(world: World): Promise<Desks> {
  const today = dateOf(await world.now());
  const [desks, marks] = await Promise.all([
    world.pool.query<DeskRow>({ name: 'desks', text: DESKS, values: [today] }),
    world.pool.query<{ duties: string; rounds: string }>({ name: 'desk-marks', text: MARKS }),
  ]);
  return {
    desks: Object.fromEntries(desks.rows.map(({ person, mark, kinds }) => [person, { mark, kinds }])),
    duties: marks.rows[0]?.duties ?? '',
    rounds: marks.rows[0]?.rounds ?? '',
  };
}
