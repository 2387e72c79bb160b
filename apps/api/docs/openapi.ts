import { z } from 'zod';
import type { Access } from '../http/rights.js';
import type { Route } from '../http/route-table.js';

type Json = Readonly<Record<string, unknown>>;

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('A stable code; see the list of refusals.'),
    detail: z.string().describe('In the language of Accept-Language.'),
    detailVi: z.string(),
    detailEn: z.string(),
    wayOutVi: z.string().describe('What the person can do.'),
    wayOutEn: z.string(),
    field: z.string().optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    legalBasis: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), messageVi: z.string(), messageEn: z.string() })).optional(),
    changed: z.array(z.unknown()).optional().describe('What happened since the caller looked.'),
    requestId: z.string().optional(),
  })
  .describe('RFC 9457 problem document, in both languages.');

const accepted = z.object({
  result: z.record(z.string(), z.unknown()).describe('Ids of what was made.'),
  streams: z
    .array(z.object({ kind: z.string(), id: z.string(), version: z.int() }))
    .describe('What changed, and its version now.'),
});

/** A zod schema as JSON Schema; a transformed query parameter is shown as it is sent. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

const titled = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const PROBLEMS: Readonly<Record<string, Json>> = {
  '400': titled('The form of the input is wrong; `errors` names every field.'),
  '401': titled('No session.'),
  '403': titled('Not allowed, or a cookie without X-Requested-With.'),
  '404': titled('Not found.'),
  '409': titled('Something changed meanwhile, was done already, or does not fit the state.'),
  '413': titled('More than 1 MB.'),
  '415': titled('Not JSON.'),
  '422': titled('The values make no sense together.'),
  '423': titled('Somebody else has it in hand.'),
  '429': titled('Too many attempts.'),
  '503': titled('The database does not answer; nothing was half done.'),
};

function problemsOf(route: Route): readonly string[] {
  const common = ['400', '503'];
  if (route.access?.kind === 'public')
    return route.method === 'GET' ? common : [...common, '401', '403', '413', '415', '429'];
  const read = [...common, '401', '403', '404'];
  return route.method === 'GET' ? read : [...read, '409', '413', '415', '422', '423'];
}

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});

const COMMAND_HEADERS = [
  header(
    'Idempotency-Key',
    '8 to 200 printable characters. The same key with the same body gets the first answer; with another body 409.',
  ),
  header('X-Document-Date', 'Day on the paper that caused it; may be earlier than today, never later.'),
];

function parametersOf(route: Route): readonly Json[] {
  const inPath = [...route.path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: route.params[name] === undefined ? { type: 'string' } : schemaOf(route.params[name]),
  }));
  const query = route.query === undefined ? {} : schemaOf(route.query);
  const properties = typeof query['properties'] === 'object' && query['properties'] !== null ? query['properties'] : {};
  const inQuery = Object.entries(properties as Readonly<Record<string, Json>>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    ...(typeof schema['description'] === 'string' ? { description: schema['description'] } : {}),
    schema,
  }));
  const world =
    route.access?.kind === 'public' ? [] : [header('X-World', 'The world it is about; `official` if left out.')];
  return [...inPath, ...inQuery, ...world, ...(route.access?.kind === 'command' ? COMMAND_HEADERS : [])];
}

function rightOf(access: Access | undefined): string {
  switch (access?.kind) {
    case 'public':
      return 'Open to everyone.';
    case 'own':
      return 'For anyone signed in.';
    case 'reads':
      return `Needs the permission \`${access.permission}\`.`;
    case 'command':
      return `Command \`${access.command}\`; the ledger judges it, rights included.`;
    case undefined:
      return 'Closed.';
  }
}

function operationOf(route: Route): Json {
  const { access, body, status } = route;
  const isCommand = access?.kind === 'command';
  const answer = isCommand
    ? { content: { 'application/json': { schema: { $ref: '#/components/schemas/Accepted' } } } }
    : {};
  return {
    operationId: `${route.folder}_${route.name}`,
    tags: [tagOf(route.path)],
    summary: route.summary,
    description: rightOf(access),
    parameters: parametersOf(route),
    ...(body === undefined || route.method === 'GET'
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: {
      [String(status)]: { description: isCommand ? 'Accepted and recorded.' : 'As asked.', ...answer },
      ...Object.fromEntries(problemsOf(route).map((code) => [code, PROBLEMS[code]])),
    },
    ...(access?.kind === 'public' ? { security: [] } : {}),
  };
}

const tagOf = (path: string): string =>
  path
    .replace('/api/v1/', '')
    .split('/')
    .find((part) => part !== '') ?? 'home';

/** The reference of the whole interface, made of the routes themselves: what is not here is not served. */
export function openApiOf(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vinh Danh',
      version: '1',
      description:
        'Emulation and commendation work. Sign in for a cookie or a Bearer token; requests that change something by cookie also send `X-Requested-With: vinhdanh`.',
    },
    servers: [{ url: '/' }],
    security: [{ cookie: [] }, { bearer: [] }],
    tags: [...new Set(routes.map(({ path }) => tagOf(path)))].sort().map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'vinhdanh_session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: schemaOf(problem, 'output'), Accepted: schemaOf(accepted, 'output') },
    },
  };
}
