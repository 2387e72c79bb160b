import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EngineHost } from '../engine/engine-host.js';
import { Public } from '../http/rights.js';
import { WorldDirectory } from '../world/world-directory.js';
import { logState } from '../proof/log-state.js';
import { Metrics } from './metrics.js';

@Controller()
export class HealthController {
  constructor(
    @Inject(WorldDirectory) private readonly worlds: WorldDirectory,
    @Inject(EngineHost) private readonly engine: EngineHost,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Public('The process answers.')
  live() {
    return { live: true };
  }

  @Get('health/ready')
  @Public('Whether work is possible: 503 without the database, 200 and `degraded` while only the engine is missing.')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const database = await this.database();
    const engine = database.database === 'down' ? 'joining' : await this.engine.state();
    if (database.database === 'down') reply.status(503);
    const log = database.database === 'down' ? 'unknown' : await logState(await this.worlds.official());
    return { ...database, engine, log, degraded: engine !== 'up' || database.database === 'down' };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Public('Figures for Prometheus; numbers only.')
  figures(): Promise<string> {
    return this.metrics.text();
  }

  private async database(): Promise<{ database: 'up' | 'down'; migrations: number | null }> {
    try {
      const { pool } = await this.worlds.official();
      const { rows } = await pool.query<{ done: number }>({
        name: 'migrations',
        text: 'select count(*) as done from ops_migration',
      });
      return { database: 'up', migrations: rows[0]?.done ?? 0 };
    } catch {
      return { database: 'down', migrations: null };
    }
  }
}
