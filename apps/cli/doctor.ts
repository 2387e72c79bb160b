import { watchOnce } from '../../libs/ledger/watch.js';
import type { World } from '../../libs/ledger/worlds.js';

export interface DoctorFinding {
  readonly name: string;
  readonly holds: boolean;
  readonly detail: string;
}

interface Check {
  readonly name: string;
  readonly sql: string;
  /** What the count must not exceed. */
  readonly most: number;
  readonly what: string;
}

const CHECKS: readonly Check[] = [
  {
    name: 'versions of every stream run from 1 without a gap',
    sql: `select count(*) as n from (select max(version) as high, count(*) as facts from ledger_event group by stream, stream_id) s where high <> facts`,
    most: 0,
    what: 'streams with a gap',
  },
  {
    name: 'the log numbers facts from 1 without a gap',
    sql: `select count(*) as n from (select max(log_index) as high, count(*) as facts from ledger_log) s where high <> facts`,
    most: 0,
    what: 'gaps',
  },
  {
    name: 'the log keeps the order of every stream',
    sql: `select count(*) as n from (select log_index < lag(log_index) over (partition by stream, stream_id order by version) as wrong
      from ledger_log join ledger_event using (event_id)) o where wrong`,
    most: 0,
    what: 'facts out of order',
  },
  {
    name: 'no wake-up has failed ten times',
    sql: `select count(*) as n from ops_outbox where failures >= 10`,
    most: 0,
    what: 'poisoned rows',
  },
  {
    name: 'mail leaves',
    sql: `select count(*) as n from ops_notice where status = 'queued' and channel = 'email' and attempts >= 5`,
    most: 0,
    what: 'mails that failed five times',
  },
];

/** Checks of one world, each with what was found; changes nothing. */
export async function doctor(world: World, checkpointDir: string): Promise<DoctorFinding[]> {
  const findings: DoctorFinding[] = [];
  for (const { name, sql, most, what } of CHECKS) {
    const { rows } = await world.pool.query<{ n: number }>(sql);
    const n = rows[0]?.n ?? 0;
    findings.push({ name, holds: n <= most, detail: `${n} ${what}` });
  }
  const kept = world.kind === 'official' ? { checkpointDir } : {};
  findings.push(...(await watchOnce(world, { ...kept, derived: true })));
  return findings;
}
