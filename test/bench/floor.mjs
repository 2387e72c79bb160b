/** Not a competitor: the least a durable product could do for the same lifecycle. One transaction an act, no rules, no replay. */
import pg from 'pg';
import { noteOf } from './campaign.mjs';

const STEPS = ['submit', 'confirm', 'appraise', 'decide'];
const GROUPS = [(unit) => `${unit}/officer`, (unit) => `${unit}/head`, () => 'home-affairs', () => 'decider'];

const TABLES = `
create schema if not exists floor;
create table if not exists floor.nomination (id text primary key, unit text not null, nominee text not null, state int not null,
  created_at timestamptz not null default now(), ended_at timestamptz);
create table if not exists floor.task (nomination_id text not null, step int not null, queue text not null, due_at timestamptz not null,
  remind_at timestamptz, opened_at timestamptz not null default now(), primary key (nomination_id, step));
create index if not exists floor_task_inbox on floor.task (queue, due_at);
create index if not exists floor_task_remind on floor.task (remind_at);
create table if not exists floor.fact (nomination_id text not null, seq int not null, type text not null, actor text not null,
  payload jsonb not null, at timestamptz not null default now(), primary key (nomination_id, seq));
`;

const openTask = (db, { id, unit }, k) =>
  db.query(
    `insert into floor.task (nomination_id, step, queue, due_at, remind_at)
     values ($1, $2, $3, now() + interval '20 days', now() + interval '15 days')`,
    [id, k, GROUPS[k](unit)],
  );

function must(want, got) {
  if (want !== got) throw new Error(`expected ${want}, got ${got}`);
}

export async function floorTarget({ databaseUrl }) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
  await pool.query(TABLES);
  const within = async (work) => {
    const db = await pool.connect();
    try {
      await db.query('begin');
      await work(db);
      await db.query('commit');
    } catch (error) {
      await db.query('rollback');
      throw error;
    } finally {
      db.release();
    }
  };
  return {
    draft: (n) =>
      within(async (db) => {
        const insert = 'insert into floor.nomination (id, unit, nominee, state) values ($1, $2, $3, 0)';
        await db.query(insert, [n.id, n.unit, `Nguyễn Văn ${n.i}`]);
        await openTask(db, n, 0);
      }),
    async find(n, k) {
      const { rows } = await pool.query('select step from floor.task where nomination_id = $1', [n.id]);
      must(k, rows[0]?.step);
      return k;
    },
    act: (n, k) =>
      within(async (db) => {
        const done = await db.query('delete from floor.task where nomination_id = $1 and step = $2', [n.id, k]);
        must(1, done.rowCount);
        await db.query(
          'insert into floor.fact (nomination_id, seq, type, actor, payload) values ($1, $2, $3, $4, $5)',
          [
            n.id,
            k + 1,
            `${STEPS[k]}.completed`,
            `${STEPS[k]}-${n.i % 97}`,
            JSON.stringify({ step: STEPS[k], verdict: 'approve', comment: noteOf(n.i) }),
          ],
        );
        await db.query(
          'update floor.nomination set state = $2::int, ended_at = case when $2::int = 4 then now() end where id = $1',
          [n.id, k + 1],
        );
        if (k < 3) await openTask(db, n, k + 1);
      }),
    close: () => pool.end(),
  };
}
