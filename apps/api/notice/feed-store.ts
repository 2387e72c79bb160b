import { createHash, randomBytes } from 'node:crypto';
import type { World } from '../../../libs/ledger/worlds.js';

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Since when a person has a calendar feed, ISO; null where they have none. */
export async function feedSince(world: World, personId: string): Promise<string | null> {
  const { rows } = await world.pool.query<{ at: Date }>({
    name: 'feed-standing',
    text: 'select at from ops_calendar_feed where person_id = $1',
    values: [personId],
  });
  return rows[0]?.at.toISOString() ?? null;
}

/** Makes a feed and gives its secret, once: only the digest is kept. One made before ends. */
export async function makeFeed(world: World, personId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await world.pool.query({
    name: 'feed-make',
    text: `insert into ops_calendar_feed (person_id, token_hash) values ($1, $2)
      on conflict (person_id) do update set token_hash = excluded.token_hash, at = clock_timestamp()`,
    values: [personId, digestOf(secret)],
  });
  return secret;
}

/** Ends a feed; false where there was none. */
export async function endFeed(world: World, personId: string): Promise<boolean> {
  const { rowCount } = await world.pool.query({
    name: 'feed-end',
    text: 'delete from ops_calendar_feed where person_id = $1',
    values: [personId],
  });
  return rowCount === 1;
}

/** Whose feed a secret opens. */
export async function ownerOfFeed(world: World, secret: string): Promise<string | undefined> {
  const { rows } = await world.pool.query<{ person_id: string }>({
    name: 'feed-find',
    text: 'select person_id from ops_calendar_feed where token_hash = $1',
    values: [digestOf(secret)],
  });
  return rows[0]?.person_id;
}
