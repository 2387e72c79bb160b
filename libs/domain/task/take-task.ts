import { holdingFor, parseQueue, type Actor } from '../access/actor.js';
import { permit, type Grant, type PermissionName } from '../access/permissions.js';
import { refuse, type Decision, type Have } from '../core/decision.js';
import type { StreamRef } from '../core/stream.js';
import { taskId, type OpenTask, type TaskOwner } from './open-task.js';

export interface TaskTaken {
  readonly task: OpenTask;
  readonly grant: Grant;
}

export const isTaken = (taken: TaskTaken | Decision): taken is TaskTaken => 'task' in taken;

/**
 * The open task of `visit` and the right to end it: the queue's role, the permission at the queue's unit, or being the
 * person it was given to. Refuses a visit that is past or closed, and a task that somebody else has in hand.
 * The command must name `ref('task', taskId(owner, visit))` among its needs.
 */
export function takeTask(
  owner: StreamRef,
  state: TaskOwner & { readonly visit: number },
  visit: number,
  have: Have,
  actor: Actor,
  permission: PermissionName,
): TaskTaken | Decision {
  const task = state.open[String(visit)];
  if (task === undefined) {
    if (visit < state.visit)
      return refuse('STALE_VERSION', { field: 'visit', params: { seen: visit, now: state.visit } });
    return visit > state.visit
      ? refuse('INVALID_INPUT', { field: 'visit', params: { seen: visit, now: state.visit } })
      : refuse('TASK_CLOSED', { field: 'visit', params: { status: 'closed' } });
  }
  const handling = have.state('task', taskId(owner, visit));
  const unit = parseQueue(task.queue)?.unitId ?? '';
  const holding = holdingFor(actor, task.queue);
  const grant = holding === undefined ? permit(actor, permission, [unit]) : ({ by: 'holding', holding } as const);
  const given = handling?.assignee === actor.id ? actor.holdings[0] : undefined;
  if (grant === undefined && given === undefined)
    return refuse('NOT_ASSIGNED_TO_YOU', { params: { queue: task.queue } });
  if (handling?.assignee !== undefined && handling.assignee !== actor.id) {
    return refuse('TASK_CLAIMED_BY_OTHER', { params: { assignee: handling.assignee, since: handling.since ?? 0 } });
  }
  if (grant !== undefined) return { task, grant };
  return given === undefined
    ? refuse('FORBIDDEN', { params: { permission } })
    : { task, grant: { by: 'holding', holding: given } };
}
