import { permit } from '../access/permissions.js';
import { dateOf, isLocalDate, yearOf } from '../calendar/local-date.js';
import type { SubjectKind } from '../campaign-plan/vocabulary.js';
import { refuseDocument, type DocumentNumber } from '../core/document-date.js';
import { accept, refuse, type CommandSpec, type Decision } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent } from '../core/stream.js';
import { recordId, type AwardState, type RecordSource, type RegisterEntry } from './award-record.js';
import { AWARD_FACTS, corrected, type Correction, type RecordedPayload } from './award.stream.js';

/** One entry as a person or a file gives it. */
export interface GivenRecord {
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly name: string };
  readonly entry: RegisterEntry;
  readonly year: number;
  readonly document: DocumentNumber;
  readonly authority: string;
  readonly unitId?: string | undefined;
  readonly unitName?: string | undefined;
  /** Row of the file it stands in; left out for an entry by hand. */
  readonly row?: number | undefined;
}
export interface RecordAwards {
  /** SHA-256 of the file, in hex; left out for entries by hand. */
  readonly file?: string | undefined;
  readonly records: readonly GivenRecord[];
}
export interface AwardAct {
  readonly awardId: string;
  readonly reason: string;
}
export interface CorrectAward extends AwardAct {
  readonly change: Correction;
}
export interface EndFreeze extends AwardAct {
  /** Last day of the freeze. */
  readonly until: string;
}

const FIRST_YEAR = 1945;

export const idOfRecord = ({ subject, entry, year, document }: GivenRecord): string =>
  recordId(subject.id, entry, year, document);

/** What no register can hold: a year to come, a paper of the future, days that do not exist. */
function refuseRecord(record: GivenRecord, now: number, field: string): Decision | undefined {
  const { entry, year, document } = record;
  if (year < FIRST_YEAR || year > yearOf(dateOf(now)))
    return refuse('INVALID_INPUT', { field: `${field}.year`, params: { id: year } });
  if (entry.what === 'freeze') {
    if (!isLocalDate(entry.from)) return refuse('DATE_INVALID', { field: `${field}.entry.from` });
    if (entry.until !== undefined && (!isLocalDate(entry.until) || entry.until < entry.from))
      return refuse('DATE_INVALID', { field: `${field}.entry.until` });
  }
  return refuseDocument(document, now, `${field}.document`);
}

function payloadOf(record: GivenRecord, source: RecordSource): RecordedPayload {
  const { subject, entry, year, document, authority, unitId, unitName } = record;
  return {
    subject: { kind: subject.kind, id: subject.id, name: seal(`subject/${subject.id}`, subject.name) },
    entry,
    year,
    document,
    authority,
    ...(unitId === undefined ? {} : { unitId }),
    ...(unitName === undefined ? {} : { unitName }),
    source,
  };
}

/**
 * Enters past decisions into the register, many at a time. What is there already is left as it is, also where it was
 * corrected or removed since: entering the same file again changes nothing. Refuses a batch with an impossible entry as a
 * whole; the importer has shown it to a person before. Answers how many were new and how many known.
 */
export const recordAwards: CommandSpec<RecordAwards> = {
  needs: (c) => c.records.map((record) => ref('award', idOfRecord(record))),
  decide(c, have, { actor, now }) {
    const grant = permit(actor, 'register.keep', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'register.keep' } });
    const events = new Map<string, NewEvent>();
    for (const [i, record] of c.records.entries()) {
      const refused = refuseRecord(record, now, `records.${i}`);
      if (refused !== undefined) return refused;
      const id = idOfRecord(record);
      if (have.state('award', id) !== undefined || events.has(id)) continue;
      const source: RecordSource =
        c.file === undefined ? { from: 'hand' } : { from: 'import', file: c.file, row: record.row ?? 0 };
      const payload = { ...payloadOf(record, source) };
      events.set(id, { stream: ref('award', id), type: AWARD_FACTS.recorded, payload });
    }
    if (events.size === 0) return refuse('ALREADY_DONE');
    return accept(grant, [...events.values()], {
      result: { recorded: events.size, known: c.records.length - events.size },
    });
  },
};

type Kept = { readonly state: AwardState } | Decision;
const isKept = (kept: Kept): kept is { readonly state: AwardState } => 'state' in kept;

/** The entry, which somebody may put right; or why not. */
function kept(c: AwardAct, state: AwardState | undefined): Kept {
  if (state === undefined) return refuse('NOT_FOUND', { field: 'awardId', params: { id: c.awardId } });
  return c.reason.trim() === '' ? refuse('REASON_REQUIRED', { field: 'reason' }) : { state };
}

/** Puts an entry right, with a reason; what it said before stays in its history. */
export const correctAward: CommandSpec<CorrectAward> = {
  needs: (c) => [ref('award', c.awardId)],
  decide(c, have, { actor, now }) {
    const grant = permit(actor, 'register.correct', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'register.correct' } });
    const found = kept(c, have.state('award', c.awardId));
    if (!isKept(found)) return found;
    const { state } = found;
    if (state.status === 'removed') return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    const after = corrected(state, c.change);
    if (sameJson(after, state)) return refuse('ALREADY_DONE');
    if (after.entry.what !== state.entry.what) return refuse('INVALID_INPUT', { field: 'change.entry.what' });
    const { subject, ...rest } = after;
    const refused = refuseRecord({ ...rest, subject: { ...subject, name: '' } }, now, 'change');
    if (refused !== undefined) return refused;
    const reason = seal(state.subject.name.$seal, c.reason);
    return accept(grant, [
      { stream: ref('award', c.awardId), type: AWARD_FACTS.corrected, payload: { change: c.change, reason } },
    ]);
  },
};

/** Takes an entry out of the register that should never have stood in it; the fact and its reason stay. */
export const removeAward: CommandSpec<AwardAct> = {
  needs: (c) => [ref('award', c.awardId)],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'register.correct', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'register.correct' } });
    const found = kept(c, have.state('award', c.awardId));
    if (!isKept(found)) return found;
    if (found.state.status === 'removed') return refuse('ALREADY_DONE', { params: { status: found.state.status } });
    const reason = seal(found.state.subject.name.$seal, c.reason);
    return accept(grant, [{ stream: ref('award', c.awardId), type: AWARD_FACTS.removed, payload: { reason } }]);
  },
};

/** Says on which day a freeze ended: the discipline was served, the complaint was settled. */
export const endFreeze: CommandSpec<EndFreeze> = {
  needs: (c) => [ref('award', c.awardId)],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'register.keep', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'register.keep' } });
    const found = kept(c, have.state('award', c.awardId));
    if (!isKept(found)) return found;
    const { entry } = found.state;
    if (entry.what !== 'freeze') return refuse('NOT_ALLOWED_IN_STATE', { params: { status: entry.what } });
    if (!isLocalDate(c.until) || c.until < entry.from) return refuse('DATE_INVALID', { field: 'until' });
    if (entry.until === c.until) return refuse('ALREADY_DONE');
    const reason = seal(found.state.subject.name.$seal, c.reason);
    return accept(grant, [
      { stream: ref('award', c.awardId), type: AWARD_FACTS.freezeEnded, payload: { until: c.until, reason } },
    ]);
  },
};
