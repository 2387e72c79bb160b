import { finding, type Finding, type FindingPath } from '../domain/campaign-plan/finding.js';
import { mentions, type Expression, type FactComparison } from '../domain/rules/expression.js';
import { overlaps } from '../domain/rules/pack.js';
import {
  OTHER_COUNTS,
  RULE_TABLES,
  type FactDefinition,
  type RuleBook,
  type RuleRow,
  type RuleTable,
} from '../domain/rules/rows.js';
import { mayBeEnforced } from '../domain/rules/verified.js';

/** A finding in one of the files of the book. */
export interface FoundIn {
  readonly table: RuleTable | 'packs';
  readonly finding: Finding;
}

/**
 * What no schema can see: rows of one key that apply on the same day, names that nothing has, rows nobody verified that
 * claim to be enforced, comparisons of what cannot be compared.
 */
export function checkRules(book: RuleBook): readonly FoundIn[] {
  return [...checkPacks(book), ...RULE_TABLES.flatMap((table) => checkTable(book, table)), ...checkIds(book)];
}

function checkPacks(book: RuleBook): readonly FoundIn[] {
  const codes = new Set(book.instruments.map(({ code }) => code));
  return book.packs.flatMap((pack, i) => {
    const at = (...path: FindingPath): FindingPath => ['packs', i, ...path];
    const found: Finding[] = pack.instruments
      .filter((name) => !codes.has(name))
      .map((name) => finding('UNKNOWN_REFERENCE', at('instruments'), name, 'instruments'));
    if (pack.changes !== undefined && !book.packs.some(({ id }) => id === pack.changes))
      found.push(finding('UNKNOWN_REFERENCE', at('changes'), pack.changes, 'packs'));
    if (pack.status === 'adopted' && pack.from === undefined) found.push(finding('FIELD_MISSING', at(), 'from'));
    const other = book.packs.find(
      (one, j) => j < i && one.status === 'adopted' && pack.status === 'adopted' && overlaps(one, pack),
    );
    if (other !== undefined) found.push(finding('ROWS_OVERLAP', at(), other.id, pack.id));
    return found.map((one): FoundIn => ({ table: 'packs', finding: one }));
  });
}

/** Ids are unique over all tables: a verdict names a row by its id alone. */
function checkIds(book: RuleBook): readonly FoundIn[] {
  const seen = new Set<string>();
  return RULE_TABLES.flatMap((table) =>
    book.tables[table].flatMap((row, i): FoundIn[] => {
      const isTwice = seen.has(row.id);
      seen.add(row.id);
      return isTwice ? [{ table, finding: finding('DUPLICATE_KEY', ['rows', i, 'id'], row.id, table) }] : [];
    }),
  );
}

function checkTable(book: RuleBook, table: RuleTable): readonly FoundIn[] {
  const rows: readonly RuleRow[] = book.tables[table];
  const names = namesOf(book);
  return rows.flatMap((row, i) => {
    const at = (...path: FindingPath): FindingPath => ['rows', i, ...path];
    const found = [...checkRow(book, row, at), ...checkNames(names, row, at), ...checkOverlap(book, rows, i)];
    return found.map((one): FoundIn => ({ table, finding: one }));
  });
}

type At = (...path: FindingPath) => FindingPath;

function checkRow(book: RuleBook, row: RuleRow, at: At): readonly Finding[] {
  const found: Finding[] = [];
  if (row.enforced === true && !mayBeEnforced(row))
    found.push(finding('ENFORCED_UNVERIFIED', at('enforced'), row.id, `${row.confidence} (${row.source ?? '-'})`));
  if (row.from !== undefined && row.to !== undefined && row.to < row.from)
    found.push(finding('PERIOD_REVERSED', at('to'), row.to, row.from));
  if (row.from === undefined && !isDraft(book, row)) found.push(finding('FIELD_MISSING', at(), 'from'));
  if (!book.instruments.some(({ code }) => code === row.basis.instrument))
    found.push(finding('UNKNOWN_REFERENCE', at('basis', 'instrument'), row.basis.instrument, 'instruments'));
  if (row.locality !== undefined && !book.localities.some(({ id }) => id === row.locality))
    found.push(finding('UNKNOWN_REFERENCE', at('locality'), row.locality, 'localities'));
  return found;
}

const isDraft = (book: RuleBook, row: RuleRow): boolean =>
  book.packs.some((pack) => pack.status === 'draft' && pack.instruments.includes(row.basis.instrument));

function checkOverlap(book: RuleBook, rows: readonly RuleRow[], i: number): readonly Finding[] {
  const row = rows[i];
  if (row === undefined) return [];
  const isSameThing = (one: RuleRow): boolean =>
    one.key === row.key && one.locality === row.locality && isDraft(book, one) === isDraft(book, row);
  const before = rows.slice(0, i).find((one) => isSameThing(one) && overlaps(one, row));
  return before === undefined ? [] : [finding('ROWS_OVERLAP', ['rows', i, 'from'], before.id, row.id)];
}

interface Names {
  readonly awards: ReadonlySet<string>;
  readonly deciders: ReadonlySet<string>;
  readonly facts: ReadonlyMap<string, FactDefinition>;
}

const namesOf = (book: RuleBook): Names => ({
  awards: new Set(book.tables.awards.map(({ award }) => award)),
  deciders: new Set(book.deciders.map(({ code }) => code)),
  facts: new Map(book.facts.map((fact) => [fact.name, fact])),
});

/** Members by which rows of several tables name an award, a decider or an expression. */
interface Naming extends RuleRow {
  readonly award?: string;
  readonly awards?: readonly string[] | 'every';
  readonly ofAwards?: readonly string[];
  readonly decider?: string;
  readonly when?: Expression;
  readonly check?: Expression;
}

/** Awards, deciders and facts a row names. */
function checkNames(names: Names, row: Naming, at: At): readonly Finding[] {
  const awards: readonly (readonly [string, string])[] = [
    ...(row.award === undefined ? [] : [['award', row.award] as const]),
    ...(row.awards === undefined || row.awards === 'every' ? [] : row.awards.map((name) => ['awards', name] as const)),
    ...(row.ofAwards ?? []).filter((name) => !OTHER_COUNTS.includes(name)).map((name) => ['ofAwards', name] as const),
  ];
  const unknown = awards
    .filter(([, award]) => !names.awards.has(award))
    .map(([field, award]) => finding('UNKNOWN_REFERENCE', at(field), award, 'awards'));
  const decider =
    row.decider === undefined || names.deciders.has(row.decider)
      ? []
      : [finding('UNKNOWN_REFERENCE', at('decider'), row.decider, 'deciders')];
  const expressions = [
    ...(row.when === undefined ? [] : checkExpression(names, row.when, at('when'))),
    ...(row.check === undefined ? [] : checkExpression(names, row.check, at('check'))),
  ];
  return [...unknown, ...decider, ...expressions];
}

function checkExpression(names: Names, part: Expression, path: FindingPath): readonly Finding[] {
  const named = mentions(part);
  return [
    ...named.awards
      .filter((award) => !names.awards.has(award))
      .map((award) => finding('UNKNOWN_REFERENCE', path, award, 'awards')),
    ...named.facts
      .filter((fact) => !names.facts.has(fact))
      .map((fact) => finding('UNKNOWN_REFERENCE', path, fact, 'facts')),
    ...comparisonsIn(part)
      .filter((one) => !isComparable(one, names.facts))
      .map((one) =>
        finding(
          'VALUE_INVALID',
          path,
          `${one.fact} ${one.is} ${String(one.value ?? one.other)}`,
          kindOf(one, names.facts),
        ),
      ),
  ];
}

function comparisonsIn(part: Expression): readonly FactComparison[] {
  if ('all' in part) return part.all.flatMap(comparisonsIn);
  if ('any' in part) return part.any.flatMap(comparisonsIn);
  if ('not' in part) return comparisonsIn(part.not);
  return 'compare' in part ? [part.compare] : [];
}

const kindOf = ({ fact }: FactComparison, facts: Names['facts']): string => {
  const known = facts.get(fact);
  return known?.scale?.join(' | ') ?? known?.kind ?? fact;
};

function isComparable({ fact, is, value, other }: FactComparison, facts: Names['facts']): boolean {
  const [left, right] = [facts.get(fact), facts.get(other ?? '')];
  if (left === undefined || (other !== undefined && right === undefined)) return true; // told as an unknown reference
  if (right !== undefined) return left.kind === right.kind && left.kind !== 'yes-no';
  switch (left.kind) {
    case 'scale':
      return typeof value === 'string' && left.scale?.includes(value) === true;
    case 'number':
      return typeof value === 'number';
    case 'yes-no':
      return typeof value === 'boolean' && (is === 'equal' || is === 'not-equal');
    case 'date':
    case 'text':
      return typeof value === 'string';
  }
}
