import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { IMPORT_FIELDS } from '../../../libs/domain/award-history/import/header.js';
import { FileStore } from '../../../libs/persistence/file-store.js';
import { commitImport, prepareImport, type PreparedImport } from '../../../libs/register/award-import.js';
import { LARGEST_FILE, MOST_ROWS, UnreadableTable } from '../../../libs/register/read-table.js';
import { shownProblem, shownRows, summaryOf } from '../../../libs/register/shown.js';
import { mustReadFile } from '../file/file-rights.js';
import { By } from '../http/act.js';
import { notFound, Refused, refused } from '../http/problem.js';
import { Does, Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

const pathDigest = {
  schema: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of a file uploaded to /api/v1/files.'),
};
const columns = {
  mapping: z
    .partialRecord(z.enum(IMPORT_FIELDS), z.int().min(0).max(99).nullable())
    .optional()
    .describe(
      'Columns by field, counted from 0, where the header was not understood; null for a field not to be read.',
    ),
  headerRow: z
    .int()
    .min(1)
    .max(MOST_ROWS)
    .optional()
    .describe('Row of the header as the spreadsheet counts it, where another one was taken for it.'),
};
const importBody = z.strictObject(columns).describe('How to read the columns.');
type ImportBody = z.infer<typeof importBody>;
const previewBody = z
  .strictObject({
    ...columns,
    only: z.literal('wrong').optional().describe('Only rows that cannot be entered as they are.'),
    after: z.int().min(0).max(MOST_ROWS).optional().describe('The rows after this one.'),
  })
  .describe('How to read the columns, and which rows to show.');
type PreviewBody = z.infer<typeof previewBody>;

const MOST_SHOWN = 1_000;
const SAMPLE = 20;
const ROWS_A_PAGE = 50;

/**
 * Past decisions from a spreadsheet, in three steps: the file is uploaded as any other, looked at as often as needed, and
 * entered. Rows that are in order are entered whatever is wrong with others; entering it again changes nothing.
 */
@Controller('api/v1/award-imports')
export class AwardImportController {
  constructor(@Inject(FileStore) private readonly store: FileStore) {}

  @Post(':digest/preview')
  @HttpCode(200)
  @Reads('register.keep', 'What would be entered of an uploaded file, and what is wrong with which cell.')
  async preview(
    @By() by: SignedIn,
    @Param('digest', pathDigest) digest: string,
    @Body({ schema: previewBody }) body: PreviewBody,
  ) {
    const prepared = await this.prepared(by, digest, body);
    return {
      ...summaryOf(prepared),
      problems: prepared.problems.slice(0, MOST_SHOWN).map((problem) => shownProblem(prepared, problem)),
      sample: prepared.rows.slice(0, SAMPLE),
      lines: shownRows(prepared, body, ROWS_A_PAGE),
    };
  }

  @Post(':digest')
  @Does('recordAwards')
  async commit(
    @By() by: SignedIn,
    @Param('digest', pathDigest) digest: string,
    @Body({ schema: importBody }) body: ImportBody,
  ) {
    await by.must('register.keep');
    const prepared = await this.prepared(by, digest, body);
    if (prepared.missing.length > 0)
      throw refused('COLUMNS_MISSING', { field: 'mapping', params: { columns: prepared.missing.join(', ') } });
    const imported = await commitImport(by.world, { kind: 'person', id: by.personId }, prepared);
    if (!imported.ok) throw new Refused(imported.refusal);
    return {
      ...summaryOf(prepared),
      recorded: imported.recorded,
      problems: prepared.problems.slice(0, MOST_SHOWN).map((problem) => shownProblem(prepared, problem)),
    };
  }

  private async prepared(by: SignedIn, digest: string, body: ImportBody): Promise<PreparedImport> {
    await mustReadFile(by, digest);
    const found = await this.store.read(by.world.name, digest);
    if (found === undefined) throw notFound(digest);
    if (found.size > LARGEST_FILE) {
      found.content.destroy();
      throw refused('PAYLOAD_TOO_LARGE', { field: 'digest' });
    }
    try {
      return await prepareImport(by.world, await bytesOf(found.content), body);
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      throw refused(error.trouble === 'NOT_A_TABLE' ? 'TABLE_UNREADABLE' : 'PAYLOAD_TOO_LARGE', { field: 'digest' });
    }
  }
}

async function bytesOf(content: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
