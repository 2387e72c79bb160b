import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';

/** Where a text was found, by its place. */
export type Found = readonly string[];

/** Every row of every table of every schema as text, as a dump holds it. */
export async function inDump(databaseUrl: string, texts: readonly string[]): Promise<Found> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ n: string }>(
        `select count(*) as n from ${name} t, unnest($1::text[]) w where strpos(t::text, w) > 0`,
        [texts],
      );
      if (Number(rows[0]?.n) > 0) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}

/** Every file under a folder, byte for byte, whatever it is; a folder nobody has made yet holds nothing. */
export function inFiles(folder: string, texts: readonly string[], leaveOut: readonly string[] = []): Found {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !leaveOut.some((name) => relative(folder, path).startsWith(`${name}/`)))
    .filter((path) => existsSync(path) && holds(path, texts))
    .map((path) => relative(folder, path));
}

function holds(path: string, texts: readonly string[]): boolean {
  const content = readFileSync(path);
  return texts.some((text) => content.includes(text));
}

/** Every workflow the engine knows, running or ended: its start, signals, activities, results and notes. */
export async function inWorkflows(address: string, namespace: string, texts: readonly string[]): Promise<Found> {
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection, namespace });
    const found: string[] = [];
    for await (const { workflowId, runId, memo, searchAttributes } of client.workflow.list()) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      const plain = JSON.stringify([workflowId, memo, searchAttributes, history], (_, value: unknown) =>
        value instanceof Uint8Array
          ? Buffer.from(value).toString('utf8')
          : typeof value === 'bigint'
            ? String(value)
            : value,
      );
      // Inside of a payload the text may itself be JSON, where letters may be written as escapes.
      if (texts.some((text) => plain.includes(text) || plain.includes(JSON.stringify(text).slice(1, -1))))
        found.push(workflowId);
    }
    return found;
  } finally {
    await connection.close();
  }
}
