import { Injectable } from '@nestjs/common';
import type { StreamKind } from '../../../libs/domain/core/stream.js';
import { LOG_CHANNEL } from '../../../libs/ledger/sequencer.js';
import type { World } from '../../../libs/ledger/worlds.js';
import type { PoolClient } from '../../../libs/persistence/pg.js';

/** What changed, by id; readers fetch what they show anew. */
export interface Changed {
  readonly logIndex: number;
  readonly streams: readonly { readonly kind: StreamKind; readonly id: string }[];
}

type Listener = (changed: Changed) => void;

const GATHER_MS = 100;
const RELISTEN_MS = 2_000;
const MOST = 500;

/**
 * Tells who listens what the log has grown by. One connection a world waits for the announcement of whichever process
 * keeps the log; the log itself is read once for all listeners.
 */
export class ChangeFeed {
  private readonly listeners = new Set<Listener>();
  private last: number | undefined;
  private timer: NodeJS.Timeout | undefined;
  private client: PoolClient | undefined;
  private isClosed = false;

  constructor(private readonly world: World) {}

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) void this.listen();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.release();
    };
  }

  /** The log has grown; a rush of announcements is told at once. */
  announce(): void {
    if (this.listeners.size === 0 || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.tell().catch(() => undefined);
    }, GATHER_MS);
  }

  close(): void {
    this.isClosed = true;
    this.listeners.clear();
    clearTimeout(this.timer);
    this.release();
  }

  private async listen(): Promise<void> {
    try {
      this.last ??= await this.world.reader.logIndex();
      const client = await this.world.pool.connect();
      this.client = client;
      client.on('notification', ({ payload }) => {
        if (payload?.startsWith(`${this.world.name}:`) === true) this.announce();
      });
      client.once('error', () => this.lost(client));
      await client.query(`listen ${LOG_CHANNEL}`);
      if (this.listeners.size === 0) this.release();
    } catch {
      this.lost(this.client);
    }
  }

  private lost(client: PoolClient | undefined): void {
    if (client !== undefined && this.client === client) {
      this.client = undefined;
      client.release(true);
    }
    if (this.isClosed || this.listeners.size === 0) return;
    setTimeout(() => void this.listen(), RELISTEN_MS).unref();
  }

  private release(): void {
    const { client } = this;
    this.client = undefined;
    this.last = undefined;
    // Destroyed, not given back: it listens to the channel for as long as it lives.
    client?.release(true);
  }

  private async tell(): Promise<void> {
    const { rows } = await this.world.pool.query<{ log_index: number; stream: StreamKind; stream_id: string }>({
      name: 'changes-since',
      text: `select l.log_index, e.stream, e.stream_id from ledger_log l join ledger_event e on e.event_id = l.event_id
             where l.log_index > $1 order by l.log_index limit ${MOST}`,
      values: [this.last ?? (await this.world.reader.logIndex())],
    });
    const newest = rows.at(-1)?.log_index;
    if (newest === undefined) return;
    this.last = newest;
    const streams = new Map(
      rows.map(({ stream, stream_id }) => [`${stream}:${stream_id}`, { kind: stream, id: stream_id }]),
    );
    for (const listener of this.listeners) listener({ logIndex: newest, streams: [...streams.values()] });
    if (rows.length === MOST) this.announce();
  }
}

/** One feed a world. */
@Injectable()
export class ChangeFeeds {
  private readonly feeds = new Map<string, ChangeFeed>();

  of(world: World): ChangeFeed {
    const known = this.feeds.get(world.name);
    if (known !== undefined) return known;
    const feed = new ChangeFeed(world);
    this.feeds.set(world.name, feed);
    return feed;
  }

  close(name: string): Promise<void> {
    this.feeds.get(name)?.close();
    this.feeds.delete(name);
    return Promise.resolve();
  }
}
