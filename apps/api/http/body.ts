import type { FastifyInstance } from 'fastify';
import { BadRequest } from './problem.js';

/** JSON is all that is taken. An empty body is no body; keys that would reach a prototype are refused. */
export function takeJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.trim() === '') {
      done(null, undefined);
      return;
    }
    void parse(request, body, (error, value) => {
      if (error === null) done(null, value);
      else done(new BadRequest('INVALID_JSON', 400));
    });
  });
}
