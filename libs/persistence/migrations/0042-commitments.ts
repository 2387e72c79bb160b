import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What single persons registered and what households have done, with how much of it is done. */
export class Commitments1700000000042 implements MigrationInterface {
  name = 'Commitments1700000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table read_commitment (
  id text collate "C" primary key, version integer not null, state jsonb not null, campaign_id text collate "C" not null,
  kind text collate "C" not null, rule text collate "C" not null, occurrence text collate "C" not null,
  unit_id text collate "C" not null, subject_id text collate "C" not null, status text collate "C" not null,
  done integer not null, total integer not null
);
create index read_commitment_campaign on read_commitment (campaign_id, rule, occurrence, unit_id);
create index read_commitment_subject on read_commitment (subject_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read_commitment');
  }
}
