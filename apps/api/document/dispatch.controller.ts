import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { namesIn } from '../../../libs/history/names.js';
import { Act, Acting, By, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { list, type Listed } from '../http/list.js';
import { notFound } from '../http/problem.js';
import { Does, Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

const dispatchesQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  source: z.string().max(240).optional().describe('Id of the campaign or decision whose document was sent.'),
});

interface DispatchRow extends Listed {
  readonly campaign_id: string;
  readonly source_kind: string;
  readonly source_id: string;
  readonly entry_key: string;
  readonly sent_at: Date;
  readonly recipients: number;
  readonly acknowledged: number;
}

/** Nơi nhận: what was sent to whom, and who has said that they have it. */
@Controller('api/v1/dispatches')
export class DispatchController {
  @Get()
  @Reads('work.read', 'Documents sent, line by line of "Nơi nhận", with how many have acknowledged.')
  list(@By() by: SignedIn, @Query({ schema: dispatchesQuery }) query: z.infer<typeof dispatchesQuery>) {
    const request = {
      table: 'read_dispatch',
      columns: 'id, campaign_id, source_kind, source_id, entry_key, sent_at, recipients, acknowledged',
      equal: { campaign_id: query.campaign, source_id: query.source },
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return list(by.world, request, (rows: readonly DispatchRow[]) =>
      Promise.resolve(
        rows.map((row) => ({
          id: row.id,
          campaignId: row.campaign_id,
          source: { kind: row.source_kind, id: row.source_id },
          entry: row.entry_key,
          sentAt: row.sent_at.toISOString(),
          recipients: row.recipients,
          acknowledged: row.acknowledged,
        })),
      ),
    );
  }

  @Get(':dispatchId')
  @Reads('work.read', 'One line of "Nơi nhận": each recipient, who acknowledged it and when.')
  async show(@By() by: SignedIn, @Param('dispatchId', pathId) dispatchId: string) {
    const found = await by.world.reader.state('dispatch', dispatchId);
    if (found === undefined) throw notFound(dispatchId);
    const { campaignId, source, line, document, enclosed, purpose, acknowledge, recipients, acknowledged } =
      found.state;
    const names = await namesIn(by.world, {
      units: recipients,
      campaigns: [campaignId],
      persons: Object.values(acknowledged).map((one) => one.by),
    });
    return {
      id: dispatchId,
      version: found.version,
      campaign: names.campaign(campaignId),
      source,
      line,
      document,
      enclosed,
      purpose: purpose ?? null,
      acknowledge,
      sentAt: new Date(found.state.sentAt).toISOString(),
      recipients: recipients.map((unit) => {
        const seen = acknowledged[unit];
        return {
          unit: names.unit(unit),
          acknowledged: seen === undefined ? null : { by: names.person(seen.by), at: new Date(seen.at).toISOString() },
        };
      }),
    };
  }

  @Post(':dispatchId/acknowledgement')
  @Does('acknowledgeDocument')
  acknowledge(
    @Acting() act: Act,
    @Param('dispatchId', pathId) dispatchId: string,
    @Body({ schema: bodyOf('acknowledgeDocument', 'dispatchId') }) input: BodyOf<'acknowledgeDocument', 'dispatchId'>,
  ): Promise<Accepted> {
    return act.execute('acknowledgeDocument', { ...input, dispatchId });
  }
}
