import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { WORLD_ID } from '../../../libs/domain/world/world.stream.js';
import type { WatchFinding } from '../../../libs/ledger/watch.js';
import { EngineHost } from '../engine/engine-host.js';
import { figuresOf } from '../health/metrics.js';
import { By } from '../http/act.js';
import { paging } from '../http/cursor.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { logState } from '../proof/log-state.js';
import { livesOf } from './waiting-shown.js';

const livesQuery = z.strictObject({
  ...paging,
  kind: z.enum(['campaign', 'round', 'nomination', 'session']).optional(),
  stuck: z.stringbool().optional().describe('Only what somebody has to look at.'),
});

interface OutboxRow {
  readonly failing: number;
  readonly mail_failing: number;
}
interface LookRow {
  readonly at: Date;
  readonly findings: readonly WatchFinding[];
}

/** How the machine itself is: what it waits for, how far it lags behind, what its watch has found. */
@Controller('api/v1/system')
export class SystemController {
  constructor(@Inject(EngineHost) private readonly engine: EngineHost) {}

  @Get()
  @Reads('system.read', 'The engine, what lags behind, the mail and the watch over the log, of the reader’s world.')
  async show(@By() { world }: SignedIn) {
    const [engine, figures, log, found, outbox, look] = await Promise.all([
      this.engine.state(),
      figuresOf(world),
      logState(world),
      world.reader.state('world', WORLD_ID),
      world.pool.query<OutboxRow>({
        name: 'system-outbox',
        text: `select (select count(*)::int from ops_outbox where failures > 0) as failing,
          (select count(*)::int from ops_notice where channel = 'email' and status = 'queued' and error is not null) as mail_failing`,
      }),
      world.pool.query<LookRow>({
        name: 'system-look',
        text: 'select at, findings from ops_watch order by id desc limit 1',
      }),
    ]);
    const alarm = found?.state.alarm;
    const number = (value: number | null | undefined): number => Number(value ?? 0);
    return {
      now: new Date(await world.now()).toISOString(),
      engine,
      outbox: {
        waiting: number(figures?.outbox_rows),
        oldestSeconds: Math.round(number(figures?.outbox_oldest)),
        failing: number(outbox.rows[0]?.failing),
      },
      reminders: { lagSeconds: Math.round(number(figures?.reminder_lag)), overdueTasks: number(figures?.overdue) },
      mail: { waiting: number(figures?.mail_queued), failing: number(outbox.rows[0]?.mail_failing) },
      log: {
        state: log,
        facts: number(figures?.log_index),
        unsigned: number(figures?.log_unsigned),
        lookedAt: look.rows[0]?.at.toISOString() ?? null,
        failed: (look.rows[0]?.findings ?? []).filter(({ holds }) => !holds).map(({ code }) => code),
      },
      alarm:
        alarm === undefined || Object.keys(alarm.open).length === 0
          ? null
          : { visit: alarm.visit, findings: alarm.findings },
    };
  }

  @Get('waiting')
  @Reads('system.read', 'What each life the engine carries waits for, in words.')
  waiting(@By() { world }: SignedIn, @Query({ schema: livesQuery }) query: z.infer<typeof livesQuery>) {
    return livesOf(world, query);
  }
}
