import { heartbeat } from '@temporalio/activity';
import { ref, type StreamKind } from '../../libs/domain/core/stream.js';
import { nextReminder } from '../../libs/domain/deadline/reminder-plan.js';
import { reminderSteps, type TaskOwner } from '../../libs/domain/task/open-task.js';
import { REMINDED_BY_CAMPAIGN } from '../../libs/domain/task/task.commands.js';
import { inBatches, issue } from '../acting/acting.activities.js';
import { inWorld } from '../failures.js';
import type { EngineWorld, EngineWorlds, Subject } from '../ports.js';

export interface RemindTasks extends Subject {
  /** Business instant up to which planned reminders are sent. */
  readonly before: number;
}

export interface Reminded {
  readonly outcome: string;
  /** When those that gave way to a graver step later on the same day are to be looked at again. */
  readonly again?: number;
}

const PAGE = 200;
type Owner = (typeof REMINDED_BY_CAMPAIGN)[number];
const isOwner = (kind: string): kind is Owner => (REMINDED_BY_CAMPAIGN as readonly string[]).includes(kind);

/** Sends what a campaign's open tasks have due: one walk over those that still owe, no timer a person. */
export function createReminderActivities(worlds: EngineWorlds) {
  return {
    remindTasks: ({ world, id, before }: RemindTasks): Promise<Reminded> =>
      inWorld(worlds, world, (open) => remindAll(open, id, before)),
  };
}
export type ReminderActivities = ReturnType<typeof createReminderActivities>;

interface TaskRow {
  readonly id: string;
  readonly owner_kind: string;
  readonly owner_id: string;
  readonly visit: number;
  readonly step_at: number;
}

async function remindAll(world: EngineWorld, campaignId: string, before: number): Promise<Reminded> {
  let again = Infinity;
  let seen = 0;
  for (let after = ''; ;) {
    const page = await dueTasks(world, campaignId, before, after);
    for (const batch of inBatches(page)) {
      const waits = await Promise.all(batch.map((row) => remind(world, row, before)));
      again = Math.min(again, ...waits);
      heartbeat((seen += batch.length));
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.id;
  }
  return Number.isFinite(again) ? { outcome: 'done', again } : { outcome: 'done' };
}

/** Infinity where nothing more is due of the task today. */
async function remind(world: EngineWorld, row: TaskRow, before: number): Promise<number> {
  if (!isOwner(row.owner_kind)) return Infinity;
  const key = `remind:${row.id}:${row.step_at}`;
  await issue(world, 'remindTask', { owner: ref<StreamKind>(row.owner_kind, row.owner_id), visit: row.visit }, key);
  return givesWayUntil(world, row.owner_kind, row, before);
}

async function dueTasks(
  { pool }: EngineWorld,
  campaignId: string,
  before: number,
  after: string,
): Promise<readonly TaskRow[]> {
  const { rows } = await pool.query<TaskRow>({
    name: 'engine-due-tasks',
    text: `select id, owner_kind, owner_id, visit, (extract(epoch from next_step_at) * 1000)::float8 as step_at from read_task
      where campaign_id = $1 and status = 'open' and next_step_at is not null
        and owner_kind = any($5::text[]) and next_step_at <= $2 and id > $3 order by id limit $4`,
    values: [campaignId, new Date(before).toISOString(), after, PAGE, REMINDED_BY_CAMPAIGN],
  });
  return rows;
}

/** After the command: Infinity where the task's row has moved on, else when its reminder is next worth asking for. */
async function givesWayUntil({ pool }: EngineWorld, kind: Owner, row: TaskRow, now: number): Promise<number> {
  const { rows } = await pool.query<{ state: TaskOwner }>({
    name: `engine-gives-way-${kind}`,
    text: `select o.state from read_task t join read_${kind} o on o.id = t.owner_id
      where t.id = $1 and t.status = 'open' and t.next_step_at <= $2`,
    values: [row.id, new Date(now).toISOString()],
  });
  const task = rows[0]?.state.open[String(row.visit)];
  if (task === undefined) return Infinity;
  const next = nextReminder(reminderSteps(task), task.sent, now);
  // Nothing to send and still planned: looked at again in an hour rather than at once.
  return next === undefined || next.sendAt <= now ? now + 3_600_000 : next.sendAt;
}
