import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { notationOf, numberKey } from '../../../libs/domain/documents/document-number.js';

describe('the number of a document', () => {
  it('S3-44 S1-35 S2-10 is found in Party notation however it is typed', () => {
    for (const typed of ['34-CT/TW', '34-ct/tw', 'số 34-CT/TW', 'Số 34 - CT / TW', '34–CT/TW', '034-CT/TW']) {
      expect(numberKey(typed)).toBe('34 ct tw');
    }
    expect(['34-CT/TW', '21-NQ/TU', '70-KL/TW'].map(notationOf)).toEqual(['party', 'party', 'party']);
  });

  it('S1-02 S1-36 S1-37 S2-13 is found in State notation without diacritics, spaces and capitals', () => {
    expect(numberKey('98/2023/NĐ-CP')).toBe(numberKey('98/2023/nd-cp'));
    expect(numberKey('340/QĐ-TTg')).toBe(numberKey('so 340 / qd - ttg'));
    expect(numberKey('01/CT-UBND')).toBe(numberKey('1/CT-UBND'));
    const state = ['101/KH-UBND', '85/UBND-NVK', '01/NQ-CP', '06/2022/QH15', '340/QĐ-TTg', 'Số 161/KH-UBND'];
    expect(state.map(notationOf)).toEqual(state.map(() => 'state'));
  });

  it('S2-11 may be missing: a name is no number', () => {
    expect(notationOf('Nghị quyết Trung ương 5 khóa IX')).toBeUndefined();
    expect(numberKey('  ')).toBe('');
  });

  it('tells numbers apart and does not change what it has made', () => {
    expect(numberKey('10/1KH-UBND')).not.toBe(numberKey('101/KH-UBND'));
    fc.assert(fc.property(fc.string(), (text) => numberKey(numberKey(text)) === numberKey(text)));
  });
});
