import type { RuleBook, RuleRow, RuleTable } from '../domain/rules/rows.js';
import { basisText } from '../domain/rules/verdict-words.js';
import { TABLE_NAMES, tellRows } from './rule-text.js';

/** What the product would do with a row if a person confirmed it. */
const WOULD: Readonly<Record<RuleTable, string>> = {
  awards: 'a nomination of another kind of subject would be refused',
  criteria: 'a nomination that fails it would be refused, one that passes could be called eligible',
  prerequisites: 'a nomination without these years would be refused',
  principles: 'it would be shown without the mark; no fact settles it',
  quotas: 'a list over the share would be refused',
  authority: 'the office would be named as the one that decides, others could be turned away',
  documents: 'a dossier without these papers would be sent back',
  timeLimits: 'the due date would bind instead of advising',
  votes: 'the result of a ballot would be judged by it',
  opinions: 'the step would be required before the decision',
  kinds: 'awards of this kind would count, or not, toward merit awards for certain',
  coefficients: 'the amount of the reward would be stated as final',
  baseSalary: 'the amount of the reward would be stated as final',
  retention: 'files would be kept and destroyed by it',
  calendar: 'it would be shown without the mark; the days themselves are in data/calendars/vn.csv',
};

const INTRODUCTION = `# Rules that wait for a person

Made from \`libs/rules/packs\` by \`node scripts/rules-to-verify.mjs\`; not written by hand.

The product enforces none of these rows: they give hints and due dates marked “cần xác minh” and refuse nothing. A named
person may confirm a row in the product with its source, which is a fact of its own; a correction of the files follows.

Confidence: \`V\` verified (here: read, but local, partial or a matter of interpretation, so it only advises); \`VH\` verified for
an instrument that has ended; \`M\` from memory; \`?\` unknown.
`;

/** Rows that only advise and whose instrument is not a draft: what a person could still confirm. */
export const waitsForPerson = (book: RuleBook, table: RuleTable, row: RuleRow): boolean =>
  row.enforced !== true &&
  !(row.confidence === 'V' && (table === 'principles' || table === 'kinds' || table === 'awards')) &&
  !book.packs.some((pack) => pack.status === 'draft' && pack.instruments.includes(row.basis.instrument));

/** The page docs/rules-to-verify.md: what waits for a person, and what it would change. */
export function rulesToVerify(book: RuleBook): string {
  const told = tellRows(book, (table) => book.tables[table]).filter(({ table, row }) =>
    waitsForPerson(book, table, row),
  );
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const lines = [...new Set(told.map(({ table }) => table))].flatMap((table) => {
    const rows = told.filter((one) => one.table === table);
    return [
      `## ${TABLE_NAMES[table].en} (${TABLE_NAMES[table].vi})`,
      '',
      `If confirmed: ${WOULD[table]}.`,
      '',
      '| Row | Says | To be found in | Confidence | From | To | Note |',
      '|---|---|---|---|---|---|---|',
      ...rows.map(({ row, text }) =>
        [
          '',
          `\`${row.id}\``,
          cell(text.vi),
          cell(basisText(book, row)),
          row.confidence,
          row.from ?? '–',
          row.to ?? '–',
          cell(row.note?.vi ?? '–'),
          '',
        ]
          .join(' | ')
          .trim(),
      ),
      '',
    ];
  });
  return [INTRODUCTION, `${told.length} rows wait, rule data version ${book.version}.`, '', ...lines].join('\n');
}
