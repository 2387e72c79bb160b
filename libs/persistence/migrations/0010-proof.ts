import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The Merkle log over all facts of a world, its signed states, and who has seen them. All of it is append-only: a hash
 * of a complete subtree never changes, and a checkpoint once given away cannot be taken back.
 */
export class Proof1700000000010 implements MigrationInterface {
  name = 'Proof1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOG);
    for (const table of GUARDED) await runner.query(guard(table));
    await runner.query(OPS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists ops_witness, ops_watch, ${[...GUARDED].reverse().join(', ')}`);
  }
}

const GUARDED = ['ledger_leaf', 'ledger_node', 'ledger_checkpoint', 'ledger_cosignature'];

const LOG = `
-- Leaf log_index - 1 of the tree. Written behind the commit, from what was committed.
create table ledger_leaf (
  log_index bigint primary key check (log_index > 0),
  hash      bytea not null check (octet_length(hash) = 32)
);

-- Roots of full blocks of 256: level 8 over leaves, level 16 over level 8, and so on.
create table ledger_node (
  level smallint not null check (level > 0 and level % 8 = 0),
  index bigint not null,
  hash  bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

-- A signed note each (C2SP tlog-checkpoint).
create table ledger_checkpoint (
  size   bigint primary key,
  root   bytea not null check (octet_length(root) = 32),
  note   text not null,
  reason text collate "C" not null,
  at     timestamptz not null default clock_timestamp()
);

-- A witness's line under a checkpoint (C2SP tlog-cosignature).
create table ledger_cosignature (
  size    bigint not null references ledger_checkpoint,
  witness text collate "C" not null,
  line    text not null,
  at      timestamptz not null default clock_timestamp(),
  primary key (size, witness)
);
`;

const guard = (table: string): string => `
create trigger ${table}_append_only before update or delete on ${table} for each row execute function ledger_refuse_change();
create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function ledger_refuse_change();
`;

const OPS = `
-- Up to which checkpoint each witness has been told.
create table ops_witness (
  witness text collate "C" primary key, size bigint not null, error text, at timestamptz not null default clock_timestamp()
);

-- What the last looks of the watch found.
create table ops_watch (
  id bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(),
  seconds double precision not null, size bigint not null, findings jsonb not null
);
`;
