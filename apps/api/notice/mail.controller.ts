import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { fillNotice, noticeMatter, TEMPLATES, UNKNOWN_TEMPLATE } from '../../../libs/contracts/notice-texts.js';
import { namesIn } from '../../../libs/history/names.js';
import { campaignOfNotice } from './about-notice.js';
import { By } from '../http/act.js';
import { decodeCursor, pageOf, paging } from '../http/cursor.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { MAIL_STANDINGS, mailBefore, retryMail } from './mail-store.js';

const mailQuery = z.strictObject({ ...paging, status: z.enum(MAIL_STANDINGS).optional() });
const retryBody = z
  .strictObject({ ids: z.array(z.int().min(1)).min(1).max(500).optional().describe('Left out: all that failed.') })
  .describe('Have mail tried again.');

/** The queue of outgoing mail, for administrators. */
@Controller('api/v1/mail')
export class MailController {
  @Get()
  @Reads('mail.read', 'Outgoing mail: what waits, what was sent, what failed and why.')
  async list(@By() by: SignedIn, @Query({ schema: mailQuery }) query: z.infer<typeof mailQuery>) {
    const before = decodeCursor(query.cursor, 1)?.[0] ?? String(Number.MAX_SAFE_INTEGER);
    const rows = await mailBefore(by.world, before, query.limit + 1, query.status);
    const shown = rows.slice(0, query.limit);
    const [names, files] = await Promise.all([
      namesIn(by.world, { persons: shown.map(({ recipient }) => recipient) }),
      Promise.all(shown.map(({ subject, params }) => campaignOfNotice(by.world, subject, params))),
    ]);
    const told = shown.map((row, i) => ({
      id: row.id,
      title: fillNotice(
        (TEMPLATES[row.template] ?? UNKNOWN_TEMPLATE).subject,
        row.params,
        noticeMatter(files[i], row.subject, row.params),
      ),
      subject: row.subject,
      step: row.step,
      template: row.template,
      recipient: row.recipient,
      to: names.person(row.recipient),
      status: row.standing,
      attempts: row.attempts,
      /** What the mail server answered, as a code; `NO_ADDRESS` where the person has none. */
      error: row.error,
      at: row.business_at.toISOString(),
      retryAt: row.retry_at?.toISOString() ?? null,
      sentAt: row.sent_at?.toISOString() ?? null,
    }));
    return pageOf(
      rows,
      query.limit,
      ({ id }) => [id],
      () => told,
    );
  }

  @Post('retries')
  @HttpCode(200)
  @Reads('mail.retry', 'Have mail tried again that could not be sent.')
  async retry(@By() by: SignedIn, @Body({ schema: retryBody }) { ids }: z.infer<typeof retryBody>) {
    return { retried: await retryMail(by.world, ids) };
  }
}
