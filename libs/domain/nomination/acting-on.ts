import { holdingFor } from '../access/actor.js';
import { permit, type Grant, type PermissionName } from '../access/permissions.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent } from '../core/stream.js';
import { refuse, type Context, type Decision, type Have } from '../core/decision.js';
import { taskId, type OpenTask } from '../task/open-task.js';
import { openTaskOf, type NominationState } from './nomination-state.js';

/** `visit` is the opening of the step that the person saw; a later one makes the act stale. */
export interface StepAct {
  readonly nominationId: string;
  readonly visit: number;
}

export interface NominationReason {
  readonly nominationId: string;
  readonly reason: string;
}

export const event = (id: string, type: string, payload: Readonly<Record<string, unknown>>): NewEvent => ({
  stream: ref('nomination', id),
  type,
  payload,
});

export const subjectSeal = (state: NominationState): string => state.subject.name.$seal;

export const sealNote = (state: NominationState, text: string | undefined): Readonly<Record<string, unknown>> =>
  text === undefined || text === '' ? {} : { note: seal(subjectSeal(state), text) };

export type Found = { readonly state: NominationState; readonly task: OpenTask; readonly grant: Grant };

/** The open step the person saw, and their right to act on it; or why not. */
export function actOn(
  command: StepAct,
  have: Have,
  context: Context,
  permission: PermissionName = 'nomination.act',
): Found | Decision {
  const state = have.state('nomination', command.nominationId);
  if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: command.nominationId } });
  const task = openTaskOf(state);
  if (task === undefined) return refuse('TASK_CLOSED', { field: 'visit', params: { status: state.status } });
  if (task.visit !== command.visit) {
    return refuse(command.visit < task.visit ? 'STALE_VERSION' : 'INVALID_INPUT', {
      field: 'visit',
      params: { seen: command.visit, now: task.visit, step: task.step },
    });
  }
  if (context.actor.kind === 'engine') {
    const grant = permit(context.actor, permission, []);
    return grant === undefined ? refuse('FORBIDDEN', { params: { permission } }) : { state, task, grant };
  }
  const handling = have.state('task', taskId({ kind: 'nomination', id: command.nominationId }, task.visit));
  const assignee = handling?.assignee;
  const holding = holdingFor(context.actor, task.queue);
  if (holding === undefined && assignee !== context.actor.id) {
    return refuse('NOT_ASSIGNED_TO_YOU', { params: { queue: task.queue } });
  }
  if (assignee !== undefined && assignee !== context.actor.id) {
    return refuse('TASK_CLAIMED_BY_OTHER', { params: { assignee, since: handling?.since ?? 0 } });
  }
  const serving = holding ?? context.actor.holdings[0];
  if (serving === undefined) return refuse('FORBIDDEN', { params: { permission } });
  return { state, task, grant: { by: 'holding', holding: serving } };
}

export const isFound = (found: Found | Decision): found is Found => 'state' in found;

export const needsStep = (command: StepAct) => [
  ref('nomination', command.nominationId),
  ref('task', taskId({ kind: 'nomination', id: command.nominationId }, command.visit)),
];
