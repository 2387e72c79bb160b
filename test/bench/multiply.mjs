/**
 * Copies what the product itself wrote for the seed nominations, with fresh ids, until there are as many as wanted: facts,
 * their log and derived rows alike, so that they agree. Sealed texts stay those of the seeds and are read with their keys.
 */
import pg from 'pg';

const TABLES = ['read_nomination', 'read_task', 'read_decision'];
const ID = '(^|[:"])(s?d?[ho]-[0-9]+)($|[:"])';

export async function multiply(databaseUrl, { finished, open, wantFinished, wantOpen }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('set search_path = vinhdanh');
    // Facts are append-only by triggers too; the copies are inserts and pass them, they only need not fire for each.
    await client.query('set session_replication_role = replica');
    await client.query(`create function pg_temp.fresh(v text, k int) returns text language sql immutable as
      $$ select regexp_replace(v, '${ID}', '\\1\\2-c' || k || '\\3', 'g') $$`);
    for (const [prefix, copies] of [
      ['h', wantFinished / finished - 1],
      ['o', wantOpen / open - 1],
    ]) {
      await copyFacts(client, prefix, copies);
      for (const table of TABLES) await copyRows(client, table, prefix, copies);
    }
    await client.query('delete from ops_outbox');
    await client.query('set session_replication_role = origin');
    const { rows } = await client.query(`select (select count(*)::int from ledger_event) as facts,
      (select count(*)::int from read_nomination) as nominations,
      (select count(*)::int from read_task where status = 'open') as "openTasks",
      (select round(pg_database_size(current_database()) / 1048576.0)::int) as "databaseMiB"`);
    await client.query('vacuum (analyze)');
    return rows[0];
  } finally {
    await client.end();
  }
}

/** Copies come and are due when their seeds are: for whoever looks at their order, dates as a backlog of a month has them. */
export async function spreadDates(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`update vinhdanh.read_task set
        opened_at = opened_at - abs(hashtext(id) % 40000) * interval '1 minute',
        due_at = due_at - abs(hashtext('due' || id) % 30) * interval '1 day',
        last_day = last_day - abs(hashtext('due' || id) % 30)
      where status = 'open' and due_at is not null`);
    await client.query('vacuum (analyze) vinhdanh.read_task');
  } finally {
    await client.end();
  }
}

const mine = (column, prefix) => `${column} ~ '^(nomination:)?s?d?${prefix}-[0-9]+(:[0-9]+)?$'`;

async function columnsOf(client, table) {
  const { rows } = await client.query(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'vinhdanh' and table_name = $1 and is_identity = 'NO' order by ordinal_position`,
    [table],
  );
  return rows;
}

const freshened = ({ name, type }) => {
  if (type === 'text') return `pg_temp.fresh(x.${name}, k)`;
  // Numbers of decisions and ids stand in the values of the JSON; a quote on either side tells them from sealed boxes.
  if (type === 'jsonb') return `pg_temp.fresh(replace(x.${name}::text, '/QĐ-UBND', '"/QĐ-UBND'), k)`;
  return `x.${name}`;
};

/** A number like `dh-7/QĐ-UBND` becomes `dh-7-c3/QĐ-UBND`, in a column of its own as inside JSON. */
const select = (column) => {
  if (column.type === 'jsonb') return `replace(${freshened(column)}, '"/QĐ-UBND', '/QĐ-UBND')::jsonb`;
  return column.name === 'number' ? `replace(x.number, '/QĐ-UBND', '-c' || k || '/QĐ-UBND')` : freshened(column);
};

async function copyRows(client, table, prefix, copies) {
  if (copies < 1) return;
  const columns = await columnsOf(client, table);
  await client.query(`insert into ${table} (${columns.map(({ name }) => name).join(', ')})
    select ${columns.map(select).join(', ')} from ${table} x, generate_series(1, ${copies}) k where ${mine('x.id', prefix)}`);
}

async function copyFacts(client, prefix, copies) {
  if (copies < 1) return;
  const columns = await columnsOf(client, 'ledger_event');
  await client.query(`insert into ledger_event (${columns.map(({ name }) => name).join(', ')})
    select ${columns.map(select).join(', ')} from ledger_event x, generate_series(1, ${copies}) k
    where ${mine('x.stream_id', prefix)} order by k, x.event_id`);
  await client.query(`insert into ledger_log (log_index, event_id)
    select (select coalesce(max(log_index), 0) from ledger_log) + row_number() over (order by event_id), event_id
    from ledger_event e where not exists (select 1 from ledger_log l where l.event_id = e.event_id)`);
  await client.query(
    'update ops_sequencer set last_index = (select max(log_index) from ledger_log), upto = pg_snapshot_xmax(pg_current_snapshot())',
  );
}
