import type { QueryResultRow } from 'pg';
import type { World } from '../../../libs/ledger/worlds.js';
import type { ReadTableName } from '../../../libs/persistence/entities.js';
import { decodeCursor, pageOf, type Page } from './cursor.js';

export interface Listed extends QueryResultRow {
  readonly id: string;
}

/** A list over one derived table, in the order of ids. */
export interface ListRequest {
  readonly table: ReadTableName;
  readonly columns: string;
  /** Column, and what it must be; those that are undefined do not count. */
  readonly equal?: Readonly<Record<string, string | boolean | undefined>>;
  /** Further conditions; `?` stands for the value. */
  readonly where?: readonly (readonly [condition: string, value: unknown])[];
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of a list. The name of the statement says its shape, so that each is planned once a connection. */
export async function list<R extends Listed, T>(
  world: World,
  request: ListRequest,
  show: (rows: readonly R[]) => Promise<readonly T[]>,
): Promise<Page<T>> {
  const values: unknown[] = [request.limit + 1];
  const conditions: string[] = [];
  for (const [column, value] of Object.entries(request.equal ?? {})) {
    if (value !== undefined) conditions.push(`${column} = $${values.push(value)}`);
  }
  for (const [condition, value] of request.where ?? [])
    conditions.push(condition.replaceAll('?', `$${values.push(value)}`));
  const after = decodeCursor(request.cursor, 1);
  if (after !== undefined) conditions.push(`id > $${values.push(after[0])}`);
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  const text = `select ${request.columns} from ${request.table} ${where} order by id limit $1`;
  const { rows } = await world.pool.query<R>({ name: `list:${shapeOf(text)}`, text, values });
  const shown = await show(rows.slice(0, request.limit));
  return pageOf(
    rows,
    request.limit,
    (row) => [row.id],
    () => shown,
  );
}

/** PostgreSQL cuts names of statements at 63 bytes. */
function shapeOf(text: string): string {
  let sum = 5381;
  for (let i = 0; i < text.length; i += 1) sum = (sum * 33 + text.charCodeAt(i)) >>> 0;
  return `${sum.toString(36)}.${text.length}`;
}
