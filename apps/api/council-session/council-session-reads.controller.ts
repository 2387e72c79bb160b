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
import { agendaOf } from './agenda.js';

const sessionsQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  council: z.string().max(240).optional(),
  status: z.enum(['convened', 'recorded']).optional(),
});

interface SessionRow extends Listed {
  readonly campaign_id: string;
  readonly council_id: string;
  readonly held_on: string;
  readonly status: string;
  readonly dossiers: number;
}

@Controller('api/v1/sessions')
export class CouncilSessionReadsController {
  @Get()
  @Reads('work.read', 'Council sessions.')
  list(@By() by: SignedIn, @Query({ schema: sessionsQuery }) query: z.infer<typeof sessionsQuery>) {
    const request = {
      table: 'read_session',
      columns: `id, campaign_id, council_id, held_on, status, jsonb_array_length(state->'agenda') as dossiers`,
      equal: { campaign_id: query.campaign, council_id: query.council, status: query.status },
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return list(by.world, request, async (rows: readonly SessionRow[]) => {
      const names = await namesIn(by.world, {
        units: rows.map((row) => row.council_id),
        campaigns: rows.map((row) => row.campaign_id),
      });
      return rows.map((row) => ({
        id: row.id,
        campaign: names.campaign(row.campaign_id),
        council: names.unit(row.council_id),
        date: row.held_on,
        status: row.status,
        dossiers: row.dossiers,
      }));
    });
  }

  @Get(':sessionId')
  @Reads('work.read', 'One session with its agenda and, once recorded, what was counted.')
  async show(@By() by: SignedIn, @Param('sessionId', pathId) sessionId: string) {
    const found = await by.world.reader.state('session', sessionId);
    if (found === undefined) throw notFound(sessionId);
    await mustSeeDossier(by, found.state.campaignId, [found.state.councilId]);
    const names = await namesIn(by.world, { units: [found.state.councilId], campaigns: [found.state.campaignId] });
    return {
      id: sessionId,
      version: found.version,
      ...found.state,
      council: names.unit(found.state.councilId),
      campaign: names.campaign(found.state.campaignId),
      dossiers: await agendaOf(by.world, found.state),
    };
  }
}
