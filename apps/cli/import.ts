import { readFile, stat } from 'node:fs/promises';
import { commitImport, prepareImport, type PreparedImport } from '../../libs/register/award-import.js';
import { LARGEST_FILE, UnreadableTable, type TableTrouble } from '../../libs/register/read-table.js';
import { shownProblem, summaryOf } from '../../libs/register/shown.js';
import type { World } from '../../libs/ledger/worlds.js';
import { CliError, say } from './output.js';

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const TROUBLES: Readonly<Record<TableTrouble, string>> = {
  TOO_LARGE: 'tệp quá lớn (tối đa 10 MB) / the file is too large (at most 10 MB)',
  TOO_MANY_ROWS: 'quá nhiều dòng (tối đa 20.000) / too many rows (at most 20,000)',
  UNSAFE: 'tệp nén bất thường, không đọc / the archive would unpack to too much, it is not read',
  NOT_A_TABLE: 'không đọc được bảng: cần xlsx hoặc csv UTF-8 / no table: xlsx or csv in UTF-8 is needed',
};

/**
 * Enters a file of past decisions into the register, or only says what would be entered. Exit code 0 where every row is in
 * order, 2 where some are not (the others are entered), 1 where the file cannot be read at all.
 */
export async function importAwards(world: World, file: string, { dryRun, json }: ImportOptions): Promise<void> {
  const prepared = await readImport(world, file);
  if (prepared.missing.length > 0)
    throw new CliError(
      `${file}: thiếu cột ${prepared.missing.join(', ')} / columns are missing: ${prepared.missing.join(', ')}`,
    );
  const imported = dryRun === true ? undefined : await commitImport(world, { kind: 'operator' }, prepared);
  if (imported?.ok === false)
    throw new CliError(`${file}: ${imported.refusal.code} (${imported.recorded} entries were made before)`);
  const problems = prepared.problems.map((problem) => shownProblem(prepared, problem));
  const summary = { ...summaryOf(prepared), recorded: imported?.recorded ?? 0, dryRun: dryRun === true };
  if (json === true) say(JSON.stringify({ ...summary, problems }, null, 2));
  else {
    for (const { row, column, header, reason, wayOut } of problems) {
      say(`${file}:${row}${column === '' ? '' : ` ${column} «${header}»`}: ${reason.vi} ${wayOut.vi}`);
      say(`    ${reason.en} ${wayOut.en}`);
    }
    say(
      `${summary.rows} dòng / rows: ${summary.ready} hợp lệ / in order (${summary.known} đã có / known), ` +
        `${summary.wrong} lỗi / wrong; ${summary.recorded} mục mới / new entries${summary.dryRun ? ' (chạy thử / dry run)' : ''}`,
    );
  }
  process.exitCode = problems.length === 0 ? 0 : 2;
}

async function readImport(world: World, file: string): Promise<PreparedImport> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) throw new UnreadableTable('TOO_LARGE');
    return await prepareImport(world, await readFile(file));
  } catch (error) {
    if (error instanceof UnreadableTable) throw new CliError(`${file}: ${TROUBLES[error.trouble]}`);
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
      throw new CliError(`${file}: không có tệp / there is no such file`);
    throw error;
  }
}
