import { permit } from '../access/permissions.js';
import { seal } from '../core/sealed.js';
import { ref } from '../core/stream.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { openTaskOf, type NominationState } from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';
import { openingOf, remainingOf, reopenPaused } from './nomination.route.js';

import { event, subjectSeal, type NominationReason } from './acting-on.js';

export interface HoldNomination extends NominationReason {
  readonly ground: 'discipline' | 'inspection' | 'complaint' | 'press';
}

const OPEN_STATES: readonly NominationState['status'][] = ['draft', 'open', 'returned', 'on-hold'];

export const withdrawNomination: CommandSpec<NominationReason> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'nomination.withdraw', [state.unitId]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.withdraw' } });
    if (state.status === 'withdrawn') return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (!OPEN_STATES.includes(state.status))
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.withdrawn, { reason: seal(subjectSeal(state), c.reason) }),
    ]);
  },
};

export const holdNomination: CommandSpec<HoldNomination> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'nomination.hold', [state.roles.standingBody]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.hold' } });
    if (state.status === 'on-hold') return refuse('ALREADY_DONE', { params: { status: state.status } });
    const task = openTaskOf(state);
    if (task === undefined || state.step === undefined)
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const index = state.step.index;
    const pausedByReturn = state.status === 'returned' ? state.paused : undefined;
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.held, {
        visit: task.visit,
        step: task.step,
        ground: c.ground,
        reason: seal(subjectSeal(state), c.reason),
        // A dossier held while it is with its unit goes back to the step that had returned it.
        paused: pausedByReturn ?? {
          index,
          remaining: remainingOf(state, index, task, context.now, context.calendar),
          since: context.now,
        },
      }),
    ]);
  },
};

export const releaseNomination: CommandSpec<NominationReason> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'nomination.hold', [state.roles.standingBody]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.hold' } });
    if (state.status !== 'on-hold' || state.paused === undefined)
      return refuse('ALREADY_DONE', { params: { status: state.status } });
    const next = reopenPaused(state, state.visit + 1, openingOf(state, context.now, context.calendar));
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.released, { reason: seal(subjectSeal(state), c.reason), next }),
    ]);
  },
};
