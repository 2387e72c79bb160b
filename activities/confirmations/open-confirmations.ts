import { queueOf } from '../../libs/domain/access/actor.js';
import type { CampaignState } from '../../libs/domain/campaign/campaign.stream.js';
import type { OpenConfirmations } from '../../libs/domain/engine/campaign-wait.js';
import type { Organisation } from '../../libs/domain/engine/campaign-duties.js';
import { confirmersAt, type Confirmers } from '../../libs/domain/registration/confirming.js';
import type { Queryable } from '../../libs/persistence/pg.js';

/** Who has to have which confirmations of a campaign in hand at `now`; undefined where no change of leaders moves any. */
export const confirmersOf = (
  { file }: CampaignState,
  { clusters, ended }: Organisation,
  now: number,
): Confirmers | undefined => confirmersAt(file, clusters, ended ?? [], now);

/** Open confirmations of `$1`, with the queue they belong to: null where they stay where they are. */
const OPEN = `read_task k left join unnest($2::text[], $3::text[]) m (unit, queue) on m.unit = k.unit_id
  where k.campaign_id = $1 and k.status = 'open' and k.owner_kind = 'registration'`;
const BELONGS = `case when m.unit is null then $4 else m.queue end`;

function values(campaignId: string, { of, otherwise }: Confirmers): unknown[] {
  const queue = (unit: string | undefined): string | null => (unit === undefined ? null : queueOf(unit, 'officer'));
  return [campaignId, [...of.keys()], [...of.values()].map(queue), queue(otherwise)];
}

/** Whether any confirmation is open at all, and whether one is open elsewhere than with whoever confirms now. */
export async function openConfirmations(
  pool: Queryable,
  campaignId: string,
  confirmers: Confirmers | undefined,
): Promise<OpenConfirmations | undefined> {
  if (confirmers === undefined) return undefined;
  const { rows } = await pool.query<{ open: boolean; astray: boolean }>({
    name: 'engine-confirmations',
    text: `select count(*) > 0 as open, coalesce(bool_or(k.queue <> ${BELONGS}), false) as astray from ${OPEN}`,
    values: values(campaignId, confirmers),
  });
  const [row] = rows;
  return row?.open !== true ? undefined : { astray: row.astray, nextYear: confirmers.nextYear };
}

export interface AstrayConfirmation {
  readonly id: string;
  readonly visit: number;
  /** The queue it belongs to. */
  readonly queue: string;
}

const PAGE = 200;

/** A page of the confirmations that are open elsewhere than with whoever confirms now, by registration, behind `after`. */
export async function astrayConfirmations(
  pool: Queryable,
  campaignId: string,
  confirmers: Confirmers,
  after: string,
): Promise<readonly AstrayConfirmation[]> {
  const { rows } = await pool.query<AstrayConfirmation>({
    name: 'engine-astray-confirmations',
    text: `select k.owner_id as id, k.visit, ${BELONGS} as queue from ${OPEN} and k.queue <> ${BELONGS} and k.owner_id > $5
      order by k.owner_id limit ${PAGE}`,
    values: [...values(campaignId, confirmers), after],
  });
  return rows;
}
