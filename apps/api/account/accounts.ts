import { hash, verify } from '@node-rs/argon2';
import type { World } from '../../../libs/ledger/worlds.js';
import { BadRequest, refused } from '../http/problem.js';

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const MOST_FAILURES = 5;
const LOCK = '5 minutes';

/** What an unknown user's password is compared with, so that the answer takes as long as for a known one. */
let nobody: Promise<string> | undefined;
const hashOfNobody = (): Promise<string> => (nobody ??= hash('no account has this password', COST));

/** A password as it may be stored. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

interface Account {
  readonly person_id: string;
  readonly password_hash: string;
  readonly locked: boolean;
  /** Closed by an administrator, or a first password that was never changed in its time. */
  readonly shut: boolean;
}

/**
 * The person of a user name and password. Unknown user, wrong password and closed account get one answer in the same time;
 * after five failures in a row the account is shut for five minutes.
 */
export async function authenticate(world: World, username: string, password: string): Promise<string> {
  const account = await accountBy(world, 'username', username);
  if (account?.locked === true) throw refused('TOO_MANY_ATTEMPTS');
  const isRight = await verify(account?.password_hash ?? (await hashOfNobody()), password);
  if (account === undefined) throw refused('SIGN_IN_FAILED');
  if (!isRight || account.shut) {
    if (!isRight) await countFailure(world, account.person_id);
    throw refused('SIGN_IN_FAILED');
  }
  await world.pool.query({
    name: 'account-clear',
    text: 'update ops_account set failures = 0, locked_until = null where person_id = $1 and failures > 0',
    values: [account.person_id],
  });
  return account.person_id;
}

/** Changes a password, given the present one. */
export async function changePassword(world: World, personId: string, present: string, next: string): Promise<void> {
  const account = await accountBy(world, 'person_id', personId);
  if (account?.locked === true) throw refused('TOO_MANY_ATTEMPTS');
  if (account === undefined || !(await verify(account.password_hash, present))) {
    if (account !== undefined) await countFailure(world, personId);
    throw new BadRequest('PASSWORD_WRONG', 403);
  }
  await world.pool.query({
    name: 'account-password',
    text: 'update ops_account set password_hash = $2, failures = 0, temporary_until = null, changed_at = clock_timestamp() where person_id = $1',
    values: [personId, await hashPassword(next)],
  });
}

async function accountBy(world: World, column: 'username' | 'person_id', value: string): Promise<Account | undefined> {
  const { rows } = await world.pool.query<Account>({
    name: `account-by-${column}`,
    text: `select person_id, password_hash, coalesce(locked_until > clock_timestamp(), false) as locked,
             (closed_at is not null or coalesce(temporary_until < clock_timestamp(), false)) as shut
           from ops_account where ${column} = $1`,
    values: [value],
  });
  return rows[0];
}

async function countFailure(world: World, personId: string): Promise<void> {
  await world.pool.query({
    name: 'account-failure',
    text: `update ops_account set
             failures = case when failures + 1 >= ${MOST_FAILURES} then 0 else failures + 1 end,
             locked_until = case when failures + 1 >= ${MOST_FAILURES} then clock_timestamp() + interval '${LOCK}' else locked_until end
           where person_id = $1`,
    values: [personId],
  });
}

/** Until when a first password opens the account, ISO; null where it is the person's own. */
export async function temporaryUntil(world: World, personId: string): Promise<string | null> {
  const { rows } = await world.pool.query<{ temporary_until: Date | null }>({
    name: 'account-temporary',
    text: 'select temporary_until from ops_account where person_id = $1',
    values: [personId],
  });
  return rows[0]?.temporary_until?.toISOString() ?? null;
}
