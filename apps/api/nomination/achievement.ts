import type { Sealed } from '../../../libs/domain/core/sealed.js';
import type { World } from '../../../libs/ledger/worlds.js';

/**
 * The achievement as drafted, still sealed; it stands in the first fact, for no decision ever needs it. Null where the
 * fact holds none.
 */
export async function achievementOf(world: World, nominationId: string): Promise<Sealed | null> {
  const { rows } = await world.pool.query<{ achievement: Sealed | null }>({
    name: 'achievement',
    text: `select payload->'achievement' as achievement from ledger_event where stream = 'nomination' and stream_id = $1 and version = 1`,
    values: [nominationId],
  });
  return rows[0]?.achievement ?? null;
}
