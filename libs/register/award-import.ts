import { createHash } from 'node:crypto';
import { dateOf } from '../domain/calendar/local-date.js';
import { idOfRecord, type GivenRecord } from '../domain/award-history/award.commands.js';
import type { AwardState } from '../domain/award-history/award-record.js';
import {
  findHeader,
  mapHeader,
  missingFields,
  withoutTaken,
  type AskedMapping,
  type ImportField,
  type Mapping,
} from '../domain/award-history/import/header.js';
import type { RowProblem } from '../domain/award-history/import/problems.js';
import { isRead, readRow, type ReadRow } from '../domain/award-history/import/read-row.js';
import { sameJson } from '../domain/core/same-json.js';
import type { Refusal } from '../domain/core/decision.js';
import type { Caller } from '../ledger/ledger.js';
import type { World } from '../ledger/worlds.js';
import { identityKey, subjectIdOf } from './identity.js';
import { readTable } from './read-table.js';
import { UnitNames } from './units.js';

/** Written in one go: small enough to be one statement, large enough not to be felt. */
const BATCH = 200;

export interface ImportRow {
  readonly row: number;
  readonly records: readonly GivenRecord[];
  /** Every entry of the row stands in the register already. */
  readonly known: boolean;
}

/** A file as it would be entered: what is read, what is not, and why. Nothing is changed by looking. */
export interface PreparedImport {
  readonly digest: string;
  /** Row of the header as the spreadsheet counts it; undefined where none was found. */
  readonly headerRow: number | undefined;
  readonly header: readonly string[];
  readonly mapping: Mapping;
  readonly missing: readonly ImportField[];
  readonly rows: readonly ImportRow[];
  readonly problems: readonly RowProblem[];
  /** Rows with anything in them, below the header, as the file has them. */
  readonly body: readonly TableRow[];
  readonly total: number;
}

/** A row of the file, counted as the spreadsheet counts it. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Asked {
  /** Columns by field, counted from 0, where a person has put them right; null for a field that is not to be read. */
  readonly mapping?: AskedMapping | undefined;
  /** Row of the header as the spreadsheet counts it, where it was not found or another one is meant. */
  readonly headerRow?: number | undefined;
}

/**
 * Reads a file of past decisions against a world. Throws UnreadableTable for a file that is no table or too large. Rows are
 * judged one by one: those that are in order can be entered whatever is wrong with others.
 */
export async function prepareImport(world: World, bytes: Buffer, asked: Asked = {}): Promise<PreparedImport> {
  const table = await readTable(bytes);
  const found = asked.headerRow === undefined ? findHeader(table) : headerAt(table, asked.headerRow - 1);
  const mapping = withoutTaken(found?.mapping ?? {}, asked.mapping ?? {});
  const missing = missingFields(mapping);
  const begun = {
    digest: createHash('sha256').update(bytes).digest('hex'),
    headerRow: found === undefined ? undefined : found.row + 1,
    header: found === undefined ? [] : (table[found.row] ?? []),
    mapping,
    missing,
  };
  const body = table
    .map((cells, i) => ({ row: i + 1, cells }))
    .filter(({ row, cells }) => row > (begun.headerRow ?? 0) && cells.some((cell) => cell.trim() !== ''));
  if (missing.length > 0) return { ...begun, rows: [], problems: [], body, total: body.length };
  const today = dateOf(await world.now());
  const read = body.map(({ row, cells }) => readRow(row, cells, mapping, today));
  const given = await withSubjects(world, read.filter(isRead));
  const known = await knownIn(world, given);
  const { rows, problems } = judge(given, known);
  const wrong = read.flatMap((one) => (isRead(one) ? [] : one));
  const all = [...wrong, ...problems].sort((a, b) => a.row - b.row);
  return { ...begun, rows, problems: all, body, total: body.length };
}

const headerAt = (table: readonly (readonly string[])[], row: number) => ({
  row,
  mapping: mapHeader(table[row] ?? []),
});

interface GivenRow {
  readonly row: number;
  readonly records: readonly GivenRecord[];
}

/** The rows with the ids of their subjects and units. */
async function withSubjects(world: World, read: readonly ReadRow[]): Promise<readonly GivenRow[]> {
  const units = await UnitNames.of(world.pool);
  const key = await identityKey(world.pool);
  return read.map((row) => {
    const { date } = row.document;
    const unitId = row.unit === undefined ? undefined : units.find(row.unit, date);
    const id = subjectIdOf(row, unitId, units.find(row.name, date), key);
    const subject = { kind: row.kind, id, name: row.name };
    const where = {
      ...(unitId === undefined ? {} : { unitId }),
      ...(row.unit === undefined ? {} : { unitName: row.unit }),
    };
    const authority = units.find(row.authority, date) ?? row.authority;
    const { year, document } = row;
    const records = row.entries.map((entry) => ({ subject, entry, year, document, authority, ...where, row: row.row }));
    return { row: row.row, records };
  });
}

async function knownIn(world: World, rows: readonly GivenRow[]): Promise<ReadonlyMap<string, AwardState>> {
  const ids = [...new Set(rows.flatMap(({ records }) => records.map(idOfRecord)))];
  const { rows: found } = await world.pool.query<{ id: string; state: AwardState }>({
    text: 'select id, state from read_award where id = any($1)',
    values: [ids],
  });
  return new Map(found.map(({ id, state }) => [id, state]));
}

/**
 * Two rows that say the same, and rows that say other than the register or than one another, are shown to a person. One
 * grading may stand beside each award of its year.
 */
function judge(
  given: readonly GivenRow[],
  known: ReadonlyMap<string, AwardState>,
): { readonly rows: readonly ImportRow[]; readonly problems: readonly RowProblem[] } {
  const seen = new Map<string, { readonly row: number; readonly record: GivenRecord }>();
  const rows: ImportRow[] = [];
  const problems: RowProblem[] = [];
  for (const { row, records } of given) {
    const ids = records.map(idOfRecord);
    const again = records.flatMap((record) => {
      const before = seen.get(idOfRecord(record));
      return before === undefined ? [] : [{ record, before }];
    });
    const twice =
      again.find(({ record }) => record.entry.what !== 'grade') ?? (again.length === ids.length ? again[0] : undefined);
    const against =
      records.find((record) => isAgainst(record, known.get(idOfRecord(record)))) ??
      again.find(({ record, before }) => !sameJson(record.entry, before.record.entry))?.record;
    if (against !== undefined && twice?.record.entry.what !== 'award')
      problems.push({ row, field: 'grade', code: 'CONTRADICTS', params: { year: against.year } });
    else if (twice !== undefined)
      problems.push({ row, field: 'name', code: 'TWICE', params: { other: twice.before.row } });
    else {
      for (const record of records) seen.set(idOfRecord(record), { row, record });
      rows.push({ row, records, known: ids.every((id) => known.has(id)) });
    }
  }
  return { rows, problems };
}

/** A subject has one grading a year. What was corrected or removed by a person is theirs to say. */
const isAgainst = ({ entry }: GivenRecord, held: AwardState | undefined): boolean =>
  held !== undefined &&
  entry.what === 'grade' &&
  held.status === 'held' &&
  held.corrections === 0 &&
  !sameJson(held.entry, entry);

export type Imported =
  | { readonly ok: true; readonly rows: number; readonly recorded: number; readonly known: number }
  | { readonly ok: false; readonly refusal: Refusal; readonly recorded: number };

/**
 * Enters what is in order, batch by batch. Interrupted or run again it goes on with what is not there yet; nothing is
 * entered twice.
 */
export async function commitImport(world: World, actor: Caller, prepared: PreparedImport): Promise<Imported> {
  const records = prepared.rows.filter(({ known }) => !known).flatMap((row) => row.records);
  const all = prepared.rows.reduce((sum, row) => sum + row.records.length, 0);
  let recorded = 0;
  for (let at = 0; at < records.length; at += BATCH) {
    const outcome = await world.ledger.execute({
      actor,
      name: 'recordAwards',
      input: { file: prepared.digest, records: records.slice(at, at + BATCH) },
    });
    if (outcome.ok) recorded += Number(outcome.receipt.result['recorded'] ?? 0);
    else if (outcome.refusal.code !== 'ALREADY_DONE') return { ok: false, refusal: outcome.refusal, recorded };
  }
  return { ok: true, rows: prepared.rows.length, recorded, known: all - recorded };
}
