import type { World } from '../../../libs/ledger/worlds.js';

/** How a mail stands: on its way, tried without success, in a digest, gone out, not wanted, or of a rehearsal and kept. */
export const MAIL_STANDINGS = ['waiting', 'failing', 'digest', 'sent', 'silent', 'held'] as const;
export type MailStanding = (typeof MAIL_STANDINGS)[number];

export interface MailRow {
  readonly id: number;
  readonly subject: string;
  readonly step: string;
  readonly template: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly business_at: Date;
  readonly read_at: Date | null;
  readonly recipient: string;
  readonly standing: MailStanding;
  readonly attempts: number;
  readonly error: string | null;
  readonly retry_at: Date | null;
  readonly sent_at: Date | null;
}

const STANDING = `case when status = 'queued' then case when error is null then 'waiting' else 'failing' end
  when status = 'in-digest' then 'digest' else status end`;

const COLUMNS = `id, subject, step, template, params, business_at, read_at, recipient, ${STANDING} as standing, attempts, error,
  retry_at, sent_at`;

/** Outgoing mail before an id, the newest first. */
export async function mailBefore(
  world: World,
  before: string,
  limit: number,
  standing: MailStanding | undefined,
): Promise<readonly MailRow[]> {
  const { rows } = await world.pool.query<MailRow>({
    name: `mail:${standing ?? 'any'}`,
    text: `select ${COLUMNS} from ops_notice where channel = 'email' and id < $1
      ${standing === undefined ? '' : `and ${STANDING} = '${standing}'`} order by id desc limit $2`,
    values: [before, limit],
  });
  return rows;
}

/** Has failing mail tried again with the postman's next round; how many that are. */
export async function retryMail(world: World, ids: readonly number[] | undefined): Promise<number> {
  const { rowCount } = await world.pool.query({
    name: 'mail-retry',
    text: `update ops_notice set retry_at = null where channel = 'email' and status = 'queued' and error is not null
      and ($1::bigint[] is null or id = any($1))`,
    values: [ids ?? null],
  });
  return rowCount ?? 0;
}
