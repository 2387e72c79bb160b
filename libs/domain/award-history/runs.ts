import type { LocalDate } from '../calendar/local-date.js';
import {
  GRADES,
  type CommendationKind,
  type Grade,
  type HeldAward,
  type RosterMember,
  type SubjectHistory,
} from '../rules/facts.js';
import type { FreezeGround } from './award-record.js';

/**
 * Arithmetic over a history: runs of years, the join of three histories, freezes, ratios of a roster. Pure and total; no
 * figure of the law stands here, it comes with the rule that asks.
 */

/** Kinds whose results are a basis for a merit award; thematic and sudden ones are not (decree 152/2025/NĐ-CP, R04). */
const MERIT: readonly CommendationKind[] = ['CONG_TRANG'];

/** The years in which the award is held for merit. A year counts once, however many papers say so. */
export const meritYears = (awards: readonly HeldAward[], award: string): ReadonlySet<number> =>
  new Set(awards.filter((held) => held.award === award && MERIT.includes(held.kind)).map(({ year }) => year));

/** How many years without a gap end with `last`; 0 where `last` itself is not among them (R07). */
export function runEndingWith(years: ReadonlySet<number>, last: number): number {
  let length = 0;
  while (years.has(last - length)) length += 1;
  return length;
}

/** The longest run of years, with the year it ends in; the latest of several that are equally long. */
export function longestRun(years: ReadonlySet<number>): { readonly length: number; readonly last?: number } {
  let best: { readonly length: number; readonly last?: number } = { length: 0 };
  for (const last of [...years].sort((a, b) => a - b)) {
    const length = runEndingWith(years, last);
    if (length >= best.length) best = { length, last };
  }
  return best;
}

export const isAtLeast = (grade: Grade, least: Grade): boolean => GRADES.indexOf(grade) >= GRADES.indexOf(least);

export interface JoinAsked {
  /** Award that must be held already, of any year up to `last`. */
  readonly holds: string;
  /** Years without a gap, up to and including `last`, each graded at least so. */
  readonly years: number;
  readonly grade: Grade;
  readonly last: number;
  /** Award that must have been given so often within those years. */
  readonly within: { readonly award: string; readonly times: number };
}

export interface Joined {
  readonly verdict: 'met' | 'not-met' | 'unknown';
  /** The award held already, with its year. */
  readonly held?: HeldAward | undefined;
  /** Years graded well enough, not well enough, and without a grade. */
  readonly good: readonly number[];
  readonly poor: readonly number[];
  readonly missing: readonly number[];
  /** Years within the span in which the second award was given for merit. */
  readonly given: readonly number[];
}

const isComplete = ({ complete }: SubjectHistory, from: number, to: number): boolean =>
  complete !== undefined && complete.from <= from && to <= complete.to;

/**
 * The join of three histories a higher form asks for (R08): an award held already, a span of years graded well, and within
 * it so many titles. What is not recorded is unknown, not failed, unless the register is complete for those years; a poor
 * grade settles it whatever else is missing.
 */
export function joinHistories(history: SubjectHistory, asked: JoinAsked): Joined {
  const span = Array.from({ length: asked.years }, (_, i) => asked.last - asked.years + 1 + i);
  const gradeOf = (year: number): Grade | undefined => history.grades.find((graded) => graded.year === year)?.grade;
  const good = span.filter((year) => isGood(gradeOf(year), asked.grade));
  const missing = span.filter((year) => gradeOf(year) === undefined);
  const poor = span.filter((year) => !good.includes(year) && !missing.includes(year));
  const merit = meritYears(history.awards, asked.within.award);
  const given = span.filter((year) => merit.has(year));
  const held = history.awards.find(({ award, year }) => award === asked.holds && year <= asked.last);
  const first = span[0] ?? asked.last;
  const all = isComplete(history, first, asked.last);
  const isShort = given.length < asked.within.times;
  const verdict =
    poor.length > 0 || (all && (isShort || held === undefined))
      ? 'not-met'
      : missing.length === 0 && !isShort && held !== undefined
        ? 'met'
        : 'unknown';
  return { verdict, ...(held === undefined ? {} : { held }), good, poor, missing, given };
}

const isGood = (grade: Grade | undefined, least: Grade): boolean => grade !== undefined && isAtLeast(grade, least);

/** Awards given for the same achievement: one achievement, one award (Luật 06/2022/QH15, Điều 5; R01). */
export const sameAchievement = (awards: readonly HeldAward[], achievement: string): readonly HeldAward[] =>
  awards.filter((held) => held.achievement === achievement);

export interface Freeze {
  readonly ground: FreezeGround;
  readonly from: string;
  readonly until?: string | undefined;
}

/** The freezes in force on a day, both days counting (R05). */
export const frozenOn = (freezes: readonly Freeze[], day: LocalDate): readonly Freeze[] =>
  freezes.filter(({ from, until }) => from <= day && (until === undefined || day <= until));

/** The day from which achievement counts again after the discipline that ended last (R06); undefined where none ended. */
export function countsAgainFrom(freezes: readonly Freeze[], day: LocalDate): string | undefined {
  const ended = freezes.flatMap(({ ground, until }) =>
    ground === 'discipline' && until !== undefined && until < day ? [until] : [],
  );
  return ended.sort().at(-1);
}

/** A part of a whole, exactly; `unknown` are those of whom it is not recorded. */
export interface Ratio {
  readonly part: number;
  readonly unknown: number;
  readonly whole: number;
}

/** How many of the roster were graded at least so. */
export const gradedAtLeast = (members: readonly RosterMember[], least: Grade): Ratio => ({
  part: members.filter(({ grade }) => isGood(grade, least)).length,
  unknown: members.filter(({ grade }) => grade === undefined).length,
  whole: members.length,
});

/** How many of the roster hold one of the titles of that year. */
export const holding = (members: readonly RosterMember[], titles: readonly string[]): Ratio => ({
  part: members.filter((member) => member.titles?.some((title) => titles.includes(title)) === true).length,
  unknown: members.filter((member) => member.titles === undefined).length,
  whole: members.length,
});

/**
 * Whether a part is at least so many per cent of the whole, in whole numbers: 7 of 10 are 70 %, 69 of 99 are not. Unknown
 * while those of whom nothing is recorded could still decide it, and for an empty roster.
 */
export function isAtLeastPercent({ part, unknown, whole }: Ratio, percent: number): boolean | undefined {
  if (whole === 0) return undefined;
  if (part * 100 >= percent * whole) return true;
  return (part + unknown) * 100 >= percent * whole ? undefined : false;
}
