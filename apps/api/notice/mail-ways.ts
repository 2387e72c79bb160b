import {
  NOTICE_KINDS,
  type MailPreferences,
  type MailWay,
  type NoticeKind,
} from '../../../libs/contracts/notice-kinds.js';
import type { World } from '../../../libs/ledger/worlds.js';

interface WayRow {
  readonly kind: string;
  readonly way: MailWay;
}

/** How a person wants mail of each kind; at once where they have said nothing. */
export async function mailWaysOf(world: World, personId: string): Promise<MailPreferences> {
  const { rows } = await world.pool.query<WayRow>({
    name: 'mail-ways',
    text: 'select kind, way from ops_mail_way where person_id = $1',
    values: [personId],
  });
  const wayOf = (kind: NoticeKind): MailWay => rows.find((row) => row.kind === kind)?.way ?? 'at-once';
  return {
    reminders: wayOf('reminders'),
    tasks: wayOf('tasks'),
    duties: wayOf('duties'),
    outcomes: wayOf('outcomes'),
    news: wayOf('news'),
  };
}

/** Keeps how a person wants it; what waits for a digest already goes out with it. */
export async function keepMailWays(world: World, personId: string, ways: MailPreferences): Promise<void> {
  const others = NOTICE_KINDS.filter((kind) => ways[kind] !== 'at-once');
  await world.pool.query({
    name: 'mail-ways-keep',
    text: `with gone as (delete from ops_mail_way where person_id = $1 and kind <> all($2::text[]))
      insert into ops_mail_way (person_id, kind, way) select $1, k.kind, k.way from unnest($2::text[], $3::text[]) as k(kind, way)
      on conflict (person_id, kind) do update set way = excluded.way`,
    values: [personId, others, others.map((kind) => ways[kind])],
  });
}
