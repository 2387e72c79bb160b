import { parseQueue } from '../../../libs/domain/access/actor.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { ref } from '../../../libs/domain/core/stream.js';
import { namesIn, type NamedUnit } from '../../../libs/history/names.js';
import { waitingWords } from '../../../libs/history/waiting-words.js';
import type { LoadedStates } from '../../../libs/ledger/state-store.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { FIRST_LOOK } from '../../../libs/temporal/outbox.js';
import { decodeCursor, pageOf, type Page } from '../http/cursor.js';

/** One life the engine carries, as an administrator reads it. */
export interface LifeShown {
  readonly kind: string;
  readonly id: string;
  readonly campaign: NamedUnit | null;
  readonly unit: NamedUnit | null;
  /** Which round it is, by the words of its campaign; `once` where it comes but once. */
  readonly round: { readonly name: Bilingual; readonly occurrence: string } | null;
  readonly waitingFor: Bilingual;
  /** Refused, or overdue by more than a minute: somebody has to look. */
  readonly stuck: boolean;
  readonly nextAt: string | null;
  /** Facts recorded since it last looked. */
  readonly behind: number;
}

interface Row {
  readonly workflow: string;
  readonly subject_id: string;
  readonly waiting_for: string;
  readonly next_at: Date | null;
  readonly campaign_id: string | null;
  readonly unit_id: string | null;
  readonly round_key: string | null;
  readonly occurrence: string | null;
  readonly behind: number;
  readonly stuck: boolean;
}

const TEXT = `select w.workflow, w.subject_id, w.waiting_for, w.next_at,
    coalesce(n.campaign_id, r.campaign_id, s.campaign_id, c.id) as campaign_id, n.unit_id,
    r.round_key, r.occurrence,
    greatest(0, w.told_index - w.seen_index)::int as behind, x.stuck
  from ops_engine_wait w
  left join read_nomination n on w.workflow = 'nomination' and n.id = w.subject_id
  left join read_round r on w.workflow = 'round' and r.id = w.subject_id
  left join read_session s on w.workflow = 'session' and s.id = w.subject_id
  left join read_campaign c on w.workflow = 'campaign' and c.id = w.subject_id
  cross join lateral (select w.waiting_for like 'refused%' or (w.next_at is not null and w.next_at < $1::timestamptz - interval '1 minute')
    or (w.waiting_for = '${FIRST_LOOK}' and w.at < clock_timestamp() - interval '5 minutes') as stuck) x
  where not w.done and ($2::text is null or w.workflow = $2) and (not $3::boolean or x.stuck)
    and ($4::text is null or (w.workflow, w.subject_id) > ($4, $5)) order by w.workflow, w.subject_id limit $6`;

export interface LivesAsked {
  readonly kind?: string | undefined;
  readonly stuck?: boolean | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A page of what every living workflow of a world waits for. */
export async function livesOf(world: World, { kind, stuck, limit, cursor }: LivesAsked): Promise<Page<LifeShown>> {
  const [afterKind = null, afterId = null] = decodeCursor(cursor, 2) ?? [];
  const { rows } = await world.pool.query<Row>({
    name: 'lives',
    text: TEXT,
    values: [new Date(await world.now()), kind ?? null, stuck === true, afterKind, afterId, limit + 1],
  });
  const rounds = rows.filter(({ round_key }) => round_key !== null);
  const files = await world.reader.all(rounds.map(({ campaign_id }) => ref('campaign', campaign_id ?? '')));
  const names = await namesIn(world, {
    units: rows.flatMap((row) => [row.unit_id ?? '', parseQueue(row.waiting_for)?.unitId ?? '']),
    campaigns: rows.flatMap((row) => row.campaign_id ?? []),
  });
  return pageOf(
    rows,
    limit,
    (row) => [row.workflow, row.subject_id],
    (shown) =>
      shown.map((row) => ({
        kind: row.workflow,
        id: row.subject_id,
        campaign: row.campaign_id === null ? null : names.campaign(row.campaign_id),
        unit: row.unit_id === null ? null : names.unit(row.unit_id),
        round: roundOf(row, files),
        waitingFor: waitingWords(row.waiting_for, (id) => names.unit(id).name),
        stuck: row.stuck,
        nextAt: row.next_at?.toISOString() ?? null,
        behind: row.behind,
      })),
  );
}

/** What the campaign calls the round; its key where the campaign names it no more. */
function roundOf({ round_key: key, occurrence, campaign_id }: Row, files: LoadedStates): LifeShown['round'] {
  if (key === null) return null;
  const text = files.state('campaign', campaign_id ?? '')?.file.rounds.find((round) => round.key === key)?.text;
  return { name: text ?? { vi: key, en: key }, occurrence: occurrence ?? 'once' };
}
