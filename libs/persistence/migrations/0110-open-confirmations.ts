import type { MigrationInterface, QueryRunner } from 'typeorm';

/** At every look at a campaign the engine asks whether a confirmation is open with a unit that no longer leads the cluster. */
export class OpenConfirmations1700000000110 implements MigrationInterface {
  name = 'OpenConfirmations1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index read_task_confirmations on read_task (campaign_id, owner_id) include (unit_id, queue)
      where status = 'open' and owner_kind = 'registration'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index read_task_confirmations');
  }
}
