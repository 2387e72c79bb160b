import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Up to which fact each workflow has been told, beside up to which it has looked: a look that began before a fact and is
 * written down after its announcement must not pass for a look at it.
 */
export class EngineTold1700000000002 implements MigrationInterface {
  name = 'EngineTold1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ops_engine_wait add column told_index bigint not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ops_engine_wait drop column told_index');
  }
}
