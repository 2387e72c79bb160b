import type { RuleBook } from '../../../libs/domain/rules/rows.js';
import { UNITS } from '../support/people.js';
import { book } from './facts-fixture.js';

/** The shipped rules, with the limits of Đà Nẵng in force in the small province of the tests. */
export const localBook: RuleBook = {
  ...book,
  localities: [...book.localities, { id: UNITS.province, name: { vi: 'Tỉnh thử', en: 'Test province' } }],
  tables: {
    ...book.tables,
    timeLimits: book.tables.timeLimits.map((row) =>
      row.locality === 'da-nang' ? { ...row, locality: UNITS.province } : row,
    ),
  },
};
