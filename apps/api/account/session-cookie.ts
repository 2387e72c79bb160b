import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';

const PLAIN = 'vinhdanh_session';
/** The prefix makes browsers insist on https, the whole site and no other domain. */
const SECURE = '__Host-vinhdanh_session';

export const COOKIE_NAMES = [SECURE, PLAIN] as const;

const options = (secure: boolean): CookieSerializeOptions => ({ httpOnly: true, sameSite: 'lax', path: '/', secure });

export function setSessionCookie(reply: FastifyReply, token: string, expires: Date, secure: boolean): void {
  reply.setCookie(secure ? SECURE : PLAIN, token, { ...options(secure), expires });
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(secure ? SECURE : PLAIN, options(secure));
}
