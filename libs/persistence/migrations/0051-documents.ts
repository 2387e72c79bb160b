import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was sent what, and the register of documents by number. Derived: rebuilt from facts. */
export class Documents1700000000051 implements MigrationInterface {
  name = 'Documents1700000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table read_dispatch (
  id text collate "C" primary key, version integer not null, state jsonb not null, campaign_id text collate "C" not null,
  source_kind text collate "C" not null, source_id text collate "C" not null, entry_key text collate "C" not null,
  sent_at timestamptz not null, recipients integer not null, acknowledged integer not null
);
create index read_dispatch_source on read_dispatch (source_kind, source_id);
create index read_dispatch_campaign on read_dispatch (campaign_id);

create table read_document (
  id text collate "C" primary key, campaign_id text collate "C" not null, number text not null,
  number_key text collate "C" not null, notation text collate "C", issuer text not null, issuer_key text collate "C" not null,
  issued_on date, role text collate "C" not null, type text collate "C", title text, search text not null
);
create index read_document_number on read_document (number_key, issuer_key);
create index read_document_campaign on read_document (campaign_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read_document; drop table read_dispatch');
  }
}
