import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How people want their mail, kind by kind, and the digest a notice goes out with. A digest is a mail like every other: the
 * key of notices makes it one a day.
 */
export class MailWays1700000000092 implements MigrationInterface {
  name = 'MailWays1700000000092';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table ops_mail_way (
  person_id text collate "C" not null, kind text collate "C" not null,
  way text collate "C" not null check (way in ('digest', 'none')), primary key (person_id, kind)
)`);
    await runner.query('alter table ops_notice add column digest_id bigint');
    await runner.query(`create index ops_notice_digest on ops_notice (business_at) where status = 'digest'`);
    await runner.query('create index ops_notice_in_digest on ops_notice (digest_id) where digest_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ops_notice_in_digest');
    await runner.query('drop index ops_notice_digest');
    await runner.query('alter table ops_notice drop column digest_id');
    await runner.query('drop table ops_mail_way');
  }
}
