import { permit } from '../access/permissions.js';
import { dateOf, isLocalDate } from '../calendar/local-date.js';
import { seal } from '../core/sealed.js';
import { ref } from '../core/stream.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import type { NominationState } from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';
import { openingOf, reopenPaused } from './nomination.route.js';

import { event, subjectSeal, type NominationReason } from './acting-on.js';

export interface RevokeAward extends NominationReason {
  readonly decisionNumber: string;
  readonly decisionDate: string;
}

const AWARDED: readonly NominationState['status'][] = ['recognised', 'published', 'archived'];

/** Annuls an award that was decided: false declaration, forged papers, unlawful appraisal (L2022 art. 93). */
export const revokeAward: CommandSpec<RevokeAward> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'nomination.revoke', [state.roles.decider]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.revoke' } });
    if (state.status === 'revoked') return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (!AWARDED.includes(state.status)) return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    if (!isLocalDate(c.decisionDate)) return refuse('DATE_INVALID', { field: 'decisionDate' });
    if (c.decisionDate > dateOf(context.now))
      return refuse('DATE_IN_FUTURE', { field: 'decisionDate', params: { date: c.decisionDate } });
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.revoked, {
        // Publication or archiving that the revocation interrupts goes on after a restoration.
        ...(state.step === undefined ? {} : { paused: { index: state.step.index, since: context.now } }),
        reason: seal(subjectSeal(state), c.reason),
        decisionNumber: c.decisionNumber,
        decisionDate: c.decisionDate,
        legalBasis: 'Luật 06/2022/QH15, Điều 93',
      }),
    ]);
  },
};

export const restoreAward: CommandSpec<NominationReason> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = permit(context.actor, 'nomination.revoke', [state.roles.decider]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.revoke' } });
    if (state.status !== 'revoked') return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    return accept(grant, [
      event(c.nominationId, NOMINATION_FACTS.restored, {
        reason: seal(subjectSeal(state), c.reason),
        next: reopenPaused(state, state.visit + 1, openingOf(state, context.now, context.calendar)),
      }),
    ]);
  },
};
