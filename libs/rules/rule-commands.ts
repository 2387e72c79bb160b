import { eligibilityFacts } from '../contracts/eligibility-facts.contract.js';
import { isLocalDate } from '../domain/calendar/local-date.js';
import { diffPacks, packById, packInForce, rowsOn } from '../domain/rules/pack.js';
import { RULE_TABLES, type RuleBook, type RuleRow, type RuleTable, type RuleTables } from '../domain/rules/rows.js';
import { evaluate, type Verdict } from '../domain/rules/verdict.js';
import type { CommandOutput } from '../reference/campaign-commands.js';
import { readTextFile, validateText } from '../reference/read-reference.js';
import { loadRules } from './load-rules.js';
import { isAbout, rowOrigin, rowText, TABLE_NAMES, tellRows, type ToldRow } from './rule-text.js';

/** The book, or every finding of its files as the answer of any command. */
function withBook(use: (book: RuleBook) => CommandOutput): CommandOutput {
  const { book, findings } = loadRules();
  if (book !== undefined) return use(book);
  const lines = findings.map((one) => `${one.file}:${one.line} ${one.messageVi} / ${one.messageEn}`);
  return wrong(lines.join('\n'));
}

const wrong = (text: string): CommandOutput => ({ text, exitCode: 1 });
const fine = (text: string): CommandOutput => ({ text, exitCode: 0 });
const asJson = (value: unknown): CommandOutput => fine(JSON.stringify(value, null, 2));

const notADay = (on: string): CommandOutput =>
  wrong(`--on ${on}: ngày phải có dạng YYYY-MM-DD / must be a date YYYY-MM-DD`);

/** An award nobody knows, with the one that was perhaps meant: a list or a verdict of nothing would look like an answer. */
function refuseAward(book: RuleBook, award: string | undefined): CommandOutput | undefined {
  const codes = [...new Set(book.tables.awards.map((row) => row.award))];
  if (award === undefined || codes.includes(award)) return undefined;
  const meant = codes.find((code) => code.toLowerCase() === award.toLowerCase());
  const hint = meant === undefined ? '' : ` (${meant}?)`;
  return wrong(`--award ${award}: không có trong danh mục / not in the catalogue${hint}`);
}

/** A place the rules do not know would be judged like any other, as if its own rules had been looked at. */
function refusePlace(book: RuleBook, locality: string | undefined): CommandOutput | undefined {
  const known = book.localities.map(({ id }) => id);
  return locality === undefined || known.includes(locality)
    ? undefined
    : wrong(`--locality ${locality}: không có quy định riêng / no rules of its own. ${known.join(', ')}`);
}

/** A misspelt fact would be an unknown one: it is named, with the line it stands in. */
function refuseFacts(book: RuleBook, path: string, text: string, names: readonly string[]): CommandOutput | undefined {
  const known = new Set(book.facts.map(({ name }) => name));
  const lines = text.split('\n');
  const strange = names.filter((name) => !known.has(name));
  if (strange.length === 0) return undefined;
  const told = strange.map((name) => {
    const line = lines.findIndex((one) => one.includes(`"${name}"`)) + 1;
    return `${path}:${Math.max(1, line)} values.${name}: không có dữ kiện này / no such fact`;
  });
  return wrong([...told, `${[...known].sort().join(', ')}`].join('\n'));
}

export interface ListOptions {
  readonly on: string;
  readonly table?: string | undefined;
  readonly award?: string | undefined;
  readonly locality?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `vinhdanh rules list --on DATE`: the pack of the day and every row that applies. */
export function listRules({ on, table, award, locality, json = false }: ListOptions): CommandOutput {
  if (!isLocalDate(on)) return notADay(on);
  if (table !== undefined && !RULE_TABLES.some((name) => name === table))
    return wrong(`--table ${table}: ${RULE_TABLES.join(' | ')}`);
  return withBook((book) => {
    const refused = refuseAward(book, award) ?? refusePlace(book, locality);
    if (refused !== undefined) return refused;
    const pack = packInForce(book, on);
    if (pack === undefined)
      return wrong(`${on}: không có quy định nào trong dữ liệu / no rules in the data for this day`);
    const pick = <T extends RuleTable>(name: T): readonly RuleTables[T][number][] =>
      table !== undefined && table !== name
        ? []
        : rowsOn(book, pack, name, on, locality === undefined ? [] : [locality]).filter((row) => isAbout(row, award));
    const rows = tellRows(book, pick);
    if (json)
      return asJson({
        on,
        pack: pack.id,
        version: book.version,
        rows: rows.map(({ table: name, row, text }) => ({ table: name, ...row, says: text })),
      });
    return fine([`${on}  ${pack.id}  (${pack.name.vi}, ${book.version})`, ...listed(book, rows)].join('\n'));
  });
}

function listed(book: RuleBook, rows: readonly ToldRow[]): readonly string[] {
  return RULE_TABLES.flatMap((table) => {
    const own = rows.filter((row) => row.table === table);
    if (own.length === 0) return [];
    const name = TABLE_NAMES[table];
    return [
      '',
      `${name.vi} / ${name.en}`,
      ...own.flatMap(({ row, text }) => [`  ${row.id}  ${text.vi}`, `    ${rowOrigin(book, row)}`]),
    ];
  });
}

/** `vinhdanh rules diff PACK PACK`: what the second says otherwise than the first. */
export function diffRules(from: string, to: string, json = false): CommandOutput {
  return withBook((book) => {
    const [before, after] = [packById(book, from), packById(book, to)];
    if (before === undefined || after === undefined) {
      const known = book.packs.map(({ id }) => id).join(', ');
      return wrong(`${before === undefined ? from : to}: không có bộ quy định này / no such pack. ${known}`);
    }
    const differences = diffPacks(book, before, after);
    if (json) return asJson({ from, to, version: book.version, differences });
    const lines = differences.flatMap(({ table, key, change, before: old, after: now }) => [
      `${SIGN[change]} ${key}  (${TABLE_NAMES[table].vi})`,
      ...old.map((row) => `    - ${row.id}  ${textOf(book, table, row)}  ${rowOrigin(book, row)}`),
      ...now.map((row) => `    + ${row.id}  ${textOf(book, table, row)}  ${rowOrigin(book, row)}`),
    ]);
    return fine([`${from} → ${to}: ${differences.length}`, ...lines].join('\n'));
  });
}

const SIGN = { added: '+', removed: '-', changed: '~' } as const;

/** A difference names the table its rows came from. */
const textOf = (book: RuleBook, table: RuleTable, row: RuleRow): string => {
  const rows: readonly RuleRow[] = book.tables[table];
  return rows.includes(row) ? rowText(book, table, row as RuleTables[typeof table][number]).vi : row.id;
};

export interface CheckOptions {
  readonly award: string;
  readonly on: string;
  readonly pack?: string | undefined;
  readonly locality?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `vinhdanh eligibility check FACTS.json`: 0 eligible, 1 wrong input, 3 not eligible, 4 not determined. */
export function checkEligibility(
  path: string,
  { award, on, pack, locality, json = false }: CheckOptions,
): CommandOutput {
  if (!isLocalDate(on)) return notADay(on);
  const text = readTextFile(path);
  if (text === undefined) return wrong(`${path}: không đọc được / cannot be read`);
  // JSON is YAML: the same reader gives the line of every mistake.
  const { file: facts, findings } = validateText(text, eligibilityFacts, () => []);
  if (facts === undefined)
    return wrong(
      findings.map((one) => `${path}:${one.line} ${one.field}: ${one.messageVi} / ${one.messageEn}`).join('\n'),
    );
  return withBook((book) => {
    const refused =
      refuseAward(book, award) ??
      refusePlace(book, locality) ??
      refuseFacts(book, path, text, Object.keys(facts.values));
    if (refused !== undefined) return refused;
    if (pack !== undefined && packById(book, pack) === undefined)
      return wrong(
        `--pack ${pack}: không có bộ quy định này / no such pack. ${book.packs.map(({ id }) => id).join(', ')}`,
      );
    const localities = locality === undefined ? [] : [locality];
    const verdict = evaluate(book, { award, on, facts, pack, localities });
    if (verdict === undefined)
      return wrong(`${on}: không có quy định nào trong dữ liệu / no rules in the data for this day`);
    const exitCode = EXIT[verdict.outcome];
    return { text: json ? JSON.stringify(verdict, null, 2) : verdictText(verdict), exitCode };
  });
}

const EXIT = { eligible: 0, 'not-eligible': 3, undetermined: 4 } as const;

/** A verdict for the terminal: the conclusion, each rule, what is missing. */
function verdictText(verdict: Verdict): string {
  const rules = verdict.rules
    .filter(({ status }) => status !== 'not-applicable')
    .flatMap(({ row, sentence }) => [`  ${row}`, `    ${sentence.vi}`, `    ${sentence.en}`]);
  const missing = verdict.missing.flatMap(({ fact, question }) => [`  ${fact}: ${question.vi} / ${question.en}`]);
  return [
    verdict.sentence.vi,
    verdict.sentence.en,
    `${verdict.on}  ${verdict.pack.id}  ${verdict.pack.version}${verdict.hypothetical ? '  (giả định / what if)' : ''}`,
    ...rules,
    ...(missing.length === 0 ? [] : ['Còn thiếu / missing:', ...missing]),
  ].join('\n');
}
