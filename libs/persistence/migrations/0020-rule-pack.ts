import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rule book of a world, with what people have verified in it. */
export class RulePack1700000000020 implements MigrationInterface {
  name = 'RulePack1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table read_rule_pack (id text collate "C" primary key, version integer not null, state jsonb not null)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read_rule_pack');
  }
}
