import type { LocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { EligibilityFacts, Grade, HeldAward, SubjectHistory } from '../../../libs/domain/rules/facts.js';
import { evaluate, type Verdict } from '../../../libs/domain/rules/verdict.js';
import { ruleBookOfInstallation } from '../../../libs/rules/load-rules.js';

export const book = ruleBookOfInstallation();

/** Nothing stands against this person, and every year since 1945 is on record. */
export const CLEAN = {
  'achievement.awarded': false,
  'discipline.open': false,
  'investigation.open': false,
  'inspection.open': false,
  'complaint.open': false,
  'discipline.endedOn': null,
  'injury.treatment': false,
} as const;

export const history = (more: Partial<SubjectHistory> = {}): SubjectHistory => ({
  awards: [],
  grades: [],
  initiatives: [],
  complete: { from: 1945, to: 2030 },
  ...more,
});

export const aPerson = (year: number, more: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  subject: { kind: 'individual', id: 'p-1' },
  year,
  kind: 'CONG_TRANG',
  history: history(),
  ...more,
  values: { ...CLEAN, ...more.values },
});

export const held = (award: string, years: readonly number[], kind: HeldAward['kind'] = 'CONG_TRANG'): HeldAward[] =>
  years.map((year) => ({ award, year, kind }));

export const graded = (grade: Grade, years: readonly number[]): SubjectHistory['grades'] =>
  years.map((year) => ({ year, grade }));

/** The verdict of a day; fails the test where the book has no pack for it. */
export function judged(award: string, on: LocalDate, facts: EligibilityFacts, pack?: string): Verdict {
  const verdict = evaluate(book, { award, on, facts, ...(pack === undefined ? {} : { pack }) });
  if (verdict === undefined) throw new Error(`no pack on ${on}`);
  return verdict;
}

export const ruleOf = (verdict: Verdict, row: string): Verdict['rules'][number] => {
  const found = verdict.rules.find((rule) => rule.row === row);
  if (found === undefined) throw new Error(`${row} was not tried: ${verdict.rules.map((rule) => rule.row).join(', ')}`);
  return found;
};
