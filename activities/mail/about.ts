import type { CampaignState } from '../../libs/domain/campaign/campaign.stream.js';
import type { Queryable } from '../../libs/persistence/pg.js';
import { subjectOfNotice } from '../../libs/contracts/notice-page.js';
import { exampleMatter, noticeMatter, type Words } from '../../libs/contracts/notice-texts.js';
import type { ExampleKind } from '../../libs/domain/campaign-plan/vocabulary.js';

export interface About {
  readonly what: Words;
  readonly campaign?: Words;
  readonly campaignId?: string;
}

/** Everything by which a notice can name its campaign; ids of duties and rounds begin with the campaign's. */
const idsIn = (subject: string, params: Readonly<Record<string, unknown>>): readonly string[] =>
  [
    subject.slice(subject.indexOf(':') + 1),
    params['campaignId'],
    params['obligationId'],
    params['roundId'],
    params['taskId'],
    params['reportId'],
  ].filter((id): id is string => typeof id === 'string' && id !== '');

/** Titles of what a notice speaks of, from the campaign's own document. Names of persons are never looked up. */
export async function aboutNotice(
  pool: Queryable,
  subject: string,
  params: Readonly<Record<string, unknown>>,
): Promise<About> {
  const { rows } = await pool.query<{ state: CampaignState }>({
    name: 'mail-campaign',
    text: `select c.state from read_campaign c where exists (
        select 1 from unnest($1::text[]) as given (id) where given.id = c.id or given.id like c.id || '.%' or given.id like '%:' || c.id || '.%')
      or c.id in (select campaign_id from read_task where id = any($1)) or c.id in (select campaign_id from read_report where id = any($1))
      order by length(c.id) desc, c.id limit 1`,
    values: [idsIn(subject, params)],
  });
  const campaign = rows[0]?.state;
  const what = (await exampleIn(pool, subject)) ?? noticeMatter(campaign?.file, subject, params);
  return campaign === undefined ? { what } : { what, campaign: campaign.file.name, campaignId: campaign.file.id };
}

/** What an example is and where it lives: enough to know which one is meant, without the name, which is sealed. */
async function exampleIn(pool: Queryable, subject: string): Promise<Words | undefined> {
  const { kind, id } = subjectOfNotice(subject);
  if (kind !== 'example') return undefined;
  const { rows } = await pool.query<{ kind: ExampleKind; unit: Words }>({
    name: 'mail-example',
    text: `select e.kind, u.state->'name' as unit from read_example e join read_unit u on u.id = e.unit_id where e.id = $1`,
    values: [id],
  });
  const [found] = rows;
  return found === undefined ? undefined : exampleMatter(found.kind, found.unit);
}
