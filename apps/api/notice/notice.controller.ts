import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { fillNotice, noticeMatter, TEMPLATES, UNKNOWN_TEMPLATE } from '../../../libs/contracts/notice-texts.js';
import { pageOfNotice } from '../../../libs/contracts/notice-page.js';
import { campaignOfNotice, exampleOfNotice } from './about-notice.js';
import { By } from '../http/act.js';
import { decodeCursor, pageOf, paging, type Page } from '../http/cursor.js';
import { Own } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

const noticesQuery = z.strictObject({ ...paging, unread: z.enum(['true', 'false']).optional() });
const readBody = z
  .strictObject({ ids: z.array(z.int().min(1)).max(500).optional().describe('Left out: all of them.') })
  .describe('Mark notices as read.');

interface NoticeRow {
  readonly id: number;
  readonly subject: string;
  readonly step: string;
  readonly template: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly business_at: Date;
  readonly read_at: Date | null;
}

const noticeOf = (row: NoticeRow) => ({
  id: row.id,
  subject: row.subject,
  step: row.step,
  template: row.template,
  params: row.params,
  at: row.business_at.toISOString(),
  readAt: row.read_at?.toISOString() ?? null,
});

interface NoticeShown extends ReturnType<typeof noticeOf> {
  /** What it says, in the words of the mail about it. */
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly campaign: Bilingual | null;
  /** Whose example it is about. */
  readonly whose: string | null;
  /** Where it is dealt with; null where there is no page of its own. */
  readonly opens: string | null;
}

async function noticeShown(by: SignedIn, row: NoticeRow): Promise<NoticeShown> {
  const file = await campaignOfNotice(by.world, row.subject, row.params);
  const example = await exampleOfNotice(by.world, row.subject);
  const what = example?.what ?? noticeMatter(file, row.subject, row.params);
  const words = TEMPLATES[row.template] ?? UNKNOWN_TEMPLATE;
  return {
    ...noticeOf(row),
    title: fillNotice(words.subject, row.params, what),
    text: fillNotice(words.body, row.params, what),
    campaign: file?.name ?? null,
    whose: example?.whose ?? null,
    opens: pageOfNotice({ ...row, campaignId: file?.id }),
  };
}

/** Each reader’s own notices. */
@Controller('api/v1')
export class NoticeController {
  @Get('notices')
  @Own('The reader’s notices, newest first.')
  async list(
    @By() by: SignedIn,
    @Query({ schema: noticesQuery }) query: z.infer<typeof noticesQuery>,
  ): Promise<Page<NoticeShown>> {
    const isUnread = query.unread === 'true';
    const { rows } = await by.world.pool.query<NoticeRow>({
      name: `notices:${String(isUnread)}`,
      text: `select id, subject, step, template, params, business_at, read_at from ops_notice
             where recipient = $1 and channel = 'in-app' and id < $2 ${isUnread ? 'and read_at is null' : ''} order by id desc limit $3`,
      values: [by.personId, before(query.cursor), query.limit + 1],
    });
    const told = await Promise.all(rows.slice(0, query.limit).map((row) => noticeShown(by, row)));
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      () => told,
    );
  }

  @Get('notices/unread')
  @Own('How many notices the reader has not read; counted to 100.')
  async unread(@By() by: SignedIn) {
    const { rows } = await by.world.pool.query<{ count: number }>({
      name: 'notices-unread',
      text: `select count(*) as count from (select 1 from ops_notice where recipient = $1 and channel = 'in-app' and read_at is null limit 101) x`,
      values: [by.personId],
    });
    const count = rows[0]?.count ?? 0;
    return { count: Math.min(count, 100), more: count > 100 };
  }

  @Post('notices/read')
  @HttpCode(200)
  @Own('Mark notices as read.')
  async markRead(@By() by: SignedIn, @Body({ schema: readBody }) { ids }: z.infer<typeof readBody>) {
    const { rowCount } = await by.world.pool.query({
      name: 'notices-read',
      text: `update ops_notice set read_at = clock_timestamp()
             where recipient = $1 and channel = 'in-app' and read_at is null and ($2::bigint[] is null or id = any($2))`,
      values: [by.personId, ids ?? null],
    });
    return { read: rowCount ?? 0 };
  }
}

const before = (cursor: string | undefined): string => decodeCursor(cursor, 1)?.[0] ?? String(Number.MAX_SAFE_INTEGER);
