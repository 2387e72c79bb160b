import { dutyTitle } from '../../../libs/contracts/duty-title.js';
import { dateOf } from '../../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { ref } from '../../../libs/domain/core/stream.js';
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
  readonly campaign: NamedUnit;
  readonly title: Bilingual;
  readonly unit: NamedUnit;
  readonly key: string;
  readonly occurrence: string;
  readonly due: DueShown | null;
  readonly reminders: readonly Reminder[];
  /** The units that may urge it. */
  readonly leads: readonly string[];
  /** Urged today already: once a day is enough. */
  readonly urgedToday: boolean;
}

/** All campaigns, units and clusters where nothing is said. */
export interface LateAsked {
  readonly campaignId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface DutyRow {
  readonly id: string;
  readonly campaign_id: string;
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

const COLUMNS = `id, campaign_id, unit_id, obligation_key, occurrence, last_day`;
const REST = `status = 'open' and due_at <= $2 and ($3::date is null or (last_day, id) > ($3::date, $4))
  order by last_day, id limit $5`;
/** Of one campaign, of one unit, or everywhere: each on an index of its own. */
const LATE = {
  campaign: `select ${COLUMNS} from read_obligation where campaign_id = $1 and ($6::text is null or unit_id = $6) and ${REST}`,
  unit: `select ${COLUMNS} from read_obligation where $1::text is null and unit_id = $6 and ${REST}`,
  everywhere: `select ${COLUMNS} from read_obligation where $1::text is null and $6::text is null and ${REST}`,
} as const;

const TOLD = `select subject, template, min(business_at) as at, array_agg(distinct recipient) as recipients from ops_notice
  where subject = any($1) and channel = 'in-app' and template = any($2) group by subject, step, template order by at, template, step`;

/** A page of what is late, the oldest first, with everybody who was told of it and when. */
export async function lateDuties(
  world: World,
  { campaignId, unitId, limit, cursor }: LateAsked,
): Promise<Page<LateDuty>> {
  const [day = null, id = null] = decodeCursor(cursor, 2) ?? [];
  const now = await world.now();
  const where = campaignId !== undefined ? 'campaign' : unitId !== undefined ? 'unit' : 'everywhere';
  const { rows } = await world.pool.query<DutyRow>({
    name: `late:${where}`,
    text: LATE[where],
    values: [campaignId ?? null, new Date(now), day, id, limit + 1, unitId ?? null],
  });
  const { rows: told } = await world.pool.query<NoticeRow>({
    name: 'campaign-late-told',
    text: TOLD,
    values: [rows.map((row) => subjectOf(row.id)), Object.keys(KINDS)],
  });
  const campaignIds = [...new Set(rows.map((row) => row.campaign_id))];
  const [names, due, campaigns] = await Promise.all([
    namesIn(world, { units: rows.map((row) => row.unit_id), persons: told.flatMap(({ recipients }) => recipients) }),
    duesOf(world),
    world.reader.all(campaignIds.map((one) => ref('campaign', one))),
  ]);
  const today = dateOf(now);
  const fileOf = (one: string): CampaignFile | undefined => campaigns.state('campaign', one)?.file;
  const same = (text: string): Bilingual => ({ vi: text, en: text });
  const titleOf = (row: DutyRow): Bilingual => {
    const file = fileOf(row.campaign_id);
    return file === undefined ? same(row.obligation_key) : dutyTitle(file, row.obligation_key);
  };
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
        campaign: { id: row.campaign_id, name: fileOf(row.campaign_id)?.name ?? same(row.campaign_id) },
        title: titleOf(row),
        unit: names.unit(row.unit_id),
        key: row.obligation_key,
        occurrence: row.occurrence,
        due: due(row.last_day, false),
        reminders: remindersOf(row),
        leads: leadsOf(fileOf(row.campaign_id)),
        urgedToday: remindersOf(row).some(({ kind, at }) => kind === 'urged' && dateOf(Date.parse(at)) === today),
      })),
  );
}

const leadsOf = (file: CampaignFile | undefined): readonly string[] =>
  file === undefined ? [] : [file.roles.leadAgency.unit, file.roles.standingBody.unit];

const subjectOf = (obligationId: string): string => `obligation:${obligationId}`;
