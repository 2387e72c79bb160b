import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import {
  formatVietnameseNumber,
  parseVietnameseNumber,
  parseVietnameseRatio,
} from '../../../libs/domain/targets/vietnamese-number.js';

describe('numbers as Vietnamese documents print them', () => {
  test.each([
    ['S3-27', '320.080', 320_080],
    ['S3-28', '6.250', 6250],
    ['S3-32', '789,53', 789.53],
    ['S3-33', '07', 7],
    ['S3-36', '9,4', 9.4],
    ['a space between thousands', '1 234,5', 1234.5],
    ['no thousands', '1234', 1234],
    ['below zero', '-1.234,5', -1234.5],
  ])('%s reads %s', (_, printed, value) => {
    expect(parseVietnameseNumber(printed)).toBe(value);
  });

  test.each(['', '1.5', '1,234.5', '12.34', '1..000', 'khoảng 10', '1,2,3', '1.234 567', '٣'])('refuses %j', (text) => {
    expect(parseVietnameseNumber(text)).toBeUndefined();
  });

  test('S4-10 reads 09/09 as nine of nine', () => {
    expect(parseVietnameseRatio('09/09')).toEqual({ value: 9, of: 9 });
    expect([parseVietnameseRatio('9'), parseVietnameseRatio('1/0'), parseVietnameseRatio('1/2/3')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads what it prints', () => {
    expect(formatVietnameseNumber(-1_234_567.05)).toBe('-1.234.567,05');
    const printable = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 1000);
    fc.assert(
      fc.property(printable, (value) => {
        expect(parseVietnameseNumber(formatVietnameseNumber(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
