import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { decidersFile, factsFile, instrumentsFile, packsFile, ruleRows } from '../contracts/rule-book.contract.js';
import { RULE_TABLES, type RuleBook, type RuleTable, type RuleTables } from '../domain/rules/rows.js';
import { readLocatedYaml } from '../reference/located-yaml.js';
import { readTextFile, validateText, type LocatedFinding, type Validation } from '../reference/read-reference.js';
import { checkRules, type FoundIn } from './check-rules.js';

/** A finding with the file and the line a person opens it at. */
export interface RuleFinding extends LocatedFinding {
  readonly file: string;
}

/** `book` is there exactly when nothing is an error. */
export interface LoadedRules {
  readonly book?: RuleBook;
  readonly findings: readonly RuleFinding[];
}

/** Where the rule data of this installation lies: beside this file, in the sources as in dist/. */
export const rulesFolder = (): string => join(dirname(fileURLToPath(import.meta.url)), 'packs');

/** One file a table, named as people write words in file names: time-limits.yaml. */
export const fileOf = (table: RuleTable | 'packs' | 'instruments' | 'facts' | 'deciders'): string =>
  `${table.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.yaml`;

/**
 * Reads every file of the rule book and judges it: its form by the schema, its sense by {@link checkRules}. Refuses the
 * whole book with every error, each with file and line: half a law would judge wrongly.
 */
export function loadRules(folder: string = rulesFolder()): LoadedRules {
  const texts = new Map<string, string>();
  const findings: RuleFinding[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const text = readTextFile(join(folder, name)) ?? '';
    texts.set(name, text);
    const { file, findings: found }: Validation<T> = validateText(text, schema, () => []);
    findings.push(...found.map((one) => ({ ...one, file: name })));
    return file;
  };
  const packs = read(fileOf('packs'), packsFile);
  const instruments = read(fileOf('instruments'), instrumentsFile);
  const facts = read(fileOf('facts'), factsFile);
  const deciders = read(fileOf('deciders'), decidersFile);
  const tables = Object.fromEntries(
    RULE_TABLES.map((table) => [table, read(fileOf(table), tableFile(table))?.rows ?? []]),
  ) as unknown as RuleTables; // each table was read by the schema of its own name
  const parts = { packs, instruments, facts, deciders };
  if (findings.length > 0 || !isWhole(parts)) return { findings };
  const content = { ...parts.packs, ...parts.instruments, ...parts.facts, ...parts.deciders, tables };
  const book: RuleBook = { ...content, version: `${content.version}-${fingerprint(content)}` };
  const found = locate(checkRules(book), texts);
  return found.some(({ severity }) => severity === 'error') ? { findings: found } : { book, findings: found };
}

const tableFile = (table: RuleTable): z.ZodType<{ rows: unknown[] }> =>
  z.strictObject({ rows: z.array(ruleRows[table] as z.ZodType) });

/** Two contents never share a version, whether or not somebody remembered to write a new one. */
const fingerprint = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);

type Whole<T> = { readonly [Name in keyof T]: Exclude<T[Name], undefined> };
const isWhole = <T extends object>(parts: T): parts is T & Whole<T> =>
  Object.values(parts).every((part) => part !== undefined);

function locate(found: readonly FoundIn[], texts: ReadonlyMap<string, string>): readonly RuleFinding[] {
  const read = new Map(
    [...new Set(found.map(({ table }) => fileOf(table)))].map((file) => [file, readLocatedYaml(texts.get(file) ?? '')]),
  );
  return found.map(({ table, finding }) => {
    const file = fileOf(table);
    const line = read.get(file)?.lineOf(finding.path) ?? 1;
    return { ...finding, file, line, field: finding.path.join('.') };
  });
}

let kept: RuleBook | undefined;

/** The rule book of this installation, read once. Throws with every finding: nothing starts on half a law. */
export function ruleBookOfInstallation(): RuleBook {
  if (kept !== undefined) return kept;
  const { book, findings } = loadRules();
  if (book === undefined)
    throw new Error(findings.map(({ file, line, messageEn }) => `${file}:${line}: ${messageEn}`).join('\n'));
  kept = book;
  return book;
}
