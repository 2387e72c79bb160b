import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose keys have been destroyed: nothing is sealed under a subject that was erased, not even with another key. */
export class Erasure1700000000011 implements MigrationInterface {
  name = 'Erasure1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table ops_erased (subject text collate "C" primary key, at timestamptz not null default clock_timestamp())`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ops_erased');
  }
}
