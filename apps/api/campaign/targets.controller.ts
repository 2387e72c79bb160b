import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { localDate } from '../../../libs/contracts/due-rule.contract.js';
import { namesIn } from '../../../libs/history/names.js';
import { Act, Acting, By, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { notFound, refused } from '../http/problem.js';
import { Does, Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { participationIn } from './participation.js';
import { resultsIn, standingsOf } from './targets-in.js';

const targetsQuery = z.strictObject({
  asOf: localDate.optional().describe('The day it is judged on; today if left out.'),
  unit: z.string().max(240).optional().describe('Only what this unit reported or owes.'),
  cluster: z.string().max(240).optional().describe('Only the members of this cluster or block in the year of the day.'),
});

/** Targets of a campaign with what was reached: by unit, by cluster, for the whole. */
@Controller('api/v1/campaigns')
export class TargetsController {
  @Get(':campaignId/targets')
  @Reads('work.read', 'Results against targets, with the data of the plots: points, wanted and reached.')
  async targets(
    @By() by: SignedIn,
    @Param('campaignId', pathId) campaignId: string,
    @Query({ schema: targetsQuery }) query: z.infer<typeof targetsQuery>,
  ) {
    if (query.unit !== undefined && query.cluster !== undefined) throw refused('INVALID_INPUT', { field: 'cluster' });
    const [found, organisation, results, today] = await Promise.all([
      by.world.reader.state('campaign', campaignId),
      by.world.reader.organisation(),
      resultsIn(by.world, campaignId),
      by.today(),
    ]);
    if (found === undefined) throw notFound(campaignId);
    const asOf = query.asOf ?? today;
    const targets = standingsOf(found.state, organisation, results, { ...query, asOf });
    const units = targets.flatMap(({ points }) => points.flatMap(({ unitId }) => unitId ?? []));
    const names = await namesIn(by.world, { units: [...units, ...results.map(({ unitId }) => unitId)] });
    const open = found.state.file.openQuestions.filter(({ id }) => found.state.answers[id] === undefined);
    return {
      campaignId,
      asOf,
      targets: targets.map(({ points, ...target }) => ({
        ...target,
        points: points.map((point) => ({
          ...point,
          ...(point.unitId === undefined ? {} : { unit: names.unit(point.unitId) }),
        })),
        questions: open.filter(({ about }) => about === `target:${target.key}`).map(({ id }) => id),
        results: results
          .filter((result) => result.target === target.key)
          .map(({ target: _target, at, ...result }) => ({
            ...result,
            unit: names.unit(result.unitId),
            at: new Date(at).toISOString(),
          })),
      })),
    };
  }

  @Get(':campaignId/participation')
  @Reads('work.read', 'Who took part, as reports say it: persons, collectives, households, units by period.')
  async participation(@By() by: SignedIn, @Param('campaignId', pathId) campaignId: string) {
    const found = await by.world.reader.state('campaign', campaignId);
    if (found === undefined) throw notFound(campaignId);
    return { campaignId, items: await participationIn(by.world, found.state.file, campaignId) };
  }

  @Post(':campaignId/targets/adjustments')
  @Does('adjustTarget')
  adjust(
    @Acting() act: Act,
    @Param('campaignId', pathId) campaignId: string,
    @Body({ schema: bodyOf('adjustTarget', 'campaignId') }) input: BodyOf<'adjustTarget', 'campaignId'>,
  ): Promise<Accepted> {
    return act.execute('adjustTarget', { ...input, campaignId });
  }
}
