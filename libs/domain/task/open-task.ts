import type { LocalDate } from '../calendar/local-date.js';
import type { RecipientRole } from '../deadline/reminder-policy.js';
import type { ReminderStep } from '../deadline/reminder-plan.js';
import type { Sealed } from '../core/sealed.js';
import type { Fact, RowChange, StreamKind } from '../core/stream.js';

/** When something is due: `at` (epoch ms) is the exclusive end of the last day on time, Asia/Ho_Chi_Minh. */
export interface TaskDue {
  readonly lastDay: LocalDate;
  readonly at: number;
}

/**
 * A reminder or an escalation planned when the task was opened. Who that is follows from the task and the campaign on
 * the day of sending; `key` names the last day and the policy's step, see libs/domain/deadline/reminder-plan.
 */
export interface PlannedStep {
  readonly key: string;
  readonly at: number;
  readonly kind: 'remind' | 'escalate';
  readonly to: RecipientRole;
}

/**
 * Work that waits for people. It is opened by the decision that makes it necessary, with its due date and its
 * reminders in the event, so that it can be done and is seen while the engine is down.
 */
export interface OpenTask {
  readonly visit: number;
  readonly step: string;
  readonly kind: string;
  readonly queue: string;
  readonly openedAt: number;
  readonly due?: TaskDue | undefined;
  /** Days the step was given when it was opened, where it is a time limit. */
  readonly amount?: number | undefined;
  /** True where the period is nobody's verified rule: shown as "cần xác minh". */
  readonly advisory?: boolean | undefined;
  readonly plan: readonly PlannedStep[];
  readonly sent: readonly string[];
  /** Whose matter it is: a sealed name, or a unit. */
  readonly whose?: Sealed | undefined;
  readonly unitId?: string | undefined;
}

/** What every stream that opens tasks has in its state. Keys of `open` are visit numbers. */
export interface TaskOwner {
  readonly campaignId: string;
  readonly open: Readonly<Record<string, OpenTask>>;
}

export const taskId = (owner: { kind: StreamKind; id: string }, visit: number): string =>
  `${owner.kind}:${owner.id}:${visit}`;

/** The owner and visit behind a task id; undefined for a text that is none. */
export function parseTaskId(id: string): { kind: string; id: string; visit: number } | undefined {
  const match = /^([a-z]+):(.+):(\d+)$/.exec(id);
  return match?.[1] !== undefined && match[2] !== undefined && match[3] !== undefined
    ? { kind: match[1], id: match[2], visit: Number(match[3]) }
    : undefined;
}

const CHANNELS = ['in-app', 'email'] as const;

/** The plan in the shape of libs/domain/deadline; every planned reminder goes by both channels. */
export const reminderSteps = (task: OpenTask): readonly ReminderStep[] =>
  task.plan.map((step) => ({ ...step, channels: CHANNELS }));

/** The instant of the earliest step nobody has been told of, role by role: what the sweep looks for. */
export function nextStepAt(task: OpenTask): number | undefined {
  let next: number | undefined;
  for (const to of new Set(task.plan.map((step) => step.to))) {
    const steps = task.plan.filter((step) => step.to === to);
    const open = steps[steps.findLastIndex((step) => task.sent.includes(step.key)) + 1];
    if (open !== undefined && (next === undefined || open.at < next)) next = open.at;
  }
  return next;
}

export interface TaskRemindedPayload extends Readonly<Record<string, unknown>> {
  readonly visit: number;
  readonly key: string;
  /** Steps that this one makes pointless: they are never sent afterwards. */
  readonly superseded: readonly string[];
  readonly kind: 'remind' | 'escalate' | 'urge';
  readonly to: string;
  readonly recipients: readonly string[];
  readonly late: boolean;
  /** Who answers for the unit that is late and was told with it. */
  readonly accountable?: readonly string[] | undefined;
}

export const withoutTask = (open: TaskOwner['open'], visit: number): TaskOwner['open'] =>
  Object.fromEntries(Object.entries(open).filter(([key]) => key !== String(visit)));

export const withTask = (open: TaskOwner['open'], task: OpenTask): TaskOwner['open'] => ({
  ...open,
  [String(task.visit)]: task,
});

/** The state with reminder steps marked as sent; the only thing a `taskReminded` fact changes. */
export function markReminded<S extends Pick<TaskOwner, 'open'>>(state: S, fact: Fact): S {
  const { visit, key, superseded } = fact.payload as unknown as TaskRemindedPayload;
  const task = state.open[String(visit)];
  if (task === undefined) return state;
  return { ...state, open: withTask(state.open, { ...task, sent: [...task.sent, key, ...superseded] }) };
}

const iso = (at: number): string => new Date(at).toISOString();

/** The row of an open task. */
export function openTaskRow(owner: { kind: StreamKind; id: string }, campaignId: string, task: OpenTask): RowChange {
  const next = nextStepAt(task);
  return {
    table: 'read_task',
    op: 'put',
    row: {
      id: taskId(owner, task.visit),
      owner_kind: owner.kind,
      owner_id: owner.id,
      visit: task.visit,
      campaign_id: campaignId,
      queue: task.queue,
      unit_id: task.unitId ?? null,
      step: task.step,
      kind: task.kind,
      status: 'open',
      opened_at: iso(task.openedAt),
      due_at: task.due === undefined ? null : iso(task.due.at),
      last_day: task.due?.lastDay ?? null,
      advisory: task.advisory ?? false,
      next_step_at: next === undefined ? null : iso(next),
      whose: task.whose ?? null,
      closed_at: null,
      closed_by: null,
      outcome: null,
    },
  };
}

/** The row of a task that has just been closed by `fact`. */
export function closedTaskRow(
  owner: { kind: StreamKind; id: string },
  campaignId: string,
  task: OpenTask,
  fact: Pick<Fact, 'at' | 'actor'>,
  outcome: string,
): RowChange {
  const opened = openTaskRow(owner, campaignId, task);
  if (opened.op !== 'put') return opened;
  return {
    ...opened,
    row: {
      ...opened.row,
      status: 'closed',
      next_step_at: null,
      closed_at: iso(fact.at),
      closed_by: fact.actor,
      outcome,
    },
  };
}

/**
 * Rows for a change of the open tasks of a stream: what vanished is closed with `outcome`, what is new or changed is
 * written. A task without a queue waits for time alone and is nobody's row.
 */
export function taskRows(
  owner: { kind: StreamKind; id: string },
  campaignId: string,
  before: TaskOwner['open'],
  after: TaskOwner['open'],
  fact: Fact,
  outcome: string,
): RowChange[] {
  const rows: RowChange[] = [];
  for (const [visit, task] of Object.entries(before)) {
    if (after[visit] === undefined && task.queue !== '')
      rows.push(closedTaskRow(owner, campaignId, task, fact, outcome));
  }
  for (const [visit, task] of Object.entries(after)) {
    if (before[visit] !== task && task.queue !== '') rows.push(openTaskRow(owner, campaignId, task));
  }
  return rows;
}
