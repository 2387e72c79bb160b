import type { Holding } from '../domain/access/actor.js';
import type { StreamKind, StreamRef, States } from '../domain/core/stream.js';
import type { Organisation } from '../domain/engine/campaign-duties.js';
import { holdingsOn } from '../domain/organisation/person.stream.js';
import type { Queryable } from '../persistence/pg.js';
import { organisationIn } from './organisation.js';
import { KeyRing, sealSubjects, unsealAll, type SealKey } from './sealing.js';
import { LoadedStates, type Folded, type StateStore } from './state-store.js';

/** A fact as stored; texts are still sealed, see {@link Reader.unseal}. Instants are ISO 8601, UTC. */
export interface StoredEvent {
  readonly eventId: number;
  readonly logIndex: number | null;
  readonly stream: StreamKind;
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly actor: string;
  readonly capacity: string | null;
  readonly onBehalfOf: string | null;
  readonly recordedAt: string;
  readonly businessAt: string;
  readonly documentDate: string | null;
  readonly command: string;
  readonly cause: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly digest: string;
}

interface EventRow extends Record<string, unknown> {
  event_id: number;
  log_index: number | null;
  stream: StreamKind;
  stream_id: string;
  version: number;
  type: string;
  schema_version: number;
  actor: string;
  capacity: string | null;
  on_behalf_of: string | null;
  recorded_at: Date;
  business_at: Date;
  document_date: string | null;
  command: string;
  cause: string | null;
  payload: Record<string, unknown>;
  digest: Buffer;
}

export const storedEvent = (row: EventRow): StoredEvent => ({
  eventId: row.event_id,
  logIndex: row.log_index,
  stream: row.stream,
  streamId: row.stream_id,
  version: row.version,
  type: row.type,
  schemaVersion: row.schema_version,
  actor: row.actor,
  capacity: row.capacity,
  onBehalfOf: row.on_behalf_of,
  recordedAt: row.recorded_at.toISOString(),
  businessAt: row.business_at.toISOString(),
  documentDate: row.document_date,
  command: row.command,
  cause: row.cause,
  payload: row.payload,
  digest: row.digest.toString('hex'),
});

/** Opens what was sealed under the keys that were asked for. */
export class Keys {
  constructor(private readonly keys: ReadonlyMap<string, SealKey>) {}

  open<T>(value: T): T {
    // Opening texts keeps the shape; only members of Sealed change.
    return unsealAll(value, this.keys) as T;
  }
}

/** Reads states and facts of one world; never changes anything. */
export class Reader {
  private readonly ring = new KeyRing();
  private asking: { readonly subjects: Set<string>; readonly keys: Promise<ReadonlyMap<string, SealKey>> } | undefined;
  private gathering: { readonly gathered: StreamRef[]; readonly loading: Promise<LoadedStates> } | undefined;

  constructor(
    private readonly db: Queryable,
    private readonly states: StateStore,
  ) {}

  async state<K extends StreamKind>(kind: K, id: string): Promise<{ version: number; state: States[K] } | undefined> {
    const loaded = await this.all([{ kind, id }]);
    const state = loaded.state(kind, id);
    return state === undefined ? undefined : { version: loaded.version(kind, id), state };
  }

  /**
   * Several states in one statement. What is asked for in one go, by however many callers, goes out together: a page that
   * needs a calendar, a campaign and some units costs one round trip. The answer may hold more than was asked for.
   */
  all(refs: readonly StreamRef[]): Promise<LoadedStates> {
    if (this.gathering === undefined) {
      const gathered: StreamRef[] = [];
      const loading = Promise.resolve().then(async () => {
        this.gathering = undefined;
        const loaded = new LoadedStates();
        await this.states.load(this.db, gathered, loaded);
        return loaded;
      });
      this.gathering = { gathered, loading };
    }
    this.gathering.gathered.push(...refs);
    return this.gathering.loading;
  }

  /** The newest fact every follower may speak of as "at or after". */
  async logIndex(): Promise<number> {
    const { rows } = await this.db.query<{ last: number }>({
      name: 'log-index',
      text: 'select coalesce(max(log_index), 0)::bigint as last from ledger_log',
    });
    return rows[0]?.last ?? 0;
  }

  /** The value with every sealed text opened; what is opened in one go, by however many callers, costs one round trip. */
  async unseal<T>(value: T): Promise<T> {
    return (await this.keys(sealSubjects(value))).open(value);
  }

  /** The keys of subjects, for what is read beside them; a text of anybody else stays closed. */
  async keys(subjects: Iterable<string>): Promise<Keys> {
    const wanted = [...subjects];
    if (wanted.length === 0) return new Keys(new Map<string, SealKey>());
    if (this.asking === undefined) {
      const gathered = new Set<string>();
      const keys = Promise.resolve().then(() => {
        this.asking = undefined;
        return this.ring.read(this.db, gathered);
      });
      this.asking = { subjects: gathered, keys };
    }
    for (const subject of wanted) this.asking.subjects.add(subject);
    return new Keys(await this.asking.keys);
  }

  /** All facts of the streams, oldest first by log order, unsequenced ones last. */
  async events(streams: readonly StreamRef[]): Promise<StoredEvent[]> {
    const { rows } = await this.db.query<EventRow>({
      name: 'events-of',
      text: `select e.*, l.log_index from unnest($1::text[], $2::text[]) as s(stream, stream_id)
        join ledger_event e on e.stream = s.stream and e.stream_id = s.stream_id
        left join ledger_log l on l.event_id = e.event_id
        order by l.log_index nulls last, e.event_id`,
      values: [streams.map((s) => s.kind), streams.map((s) => s.id)],
    });
    return rows.map(storedEvent);
  }

  /** Units and clusters with the days they are valid on; kept until one of them changes. */
  organisation(): Promise<Organisation> {
    return organisationIn(this.db);
  }

  async holdings(personId: string, day: string): Promise<readonly Holding[]> {
    const person = await this.state('person', personId);
    return person === undefined ? [] : holdingsOn(person.state, day);
  }
}

export type { Folded };
