import { permit } from '../access/permissions.js';
import { reviewDue } from '../campaign/campaign-dates.js';
import { isLocalDate, type LocalDate } from '../calendar/local-date.js';
import { isWorkingDay, nextWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.js';
import { policyOf } from '../campaign-plan/policies.js';
import { accept, refuse, type CommandSpec, type Have } from '../core/decision.js';
import { holdersOf, tell } from '../core/notices.js';
import { sameJson } from '../core/same-json.js';
import type { Fact, StreamDefinition, StreamRef, States } from '../core/stream.js';
import { ref } from '../core/stream.js';
import { dueOn, resolveWithin } from '../deadline/due.js';
import {
  CONTINUOUS_REMINDER_POLICY,
  DEFAULT_REMINDER_POLICY,
  INVITED_REMINDER_POLICY,
  type ReminderPolicy,
} from '../deadline/reminder-policy.js';
import { taskId, withTask, type OpenTask, type TaskDue, type TaskOwner } from './open-task.js';
import { replanTask, rescheduleTask } from './plan-task.js';
import { ownerState, type TaskOwnerKind } from './task.commands.js';

/** Where one open task lies. */
export interface FollowCalendar {
  readonly owner: StreamRef;
  readonly visit: number;
}

/** Kinds of streams whose tasks follow the calendar by this command; nominations and obligations have their own. */
export const CALENDAR_FOLLOWERS = [
  'activity',
  'campaign',
  'dispatch',
  'example',
  'registration',
  'report',
  'round',
  'session',
] as const satisfies readonly TaskOwnerKind[];
export type CalendarFollower = (typeof CALENDAR_FOLLOWERS)[number];
const isFollower = (kind: string): kind is CalendarFollower => (CALENDAR_FOLLOWERS as readonly string[]).includes(kind);

export const TASK_REPLANNED = 'taskReplanned';

interface Replanned {
  readonly visit: number;
  readonly task: OpenTask;
}

/** A kind of stream whose open tasks follow the calendar: its own facts, and the one that says so. */
export function replannable<K extends CalendarFollower>(definition: StreamDefinition<K>): StreamDefinition<K> {
  return {
    ...definition,
    evolve(state: States[K] | undefined, fact: Fact): States[K] {
      if (fact.type !== TASK_REPLANNED || state === undefined) return definition.evolve(state, fact);
      // The one decode point of this fact, appended by `followCalendar` below.
      const { task } = fact.payload as unknown as Replanned;
      return { ...state, open: withTask((state satisfies TaskOwner).open, task) };
    },
  };
}

const openTask = (have: Have, { owner, visit }: FollowCalendar): OpenTask | undefined =>
  isFollower(owner.kind) ? ownerState(have, owner.kind, owner.id)?.open[String(visit)] : undefined;

const REVIEW = 'review/';

/** Whom the task reminds, and when: as when it was opened. */
function policyOfTask(have: Have, { owner }: FollowCalendar, task: OpenTask): ReminderPolicy {
  if (owner.kind === 'session') return INVITED_REMINDER_POLICY;
  const file = have.state('campaign', owner.id)?.file;
  if (owner.kind !== 'campaign' || file === undefined || !task.step.startsWith(REVIEW)) return DEFAULT_REMINDER_POLICY;
  const review = file.reviews.find(({ key }) => key === task.step.slice(REVIEW.length));
  return policyOf(file, review?.reminders) ?? CONTINUOUS_REMINDER_POLICY;
}

/** Where its time ends by the calendar as it is now; undefined for a date that a person set. */
function dueNow(have: Have, { owner }: FollowCalendar, task: OpenTask, calendar: WorkingCalendar): TaskDue | undefined {
  // A limit in working days: the day it started never counts (Civil Code 2015 art. 147).
  if (task.amount !== undefined) return resolveWithin(task.amount, 'working', task.openedAt, calendar);
  if (owner.kind === 'session') return afterDayOff(have.state('session', owner.id)?.date ?? '', calendar);
  const campaign = owner.kind === 'campaign' ? have.state('campaign', owner.id) : undefined;
  const review = campaign?.file.reviews.find(({ key }) => `${REVIEW}${key}` === task.step);
  return campaign === undefined || review === undefined ? undefined : reviewDue(campaign, review, calendar);
}

/** What is due on a day that has become a day off is due on the next working day (Civil Code 2015 art. 148(5)). */
const afterDayOff = (day: string, calendar: WorkingCalendar): TaskDue | undefined =>
  isLocalDate(day) && !isWorkingDay(calendar, day) ? dueOn(nextWorkingDay(calendar, day)) : undefined;

/** A meeting is where people are: the secretary hears that its day is a day off, the engine moves no meeting. */
const dayOff = (have: Have, { owner }: FollowCalendar): LocalDate | undefined => {
  const date = owner.kind === 'session' ? have.state('session', owner.id)?.date : undefined;
  return date !== undefined && isLocalDate(date) ? date : undefined;
};

/**
 * Brings one open task in line with the calendar as it is now: a limit in working days ends later by a holiday that was
 * announced since, and whoever serves the queue is told; otherwise its reminders move, and none is sent twice. Never
 * shortens what people were given, and leaves dates alone that a person set. Issued by the engine.
 */
export const followCalendar: CommandSpec<FollowCalendar> = {
  needs(c, have) {
    const owner = isFollower(c.owner.kind) ? ownerState(have, c.owner.kind, c.owner.id) : undefined;
    return owner === undefined ? [c.owner] : [c.owner, ref('campaign', owner.campaignId)];
  },
  asks(c, have) {
    const queue = openTask(have, c)?.queue ?? '';
    return queue === '' ? [] : [{ ask: 'holders', queue }];
  },
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'campaign.advance', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.advance' } });
    const { owner, visit } = c;
    const state = isFollower(owner.kind) ? ownerState(have, owner.kind, owner.id) : undefined;
    if (state === undefined) return refuse('NOT_FOUND', { field: 'owner', params: { id: owner.id } });
    const task = openTask(have, c);
    if (task?.due === undefined) return refuse('ALREADY_DONE', { params: { status: 'closed' } });
    const policy = policyOfTask(have, c, task);
    const later = dueNow(have, c, task, calendar);
    const moves = later !== undefined && later.at > task.due.at && later.at > now;
    const due = moves ? { lastDay: later.lastDay, at: later.at } : task.due;
    const next = moves ? replanTask(task, due, now, calendar, policy) : rescheduleTask(task, calendar, policy);
    if (!moves && sameJson(next.plan, task.plan)) return refuse('ALREADY_DONE');
    const payload = { visit, step: task.step, from: task.due.lastDay, to: due.lastDay, cause: 'calendar', task: next };
    const date = dayOff(have, c);
    const notices = moves
      ? tell(holdersOf(have, task.queue), {
          subject: owner,
          step: `replanned/${visit}/${due.lastDay}`,
          template: date === undefined ? 'date-extended' : 'session-day-off',
          params: {
            campaignId: state.campaignId,
            taskId: taskId(owner, visit),
            step: task.step,
            from: task.due.lastDay,
            lastDay: due.lastDay,
            ...(date === undefined ? {} : { date }),
          },
        })
      : [];
    return accept(grant, [{ stream: owner, type: TASK_REPLANNED, payload }], { notices });
  },
};
