import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { listOfUnits, type OfUnit } from '../http/list-of-units.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { namesIn } from '../../../libs/history/names.js';
import { duesOf } from '../organisation/working-days.js';
import { unitDoing } from '../../../libs/domain/obligation/owed.js';
import { mustSeeDossier, queueUnits } from '../nomination/dossier-rights.js';

const obligationsQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  unit: z.string().max(240).optional(),
  key: z.string().max(120).optional(),
  kind: z.string().max(60).optional(),
  occurrence: z.string().max(120).optional(),
  status: z.enum(['open', 'fulfilled', 'waived', 'lapsed']).optional(),
  late: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .describe('Past its day: still open, or done late.'),
});

interface ObligationRow extends OfUnit {
  readonly obligation_key: string;
  readonly kind: string;
  readonly occurrence: string;
  readonly status: string;
  readonly last_day: string;
  readonly late: boolean | null;
  readonly fulfilled_at: Date | null;
}

/** Duties of units, one for each occurrence. */
@Controller('api/v1/obligations')
export class ObligationReadsController {
  @Get()
  @Reads('work.read', 'What units owe, by campaign, unit, status and occurrence; `late` finds what is past its day.')
  async list(@By() by: SignedIn, @Query({ schema: obligationsQuery }) query: z.infer<typeof obligationsQuery>) {
    const now = await by.world.now();
    const pastDue = `(late is true or (status = 'open' and due_at <= ?))`;
    const request = {
      table: 'read_obligation',
      columns: 'id, campaign_id, obligation_key, kind, occurrence, unit_id, status, last_day, late, fulfilled_at',
      equal: {
        campaign_id: query.campaign,
        unit_id: query.unit,
        obligation_key: query.key,
        kind: query.kind,
        occurrence: query.occurrence,
        status: query.status,
      },
      where: query.late === undefined ? [] : [[query.late ? pastDue : `not ${pastDue}`, new Date(now)] as const],
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    const due = await duesOf(by.world);
    return listOfUnits(by.world, request, (row: ObligationRow, names) => ({
      id: row.id,
      campaign: names.campaign(row.campaign_id),
      key: row.obligation_key,
      kind: row.kind,
      occurrence: row.occurrence,
      unit: names.unit(row.unit_id),
      status: row.status,
      due: due(row.last_day, false),
      late: row.late,
      fulfilledAt: row.fulfilled_at?.toISOString() ?? null,
    }));
  }

  @Get(':obligationId')
  @Reads('work.read', 'One duty of one unit, with its proof.')
  async show(@By() by: SignedIn, @Param('obligationId', pathId) obligationId: string) {
    const found = await by.world.reader.state('obligation', obligationId);
    if (found === undefined) throw notFound(obligationId);
    const { unitId, campaignId, open } = found.state;
    await mustSeeDossier(by, campaignId, [unitId, unitDoing(found.state), ...queueUnits(open)]);
    const [state, names, due] = await Promise.all([
      by.world.reader.unseal(found.state),
      namesIn(by.world, { units: [unitId], campaigns: [campaignId] }),
      duesOf(by.world),
    ]);
    return {
      id: obligationId,
      version: found.version,
      ...state,
      unit: names.unit(unitId),
      campaign: names.campaign(campaignId),
      due: due(state.due.lastDay, false),
    };
  }
}
