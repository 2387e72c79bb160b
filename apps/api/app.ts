import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import { LogController } from 'fastify';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino, type DestinationStream } from 'pino';
import { AppModule, type Parts } from './app.module.js';
import { takeFiles } from './file/uploads.js';
import { Metrics } from './health/metrics.js';
import { takeJsonOnly } from './http/body.js';
import { InputPipe } from './http/input.pipe.js';
import { NestLog } from './http/nest-log.js';
import { ProblemFilter } from './http/problem.filter.js';
import { logRequests } from './http/request-log.js';
import { RouteTable } from './http/route-table.js';
import { harden } from './http/secure-headers.js';
import { servePages } from './pages/web-pages.js';

const BODY_LIMIT = 1024 * 1024;
/** Lines are written together: one at a time they cost a busy server more than a page's statements. */
const LOG_BATCH = { minLength: 8192, periodicFlush: 200 };
const LONGEST_ID = 300;
const REQUEST_ID = /^[\w.-]{8,80}$/;

export interface AppOptions extends Parts {
  /** Where log lines go; standard output if left out. */
  readonly logTo?: DestinationStream;
}

/** The application, ready to listen. Nothing is reached over the network before it is started. */
export async function createApp({ logTo, ...parts }: AppOptions): Promise<NestFastifyApplication> {
  const logger = pino(
    { level: parts.environment.LOG_LEVEL, base: { app: 'api' }, redact: { paths: ['req.headers'], remove: true } },
    logTo ?? pino.destination({ fd: 1, sync: false, ...LOG_BATCH }),
  );
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // Open event streams would keep an ending process for ever.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: LONGEST_ID },
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(parts), adapter, {
    bodyParser: false,
    logger: new NestLog(logger),
    abortOnError: false,
  });
  const server = adapter.getInstance();
  await server.register(fastifyCookie);
  takeJsonOnly(server);
  await takeFiles(server);
  harden(server);
  logRequests(server, app.get(Metrics).latency);
  servePages(server);
  let table: RouteTable | undefined;
  const routes = (): RouteTable => (table ??= RouteTable.of(app.get(ModulesContainer)));
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(new ProblemFilter(routes));
  return app;
}
