import type { Change, RowChange } from '../core/stream.js';
import { withTask, withoutTask, taskRows, type OpenTask } from '../task/open-task.js';

/** What the watch over the log has found wrong, and the task of whoever has to look into it. */
export interface Alarm {
  readonly visit: number;
  /** Codes of what does not hold. */
  readonly findings: readonly string[];
  readonly open: Readonly<Record<string, OpenTask>>;
}

export interface AlarmRaised {
  readonly findings: readonly string[];
  readonly task: OpenTask;
}

export const alarmRaised = (before: Alarm | undefined, { findings, task }: AlarmRaised): Alarm => ({
  visit: task.visit,
  findings,
  open: withTask(withoutTask(before?.open ?? {}, before?.visit ?? 0), task),
});

export const alarmSettled = (before: Alarm): Alarm => ({ ...before, open: withoutTask(before.open, before.visit) });

/** The task of the alarm belongs to no campaign. */
export const alarmRows = ({ id, before, after, fact }: Change<'world'>): readonly RowChange[] =>
  taskRows({ kind: 'world', id }, '', before?.alarm?.open ?? {}, after.alarm?.open ?? {}, fact, 'settled');
