import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FILE_LIMIT, FileTooLarge, type FileStore, type Incoming } from '../../../libs/persistence/file-store.js';
import { badInput } from '../http/input.pipe.js';
import { refused } from '../http/problem.js';
import { ACCEPTED_ENDINGS, mediaTypeOf } from './media-type.js';

/** Addresses that take files; everywhere else a form with files is not taken. */
const TAKES_FILES: readonly string[] = ['/api/v1/files', '/api/v1/imports'];
const LONGEST_NAME = 200;
/** Marks, path parts and line ends are no part of a name somebody reads. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}/\\]/gu;

/** Takes forms with files where they are meant, and one file in each. */
export async function takeFiles(server: FastifyInstance): Promise<void> {
  await server.register(multipart, {
    limits: { files: 1, fields: 10, fieldSize: 10_000, fileSize: FILE_LIMIT, parts: 11 },
    throwFileSizeLimit: true,
  });
  server.addHook('onRequest', (request, _reply, done) => {
    const isForm = request.headers['content-type']?.toLowerCase().startsWith('multipart/') === true;
    const path = request.url.split('?')[0] ?? '';
    const isTaken = TAKES_FILES.some((taken) => path === taken || path.startsWith(`${taken}/`));
    done(isForm && !isTaken ? Object.assign(new Error('no files here'), { statusCode: 415 }) : undefined);
  });
}

export interface Uploaded {
  readonly incoming: Incoming;
  readonly name: string;
  readonly mediaType: string;
  /** Text fields that came before the file. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The one file of a form, written to the side and known for what it is. Refuses a request without one, a file that is
 * too large, of a kind nobody asks for, or not of the kind its name says; nothing of it is left then. The caller keeps
 * or discards it.
 */
export async function receiveFile(request: FastifyRequest, store: FileStore, world: string): Promise<Uploaded> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part === undefined) throw badInput([{ message: 'a form with one file', path: ['file'], code: 'invalid_type' }]);
  const name = part.filename.replaceAll(UNPRINTABLE, '').trim().normalize('NFC').slice(-LONGEST_NAME);
  const incoming = await store.take(world, part.file as AsyncIterable<Buffer>).catch((error: unknown) => {
    if (error instanceof FileTooLarge) throw refused('PAYLOAD_TOO_LARGE', { field: 'file' });
    throw error;
  });
  const mediaType = part.file.truncated ? undefined : mediaTypeOf(name, incoming.head);
  if (mediaType === undefined || name === '') {
    await incoming.discard();
    throw part.file.truncated
      ? refused('PAYLOAD_TOO_LARGE', { field: 'file' })
      : refused('FILE_NOT_ACCEPTED', { field: 'file', params: { endings: ACCEPTED_ENDINGS.join(', ') } });
  }
  const fields = Object.entries(part.fields).flatMap(([field, value]) =>
    value !== undefined && !Array.isArray(value) && value.type === 'field' ? [[field, String(value.value)]] : [],
  );
  return { incoming, name, mediaType, fields: Object.fromEntries(fields) as Record<string, string> };
}
