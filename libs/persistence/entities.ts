import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

/**
 * The derived tables as TypeORM sees them. The one list of their columns: the ledger builds its statements from it and a
 * test compares it with the database. Every row has its key first.
 */
type Columns = Readonly<Record<string, EntitySchemaColumnOptions>>;

const text: EntitySchemaColumnOptions = { type: 'text' };
const textOrNull: EntitySchemaColumnOptions = { type: 'text', nullable: true };
const integer: EntitySchemaColumnOptions = { type: 'integer' };
const json: EntitySchemaColumnOptions = { type: 'jsonb' };
const jsonOrNull: EntitySchemaColumnOptions = { type: 'jsonb', nullable: true };
const instant: EntitySchemaColumnOptions = { type: 'timestamptz' };
const instantOrNull: EntitySchemaColumnOptions = { type: 'timestamptz', nullable: true };
const date: EntitySchemaColumnOptions = { type: 'date' };
const dateOrNull: EntitySchemaColumnOptions = { type: 'date', nullable: true };
const double: EntitySchemaColumnOptions = { type: 'double precision' };
const doubleOrNull: EntitySchemaColumnOptions = { type: 'double precision', nullable: true };
const flag: EntitySchemaColumnOptions = { type: 'boolean' };
const flagOrNull: EntitySchemaColumnOptions = { type: 'boolean', nullable: true };

const folded = { id: text, version: integer, state: json } satisfies Columns;

export interface ReadTableDefinition {
  readonly key: readonly string[];
  readonly columns: Columns;
}

export const READ_TABLES = {
  read_world: { key: ['id'], columns: folded },
  read_calendar: { key: ['id'], columns: folded },
  read_rule_pack: { key: ['id'], columns: folded },
  read_unit: {
    key: ['id'],
    columns: {
      ...folded,
      type: text,
      name: text,
      parent_id: textOrNull,
      vertical_parent_id: textOrNull,
      valid_from: date,
      valid_to: dateOrNull,
    },
  },
  read_cluster: { key: ['id'], columns: { ...folded, kind: text, name: text } },
  read_person: { key: ['id'], columns: { ...folded, username: text } },
  read_position: {
    key: ['person_id', 'key'],
    columns: {
      person_id: text,
      key: text,
      queue: text,
      unit_id: text,
      role: text,
      valid_from: date,
      valid_to: dateOrNull,
      on_behalf_of: textOrNull,
    },
  },
  read_campaign: {
    key: ['id'],
    columns: { ...folded, status: text, name: text, issuer_unit_id: text, from_year: integer, to_year: integer },
  },
  read_obligation: {
    key: ['id'],
    columns: {
      ...folded,
      campaign_id: text,
      obligation_key: text,
      kind: text,
      occurrence: text,
      unit_id: text,
      status: text,
      due_at: instant,
      last_day: date,
      late: flagOrNull,
      fulfilled_at: instantOrNull,
    },
  },
  read_registration: { key: ['id'], columns: { ...folded, campaign_id: text, unit_id: text, status: text } },
  read_activity: {
    key: ['id'],
    columns: {
      ...folded,
      campaign_id: text,
      unit_id: text,
      kind: text,
      obligation_key: textOrNull,
      content_key: textOrNull,
      held_on: date,
      status: text,
      source_id: textOrNull,
    },
  },
  read_dispatch: {
    key: ['id'],
    columns: {
      ...folded,
      campaign_id: text,
      source_kind: text,
      source_id: text,
      entry_key: text,
      sent_at: instant,
      recipients: integer,
      acknowledged: integer,
    },
  },
  read_document: {
    key: ['id'],
    columns: {
      id: text,
      campaign_id: text,
      number: text,
      number_key: text,
      notation: textOrNull,
      issuer: text,
      issuer_key: text,
      issued_on: dateOrNull,
      role: text,
      type: textOrNull,
      title: textOrNull,
      search: text,
    },
  },
  read_example: {
    key: ['id'],
    columns: {
      ...folded,
      campaign_id: text,
      unit_id: text,
      kind: text,
      subject_id: text,
      stage: text,
      level: textOrNull,
    },
  },
  read_report: {
    key: ['id'],
    columns: {
      ...folded,
      campaign_id: text,
      obligation_id: text,
      unit_id: text,
      kind: text,
      occurrence: text,
      status: text,
    },
  },
  read_round: {
    key: ['id'],
    columns: {
      ...folded,
      campaign_id: text,
      round_key: text,
      kind: text,
      occurrence: text,
      status: text,
      closes_at: instant,
    },
  },
  read_nomination: {
    key: ['id'],
    columns: {
      ...folded,
      campaign_id: text,
      round_id: text,
      unit_id: text,
      subject_id: text,
      award_code: text,
      status: text,
      step: textOrNull,
      due_at: instantOrNull,
      updated_at: instant,
    },
  },
  read_task: {
    key: ['id'],
    columns: {
      id: text,
      owner_kind: text,
      owner_id: text,
      visit: integer,
      campaign_id: text,
      queue: text,
      unit_id: textOrNull,
      step: text,
      kind: text,
      status: text,
      opened_at: instant,
      due_at: instantOrNull,
      last_day: dateOrNull,
      advisory: flag,
      next_step_at: instantOrNull,
      whose: jsonOrNull,
      closed_at: instantOrNull,
      closed_by: textOrNull,
      outcome: textOrNull,
    },
  },
  read_task_handling: {
    key: ['id'],
    columns: { ...folded, assignee: textOrNull, since: instantOrNull, follow_up: dateOrNull },
  },
  read_attachment: {
    key: ['owner_kind', 'owner_id', 'digest'],
    columns: { owner_kind: text, owner_id: text, digest: text, campaign_id: text, unit_id: text },
  },
  read_commitment: {
    key: ['id'],
    columns: {
      ...folded,
      campaign_id: text,
      kind: text,
      rule: text,
      occurrence: text,
      unit_id: text,
      subject_id: text,
      status: text,
      done: integer,
      total: integer,
    },
  },
  read_result: {
    key: ['report_id', 'target_key'],
    columns: {
      report_id: text,
      target_key: text,
      campaign_id: text,
      unit_id: text,
      scope: text,
      on_day: date,
      counts: text,
      value: double,
      out_of: doubleOrNull,
      stands: flag,
      reported_at: instant,
    },
  },
  read_session: {
    key: ['id'],
    columns: { ...folded, campaign_id: text, council_id: text, held_on: date, status: text },
  },
  read_award: {
    key: ['id'],
    columns: {
      ...folded,
      subject_id: text,
      what: text,
      award_code: textOrNull,
      year: integer,
      status: text,
      decided_on: date,
      number: text,
      unit_id: textOrNull,
    },
  },
  read_identity: { key: ['id'], columns: { ...folded, into_id: textOrNull } },
  read_decision: {
    key: ['id'],
    columns: { ...folded, campaign_id: text, issuer: text, number: text, issued_on: date },
  },
} as const satisfies Record<string, ReadTableDefinition>;

export type ReadTableName = keyof typeof READ_TABLES;
export const isReadTable = (name: string): name is ReadTableName => Object.hasOwn(READ_TABLES, name);
export const readTable = (name: ReadTableName): ReadTableDefinition => READ_TABLES[name];

/** The table that holds the folded state of each kind of stream. */
export const stateTable = (kind: string): string =>
  kind === 'task' ? 'read_task_handling' : `read_${kind.replaceAll('-', '_')}`;

export const ENTITIES = Object.entries(READ_TABLES).map(([name, table]: [string, ReadTableDefinition]) => {
  const columns = Object.entries(table.columns).map(([column, options]) => [
    column,
    table.key.includes(column) ? { ...options, primary: true } : options,
  ]);
  return new EntitySchema<Record<string, unknown>>({ name, tableName: name, columns: Object.fromEntries(columns) });
});
