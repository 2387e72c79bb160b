import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { World } from '../../../libs/ledger/worlds.js';

interface CountRow {
  readonly occurrence: string;
  readonly field: string;
  readonly reports: number;
  readonly total: number;
}

export interface Participation {
  readonly obligation: string;
  readonly field: string;
  readonly label: { readonly vi: string; readonly en: string };
  readonly of: 'persons' | 'collectives' | 'households' | 'units';
  readonly occurrence: string;
  /** Reports that say it. */
  readonly reports: number;
  readonly total: number;
}

/** Who took part, as the reports of units that stand say it, added up by year or period. */
export async function participationIn(world: World, file: CampaignFile, campaignId: string): Promise<Participation[]> {
  const asked = file.obligations.flatMap(({ key, fields }) =>
    (fields ?? []).flatMap((field) =>
      field.participation === undefined
        ? []
        : [{ obligation: key, field: field.key, label: field.label, of: field.participation }],
    ),
  );
  if (asked.length === 0) return [];
  const found = await Promise.all(
    asked.map(async (field) => {
      const { rows } = await world.pool.query<CountRow>({
        name: 'participation',
        text: `select r.occurrence, count(*) as reports, sum((r.state -> 'fields' ->> $3)::double precision) as total
          from read_report r join read_obligation o on o.id = r.obligation_id
          where r.campaign_id = $1 and o.obligation_key = $2 and r.kind = 'unit' and r.status <> 'returned'
            and jsonb_typeof(r.state -> 'fields' -> $3) = 'number'
          group by r.occurrence order by r.occurrence`,
        values: [campaignId, field.obligation, field.field],
      });
      return rows.map(({ occurrence, reports, total }) => ({ ...field, occurrence, reports, total }));
    }),
  );
  return found.flat();
}
