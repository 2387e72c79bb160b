import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { settleAlarm } from '../../../libs/contracts/commands/organisation.contract.js';
import { WORLD_ID } from '../../../libs/domain/world/world.stream.js';
import { newestCheckpoint } from '../../../libs/ledger/checkpoints.js';
import type { WatchFinding } from '../../../libs/ledger/watch.js';
import { Act, Acting, By, type Accepted } from '../http/act.js';
import { Does, Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { logState } from './log-state.js';

const settlementBody = settleAlarm.omit({ visit: true });
const pathVisit = { schema: z.coerce.number().int().min(1).max(100_000) };

interface Look {
  readonly at: Date;
  readonly seconds: number;
  readonly size: number;
  readonly findings: readonly WatchFinding[];
}

/** What the watch over the log has found. */
@Controller('api/v1/log')
export class WatchController {
  @Get()
  @Reads('history.read', 'How the log is: its newest signed state, the last look of the watch, an alarm that is open.')
  async show(@By() { world }: SignedIn) {
    const { rows } = await world.pool.query<Look>({
      name: 'last-look',
      text: 'select at, seconds, size, findings from ops_watch order by id desc limit 1',
    });
    const [state, found, newest] = await Promise.all([
      logState(world),
      world.reader.state('world', WORLD_ID),
      newestCheckpoint(world.pool),
    ]);
    const alarm = found?.state.alarm;
    const isOpen = alarm !== undefined && Object.keys(alarm.open).length > 0;
    return {
      state,
      signed: newest === undefined ? null : { size: newest.size, at: newest.at, witnesses: newest.witnesses },
      lastLook: rows[0] === undefined ? null : { ...rows[0], at: rows[0].at.toISOString() },
      alarm: isOpen ? { visit: alarm.visit, findings: alarm.findings } : null,
    };
  }

  @Post('alarms/:visit/settlement')
  @Does('settleAlarm')
  settle(
    @Acting() act: Act,
    @Param('visit', pathVisit) visit: number,
    @Body({ schema: settlementBody }) body: z.infer<typeof settlementBody>,
  ): Promise<Accepted> {
    return act.execute('settleAlarm', { ...body, visit });
  }
}
