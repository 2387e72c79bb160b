import type { Sealed } from '../../../libs/domain/core/sealed.js';
import type { World } from '../../../libs/ledger/worlds.js';

/** The achievement as drafted; it stands in the first fact, for no decision ever needs it. Null where it was erased. */
export async function achievementOf(world: World, nominationId: string): Promise<string | null> {
  const { rows } = await world.pool.query<{ achievement: Sealed | null }>({
    name: 'achievement',
    text: `select payload->'achievement' as achievement from ledger_event where stream = 'nomination' and stream_id = $1 and version = 1`,
    values: [nominationId],
  });
  const sealed = rows[0]?.achievement ?? null;
  return sealed === null ? null : ((await world.reader.unseal(sealed)).text ?? null);
}
