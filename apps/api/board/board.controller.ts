import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { yearOf } from '../../../libs/domain/calendar/local-date.js';
import type { ClusterState } from '../../../libs/domain/organisation/cluster.stream.js';
import { namesIn } from '../../../libs/history/names.js';
import { lateDuties } from '../campaign/late-duties.js';
import { unitsStanding } from '../campaign/units-standing.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

const lateQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  unit: z.string().max(240).optional(),
});
const clusterQuery = z.strictObject({ campaign: z.string().max(240) });
/** Far more members than any cluster or block has. */
const MOST_MEMBERS = 500;

interface ClusterRow {
  readonly id: string;
  readonly state: ClusterState;
}

/** What those who lead look after: who is late everywhere, and how the members of a cluster are doing. */
@Controller('api/v1/boards')
export class BoardController {
  @Get('late')
  @Reads('work.read', 'What is past its day in every campaign, whose it is, and who was told when; the oldest first.')
  late(@By() by: SignedIn, @Query({ schema: lateQuery }) query: z.infer<typeof lateQuery>) {
    const { campaign, unit, ...page } = query;
    return lateDuties(by.world, { ...page, campaignId: campaign, unitId: unit });
  }

  @Get('clusters')
  @Reads('work.read', 'Clusters and blocks of this year with their leader; those the reader’s units lead first.')
  async clusters(@By() by: SignedIn) {
    const year = yearOf(await by.today());
    const { holdings } = await by.actor();
    const { rows } = await by.world.pool.query<ClusterRow>({
      name: 'board-clusters',
      text: 'select id, state from read_cluster order by name, id limit 1000',
    });
    const current = rows.flatMap(({ id, state }) => {
      const now = state.years.find((one) => one.year === year);
      return now === undefined ? [] : [{ id, state, now }];
    });
    const names = await namesIn(by.world, { units: current.map(({ now }) => now.leader) });
    const items = current.map(({ id, state, now }) => ({
      id,
      kind: state.kind,
      name: state.name,
      leader: names.unit(now.leader),
      members: now.members.length,
      mine: holdings.some(({ unitId }) => unitId === now.leader),
    }));
    return { year, items: [...items.filter(({ mine }) => mine), ...items.filter(({ mine }) => !mine)] };
  }

  @Get('clusters/:clusterId')
  @Reads('work.read', 'How each member of a cluster or block is doing in a campaign this year.')
  async cluster(
    @By() by: SignedIn,
    @Param('clusterId', pathId) clusterId: string,
    @Query({ schema: clusterQuery }) { campaign }: z.infer<typeof clusterQuery>,
  ) {
    const year = yearOf(await by.today());
    const found = await by.world.reader.state('cluster', clusterId);
    const now = found?.state.years.find((one) => one.year === year);
    if (found === undefined || now === undefined) throw notFound(clusterId);
    if ((await by.world.reader.state('campaign', campaign)) === undefined) throw notFound(campaign);
    const [names, standing] = await Promise.all([
      namesIn(by.world, { units: [now.leader, now.deputy ?? '', ...now.members] }),
      unitsStanding(by.world, campaign, { limit: MOST_MEMBERS, units: now.members }),
    ]);
    return {
      id: clusterId,
      name: found.state.name,
      year,
      leader: names.unit(now.leader),
      deputy: now.deputy === undefined ? null : names.unit(now.deputy),
      items: standing.items,
      /** Members of whom the campaign asks nothing yet. */
      others: now.members
        .filter((id) => !standing.items.some(({ unit }) => unit.id === id))
        .map((id) => names.unit(id)),
    };
  }
}
