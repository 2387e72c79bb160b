import { permit } from '../access/permissions.js';
import { dateOf, isLocalDate } from '../calendar/local-date.js';
import { seal } from '../core/sealed.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { dueOn } from '../deadline/due.js';
import { replanTask } from '../task/plan-task.js';
import { openTaskOf } from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';
import { openStep, openingOf, passStep } from './nomination.route.js';

import { actOn, event, isFound, needsStep, subjectSeal, type StepAct } from './acting-on.js';

export interface EndTimedStep extends StepAct {
  readonly key: string;
}

export interface ExtendStep extends StepAct {
  readonly lastDay: string;
  readonly reason: string;
}

/** Extends the open step's due date; never shortens it into the past. Everyone concerned is told by the new plan. */
export const extendStep: CommandSpec<ExtendStep> = {
  needs: needsStep,
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'campaign.extend', [
      state.roles.leadAgency,
      state.roles.standingBody,
      state.roles.decider,
    ]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.extend' } });
    const task = openTaskOf(state);
    if (task === undefined || state.step === undefined)
      return refuse('TASK_CLOSED', { params: { status: state.status } });
    if (task.visit !== c.visit)
      return refuse('STALE_VERSION', { field: 'visit', params: { seen: c.visit, now: task.visit, step: task.step } });
    if (!isLocalDate(c.lastDay)) return refuse('DATE_INVALID', { field: 'lastDay' });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const due = dueOn(c.lastDay);
    if (due.at <= context.now)
      return refuse('DEADLINE_IN_PAST', { field: 'lastDay', params: { date: c.lastDay, today: dateOf(context.now) } });
    if (task.due !== undefined && due.at <= task.due.at)
      return refuse('DEADLINE_IN_PAST', { field: 'lastDay', params: { date: c.lastDay, today: task.due.lastDay } });
    const next = {
      index: state.step.index,
      task: replanTask(task, { lastDay: due.lastDay, at: due.at }, context.now, context.calendar),
    };
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.dueExtended, {
        visit: task.visit,
        from: task.due?.lastDay ?? null,
        to: c.lastDay,
        reason: seal(subjectSeal(state), c.reason),
        next,
      }),
    ]);
  },
};

/** Ends a step that waits for time alone: an opinion period, publication, archiving. Issued by the engine. */
export const endTimedStep: CommandSpec<EndTimedStep> = {
  needs: needsStep,
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const task = openTaskOf(state);
    if (task === undefined || task.visit > c.visit) return refuse('ALREADY_DONE', { params: { status: state.status } });
    const found = actOn(c, have, context, 'nomination.advance');
    if (!isFound(found)) return found;
    if (task.queue !== '') return refuse('NOT_ALLOWED_IN_STATE', { params: { step: task.step } });
    if (task.due !== undefined && context.now < task.due.at)
      return refuse('NOT_DUE_YET', { params: { date: task.due.lastDay } });
    if (task.kind === 'publication') {
      const next = openStep(
        state.route,
        (state.step?.index ?? 0) + 1,
        task.visit + 1,
        openingOf(state, context.now, context.calendar),
      );
      return accept(found.grant, [
        event(c.nominationId, NOMINATION_FACTS.published, { visit: task.visit, step: task.step, next }),
      ]);
    }
    if (task.kind === 'archive') {
      return accept(found.grant, [
        event(c.nominationId, NOMINATION_FACTS.archived, { visit: task.visit, step: task.step }),
      ]);
    }
    return accept(found.grant, [
      passStep(c.nominationId, found.state, found.task, openingOf(found.state, context.now, context.calendar)),
    ]);
  },
};
