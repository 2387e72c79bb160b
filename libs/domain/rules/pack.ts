import type { LocalDate } from '../calendar/local-date.js';
import { sameJson } from '../core/same-json.js';
import {
  RULE_TABLES,
  type PackDefinition,
  type RuleBook,
  type RuleRow,
  type RuleTable,
  type RuleTables,
} from './rows.js';
import { order } from './truth.js';

/** From which day to which, both included; open where an end is missing. ISO dates sort as they read. */
interface Span {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

export const covers = (span: Span, day: LocalDate): boolean =>
  (span.from === undefined || span.from <= day) && (span.to === undefined || day <= span.to);

export const overlaps = (a: Span, b: Span): boolean =>
  (a.from === undefined || b.to === undefined || a.from <= b.to) &&
  (b.from === undefined || a.to === undefined || b.from <= a.to);

export const packById = (book: RuleBook, id: string): PackDefinition | undefined =>
  book.packs.find((pack) => pack.id === id);

/** The adopted pack of a day; a draft is never in force. Undefined before the first regime the book knows. */
export const packInForce = (book: RuleBook, on: LocalDate): PackDefinition | undefined =>
  book.packs.find((pack) => pack.status === 'adopted' && pack.from !== undefined && covers(pack, on));

/** What a what-if asks a pack about a day outside its own: the nearest day of the pack (for a draft, of what it changes). */
export function dayWithin(book: RuleBook, pack: PackDefinition, on: LocalDate): LocalDate {
  const days = pack.status === 'draft' ? packById(book, pack.changes ?? '') : pack;
  if (days?.from !== undefined && on < days.from) return days.from;
  return days?.to !== undefined && on > days.to ? days.to : on;
}

/** Rows of a table that belong to a pack, whatever the day: its instruments, its time; a draft's rows replace by key. */
export function rowsOfPack<T extends RuleTable>(
  book: RuleBook,
  pack: PackDefinition,
  table: T,
): readonly RuleTables[T][number][] {
  const rows: readonly RuleTables[T][number][] = book.tables[table];
  const own = rows.filter((row) => pack.instruments.includes(row.basis.instrument) && overlaps(row, pack));
  const changed = packById(book, pack.changes ?? '');
  if (pack.status !== 'draft' || changed === undefined) return own;
  const replaced = new Set(own.map((row) => row.key));
  return [...rowsOfPack(book, changed, table).filter((row) => !replaced.has(row.key)), ...own];
}

/**
 * Rows of a table that apply in a pack on a day: at a locality its own rows instead of the general ones of the same key,
 * elsewhere the general ones only. Sorted by id, so that the order of the files does not matter.
 */
export function rowsOn<T extends RuleTable>(
  book: RuleBook,
  pack: PackDefinition,
  table: T,
  on: LocalDate,
  localities: readonly string[] = [],
): readonly RuleTables[T][number][] {
  const day = dayWithin(book, pack, on);
  const applying = rowsOfPack(book, pack, table).filter(
    (row) => covers(row, day) && (row.locality === undefined || localities.includes(row.locality)),
  );
  const local = new Set(applying.filter((row) => row.locality !== undefined).map((row) => row.key));
  return applying.filter((row) => row.locality !== undefined || !local.has(row.key)).sort((a, b) => order(a.id, b.id));
}

/** Whether a row may refuse: in what is adopted only where it is enforced; in a draft that is tried out, where its text was read. */
export const decides = (pack: PackDefinition, row: RuleRow): boolean =>
  row.enforced === true ||
  (pack.status === 'draft' && pack.instruments.includes(row.basis.instrument) && row.confidence === 'V');

export interface RuleDifference {
  readonly table: RuleTable;
  readonly key: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: readonly RuleRow[];
  readonly after: readonly RuleRow[];
}

/** What one pack says otherwise than another, by table and key; keys whose rows are the same are left out. */
export function diffPacks(book: RuleBook, from: PackDefinition, to: PackDefinition): readonly RuleDifference[] {
  return RULE_TABLES.flatMap((table) => {
    const before = byKey(rowsOfPack(book, from, table));
    const after = byKey(rowsOfPack(book, to, table));
    const keys = [...new Set([...before.keys(), ...after.keys()])].sort(order);
    return keys.flatMap((key): RuleDifference[] => {
      const [old, now] = [before.get(key) ?? [], after.get(key) ?? []];
      if (sameJson(old, now)) return [];
      const change = old.length === 0 ? 'added' : now.length === 0 ? 'removed' : 'changed';
      return [{ table, key, change, before: old, after: now }];
    });
  });
}

function byKey(rows: readonly RuleRow[]): ReadonlyMap<string, readonly RuleRow[]> {
  const found = new Map<string, RuleRow[]>();
  for (const row of [...rows].sort((a, b) => order(a.id, b.id))) {
    const name = row.locality === undefined ? row.key : `${row.key} @ ${row.locality}`;
    found.set(name, [...(found.get(name) ?? []), row]);
  }
  return found;
}
