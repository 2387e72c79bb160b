import { z } from 'zod';
import type { AwardOffer } from '../../../libs/domain/campaign-plan/duties.js';
import type { SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { Sealed } from '../../../libs/domain/core/sealed.js';
import { namesIn } from '../../../libs/history/names.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { decodeCursor, pageOf, paging } from '../http/cursor.js';

export const opinionQuery = z.strictObject(paging);

interface Row {
  readonly id: string;
  readonly unit_id: string;
  readonly campaign_id: string;
  readonly kind: SubjectKind;
  readonly name: Sealed;
  readonly award: string;
  readonly awards: readonly AwardOffer[] | null;
  readonly opened_at: Date;
  readonly last_day: string | null;
}

/** Dossiers whose open step asks the public. A dossier on hold asks nobody. */
const TEXT = `select n.id, n.unit_id, n.campaign_id, n.state->'subject'->>'kind' as kind, n.state->'subject'->'name' as name,
    n.award_code as award, r.state->'awards' as awards, t.opened_at, t.last_day
  from read_task t join read_nomination n on n.id = t.owner_id left join read_round r on r.id = n.round_id
  where t.owner_kind = 'nomination' and t.kind = 'public-opinion' and t.status = 'open' and n.status = 'open'
    and ($1::text is null or n.id > $1) order by n.id limit $2`;

/** A page of the nominees a world asks the public about: who, of which unit, for which award, until which day; no more. */
export async function underOpinionIn(world: World, { limit, cursor }: z.infer<typeof opinionQuery>) {
  const [after = null] = decodeCursor(cursor, 1) ?? [];
  const { rows } = await world.pool.query<Row>({
    name: 'under-opinion',
    text: TEXT,
    values: [after, limit + 1],
  });
  const [open, names] = await Promise.all([
    world.reader.unseal(rows),
    namesIn(world, { units: rows.map((row) => row.unit_id), campaigns: rows.map((row) => row.campaign_id) }),
  ]);
  return pageOf(
    open,
    limit,
    (row) => [row.id],
    (shown) =>
      shown.map((row) => ({
        nominationId: row.id,
        subject: { kind: row.kind, name: row.name.text ?? null },
        unit: names.unit(row.unit_id).name,
        campaign: names.campaign(row.campaign_id).name,
        award: row.awards?.find((offer) => offer.award === row.award)?.name ?? { vi: row.award, en: row.award },
        from: row.opened_at.toISOString(),
        lastDay: row.last_day,
      })),
  );
}
