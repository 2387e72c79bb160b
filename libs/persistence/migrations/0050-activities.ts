import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What units did under a campaign, and the register of advanced examples. Derived: rebuilt from facts. */
export class Activities1700000000050 implements MigrationInterface {
  name = 'Activities1700000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table read_activity (
  id text collate "C" primary key, version integer not null, state jsonb not null, campaign_id text collate "C" not null,
  unit_id text collate "C" not null, kind text collate "C" not null, obligation_key text collate "C",
  content_key text collate "C", held_on date not null, status text collate "C" not null, source_id text collate "C"
);
create index read_activity_campaign on read_activity (campaign_id, obligation_key, held_on);
create index read_activity_unit on read_activity (unit_id, held_on);
create index read_activity_source on read_activity (source_id) where source_id is not null;

create table read_example (
  id text collate "C" primary key, version integer not null, state jsonb not null, campaign_id text collate "C" not null,
  unit_id text collate "C" not null, kind text collate "C" not null, subject_id text collate "C" not null,
  stage text collate "C" not null, level text collate "C"
);
create index read_example_campaign on read_example (campaign_id, stage);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read_example; drop table read_activity');
  }
}
