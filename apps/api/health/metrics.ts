import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge, Histogram, Registry } from 'prom-client';
import type { World } from '../../../libs/ledger/worlds.js';
import { WorldDirectory } from '../world/world-directory.js';

interface Figures {
  readonly outbox_rows: number;
  readonly outbox_oldest: number;
  readonly log_index: number;
  readonly engine_behind: number;
  readonly overdue: number;
  readonly reminder_lag: number;
  readonly mail_queued: number;
  readonly log_behind: number;
  readonly log_unsigned: number;
  readonly watch_failed: number;
  readonly watch_age: number;
}

/** How far a world's engine, mail and log are. One statement, every part of it on an index or on a small table. */
export async function figuresOf(world: World): Promise<Figures | undefined> {
  const { rows } = await world.pool.query<Figures>({
    name: 'metrics',
    text: `with log as (select coalesce(max(log_index), 0) as newest from ledger_log)
      select
        (select count(*) from ops_outbox) as outbox_rows,
        (select coalesce(extract(epoch from clock_timestamp() - min(at)), 0) from ops_outbox)::float8 as outbox_oldest,
        log.newest as log_index,
        (select coalesce(log.newest - min(seen_index), 0) from ops_engine_wait where not done) as engine_behind,
        (select count(*) from read_task where status = 'open' and due_at < $1) as overdue,
        (select coalesce(extract(epoch from $1::timestamptz - min(next_step_at)), 0) from read_task
          where status = 'open' and next_step_at < $1)::float8 as reminder_lag,
        (select count(*) from ops_notice where status = 'queued' and channel = 'email') as mail_queued,
        log.newest - (select coalesce(max(log_index), 0) from ledger_leaf) as log_behind,
        log.newest - (select coalesce(max(size), 0) from ledger_checkpoint) as log_unsigned,
        (select coalesce(jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.holds == false)')), 0)
          from ops_watch order by id desc limit 1) as watch_failed,
        (select extract(epoch from clock_timestamp() - max(at)) from ops_watch)::float8 as watch_age
      from log`,
    values: [new Date(await world.now())],
  });
  return rows[0];
}

/** What Prometheus reads. Figures of the ledger are asked for when they are scraped, never kept. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly latency = new Histogram({
    name: 'vinhdanh_http_seconds',
    help: 'Seconds a request took, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  private readonly loop = monitorEventLoopDelay({ resolution: 20 });

  constructor(@Inject(WorldDirectory) private readonly worlds: WorldDirectory) {
    this.loop.enable();
    const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers: [this.registry] });
    const gauges: Readonly<Record<keyof Figures, Gauge>> = {
      outbox_rows: gauge('vinhdanh_outbox_rows', 'Facts the engine has not been told of'),
      outbox_oldest: gauge('vinhdanh_outbox_oldest_seconds', 'Age of the oldest of them'),
      log_index: gauge('vinhdanh_log_index', 'Newest fact in the order of all streams'),
      engine_behind: gauge('vinhdanh_engine_behind', 'Facts between the newest and what the slowest workflow has seen'),
      overdue: gauge('vinhdanh_overdue_tasks', 'Open tasks whose last day has passed'),
      reminder_lag: gauge('vinhdanh_reminder_lag_seconds', 'How long the oldest due reminder has waited'),
      log_behind: gauge('vinhdanh_log_behind', 'Numbered facts that are not in the Merkle tree yet'),
      log_unsigned: gauge('vinhdanh_log_unsigned', 'Facts after the newest signed state of the log'),
      watch_failed: gauge('vinhdanh_watch_failed', 'Checks that did not hold when the log was last looked over'),
      watch_age: gauge('vinhdanh_watch_age_seconds', 'How long ago the log was last looked over; 0: never'),
      mail_queued: gauge('vinhdanh_mail_queued', 'Mails not sent yet'),
    };
    const eventLoop = gauge(
      'vinhdanh_event_loop_lag_seconds',
      'Delay of the event loop, 99th percentile since the last scrape',
    );
    this.collect = async () => {
      const figures = await figuresOf(await this.worlds.official());
      for (const [name, value] of Object.entries(figures ?? {})) gauges[name as keyof Figures].set(Number(value));
      eventLoop.set(this.loop.percentile(99) / 1e9);
      this.loop.reset();
    };
  }

  private readonly collect: () => Promise<void>;

  async text(): Promise<string> {
    await this.collect();
    return this.registry.metrics();
  }
}
