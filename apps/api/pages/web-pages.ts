import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { repositoryRoot } from '../../../libs/config/paths.js';

/** Addresses that are never a page of the browser's application. */
const NOT_A_PAGE = /^\/(api|health|metrics|assets)(\/|\?|$)/;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
/** Best first. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

interface Served {
  readonly type: string;
  readonly plain: Buffer;
  readonly encoded: Readonly<Partial<Record<(typeof ENCODINGS)[number]['name'], Buffer>>>;
  readonly cache: string;
}

/**
 * The built pages by their address. They are few and read once: nothing a request names is ever looked up on the disk.
 */
function readPages(folder: string): ReadonlyMap<string, Served> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'));
  const readable = names.filter((name) => extname(name) in TYPES && !name.startsWith('.'));
  return new Map(
    readable.map((name): [string, Served] => {
      const encoded = ENCODINGS.flatMap(({ name: encoding, suffix }) =>
        names.includes(name + suffix) ? [[encoding, readFileSync(join(folder, name + suffix))] as const] : [],
      );
      return [
        `/${name}`,
        {
          type: TYPES[extname(name)] ?? '',
          plain: readFileSync(join(folder, name)),
          encoded: Object.fromEntries(encoded),
          // The name of an asset changes with its content.
          cache: name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        },
      ];
    }),
  );
}

function send(request: FastifyRequest, reply: FastifyReply, { type, plain, encoded, cache }: Served): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = ENCODINGS.find(({ name }) => encoded[name] !== undefined && accepted.includes(name))?.name;
  reply.header('cache-control', cache).header('vary', 'accept-encoding').type(type);
  if (encoding !== undefined) reply.header('content-encoding', encoding);
  return reply.send((encoding === undefined ? undefined : encoded[encoding]) ?? plain);
}

/**
 * Serves the built web pages from this origin: files by their name, the one page for every other address a browser asks
 * for. Without a build nothing is served, and `/` says what runs here.
 */
export function servePages(server: FastifyInstance, folder = join(repositoryRoot(), 'dist/web')): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  const pages = readPages(folder);
  server.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return;
    const file = pages.get(request.url.split('?')[0] ?? '');
    const wantsPage = request.headers.accept?.includes('text/html') === true && !NOT_A_PAGE.test(request.url);
    const found = file ?? (wantsPage ? pages.get('/index.html') : undefined);
    if (found !== undefined) await send(request, reply, found);
  });
}
