import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { listOfUnits, type OfUnit } from '../http/list-of-units.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustSeeDossier, queueUnits } from '../nomination/dossier-rights.js';
import { namesIn } from '../../../libs/history/names.js';

const reportsQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  unit: z.string().max(240).optional(),
  kind: z.enum(['unit', 'consolidated']).optional(),
  occurrence: z.string().max(120).optional(),
  status: z.enum(['submitted', 'accepted', 'returned', 'sent', 'acknowledged']).optional(),
});

interface ReportRow extends OfUnit {
  readonly obligation_id: string;
  readonly kind: string;
  readonly occurrence: string;
  readonly status: string;
}

@Controller('api/v1/reports')
export class ReportReadsController {
  @Get()
  @Reads('work.read', 'Reports, without their words.')
  list(@By() by: SignedIn, @Query({ schema: reportsQuery }) query: z.infer<typeof reportsQuery>) {
    const request = {
      table: 'read_report',
      columns: 'id, campaign_id, obligation_id, unit_id, kind, occurrence, status',
      equal: {
        campaign_id: query.campaign,
        unit_id: query.unit,
        kind: query.kind,
        occurrence: query.occurrence,
        status: query.status,
      },
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return listOfUnits(by.world, request, (row: ReportRow, names) => ({
      id: row.id,
      campaign: names.campaign(row.campaign_id),
      obligationId: row.obligation_id,
      unit: names.unit(row.unit_id),
      kind: row.kind,
      occurrence: row.occurrence,
      status: row.status,
    }));
  }

  @Get(':reportId')
  @Reads('work.read', 'One report with its fields.')
  async show(@By() by: SignedIn, @Param('reportId', pathId) reportId: string) {
    const found = await by.world.reader.state('report', reportId);
    if (found === undefined) throw notFound(reportId);
    const { campaignId, unitId, open } = found.state;
    await mustSeeDossier(by, campaignId, [unitId, ...queueUnits(open)]);
    const state = await by.world.reader.unseal(found.state);
    const names = await namesIn(by.world, { units: [unitId], campaigns: [campaignId] });
    return {
      id: reportId,
      version: found.version,
      ...state,
      unit: names.unit(unitId),
      campaign: names.campaign(campaignId),
    };
  }
}
