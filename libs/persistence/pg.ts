import pg from 'pg';

// event_id, log_index and counts stay far below 2^53; strings would infect every comparison.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date is a day on the wall, not an instant: keep the text.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const { TIMESTAMPTZ } = pg.types.builtins;
const parseInstant: (text: string) => Date = pg.types.getTypeParser(TIMESTAMPTZ);
// An ordinary instant in UTC is what every page has hundreds of: the engine reads it four times as fast.
pg.types.setTypeParser(TIMESTAMPTZ, (text) =>
  text.charAt(10) === ' ' && text.endsWith('+00') ? new Date(`${text}:00`) : parseInstant(text),
);

export type Pool = pg.Pool;
export type PoolClient = pg.PoolClient;

/** Something that runs a statement: the pool, or one connection inside a transaction. */
export interface Queryable {
  query<R extends pg.QueryResultRow>(config: {
    name?: string;
    text: string;
    values?: unknown[];
  }): Promise<pg.QueryResult<R>>;
}

/** What the server itself answered, with its five-letter code; not a broken wire, whose codes (EPIPE) can be as long. */
export const isDatabaseError = (error: unknown): error is pg.DatabaseError & { readonly code: string } =>
  error instanceof pg.DatabaseError && error.code !== undefined;

export const UNIQUE_VIOLATION = '23505';
export const DEADLOCK = '40P01';
export const SERIALIZATION = '40001';

/** Whether the server ends the connection with this answer (class 57P, operator intervention: terminated, shut down). */
export const endsConnection = (error: unknown): boolean => isDatabaseError(error) && error.code.startsWith('57P');
