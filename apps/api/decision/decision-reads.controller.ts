import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { list, type Listed } from '../http/list.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustSeeDossier } from '../nomination/dossier-rights.js';
import { namesIn } from '../../../libs/history/names.js';
import { decisionProofs } from '../proof/decision-proofs.js';
import { publicQuery, publishedIn } from './published.js';
import { opinionQuery, underOpinionIn } from './under-opinion.js';

const decisionsQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  number: z.string().max(120).optional(),
  year: z.coerce.number().int().min(1945).max(2100).optional(),
});

interface DecisionRow extends Listed {
  readonly campaign_id: string;
  readonly issuer: string;
  readonly number: string;
  readonly issued_on: string;
  readonly recipients: number;
}

@Controller('api/v1/decisions')
export class DecisionReadsController {
  @Get()
  @Reads('work.read', 'Award decisions.')
  list(@By() by: SignedIn, @Query({ schema: decisionsQuery }) query: z.infer<typeof decisionsQuery>) {
    const request = {
      table: 'read_decision',
      columns: `id, campaign_id, issuer, number, issued_on, jsonb_array_length(state->'nominations') as recipients`,
      equal: { campaign_id: query.campaign, number: query.number },
      where: query.year === undefined ? [] : [['extract(year from issued_on) = ?', query.year] as const],
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return list(by.world, request, async (rows: readonly DecisionRow[]) => {
      const names = await namesIn(by.world, {
        units: rows.map((row) => row.issuer),
        campaigns: rows.map((row) => row.campaign_id),
      });
      return rows.map((row) => ({
        id: row.id,
        campaign: names.campaign(row.campaign_id),
        issuer: names.unit(row.issuer),
        number: row.number,
        date: row.issued_on,
        recipients: row.recipients,
      }));
    });
  }

  /** What the public page would show; a rehearsal has no public page, so it is read here. */
  @Get('published')
  @Reads(
    'work.read',
    'Published award decisions of the reader’s world, as the public page shows those of the official one.',
  )
  published(@By() by: SignedIn, @Query({ schema: publicQuery }) query: z.infer<typeof publicQuery>) {
    return publishedIn(by.world, query);
  }

  @Get('under-opinion')
  @Reads('work.read', 'Nominees of the reader’s world on whom the public is asked, as the public page shows them.')
  underOpinion(@By() by: SignedIn, @Query({ schema: opinionQuery }) query: z.infer<typeof opinionQuery>) {
    return underOpinionIn(by.world, query);
  }

  @Get(':decisionId')
  @Reads('work.read', 'One decision with the nominations it names.')
  async show(@By() by: SignedIn, @Param('decisionId', pathId) decisionId: string) {
    const found = await by.world.reader.state('decision', decisionId);
    if (found === undefined) throw notFound(decisionId);
    const { campaignId, issuer, signer } = found.state;
    await mustSeeDossier(by, campaignId, [issuer]);
    const names = await namesIn(by.world, { units: [issuer], campaigns: [campaignId], persons: [signer] });
    const proofs = await decisionProofs(by.world, [decisionId]);
    return {
      id: decisionId,
      version: found.version,
      ...found.state,
      issuer: names.unit(issuer),
      campaign: names.campaign(campaignId),
      signer: signer === '' ? null : names.person(signer),
      proof: proofs.get(decisionId) ?? null,
    };
  }
}
