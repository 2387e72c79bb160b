import type { Sealed } from '../../../libs/domain/core/sealed.js';
import type { World } from '../../../libs/ledger/worlds.js';

/** What stands beside a dossier's state: the words of its achievement, and when each step it has been at was last ended. */
export interface BesideState {
  readonly achievement: Sealed | null;
  /** By step; moments in ISO 8601. */
  readonly endedAt: Readonly<Record<string, string>>;
}

/** Both in one statement: people open a dossier before every act. */
export async function besideState(world: World, nominationId: string): Promise<BesideState> {
  const { rows } = await world.pool.query<BesideState>({
    name: 'nomination-beside',
    text: `select payload->'achievement' as achievement,
        (select coalesce(jsonb_object_agg(step, at), '{}') from (
          select step, max(closed_at) as at from read_task
          where owner_id = $1 and owner_kind = 'nomination' and closed_at is not null group by step) as ended) as "endedAt"
      from ledger_event where stream = 'nomination' and stream_id = $1 and version = 1`,
    values: [nominationId],
  });
  return rows[0] ?? { achievement: null, endedAt: {} };
}
