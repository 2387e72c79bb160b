import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { By } from '../http/act.js';
import { notFound } from '../http/problem.js';
import { Own } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

const about = {
  schema: z
    .string()
    .trim()
    .min(1)
    .max(280)
    .regex(/^[\w.:-]+$/),
};
const draftBody = z
  .record(z.string().max(120), z.json())
  .describe('A form that is half filled in; a convenience, not a fact.');

interface DraftRow {
  readonly about: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** Half-filled forms, kept for the one who fills them in. */
@Controller('api/v1/drafts')
export class DraftController {
  @Get()
  @Own('What the reader has begun and not sent.')
  async list(@By() by: SignedIn) {
    const { rows } = await by.world.pool.query<Pick<DraftRow, 'about' | 'at'>>({
      name: 'drafts',
      text: 'select about, at from ops_draft where person_id = $1 order by at desc, about limit 200',
      values: [by.personId],
    });
    return { items: rows.map((row) => ({ about: row.about, at: row.at.toISOString() })) };
  }

  @Put(':about')
  @Own('Keep a half-filled form.')
  async keep(
    @By() by: SignedIn,
    @Param('about', about) subject: string,
    @Body({ schema: draftBody }) body: z.infer<typeof draftBody>,
  ) {
    await by.world.pool.query({
      name: 'draft-keep',
      text: `insert into ops_draft (person_id, about, body) values ($1, $2, $3)
             on conflict (person_id, about) do update set body = excluded.body, at = clock_timestamp()`,
      values: [by.personId, subject, JSON.stringify(body)],
    });
    return { about: subject, kept: true };
  }

  @Get(':about')
  @Own('A half-filled form.')
  async show(@By() by: SignedIn, @Param('about', about) subject: string) {
    const { rows } = await by.world.pool.query<DraftRow>({
      name: 'draft',
      text: 'select about, body, at from ops_draft where person_id = $1 and about = $2',
      values: [by.personId, subject],
    });
    const row = rows[0];
    if (row === undefined) throw notFound(subject);
    return { about: row.about, body: row.body, at: row.at.toISOString() };
  }

  @Delete(':about')
  @Own('Throw a half-filled form away.')
  async drop(@By() by: SignedIn, @Param('about', about) subject: string) {
    await by.world.pool.query({
      name: 'draft-drop',
      text: 'delete from ops_draft where person_id = $1 and about = $2',
      values: [by.personId, subject],
    });
    return { about: subject, kept: false };
  }
}
