import type { World } from '../../../libs/ledger/worlds.js';

export interface Progress {
  readonly campaignId: string;
  readonly obligations: readonly {
    readonly key: string;
    readonly occurrence: string;
    readonly lastDay: string;
    readonly open: number;
    readonly overdue: number;
    readonly fulfilled: number;
    readonly late: number;
    readonly waived: number;
  }[];
  readonly registrations: Readonly<Record<string, number>>;
  readonly reports: Readonly<Record<string, number>>;
  readonly rounds: Readonly<Record<string, number>>;
  readonly nominations: Readonly<Record<string, number>>;
}

interface DutyRow {
  readonly obligation_key: string;
  readonly occurrence: string;
  readonly last_day: string;
  readonly open: number;
  readonly overdue: number;
  readonly fulfilled: number;
  readonly late: number;
  readonly waived: number;
}

/** Numbers over many streams are queries, never kept: they are always those of now. */
export async function progressOf(world: World, campaignId: string): Promise<Progress> {
  const [duties, rest] = await Promise.all([
    world.pool.query<DutyRow>({
      name: 'progress-duties',
      text: `select obligation_key, occurrence, max(last_day) as last_day,
          count(*) filter (where status = 'open') as open,
          count(*) filter (where status = 'open' and due_at <= $2) as overdue,
          count(*) filter (where status = 'fulfilled') as fulfilled,
          count(*) filter (where late) as late,
          count(*) filter (where status = 'waived') as waived
        from read_obligation where campaign_id = $1 group by 1, 2 order by 3, 1`,
      values: [campaignId, new Date(await world.now())],
    }),
    world.pool.query<{ kind: 'registrations' | 'reports' | 'rounds' | 'nominations'; status: string; number: number }>({
      name: 'progress-rest',
      text: `select 'registrations' as kind, status, count(*) as number from read_registration where campaign_id = $1 group by 2
        union all select 'reports', status, count(*) from read_report where campaign_id = $1 group by 2
        union all select 'rounds', status, count(*) from read_round where campaign_id = $1 group by 2
        union all select 'nominations', status, count(*) from read_nomination where campaign_id = $1 group by 2`,
      values: [campaignId],
    }),
  ]);
  const byStatus = (kind: string): Readonly<Record<string, number>> =>
    Object.fromEntries(rest.rows.filter((row) => row.kind === kind).map((row) => [row.status, row.number]));
  return {
    campaignId,
    obligations: duties.rows.map(({ obligation_key, last_day, ...row }) => ({
      key: obligation_key,
      lastDay: last_day,
      ...row,
    })),
    registrations: byStatus('registrations'),
    reports: byStatus('reports'),
    rounds: byStatus('rounds'),
    nominations: byStatus('nominations'),
  };
}
