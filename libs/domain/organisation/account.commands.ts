import { permit } from '../access/permissions.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { seal } from '../core/sealed.js';
import { ref } from '../core/stream.js';
import { PERSON_FACTS, sealOfPerson } from './person.stream.js';

/** What an administrator does with an account. */
export const ACCOUNT_DEEDS = [
  'account-opened',
  'account-closed',
  'account-reopened',
  'password-reset',
  'signed-out',
] as const;
export type AccountDeed = (typeof ACCOUNT_DEEDS)[number];

export interface AdministerAccount {
  readonly personId: string;
  readonly deed: AccountDeed;
  /** Why; may be empty only where an account is opened. */
  readonly reason: string;
}

/** What locks somebody out: nobody does it to themselves, for then nobody might be left who can undo it. */
const LOCKS_OUT: readonly AccountDeed[] = ['account-closed', 'password-reset'];

/**
 * Records who did what with somebody's account, and why; accounts and passwords themselves are kept beside the facts.
 * Refuses an unknown person, closing what is closed and using what is, a deed without a reason, and locking oneself out.
 */
export const administerAccount: CommandSpec<AdministerAccount> = {
  needs: (c) => [ref('person', c.personId)],
  decide({ personId, deed, reason }, have, { actor }) {
    const grant = permit(actor, 'account.administer', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'account.administer' } });
    const person = have.state('person', personId);
    if (person === undefined) return refuse('NOT_FOUND', { field: 'personId', params: { id: personId } });
    const isClosed = person.accountClosed === true;
    if (deed === 'account-closed' ? isClosed : deed === 'account-reopened' && !isClosed) return refuse('ALREADY_DONE');
    if (deed === 'password-reset' && isClosed)
      return refuse('NOT_ALLOWED_IN_STATE', { field: 'personId', params: { status: 'closed' } });
    if (personId === actor.id && LOCKS_OUT.includes(deed))
      return refuse('INVALID_INPUT', { field: 'personId', params: { id: personId } });
    if (deed !== 'account-opened' && reason === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const why = reason === '' ? {} : { reason: seal(sealOfPerson(personId), reason) };
    return accept(grant, [
      { stream: ref('person', personId), type: PERSON_FACTS.accountAdministered, payload: { deed, ...why } },
    ]);
  },
};
