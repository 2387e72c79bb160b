import type { CampaignState } from '../../libs/domain/campaign/campaign.stream.js';
import { DEFAULT_ROUTE } from '../../libs/domain/campaign-plan/default-route.js';
import type { Queryable } from '../../libs/persistence/pg.js';
import type { Words } from './templates.js';

export interface About {
  readonly what: Words;
  readonly campaign?: Words;
}

const same = (word: string): Words => ({ vi: word, en: word });
const REGISTRATION: Words = { vi: 'Đăng ký thi đua', en: 'Registration of emulation pledges' };

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
      limit 1`,
    values: [idsIn(subject, params)],
  });
  const campaign = rows[0]?.state;
  const code =
    [params['step'], params['key'], params['review'], params['what'], params['kind']].find(
      (given) => typeof given === 'string',
    ) ?? subject;
  if (campaign === undefined) return { what: titleOfStep(String(code)) ?? same(String(code)) };
  return { what: titleIn(campaign, subject, String(code)), campaign: campaign.file.name };
}

function titleIn({ campaignId, file }: CampaignState, subject: string, code: string): Words {
  const id = subject.slice(subject.indexOf(':') + 1);
  const keys = [...code.split('/'), ...id.replace(`${campaignId}.`, '').split('.')];
  const named = [...file.obligations, ...file.reviews, ...file.rounds].find(({ key }) => keys.includes(key));
  if (named !== undefined) return named.text;
  return keys.includes('registration') ? REGISTRATION : (titleOfStep(code) ?? same(code));
}

const titleOfStep = (code: string): Words | undefined => DEFAULT_ROUTE.find(({ key }) => key === code)?.name;
