import type { Actor } from '../access/actor.js';
import { permit, type Grant } from '../access/permissions.js';
import { accept, refuse, type CommandSpec, type Have } from '../core/decision.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref } from '../core/stream.js';
import { askHolders, everyoneAt, queuesOfUnit } from '../obligation/owed.js';
import { taskId } from '../task/open-task.js';
import { event, subjectSeal } from './acting-on.js';
import { concernedBy } from './concerned.js';
import { openTaskOf, type NominationState } from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';

export interface CommentNomination {
  readonly nominationId: string;
  readonly text: string;
}

/** The right to ask and answer beside the steps of a dossier: of whoever has a part in it, until it lies in the archive. */
export const mayComment = (state: NominationState, actor: Actor): Grant | undefined =>
  permit(actor, 'nomination.comment', concernedBy(state));

/** Whether there is anything left to speak about; what is archived speaks for itself. */
export const isDiscussed = ({ status }: NominationState): boolean => status !== 'archived';

/** Where it lies now: with its unit, and at its open step unless that waits for time alone. */
function queuesNow(state: NominationState): readonly string[] {
  const queue = openTaskOf(state)?.queue ?? '';
  return [...queuesOfUnit(state.unitId), ...(queue === '' ? [] : [queue])];
}

const openTaskId = (state: NominationState, id: string): string | undefined => {
  const task = openTaskOf(state);
  return task === undefined ? undefined : taskId({ kind: 'nomination', id }, task.visit);
};

/** Whoever has the step in hand, or all who could take it; the unit that nominates; all who have spoken before. Never who speaks. */
function toldOf(state: NominationState, id: string, have: Have, speaker: string): readonly string[] {
  const open = openTaskId(state, id);
  const assignee = open === undefined ? undefined : have.state('task', open)?.assignee;
  const now = assignee === undefined ? queuesNow(state) : queuesOfUnit(state.unitId);
  const all = [...everyoneAt(have, now), ...(assignee === undefined ? [] : [assignee]), ...(state.comments?.by ?? [])];
  return all.filter((person) => person !== speaker);
}

/**
 * Says something about a dossier beside its steps: a question, an answer, a hint for the next one. It moves nothing and
 * stops no clock. Everyone who may read the dossier may read it; it is a fact of its history, sealed like every text that may
 * name somebody. Refused to who has no part in the dossier and once it is archived.
 */
export const commentNomination: CommandSpec<CommentNomination> = {
  needs(c, have) {
    const own = ref('nomination', c.nominationId);
    const state = have.state('nomination', c.nominationId);
    const open = state === undefined ? undefined : openTaskId(state, c.nominationId);
    return open === undefined ? [own] : [own, ref('task', open)];
  },
  asks(c, have) {
    const state = have.state('nomination', c.nominationId);
    return state === undefined ? [] : askHolders(queuesNow(state));
  },
  decide(c, have, { actor }) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = mayComment(state, actor);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.comment' } });
    if (!isDiscussed(state)) return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    const text = c.text.trim();
    if (text === '') return refuse('INVALID_INPUT', { field: 'text' });
    const number = (state.comments?.count ?? 0) + 1;
    return accept(
      grant,
      [event(c.nominationId, NOMINATION_FACTS.commented, { number, text: seal(subjectSeal(state), text) })],
      {
        notices: tell(toldOf(state, c.nominationId, have, actor.id), {
          subject: ref('nomination', c.nominationId),
          step: `comment/${number}`,
          template: 'nomination-commented',
          params: { nominationId: c.nominationId, campaignId: state.campaignId, unitId: state.unitId },
        }),
        result: { number },
      },
    );
  },
};
