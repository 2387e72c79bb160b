import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures reported for targets, one row for each report and target: what targets are judged by and plots are drawn from. */
export class Results1700000000041 implements MigrationInterface {
  name = 'Results1700000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table read_result (
  report_id text collate "C" not null, target_key text collate "C" not null, campaign_id text collate "C" not null,
  unit_id text collate "C" not null, scope text collate "C" not null, on_day date not null, counts text collate "C" not null,
  value double precision not null, out_of double precision, stands boolean not null, reported_at timestamptz not null,
  primary key (report_id, target_key)
);
create index read_result_campaign on read_result (campaign_id, target_key) where stands;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read_result');
  }
}
