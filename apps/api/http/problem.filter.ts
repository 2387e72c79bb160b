import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseError } from '../../../libs/persistence/pg.js';
import {
  BadRequest,
  Refused,
  languageOf,
  notFound,
  problemOf,
  refused,
  requestProblemOf,
  type Language,
  type Problem,
} from './problem.js';
import type { RequestProblemCode } from './problem-texts.js';
import type { RouteTable } from './route-table.js';

/** Connection refused, reset, unknown host, a socket whose server has ended, or a pool that waited in vain. */
const NETWORK =
  /ECONNREFUSED|connect ENOENT|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|Connection terminated|timeout exceeded when trying to connect/;

function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isDatabaseError(error)) return /^(08|57P|53)/.test(error.code);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return NETWORK.test(`${code} ${error.message}`);
}

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
};

const REQUEST_PROBLEM_OF_STATUS: Readonly<Record<number, RequestProblemCode>> = {
  400: 'INVALID_JSON',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** Words everything that goes wrong as a problem document. The only place that does. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly routes: () => RouteTable) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const problem = this.problem(error, request, reply, languageOf(request.headers['accept-language']));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', problem.detail === problem.detailVi ? 'vi' : 'en')
      .header('cache-control', 'no-store')
      .send({ ...problem, requestId: request.id });
  }

  private problem(error: unknown, request: FastifyRequest, reply: FastifyReply, language: Language): Problem {
    if (error instanceof Refused) {
      if (error.refusal.code === 'TOO_MANY_ATTEMPTS') reply.header('retry-after', '300');
      return problemOf(error, language);
    }
    if (error instanceof BadRequest) return requestProblemOf(error.code, error.status, language);
    if (isDatabaseDown(error)) {
      reply.header('retry-after', '5');
      request.log.error({ err: error }, 'the database does not answer');
      return problemOf(refused('UNAVAILABLE'), language);
    }
    const status = statusOf(error);
    if (status === 404) return this.unknownAddress(request, reply, language);
    if (status === 413) return problemOf(refused('PAYLOAD_TOO_LARGE'), language);
    const code = status === undefined ? undefined : REQUEST_PROBLEM_OF_STATUS[status];
    if (status !== undefined && code !== undefined) return requestProblemOf(code, status, language);
    request.log.error({ err: error }, 'unexpected');
    return requestProblemOf('INTERNAL', 500, language);
  }

  private unknownAddress(request: FastifyRequest, reply: FastifyReply, language: Language): Problem {
    const path = request.url.split('?')[0] ?? '';
    const allowed = this.routes().methodsAt(path);
    if (allowed.length === 0) return problemOf(notFound(path.slice(0, 200)), language);
    reply.header('allow', allowed.join(', '));
    return requestProblemOf('METHOD_NOT_ALLOWED', 405, language);
  }
}
