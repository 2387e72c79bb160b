import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { namesIn, type NamedUnit } from '../../../libs/history/names.js';
import type { World } from '../../../libs/ledger/worlds.js';

interface Row {
  readonly obligation_key: string;
  readonly unit_id: string;
  readonly activities: number;
  readonly latest: string;
  readonly kinds: Readonly<Record<string, number>>;
  readonly quantities: readonly { readonly key: string; readonly unit: string; readonly value: number }[] | null;
}

/** What proves one duty without a date of its own in one year. */
export interface ProvedDuty {
  readonly key: string;
  readonly title: Bilingual;
  readonly asked: readonly { readonly kind: string; readonly perYear: number | null }[];
  readonly units: readonly {
    readonly unit: NamedUnit;
    readonly activities: number;
    readonly latest: string;
    readonly kinds: Readonly<Record<string, number>>;
    readonly quantities: readonly { readonly key: string; readonly unit: string; readonly value: number }[];
  }[];
}

const COUNTED = `from read_activity where campaign_id = $1 and held_on >= make_date($2, 1, 1) and held_on <= make_date($2, 12, 31)
  and obligation_key is not null and status not in ('refused', 'withdrawn')`;

const TEXT = `with kept as (select obligation_key, unit_id, kind, held_on, state ${COUNTED}),
  sums as (select obligation_key, unit_id, q->>'key' as key, q->>'unit' as unit, sum((q->>'value')::numeric)::float8 as value
    from kept, jsonb_array_elements(state->'quantities') q group by 1, 2, 3, 4),
  kinds as (select obligation_key, unit_id, jsonb_object_agg(kind, n) as kinds
    from (select obligation_key, unit_id, kind, count(*) as n from kept group by 1, 2, 3) k group by 1, 2)
  select k.obligation_key, k.unit_id, count(*)::int as activities, max(k.held_on) as latest, min(x.kinds::text)::jsonb as kinds,
    (select jsonb_agg(jsonb_build_object('key', s.key, 'unit', s.unit, 'value', s.value) order by s.key, s.unit)
      from sums s where s.obligation_key = k.obligation_key and s.unit_id = k.unit_id) as quantities
  from kept k join kinds x on x.obligation_key = k.obligation_key and x.unit_id = k.unit_id
  group by 1, 2 order by 1, 2`;

/**
 * The continuous duties of a campaign with the activities of the year by unit; a duty nobody has shown anything for has
 * no units. Activities taken back or not confirmed do not count; one that waits for its confirmation does.
 */
export async function continuousProof(
  world: World,
  file: CampaignFile,
  campaignId: string,
  year: number,
): Promise<readonly ProvedDuty[]> {
  const { rows } = await world.pool.query<Row>({ name: 'continuous-proof', text: TEXT, values: [campaignId, year] });
  const names = await namesIn(world, { units: rows.map((row) => row.unit_id) });
  return file.obligations
    .filter(({ due }) => due.kind === 'continuous')
    .map(({ key, text, activities }) => ({
      key,
      title: text,
      asked: (activities ?? []).map(({ kind, perYear }) => ({ kind, perYear: perYear ?? null })),
      units: rows
        .filter((row) => row.obligation_key === key)
        .map((row) => ({
          unit: names.unit(row.unit_id),
          activities: row.activities,
          latest: row.latest,
          kinds: row.kinds,
          quantities: row.quantities ?? [],
        })),
    }));
}
