import type { FastifyInstance } from 'fastify';

/** Only what this origin serves is run or shown, and no other page may frame it. */
const POLICY = [
  "default-src 'self'",
  // Papers of a dossier are looked at in the page from what was fetched for it.
  "img-src 'self' data: blob:",
  'frame-src blob:',
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/** Headers every answer carries. What the api tells is about persons and rights: nobody in between may keep it. */
export function harden(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('content-security-policy', POLICY);
    if (request.url.startsWith('/api/v1/')) reply.header('cache-control', 'no-store');
    done();
  });
}
