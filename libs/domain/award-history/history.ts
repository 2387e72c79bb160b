import { isLocalDate, type LocalDate } from '../calendar/local-date.js';
import type { FactOrigin, GradedYear, HeldAward, RecognisedInitiative, SubjectHistory } from '../rules/facts.js';
import type { AwardState } from './award-record.js';
import type { Freeze } from './runs.js';

/** Reads entries of the register as what the rules may know of a subject. */

function originOf({ source, document }: AwardState): FactOrigin {
  switch (source.from) {
    case 'product':
      return { from: 'register', ref: source.decisionId };
    case 'import':
      return { from: 'imported', ref: document.number };
    case 'hand':
      return { from: 'declared', ref: document.number };
  }
}

/** Whether the entry counted at the end of that day: decided by then, and not annulled by then. */
function countsOn({ status, document, revokedBy }: AwardState, day: LocalDate): boolean {
  if (document.date > day || status === 'removed') return false;
  return status === 'held' || (revokedBy !== undefined && revokedBy.date > day);
}

/** What was known of a subject at the end of a day, from all entries of all its ids. Sorted by year, then by award. */
export function historyOn(records: readonly AwardState[], day: LocalDate): SubjectHistory {
  const awards: HeldAward[] = [];
  const grades: GradedYear[] = [];
  const initiatives: RecognisedInitiative[] = [];
  for (const record of records.filter((one) => countsOn(one, day))) {
    const { entry, year, document } = record;
    const origin = originOf(record);
    if (entry.what === 'award')
      awards.push({
        award: entry.award,
        year,
        kind: entry.kind,
        ...(isLocalDate(document.date) ? { decidedOn: document.date } : {}),
        number: document.number,
        ...(entry.achievement === undefined ? {} : { achievement: entry.achievement }),
        origin,
      });
    if (entry.what === 'grade') grades.push({ year, grade: entry.grade, origin });
    if (entry.what === 'initiative') initiatives.push({ year, kind: entry.initiative, scope: entry.scope, origin });
  }
  const byYear = (a: { readonly year: number }, b: { readonly year: number }): number => a.year - b.year;
  awards.sort((a, b) => byYear(a, b) || (keyOf(a) < keyOf(b) ? -1 : 1));
  return { awards, grades: oneAYear(grades.sort(byYear)), initiatives: initiatives.sort(byYear) };
}

const keyOf = ({ award, decidedOn, number }: HeldAward): string => `${award} ${decidedOn ?? ''} ${number ?? ''}`;

/** Joined ids may each have a grading of one year: where they differ, none is known until somebody puts it right. */
function oneAYear(grades: readonly GradedYear[]): readonly GradedYear[] {
  return grades.filter(
    (one, i) =>
      grades.findIndex(({ year }) => year === one.year) === i &&
      grades.every(({ year, grade }) => year !== one.year || grade === one.grade),
  );
}

/** The freezes entered for a subject, whether over or not. */
export const freezesOf = (records: readonly AwardState[]): readonly Freeze[] =>
  records.flatMap(({ entry, status }) =>
    entry.what === 'freeze' && status === 'held'
      ? [{ ground: entry.ground, from: entry.from, ...(entry.until === undefined ? {} : { until: entry.until }) }]
      : [],
  );
