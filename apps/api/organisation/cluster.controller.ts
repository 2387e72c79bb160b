import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** Clusters and blocks (cụm, khối thi đua) with their members by year. */
@Controller('api/v1/clusters')
export class ClusterController {
  @Put(':clusterId')
  @Does('defineCluster')
  define(
    @Acting() act: Act,
    @Param('clusterId', pathId) clusterId: string,
    @Body({ schema: bodyOf('defineCluster', 'clusterId') }) input: BodyOf<'defineCluster', 'clusterId'>,
  ): Promise<Accepted> {
    return act.execute('defineCluster', { ...input, clusterId });
  }

  @Post(':clusterId/years')
  @Does('arrangeCluster')
  arrange(
    @Acting() act: Act,
    @Param('clusterId', pathId) clusterId: string,
    @Body({ schema: bodyOf('arrangeCluster', 'clusterId') }) input: BodyOf<'arrangeCluster', 'clusterId'>,
  ): Promise<Accepted> {
    return act.execute('arrangeCluster', { ...input, clusterId });
  }
}
