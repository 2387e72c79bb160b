import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { planReminders } from '../deadline/reminder-plan.js';
import { DEFAULT_REMINDER_POLICY, type ReminderPolicy } from '../deadline/reminder-policy.js';
import type { OpenTask, PlannedStep, TaskDue } from './open-task.js';

export interface TaskToOpen extends Omit<OpenTask, 'openedAt' | 'plan' | 'sent'> {
  readonly now: number;
  readonly calendar: WorkingCalendar;
  /** Product default where the campaign names none. */
  readonly policy?: ReminderPolicy | undefined;
  /** When it became owed, where it is opened later than that (the engine was down); `now` where left out. */
  readonly owedSince?: number | undefined;
}

interface Planning {
  readonly policy: ReminderPolicy;
  readonly now: number;
  readonly owedSince: number;
  readonly calendar: WorkingCalendar;
}

function planOf(
  due: TaskDue | undefined,
  queue: string,
  { policy, now, owedSince, calendar }: Planning,
): PlannedStep[] {
  // A step that waits for time alone has nobody to remind.
  if (due === undefined || queue === '') return [];
  const isOverdue = now >= due.at;
  const steps = planReminders({ lastDay: due.lastDay, at: due.at }, policy, calendar, isOverdue ? owedSince : now);
  // Opened after its last day: asking for it in time is pointless, telling those above of the delay is not.
  return steps
    .filter((step) => !isOverdue || step.kind === 'escalate')
    .map(({ key, at, kind, to }) => ({ key, at, kind, to }));
}

/** Opens a task now, with the reminders its due date asks for. */
export function planTask(task: TaskToOpen): OpenTask {
  const { now, calendar, policy = DEFAULT_REMINDER_POLICY, owedSince = now, ...rest } = task;
  return { ...rest, openedAt: now, plan: planOf(task.due, task.queue, { policy, now, owedSince, calendar }), sent: [] };
}

/** The same task with another due date: it gets the reminders of that date, those of the old one are dropped. */
export function replanTask(
  task: OpenTask,
  due: TaskDue,
  now: number,
  calendar: WorkingCalendar,
  policy: ReminderPolicy = DEFAULT_REMINDER_POLICY,
): OpenTask {
  return { ...task, due, plan: planOf(due, task.queue, { policy, now, owedSince: now, calendar }), sent: [] };
}

/** The same task and due date under a changed calendar: its steps move under their keys, so what was sent is not sent again. */
export function rescheduleTask(task: OpenTask, calendar: WorkingCalendar, policy: ReminderPolicy): OpenTask {
  if (task.due === undefined) return task;
  const planned = new Set(task.plan.map(({ key }) => key));
  const plan = planReminders(task.due, policy, calendar)
    .filter(({ key }) => planned.has(key))
    .map(({ key, at, kind, to }) => ({ key, at, kind, to }));
  return { ...task, plan };
}
