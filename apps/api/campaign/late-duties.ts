import type { World } from '../../../libs/ledger/worlds.js';
import { namesIn, type NamedPerson, type NamedUnit } from '../../../libs/history/names.js';
import { decodeCursor, pageOf, type Page } from '../http/cursor.js';
import { duesOf, type DueShown } from '../organisation/working-days.js';

/** One time somebody was told of a duty: before its date, after it, or by hand. */
export interface Reminder {
  readonly kind: 'due' | 'overdue' | 'urged';
  readonly at: string;
  readonly to: readonly NamedPerson[];
}

/** A duty whose day has passed and that is still owed. */
export interface LateDuty {
  readonly id: string;
  readonly unit: NamedUnit;
  readonly key: string;
  readonly occurrence: string;
  readonly due: DueShown | null;
  readonly reminders: readonly Reminder[];
}

interface DutyRow {
  readonly id: string;
  readonly unit_id: string;
  readonly obligation_key: string;
  readonly occurrence: string;
  readonly last_day: string;
}
interface NoticeRow {
  readonly subject: string;
  readonly template: keyof typeof KINDS;
  readonly at: Date;
  readonly recipients: readonly string[];
}

const KINDS = { 'task-due': 'due', 'task-overdue': 'overdue', 'obligation-urged': 'urged' } as const;

const LATE = `select id, unit_id, obligation_key, occurrence, last_day from read_obligation
  where campaign_id = $1 and status = 'open' and due_at <= $2 and ($3::date is null or (last_day, id) > ($3::date, $4))
  order by last_day, id limit $5`;

const TOLD = `select subject, template, min(business_at) as at, array_agg(distinct recipient) as recipients from ops_notice
  where subject = any($1) and channel = 'in-app' and template = any($2) group by subject, step, template order by 3`;

/** A page of what is late in a campaign, the oldest first, with everybody who was told of it and when. */
export async function lateDuties(
  world: World,
  campaignId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<LateDuty>> {
  const [day = null, id = null] = decodeCursor(cursor, 2) ?? [];
  const { rows } = await world.pool.query<DutyRow>({
    name: 'campaign-late',
    text: LATE,
    values: [campaignId, new Date(await world.now()), day, id, limit + 1],
  });
  const { rows: told } = await world.pool.query<NoticeRow>({
    name: 'campaign-late-told',
    text: TOLD,
    values: [rows.map((row) => subjectOf(row.id)), Object.keys(KINDS)],
  });
  const [names, due] = await Promise.all([
    namesIn(world, { units: rows.map((row) => row.unit_id), persons: told.flatMap(({ recipients }) => recipients) }),
    duesOf(world),
  ]);
  const remindersOf = (row: DutyRow): readonly Reminder[] =>
    told
      .filter(({ subject }) => subject === subjectOf(row.id))
      .map(({ template, at, recipients }) => ({
        kind: KINDS[template],
        at: at.toISOString(),
        to: recipients.map((person) => names.person(person)),
      }));
  return pageOf(
    rows,
    limit,
    (row) => [row.last_day, row.id],
    (shown) =>
      shown.map((row) => ({
        id: row.id,
        unit: names.unit(row.unit_id),
        key: row.obligation_key,
        occurrence: row.occurrence,
        due: due(row.last_day, false),
        reminders: remindersOf(row),
      })),
  );
}

const subjectOf = (obligationId: string): string => `obligation:${obligationId}`;
