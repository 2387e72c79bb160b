import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { ACTIVITY_KINDS } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { ActivityStatus } from '../../../libs/domain/activity/activity.stream.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { listOfUnits, type OfUnit } from '../http/list-of-units.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustSeeDossier, queueUnits } from '../nomination/dossier-rights.js';
import { namesIn } from '../../../libs/history/names.js';
import { continuousProof } from './continuous-proof.js';

const STATUSES = [
  'recorded',
  'waiting',
  'confirmed',
  'refused',
  'withdrawn',
] as const satisfies readonly ActivityStatus[];

const activitiesQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  unit: z.string().max(240).optional(),
  kind: z.enum(ACTIVITY_KINDS).optional(),
  obligation: z.string().max(120).optional(),
  content: z.string().max(120).optional(),
  status: z.enum(STATUSES).optional(),
  source: z.string().max(240).optional().describe('Who gave a contribution.'),
});

const proofQuery = z.strictObject({ year: z.coerce.number().int().min(1945).max(2100) });

interface ActivityRow extends OfUnit {
  readonly kind: string;
  readonly obligation_key: string | null;
  readonly content_key: string | null;
  readonly held_on: string;
  readonly status: string;
}

@Controller('api/v1')
export class ActivityReadsController {
  @Get('activities')
  @Reads('work.read', 'Activities of units by campaign, unit, kind, duty and status, without their words.')
  list(@By() by: SignedIn, @Query({ schema: activitiesQuery }) query: z.infer<typeof activitiesQuery>) {
    const request = {
      table: 'read_activity',
      columns: 'id, campaign_id, unit_id, kind, obligation_key, content_key, held_on, status',
      equal: {
        campaign_id: query.campaign,
        unit_id: query.unit,
        kind: query.kind,
        obligation_key: query.obligation,
        content_key: query.content,
        status: query.status,
        source_id: query.source,
      },
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return listOfUnits(by.world, request, (row: ActivityRow, names) => ({
      id: row.id,
      campaign: names.campaign(row.campaign_id),
      unit: names.unit(row.unit_id),
      kind: row.kind,
      obligation: row.obligation_key,
      content: row.content_key,
      on: row.held_on,
      status: row.status,
    }));
  }

  @Get('activities/:activityId')
  @Reads('work.read', 'One activity with its counts, papers and what is still open.')
  async show(@By() by: SignedIn, @Param('activityId', pathId) activityId: string) {
    const found = await by.world.reader.state('activity', activityId);
    if (found === undefined) throw notFound(activityId);
    const { campaignId, unitId, lead, partners, concerned, confirmer, open } = found.state;
    const part = [unitId, lead, ...partners, ...concerned, ...(confirmer === undefined ? [] : [confirmer])];
    await mustSeeDossier(by, campaignId, [...part, ...queueUnits(open)]);
    const [state, names] = await Promise.all([
      by.world.reader.unseal(found.state),
      namesIn(by.world, { units: part, campaigns: [campaignId] }),
    ]);
    return {
      id: activityId,
      version: found.version,
      ...state,
      unit: names.unit(unitId),
      campaign: names.campaign(campaignId),
      lead: names.unit(lead),
      partners: partners.map((unit) => names.unit(unit)),
      concerned: concerned.map((unit) => names.unit(unit)),
      confirmer: confirmer === undefined ? null : names.unit(confirmer),
    };
  }

  @Get('campaigns/:campaignId/continuous-duties')
  @Reads('work.read', 'Duties without a date of their own, and the activities of a year that prove them, by unit.')
  async proof(
    @By() by: SignedIn,
    @Param('campaignId', pathId) campaignId: string,
    @Query({ schema: proofQuery }) { year }: z.infer<typeof proofQuery>,
  ) {
    const campaign = await by.world.reader.state('campaign', campaignId);
    if (campaign === undefined) throw notFound(campaignId);
    return { year, items: await continuousProof(by.world, campaign.state.file, campaignId, year) };
  }
}
