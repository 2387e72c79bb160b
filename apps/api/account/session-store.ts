import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { World } from '../../../libs/ledger/worlds.js';

const HOUR = 3_600_000;
const IDLE = '12 hours';
const LONGEST_MS = 7 * 24 * HOUR;
/** How long a look-up may be believed by a process that did not end the session itself. */
const BELIEVED_MS = 5_000;
const TOUCH_EVERY_MS = 60_000;

export interface Session {
  readonly personId: string;
  readonly hash: string;
}

interface Known extends Session {
  readonly touchedAt: number;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Sessions of every world. The token is the browser's alone: only its SHA-256 is stored. */
@Injectable()
export class SessionStore {
  private readonly known = new LRUCache<string, Known>({ max: 20_000, ttl: BELIEVED_MS });

  /** Begins a session and gives its token, once. */
  async begin(world: World, personId: string): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + LONGEST_MS);
    await world.pool.query({
      name: 'session-begin',
      text: 'insert into ops_session (token_hash, person_id, expires_at) values ($1, $2, $3)',
      values: [hashOf(token), personId, expiresAt],
    });
    return { token, expiresAt };
  }

  /** The living session of a token in this world. */
  async find(world: World, token: string): Promise<Session | undefined> {
    const hash = hashOf(token);
    const key = `${world.name}/${hash.toString('hex')}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { rows } = await world.pool.query<{ person_id: string; seen_at: Date }>({
      name: 'session-find',
      text: `select person_id, seen_at from ops_session
             where token_hash = $1 and expires_at > clock_timestamp() and seen_at > clock_timestamp() - interval '${IDLE}'`,
      values: [hash],
    });
    const row = rows[0];
    if (row === undefined) return undefined;
    if (Date.now() - row.seen_at.getTime() > TOUCH_EVERY_MS) await this.touch(world, hash);
    const session = { personId: row.person_id, hash: hash.toString('hex'), touchedAt: Date.now() };
    this.known.set(key, session);
    return session;
  }

  async end(world: World, hash: string): Promise<void> {
    this.known.delete(`${world.name}/${hash}`);
    await world.pool.query({
      name: 'session-end',
      text: 'delete from ops_session where token_hash = $1',
      values: [Buffer.from(hash, 'hex')],
    });
  }

  /** Ends every other session of a person, as after a changed password; those that ran out are swept with them. */
  async endOthers(world: World, personId: string, hash: string): Promise<void> {
    await world.pool.query({
      name: 'session-end-others',
      text: 'delete from ops_session where (person_id = $1 and token_hash <> $2) or expires_at < clock_timestamp()',
      values: [personId, Buffer.from(hash, 'hex')],
    });
    this.known.clear();
  }

  /** Ends every session of a person, as when an account is closed. */
  async endAll(world: World, personId: string): Promise<void> {
    await world.pool.query({
      name: 'session-end-all',
      text: 'delete from ops_session where person_id = $1',
      values: [personId],
    });
    this.known.clear();
  }

  private async touch(world: World, hash: Buffer): Promise<void> {
    await world.pool.query({
      name: 'session-touch',
      text: 'update ops_session set seen_at = clock_timestamp() where token_hash = $1',
      values: [hash],
    });
  }
}
