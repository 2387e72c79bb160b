import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';

/**
 * Who has a task in hand. The task itself (what, due when, done or not) belongs to the stream that opened it; this
 * stream holds only what people arrange among themselves, so that claiming never makes anybody's form stale.
 */
export interface TaskHandling {
  readonly assignee?: string | undefined;
  /** Since when (epoch ms, business time). */
  readonly since?: number | undefined;
  readonly note?: string | undefined;
  readonly followUp?: string | undefined;
}

export const TASK_FACTS = {
  claimed: 'taskClaimed',
  released: 'taskReleased',
  reassigned: 'taskReassigned',
  delegated: 'taskDelegated',
  followUp: 'taskFollowUpSet',
} as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function evolve(state: TaskHandling | undefined, fact: Fact): TaskHandling {
  const before = state ?? {};
  switch (fact.type) {
    case TASK_FACTS.claimed:
      return { ...before, assignee: fact.actor, since: fact.at };
    case TASK_FACTS.reassigned:
    case TASK_FACTS.delegated:
      return { ...before, assignee: text(fact.payload['to']), since: fact.at };
    case TASK_FACTS.released:
      return { followUp: before.followUp };
    case TASK_FACTS.followUp:
      return { ...before, followUp: text(fact.payload['on']) || undefined };
    default:
      return before;
  }
}

function rows({ id, version, after }: Change<'task'>): readonly RowChange[] {
  return [
    {
      table: 'read_task_handling',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        assignee: after.assignee ?? null,
        since: after.since === undefined ? null : new Date(after.since).toISOString(),
        follow_up: after.followUp ?? null,
      },
    },
  ];
}

export const taskStream: StreamDefinition<'task'> = { kind: 'task', evolve, rows, cached: false };
