import type { World } from '../../../libs/ledger/worlds.js';
import { namesIn, type NamedUnit } from '../../../libs/history/names.js';
import { decodeCursor, pageOf, type Page } from '../http/cursor.js';
import { duesOf, type DueShown } from '../organisation/working-days.js';

/** How far one unit is in a campaign. */
export interface UnitStanding {
  readonly unit: NamedUnit;
  /** Null where it has not registered. */
  readonly registration: string | null;
  /** Whether the campaign asks it to register. */
  readonly asked: boolean;
  readonly duties: {
    readonly open: number;
    readonly overdue: number;
    readonly fulfilled: number;
    readonly late: number;
  };
  /** The earliest date the unit still owes something by. */
  readonly next: DueShown | null;
  readonly nominations: { readonly open: number; readonly awarded: number };
  readonly reminded: number;
  readonly remindedAt: string | null;
}

interface Row {
  readonly unit_id: string;
  readonly open: number;
  readonly overdue: number;
  readonly fulfilled: number;
  readonly late: number;
  readonly next_day: string | null;
  readonly asked: boolean;
  readonly registration: string | null;
  readonly nominated: number;
  readonly awarded: number;
  readonly reminded: number;
  readonly reminded_at: Date | null;
}

/**
 * Units with a duty, a registration or a dossier in the campaign, those with most overdue first. What is told of
 * reminders counts each time once, however many people were told and by whichever way; it is looked up duty by duty, so that
 * no estimate of how many notices there are makes the database read all of them.
 */
const TEXT = `with duty as (
    select unit_id, count(*) filter (where status = 'open') as open,
      count(*) filter (where status = 'open' and due_at <= $2) as overdue,
      count(*) filter (where status = 'fulfilled') as fulfilled, count(*) filter (where late) as late,
      min(last_day) filter (where status = 'open') as next_day, bool_or(kind = 'registration' and status <> 'waived') as asked
    from read_obligation where campaign_id = $1 group by 1),
  signed as (select distinct on (unit_id) unit_id, status from read_registration where campaign_id = $1 order by unit_id, id desc),
  nominated as (
    select unit_id, count(*) filter (where status in ('open', 'returned', 'on-hold')) as open,
      count(*) filter (where status in ('recognised', 'published', 'archived')) as awarded
    from read_nomination where campaign_id = $1 group by 1),
  standing as (
    select unit_id, coalesce(d.open, 0) as open, coalesce(d.overdue, 0) as overdue, coalesce(d.fulfilled, 0) as fulfilled,
      coalesce(d.late, 0) as late, d.next_day, coalesce(d.asked, false) as asked, s.status as registration, coalesce(n.open, 0) as nominated,
      coalesce(n.awarded, 0) as awarded
    from duty d full join signed s using (unit_id) full join nominated n using (unit_id))
  select s.*, told.times as reminded, told.last as reminded_at
  from (select * from standing where ($3::bigint is null or (-overdue, unit_id) > ($3::bigint, $4))
    and ($6::text[] is null or unit_id = any($6))
    order by overdue desc, unit_id limit $5) s
  left join lateral (
    select coalesce(sum(of_duty.times), 0)::int as times, max(of_duty.last) as last
    from read_obligation o cross join lateral (
      select count(distinct n.step) as times, max(n.business_at) as last from ops_notice n
      where n.subject = 'obligation:' || o.id and n.template in ('task-due', 'task-overdue', 'obligation-urged')) of_duty
    where o.campaign_id = $1 and o.unit_id = s.unit_id) told on true
  order by s.overdue desc, s.unit_id`;

/** A page of the units of a campaign, or of some of them, the most overdue first. */
export async function unitsStanding(
  world: World,
  campaignId: string,
  {
    limit,
    cursor,
    units,
  }: { readonly limit: number; readonly cursor?: string | undefined; readonly units?: readonly string[] | undefined },
): Promise<Page<UnitStanding>> {
  const [overdue = null, unit = null] = decodeCursor(cursor, 2) ?? [];
  const now = await world.now();
  const { rows } = await world.pool.query<Row>({
    name: 'campaign-units',
    text: TEXT,
    values: [campaignId, new Date(now), overdue, unit, limit + 1, units ?? null],
  });
  const [names, due] = await Promise.all([namesIn(world, { units: rows.map((row) => row.unit_id) }), duesOf(world)]);
  return pageOf(
    rows,
    limit,
    (row) => [-row.overdue, row.unit_id],
    (shown) =>
      shown.map((row) => ({
        unit: names.unit(row.unit_id),
        registration: row.registration,
        asked: row.asked,
        duties: { open: row.open, overdue: row.overdue, fulfilled: row.fulfilled, late: row.late },
        next: due(row.next_day, false),
        nominations: { open: row.nominated, awarded: row.awarded },
        reminded: row.reminded,
        remindedAt: row.reminded_at?.toISOString() ?? null,
      })),
  );
}
