import type { CalendarState } from '../../libs/domain/calendar/calendar.stream.js';
import { isSealed } from '../../libs/domain/core/sealed.js';
import type { PersonState } from '../../libs/domain/organisation/person.stream.js';
import { pageOfNotice } from '../../libs/contracts/notice-page.js';
import type { Queryable } from '../../libs/persistence/pg.js';
import { aboutNotice } from './about.js';
import { AT_ONCE, DIGEST, renderDigest, settleDigest, sortMail, wayValues } from './digest.js';
import { renderMail, type Mail, type Notice } from './render.js';

export interface PostWorld {
  readonly name: string;
  readonly kind: 'official' | 'rehearsal';
  readonly pool: Queryable;
  readonly reader: {
    unseal<T>(value: T): Promise<T>;
    state(kind: 'calendar', id: string): Promise<{ readonly state: CalendarState } | undefined>;
  };
  /** Business time, epoch ms. */
  now(): Promise<number>;
}

export interface OutgoingMail extends Mail {
  readonly to: string;
  readonly noticeId: number;
  /** Made of the notice: the same mail sent twice after a crash is one mail. */
  readonly messageId: string;
}

export interface PostOptions {
  readonly publicUrl: string;
  readonly send: (mail: OutgoingMail) => Promise<void>;
  readonly onError?: (noticeId: number, error: unknown) => void;
}

const BATCH = 20;

interface Row extends Notice {
  readonly subject: string;
  readonly recipient: string;
}

/**
 * Delivers a batch of a world's queued mail; how many it took. A row is leased for two minutes by a statement of its own,
 * so that a slow mail server never holds a transaction open and a killed postman's rows come back by themselves.
 */
export async function deliverMail(world: PostWorld, options: PostOptions): Promise<number> {
  await sortMail(world);
  if (world.kind === 'rehearsal') return hold(world.pool);
  const { rows } = await world.pool.query<Row>({
    name: 'post-lease',
    text: `update ops_notice set attempts = attempts + 1, retry_at = clock_timestamp() + interval '2 minutes'
      where id in (select n.id from ops_notice n where n.status = 'queued' and n.channel = 'email'
        and (n.retry_at is null or n.retry_at <= clock_timestamp()) and ${AT_ONCE}
        order by n.id limit ${BATCH} for update of n skip locked)
      returning id, subject, recipient, template, params`,
    values: [...wayValues],
  });
  for (const row of rows) {
    try {
      await deliver(world, row, options);
      await mark(world.pool, row.id, `status = 'sent', sent_at = clock_timestamp(), retry_at = null, error = null`);
      if (row.template === DIGEST) await settleDigest(world, row.id);
    } catch (error) {
      options.onError?.(row.id, error);
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'FAILED';
      const pause = `clock_timestamp() + least(interval '1 hour', interval '15 seconds' * (2 ^ least(attempts, 10)))`;
      await mark(world.pool, row.id, `retry_at = ${pause}, error = $2`, code.slice(0, 60));
    }
  }
  return rows.length;
}

/** Nothing of a rehearsal leaves: it is kept to be looked at. */
async function hold(pool: Queryable): Promise<number> {
  await pool.query({
    name: 'post-hold',
    text: `update ops_notice set status = 'held' where status = 'queued' and channel = 'email'`,
  });
  return 0;
}

async function mark(pool: Queryable, id: number, set: string, ...more: readonly string[]): Promise<void> {
  await pool.query({ text: `update ops_notice set ${set} where id = $1`, values: [id, ...more] });
}

async function deliver(world: PostWorld, row: Row, { publicUrl, send }: PostOptions): Promise<void> {
  const to = await addressOf(world, row.recipient);
  if (to === undefined) throw Object.assign(new Error('nobody to write to'), { code: 'NO_ADDRESS' });
  const mail =
    row.template === DIGEST ? await renderDigest(world, row, publicUrl) : await renderOne(world, row, publicUrl);
  const host = new URL(publicUrl).hostname;
  await send({ ...mail, to, noticeId: row.id, messageId: `<notice-${row.id}@${host}>` });
}

/** A mail opens what it is about; it names nobody, for what has left the house can be erased by nobody. */
async function renderOne({ pool }: PostWorld, row: Row, publicUrl: string): Promise<Mail> {
  const about = await aboutNotice(pool, row.subject, row.params);
  const page = pageOfNotice({ ...row, campaignId: about.campaignId });
  return renderMail(row, { ...about, url: page === null ? publicUrl : new URL(page, publicUrl).href });
}

async function addressOf({ pool, reader }: PostWorld, recipient: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ state: PersonState }>({
    name: 'post-address',
    text: 'select state from read_person where id = $1',
    values: [recipient],
  });
  const sealed = rows[0]?.state.email;
  const opened: unknown = sealed === undefined ? undefined : await reader.unseal(sealed);
  const text = isSealed(opened) ? opened.text : opened;
  return typeof text === 'string' && text.includes('@') ? text : undefined;
}
