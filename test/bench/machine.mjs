/** What the machine and the database say about a run, read from outside of what is measured. Linux only. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import pg from 'pg';
import { root } from '../../scripts/lib/paths.mjs';

const TICKS = 100;

export function describeMachine() {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  return {
    at: new Date().toISOString(),
    cores: cpus().length,
    cpu: cpus()[0]?.model,
    memoryGiB: Number((totalmem() / 2 ** 30).toFixed(1)),
    node: process.version,
    commit: existsSync(`${root}/.git`) ? git('rev-parse', '--short', 'HEAD') : undefined,
    uncommittedChanges: existsSync(`${root}/.git`)
      ? git('status', '--porcelain').split('\n').filter(Boolean).length
      : 0,
    loadAverage: loadavg().map((n) => Number(n.toFixed(2))),
  };
}

function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const own = (Number(fields[11]) + Number(fields[12])) / TICKS;
  return { parent: Number(fields[1]), own, ended: (Number(fields[13]) + Number(fields[14])) / TICKS };
}

/** CPU seconds so far, by process; PostgreSQL is its postmaster with all backends, living and ended. */
export function readCpu(pids) {
  const words = readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number);
  const busy = (words[0] + words[1] + words[2] + words[5] + words[6] + (words[7] ?? 0)) / TICKS;
  const byName = Object.fromEntries(Object.keys(pids).map((name) => [name, 0]));
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = statOf(entry);
      for (const [name, pid] of Object.entries(pids)) {
        if (Number(entry) === pid) byName[name] += stat.own + (name === 'postgres' ? stat.ended : 0);
        else if (name === 'postgres' && stat.parent === pid) byName[name] += stat.own;
      }
    } catch {
      // Gone between the listing and the reading.
    }
  }
  return { at: Date.now() / 1000, busy, byName };
}

/** Cores used between two readings, by process; `others` is everybody else on the machine, our own starter included. */
export function coresUsed(a, b) {
  const seconds = b.at - a.at;
  const round = (n) => Number((n / seconds).toFixed(2));
  const used = Object.keys(b.byName).map((name) => [name, b.byName[name] - (a.byName[name] ?? 0)]);
  const ours = used.reduce((sum, [, n]) => sum + n, 0);
  return { ...Object.fromEntries(used.map(([name, n]) => [name, round(n)])), others: round(b.busy - a.busy - ours) };
}

/** CPU per piece of work in ms, by process: the figure that other jobs on the machine disturb least. */
export const cpuPerPiece = (a, b, pieces) =>
  Object.fromEntries(
    Object.keys(b.byName).map((name) => [
      name,
      Number((((b.byName[name] - a.byName[name]) * 1000) / pieces).toFixed(1)),
    ]),
  );

/** The most memory each process ever had resident, MiB. Of PostgreSQL the postmaster alone: its backends share pages. */
export function peakMemory(pids) {
  const peak = (pid) =>
    Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, peak(pid)]));
}

export async function query(databaseUrl, text, values = []) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

export async function walPosition(databaseUrl) {
  const [row] = await query(databaseUrl, `select (pg_current_wal_lsn() - '0/0'::pg_lsn)::float8 as at`);
  return row.at;
}

/** Rows inserted, updated and deleted so far, by table. Backends hand their counters in late: wait before the second reading. */
export async function rowCounters(databaseUrl) {
  const rows = await query(
    databaseUrl,
    'select relname as name, n_tup_ins::float8 as inserted, n_tup_upd::float8 as updated, n_tup_del::float8 as deleted from pg_stat_user_tables',
  );
  return Object.fromEntries(rows.map(({ name, ...counts }) => [name, counts]));
}

export function rowsWritten(before, after, per) {
  const kinds = ['inserted', 'updated', 'deleted'];
  const tables = Object.entries(after)
    .map(([name, counts]) => [
      name,
      kinds.map((kind) => Number(((counts[kind] - (before[name]?.[kind] ?? 0)) / per).toFixed(2))),
    ])
    .filter(([, counts]) => counts.some((n) => n !== 0));
  const total = kinds.map((_, i) => Number(tables.reduce((sum, [, counts]) => sum + counts[i], 0).toFixed(1)));
  return {
    total: total.join('/'),
    byTable: Object.fromEntries(tables.map(([name, counts]) => [name, counts.join('/')])),
  };
}
