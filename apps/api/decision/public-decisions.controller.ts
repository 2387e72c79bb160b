import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Public } from '../http/rights.js';
import { WorldDirectory } from '../world/world-directory.js';
import { publicQuery, publishedIn } from './published.js';
import { opinionQuery, underOpinionIn } from './under-opinion.js';

@Controller('api/v1/public')
export class PublicDecisionsController {
  constructor(@Inject(WorldDirectory) private readonly worlds: WorldDirectory) {}

  @Get('decisions')
  @Public('Published award decisions: number, date, issuer, title of the signer, recipients and their awards.')
  async list(@Query({ schema: publicQuery }) query: z.infer<typeof publicQuery>) {
    return publishedIn(await this.worlds.official(), query);
  }

  @Get('opinions')
  @Public('Nominees on whom the public is asked: name, unit, award, and until when.')
  async opinions(@Query({ schema: opinionQuery }) query: z.infer<typeof opinionQuery>) {
    return underOpinionIn(await this.worlds.official(), query);
  }
}
