import { describe, expect, it, test } from '@jest/globals';
import { parseCalendarCsv } from '../../../libs/domain/calendar/parse-calendar-csv.js';
import { vnCsv } from './calendar-fixtures.js';

const HEADER = 'date,kind,name,confidence\n';
const errorsOf = (text: string): string[] => {
  const parsed = parseCalendarCsv(text);
  return parsed.ok ? [] : parsed.errors.map((error) => `${error.line} ${error.problem}`);
};

describe('parseCalendarCsv', () => {
  it('reads the calendar of this product', () => {
    const parsed = parseCalendarCsv(vnCsv);
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok && parsed.days).toHaveLength(vnCsv.trimEnd().split('\n').length - 1);
    expect(parsed.ok && parsed.days[0]).toEqual({
      date: '2021-01-01',
      kind: 'holiday',
      name: "New Year's Day",
      nameVi: 'Tết Dương lịch',
      confidence: 'library',
    });
  });

  it('takes what spreadsheets write: a byte order mark, CRLF, quotes, empty lines, columns moved', () => {
    const text =
      '\uFEFFconfidence,date,kind,name,name_vi\r\nlibrary,2026-09-02,holiday,"Say ""hi"", all",Quốc khánh\r\n\r\n';
    expect(parseCalendarCsv(text)).toEqual({
      ok: true,
      days: [
        { date: '2026-09-02', kind: 'holiday', name: 'Say "hi", all', nameVi: 'Quốc khánh', confidence: 'library' },
      ],
    });
  });

  it('takes a file without days', () => {
    expect(parseCalendarCsv(HEADER)).toEqual({ ok: true, days: [] });
  });

  it('names every error with its line and gives no days', () => {
    const rows = [
      '2026-02-30,holiday,A,library',
      '2026-01-01,holiday,A,library',
      '2026-01-01,holiday,B,library',
      '2026-05-01,Holiday,A,library',
      '2026-05-02,holiday,,library',
      '2026-05-03,holiday,A,',
      '2026-05-04,holiday,A',
      '2026-05-05,holiday,"A,library',
      '2026-01-05,swap-work,Monday is worked anyway,library',
      '2026-01-10,swap-off,Saturday is off anyway,library',
    ];
    expect(errorsOf(HEADER + rows.join('\n'))).toEqual([
      '2 DATE_INVALID',
      '4 DATE_REPEATED',
      '5 KIND_UNKNOWN',
      '6 NAME_EMPTY',
      '7 CONFIDENCE_EMPTY',
      '8 FIELD_COUNT',
      '9 QUOTE_UNCLOSED',
      '10 NOTHING_TO_SWAP',
      '11 NOTHING_TO_SWAP',
    ]);
  });

  test.each([
    ['', '1 HEADER_MISSING'],
    ['date,kind,name\n', '1 COLUMN_MISSING'],
    ['date,kind,name,confidence,colour\n', '1 COLUMN_UNKNOWN'],
    ['date,date,kind,name,confidence\n', '1 COLUMN_UNKNOWN'],
    ['"date,kind,name,confidence\n', '1 HEADER_MISSING'],
  ])('refuses the header of %j', (text, error) => {
    expect(errorsOf(text)).toEqual([error]);
  });
});
