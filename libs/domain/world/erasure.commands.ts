import { permit } from '../access/permissions.js';
import { dateOf } from '../calendar/local-date.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { seal } from '../core/sealed.js';
import { ref, type StreamRef } from '../core/stream.js';
import { holdingsOn } from '../organisation/person.stream.js';
import { WORLD_FACTS, WORLD_ID } from './world.stream.js';

export interface EraseSubject {
  /** Whose texts: `person/<id>` of somebody who worked here, `subject/<id>` of somebody who was nominated. */
  readonly subject: string;
  readonly reason: string;
}

const SUBJECT = /^(person|subject)\/(.+)$/;

const personOf = (subject: string): readonly StreamRef[] => {
  const [, kind, id] = SUBJECT.exec(subject) ?? [];
  return kind === 'person' && id !== undefined ? [ref('person', id)] : [];
};

/**
 * Destroys key and salt of a subject: what was sealed under it can be read by nobody any more, while every fact, its
 * order and its proof stay. Refuses somebody who holds a position today, and a second time. The reason is kept, sealed
 * apart from the subject; it must not repeat what is erased.
 */
export const eraseSubject: CommandSpec<EraseSubject> = {
  needs: (c) => [ref('world', WORLD_ID), ...personOf(c.subject)],
  decide(c, have, { actor, now }) {
    const grant = permit(actor, 'subject.erase', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'subject.erase' } });
    if (!SUBJECT.test(c.subject)) return refuse('INVALID_INPUT', { field: 'subject' });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const [person] = personOf(c.subject);
    const known = person === undefined ? undefined : have.state('person', person.id);
    if (person !== undefined && known === undefined)
      return refuse('NOT_FOUND', { field: 'subject', params: { id: c.subject } });
    if (known !== undefined && holdingsOn(known, dateOf(now)).length > 0)
      return refuse('NOT_ALLOWED_IN_STATE', { field: 'subject', params: { step: 'appointed', id: c.subject } });
    if (have.state('world', WORLD_ID)?.erased?.includes(c.subject) === true) return refuse('ALREADY_DONE');
    const payload = { subject: c.subject, reason: seal('world/erasures', c.reason) };
    const event = { stream: ref('world', WORLD_ID), type: WORLD_FACTS.subjectErased, payload };
    return accept(grant, [event], { erases: [c.subject] });
  },
};
