import type { DataSource } from 'typeorm';
import { WORLD_ID } from '../domain/world/world.stream.js';
import { APP_ROLE, createDataSource, poolOf } from '../persistence/data-source.js';
import type { Pool, Queryable } from '../persistence/pg.js';
import { SharedLines } from '../persistence/shared-lines.js';
import { Ledger } from './ledger.js';
import { Reader } from './reader.js';
import { StateStore } from './state-store.js';

export const OFFICIAL = 'official';

/** A schema, a clock and a prefix on workflow ids. */
export interface World {
  readonly name: string;
  readonly kind: 'official' | 'rehearsal';
  readonly schema: string;
  readonly source: DataSource;
  readonly pool: Pool;
  /** For short reads that stand alone: they travel together. */
  readonly reads: Queryable;
  readonly ledger: Ledger;
  readonly reader: Reader;
  /** Business time, epoch ms: real time, or the frozen instant of a rehearsal. */
  now(): Promise<number>;
  /** Ends its connections. */
  close(): Promise<void>;
}

export interface WorldInfo {
  readonly name: string;
  readonly kind: 'official' | 'rehearsal';
  readonly purpose: Readonly<Record<string, unknown>>;
  readonly createdBy: string | null;
  readonly createdAt: string;
}

export interface WorldsOptions {
  /** The role that owns the tables: it migrates, makes and drops worlds. */
  readonly ownerUrl: string;
  /** A login of the application's role; without it the owner's login takes that role on. */
  readonly appUrl?: string | undefined;
  readonly poolSize?: number;
  /** Schema of the official world; tests take one of their own. */
  readonly officialSchema?: string;
}

/** The official clock: the only place that asks the machine for the time. */
const officialNow = (): number => Date.now();
/** Facts and what proves them: the application can add to these and nothing else. */
export const LEDGER_TABLES = [
  'ledger_event',
  'ledger_log',
  'ledger_leaf',
  'ledger_node',
  'ledger_checkpoint',
  'ledger_cosignature',
] as const;
/** No underscore: a hyphen becomes one in the name of the schema, and two worlds must never share theirs. */
const NAME = /^[a-z][a-z0-9-]{1,40}$/;
/** What a rehearsal takes over from the official world. */
const COPIED = ['unit', 'cluster', 'person', 'calendar', 'rule-pack', 'award', 'identity'];
const COPIED_TABLES = [
  'read_unit',
  'read_cluster',
  'read_person',
  'read_position',
  'read_calendar',
  'read_rule_pack',
  'read_award',
  'read_identity',
];

/** All worlds of one database. Open worlds stay open until they are dropped, here or elsewhere, or {@link close}. */
export class Worlds {
  private readonly open_ = new Map<string, Promise<World | undefined>>();

  constructor(private readonly options: WorldsOptions) {}

  private get officialSchema(): string {
    return this.options.officialSchema ?? 'vinhdanh';
  }

  /** The schema of a world. Refuses a name that is none. */
  schemaOf(name: string): string {
    if (name === OFFICIAL) return this.officialSchema;
    if (!NAME.test(name)) throw new Error(`not a world's name: ${name}`);
    return `${this.officialSchema}_${name.replaceAll('-', '_')}`;
  }

  /** Makes the application's role, the official schema and its tables; safe to run again and by several at once. */
  async migrate(): Promise<void> {
    await this.prepareSchema(this.officialSchema);
    const official = await this.official();
    const purpose = await official.ledger.execute({
      actor: { kind: 'operator' },
      name: 'openWorld',
      input: { kind: 'official', clock: null },
    });
    if (!purpose.ok && purpose.refusal.code !== 'ALREADY_DONE')
      throw new Error(`the official world was refused: ${purpose.refusal.code}`);
    await official.pool.query({
      text: `insert into ops_world (name, kind) values ($1, 'official') on conflict do nothing`,
      values: [OFFICIAL],
    });
  }

  private async prepareSchema(schema: string): Promise<void> {
    const owner = createDataSource({ url: this.options.ownerUrl, schema, poolSize: 2, name: 'vinhdanh-owner' });
    await owner.initialize();
    try {
      const client = await poolOf(owner).connect();
      try {
        // Two starting processes must not migrate at once.
        await client.query(`select pg_advisory_lock(hashtextextended('vinhdanh:migrate', 0))`);
        await client.query(
          `do $$ begin if not exists (select 1 from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if; end $$`,
        );
        await client.query(
          `do $$ begin execute format('grant ${APP_ROLE} to %I', current_user); exception when others then null; end $$`,
        );
        await client.query(`create schema if not exists ${schema}`);
        await owner.runMigrations({ transaction: 'all' });
        await client.query(`grant usage on schema ${schema} to ${APP_ROLE}`);
        await client.query(`grant select on all tables in schema ${schema} to ${APP_ROLE}`);
        await client.query(`grant insert on ${LEDGER_TABLES.join(', ')} to ${APP_ROLE}`);
        await client.query(`grant insert, delete on seal_key to ${APP_ROLE}`);
        await client.query(grantsOn('read'));
        await client.query(grantsOn('ops'));
      } finally {
        await client.query(`select pg_advisory_unlock(hashtextextended('vinhdanh:migrate', 0))`).catch(() => undefined);
        client.release();
      }
    } finally {
      await owner.destroy();
    }
  }

  async official(): Promise<World> {
    const world = await this.open(OFFICIAL);
    if (world === undefined) throw new Error('the official world is missing');
    return world;
  }

  /** Opens a world, or gives the one already open; undefined when there is no such world. */
  open(name: string): Promise<World | undefined> {
    const known = this.open_.get(name);
    if (known !== undefined) return known;
    const opening = this.connect(name);
    this.open_.set(name, opening);
    // An absent or failed world may exist the next time somebody asks.
    opening.then(
      (world) => world ?? this.open_.delete(name),
      () => this.open_.delete(name),
    );
    return opening;
  }

  private async connect(name: string): Promise<World | undefined> {
    if (name !== OFFICIAL) {
      if (!NAME.test(name)) return undefined;
      const official = await this.official();
      const { rowCount } = await official.pool.query({
        text: 'select 1 from ops_world where name = $1',
        values: [name],
      });
      if (rowCount === 0) return undefined;
    }
    const schema = this.schemaOf(name);
    const source = createDataSource({
      url: this.options.appUrl ?? this.options.ownerUrl,
      schema,
      role: APP_ROLE,
      poolSize: name === OFFICIAL ? (this.options.poolSize ?? 10) : Math.min(6, this.options.poolSize ?? 6),
      name: `vinhdanh-${name}`,
    });
    await source.initialize();
    const pool = poolOf(source);
    const kind = name === OFFICIAL ? 'official' : 'rehearsal';
    const clock = (frozen: number | null | undefined): number => frozen ?? officialNow();
    // One memory for both: what an act has loaded is there for the page that follows.
    const states = new StateStore();
    const reads = new SharedLines(pool);
    const reader = new Reader(reads, states);
    const ledger = new Ledger(pool, reads, states, clock, kind === 'rehearsal');
    const now = async (): Promise<number> =>
      kind === 'official' ? officialNow() : clock((await reader.state('world', WORLD_ID))?.state.clock);
    const close = async (): Promise<void> => {
      await reads.close();
      await source.destroy();
    };
    return { name, kind, schema, source, pool, reads, ledger, reader, now, close };
  }

  /**
   * Makes a rehearsal: a world of its own with the official organisation and register of awards of today and a clock that stands at `clock`. A
   * bare one takes over the calendar, the law and whoever makes it, no unit and nobody else: it gets an organisation of its own.
   */
  async createRehearsal(input: {
    name: string;
    clock: number;
    createdBy: string;
    purpose: Readonly<Record<string, unknown>>;
    bare?: boolean;
  }): Promise<World> {
    const official = await this.official();
    const schema = this.schemaOf(input.name);
    const { rowCount } = await official.pool.query({
      text: 'select 1 from ops_world where name = $1',
      values: [input.name],
    });
    if (rowCount !== 0) throw new Error(`there is a world named ${input.name} already`);
    await this.prepareSchema(schema);
    const owner = createDataSource({ url: this.options.ownerUrl, schema, poolSize: 1, name: 'vinhdanh-owner' });
    await owner.initialize();
    try {
      await owner.query(
        `insert into ${schema}.ledger_event (stream, stream_id, version, type, schema_version, actor, capacity, on_behalf_of, recorded_at, business_at, document_date, command, cause, payload, seal_subject, digest)
         select stream, stream_id, version, type, schema_version, actor, capacity, on_behalf_of, recorded_at, business_at, document_date, command, cause, payload, seal_subject, digest
         from ${official.schema}.ledger_event
         where stream = any($1) and ($2::text is null or stream in ('calendar', 'rule-pack') or (stream = 'person' and stream_id = $2))
         order by event_id`,
        [COPIED, input.bare === true ? input.createdBy : null],
      );
      await owner.query(
        // Subjects of the register with it: an erasure follows their keys into every rehearsal.
        `insert into ${schema}.seal_key select * from ${official.schema}.seal_key
         where subject = 'world' or subject like 'person/%' or ($1::text is null and subject in (
           select seal_subject from ${official.schema}.ledger_event where stream in ('award', 'identity')))`,
        [input.bare === true ? input.createdBy : null],
      );
      await copyTables(owner, schema, official.schema, input.bare === true ? input.createdBy : undefined);
    } finally {
      await owner.destroy();
    }
    await official.pool.query({
      text: `insert into ops_world (name, kind, purpose, created_by) values ($1, 'rehearsal', $2, $3)`,
      values: [input.name, JSON.stringify(input.purpose), input.createdBy],
    });
    const world = await this.open(input.name);
    if (world === undefined) throw new Error(`the world ${input.name} cannot be opened`);
    const opened = await world.ledger.execute({
      actor: { kind: 'operator' },
      name: 'openWorld',
      input: { kind: 'rehearsal', clock: input.clock },
    });
    if (!opened.ok) throw new Error(`the clock was refused: ${opened.refusal.code}`);
    return world;
  }

  /** Throws a rehearsal away with everything in it. Refuses the official world. */
  async drop(name: string): Promise<void> {
    if (name === OFFICIAL) throw new Error('the official world is never dropped');
    const world = await this.open(name);
    this.open_.delete(name);
    await world?.close();
    const official = await this.official();
    await official.pool.query({ text: 'delete from ops_world where name = $1', values: [name] });
    const owner = createDataSource({
      url: this.options.ownerUrl,
      schema: this.officialSchema,
      poolSize: 1,
      name: 'vinhdanh-owner',
    });
    await owner.initialize();
    try {
      await owner.query(`drop schema if exists ${this.schemaOf(name)} cascade`);
    } finally {
      await owner.destroy();
    }
  }

  private forget(name: string): void {
    const opened = this.open_.get(name);
    this.open_.delete(name);
    opened?.then((world) => world?.close()).catch(() => undefined);
  }

  /** The worlds there are. What was dropped by another process is closed here too. */
  async list(): Promise<WorldInfo[]> {
    const official = await this.official();
    const openBefore = [...this.open_.keys()];
    const { rows } = await official.pool.query<{
      name: string;
      kind: 'official' | 'rehearsal';
      purpose: Record<string, unknown>;
      created_by: string | null;
      created_at: Date;
    }>('select name, kind, purpose, created_by, created_at from ops_world order by created_at, name');
    const there = new Set(rows.map(({ name }) => name));
    for (const name of openBefore) if (name !== OFFICIAL && !there.has(name)) this.forget(name);
    return rows.map((r) => ({
      name: r.name,
      kind: r.kind,
      purpose: r.purpose,
      createdBy: r.created_by,
      createdAt: r.created_at.toISOString(),
    }));
  }

  async close(): Promise<void> {
    const worlds = await Promise.allSettled([...this.open_.values()]);
    this.open_.clear();
    for (const world of worlds) if (world.status === 'fulfilled') await world.value?.close();
  }
}

/** Derived rows of what a rehearsal takes over; of one person alone where `only` names them. */
async function copyTables(owner: DataSource, schema: string, from: string, only: string | undefined): Promise<void> {
  const copy = (table: string, where: string, values: readonly string[] = []): Promise<unknown> =>
    owner.query(`insert into ${schema}.${table} select * from ${from}.${table} ${where}`, [...values]);
  if (only === undefined) {
    for (const table of COPIED_TABLES) await copy(table, '');
    await copy('ops_account', '');
    // Nobody who was erased is sealed anew in a copy of what was said of them.
    await copy('ops_erased', '');
    return;
  }
  await copy('read_calendar', '');
  await copy('read_rule_pack', '');
  await copy('read_person', 'where id = $1', [only]);
  await copy('read_position', 'where person_id = $1', [only]);
}

/** The application may do what it likes with derived and operated rows; with facts it can only add. */
function grantsOn(prefix: 'read' | 'ops'): string {
  return `do $$ declare t text; begin
    for t in select table_name from information_schema.tables where table_schema = current_schema() and table_name like '${prefix}\\_%' and table_name <> 'ops_migration'
    loop execute format('grant insert, update, delete, truncate on %I to ${APP_ROLE}', t); end loop; end $$`;
}
