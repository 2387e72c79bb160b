import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { WORLD_ID } from '../../../libs/domain/world/world.stream.js';
import { checkpointAt, newestCheckpoint, type StoredCheckpoint } from '../../../libs/ledger/checkpoints.js';
import { proofsAt } from '../../../libs/ledger/log-tree.js';
import { toBase64 } from '../../../libs/proof/base64.js';
import { notFound } from '../http/problem.js';
import { Public } from '../http/rights.js';
import { WorldDirectory } from '../world/world-directory.js';

const size = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const checkpointQuery = z.strictObject({ size: size.optional().describe('A signed size; the newest where left out.') });
const consistencyQuery = z.strictObject({
  from: size.describe('Facts in the log of the checkpoint that is held.'),
  to: size.describe('Facts in the log of the checkpoint it is compared with.'),
});

/** What anybody may hold against the log later: its keys, its signed states, and how one follows from the other. */
@Controller('api/v1/public/log')
export class PublicLogController {
  constructor(@Inject(WorldDirectory) private readonly worlds: WorldDirectory) {}

  @Get()
  @Public('The keys of the log, oldest first, and its newest signed state.')
  async show() {
    const world = await this.worlds.official();
    const [found, newest] = await Promise.all([world.reader.state('world', WORLD_ID), newestCheckpoint(world.pool)]);
    return {
      keys: found?.state.logKeys ?? [],
      checkpoint: newest === undefined ? null : shown(newest),
    };
  }

  @Get('checkpoint')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Public('A signed state of the log with its cosignatures, as a note (C2SP tlog-checkpoint); keep it.')
  async checkpoint(@Query({ schema: checkpointQuery }) query: z.infer<typeof checkpointQuery>): Promise<string> {
    const { pool } = await this.worlds.official();
    const found = await (query.size === undefined ? newestCheckpoint(pool) : checkpointAt(pool, query.size));
    if (found === undefined) throw notFound(String(query.size ?? 'newest'));
    return found.note;
  }

  @Get('consistency')
  @Public('Proof that one signed state of the log continues another (RFC 9162, 2.1.4), hashes in base64.')
  async consistency(@Query({ schema: consistencyQuery }) { from, to }: z.infer<typeof consistencyQuery>) {
    const { pool } = await this.worlds.official();
    const [before, after] = await Promise.all([checkpointAt(pool, from), checkpointAt(pool, to)]);
    if (before === undefined || from > to) throw notFound(String(from));
    if (after === undefined) throw notFound(String(to));
    const { consistency } = await proofsAt(pool, to, { before: [from] });
    return { from, to, proof: (consistency[0]?.proof ?? []).map(toBase64) };
  }
}

const shown = ({ size: facts, root, at, reason, witnesses, note }: StoredCheckpoint) => ({
  size: facts,
  root: root.toString('hex'),
  at,
  reason,
  witnesses,
  note,
});
