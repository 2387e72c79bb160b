import { queueOf } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import { accept, refuse, type CommandSpec, type Have } from '../core/decision.js';
import { refuseDocument, type DocumentNumber } from '../core/document-date.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type StreamRef } from '../core/stream.js';
import { askHolders, everyoneAt } from '../obligation/owed.js';
import { taskId } from '../task/open-task.js';
import { isTaken, takeTask, type TaskTaken } from '../task/take-task.js';
import { activityEvent } from './activity.commands.js';
import { ACTIVITY_FACTS, type ActivityState } from './activity.stream.js';

/** What happens after an activity was recorded. */

export interface ActivityAct {
  readonly activityId: string;
  readonly visit: number;
}
export interface ConfirmActivity extends ActivityAct {
  readonly note?: string | undefined;
  readonly document?: DocumentNumber | undefined;
}
export interface RefuseActivity extends ActivityAct {
  readonly reason: string;
}
export interface FollowUpActivity extends ActivityAct {
  readonly note: string;
  readonly document?: DocumentNumber | undefined;
}
export interface WithdrawActivity {
  readonly activityId: string;
  readonly reason: string;
}

const needsActivity = (c: ActivityAct): readonly StreamRef[] => {
  const own = ref('activity', c.activityId);
  return [own, ref('task', taskId(own, c.visit))];
};

const recorderQueue = (c: ActivityAct, have: Have): readonly string[] => {
  const state = have.state('activity', c.activityId);
  return state === undefined ? [] : [queueOf(state.unitId, 'officer')];
};

type Taken = TaskTaken & { readonly state: ActivityState };

/** The open task of this kind and the right to end it. */
function take(c: ActivityAct, have: Have, actor: Parameters<typeof takeTask>[4], kind: string) {
  const state = have.state('activity', c.activityId);
  if (state === undefined) return refuse('NOT_FOUND', { field: 'activityId', params: { id: c.activityId } });
  const taken = takeTask(ref('activity', c.activityId), state, c.visit, have, actor, 'activity.act');
  if (!isTaken(taken)) return taken;
  return taken.task.kind === kind
    ? { ...taken, state }
    : refuse('NOT_ALLOWED_IN_STATE', { params: { step: taken.task.kind } });
}
const has = (found: ReturnType<typeof take>): found is Taken => 'state' in found;

const told = (c: ActivityAct, have: Have, template: string) =>
  tell(everyoneAt(have, recorderQueue(c, have)), {
    subject: ref('activity', c.activityId),
    step: `${template}/${c.visit}`,
    template,
    params: {
      activityId: c.activityId,
      campaignId: have.state('activity', c.activityId)?.campaignId ?? '',
      unitId: have.state('activity', c.activityId)?.unitId ?? '',
    },
  });

/** The authority that was asked confirms a contribution or another activity; the recording unit is told. */
export const confirmActivity: CommandSpec<ConfirmActivity> = {
  needs: needsActivity,
  asks: (c, have) => askHolders(recorderQueue(c, have)),
  decide(c, have, { actor, now }) {
    const taken = take(c, have, actor, 'confirm-activity');
    if (!has(taken)) return taken;
    const refused = c.document === undefined ? undefined : refuseDocument(c.document, now, 'document');
    if (refused !== undefined) return refused;
    const note = c.note === undefined || c.note === '' ? {} : { note: seal(`activity/${c.activityId}`, c.note) };
    const payload = { visit: c.visit, ...(c.document === undefined ? {} : { document: { ...c.document } }), ...note };
    return accept(taken.grant, [activityEvent(c.activityId, ACTIVITY_FACTS.confirmed, payload)], {
      notices: told(c, have, 'activity-confirmed'),
    });
  },
};

/** The authority that was asked does not confirm, with its reason. */
export const refuseActivity: CommandSpec<RefuseActivity> = {
  needs: needsActivity,
  asks: (c, have) => askHolders(recorderQueue(c, have)),
  decide(c, have, { actor }) {
    const taken = take(c, have, actor, 'confirm-activity');
    if (!has(taken)) return taken;
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const payload = { visit: c.visit, reason: seal(`activity/${c.activityId}`, c.reason) };
    return accept(taken.grant, [activityEvent(c.activityId, ACTIVITY_FACTS.refused, payload)], {
      notices: told(c, have, 'activity-refused'),
    });
  },
};

/** What was left to follow up (kiến nghị sau kiểm tra) has been done; the unit that recorded it is told. */
export const followUpActivity: CommandSpec<FollowUpActivity> = {
  needs: needsActivity,
  asks: (c, have) => askHolders(recorderQueue(c, have)),
  decide(c, have, { actor, now }) {
    const taken = take(c, have, actor, 'follow-up-activity');
    if (!has(taken)) return taken;
    if (c.note.trim() === '') return refuse('INVALID_INPUT', { field: 'note' });
    const refused = c.document === undefined ? undefined : refuseDocument(c.document, now, 'document');
    if (refused !== undefined) return refused;
    const payload = {
      visit: c.visit,
      note: seal(`activity/${c.activityId}`, c.note),
      ...(c.document === undefined ? {} : { document: { ...c.document } }),
      late: taken.task.due !== undefined && now >= taken.task.due.at,
    };
    return accept(taken.grant, [activityEvent(c.activityId, ACTIVITY_FACTS.followedUp, payload)], {
      notices: told(c, have, 'activity-followed-up'),
    });
  },
};

/** Takes back what was recorded by mistake; it no longer proves anything, and stays in the history. */
export const withdrawActivity: CommandSpec<WithdrawActivity> = {
  needs: (c) => [ref('activity', c.activityId)],
  decide(c, have, { actor }) {
    const state = have.state('activity', c.activityId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'activityId', params: { id: c.activityId } });
    const grant = permit(actor, 'activity.record', [state.unitId]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'activity.record' } });
    if (state.status === 'withdrawn') return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const payload = { reason: seal(`activity/${c.activityId}`, c.reason) };
    return accept(grant, [activityEvent(c.activityId, ACTIVITY_FACTS.withdrawn, payload)]);
  },
};
