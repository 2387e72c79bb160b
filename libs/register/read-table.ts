import readXlsxFile from 'read-excel-file/node';
import { parseSeparated } from './csv.js';
import { mustBeSafe, UnsafeArchive } from './zip-guard.js';

export const LARGEST_FILE = 10 * 1024 * 1024;
export const MOST_ROWS = 20_000;
const MOST_COLUMNS = 100;

export type TableTrouble = 'TOO_LARGE' | 'TOO_MANY_ROWS' | 'NOT_A_TABLE' | 'UNSAFE';

/** A file that cannot be read as a table at all. */
export class UnreadableTable extends Error {
  override readonly name = 'UnreadableTable';
  constructor(
    readonly trouble: TableTrouble,
    cause?: unknown,
  ) {
    super(trouble, { cause });
  }
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** A cell as text: a day as YYYY-MM-DD, a number without a decimal point of its own making. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/**
 * The rows of a spreadsheet (first sheet) or of separated values in UTF-8, as text; row n of the answer is row n + 1 of
 * the file. What the file is follows from its first bytes. Throws {@link UnreadableTable} for one that is too large, that
 * would unpack to too much, or that is none.
 */
export async function readTable(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  if (bytes.length > LARGEST_FILE) throw new UnreadableTable('TOO_LARGE');
  const rows = ZIP.every((byte, i) => bytes[i] === byte) ? await readSpreadsheet(bytes) : readText(bytes);
  if (rows.length > MOST_ROWS) throw new UnreadableTable('TOO_MANY_ROWS');
  return rows.map((row) => row.slice(0, MOST_COLUMNS));
}

async function readSpreadsheet(bytes: Buffer): Promise<string[][]> {
  try {
    mustBeSafe(bytes);
    const [first] = await readXlsxFile(bytes);
    if (first === undefined) throw new UnreadableTable('NOT_A_TABLE');
    return first.data.map((row) => row.map(textOf));
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw new UnreadableTable(error instanceof UnsafeArchive ? 'UNSAFE' : 'NOT_A_TABLE', error);
  }
}

function readText(bytes: Buffer): string[][] {
  try {
    return parseSeparated(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new UnreadableTable('NOT_A_TABLE', error);
  }
}
