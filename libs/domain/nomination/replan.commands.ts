import { permit } from '../access/permissions.js';
import { accept, refuse, type CommandSpec, type Have } from '../core/decision.js';
import { holdersOf, tell } from '../core/notices.js';
import { ref } from '../core/stream.js';
import { replanTask } from '../task/plan-task.js';
import { laterDue } from './nomination.route.js';
import { openTaskOf } from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';

export interface ReplanStep {
  readonly nominationId: string;
  readonly visit: number;
}

const openTask = (have: Have, { nominationId, visit }: ReplanStep) => {
  const state = have.state('nomination', nominationId);
  const task = state === undefined ? undefined : openTaskOf(state);
  return task?.visit === visit ? task : undefined;
};

/**
 * Moves the due date of the open step to where its limit ends by the calendar as it is now: a holiday that was announced
 * after the step opened is a day nobody owes. Everyone at the queue is told. Never shortens what people were given, and
 * leaves dates alone that a person set. Issued by the engine.
 */
export const replanStep: CommandSpec<ReplanStep> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  asks(c, have) {
    const queue = openTask(have, c)?.queue ?? '';
    return queue === '' ? [] : [{ ask: 'holders', queue }];
  },
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'nomination.advance', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.advance' } });
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const task = openTask(have, c);
    const due = laterDue(state, calendar);
    if (task === undefined || state.step === undefined || due === undefined)
      return refuse('ALREADY_DONE', { params: { status: state.status } });
    const own = ref('nomination', c.nominationId);
    const from = task.due?.lastDay ?? null;
    const next = { index: state.step.index, task: replanTask(task, due, now, calendar) };
    const payload = { visit: task.visit, step: task.step, from, to: due.lastDay, cause: 'calendar', next };
    const notices =
      task.queue === ''
        ? []
        : tell(holdersOf(have, task.queue), {
            subject: own,
            step: `replanned/${task.visit}/${due.lastDay}`,
            template: 'date-extended',
            params: { nominationId: c.nominationId, from: from ?? '', lastDay: due.lastDay },
          });
    return accept(grant, [{ stream: own, type: NOMINATION_FACTS.replanned, payload }], { notices });
  },
};
