import type { EndedUnit } from '../../libs/domain/engine/campaign-duties.js';
import type { StreamKind } from '../../libs/domain/core/stream.js';
import { PASSED_KINDS } from '../../libs/domain/succession/pass-on.commands.js';
import type { Queryable } from '../../libs/persistence/pg.js';

/**
 * What of a campaign is open at a unit: `$1` is the campaign, `u.unit` the unit. Open tasks of every kind; beside them
 * what waits without a task: duties, registrations, reports that may come back, dossiers on their way with all they still
 * have before them.
 */
const OWN: Partial<Record<StreamKind, string>> = {
  obligation: `t.status = 'open' and t.unit_id = u.unit`,
  registration: `t.status <> 'passed-on' and t.unit_id = u.unit`,
  report: `t.status in ('submitted', 'returned') and t.unit_id = u.unit`,
  nomination: `t.status in ('draft', 'open', 'returned', 'on-hold') and (t.unit_id = u.unit
    or position('"' || u.unit || '"' in (t.state->'roles')::text) > 0
    or position('"' || u.unit || '/' in (t.state->'route')::text) > 0)`,
};

/** A closed registration has no open task, and a confirmed one is still the unit's word. */
const openAt = (kind: StreamKind): string =>
  `select '${kind}' as kind, t.id, t.version from read_${kind} t where t.campaign_id = $1 and (
    exists (select 1 from read_task k where k.owner_kind = '${kind}' and k.owner_id = t.id and k.status = 'open'
      and starts_with(k.queue, u.unit || '/'))${OWN[kind] === undefined ? '' : ` or (${OWN[kind]})`})`;

const WORK = PASSED_KINDS.filter((kind) => kind !== 'campaign')
  .map(openAt)
  .join(' union all ');

/** Open tasks at the unit, by the index of queues: '0' is the sign after '/'. */
const TASKS = `exists (select 1 from read_task k where k.campaign_id = $1 and k.status = 'open'
    and k.queue >= u.unit || '/' and k.queue < u.unit || '0' and k.queue <> '')`;

/** Nothing was left there once: only what has an open task there again. A campaign that named the unit is looked at too. */
const CAMPAIGN = `exists (select 1 from read_campaign c where c.id = $1
    and not coalesce((c.state->'passedOn'->u.unit->>'done')::boolean, false)
    and (c.state->'passedOn' ? u.unit or position('"' || u.unit || '"' in (c.state->'file')::text) > 0 or exists (${WORK})))`;

/** The ended units at which something of the campaign is still open. Nothing is read where no unit ever ended. */
export async function atEnded(
  pool: Queryable,
  campaignId: string,
  ended: readonly EndedUnit[],
): Promise<readonly string[]> {
  if (ended.length === 0) return [];
  const { rows } = await pool.query<{ unit: string }>({
    name: 'engine-at-ended',
    text: `select u.unit from unnest($2::text[]) u (unit) where ${TASKS} or ${CAMPAIGN}`,
    values: [campaignId, ended.map(({ id }) => id)],
  });
  return rows.map(({ unit }) => unit);
}

export interface OpenWork {
  readonly kind: StreamKind;
  readonly id: string;
  readonly version: number;
}

export const PAGE = 200;

/** A page of what is open at the unit, by kind and id, behind `after`. The list may shrink behind the walk. */
export async function openWorkAt(
  pool: Queryable,
  campaignId: string,
  unit: string,
  after: Pick<OpenWork, 'kind' | 'id'> | undefined,
): Promise<readonly OpenWork[]> {
  const { rows } = await pool.query<{ kind: StreamKind; id: string; version: number }>({
    name: 'engine-open-work',
    text: `select w.* from unnest($2::text[]) u (unit), lateral (${WORK}) w
      where (w.kind, w.id) > ($3, $4) order by w.kind, w.id limit ${PAGE}`,
    values: [campaignId, [unit], after?.kind ?? '', after?.id ?? ''],
  });
  return rows;
}
