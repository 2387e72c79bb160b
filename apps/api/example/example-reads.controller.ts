import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { EXAMPLE_KINDS } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { Sealed } from '../../../libs/domain/core/sealed.js';
import { EXAMPLE_STAGES } from '../../../libs/domain/example/example.stream.js';
import { namesIn } from '../../../libs/history/names.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { list, type Listed } from '../http/list.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

const examplesQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  unit: z.string().max(240).optional(),
  kind: z.enum(EXAMPLE_KINDS).optional(),
  stage: z.enum(EXAMPLE_STAGES).optional(),
  level: z.string().max(120).optional(),
});

interface ExampleRow extends Listed {
  readonly campaign_id: string;
  readonly unit_id: string;
  readonly kind: string;
  readonly stage: string;
  readonly level: string | null;
  readonly name: Sealed;
}

/** The register of advanced examples: there to be seen by everyone who works with campaigns. */
@Controller('api/v1/examples')
export class ExampleReadsController {
  @Get()
  @Reads('work.read', 'The register of advanced examples by campaign, unit, kind, stage and level.')
  list(@By() by: SignedIn, @Query({ schema: examplesQuery }) query: z.infer<typeof examplesQuery>) {
    const request = {
      table: 'read_example',
      columns: `id, campaign_id, unit_id, kind, stage, level, state->'subject'->'name' as name`,
      equal: {
        campaign_id: query.campaign,
        unit_id: query.unit,
        kind: query.kind,
        stage: query.stage,
        level: query.level,
      },
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return list(by.world, request, async (rows: readonly ExampleRow[]) => {
      const [open, names] = await Promise.all([
        by.world.reader.unseal(rows.map((row) => row.name)),
        namesIn(by.world, { units: rows.map((row) => row.unit_id), campaigns: rows.map((row) => row.campaign_id) }),
      ]);
      return rows.map((row, i) => ({
        id: row.id,
        campaign: names.campaign(row.campaign_id),
        unit: names.unit(row.unit_id),
        kind: row.kind,
        name: open[i]?.text ?? null,
        stage: row.stage,
        level: row.level,
      }));
    });
  }

  @Get(':exampleId')
  @Reads('work.read', 'One example with its recognitions, what was done for it, and nominations it led to.')
  async show(@By() by: SignedIn, @Param('exampleId', pathId) exampleId: string) {
    const found = await by.world.reader.state('example', exampleId);
    if (found === undefined) throw notFound(exampleId);
    const { campaignId, unitId, introducedBy, recognitions, promotions } = found.state;
    const units = [
      unitId,
      introducedBy,
      ...recognitions.map(({ by: unit }) => unit),
      ...promotions.map((p) => p.unitId),
    ];
    const [state, names] = await Promise.all([
      by.world.reader.unseal(found.state),
      namesIn(by.world, { units, campaigns: [campaignId] }),
    ]);
    return {
      id: exampleId,
      version: found.version,
      ...state,
      unit: names.unit(unitId),
      introducedBy: names.unit(introducedBy),
      campaign: names.campaign(campaignId),
      recognitions: recognitions.map((one) => ({ ...one, by: names.unit(one.by) })),
      promotions: promotions.map((one) => ({ ...one, unit: names.unit(one.unitId) })),
    };
  }
}
