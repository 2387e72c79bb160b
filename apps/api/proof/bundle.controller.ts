import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NoSuchCheckpoint, NotInLogYet, nominationBundle } from '../../../libs/bundle/nomination-bundle.js';
import type { Environment } from '../../../libs/config/env.js';
import { UnknownLogKey } from '../../../libs/ledger/log-keeper.js';
import { logSettings } from '../../../libs/ledger/log-settings.js';
import { ENVIRONMENT } from '../environment.js';
import { AcceptLanguage, By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { languageOf, notFound, refused } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustSeeNomination } from '../nomination/dossier-rights.js';

const bundleQuery = z.strictObject({
  since: z
    .string()
    .regex(/^[1-9][0-9]{0,14}(,[1-9][0-9]{0,14}){0,9}$/)
    .optional()
    .describe('Sizes of signed states of the log that the reader holds, with commas between.'),
});

/** A nomination as one file that proves itself to somebody without this server. */
@Controller('api/v1/nominations')
export class BundleController {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  @Get(':nominationId/bundle')
  @Reads('work.read', 'A nomination’s history with its proofs, as one file for the independent verifier.')
  async bundle(
    @By() by: SignedIn,
    @Param('nominationId', pathId) nominationId: string,
    @Query({ schema: bundleQuery }) query: z.infer<typeof bundleQuery>,
    @AcceptLanguage() language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const found = await by.world.reader.state('nomination', nominationId);
    if (found === undefined) throw notFound(nominationId);
    await mustSeeNomination(by, found.state, nominationId);
    const request = {
      nominationId,
      since: (query.since ?? '').split(',').filter(Boolean).map(Number),
      language: languageOf(language),
    };
    const file = await nominationBundle(by.world, logSettings(this.environment, by.world.kind), request).catch(
      (error: unknown) => {
        if (error instanceof NoSuchCheckpoint) throw notFound(query.since ?? '');
        if (error instanceof NotInLogYet || error instanceof UnknownLogKey) throw refused('UNAVAILABLE');
        throw error;
      },
    );
    if (file === undefined) throw notFound(nominationId);
    reply.header('content-type', 'application/json; charset=utf-8');
    reply.header('content-disposition', `attachment; filename="${nominationId}.vinhdanh.json"`);
    return Buffer.from(file, 'utf8');
  }
}
