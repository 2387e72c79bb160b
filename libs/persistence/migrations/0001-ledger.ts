import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The facts, what is derived from them, and what is operated. Unqualified names: a world is a schema on the search path.
 * `ledger_*` is append-only for the application; `read_*` is rebuilt from facts; `ops_*` is never rebuilt.
 */
export class Ledger1700000000001 implements MigrationInterface {
  name = 'Ledger1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FACTS);
    await runner.query(READ);
    await runner.query(OPS);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables: { table_name: string }[] = await runner.query(
      `select table_name from information_schema.tables where table_schema = current_schema()
       and (table_name like 'ledger\\_%' or table_name like 'read\\_%' or table_name like 'ops\\_%' or table_name = 'seal_key')`,
    );
    for (const { table_name } of tables) await runner.query(`drop table if exists "${table_name}" cascade`);
    await runner.query('drop function if exists ledger_refuse_change()');
  }
}

const FACTS = `
create table ledger_event (
  event_id       bigint generated always as identity primary key,
  stream         text collate "C" not null,
  stream_id      text collate "C" not null,
  version        integer not null check (version > 0),
  type           text collate "C" not null,
  schema_version smallint not null default 1,
  actor          text collate "C" not null,
  capacity       text collate "C",
  on_behalf_of   text collate "C",
  recorded_at    timestamptz not null default clock_timestamp(),
  business_at    timestamptz not null,
  document_date  date,
  command        text collate "C" not null,
  cause          text collate "C",
  payload        jsonb not null,
  seal_subject   text collate "C" not null,
  digest         bytea not null,
  xid            xid8 not null default pg_current_xact_id(),
  constraint ledger_event_stream unique (stream, stream_id, version)
);
create index ledger_event_xid on ledger_event (xid);

-- Order over all streams, given after commit by one sequencer. A table of its own because facts are never updated.
create table ledger_log (
  log_index bigint primary key check (log_index > 0),
  event_id  bigint not null constraint ledger_log_event unique
);

-- Key and salt of a subject. Destroying a row is the erasure of what was sealed with it.
create table seal_key (
  subject text collate "C" primary key,
  key     bytea not null,
  salt    bytea not null
);

create function ledger_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'facts are append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_event_append_only before update or delete on ledger_event for each row execute function ledger_refuse_change();
create trigger ledger_event_no_truncate before truncate on ledger_event for each statement execute function ledger_refuse_change();
create trigger ledger_log_append_only before update or delete on ledger_log for each row execute function ledger_refuse_change();
create trigger ledger_log_no_truncate before truncate on ledger_log for each statement execute function ledger_refuse_change();
`;

const READ = `
create table read_world (id text collate "C" primary key, version integer not null, state jsonb not null);
create table read_calendar (id text collate "C" primary key, version integer not null, state jsonb not null);

create table read_unit (
  id text collate "C" primary key, version integer not null, state jsonb not null,
  type text collate "C" not null, name text not null, parent_id text collate "C", vertical_parent_id text collate "C",
  valid_from date not null, valid_to date
);
create index read_unit_parent on read_unit (parent_id);
create index read_unit_type on read_unit (type);

create table read_cluster (
  id text collate "C" primary key, version integer not null, state jsonb not null, kind text collate "C" not null, name text not null
);

create table read_person (
  id text collate "C" primary key, version integer not null, state jsonb not null, username text collate "C" not null,
  constraint read_person_username unique (username)
);
create table read_position (
  person_id text collate "C" not null, key text collate "C" not null, queue text collate "C" not null,
  unit_id text collate "C" not null, role text collate "C" not null, valid_from date not null, valid_to date,
  on_behalf_of text collate "C",
  primary key (person_id, key)
);
create index read_position_queue on read_position (queue);

create table read_campaign (
  id text collate "C" primary key, version integer not null, state jsonb not null, status text collate "C" not null,
  name text not null, issuer_unit_id text collate "C" not null, from_year integer not null, to_year integer not null
);

create table read_obligation (
  id text collate "C" primary key, version integer not null, state jsonb not null, campaign_id text collate "C" not null,
  obligation_key text collate "C" not null, kind text collate "C" not null, occurrence text collate "C" not null,
  unit_id text collate "C" not null, status text collate "C" not null, due_at timestamptz not null, last_day date not null,
  late boolean, fulfilled_at timestamptz
);
create index read_obligation_campaign on read_obligation (campaign_id, obligation_key, occurrence, unit_id);
create index read_obligation_unit on read_obligation (unit_id, status, due_at);

create table read_registration (
  id text collate "C" primary key, version integer not null, state jsonb not null, campaign_id text collate "C" not null,
  unit_id text collate "C" not null, status text collate "C" not null
);
create index read_registration_campaign on read_registration (campaign_id, unit_id);

create table read_report (
  id text collate "C" primary key, version integer not null, state jsonb not null, campaign_id text collate "C" not null,
  obligation_id text collate "C" not null, unit_id text collate "C" not null, kind text collate "C" not null,
  occurrence text collate "C" not null, status text collate "C" not null
);
create index read_report_campaign on read_report (campaign_id, occurrence, unit_id);

create table read_round (
  id text collate "C" primary key, version integer not null, state jsonb not null, campaign_id text collate "C" not null,
  round_key text collate "C" not null, kind text collate "C" not null, occurrence text collate "C" not null,
  status text collate "C" not null, closes_at timestamptz not null
);
create index read_round_campaign on read_round (campaign_id);

create table read_nomination (
  id text collate "C" primary key, version integer not null, state jsonb not null, campaign_id text collate "C" not null,
  round_id text collate "C" not null, unit_id text collate "C" not null, subject_id text collate "C" not null,
  award_code text collate "C" not null, status text collate "C" not null, step text collate "C", due_at timestamptz,
  updated_at timestamptz not null
);
create index read_nomination_campaign on read_nomination (campaign_id, status, id);
create index read_nomination_unit on read_nomination (unit_id, id);
-- One achievement, one award (Luật 06/2022/QH15, Điều 5): one living dossier of a subject in a round.
create unique index read_nomination_one_living on read_nomination (round_id, subject_id)
  where status not in ('draft', 'declined', 'withdrawn');

create table read_task (
  id text collate "C" primary key, owner_kind text collate "C" not null, owner_id text collate "C" not null,
  visit integer not null, campaign_id text collate "C" not null, queue text collate "C" not null, unit_id text collate "C",
  step text collate "C" not null, kind text collate "C" not null, status text collate "C" not null,
  opened_at timestamptz not null, due_at timestamptz, last_day date, advisory boolean not null,
  next_step_at timestamptz, whose jsonb, closed_at timestamptz, closed_by text collate "C", outcome text collate "C"
);
create index read_task_inbox on read_task (queue, due_at, id) where status = 'open';
create index read_task_reminders on read_task (campaign_id, next_step_at) where status = 'open' and next_step_at is not null and owner_kind <> 'nomination';
create index read_task_owner on read_task (owner_id, visit);

create table read_task_handling (
  id text collate "C" primary key, version integer not null, state jsonb not null, assignee text collate "C",
  since timestamptz, follow_up date
);
create index read_task_handling_assignee on read_task_handling (assignee) where assignee is not null;

create table read_session (
  id text collate "C" primary key, version integer not null, state jsonb not null, campaign_id text collate "C" not null,
  council_id text collate "C" not null, held_on date not null, status text collate "C" not null
);

create table read_decision (
  id text collate "C" primary key, version integer not null, state jsonb not null, campaign_id text collate "C" not null,
  issuer text collate "C" not null, number text not null, issued_on date not null
);
-- The numbers of an office start again every year.
create unique index read_decision_number on read_decision (issuer, number, (extract(year from issued_on)));
`;

const OPS = `
create table ops_receipt (
  actor text collate "C" not null, command text collate "C" not null, key text collate "C" not null,
  digest text collate "C" not null, response jsonb not null, at timestamptz not null default clock_timestamp(),
  primary key (actor, command, key)
);
create index ops_receipt_at on ops_receipt (at);

create table ops_outbox (
  id bigint generated always as identity primary key, event_id bigint not null, workflow text collate "C" not null,
  subject_id text collate "C" not null, signal text collate "C" not null, visit integer, failures integer not null default 0,
  retry_at timestamptz, error text, at timestamptz not null default clock_timestamp()
);

create table ops_sequencer (id integer primary key check (id = 1), upto xid8 not null, last_index bigint not null);
insert into ops_sequencer values (1, '0', 0);

create table ops_notice (
  id bigint generated always as identity primary key, subject text collate "C" not null, step text collate "C" not null,
  recipient text collate "C" not null, channel text collate "C" not null, template text collate "C" not null,
  params jsonb not null, business_at timestamptz not null, status text collate "C" not null default 'queued',
  attempts integer not null default 0, retry_at timestamptz, error text, sent_at timestamptz, read_at timestamptz,
  at timestamptz not null default clock_timestamp(),
  constraint ops_notice_once unique (subject, step, recipient, channel)
);
create index ops_notice_queue on ops_notice (id) where status = 'queued';
create index ops_notice_recipient on ops_notice (recipient, channel, id desc);

-- What each workflow waits for, and up to which fact it has looked.
create table ops_engine_wait (
  workflow text collate "C" not null, subject_id text collate "C" not null, seen_index bigint not null,
  waiting_for text not null, next_at timestamptz, done boolean not null default false,
  at timestamptz not null default clock_timestamp(),
  primary key (workflow, subject_id)
);
create index ops_engine_wait_next on ops_engine_wait (next_at) where not done;

create table ops_account (
  person_id text collate "C" primary key, username text collate "C" not null unique, password_hash text not null,
  failures integer not null default 0, locked_until timestamptz, changed_at timestamptz not null default clock_timestamp()
);
create table ops_session (
  token_hash bytea primary key, person_id text collate "C" not null, created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(), expires_at timestamptz not null
);
create index ops_session_person on ops_session (person_id);
create table ops_draft (
  person_id text collate "C" not null, about text collate "C" not null, body jsonb not null,
  at timestamptz not null default clock_timestamp(), primary key (person_id, about)
);
create table ops_world (
  name text collate "C" primary key, kind text collate "C" not null, purpose jsonb not null default '{}',
  created_by text collate "C", created_at timestamptz not null default clock_timestamp()
);
`;
