import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { ENTITIES } from './entities.js';
import { Ledger1700000000001 } from './migrations/0001-ledger.js';
import { EngineTold1700000000002 } from './migrations/0002-engine-told.js';
import { Erasure1700000000011 } from './migrations/0011-erasure.js';
import { Proof1700000000010 } from './migrations/0010-proof.js';
import { RulePack1700000000020 } from './migrations/0020-rule-pack.js';
import { AwardRegister1700000000030 } from './migrations/0030-award-register.js';
import { Files1700000000040 } from './migrations/0040-files.js';
import { Commitments1700000000042 } from './migrations/0042-commitments.js';
import { Results1700000000041 } from './migrations/0041-results.js';
import { InboxOrders1700000000060 } from './migrations/0060-inbox-orders.js';
import { Activities1700000000050 } from './migrations/0050-activities.js';
import { CalendarFeeds1700000000070 } from './migrations/0070-calendar-feeds.js';
import { Documents1700000000051 } from './migrations/0051-documents.js';
import { AccountClosing1700000000090 } from './migrations/0090-account-closing.js';
import { LateEverywhere1700000000091 } from './migrations/0091-late-everywhere.js';
import { MailWays1700000000092 } from './migrations/0092-mail-ways.js';
import { CampaignCounts1700000000100 } from './migrations/0100-campaign-counts.js';
import { OpenConfirmations1700000000110 } from './migrations/0110-open-confirmations.js';
import type { Pool } from './pg.js';

export const MIGRATIONS = [
  Ledger1700000000001,
  EngineTold1700000000002,
  Proof1700000000010,
  Erasure1700000000011,
  RulePack1700000000020,
  AwardRegister1700000000030,
  Files1700000000040,
  Results1700000000041,
  Commitments1700000000042,
  Activities1700000000050,
  Documents1700000000051,
  InboxOrders1700000000060,
  CalendarFeeds1700000000070,
  AccountClosing1700000000090,
  LateEverywhere1700000000091,
  MailWays1700000000092,
  CampaignCounts1700000000100,
  OpenConfirmations1700000000110,
];

/** The role under which the application works: it can insert facts but not change them. */
export const APP_ROLE = 'vinhdanh_app';

export interface DataSourceOptions {
  readonly url: string;
  /** The world's schema; first on the search path. */
  readonly schema: string;
  /** Take on this role after connecting; left out for the owner, who migrates. */
  readonly role?: string;
  readonly poolSize?: number;
  readonly name?: string;
}

const IDENTIFIER = /^[a-z_][a-z0-9_]{0,62}$/;

/** One data source per world: the same entities and migrations, its own schema. Refuses a schema name that is none. */
export function createDataSource({
  url,
  schema,
  role,
  poolSize = 10,
  name = 'vinhdanh',
}: DataSourceOptions): DataSource {
  if (!IDENTIFIER.test(schema)) throw new Error(`not a schema name: ${schema}`);
  if (role !== undefined && !IDENTIFIER.test(role)) throw new Error(`not a role name: ${role}`);
  const settings = [
    `-c search_path=${schema}`,
    ...(role === undefined ? [] : [`-c role=${role}`]),
    // The owner migrates, copies and drops whole worlds, and waits for others who do: that takes the time it takes.
    `-c statement_timeout=${role === undefined ? 0 : 60_000}`,
    // Every statement here goes by an index whatever its values are: planning it anew for each costs more than running it.
    '-c plan_cache_mode=force_generic_plan',
  ];
  return new DataSource({
    type: 'postgres',
    url,
    schema,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'ops_migration',
    synchronize: false,
    installExtensions: false,
    poolSize,
    applicationName: name,
    extra: { options: settings.join(' '), max: poolSize, idleTimeoutMillis: 30_000, keepAlive: true },
  });
}

/**
 * The driver's own pool, for the path of a human act where prepared statements count. A connection that is lost while
 * nobody waits for it on the pool's behalf, idle or between two statements, ends nothing but itself: the next statement
 * on it fails, and the pool makes another.
 */
export function poolOf(source: DataSource): Pool {
  const { master } = source.driver as unknown as { master?: Pool };
  if (master === undefined) throw new Error('the data source is not connected');
  if (!survivors.has(master)) {
    survivors.add(master);
    master.on('error', ignore);
    master.on('acquire', (client) => {
      if (!client.listeners('error').includes(ignore)) client.on('error', ignore);
    });
  }
  return master;
}

const survivors = new WeakSet<Pool>();
const ignore = (): void => undefined;
