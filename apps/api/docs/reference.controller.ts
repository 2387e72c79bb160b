import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { notFound } from '../http/problem.js';
import { Public } from '../http/rights.js';
import { RouteTable } from '../http/route-table.js';
import { openApiOf } from './openapi.js';

/** Files of Swagger UI that the page uses, served from here: the page works without any other host. */
const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const PAGE = `<!doctype html>
<html lang="vi">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Vinh Danh · API</title>
  <link rel="icon" href="/api/docs/assets/favicon-32x32.png">
  <link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">
</head>
<body>
  <div id="reference"></div>
  <script src="/api/docs/assets/swagger-ui-bundle.js"></script>
  <script src="/api/docs/assets/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  tryItOutEnabled: true,
  withCredentials: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers['X-Requested-With'] = 'vinhdanh';
    return request;
  },
});
`;

const assetPath = (name: string): string => {
  const require = createRequire(import.meta.url);
  // The package has no main of use here; its package.json says where it lies.
  return join(dirname(require.resolve('swagger-ui-dist/package.json')), name);
};

@Controller('api')
export class ReferenceController {
  private document: unknown;

  constructor(@Inject(ModulesContainer) private readonly modules: ModulesContainer) {}

  @Get('openapi.json')
  @Public('This reference, OpenAPI 3.1.')
  openApi(): unknown {
    this.document ??= openApiOf(RouteTable.of(this.modules).routes);
    return this.document;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Public('A page to read and try the interface.')
  page(): string {
    return PAGE;
  }

  @Get('docs/assets/:name')
  @Public('Files of that page.')
  async asset(
    @Param('name', { schema: z.string().max(60) }) name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    reply.header('cache-control', 'public, max-age=3600');
    if (name === 'start.js') {
      reply.header('content-type', 'text/javascript; charset=utf-8');
      return START;
    }
    const type = ASSETS[name];
    if (type === undefined) throw notFound(name);
    reply.header('content-type', type);
    return readFile(assetPath(name));
  }
}
