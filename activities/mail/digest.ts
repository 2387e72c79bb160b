import { CALENDAR_ID } from '../../libs/domain/calendar/calendar.stream.js';
import { atTime, dateOf, type LocalDate } from '../../libs/domain/calendar/local-date.js';
import { isWorkingDay, workingCalendar } from '../../libs/domain/calendar/working-calendar.js';
import { fillNotice, TEMPLATES, UNKNOWN_TEMPLATE } from '../../libs/contracts/notice-texts.js';
import { NAMED_TEMPLATES, type NoticeKind } from '../../libs/contracts/notice-kinds.js';
import { aboutNotice } from './about.js';
import type { PostWorld } from './postman.js';
import type { Mail } from './render.js';

export const DIGEST = 'daily-digest';
/** When a digest goes out, Asia/Ho_Chi_Minh. */
const DIGEST_AT = '07:30';
const OTHERS: NoticeKind = 'duties';
const MOST_TOLD = 200;

const NAMES = NAMED_TEMPLATES.map(([template]) => template);
const KINDS = NAMED_TEMPLATES.map(([, kind]) => kind);

/** The way its recipient wants a notice `n`; null for at once. Takes the templates and their kinds as $1 and $2. */
const WAY = `(select w.way from ops_mail_way w where w.person_id = n.recipient and w.kind =
  coalesce((select k.kind from unnest($1::text[], $2::text[]) as k(template, kind) where k.template = n.template), '${OTHERS}'))`;

/** Tells of a queued mail `n` that nobody wants it held back. */
export const AT_ONCE = `(n.attempts > 0 or ${WAY} is null)`;
export const wayValues: readonly (readonly string[])[] = [NAMES, KINDS];

/**
 * Puts aside what is wanted in a digest or not at all, and makes the digests of the day once their time has come: on a
 * working day from 07:30 (Asia/Ho_Chi_Minh, by the world's clock), of everything told before that. One a person and day,
 * however many postmen there are and however often they look: the key of notices sees to it.
 */
export async function sortMail(world: PostWorld): Promise<void> {
  await world.pool.query({
    name: 'post-sort',
    text: `update ops_notice n set status = case ${WAY} when 'digest' then 'digest' else 'silent' end
      where n.status = 'queued' and n.channel = 'email' and not ${AT_ONCE}`,
    values: [...wayValues],
  });
  const { rows } = await world.pool.query<{ oldest: Date | null }>({
    name: 'post-digest-waits',
    text: `select min(business_at) as oldest from ops_notice where status = 'digest'`,
  });
  const oldest = rows[0]?.oldest;
  if (oldest == null) return;
  const now = await world.now();
  const today = dateOf(now);
  const due = atTime(today, DIGEST_AT);
  if (now < due || oldest.getTime() >= due || !(await isWorking(world, today))) return;
  await world.pool.query({
    name: 'post-digest',
    text: `with made as (
        insert into ops_notice (subject, step, recipient, channel, template, params, business_at)
        select 'person:' || recipient, 'digest/' || $1::text, recipient, 'email', '${DIGEST}',
          jsonb_build_object('on', $1::text, 'number', count(*)), $2::timestamptz
        from ops_notice where status = 'digest' and business_at < $2 group by recipient
        on conflict on constraint ops_notice_once do nothing returning id, recipient)
      update ops_notice n set status = 'in-digest', digest_id = made.id from made
      where n.recipient = made.recipient and n.status = 'digest' and n.business_at < $2`,
    values: [today, new Date(due)],
  });
}

async function isWorking({ reader }: PostWorld, day: LocalDate): Promise<boolean> {
  const stored = await reader.state('calendar', CALENDAR_ID);
  return isWorkingDay(workingCalendar(stored?.state.days ?? []), day);
}

interface Told {
  readonly id: number;
  readonly subject: string;
  readonly template: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** One mail of everything that was put into a digest, in both languages. */
export async function renderDigest(
  world: PostWorld,
  digest: { readonly id: number; readonly params: Readonly<Record<string, unknown>> },
  publicUrl: string,
): Promise<Mail> {
  const { rows } = await world.pool.query<Told>({
    name: 'post-digest-told',
    text: `select id, subject, template, params from ops_notice where digest_id = $1 order by business_at, id limit ${MOST_TOLD}`,
    values: [digest.id],
  });
  const told = await Promise.all(
    rows.map(async ({ subject, template, params }) => {
      const { what, campaign } = await aboutNotice(world.pool, subject, params);
      const said = fillNotice((TEMPLATES[template] ?? UNKNOWN_TEMPLATE).body, params, what);
      return campaign === undefined ? said : { vi: `${said.vi} (${campaign.vi})`, en: `${said.en} (${campaign.en})` };
    }),
  );
  const words = TEMPLATES[DIGEST] ?? UNKNOWN_TEMPLATE;
  const title = fillNotice(words.subject, digest.params, { vi: '', en: '' });
  const body = fillNotice(words.body, digest.params, { vi: '', en: '' });
  const numbered = (language: 'vi' | 'en'): readonly string[] =>
    told.map((one, i) => `${String(i + 1)}. ${one[language]}`);
  const lines = [
    body.vi,
    '',
    ...numbered('vi'),
    '',
    `Xem và xử lý: ${publicUrl}`,
    '',
    '---',
    body.en,
    '',
    ...numbered('en'),
    '',
    `Open: ${publicUrl}`,
    '',
  ];
  return { subject: `${title.vi} / ${title.en}`.slice(0, 300), text: lines.join('\n') };
}

/** What went out with a digest has gone out. */
export async function settleDigest({ pool }: PostWorld, digestId: number): Promise<void> {
  await pool.query({
    name: 'post-digest-settle',
    text: `update ops_notice set status = 'sent', sent_at = clock_timestamp() where digest_id = $1 and status = 'in-digest'`,
    values: [digestId],
  });
}
