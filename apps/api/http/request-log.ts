import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Histogram } from 'prom-client';

const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'unknown';

/** Streams and probes answer all the time and tell nothing. */
const QUIET = new Set(['/health/live', '/health/ready', '/metrics', '/api/v1/events']);

/**
 * One line a request: its id, the acting person's id, the route and what it names by id. Neither bodies nor query strings,
 * which may hold what somebody typed.
 */
export function logRequests(server: FastifyInstance, latency: Histogram): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request);
    const ms = reply.elapsedTime;
    if (route !== '/api/v1/events')
      latency.observe({ method: request.method, route, status: String(reply.statusCode) }, ms / 1000);
    if (!QUIET.has(route)) {
      request.log.info(
        {
          actor: request.signedIn?.personId,
          world: request.signedIn?.world.name,
          method: request.method,
          route,
          params: request.params,
          status: reply.statusCode,
          ms: Math.round(ms * 10) / 10,
        },
        'request',
      );
    }
    done();
  });
}
