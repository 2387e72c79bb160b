import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { numberKey, plain } from '../../../libs/domain/documents/document-number.js';
import { By } from '../http/act.js';
import { decodeCursor, pageOf, paging } from '../http/cursor.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

const documentsQuery = z.strictObject({
  ...paging,
  number: z.string().trim().max(120).optional().describe('A number, or a part of it: 34-CT/TW, so 101/kh-ubnd, 101.'),
  text: z.string().trim().max(120).optional().describe('Words of title, issuer or number; diacritics do not matter.'),
  notation: z.enum(['state', 'party']).optional(),
  campaign: z.string().max(240).optional(),
  role: z.string().max(60).optional(),
});

interface Row {
  readonly key: string;
  readonly number: string;
  readonly notation: string | null;
  readonly type: string | null;
  readonly issuer: string;
  readonly issued_on: string | null;
  readonly title: string | null;
  readonly cited: readonly { readonly campaign: string; readonly role: string; readonly id: string }[];
}

/** Entries of one document, that is number, office and year, are one; what has no number stands for itself. */
const TEXT = `with named as (select d.*, case when number_key = '' then id
      else number_key || '|' || issuer_key || '|' || coalesce(extract(year from issued_on)::text, '') end as key from read_document d
    where ($1::text = '' or position(' ' || $1 || ' ' in ' ' || number_key || ' ') > 0)
    and ($2::text = '' or position($2 in search) > 0) and ($3::text is null or notation = $3)
    and ($4::text is null or campaign_id = $4) and ($5::text is null or role = $5))
  select key, min(number) as number, min(notation) as notation, min(type) as type, min(issuer) as issuer, min(issued_on) as issued_on,
    max(title) as title, jsonb_agg(jsonb_build_object('campaign', campaign_id, 'role', role, 'id', id) order by id) as cited
  from named where key > $6 group by key order by key limit $7`;

/** The register of documents: what campaigns adopt, cite and rest on, decisions, and what proves duties. */
@Controller('api/v1/documents')
export class DocumentReadsController {
  @Get()
  @Reads('work.read', 'The register of documents by number (State and Party notation) or words; each document once.')
  async list(@By() by: SignedIn, @Query({ schema: documentsQuery }) query: z.infer<typeof documentsQuery>) {
    const after = decodeCursor(query.cursor, 1)?.[0] ?? '';
    const { rows } = await by.world.pool.query<Row>({
      name: 'documents',
      text: TEXT,
      values: [
        numberKey(query.number ?? ''),
        plain(query.text ?? ''),
        query.notation ?? null,
        query.campaign ?? null,
        query.role ?? null,
        after,
        query.limit + 1,
      ],
    });
    return pageOf(
      rows,
      query.limit,
      (row) => [row.key],
      (shown) =>
        shown.map(({ number, notation, type, issuer, issued_on: date, title, cited }) => ({
          number: number === '' ? null : number,
          notation,
          type,
          issuer,
          date,
          title,
          cited,
        })),
    );
  }
}
