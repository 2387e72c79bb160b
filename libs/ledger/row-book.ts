import type { RowChange } from '../domain/core/stream.js';
import { isReadTable, readTable, type ReadTableName } from '../persistence/entities.js';

/** Derived rows, or keys of them, by table. */
export type RowsOf = ReadonlyMap<ReadTableName, readonly Readonly<Record<string, unknown>>[]>;

/** Collects rows so that each is written or dropped once, as it came last: one statement may not touch a row twice. */
export class RowBook {
  private readonly tables = new Map<ReadTableName, Map<string, RowChange>>();

  put(change: RowChange): void {
    if (!isReadTable(change.table)) throw new Error(`no such derived table: ${change.table}`);
    const named = change.op === 'put' ? change.row : change.key;
    const key = readTable(change.table)
      .key.map((column) => String(named[column]))
      .join('\u0000');
    const table = this.tables.get(change.table) ?? new Map<string, RowChange>();
    table.set(key, change);
    this.tables.set(change.table, table);
  }

  /** Rows to write, by table. */
  rows(): RowsOf {
    return this.of((change) => (change.op === 'put' ? [change.row] : []));
  }

  /** Keys of rows to drop, by table. */
  gone(): RowsOf {
    return this.of((change) => (change.op === 'drop' ? [change.key] : []));
  }

  private of(pick: (change: RowChange) => readonly Readonly<Record<string, unknown>>[]): RowsOf {
    const found = [...this.tables.keys()]
      .sort()
      .map((table) => [table, [...(this.tables.get(table)?.values() ?? [])].flatMap(pick)] as const);
    return new Map(found.filter(([, rows]) => rows.length > 0));
  }
}

/** Writes the rows of a table that are given as the parameter, new or over what was there. */
export function upsertOf(table: ReadTableName, parameter: number): string {
  const { key, columns } = readTable(table);
  const names = Object.keys(columns);
  const sets = names.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`);
  return (
    `insert into ${table} (${names.join(', ')}) select ${names.join(', ')} from jsonb_populate_recordset(null::${table}, $${parameter}::jsonb)` +
    ` on conflict (${key.join(', ')}) do update set ${sets.join(', ')}`
  );
}

/** Drops the rows of a table whose keys are given as the parameter. */
export function deleteOf(table: ReadTableName, parameter: number): string {
  const same = readTable(table).key.map((column) => `t.${column} = d.${column}`);
  return `delete from ${table} t using jsonb_populate_recordset(null::${table}, $${parameter}::jsonb) d where ${same.join(' and ')}`;
}
