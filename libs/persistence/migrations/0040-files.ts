import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files people upload. `ops_file` knows each content once, `ops_upload` who brought it under which name (names may name
 * people: they are operated rows that an erasure can reach). `read_attachment` is derived: what each file is attached to.
 */
export class Files1700000000040 implements MigrationInterface {
  name = 'Files1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table ops_file (
  digest text collate "C" primary key check (digest ~ '^[0-9a-f]{64}$'), media_type text collate "C" not null,
  size bigint not null check (size > 0), at timestamptz not null default clock_timestamp()
);
create table ops_upload (
  id bigint generated always as identity primary key, digest text collate "C" not null references ops_file,
  person_id text collate "C" not null, name text not null, replaces text collate "C" references ops_file,
  at timestamptz not null default clock_timestamp()
);
create index ops_upload_digest on ops_upload (digest, id);
create table read_attachment (
  owner_kind text collate "C" not null, owner_id text collate "C" not null, digest text collate "C" not null,
  campaign_id text collate "C" not null, unit_id text collate "C" not null,
  primary key (owner_kind, owner_id, digest)
);
create index read_attachment_digest on read_attachment (digest);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read_attachment; drop table ops_upload; drop table ops_file');
  }
}
