import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { importAwards } from '../../apps/cli/import.js';
import { idOfRecord } from '../../libs/domain/award-history/award.commands.js';
import type { World, Worlds } from '../../libs/ledger/worlds.js';
import { rebuild } from '../../libs/ledger/rebuild.js';
import { commitImport, prepareImport } from '../../libs/register/award-import.js';
import { shownProblem } from '../../libs/register/shown.js';
import { UNITS } from '../domain/support/people.js';
import { countEvents, operator, settleProvince, testWorlds } from '../support/test-world.js';
import { xlsx, type Cell } from '../support/xlsx.js';

const HEADER = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Đơn vị',
  'Danh hiệu',
  'Năm',
  'Số QĐ',
  'Ngày QĐ',
  'Cơ quan ban hành',
  'Xếp loại',
];
const NAME = 1;
const AWARD = 4;
const YEAR = 5;
const NUMBER = 6;
const DATE = 7;

/** One person a row and year: five years of a thousand people. */
function decisions(count: number): Cell[][] {
  return Array.from({ length: count }, (_, i) => {
    const who = i % 1000;
    const year = 2018 + Math.floor(i / 1000);
    return [
      i + 1,
      `Người Thử ${who}`,
      `${String((who % 28) + 1).padStart(2, '0')}/05/1980`,
      who % 2 === 0 ? UNITS.a : 'Phòng Nội vụ huyện cũ',
      who % 3 === 0 ? 'Chiến sĩ thi đua cơ sở' : 'Lao động tiên tiến',
      year,
      `${(i % 20) + 1}/QĐ-UBND`,
      new Date(Date.UTC(year, 11, 20)),
      UNITS.province,
      'Hoàn thành tốt nhiệm vụ',
    ];
  });
}

/** Forty rows with one thing wrong each, in eight ways. */
const DAMAGE: readonly ((row: Cell[]) => void)[] = [
  (row) => (row[NAME] = ''),
  (row) => (row[AWARD] = 'Chiến sĩ thi đua vũ trụ'),
  (row) => (row[YEAR] = 'năm 2018'),
  (row) => (row[YEAR] = 2035),
  (row) => (row[DATE] = '31/02/2019'),
  (row) => (row[NUMBER] = ''),
  (row) => (row[AWARD] = 'Tập thể lao động xuất sắc'),
  (row) => (row[AWARD] = 'Giấy khen'),
];

const list = (rows: readonly Cell[][]): Cell[][] => [['UBND TỈNH THỬ'], [], ['DANH SÁCH KHEN THƯỞNG'], HEADER, ...rows];

let worlds: Worlds;
let world: World;
beforeAll(async () => {
  worlds = await testWorlds(4);
  world = await worlds.official();
  await settleProvince(world, [UNITS.province, UNITS.a]);
}, 240_000);
afterAll(() => worlds.close());

describe('S3-65 five thousand past decisions from a spreadsheet', () => {
  const rows = decisions(5000);
  for (let i = 0; i < 40; i += 1) {
    const row = rows[i * 125 + 7];
    if (row !== undefined) DAMAGE[i % DAMAGE.length]?.(row);
  }
  const file = xlsx(list(rows));

  it('4,960 go in, 40 are explained, and a second run enters nothing twice', async () => {
    const prepared = await prepareImport(world, file);
    expect(prepared).toMatchObject({ headerRow: 4, missing: [], total: 5000 });
    expect(prepared.rows).toHaveLength(4960);
    const wrong = prepared.problems.map((problem) => shownProblem(prepared, problem));
    expect(new Set(wrong.map(({ row }) => row)).size).toBe(40);
    expect(wrong[0]).toMatchObject({ row: 12, column: 'B', header: 'Họ và tên', code: 'MISSING' });
    expect(wrong.every(({ reason, wayOut }) => reason.vi !== '' && wayOut.vi !== '' && reason.en !== '')).toBe(true);
    // Looking changes nothing.
    const before = await countEvents(world);
    await prepareImport(world, file);
    expect(await countEvents(world)).toBe(before);

    const first = await commitImport(world, operator, prepared);
    // Each row says an award and a grading.
    expect(first).toMatchObject({ ok: true, rows: 4960, recorded: 2 * 4960, known: 0 });
    const events = await countEvents(world);
    const again = await prepareImport(world, file);
    expect(again.rows.every(({ known }) => known)).toBe(true);
    expect(await commitImport(world, operator, again)).toMatchObject({ ok: true, recorded: 0, known: 2 * 4960 });
    expect(await commitImport(world, operator, prepared)).toMatchObject({ ok: true, recorded: 0 });
    expect(await countEvents(world)).toBe(events);
    const { rows: counted } = await world.pool.query<{ what: string; n: number }>(
      'select what, count(*)::int as n from read_award group by 1 order by 1',
    );
    expect(counted).toEqual([
      { what: 'award', n: 4960 },
      { what: 'grade', n: 4960 },
    ]);
  }, 240_000);

  it('names people in no id, fact or row in the clear, and is rebuilt from its facts', async () => {
    const { rows: open } = await world.pool.query(
      `select 1 from ledger_event where stream = 'award' and (payload::text like '%Người Thử%' or stream_id like '%nguoi%') limit 1`,
    );
    expect(open).toEqual([]);
    expect(await rebuild(world)).toEqual([]);
  }, 240_000);

  it('two imports of one file at once enter it once', async () => {
    const more = xlsx(
      list(decisions(300).map((row) => [...row.slice(0, NUMBER), 'KB/QĐ-1', ...row.slice(NUMBER + 1)])),
    );
    const prepared = await prepareImport(world, more);
    const count = async (): Promise<number> =>
      (await world.pool.query<{ n: number }>('select count(*)::int as n from read_award')).rows[0]?.n ?? 0;
    const before = await count();
    const both = await Promise.all([commitImport(world, operator, prepared), commitImport(world, operator, prepared)]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    const fresh = new Set(prepared.rows.flatMap((row) => row.records.map(idOfRecord)));
    const { rows: known } = await world.pool.query<{ n: number }>(
      'select count(*)::int as n from read_award where id = any($1)',
      [[...fresh]],
    );
    expect(known[0]?.n).toBe(fresh.size);
    expect(both.reduce((sum, one) => sum + one.recorded, 0)).toBe((await count()) - before);
  }, 240_000);
});

describe('vinhdanh import awards', () => {
  const csv = (rows: readonly string[]): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'vinhdanh-')), 'quyet-dinh.csv');
    writeFileSync(
      path,
      `Họ tên;Đối tượng;Danh hiệu;Loại hình;Năm;Số QĐ;Ngày ký;Cơ quan ban hành\n${rows.join('\n')}\n`,
    );
    return path;
  };

  async function run(path: string, options: { dryRun?: boolean; json?: boolean } = {}): Promise<string> {
    const lines: string[] = [];
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
      lines.push(String(line));
      return true;
    });
    try {
      await importAwards(world, path, options);
    } finally {
      spy.mockRestore();
    }
    return lines.join('');
  }
  const exitCode = (): unknown => {
    const code = process.exitCode;
    process.exitCode = 0;
    return code;
  };

  const good = 'Bùi Thị Mến;Cá nhân;Giấy khen;Chuyên đề;2023;9/QĐ;05/01/2024;UBND xã cũ';
  const bad = 'Bùi Thị Mến;Cá nhân;Giấy khen;;2023;10/QĐ;05/01/2024;UBND xã cũ';

  it('says place, reason and way out in both languages, and only looks when told to', async () => {
    const path = csv([good, bad]);
    const before = await countEvents(world);
    const dry = JSON.parse(await run(path, { dryRun: true, json: true })) as Record<string, unknown>;
    expect(dry).toMatchObject({ rows: 2, ready: 1, wrong: 1, recorded: 0, dryRun: true });
    expect(exitCode()).toBe(2);
    expect(await countEvents(world)).toBe(before);
    const text = await run(path);
    expect(exitCode()).toBe(2);
    expect(text).toContain(`${path}:3 D «Loại hình»: Hình thức khen thưởng này cần ghi loại hình`);
    expect(text).toContain('This form of commendation needs its kind');
    expect(text).toContain('1 mục mới / new entries');
    expect(await run(csv([good]))).toContain('0 mục mới / new entries');
    expect(exitCode()).toBe(0);
  });

  it('refuses what it cannot read', async () => {
    await expect(importAwards(world, '/khong/co.xlsx', {})).rejects.toThrow('there is no such file');
    const path = join(mkdtempSync(join(tmpdir(), 'vinhdanh-')), 'x.csv');
    writeFileSync(path, 'một;hai\n1;2\n');
    await expect(importAwards(world, path, {})).rejects.toThrow('thiếu cột');
  });
});
