import type { CalendarState } from '../../libs/domain/calendar/calendar.stream.js';
import { workingCalendar, type CalendarDay } from '../../libs/domain/calendar/working-calendar.js';
import type { CampaignState } from '../../libs/domain/campaign/campaign.stream.js';
import type { CampaignRows, OpenedDuty } from '../../libs/domain/engine/campaign-wait.js';
import type { CalendarKnown } from '../../libs/domain/engine/step-wait.js';
import { CALENDAR_FOLLOWERS } from '../../libs/domain/task/follow-calendar.js';
import { OTHERS_REMIND } from '../../libs/domain/task/task.commands.js';
import type { NominationState } from '../../libs/domain/nomination/nomination-state.js';
import type { Queryable } from '../../libs/persistence/pg.js';

/**
 * One statement each, so one snapshot: every fact that has a place in the log by then is in the rows beside it. A null
 * clock means that the world runs on real time.
 */
const COMMON = `(select coalesce(max(log_index), 0) from ledger_log) as log_index,
  (select (state->>'clock')::float8 from read_world limit 1) as clock`;

interface Common {
  readonly log_index: number;
  readonly clock: number | null;
}

export async function stepSnapshot<S>(pool: Queryable, kind: 'round' | 'session', id: string) {
  const { rows } = await pool.query<Common & { readonly state: S | null }>({
    name: `engine-${kind}`,
    text: `select ${COMMON}, (select state from read_${kind} where id = $1) as state`,
    values: [id],
  });
  const [row] = rows;
  return { logIndex: Number(row?.log_index ?? 0), clock: row?.clock ?? null, state: row?.state ?? undefined };
}

interface NominationRow extends Common {
  readonly state: NominationState | null;
  readonly version: number | null;
  /** Null where the version is the one we know. */
  readonly calendar: CalendarState | null;
}

const calendars = new WeakMap<Queryable, CalendarKnown>();

/** A nomination with the calendar its limits are counted by; the calendar travels only when it has changed. */
export async function nominationSnapshot(pool: Queryable, id: string) {
  const seen = calendars.get(pool);
  const { rows } = await pool.query<NominationRow>({
    name: 'engine-nomination-calendar',
    text: `select ${COMMON}, (select state from read_nomination where id = $1) as state, c.version,
        case when c.version = $2::int then null else c.state end as calendar
      from (select 1) as one left join read_calendar c on c.id = 'vn'`,
    values: [id, seen?.version ?? 0],
  });
  const [row] = rows;
  if (row?.calendar != null)
    calendars.set(pool, { version: row.version ?? 0, calendar: workingCalendar(row.calendar.days) });
  return {
    logIndex: Number(row?.log_index ?? 0),
    clock: row?.clock ?? null,
    state: row?.state ?? undefined,
    calendar: calendars.get(pool),
  };
}

interface DutyJson {
  readonly key: string;
  readonly occurrence: string;
  readonly units: number;
  readonly open: number;
  readonly due_at: number | null;
}

interface CampaignRow extends Common {
  readonly campaign: CampaignState | null;
  readonly calendar: { readonly version: number; readonly state: CalendarState } | null;
  readonly duties: readonly DutyJson[] | null;
  readonly rounds: CampaignRows['rounds'] | null;
  readonly nominations: number;
  readonly tasks: boolean;
  readonly reminder_at: number | null;
}

/** Tasks of rounds and sessions are reminded of by their own workflows, those of nominations by theirs. */
const REMINDED_BY_CAMPAIGN = `t.campaign_id = $1 and t.status = 'open' and t.next_step_at is not null
  and t.owner_kind <> all($3::text[])`;

const CAMPAIGN = `select ${COMMON},
  (select state from read_campaign where id = $1) as campaign,
  (select json_build_object('version', version, 'state', state) from read_calendar where id = 'vn') as calendar,
  (select json_agg(d) from (
     select obligation_key as key, occurrence, count(*)::int as units, (count(*) filter (where status = 'open'))::int as open,
            extract(epoch from min(due_at) filter (where status = 'open')) * 1000 as due_at
     from read_obligation where campaign_id = $1 group by 1, 2) d) as duties,
  (select json_agg(r) from (
     select round_key as key, occurrence, status from read_round where campaign_id = $1) r) as rounds,
  (select count(*)::int from read_nomination where campaign_id = $1
     and status in ('open', 'returned', 'on-hold', 'recognised', 'published')) as nominations,
  exists (select 1 from read_task where campaign_id = $1 and status = 'open' and due_at is not null
     and owner_kind = any($4::text[])) as tasks,
  (select (extract(epoch from min(t.next_step_at)) * 1000)::float8 from read_task t
     where ${REMINDED_BY_CAMPAIGN} and ($2::timestamptz is null or t.next_step_at > $2)) as reminder_at`;

/** `givenWay`: reminders planned up to `from` wait for `to`, later ones are looked at as ever. */
export async function campaignSnapshot(
  pool: Queryable,
  id: string,
  givenWay: { readonly from: number; readonly to: number } | null,
) {
  const from = givenWay === null ? null : new Date(givenWay.from).toISOString();
  const { rows } = await pool.query<CampaignRow>({
    name: 'engine-campaign',
    text: CAMPAIGN,
    values: [id, from, OTHERS_REMIND, CALENDAR_FOLLOWERS],
  });
  const [row] = rows;
  const reminders = [row?.reminder_at ?? undefined, givenWay?.to].filter((at) => at !== undefined);
  const found: CampaignRows = {
    duties: (row?.duties ?? []).map(dutyOf),
    rounds: row?.rounds ?? [],
    reminderAt: reminders.length === 0 ? undefined : Math.min(...reminders),
    openNominations: row?.nominations ?? 0,
    openTasks: row?.tasks ?? false,
  };
  const calendarDays: readonly CalendarDay[] = row?.calendar?.state.days ?? [];
  return {
    logIndex: Number(row?.log_index ?? 0),
    clock: row?.clock ?? null,
    campaign: row?.campaign ?? undefined,
    calendarDays,
    calendarVersion: row?.calendar?.version ?? 0,
    rows: found,
  };
}

const dutyOf = ({ due_at, ...duty }: DutyJson): OpenedDuty => ({
  ...duty,
  ...(due_at === null ? {} : { dueAt: due_at }),
});
