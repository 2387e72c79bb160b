import { permit, type Grant } from '../access/permissions.js';
import type { Actor } from '../access/actor.js';
import { askFiles, attach, isAttached } from '../attachment/attachment.js';
import { accept, refuse, type CommandSpec, type Decision } from '../core/decision.js';
import { seal } from '../core/sealed.js';
import { ref } from '../core/stream.js';
import { askedPapers, titleOf } from './asked-papers.js';
import { dayOfRules, needsForJudging } from './eligibility.js';
import { needsAnswers } from './nomination-dossier.commands.js';
import type { NominationState, NominationStatus } from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';
import { paperOf, type PaperFiled } from './papers.js';

export interface FilePaper {
  readonly nominationId: string;
  /** As the campaign or the rules ask for it, or `other`. */
  readonly kind: string;
  readonly digest: string;
  readonly name: string;
  /** Digest of the version it takes the place of. */
  readonly replaces?: string | undefined;
}
export interface TakeOutPaper {
  readonly nominationId: string;
  readonly digest: string;
  readonly reason: string;
}

/** While the unit has the dossier: as a draft, and when it has come back for a supplement. */
const WITH_ITS_UNIT: readonly NominationStatus[] = ['draft', 'returned'];

/** The right to change papers now: that of the unit, or of the authority that found the nominee itself; or why not. */
export function changing(state: NominationState, actor: Actor): Grant | Decision {
  const initiator =
    state.initiatedBy === undefined ? undefined : permit(actor, 'nomination.initiate', [state.initiatedBy]);
  const grant = permit(actor, 'nomination.draft', [state.unitId]) ?? initiator;
  if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.draft' } });
  return WITH_ITS_UNIT.includes(state.status)
    ? grant
    : refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
}

/** Whether {@link changing} gave the right. */
export const isGranted = (found: Grant | Decision): found is Grant => !('ok' in found);

/**
 * Lays an uploaded file into a dossier, or a new version in the place of one. Its kind is one the campaign or the rules
 * ask for, or `other`. The former version stays in the dossier, readable, with who brought it and when.
 */
export const filePaper: CommandSpec<FilePaper> = {
  needs(c, have) {
    const state = have.state('nomination', c.nominationId);
    const own = ref('nomination', c.nominationId);
    return state === undefined ? [own] : [own, ...needsForJudging(state), ...needsAnswers(state)];
  },
  asks: (c) => askFiles([c]),
  decide(c, have, { actor, now }) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = changing(state, actor);
    if (!isGranted(grant)) return grant;
    const former = c.replaces === undefined ? undefined : paperOf(state, c.replaces);
    if (c.replaces !== undefined && former === undefined)
      return refuse('NOT_FOUND', { field: 'replaces', params: { id: c.replaces } });
    if (former !== undefined && former.kind !== c.kind)
      return refuse('INVALID_INPUT', { field: 'kind', params: { id: c.kind } });
    const title = former?.title ?? titleOf(askedPapers(state, have, dayOfRules(state, now)), c.kind);
    if (title === undefined) return refuse('INVALID_INPUT', { field: 'kind', params: { id: c.kind } });
    // The same content twice would be one paper that counts as two.
    if (paperOf(state, c.digest) !== undefined) return refuse('ALREADY_DONE', { field: 'digest' });
    const files = attach(have, [c], state.subject.name.$seal, 'files');
    if (!isAttached(files)) return files;
    const [file] = files;
    if (file === undefined) return refuse('NOT_FOUND', { field: 'digest', params: { id: c.digest } });
    const filed: PaperFiled = { kind: c.kind, title, file, ...(former === undefined ? {} : { replaces: c.replaces }) };
    return accept(grant, [
      { stream: ref('nomination', c.nominationId), type: NOMINATION_FACTS.paperFiled, payload: { ...filed } },
    ]);
  },
};

/** Takes a paper out that was laid down by mistake; it stays readable under what was taken out. */
export const takeOutPaper: CommandSpec<TakeOutPaper> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  decide(c, have, { actor }) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = changing(state, actor);
    if (!isGranted(grant)) return grant;
    const paper = paperOf(state, c.digest);
    if (paper === undefined) return refuse('NOT_FOUND', { field: 'digest', params: { id: c.digest } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const payload = {
      kind: paper.kind,
      title: paper.title,
      digest: c.digest,
      reason: seal(state.subject.name.$seal, c.reason),
    };
    return accept(grant, [
      { stream: ref('nomination', c.nominationId), type: NOMINATION_FACTS.paperTakenOut, payload },
    ]);
  },
};
