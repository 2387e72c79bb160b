import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of awards: one row an entry, and which ids are one subject. */
export class AwardRegister1700000000030 implements MigrationInterface {
  name = 'AwardRegister1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists read_identity; drop table if exists read_award');
  }
}

const TABLES = `
create table read_award (
  id text collate "C" primary key, version integer not null, state jsonb not null, subject_id text collate "C" not null,
  what text collate "C" not null, award_code text collate "C", year integer not null, status text collate "C" not null,
  decided_on date not null, number text not null, unit_id text collate "C"
);
create index read_award_subject on read_award (subject_id, year);
create index read_award_unit on read_award (unit_id, year);

create table read_identity (
  id text collate "C" primary key, version integer not null, state jsonb not null, into_id text collate "C"
);
create index read_identity_into on read_identity (into_id) where into_id is not null;
`;
