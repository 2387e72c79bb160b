import { Controller, Get, HttpCode, Inject, Param, Post, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FileStore } from '../../../libs/persistence/file-store.js';
import { By } from '../http/act.js';
import { notFound, refused } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustReadFile } from './file-rights.js';
import { receiveFile } from './uploads.js';

const DIGEST = /^[0-9a-f]{64}$/;
const pathDigest = { schema: z.string().regex(DIGEST).describe('SHA-256 of the content, hex.') };

interface VersionRow {
  readonly digest: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: string;
  readonly person_id: string;
  readonly at: Date;
}

/** Files people bring: uploaded first, then named by the act that attaches them. */
@Controller('api/v1/files')
export class FileController {
  constructor(@Inject(FileStore) private readonly store: FileStore) {}

  @Post()
  @HttpCode(201)
  @Reads('work.read', 'Upload one file (multipart/form-data, field `file`; before it optionally `replaces`, a digest).')
  async upload(@By() by: SignedIn, @Req() request: FastifyRequest) {
    const { incoming, name, mediaType, fields } = await receiveFile(request, this.store, by.world.name);
    const replaces = fields['replaces'];
    try {
      if (replaces !== undefined) await mustReplace(by, replaces);
      await incoming.keep();
    } catch (error) {
      await incoming.discard();
      throw error;
    }
    const { digest, size } = incoming;
    await by.world.pool.query({
      name: 'file-keep',
      text: `with kept as (insert into ops_file (digest, media_type, size) values ($1, $2, $3) on conflict do nothing)
        insert into ops_upload (digest, person_id, name, replaces) values ($1, $4, $5, $6)`,
      values: [digest, mediaType, size, by.personId, name, replaces ?? null],
    });
    return { digest, name, mediaType, size };
  }

  @Get(':digest')
  @Reads('work.read', 'The content of a file, for who uploaded it or may read what it is attached to.')
  async download(@By() by: SignedIn, @Param('digest', pathDigest) digest: string): Promise<StreamableFile> {
    await mustReadFile(by, digest);
    const [latest] = await versions(by, digest);
    if (latest === undefined) throw notFound(digest);
    const found = await this.store.read(by.world.name, digest);
    if (found === undefined) throw refused('FILE_DAMAGED', { params: { id: digest } });
    return new StreamableFile(found.content, {
      type: latest.media_type,
      length: found.size,
      // Shown by the reader's own program, never by the browser as a page of this origin.
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(latest.name).replaceAll(/['()*]/g, percent)}`,
    });
  }

  @Get(':digest/versions')
  @Reads('work.read', 'A file and those it replaced, newest first.')
  async history(@By() by: SignedIn, @Param('digest', pathDigest) digest: string) {
    await mustReadFile(by, digest);
    const rows = await versions(by, digest);
    return {
      items: rows.map((row) => ({
        digest: row.digest,
        name: row.name,
        mediaType: row.media_type,
        size: Number(row.size),
        uploadedBy: row.person_id,
        uploadedAt: row.at.toISOString(),
      })),
    };
  }
}

const percent = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;

/** Only a file one may read is replaced by another. */
async function mustReplace(by: SignedIn, replaces: string): Promise<void> {
  if (!DIGEST.test(replaces)) throw refused('INVALID_INPUT', { field: 'replaces' });
  await mustReadFile(by, replaces);
}

async function versions(by: SignedIn, digest: string): Promise<readonly VersionRow[]> {
  const { rows } = await by.world.pool.query<VersionRow>({
    name: 'file-versions',
    text: `with recursive chain (digest, depth) as (
        select $1::text collate "C", 0
        union select u.replaces, c.depth + 1 from chain c join ops_upload u on u.digest = c.digest
          where u.replaces is not null and c.depth < 100
      ), nearest as (select digest, min(depth) as depth from chain group by digest)
      select f.digest, u.name, f.media_type, f.size, u.person_id, u.at from nearest n
        join ops_file f on f.digest = n.digest
        join lateral (select name, person_id, at from ops_upload where digest = n.digest order by id desc limit 1) u on true
      order by n.depth, f.digest`,
    values: [digest],
  });
  return rows;
}
