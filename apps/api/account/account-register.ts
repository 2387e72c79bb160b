import { randomInt } from 'node:crypto';
import type { AccountDeed } from '../../../libs/domain/organisation/account.commands.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { refused } from '../http/problem.js';
import { hashPassword } from './accounts.js';

/** No letters that are taken for one another when a password is read out over the telephone. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 14;
const TEMPORARY = '3 days';

/** A first password, told once to the administrator who passes it on. */
export interface FirstPassword {
  readonly password: string;
  /** Until when it opens the account unless it is changed, ISO. */
  readonly until: string;
}

/** Refuses to open what is there, and to do anything with an account that is not. Whether it is closed the domain knows. */
export async function mustFit(world: World, personId: string, deed: AccountDeed): Promise<void> {
  const { rowCount } = await world.pool.query({
    name: 'account-is-there',
    text: 'select 1 from ops_account where person_id = $1',
    values: [personId],
  });
  const isThere = rowCount === 1;
  if (deed === 'account-opened' && isThere) throw refused('ALREADY_DONE', { params: { status: deed } });
  if (deed !== 'account-opened' && !isThere) throw refused('NOT_FOUND', { params: { id: personId } });
}

const newPassword = (): string => Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Gives a person an account, or the account they have a new password; good for three days unless it is changed. */
export async function giveFirstPassword(world: World, personId: string): Promise<FirstPassword> {
  const password = newPassword();
  const { rows } = await world.pool.query<{ temporary_until: Date }>({
    name: 'account-first-password',
    text: `insert into ops_account (person_id, username, password_hash, temporary_until)
      select id, username, $2, clock_timestamp() + interval '${TEMPORARY}' from read_person where id = $1
      on conflict (person_id) do update set password_hash = excluded.password_hash, failures = 0, locked_until = null,
        temporary_until = excluded.temporary_until, changed_at = clock_timestamp()
      returning temporary_until`,
    values: [personId, await hashPassword(password)],
  });
  const row = rows[0];
  if (row === undefined) throw refused('NOT_FOUND', { params: { id: personId } });
  return { password, until: row.temporary_until.toISOString() };
}

/** Closes an account, or opens it again with the password it had. */
export async function setClosed(world: World, personId: string, closed: boolean): Promise<void> {
  await world.pool.query({
    name: 'account-closed',
    text: `update ops_account set closed_at = case when $2::boolean then clock_timestamp() end, failures = 0, locked_until = null
      where person_id = $1`,
    values: [personId, closed],
  });
}
