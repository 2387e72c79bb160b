import { describe, expect, it } from '@jest/globals';
import { findHeader, missingFields, withoutTaken } from '../../../libs/domain/award-history/import/header.js';
import { PROBLEMS, problemText } from '../../../libs/domain/award-history/import/problems.js';
import { isRead, readDay, readRow } from '../../../libs/domain/award-history/import/read-row.js';
import { awardOf, similarAwards } from '../../../libs/domain/award-history/import/vocabulary.js';
import { parseSeparated } from '../../../libs/register/csv.js';
import { readTable, UnreadableTable } from '../../../libs/register/read-table.js';
import { columnLetters } from '../../../libs/register/shown.js';
import { mustBeSafe } from '../../../libs/register/zip-guard.js';
import { xlsx, zip } from '../../support/xlsx.js';

const HEADER = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Danh hiệu', 'Năm', 'Số QĐ', 'Ngày ký', 'Cơ quan ban hành'];
const { mapping } = findHeader([HEADER]) ?? { mapping: {} };
const read = (more: Record<number, string> = {}) => {
  const row = ['1', 'Bùi Thị Thử', 'Sở Thử', 'CSTĐ cơ sở', '2022', '15/QĐ', '10/01/2023', 'Sở Thử'];
  return readRow(2, Object.assign(row, more), mapping, '2024-05-13');
};
const codes = (more: Record<number, string>): readonly string[] => {
  const found = read(more);
  return isRead(found) ? [] : found.map(({ code, field }) => `${field} ${code}`);
};

describe('the header of a file of past decisions', () => {
  it('is found below the titles of the list, by what columns are usually called', () => {
    const found = findHeader([['UBND TỈNH THỬ'], [], ['DANH SÁCH KHEN THƯỞNG NĂM 2022'], HEADER]);
    expect(found).toMatchObject({
      row: 3,
      mapping: { name: 1, unit: 2, award: 3, year: 4, number: 5, date: 6, authority: 7 },
    });
    expect(missingFields(mapping)).toEqual([]);
    expect(missingFields({ name: 0 })).toEqual(['year', 'number', 'date', 'authority', 'award']);
    expect(findHeader([['một'], ['hai']])).toBeUndefined();
  });

  it('is put right by a person: a column given to a field is taken from the one that had it, and a field can be left out', () => {
    const found = { name: 0, unit: 1, award: 2 };
    expect(withoutTaken(found, { authority: 1 })).toEqual({ name: 0, authority: 1, award: 2 });
    expect(withoutTaken(found, { unit: null, name: 3 })).toEqual({ name: 3, award: 2 });
    expect(withoutTaken(found, { award: 1, unit: 1 })).toEqual({ name: 0, unit: 1, award: 1 });
    expect(withoutTaken(found, {})).toEqual(found);
  });
});

describe('a row', () => {
  it('says who was given what by which paper', () => {
    expect(read()).toMatchObject({
      name: 'Bùi Thị Thử',
      kind: 'individual',
      year: 2022,
      document: { number: '15/QĐ', date: '2023-01-10' },
      entries: [{ what: 'award', award: 'CSTDCS', kind: 'CONG_TRANG', level: 'CS' }],
    });
  });

  it('says everything that is wrong with it at once, cell by cell', () => {
    expect(codes({ 1: '', 4: '2O22', 6: '31/02/2023' })).toEqual([
      'name MISSING',
      'year YEAR_INVALID',
      'date DATE_INVALID',
    ]);
    expect(codes({ 3: 'Chiến sĩ thi đua vũ trụ' })).toEqual(['award AWARD_UNKNOWN']);
    expect(codes({ 3: 'Giấy khen' })).toEqual(['subjectKind MISSING', 'kind KIND_MISSING']);
    expect(codes({ 3: '' })).toEqual(['award NOTHING_SAID']);
    expect(codes({ 6: '01/06/2024' })).toEqual(['date DATE_IN_FUTURE']);
    expect(codes({ 4: '2024' })).toEqual(['year YEAR_AFTER_DECISION']);
    expect(codes({ 4: '2022-2023' })).toEqual(['year YEAR_INVALID']);
    expect(codes({ 1: 'x'.repeat(501) })).toEqual(['name TOO_LONG']);
  });

  it('has words and a way out for each, in both languages', () => {
    for (const code of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
      const { reason, wayOut } = problemText({ row: 1, field: 'name', code, params: {} });
      for (const text of [reason.vi, reason.en, wayOut.vi, wayOut.en]) expect(text.length).toBeGreaterThan(5);
    }
    const [problem] = [read({ 3: 'Chiến sĩ thi đua vũ trụ' })].flatMap((one) => (isRead(one) ? [] : one));
    expect(problem === undefined ? '' : problemText(problem).wayOut.vi).toContain('Chiến sĩ thi đua cơ sở');
  });
});

describe('words', () => {
  it('days are read as people write them', () => {
    expect(['5/1/2023', '05-01-2023', '5.1.2023', '2023-01-05'].map(readDay)).toEqual(Array(4).fill('2023-01-05'));
    expect(['31/02/2023', '2023', '1/13/2023', ''].map(readDay)).toEqual(Array(4).fill(undefined));
  });
  it('awards are known by name, short form and spelling, and by nothing else', () => {
    const known = ['chiến sỹ thi đua CƠ SỞ', 'CSTĐCS', 'Danh hiệu Chiến sĩ thi đua cơ sở', 'CSTDCS'];
    expect(known.map((text) => awardOf(text)?.code)).toEqual(Array(4).fill('CSTDCS'));
    expect(awardOf('Huân chương Lao động hạng Nhì')?.code).toBe('HC-LD2');
    expect(awardOf('Bằng khen')).toBeUndefined();
    expect(similarAwards('Bằng khen tỉnh')).toContain('Bằng khen của UBND tỉnh');
  });
});

describe('files', () => {
  it('separated values may be quoted, with commas, semicolons or tabs', () => {
    expect(parseSeparated('\uFEFFa;b\r\n"x;1";"nói ""thế"""\r\n')).toEqual([
      ['a', 'b'],
      ['x;1', 'nói "thế"'],
    ]);
    expect(parseSeparated('a\tb\n1\t"2\n3"')).toEqual([
      ['a', 'b'],
      ['1', '2\n3'],
    ]);
  });

  it('a spreadsheet keeps its rows and its days', async () => {
    const file = xlsx([['a'], [], ['Năm', 2022, new Date(Date.UTC(2023, 0, 10))]]);
    const rows = await readTable(file);
    expect(rows[2]).toEqual(['Năm', '2022', '2023-01-10']);
    expect(rows).toHaveLength(3);
  });

  it('an archive that unpacks to too much is not read, whatever it says of its size', async () => {
    const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(70 * 1024 * 1024) }], 1000);
    expect(bomb.length).toBeLessThan(200_000);
    expect(() => mustBeSafe(bomb)).toThrow('too large when unpacked');
    await expect(readTable(bomb)).rejects.toMatchObject({ trouble: 'UNSAFE' });
    expect(() => mustBeSafe(Buffer.from('PK\u0003\u0004 no archive'))).toThrow('no end of archive');
    await expect(readTable(Buffer.alloc(11 * 1024 * 1024, 'a'))).rejects.toBeInstanceOf(UnreadableTable);
    await expect(readTable(Buffer.from([0xff, 0xfe, 0x41]))).rejects.toMatchObject({ trouble: 'NOT_A_TABLE' });
  });

  it('columns are named as the spreadsheet names them', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
