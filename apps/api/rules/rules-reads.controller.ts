import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { localDate } from '../../../libs/contracts/due-rule.contract.js';
import { id } from '../../../libs/contracts/commands/command-parts.contract.js';
import { awardCode } from '../../../libs/contracts/rule-expression.contract.js';
import { SUBJECT_KINDS } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { procedureOf } from '../../../libs/domain/rules/authority.js';
import { COMMENDATION_KINDS } from '../../../libs/domain/rules/facts.js';
import { rewardOf } from '../../../libs/domain/rules/money.js';
import { diffPacks, packById, packInForce, rowsOn } from '../../../libs/domain/rules/pack.js';
import { RULE_PACK_ID } from '../../../libs/domain/rules/rule-pack.stream.js';
import { RULE_TABLES, type RuleBook } from '../../../libs/domain/rules/rows.js';
import { basisText } from '../../../libs/domain/rules/verdict-words.js';
import { factsOf } from '../../../libs/history/fact-rows.js';
import { namedIn, tell } from '../../../libs/history/history-entry.js';
import { namesIn } from '../../../libs/history/names.js';
import { isAbout, tellRows, TABLE_NAMES, type ToldRow } from '../../../libs/rules/rule-text.js';
import { waitsForPerson } from '../../../libs/rules/rules-to-verify.js';
import { whatIf } from '../../../libs/ledger/what-if.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { ruleBookOf } from './rule-book.js';

const localities = z
  .array(id)
  .max(20)
  .or(id.transform((one) => [one]))
  .optional();
const listQuery = z.strictObject({
  on: localDate.optional().describe('The day; today if left out.'),
  table: z.enum(RULE_TABLES).optional(),
  award: awardCode.optional(),
  locality: localities.describe('A place whose own rules go before the general ones.'),
  waiting: z.stringbool().optional().describe('Only rows that wait for a person to verify them.'),
});
const diffQuery = z.strictObject({ from: id, to: id });
const whatIfQuery = z
  .strictObject({
    campaign: id.optional().describe('All nominations of a campaign.'),
    year: z.coerce.number().int().min(1945).max(2100).optional().describe('All nominations of a year.'),
    pack: id.optional().describe('Another pack, a draft included.'),
    on: localDate.optional().describe('The rules of another day.'),
    most: z.coerce.number().int().min(0).max(10_000).default(500).describe('How many changes are told one by one.'),
  })
  .refine(({ campaign, year }) => (campaign === undefined) !== (year === undefined), 'name a campaign or a year')
  .refine(({ pack, on }) => (pack === undefined) !== (on === undefined), 'name a pack or a day');
const procedureQuery = z.strictObject({
  award: awardCode,
  on: localDate.optional(),
  subject: z.enum(SUBJECT_KINDS).optional(),
  kind: z.enum(COMMENDATION_KINDS).optional(),
  short: z.stringbool().optional().describe('The short procedure.'),
  batch: z.coerce.number().int().min(1).max(100_000).optional().describe('How many subjects one submission names.'),
  locality: localities,
});

/** The rule browser: what the law says on a day, where it says so, and how far it may be trusted. */
@Controller('api/v1/rules')
export class RulesReadsController {
  @Get()
  @Reads('work.read', 'Every rule that applies on a day, with its article, its confidence and its text.')
  async list(@By() by: SignedIn, @Query({ schema: listQuery }) query: z.infer<typeof listQuery>) {
    const book = await bookOf(by);
    const on = query.on ?? (await by.today());
    const { verified } = (await by.world.reader.state('rule-pack', RULE_PACK_ID))?.state ?? { verified: {} };
    const pack = packInForce(book, on);
    const rows =
      pack === undefined
        ? []
        : tellRows(book, (table) =>
            query.table !== undefined && query.table !== table
              ? []
              : rowsOn(book, pack, table, on, query.locality).filter(
                  (row) => isAbout(row, query.award) && (query.waiting !== true || waitsForPerson(book, table, row)),
                ),
          );
    return {
      on,
      version: book.version,
      pack: pack === undefined ? null : { id: pack.id, name: pack.name, from: pack.from ?? null, to: pack.to ?? null },
      items: rows.map((row) => ({ ...shown(book, row), verifiedByPerson: row.row.id in verified })),
    };
  }

  @Get('packs')
  @Reads('work.read', 'The regimes the book knows, drafts among them, and the instruments they cite.')
  async packs(@By() by: SignedIn) {
    const { packs, instruments, localities: places, version } = await bookOf(by);
    const tables = RULE_TABLES.map((table) => ({ table, name: TABLE_NAMES[table] }));
    return { version, packs, instruments, localities: places, tables };
  }

  @Get('differences')
  @Reads('work.read', 'What one pack says otherwise than another.')
  async differences(@By() by: SignedIn, @Query({ schema: diffQuery }) query: z.infer<typeof diffQuery>) {
    const book = await bookOf(by);
    const [from, to] = [packById(book, query.from), packById(book, query.to)];
    if (from === undefined) throw notFound(query.from);
    if (to === undefined) throw notFound(query.to);
    const found = diffPacks(book, from, to);
    const named = new Set(found.flatMap(({ before, after }) => [...before, ...after].map((row) => row.id)));
    const rows = tellRows(book, (table) => book.tables[table].filter((row) => named.has(row.id)));
    const told = new Map(rows.map((row) => [row.row.id, shown(book, row)]));
    return {
      from: from.id,
      to: to.id,
      version: book.version,
      items: found.map((one) => ({
        ...one,
        tableName: TABLE_NAMES[one.table],
        before: one.before.flatMap(({ id: row }) => told.get(row) ?? []),
        after: one.after.flatMap(({ id: row }) => told.get(row) ?? []),
      })),
    };
  }

  @Get('procedure')
  @Reads('work.read', 'Who decides an award on a day, with which papers, limits, vote, opinions and reward.')
  async procedure(@By() by: SignedIn, @Query({ schema: procedureQuery }) query: z.infer<typeof procedureQuery>) {
    const book = await bookOf(by);
    const { award, subject, locality, ...more } = query;
    const on = query.on ?? (await by.today());
    const procedure = procedureOf(book, { ...more, award, subject, on, localities: locality });
    if (procedure === undefined) throw notFound(on);
    const reward = subject === undefined ? undefined : rewardOf(book, award, subject, on);
    return { on, version: book.version, award, ...procedure, reward: reward ?? null };
  }

  @Get('what-if')
  @Reads('rules.try', 'Who gains and who loses under another pack or date, and by which rule; nothing is recorded.')
  async whatIf(@By() by: SignedIn, @Query({ schema: whatIfQuery }) query: z.infer<typeof whatIfQuery>) {
    const report = await whatIf(by.world, { ...query, campaignId: query.campaign });
    if (report === undefined) throw notFound(query.pack ?? query.on ?? 'rules');
    return report;
  }

  @Get(':rowId/history')
  @Reads('work.read', 'Who verified a row, against which text, and who took that back.')
  async history(@By() by: SignedIn, @Param('rowId', pathId) rowId: string) {
    const facts = await factsOf(by.world, 'rule-pack', RULE_PACK_ID);
    const about = new Set(facts.filter(({ payload }) => payload['rowId'] === rowId).map(({ version }) => version));
    const names = await namesIn(by.world, namedIn(facts));
    // Told as a whole: each fact is shown between what was and what is.
    return { items: tell(facts, { about: RULE_PACK_ID, names }).filter(({ stream }) => about.has(stream.version)) };
  }
}

async function bookOf(by: SignedIn): Promise<RuleBook> {
  const book = await ruleBookOf(by.world);
  if (book === undefined) throw notFound('rules');
  return book;
}

const shown = (book: RuleBook, { table, row, text }: ToldRow) => ({
  ...row,
  table,
  tableName: TABLE_NAMES[table],
  says: text,
  article: basisText(book, row),
  enforced: row.enforced ?? false,
  waitsForPerson: waitsForPerson(book, table, row),
});
