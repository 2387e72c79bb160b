import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { passwordBody, signInBody } from '../../../libs/contracts/account.contract.js';
import type { Environment } from '../../../libs/config/env.js';
import { queueOf, type Role } from '../../../libs/domain/access/actor.js';
import { ENVIRONMENT } from '../environment.js';
import { By } from '../http/act.js';
import { languageOf } from '../http/problem.js';
import { Own, Public } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { namesIn } from '../../../libs/history/names.js';
import { WorldDirectory } from '../world/world-directory.js';
import { authenticate, changePassword, temporaryUntil } from './accounts.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SessionStore } from './session-store.js';

interface DelegationRow {
  readonly person_id: string;
  readonly key: string;
  readonly unit_id: string;
  readonly role: Role;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

@Controller('api/v1/auth')
export class AccountController {
  constructor(
    @Inject(WorldDirectory) private readonly worlds: WorldDirectory,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Public('Sign in: sets the session cookie, and gives the same token for scripts.')
  async signIn(
    @Body({ schema: signInBody }) { username, password }: z.infer<typeof signInBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const world = await this.worlds.official();
    const personId = await authenticate(world, username, password);
    const { token, expiresAt } = await this.sessions.begin(world, personId);
    setSessionCookie(reply, token, expiresAt, this.environment.COOKIE_SECURE);
    return { personId, token, expiresAt: expiresAt.toISOString() };
  }

  @Post('sign-out')
  @HttpCode(200)
  @Own('End this session.')
  async signOut(@By() by: SignedIn, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.end(by.simulated ? by.world : await this.worlds.official(), by.session);
    clearSessionCookie(reply, this.environment.COOKIE_SECURE);
    return { signedOut: true };
  }

  @Get('me')
  @Own('Who is signed in, with what they hold today and the queues they serve.')
  async me(@By() by: SignedIn, @Req() request: FastifyRequest) {
    const { holdings } = await by.actor();
    const names = await namesIn(by.world, {
      persons: [by.personId, ...holdings.flatMap(({ onBehalfOf }) => onBehalfOf ?? [])],
      units: holdings.map(({ unitId }) => unitId),
    });
    const { name, kind } = by.world;
    return {
      person: names.person(by.personId),
      passwordUntil: kind === 'official' ? await temporaryUntil(by.world, by.personId) : null,
      holdings: holdings.map(({ unitId, role, onBehalfOf }) => ({
        unit: names.unit(unitId),
        role,
        ...(onBehalfOf === undefined ? {} : { onBehalfOf: names.person(onBehalfOf) }),
      })),
      queues: [...new Set(holdings.map(({ unitId, role }) => queueOf(unitId, role)))],
      world: {
        name,
        kind,
        now: new Date(await by.world.now()).toISOString(),
        today: await by.today(),
      },
      language: languageOf(request.headers['accept-language']),
      simulated: by.simulated,
    };
  }

  @Get('delegations')
  @Own('What the reader has delegated to whom, as far as it has not ended.')
  async delegations(@By() by: SignedIn) {
    const { rows } = await by.world.pool.query<DelegationRow>({
      name: 'delegations-given',
      text: `select person_id, key, unit_id, role, valid_from, valid_to from read_position
             where on_behalf_of = $1 and (valid_to is null or valid_to >= $2::date) order by valid_from, person_id, key`,
      values: [by.personId, await by.today()],
    });
    const names = await namesIn(by.world, {
      persons: rows.map((row) => row.person_id),
      units: rows.map((row) => row.unit_id),
    });
    return {
      items: rows.map((row) => ({
        to: names.person(row.person_id),
        key: row.key,
        unit: names.unit(row.unit_id),
        role: row.role,
        from: row.valid_from,
        until: row.valid_to,
      })),
    };
  }

  @Post('password')
  @HttpCode(200)
  @Own('Change one’s own password; every other session ends.')
  async changePassword(
    @By() by: SignedIn,
    @Body({ schema: passwordBody }) { present, next }: z.infer<typeof passwordBody>,
  ) {
    const world = await this.worlds.official();
    await changePassword(world, by.personId, present, next);
    await this.sessions.endOthers(world, by.personId, by.session);
    return { changed: true };
  }
}
