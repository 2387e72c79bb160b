import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secret addresses under which people's calendars read their own dates. Only the digest of the secret is kept. */
export class CalendarFeeds1700000000070 implements MigrationInterface {
  name = 'CalendarFeeds1700000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table ops_calendar_feed (
  person_id text collate "C" primary key, token_hash bytea not null unique, at timestamptz not null default clock_timestamp()
)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ops_calendar_feed');
  }
}
