import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { KIND_NAMES } from '../../../libs/history/step-names.js';
import { namesIn, type NamedUnit } from '../../../libs/history/names.js';

export interface InboxFacets {
  readonly kinds: readonly { readonly kind: string; readonly name: Bilingual }[];
  readonly campaigns: readonly NamedUnit[];
}

/** Kinds and campaigns of the open work of some queues, and of what was given to a person by name. */
export async function facetsOf(world: World, personId: string, queues: readonly string[]): Promise<InboxFacets> {
  const { rows } = await world.pool.query<{ kind: string; campaign_id: string }>({
    name: 'inbox-facets',
    text: `select distinct kind, campaign_id from read_task where status = 'open' and queue = any($1::text[])
      union select t.kind, t.campaign_id from read_task_handling h join read_task t on t.id = h.id
        where h.assignee = $2 and t.status = 'open'
      order by 1, 2`,
    values: [queues, personId],
  });
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const campaigns = [...new Set(rows.map(({ campaign_id }) => campaign_id))];
  const names = await namesIn(world, { campaigns });
  return {
    kinds: kinds.map((kind) => ({ kind, name: KIND_NAMES[kind] ?? { vi: kind, en: kind } })),
    campaigns: campaigns.map((id) => names.campaign(id)),
  };
}
