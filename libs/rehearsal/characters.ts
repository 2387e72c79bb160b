import { addDays, dateOf } from '../domain/calendar/local-date.js';
import type { Chance } from './chance.js';
import { atWork, day, daysAfter } from './days.js';

/** How a unit goes about what it owes. */
export type Character = 'on-time' | 'late' | 'never' | 'wrong';

/** Most are on time; of every ten about two are late, one makes mistakes first, one never does some things. */
const CAST: readonly Character[] = [
  'on-time',
  'late',
  'wrong',
  'on-time',
  'never',
  'on-time',
  'on-time',
  'late',
  'on-time',
  'on-time',
];

/** Gives every unit its character, in an order drawn from the seed. */
export function cast(units: readonly string[], chance: Chance): ReadonlyMap<string, Character> {
  return new Map(
    chance.shuffled([...units].sort(), 'cast').map((unit, i) => [unit, CAST[i % CAST.length] ?? 'on-time'] as const),
  );
}

export interface Duty {
  readonly unit: string;
  readonly key: string;
  readonly occurrence: string;
  readonly openedAt: number;
  readonly lastDay: string;
}

/** Days before (or after) the last day on which people are done with a duty; few, so that days with work are few. */
const BEFORE = [12, 6, 2] as const;
/** After the head of the unit, the lead agency, the standing body have been told. */
const AFTER = [2, 9, 17] as const;

/** When a unit does what it owes; undefined: never. */
export function planned(duty: Duty, character: Character, chance: Chance): number | undefined {
  const words = ['duty', duty.unit, duty.key, duty.occurrence] as const;
  const lastDay = day(duty.lastDay);
  const earliest = daysAfter(duty.openedAt, 1);
  const isUsual = chance.of(...words, 'usual') < 0.35;
  if (character === 'never' && !isUsual) return undefined;
  if (character === 'late' && !isUsual)
    return Math.max(earliest, atWork(addDays(lastDay, chance.pick(AFTER, ...words))));
  const wanted = atWork(addDays(lastDay, -chance.pick(BEFORE, ...words)));
  // A duty that came with little notice is done on the next day, as long as that is still on time.
  return wanted >= earliest ? wanted : Math.min(earliest, Math.max(duty.openedAt, atWork(lastDay)));
}

/** The kinds of life a dossier can have; the first rounds see every one of them. */
export const SCRIPTS = [
  'plain',
  'returned-at-completeness',
  'held',
  'declined',
  'withdrawn',
  'extended',
  'revoked-and-restored',
  'upward',
  'not-approved',
  'revoked',
  'returned-at-appraisal',
  'handed-over',
] as const;
export type Script = (typeof SCRIPTS)[number];

/** The script of the n-th dossier of a rehearsal. */
export const scriptOf = (n: number, chance: Chance): Script =>
  SCRIPTS[n] ?? (chance.of('script', n) < 0.55 ? 'plain' : chance.pick(SCRIPTS, 'script-of', n));

/** The year a day lies in, for numbers of documents. */
export const yearAt = (instant: number): string => dateOf(instant).slice(0, 4);
