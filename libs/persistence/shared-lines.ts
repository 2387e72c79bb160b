import { Socket } from 'node:net';
import pg from 'pg';
import { endsConnection, type Pool, type Queryable } from './pg.js';

/** Two, so that a long answer on one does not hold up everybody. */
const MOST = 2;
/** Behind so many a statement rather goes out alone. */
const CROWD = 12;
const IDLE_MS = 30_000;

/**
 * Connections that many readers share at once. What is asked in one turn of the event loop leaves in one write and is
 * answered in order: a page costs its statements, not as many wake-ups of the database as it has statements. Only for
 * short reads that stand alone; a transaction needs a connection of its own.
 */
export class SharedLines implements Queryable {
  private readonly lines = new Set<Line>();

  /** Connects where the pool does, as it does, when first asked. */
  constructor(private readonly pool: Pool) {}

  query: Queryable['query'] = (statement) => this.pick().query(statement);

  /** Ends them once what was asked is answered. */
  async close(): Promise<void> {
    await Promise.all([...this.lines].map((line) => line.end()));
  }

  /** The line whose letter of this turn is still open, unless it is crowded; else the one with the least before it. */
  private pick(): Line {
    const open = [...this.lines].find((line) => line.isHeld && line.waiting < CROWD);
    if (open !== undefined) return open;
    const [best] = [...this.lines].sort((a, b) => a.waiting - b.waiting);
    if (best !== undefined && (best.waiting === 0 || this.lines.size >= MOST)) return best;
    const line: Line = new Line(this.pool, () => this.lines.delete(line));
    this.lines.add(line);
    return line;
  }
}

class Line {
  /** How many statements have not been answered. */
  waiting = 0;
  /** Whether what is written now waits for the end of this turn. */
  isHeld = false;
  private readonly socket = new Socket();
  private readonly client: pg.Client;
  private readonly connected: Promise<unknown>;
  private isOpen = false;
  private readonly idle: NodeJS.Timeout;

  /** `gone` is told when it can no longer be used, before anybody who waits for an answer hears of it. */
  constructor(
    pool: Pool,
    private readonly gone: () => void,
  ) {
    // The pool hides the password from whoever prints or spreads its options.
    const { options } = pool;
    this.client = new pg.Client({
      ...options,
      password: options.password,
      pipeline: true,
      stream: () => this.socket,
    });
    this.client.once('error', gone).on('error', () => undefined);
    this.client.once('end', gone);
    this.connected = this.client.connect().then(
      () => (this.isOpen = true),
      (error: unknown) => {
        gone();
        throw error;
      },
    );
    this.idle = setTimeout(() => void this.end(), IDLE_MS).unref();
  }

  query: Queryable['query'] = async (statement) => {
    this.waiting += 1;
    this.idle.refresh();
    try {
      if (!this.isOpen) await this.connected;
      this.hold();
      return await this.client.query(statement);
    } catch (error) {
      // The server's last word comes a moment before the end of the wire: nobody may ask here in between.
      if (endsConnection(error)) this.gone();
      throw error;
    } finally {
      this.waiting -= 1;
    }
  };

  async end(): Promise<void> {
    clearTimeout(this.idle);
    this.gone();
    await this.connected.catch(() => undefined);
    await this.client.end();
  }

  /** Keeps what is written until this turn of the event loop is over. */
  private hold(): void {
    if (this.isHeld) return;
    this.isHeld = true;
    this.socket.cork();
    setImmediate(() => {
      this.isHeld = false;
      this.socket.uncork();
    });
  }
}
