import { describe, expect, it } from '@jest/globals';
import { WhatIf, type OtherRules, type WhatIfCase } from '../../../libs/domain/rules/what-if.js';
import { aPerson, book } from './facts-fixture.js';

const noInitiative = aPerson(2025, {
  values: {
    grade: 'HOAN_THANH_XUAT_SAC',
    'standard.advanced': true,
    'initiative.recognised': false,
    'topic.accepted': false,
    'combat.resourceful': false,
  },
  counts: { CSTDCS: 1, LDTT: 20, CSTT: 0 },
});
const withInitiative = { ...noInitiative, values: { ...noInitiative.values, 'initiative.recognised': true } };
const cases: readonly WhatIfCase[] = [
  { id: 'n-1', award: 'CSTDCS', on: '2025-12-20', facts: noInitiative },
  { id: 'n-2', award: 'CSTDCS', on: '2025-12-20', facts: withInitiative },
  { id: 'n-3', award: 'CSTDCS', on: '2025-12-20', facts: { ...noInitiative, values: {} } },
  { id: 'n-4', award: 'CSTDCS', on: '2016-12-20', facts: noInitiative },
];

function report(other: OtherRules, most = 10) {
  const collected = new WhatIf(book, other, most);
  for (const one of cases) collected.add(one);
  return collected.report();
}

describe('what if', () => {
  it('tells who loses under the draft, by which rule and article', () => {
    expect(report({ pack: 'DRAFT26' })).toEqual({
      total: 4,
      gains: 0,
      loses: 1,
      same: 2,
      unjudged: 1,
      changes: [
        {
          id: 'n-1',
          award: 'CSTDCS',
          before: 'eligible',
          after: 'not-eligible',
          change: 'loses',
          by: [{ row: 'cstdcs-draft26', article: 'Dự thảo luật 12/2025', status: 'failed' }],
        },
      ],
      byRule: [{ row: 'cstdcs-draft26', article: 'Dự thảo luật 12/2025', gains: 0, loses: 1 }],
    });
  });
  it('tells the same of another day as of its pack', () => {
    const byDay = report({ on: '2023-12-20' });
    expect(byDay.byRule).toEqual([
      { row: 'cstdcs-nd91', article: 'điều 9 khoản 3, Nghị định 91/2017/NĐ-CP', gains: 0, loses: 1 },
    ]);
    expect(report({ pack: 'L2003-ND91' })).toEqual(byDay);
  });
  it('counts all changes where it lists only some', () => {
    expect(report({ pack: 'DRAFT26' }, 0)).toMatchObject({ loses: 1, changes: [] });
  });
  it('knows which packs there are', () => {
    expect(new WhatIf(book, { pack: 'NOTHING' }, 0).isKnown()).toBe(false);
  });
});
