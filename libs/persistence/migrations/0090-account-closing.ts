import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that an administrator has closed, and first passwords that are good for a few days only. */
export class AccountClosing1700000000090 implements MigrationInterface {
  name = 'AccountClosing1700000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table ops_account add column closed_at timestamptz, add column temporary_until timestamptz',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ops_account drop column closed_at, drop column temporary_until');
  }
}
