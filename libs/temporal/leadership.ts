import type { Pool, PoolClient } from 'pg';

const LOG_CHANNEL = 'vinhdanh_log';

/**
 * One connection that holds the relay's advisory locks, one a world, and hears what the sequencers announce. When it is
 * lost, so is the leadership: another process may take over, and what both announce meanwhile is harmless twice.
 */
export class Leadership {
  private client: PoolClient | undefined;
  private connecting: Promise<PoolClient> | undefined;
  private isClosed = false;
  private readonly held = new Set<string>();

  constructor(
    private readonly pool: () => Promise<Pool>,
    private readonly heard: (world: string) => void,
  ) {}

  /** True while this process leads the world; tries to become leader otherwise. */
  async leads(world: string): Promise<boolean> {
    if (this.isClosed) return false;
    if (this.client !== undefined && this.held.has(world)) return true;
    const client = await this.connected();
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtextextended(current_schema() || ':relay:' || $1, 0)) as mine`,
      [world],
    );
    if (rows[0]?.mine === true && client === this.client) this.held.add(world);
    return this.held.has(world);
  }

  /** Lets go of every lock, for good. */
  close(): void {
    this.isClosed = true;
    this.lose(this.client);
  }

  /** Ended, not returned to the pool: its session holds the locks. */
  private lose(client: PoolClient | undefined): void {
    if (client === undefined || client !== this.client) return;
    this.client = undefined;
    this.held.clear();
    client.release(true);
  }

  /** One connection, however many worlds ask for it at once: a second one would hold locks nobody lets go of. */
  private connected(): Promise<PoolClient> {
    if (this.client !== undefined) return Promise.resolve(this.client);
    this.connecting ??= this.connect().finally(() => (this.connecting = undefined));
    return this.connecting;
  }

  private async connect(): Promise<PoolClient> {
    const client = await (await this.pool()).connect();
    this.client = client;
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', ({ payload }) => this.heard(payload?.split(':')[0] ?? ''));
    try {
      await client.query(`listen ${LOG_CHANNEL}`);
    } catch (error) {
      this.lose(client);
      throw error;
    }
    // Closed meanwhile: what nobody will use any more is not kept.
    if (this.isClosed) this.lose(client);
    return client;
  }
}
