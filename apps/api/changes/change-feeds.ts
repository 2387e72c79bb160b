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

interface LoggedRow {
  readonly log_index: number;
  readonly stream: StreamKind;
  readonly stream_id: string;
}

type Listener = (changed: Changed) => void;

const GATHER_MS = 100;
const RELISTEN_MS = 2_000;
const MOST = 500;
/** A fact is written a moment before it can be seen: who read before the feed heard is told from a little earlier. */
const SLACK_MS = 5_000;

/** The connection that hears announcements, from the first listener to the last. */
interface Ear {
  client: PoolClient | undefined;
  /** Up to where listeners have been told; what is younger is told. */
  last: number | undefined;
  isOver: boolean;
  /** When it hears, or could not at once: it is tried again. */
  begun: Promise<void>;
}

/**
 * Tells who listens what the log has grown by. One connection a world waits for the announcement of whichever process
 * keeps the log; the log itself is read once for all listeners.
 */
export class ChangeFeed {
  private readonly listeners = new Set<Listener>();
  private ear: Ear | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly world: World) {}

  /** Resolves once everything that is recorded from then on will be told; gives what ends it. */
  async subscribe(listener: Listener): Promise<() => void> {
    this.listeners.add(listener);
    this.ear ??= this.hear();
    await this.ear.begun;
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.end();
    };
  }

  /** What the log says of the last `ms` ms: what was read in that time may be older than that. */
  async lately(ms: number): Promise<Changed | undefined> {
    const { rows } = await this.world.pool.query<LoggedRow>({
      name: 'changes-lately',
      text: `select l.log_index, e.stream, e.stream_id from ledger_log l join ledger_event e on e.event_id = l.event_id
             where l.log_index > (select coalesce(max(log_index), 0) - ${MOST} from ledger_log)
               and e.recorded_at > clock_timestamp() - $1 * interval '1 ms' order by l.log_index`,
      values: [ms + SLACK_MS],
    });
    return changedIn(rows);
  }

  /** The log has grown; a rush of announcements is told at once. */
  announce(): void {
    if (this.listeners.size === 0 || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.tell().catch(() => this.announceLater());
    }, GATHER_MS);
  }

  /** What could not be read now is told when it can. */
  private announceLater(): void {
    setTimeout(() => this.announce(), RELISTEN_MS).unref();
  }

  close(): void {
    this.listeners.clear();
    this.end();
  }

  private hear(): Ear {
    const ear: Ear = { client: undefined, last: undefined, isOver: false, begun: Promise.resolve() };
    ear.begun = this.listen(ear);
    return ear;
  }

  private async listen(ear: Ear): Promise<void> {
    let client: PoolClient | undefined;
    try {
      client = await this.world.pool.connect();
      if (ear.isOver) {
        client.release();
        return;
      }
      const mine = client;
      ear.client = mine;
      mine.on('notification', ({ payload }) => {
        if (payload?.startsWith(`${this.world.name}:`) === true) this.announce();
      });
      mine.once('error', () => this.lost(ear, mine));
      await mine.query(`listen ${LOG_CHANNEL}`);
      // It hears already: what comes while this is asked is announced. After an interruption, what was missed is told.
      if (ear.last === undefined) ear.last = await this.world.reader.logIndex();
      else this.announce();
    } catch {
      this.lost(ear, client);
    }
  }

  private lost(ear: Ear, client: PoolClient | undefined): void {
    if (ear.client !== client) return;
    ear.client = undefined;
    client?.release(true);
    if (!ear.isOver) setTimeout(() => void this.listen(ear), RELISTEN_MS).unref();
  }

  private end(): void {
    const { ear } = this;
    this.ear = undefined;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (ear === undefined) return;
    ear.isOver = true;
    const { client } = ear;
    ear.client = undefined;
    // Destroyed, not given back: it listens to the channel for as long as it lives.
    client?.release(true);
  }

  private async tell(): Promise<void> {
    const { ear } = this;
    if (ear?.last === undefined) return;
    const { rows } = await this.world.pool.query<LoggedRow>({
      name: 'changes-since',
      text: `select l.log_index, e.stream, e.stream_id from ledger_log l join ledger_event e on e.event_id = l.event_id
             where l.log_index > $1 order by l.log_index limit ${MOST}`,
      values: [ear.last],
    });
    const changed = changedIn(rows);
    if (changed === undefined) return;
    ear.last = changed.logIndex;
    for (const listener of this.listeners) listener(changed);
    if (rows.length === MOST) this.announce();
  }
}

/** What rows of the log say, each stream once; undefined where there are none. */
function changedIn(rows: readonly LoggedRow[]): Changed | undefined {
  const newest = rows.at(-1)?.log_index;
  if (newest === undefined) return undefined;
  const streams = new Map(
    rows.map(({ stream, stream_id }) => [`${stream}:${stream_id}`, { kind: stream, id: stream_id }]),
  );
  return { logIndex: newest, streams: [...streams.values()] };
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
