import { permit } from '../access/permissions.js';
import { refuseDocument } from '../core/document-date.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { seal } from '../core/sealed.js';
import { ref, type StreamRef } from '../core/stream.js';
import { isUnitType } from '../campaign-plan/vocabulary.js';
import type { CriterionAnswer, DossierParts } from './dossier-check.js';
import type { NominationDocument, NominationState } from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';
import { documentsOf } from './papers.js';

/** What a dossier holds beside its steps: papers, answers to criteria, where it came from. */

export interface GivenAnswer extends Omit<CriterionAnswer, 'note'> {
  readonly note?: string | undefined;
}

/** Minutes of the meeting of the unit that chose the nominee (bình xét). */
export interface UnitMeeting {
  readonly number: string;
  readonly date: string;
  readonly present: number;
  readonly inFavour: number;
}

export interface ReviseNomination {
  readonly nominationId: string;
  readonly documents?: readonly NominationDocument[] | undefined;
  readonly answers?: readonly GivenAnswer[] | undefined;
  readonly meeting?: UnitMeeting | undefined;
}

/** Answers as they go into a fact: remarks may name people. */
export const sealAnswers = (answers: readonly GivenAnswer[], key: string): readonly CriterionAnswer[] =>
  answers.map(({ note, ...answer }) => ({
    ...answer,
    ...(note === undefined || note === '' ? {} : { note: seal(key, note) }),
  }));

export function refuseMeeting(meeting: UnitMeeting | undefined, now: number): Decision | undefined {
  if (meeting === undefined) return undefined;
  if (meeting.present < 1) return refuse('INVALID_INPUT', { field: 'meeting.present' });
  if (meeting.inFavour > meeting.present) return refuse('INVALID_INPUT', { field: 'meeting.inFavour' });
  return refuseDocument(meeting, now, 'meeting');
}

/** What the answers of a dossier point to: recorded contributions, and the unit that is nominated itself. */
export const needsAnswers = (state: NominationState): readonly StreamRef[] => [
  ...(state.subject.unitId === undefined ? [] : [ref('unit', state.subject.unitId)]),
  ...(state.answers ?? []).flatMap(({ contributions }) => (contributions ?? []).map((id) => ref('activity', id))),
];

/** The dossier as it is judged against its group; the command must have named {@link needsAnswers}. */
export function partsOf(state: NominationState, have: Pick<Have, 'state'>): DossierParts {
  const type = state.subject.unitId === undefined ? undefined : have.state('unit', state.subject.unitId)?.type;
  return {
    subject: state.subject,
    ...(type !== undefined && isUnitType(type) ? { unitType: type } : {}),
    documents: documentsOf(state),
    answers: state.answers ?? [],
    activityOf(id) {
      const activity = have.state('activity', id);
      return activity?.campaignId === state.campaignId ? activity : undefined;
    },
  };
}

/** Replaces papers, answers or minutes of a draft. A dossier on its way is changed by a supplement only. */
export const reviseNomination: CommandSpec<ReviseNomination> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, { actor, now }) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const initiator =
      state.initiatedBy === undefined ? undefined : permit(actor, 'nomination.initiate', [state.initiatedBy]);
    const grant = permit(actor, 'nomination.draft', [state.unitId]) ?? initiator;
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.draft' } });
    if (state.status !== 'draft') return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (c.documents === undefined && c.answers === undefined && c.meeting === undefined)
      return refuse('INVALID_INPUT', { field: 'documents' });
    const refused = refuseMeeting(c.meeting, now);
    if (refused !== undefined) return refused;
    const payload = {
      ...(c.documents === undefined ? {} : { documents: c.documents }),
      ...(c.answers === undefined ? {} : { answers: sealAnswers(c.answers, state.subject.name.$seal) }),
      ...(c.meeting === undefined ? {} : { meeting: { ...c.meeting } }),
    };
    return accept(grant, [{ stream: ref('nomination', c.nominationId), type: NOMINATION_FACTS.revised, payload }]);
  },
};
