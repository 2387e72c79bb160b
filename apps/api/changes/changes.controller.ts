import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { By } from '../http/act.js';
import { Own } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { ChangeFeeds, type Changed } from './change-feeds.js';

const HEARTBEAT_MS = 20_000;

const eventsQuery = z.object({
  world: z.string().max(60).optional().describe('Where a browser cannot set X-World.'),
  age: z.coerce
    .number()
    .int()
    .min(0)
    .max(60_000)
    .default(0)
    .describe('For how many ms the page has been reading: what has changed meanwhile is told first.'),
});

/** Server-sent events: `changed` with ids only. Whoever hears of an id fetches it under their own rights. */
@Controller('api/v1/events')
export class ChangesController {
  constructor(@Inject(ChangeFeeds) private readonly feeds: ChangeFeeds) {}

  @Get()
  @Own('A stream of `changed` events with the ids of what changed; a comment every 20 s keeps it open.')
  async stream(
    @By() by: SignedIn,
    @Query({ schema: eventsQuery }) { age }: z.infer<typeof eventsQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    reply.hijack();
    const { raw } = reply;
    const early: Changed[] = [];
    const send = (changed: Changed): void => {
      if (!raw.headersSent) early.push(changed);
      else raw.write(`id: ${String(changed.logIndex)}\nevent: changed\ndata: ${JSON.stringify(changed)}\n\n`);
    };
    const feed = this.feeds.of(by.world);
    const off = await feed.subscribe(send);
    // Where nobody can say what was missed nothing is opened: the page comes again, and then reads everything anew.
    const missed = age === 0 ? undefined : await feed.lately(age).catch(() => void raw.destroy());
    if (raw.destroyed) {
      off();
      return;
    }
    // The answer begins once the feed hears: whoever reads after that has missed nothing.
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 2000\n\n');
    if (missed !== undefined) send(missed);
    early.forEach(send);
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
    raw.once('close', () => {
      clearInterval(heartbeat);
      off();
    });
  }
}
