import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { yearOf } from '../../../libs/domain/calendar/local-date.js';
import type { ClusterState } from '../../../libs/domain/organisation/cluster.stream.js';
import { factsOf } from '../../../libs/history/fact-rows.js';
import { namedIn, tell } from '../../../libs/history/history-entry.js';
import { namesIn } from '../../../libs/history/names.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { list, type Listed } from '../http/list.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

const clustersQuery = z.strictObject({
  ...paging,
  kind: z.enum(['cluster', 'block']).optional(),
  actedForBy: z
    .string()
    .max(240)
    .optional()
    .describe('A unit: those it acts for now, as their leader of this year or of the last one that was arranged.'),
});

/** The unit that acts for a cluster in a year, as `registrantOf` has it. */
const actsFor = (year: number): string => `(select y ->> 'leader' from jsonb_array_elements(state -> 'years') y
  where (y ->> 'year')::int <= ${String(year)} order by (y ->> 'year')::int desc limit 1)`;

interface ClusterRow extends Listed {
  readonly state: ClusterState;
}

/** Clusters and blocks (cụm, khối thi đua): who belongs to them and who leads them, year by year. */
@Controller('api/v1/clusters')
export class ClusterReadsController {
  @Get()
  @Reads('work.read', 'Clusters and blocks, with who leads them this year; `leader` is null where nobody is named yet.')
  async clusters(@By() by: SignedIn, @Query({ schema: clustersQuery }) query: z.infer<typeof clustersQuery>) {
    const thisYear = yearOf(await by.today());
    const request = {
      table: 'read_cluster',
      columns: 'id, state',
      equal: { kind: query.kind },
      where: query.actedForBy === undefined ? [] : [[`${actsFor(thisYear)} = ?`, query.actedForBy] as const],
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return list(by.world, request, async (rows: readonly ClusterRow[]) => {
      const standing = rows.map(({ id, state }) => ({
        id,
        state,
        now: state.years.find(({ year }) => year === thisYear),
      }));
      const names = await namesIn(by.world, { units: standing.flatMap(({ now }) => now?.leader ?? []) });
      return standing.map(({ id, state: { kind, name, years }, now }) => ({
        id,
        kind,
        name,
        years: years.map(({ year }) => year),
        leader: now === undefined ? null : names.unit(now.leader),
        members: now?.members.length ?? 0,
      }));
    });
  }

  @Get(':clusterId')
  @Reads('work.read', 'One cluster or block with its members by year; `units` names them as they are called now.')
  async cluster(@By() by: SignedIn, @Param('clusterId', pathId) clusterId: string) {
    const found = await by.world.reader.state('cluster', clusterId);
    if (found === undefined) throw notFound(clusterId);
    const { state, version } = found;
    const units = [
      ...new Set(state.years.flatMap(({ leader, deputy, members }) => [leader, deputy ?? [], members].flat())),
    ];
    const names = await namesIn(by.world, { units });
    return { id: clusterId, version, ...state, units: units.map((id) => names.unit(id)) };
  }

  @Get(':clusterId/history')
  @Reads('work.read', 'What was said of a cluster or block, in words: who led it when.')
  async history(@By() by: SignedIn, @Param('clusterId', pathId) clusterId: string) {
    const facts = await factsOf(by.world, 'cluster', clusterId);
    if (facts.length === 0) throw notFound(clusterId);
    const names = await namesIn(by.world, namedIn(facts));
    return { items: tell(facts, { about: clusterId, names }) };
  }
}
