import { holdingFor, type Actor, type Holding } from '../access/actor.js';
import { isLocalDate } from '../calendar/local-date.js';
import {
  accept,
  refuse,
  type Ask,
  type CommandSpec,
  type Context,
  type Decision,
  type Have,
  type NewNotice,
} from '../core/decision.js';
import { ref, type NewEvent, type StreamKind, type StreamRef } from '../core/stream.js';
import { tell } from '../core/notices.js';
import { dueReminders, type ReminderStep } from '../deadline/reminder-plan.js';
import { permit } from '../access/permissions.js';
import { accountable, askAccountable } from './accountable.js';
import { parseTaskId, reminderSteps, type OpenTask, type TaskOwner } from './open-task.js';
import { recipientQueue } from './recipients.js';
import { TASK_FACTS } from './task.stream.js';

export interface TaskAct {
  readonly taskId: string;
}
export interface AssignTask extends TaskAct {
  readonly to: string;
  readonly reason: string;
}
export interface FollowUpTask extends TaskAct {
  readonly on: string;
}
export interface RemindTask {
  readonly owner: StreamRef;
  readonly visit: number;
}

/** Kinds of streams that open tasks. */
export const TASK_OWNERS = [
  'activity',
  'campaign',
  'dispatch',
  'example',
  'nomination',
  'obligation',
  'registration',
  'report',
  'round',
  'session',
] as const;
export type TaskOwnerKind = (typeof TASK_OWNERS)[number];
/** Those whose tasks their own workflow reminds of; of the tasks of all others that of the campaign does. */
export const OTHERS_REMIND = ['nomination', 'round', 'session'] as const satisfies readonly TaskOwnerKind[];
export const REMINDED_BY_CAMPAIGN = TASK_OWNERS.filter(
  (kind): kind is Exclude<TaskOwnerKind, (typeof OTHERS_REMIND)[number]> =>
    !(OTHERS_REMIND as readonly string[]).includes(kind),
);
const isOwner = (kind: string): kind is TaskOwnerKind => (TASK_OWNERS as readonly string[]).includes(kind);

/** The open tasks of any stream that has some. */
export function ownerState(have: Have, kind: TaskOwnerKind, id: string): TaskOwner | undefined {
  return have.state(kind, id);
}

/**
 * Tasks somebody can take in hand: those of every owner, and the alarm of a world. That one is work of no unit of its own,
 * so that no successor takes it over.
 */
const isHandled = (kind: string): kind is TaskOwnerKind | 'world' => isOwner(kind) || kind === 'world';

function handledState(have: Have, kind: TaskOwnerKind | 'world', id: string): TaskOwner | undefined {
  if (kind !== 'world') return ownerState(have, kind, id);
  const alarm = have.state('world', id)?.alarm;
  return alarm === undefined ? undefined : { campaignId: '', open: alarm.open };
}

const needs = (c: TaskAct): readonly StreamRef[] => {
  const owner = parseTaskId(c.taskId);
  return owner === undefined || !isHandled(owner.kind)
    ? []
    : [ref('task', c.taskId), ref<StreamKind>(owner.kind, owner.id)];
};

type Open = { readonly task: OpenTask; readonly holding: Holding };

/** The open task and the actor's right to handle it: they hold its queue's role, or it was given to them. */
function openFor(c: TaskAct, have: Have, actor: Actor): Open | Decision {
  const parsed = parseTaskId(c.taskId);
  if (parsed === undefined || !isHandled(parsed.kind))
    return refuse('NOT_FOUND', { field: 'taskId', params: { id: c.taskId } });
  const task = handledState(have, parsed.kind, parsed.id)?.open[String(parsed.visit)];
  if (task === undefined || task.queue === '')
    return refuse('TASK_CLOSED', { field: 'taskId', params: { status: 'closed' } });
  const assigned = have.state('task', c.taskId)?.assignee === actor.id ? actor.holdings[0] : undefined;
  const holding = holdingFor(actor, task.queue) ?? assigned;
  return holding === undefined ? refuse('NOT_ASSIGNED_TO_YOU', { params: { queue: task.queue } }) : { task, holding };
}
const isOpen = (open: Open | Decision): open is Open => 'task' in open;

const event = (c: TaskAct, type: string, payload: Readonly<Record<string, unknown>> = {}): NewEvent => ({
  stream: ref('task', c.taskId),
  type,
  payload,
});

export const claimTask: CommandSpec<TaskAct> = {
  needs,
  decide(c, have, { actor }) {
    const open = openFor(c, have, actor);
    if (!isOpen(open)) return open;
    const handling = have.state('task', c.taskId);
    if (handling?.assignee === actor.id) return refuse('ALREADY_DONE');
    if (handling?.assignee !== undefined) {
      return refuse('TASK_CLAIMED_BY_OTHER', { params: { assignee: handling.assignee, since: handling.since ?? 0 } });
    }
    return accept({ by: 'holding', holding: open.holding }, [event(c, TASK_FACTS.claimed)]);
  },
};

export const releaseTask: CommandSpec<TaskAct> = {
  needs,
  decide(c, have, { actor }) {
    const open = openFor(c, have, actor);
    if (!isOpen(open)) return open;
    const assignee = have.state('task', c.taskId)?.assignee;
    if (assignee === undefined) return refuse('ALREADY_DONE');
    const mayTakeBack =
      assignee === actor.id || actor.holdings.some((h) => h.role === 'head' && h.unitId === open.holding.unitId);
    if (!mayTakeBack)
      return refuse('TASK_CLAIMED_BY_OTHER', { params: { assignee, since: have.state('task', c.taskId)?.since ?? 0 } });
    return accept({ by: 'holding', holding: open.holding }, [event(c, TASK_FACTS.released)]);
  },
};

/** Hands a task to a named person, who need not hold the queue's role: the step is theirs until they release it. */
const assign = (type: string, template: string): CommandSpec<AssignTask> => ({
  needs: (c) => [...needs(c), ref('person', c.to)],
  decide(c, have, { actor }) {
    const open = openFor(c, have, actor);
    if (!isOpen(open)) return open;
    if (have.state('person', c.to) === undefined) return refuse('NOT_FOUND', { field: 'to', params: { id: c.to } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const handling = have.state('task', c.taskId);
    if (handling?.assignee === c.to) return refuse('ALREADY_DONE');
    if (handling?.assignee !== undefined && handling.assignee !== actor.id && open.holding.role !== 'head') {
      return refuse('TASK_CLAIMED_BY_OTHER', { params: { assignee: handling.assignee, since: handling.since ?? 0 } });
    }
    const notices = (['in-app', 'email'] as const).map((channel): NewNotice => ({
      subject: ref('task', c.taskId),
      step: `assigned:${have.version('task', c.taskId) + 1}`,
      recipient: c.to,
      channel,
      template,
      params: { taskId: c.taskId, step: open.task.step, lastDay: open.task.due?.lastDay ?? null },
    }));
    return accept({ by: 'holding', holding: open.holding }, [event(c, type, { to: c.to, reason: c.reason })], {
      notices,
    });
  },
});
export const reassignTask = assign(TASK_FACTS.reassigned, 'task-assigned');
export const delegateTask = assign(TASK_FACTS.delegated, 'task-assigned');

export const followUpTask: CommandSpec<FollowUpTask> = {
  needs,
  decide(c, have, { actor }) {
    const open = openFor(c, have, actor);
    if (!isOpen(open)) return open;
    if (c.on !== '' && !isLocalDate(c.on)) return refuse('DATE_INVALID', { field: 'on' });
    if ((have.state('task', c.taskId)?.followUp ?? '') === c.on) return refuse('ALREADY_DONE');
    return accept({ by: 'holding', holding: open.holding }, [event(c, TASK_FACTS.followUp, { on: c.on })]);
  },
};

/** The unit that owes what is late; undefined for work that is nobody's duty in the campaign. */
const lateUnit = (c: RemindTask, have: Have): string | undefined =>
  c.owner.kind === 'obligation' ? have.state('obligation', c.owner.id)?.unitId : undefined;

function askAnswering(c: RemindTask, have: Have, step: ReminderStep, { now }: Context): readonly Ask[] {
  const unitId = lateUnit(c, have);
  const file = have.state('campaign', have.state('obligation', c.owner.id)?.campaignId ?? '')?.file;
  return unitId === undefined || file === undefined
    ? []
    : askAccountable({ file, unitId, unit: have.state('unit', unitId) }, step, now);
}

const dueNow = (task: OpenTask, context: Context) => dueReminders(reminderSteps(task), task.sent, context.now);

/**
 * Sends every reminder and escalation of an open task that is due now, at most one for each role; with an escalation beyond
 * the unit those who answer for it are told (see {@link askAccountable}). Issued by the engine;
 * asking again does nothing, so a crash, a replay or a second worker never sends twice.
 */
export const remindTask: CommandSpec<RemindTask> = {
  needs(c, have) {
    const owner = isOwner(c.owner.kind) ? ownerState(have, c.owner.kind, c.owner.id) : undefined;
    const unitId = lateUnit(c, have);
    return owner === undefined
      ? [c.owner]
      : [c.owner, ref('campaign', owner.campaignId), ...(unitId === undefined ? [] : [ref('unit', unitId)])];
  },
  asks(c, have, context) {
    const owner = isOwner(c.owner.kind) ? ownerState(have, c.owner.kind, c.owner.id) : undefined;
    const task = owner?.open[String(c.visit)];
    if (owner === undefined || task === undefined) return [];
    const campaign = have.state('campaign', owner.campaignId);
    return dueNow(task, context).flatMap(({ step }): readonly Ask[] => [
      { ask: 'holders', queue: recipientQueue(step.to, task, campaign) },
      ...askAnswering(c, have, step, context),
    ]);
  },
  decide(c, have, context) {
    const grant = permit(context.actor, 'task.remind', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'task.remind' } });
    const owner = isOwner(c.owner.kind) ? ownerState(have, c.owner.kind, c.owner.id) : undefined;
    const task = owner?.open[String(c.visit)];
    if (owner === undefined || task === undefined) return refuse('ALREADY_DONE', { params: { status: 'closed' } });
    const due = dueNow(task, context);
    if (due.length === 0) return refuse('ALREADY_DONE', { params: { status: 'nothing due' } });
    const campaign = have.state('campaign', owner.campaignId);
    const events: NewEvent[] = [];
    const notices: NewNotice[] = [];
    for (const { step, late, superseded } of due) {
      const queue = recipientQueue(step.to, task, campaign);
      const recipients = have
        .answer({ ask: 'holders', queue })
        .map((row) => String(row['person_id']))
        .sort();
      const answering = accountable(have, askAnswering(c, have, step, context)).filter(
        (id) => !recipients.includes(id),
      );
      events.push({
        stream: c.owner,
        type: 'taskReminded',
        payload: {
          visit: c.visit,
          key: step.key,
          superseded,
          kind: step.kind,
          to: queue,
          recipients,
          late,
          ...(answering.length === 0 ? {} : { accountable: answering }),
        },
      });
      notices.push(
        ...tell(answering, {
          subject: c.owner,
          step: `${c.visit}/${step.key}/accountable`,
          template: 'unit-late',
          params: {
            campaignId: owner.campaignId,
            obligationId: c.owner.id,
            unitId: task.unitId ?? '',
            lastDay: task.due?.lastDay ?? '',
          },
        }),
      );
      for (const recipient of recipients) {
        for (const channel of step.channels) {
          notices.push({
            subject: c.owner,
            step: `${c.visit}/${step.key}`,
            recipient,
            channel,
            template: step.kind === 'remind' ? 'task-due' : 'task-overdue',
            params: {
              taskId: `${c.owner.kind}:${c.owner.id}:${c.visit}`,
              step: task.step,
              kind: task.kind,
              lastDay: task.due?.lastDay ?? null,
              late,
              unitId: task.unitId ?? null,
            },
          });
        }
      }
    }
    return accept(grant, events, { notices });
  },
};
