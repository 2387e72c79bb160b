import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { administerAccount } from '../../../libs/contracts/commands/organisation.contract.js';
import type { AccountDeed } from '../../../libs/domain/organisation/account.commands.js';
import type { PersonState } from '../../../libs/domain/organisation/person.stream.js';
import { OFFICIAL } from '../../../libs/ledger/worlds.js';
import { Act, Acting, By, type Accepted } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { decodeCursor, pageOf, paging } from '../http/cursor.js';
import { refused } from '../http/problem.js';
import { Does, Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { giveFirstPassword, mustFit, setClosed, type FirstPassword } from './account-register.js';
import { SessionStore } from './session-store.js';

const accountsQuery = z.strictObject({
  ...paging,
  q: z.string().trim().max(120).optional().describe('Part of the user name.'),
  standing: z.enum(['none', 'open', 'closed', 'temporary']).optional(),
});
const deedBody = administerAccount.pick({ reason: true }).describe('Why, kept with the history of the person.');
const openingBody = z.strictObject({}).describe('Open an account; its first password is told this once.');

interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly state: PersonState;
  readonly has: boolean;
  readonly closed_at: Date | null;
  readonly locked: boolean;
  readonly temporary_until: Date | null;
  readonly changed_at: Date | null;
  readonly sessions: number;
  readonly seen_at: Date | null;
}

const STANDINGS: Readonly<Record<NonNullable<z.infer<typeof accountsQuery>['standing']>, string>> = {
  none: 'a.person_id is null',
  open: 'a.person_id is not null and a.closed_at is null',
  closed: 'a.closed_at is not null',
  temporary: 'a.closed_at is null and a.temporary_until is not null',
};

const textOf = (
  standing: string,
): string => `select p.id, p.username, p.state, a.person_id is not null as has, a.closed_at,
    coalesce(a.locked_until > clock_timestamp(), false) as locked, a.temporary_until, a.changed_at, s.sessions, s.seen_at
  from read_person p left join ops_account a on a.person_id = p.id
  left join lateral (select count(*)::int as sessions, max(seen_at) as seen_at from ops_session
    where person_id = p.id and expires_at > clock_timestamp()) s on true
  where p.username > $1 and p.username ilike $2 and ${standing} order by p.username limit $3`;

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Accounts of the official world. What an administrator does with one is a fact in the history of its person. */
@Controller('api/v1/accounts')
export class AccountRegisterController {
  constructor(@Inject(SessionStore) private readonly sessions: SessionStore) {}

  @Get()
  @Reads('account.administer', 'Everybody with the state of their account: open, closed, first password, sessions.')
  async list(@By() by: SignedIn, @Query({ schema: accountsQuery }) query: z.infer<typeof accountsQuery>) {
    mustBeOfficial(by);
    const { rows } = await by.world.pool.query<AccountRow>({
      name: `accounts:${query.standing ?? 'any'}`,
      text: textOf(query.standing === undefined ? 'true' : STANDINGS[query.standing]),
      values: [decodeCursor(query.cursor, 1)?.[0] ?? '', like(query.q ?? ''), query.limit + 1],
    });
    const states = await by.world.reader.unseal(rows.map(({ state }) => state));
    return pageOf(
      rows.map((row, i) => ({ ...row, name: states[i]?.name.text ?? null })),
      query.limit,
      (row) => [row.username],
      (shown) =>
        shown.map((row) => ({
          person: { id: row.id, name: row.name },
          username: row.username,
          has: row.has,
          closedAt: row.closed_at?.toISOString() ?? null,
          locked: row.locked,
          passwordUntil: row.temporary_until?.toISOString() ?? null,
          passwordSince: row.changed_at?.toISOString() ?? null,
          sessions: row.sessions,
          seenAt: row.seen_at?.toISOString() ?? null,
        })),
    );
  }

  @Post(':personId/opening')
  @Does('administerAccount', 201)
  open(
    @Acting() act: Act,
    @Param('personId', pathId) personId: string,
    @Body({ schema: openingBody }) _: z.infer<typeof openingBody>,
  ): Promise<Accepted & FirstPassword> {
    return this.withPassword(act, personId, 'account-opened', '');
  }

  @Post(':personId/password-reset')
  @Does('administerAccount')
  reset(
    @Acting() act: Act,
    @Param('personId', pathId) personId: string,
    @Body({ schema: deedBody }) { reason }: z.infer<typeof deedBody>,
  ): Promise<Accepted & FirstPassword> {
    return this.withPassword(act, personId, 'password-reset', reason);
  }

  @Post(':personId/closing')
  @Does('administerAccount')
  async close(
    @Acting() act: Act,
    @Param('personId', pathId) personId: string,
    @Body({ schema: deedBody }) { reason }: z.infer<typeof deedBody>,
  ): Promise<Accepted> {
    const accepted = await this.record(act, personId, 'account-closed', reason);
    await setClosed(act.by.world, personId, true);
    await this.sessions.endAll(act.by.world, personId);
    return accepted;
  }

  @Post(':personId/reopening')
  @Does('administerAccount')
  async reopen(
    @Acting() act: Act,
    @Param('personId', pathId) personId: string,
    @Body({ schema: deedBody }) { reason }: z.infer<typeof deedBody>,
  ): Promise<Accepted> {
    const accepted = await this.record(act, personId, 'account-reopened', reason);
    await setClosed(act.by.world, personId, false);
    return accepted;
  }

  @Post(':personId/sign-out')
  @Does('administerAccount')
  async signOut(
    @Acting() act: Act,
    @Param('personId', pathId) personId: string,
    @Body({ schema: deedBody }) { reason }: z.infer<typeof deedBody>,
  ): Promise<Accepted> {
    const accepted = await this.record(act, personId, 'signed-out', reason);
    await this.sessions.endAll(act.by.world, personId);
    return accepted;
  }

  private async withPassword(
    act: Act,
    personId: string,
    deed: AccountDeed,
    reason: string,
  ): Promise<Accepted & FirstPassword> {
    const accepted = await this.record(act, personId, deed, reason);
    const first = await giveFirstPassword(act.by.world, personId);
    await this.sessions.endAll(act.by.world, personId);
    return { ...accepted, ...first };
  }

  /** The fact comes first: an account is never touched without saying by whom. What follows can be asked for again. */
  private async record(act: Act, personId: string, deed: AccountDeed, reason: string): Promise<Accepted> {
    mustBeOfficial(act.by);
    await act.by.must('account.administer');
    await mustFit(act.by.world, personId, deed);
    return act.execute('administerAccount', { personId, deed, reason });
  }
}

/** Rehearsals are entered with official accounts and have none of their own. */
function mustBeOfficial(by: SignedIn): void {
  if (by.world.name !== OFFICIAL) throw refused('WRONG_WORLD');
}
