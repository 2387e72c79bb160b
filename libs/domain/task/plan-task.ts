import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { planReminders } from '../deadline/reminder-plan.js';
import { DEFAULT_REMINDER_POLICY, type ReminderPolicy } from '../deadline/reminder-policy.js';
import type { OpenTask, PlannedStep, TaskDue } from './open-task.js';

export interface TaskToOpen extends Omit<OpenTask, 'openedAt' | 'plan' | 'sent'> {
  readonly now: number;
  readonly calendar: WorkingCalendar;
  /** Product default where the campaign names none. */
  readonly policy?: ReminderPolicy | undefined;
}

function planOf(due: TaskDue | undefined, queue: string, policy: ReminderPolicy, now: number, calendar: WorkingCalendar): PlannedStep[] {
  // A step that waits for time alone has nobody to remind.
  if (due === undefined || queue === '') return [];
  return planReminders({ lastDay: due.lastDay, at: due.at }, policy, calendar, now).map(({ key, at, kind, to }) => ({ key, at, kind, to }));
}

/** Opens a task now, with the reminders its due date asks for. */
export function planTask(task: TaskToOpen): OpenTask {
  const { now, calendar, policy = DEFAULT_REMINDER_POLICY, ...rest } = task;
  return { ...rest, openedAt: now, plan: planOf(task.due, task.queue, policy, now, calendar), sent: [] };
}

/** The same task with another due date: it gets the reminders of that date, those of the old one are dropped. */
export function replanTask(
  task: OpenTask,
  due: TaskDue,
  now: number,
  calendar: WorkingCalendar,
  policy: ReminderPolicy = DEFAULT_REMINDER_POLICY,
): OpenTask {
  return { ...task, due, plan: planOf(due, task.queue, policy, now, calendar), sent: [] };
}
