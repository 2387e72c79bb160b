import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AwardRound } from '../../../libs/domain/campaign-plan/duties.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { rolesInRound } from '../../../libs/domain/campaign-plan/round-roles.js';
import { ref } from '../../../libs/domain/core/stream.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { list, type Listed } from '../http/list.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { namesIn } from '../../../libs/history/names.js';
import { mustSeeDossier } from '../nomination/dossier-rights.js';
import { submissionListOf } from './submission-list.js';

const roundsQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  kind: z.enum(['annual', 'mid-term', 'final', 'prompt']).optional(),
  status: z.enum(['open', 'listing', 'closed']).optional(),
});

const same = (key: string): Bilingual => ({ vi: key, en: key });

interface RoundRow extends Listed {
  readonly campaign_id: string;
  readonly round_key: string;
  readonly kind: string;
  readonly occurrence: string;
  readonly status: string;
  readonly last_day: string;
}

@Controller('api/v1/rounds')
export class RoundReadsController {
  @Get()
  @Reads('work.read', 'Award rounds.')
  list(@By() by: SignedIn, @Query({ schema: roundsQuery }) query: z.infer<typeof roundsQuery>) {
    const request = {
      table: 'read_round',
      columns: `id, campaign_id, round_key, kind, occurrence, status, state->'closes'->>'lastDay' as last_day`,
      equal: { campaign_id: query.campaign, kind: query.kind, status: query.status },
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return list(by.world, request, async (rows: readonly RoundRow[]) => {
      const names = await namesIn(by.world, { campaigns: rows.map((row) => row.campaign_id) });
      const campaigns = await by.world.reader.all(rows.map((row) => ref('campaign', row.campaign_id)));
      const roundsOf = (id: string): readonly AwardRound[] => campaigns.state('campaign', id)?.file.rounds ?? [];
      return rows.map((row) => ({
        id: row.id,
        text: roundsOf(row.campaign_id).find(({ key }) => key === row.round_key)?.text ?? same(row.round_key),
        campaign: names.campaign(row.campaign_id),
        key: row.round_key,
        kind: row.kind,
        occurrence: row.occurrence,
        status: row.status,
        closes: row.last_day,
      }));
    });
  }

  @Get(':roundId')
  @Reads('work.read', 'One round with its awards, its submission list and its dossiers by status.')
  async show(@By() by: SignedIn, @Param('roundId', pathId) roundId: string) {
    const found = await by.world.reader.state('round', roundId);
    if (found === undefined) throw notFound(roundId);
    const [names, counted] = await Promise.all([
      namesIn(by.world, { campaigns: [found.state.campaignId] }),
      by.world.pool.query<{ status: string; number: number }>({
        name: 'round-counts',
        text: 'select status, count(*) as number from read_nomination where round_id = $1 and campaign_id = $2 group by 1',
        values: [roundId, found.state.campaignId],
      }),
    ]);
    return {
      id: roundId,
      version: found.version,
      ...found.state,
      campaign: names.campaign(found.state.campaignId),
      nominations: Object.fromEntries(counted.rows.map(({ status, number }) => [status, number])),
    };
  }

  @Get(':roundId/submission-list')
  @Reads('work.read', 'Who is on the submission list of a round, or would be; for the units that lead the campaign.')
  async submissionList(@By() by: SignedIn, @Param('roundId', pathId) roundId: string) {
    const found = await by.world.reader.state('round', roundId);
    if (found === undefined) throw notFound(roundId);
    const { campaignId, key, occurrence, status, closes, awards } = found.state;
    const campaign = (await by.world.reader.state('campaign', campaignId))?.state.file;
    const roles = campaign === undefined ? undefined : rolesInRound(campaign, key);
    const leading = roles === undefined ? [] : [roles.leadAgency.unit, roles.homeAffairs.unit, roles.decider.unit];
    await mustSeeDossier(by, campaignId, leading);
    const names = await namesIn(by.world, {
      campaigns: [campaignId],
      units: roles === undefined ? [] : [roles.leadAgency.unit, roles.decider.unit],
    });
    return {
      id: roundId,
      campaign: names.campaign(campaignId),
      round: campaign?.rounds.find((one) => one.key === key)?.text ?? same(key),
      occurrence,
      status,
      closes: closes.lastDay,
      today: await by.today(),
      lead: roles === undefined ? null : names.unit(roles.leadAgency.unit),
      decider: roles === undefined ? null : names.unit(roles.decider.unit),
      awards,
      items: await submissionListOf(by.world, roundId, found.state),
    };
  }
}
