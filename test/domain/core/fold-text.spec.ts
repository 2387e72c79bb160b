import { describe, expect, it } from '@jest/globals';
import { foldText, mentions } from '../../../libs/domain/core/fold-text.js';

describe('folded text', () => {
  it.each([
    ['Đinh Công Sầm', 'dinh cong sam'],
    ['  HỘ   bà Bùi Thị Mến ', 'ho ba bui thi men'],
    ['Ửng'.normalize('NFD'), 'ung'],
    ['ĐẶNG', 'dang'],
  ])('%s is searched as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('finds words in any order and in any of the texts', () => {
    expect(mentions(['Hộ bà Bùi Thị Mến', 'Sở Nông nghiệp'], 'men nông')).toBe(true);
    expect(mentions(['Hộ bà Bùi Thị Mến'], 'men sở')).toBe(false);
    expect(mentions(['bất kỳ'], '')).toBe(true);
  });
});
