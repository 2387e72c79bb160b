import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is late is looked for over all campaigns at once, the oldest first. */
export class LateEverywhere1700000000091 implements MigrationInterface {
  name = 'LateEverywhere1700000000091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index read_obligation_late on read_obligation (last_day, id) where status = 'open'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index read_obligation_late');
  }
}
