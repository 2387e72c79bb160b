import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { World } from '../../../libs/ledger/worlds.js';
import { BadRequest, refused } from '../http/problem.js';
import { ACCESS, type Access } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { WorldDirectory } from '../world/world-directory.js';
import { COOKIE_NAMES } from './session-cookie.js';
import { SessionStore } from './session-store.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Token {
  readonly text: string;
  readonly from: 'cookie' | 'bearer';
}

/** Every route passes here. Without a word about who may use it, nobody may. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(WorldDirectory) private readonly worlds: WorldDirectory,
    @Inject(SessionStore) private readonly sessions: SessionStore,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (access?.kind === 'public') {
      requireIntent(request);
      return true;
    }
    const signedIn = await this.signIn(request);
    request.signedIn = signedIn;
    if (access === undefined) throw refused('FORBIDDEN');
    if (access.kind === 'reads') await signedIn.must(access.permission);
    return true;
  }

  private async signIn(request: FastifyRequest): Promise<SignedIn> {
    const token = tokenOf(request);
    if (token === undefined) throw refused('SIGN_IN_REQUIRED');
    if (token.from === 'cookie') requireIntent(request);
    const world = await this.worlds.of(request);
    const own = await this.sessions.find(world, token.text);
    if (own !== undefined) return new SignedIn(world, own.personId, own.hash, world.kind === 'rehearsal');
    return this.visitor(world, token);
  }

  /** A rehearsal is entered with the session of the official world; the official world never with one of a rehearsal. */
  private async visitor(world: World, token: Token): Promise<SignedIn> {
    const official = await this.worlds.official();
    const session = world.kind === 'official' ? undefined : await this.sessions.find(official, token.text);
    if (session === undefined) throw refused('SIGN_IN_REQUIRED');
    return new SignedIn(world, session.personId, session.hash, false);
  }
}

/** A page of another site can make a browser send our cookie, but not this header. */
function requireIntent(request: FastifyRequest): void {
  if (SAFE.has(request.method) || request.headers['x-requested-with'] === 'vinhdanh') return;
  if (request.headers.authorization?.startsWith('Bearer ') === true) return;
  throw new BadRequest('REQUESTED_BY_MISSING', 403);
}

function tokenOf(request: FastifyRequest): Token | undefined {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { text: bearer, from: 'bearer' };
  const text = COOKIE_NAMES.map((name) => request.cookies[name]).find((value) => value !== undefined);
  return text === undefined ? undefined : { text, from: 'cookie' };
}
