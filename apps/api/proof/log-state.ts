import type { World } from '../../../libs/ledger/worlds.js';

/** `unsigned`: facts have waited for a signature longer than they should; `alarm`: the last look found something wrong. */
export type LogState = 'ok' | 'unsigned' | 'alarm';

/** How the log of a world is, as the watch and the keeper left it. */
export async function logState(world: World): Promise<LogState> {
  const { rows } = await world.pool.query<{ alarm: boolean | null; unsigned: boolean }>({
    name: 'log-state',
    text: `select (select jsonb_path_exists(findings, '$[*] ? (@.holds == false)') from ops_watch order by id desc limit 1) as alarm,
      exists (select 1 from ledger_event where recorded_at < clock_timestamp() - interval '2 hours'
        and event_id > coalesce((select l.event_id from ledger_log l where l.log_index = (select max(size) from ledger_checkpoint)), 0)) as unsigned`,
  });
  if (rows[0]?.alarm === true) return 'alarm';
  return rows[0]?.unsigned === true ? 'unsigned' : 'ok';
}
