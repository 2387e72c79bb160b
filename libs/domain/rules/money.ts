import type { LocalDate } from '../calendar/local-date.js';
import type { SubjectKind } from '../campaign-plan/vocabulary.js';
import { packInForce, rowsOn } from './pack.js';
import type { BaseSalaryRow, CoefficientRow, RuleBook } from './rows.js';

export interface RewardAmount {
  readonly dong: number;
  readonly coefficient: CoefficientRow;
  readonly salary: BaseSalaryRow;
  /** Both rows were verified; else the amount is advice. */
  readonly binding: boolean;
}

/**
 * Coefficient of the award times the base salary of the day, in whole đồng and not rounded further: by which step offices
 * round is not verified. Undefined where the book has no row for it.
 */
export function rewardOf(book: RuleBook, award: string, subject: SubjectKind, on: LocalDate): RewardAmount | undefined {
  const pack = packInForce(book, on);
  if (pack === undefined) return undefined;
  const coefficient = rowsOn(book, pack, 'coefficients', on).find(
    (row) => row.awards.includes(award) && row.subjects.includes(subject),
  );
  const salary = rowsOn(book, pack, 'baseSalary', on)[0];
  if (coefficient === undefined || salary === undefined) return undefined;
  // Coefficients have at most two decimals; counted in hundredths the product is exact.
  const dong = Math.round((Math.round(coefficient.coefficient * 100) * salary.dong) / 100);
  return { dong, coefficient, salary, binding: coefficient.enforced === true && salary.enforced === true };
}
