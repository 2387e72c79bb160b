import type { Pool, PoolClient } from 'pg';

const LOG_CHANNEL = 'vinhdanh_log';

/**
 * One connection that holds the relay's advisory locks, one a world, and hears what the sequencers announce. When it is
 * lost, so is the leadership: another process may take over, and what both announce meanwhile is harmless twice.
 */
export class Leadership {
  private client: PoolClient | undefined;
  private readonly held = new Set<string>();

  constructor(
    private readonly pool: () => Promise<Pool>,
    private readonly heard: (world: string) => void,
  ) {}

  /** True while this process leads the world; tries to become leader otherwise. */
  async leads(world: string): Promise<boolean> {
    if (this.client !== undefined && this.held.has(world)) return true;
    const client = await this.connected();
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtextextended(current_schema() || ':relay:' || $1, 0)) as mine`,
      [world],
    );
    if (rows[0]?.mine === true) this.held.add(world);
    return this.held.has(world);
  }

  close(): void {
    // Ended, not returned to the pool: its session holds the locks.
    this.client?.release(true);
    this.client = undefined;
    this.held.clear();
  }

  private async connected(): Promise<PoolClient> {
    if (this.client !== undefined) return this.client;
    const client = await (await this.pool()).connect();
    client.on('error', () => this.close());
    client.on('end', () => this.close());
    client.on('notification', ({ payload }) => this.heard(payload?.split(':')[0] ?? ''));
    await client.query(`listen ${LOG_CHANNEL}`);
    this.client = client;
    return client;
  }
}
