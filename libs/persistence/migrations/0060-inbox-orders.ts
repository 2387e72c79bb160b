import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The other two orders of the inbox: open work as it came, and what one has ended, newest first. */
export class InboxOrders1700000000060 implements MigrationInterface {
  name = 'InboxOrders1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index read_task_opened on read_task (queue, opened_at, id) where status = 'open'`);
    await runner.query(`create index read_task_closed on read_task (closed_by, closed_at, id) where status = 'closed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index read_task_opened');
    await runner.query('drop index read_task_closed');
  }
}
