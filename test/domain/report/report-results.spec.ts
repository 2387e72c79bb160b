import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { ReportField } from '../../../libs/domain/campaign-plan/duties.js';
import { coversUntil, unitResults, wholeResults } from '../../../libs/domain/report/report-results.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });
const file = {
  ...campaignFile,
  targets: [
    {
      key: 'xa',
      text: both('Xã đạt chuẩn'),
      unit: 'xã',
      comparison: 'at-least',
      mode: 'incremental',
      points: [{ due: '2024-12-31', value: 3 }],
    },
  ],
} as const;
const reporting = { file, occurrence: '2024', lastDay: '2024-11-30' };
const field: ReportField = { key: 'so-xa', label: both('Số xã'), kind: 'count', required: true, target: 'xa' };

describe('figures of a report', () => {
  const days: readonly (readonly [string, LocalDate])[] = [
    ['2024', '2024-12-31'],
    ['2024-q1', '2024-03-31'],
    ['2024-h1', '2024-06-30'],
    ['2024-h2', '2024-12-31'],
    ['2024-02', '2024-02-29'],
    ['2024-09', '2024-09-30'],
    ['2024-12', '2024-12-31'],
    ['once', '2024-11-30'],
  ];
  test.each(days)('S0-29 S1-52 of %s cover what was done until %s, however early the report is due', (key, day) => {
    expect(coversUntil(key, '2024-11-30')).toBe(day);
  });

  test('S4-06 count as the target counts unless the form says otherwise, out of how many where that is told', () => {
    expect(unitResults([field], { 'so-xa': 3 }, { 'so-xa': { of: 9 } }, reporting)).toEqual([
      { target: 'xa', scope: 'unit', on: '2024-12-31', counts: 'added', value: 3, of: 9 },
    ]);
    const total = unitResults(
      [{ ...field, counts: 'total' }],
      { 'so-xa': 3 },
      {},
      { ...reporting, asOf: '2024-10-01' },
    );
    expect(total).toMatchObject([{ counts: 'total', on: '2024-10-01' }]);
  });

  test('are refused in another unit, out of fewer than there are, beside a field that counts for nothing', () => {
    const refusal = (found: unknown): unknown => (found as { refusal?: { field?: string; code: string } }).refusal;
    expect(refusal(unitResults([field], { 'so-xa': 3 }, { 'so-xa': { unit: 'tấn' } }, reporting))).toMatchObject({
      field: 'fields.so-xa',
    });
    expect(refusal(unitResults([field], { 'so-xa': 3 }, { 'so-xa': { of: 2 } }, reporting))).toMatchObject({
      field: 'fields.so-xa',
    });
    expect(refusal(unitResults([field], { 'so-xa': 3 }, { khac: {} }, reporting))).toMatchObject({
      field: 'measures.khac',
    });
    expect(refusal(unitResults([field], { 'so-xa': 3 }, {}, { ...reporting, asOf: '2024-13-01' }))).toMatchObject({
      code: 'DATE_INVALID',
    });
    const twice = [
      { target: 'xa', value: 1 },
      { target: 'xa', value: 2 },
    ];
    expect(refusal(wholeResults(twice, reporting))).toMatchObject({ field: 'results.1.target' });
    expect(refusal(wholeResults([{ target: 'khong-co', value: 1 }], reporting))).toMatchObject({ field: 'results.0' });
    expect(wholeResults([{ target: 'xa', value: 3 }], reporting)).toMatchObject([{ scope: 'whole', value: 3 }]);
  });
});
