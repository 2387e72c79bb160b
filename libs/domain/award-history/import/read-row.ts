import { dateFrom, formatVi, isLocalDate, type LocalDate, yearOf } from '../../calendar/local-date.js';
import type { SubjectKind } from '../../campaign-plan/vocabulary.js';
import { AWARD_LEVELS, type RegisterEntry } from '../award-record.js';
import { COMMENDATION_KINDS, GRADES, INITIATIVE_SCOPES } from '../../rules/facts.js';
import { fold } from './fold.js';
import type { ImportField, Mapping } from './header.js';
import type { ProblemCode, RowProblem } from './problems.js';
import {
  awardOf,
  gradeOf,
  kindOf,
  levelOf,
  scopeOf,
  similarAwards,
  subjectKindOf,
  type KnownAward,
} from './vocabulary.js';

/** One row of a file, read: who, what, by which paper. Identity and unit are found by the caller. */
export interface ReadRow {
  readonly row: number;
  readonly name: string;
  readonly kind: SubjectKind;
  readonly code?: string | undefined;
  readonly birth?: LocalDate | undefined;
  readonly unit?: string | undefined;
  readonly year: number;
  readonly document: { readonly number: string; readonly date: LocalDate };
  readonly authority: string;
  readonly entries: readonly RegisterEntry[];
}

const FIRST_YEAR = 1945;
const MOST: Partial<Record<ImportField, number>> = { number: 120, code: 80 };
const LONGEST = 500;
/** A column of initiatives is often filled in for those who have none. */
const NO_INITIATIVE: readonly string[] = ['', 'khong', 'khong co'];
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** A day as people write it: 5/1/2023, 05-01-2023, 2023-01-05. Undefined for what is none. */
export function readDay(text: string): LocalDate | undefined {
  if (isLocalDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return day === undefined ? undefined : dateFrom(Number(year), Number(month), Number(day));
}

const letterOf = (kind: SubjectKind): string => (kind === 'individual' ? 'I' : kind === 'household' ? 'H' : 'C');

/** Reads the cells of one row, and remembers what is wrong with them. */
class Reading {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly row: number,
    private readonly cells: readonly string[],
    private readonly mapping: Mapping,
  ) {}

  text(field: ImportField): string {
    const column = this.mapping[field];
    const text = column === undefined ? '' : (this.cells[column] ?? '').replace(/\s+/g, ' ').trim();
    const most = MOST[field] ?? LONGEST;
    if (text.length > most) this.wrong(field, 'TOO_LONG', { length: text.length, most });
    return text;
  }

  needed(field: ImportField): string {
    const text = this.text(field);
    if (text === '') this.wrong(field, 'MISSING');
    return text;
  }

  /** A cell with one of some words; undefined where it is empty or not known. */
  word<T extends string>(
    field: ImportField,
    read: (text: string) => T | undefined,
    choices: readonly string[],
  ): T | undefined {
    const text = this.text(field);
    const found = text === '' ? undefined : read(text);
    if (text !== '' && found === undefined)
      this.wrong(field, 'WORD_UNKNOWN', { value: text, choices: choices.join(', ') });
    return found;
  }

  wrong(field: ImportField, code: ProblemCode, params: RowProblem['params'] = {}): void {
    this.problems.push({ row: this.row, field, code, params });
  }
}

function readYear(at: Reading, today: LocalDate): number {
  const text = at.needed('year');
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
  if (text !== '' && !(year >= FIRST_YEAR && year <= yearOf(today))) at.wrong('year', 'YEAR_INVALID', { value: text });
  return year;
}

function readDate(at: Reading, field: ImportField, text: string, today: LocalDate): LocalDate | undefined {
  const day = text === '' ? undefined : readDay(text);
  if (text !== '' && day === undefined) at.wrong(field, 'DATE_INVALID', { value: text });
  if (day !== undefined && day > today) at.wrong(field, 'DATE_IN_FUTURE', { value: formatVi(day) });
  return day;
}

function readAward(at: Reading, kind: SubjectKind | undefined): readonly RegisterEntry[] {
  const text = at.text('award');
  if (text === '') return [];
  const award = awardOf(text);
  if (award === undefined) {
    at.wrong('award', 'AWARD_UNKNOWN', { value: text, similar: similarAwards(text).join('; ') });
    return [];
  }
  if (kind !== undefined && !award.for.includes(letterOf(kind)))
    at.wrong('award', 'AWARD_NOT_FOR_SUBJECT', { value: text });
  const said = at.word('kind', kindOf, COMMENDATION_KINDS);
  const level = at.word('level', levelOf, AWARD_LEVELS) ?? award.level;
  // A title is always a matter of merit; of a form of commendation nothing is assumed.
  const commended = said ?? (award.isTitle ? 'CONG_TRANG' : undefined);
  if (commended === undefined) {
    if (at.text('kind') === '') at.wrong('kind', 'KIND_MISSING');
    return [];
  }
  return [{ what: 'award', award: award.code, kind: commended, level }];
}

/** Whom an award that is given to one kind of subject only must have been given to. */
const onlyFor = (award: KnownAward | undefined): SubjectKind | undefined =>
  award?.for === 'I' ? 'individual' : award?.for === 'C' ? 'collective' : award?.for === 'H' ? 'household' : undefined;

/** One row as what it says, or everything that is wrong with it. `today`: the business day of the world. */
export function readRow(
  row: number,
  cells: readonly string[],
  mapping: Mapping,
  today: LocalDate,
): ReadRow | readonly RowProblem[] {
  const at = new Reading(row, cells, mapping);
  const name = at.needed('name');
  const said = at.word('subjectKind', subjectKindOf, [
    'Cá nhân',
    'Tập thể',
    'Hộ gia đình',
    'Doanh nghiệp',
    'Hợp tác xã',
  ]);
  const award = awardOf(at.text('award'));
  const kind = said ?? onlyFor(award) ?? 'individual';
  if (award !== undefined && said === undefined && onlyFor(award) === undefined && at.text('subjectKind') === '')
    at.wrong('subjectKind', 'MISSING');
  const code = at.text('code');
  if (code !== '' && !CODE.test(code)) at.wrong('code', 'CODE_INVALID', { value: code });
  const birth = readDate(at, 'birth', at.text('birth'), today);
  // Only a person is born: a collective's title beside a day of birth is a title in the wrong row.
  if (birth !== undefined && kind !== 'individual')
    at.wrong('award', 'AWARD_NOT_FOR_SUBJECT', { value: at.text('award') });
  const unit = at.text('unit');
  const year = readYear(at, today);
  const number = at.needed('number');
  const date = readDate(at, 'date', at.needed('date'), today);
  const authority = at.needed('authority');
  if (date !== undefined && year > yearOf(date))
    at.wrong('year', 'YEAR_AFTER_DECISION', { year, date: formatVi(date) });
  const grade = at.word('grade', gradeOf, GRADES);
  const scope = NO_INITIATIVE.includes(fold(at.text('initiative')))
    ? undefined
    : at.word('initiative', scopeOf, INITIATIVE_SCOPES);
  const entries: readonly RegisterEntry[] = [
    ...readAward(at, said),
    ...(grade === undefined ? [] : [{ what: 'grade', grade } as const]),
    ...(scope === undefined ? [] : [{ what: 'initiative', initiative: 'initiative', scope } as const]),
  ];
  if (entries.length === 0 && at.problems.length === 0) at.wrong('award', 'NOTHING_SAID');
  if (at.problems.length > 0 || date === undefined) return at.problems;
  return {
    row,
    name,
    kind,
    ...(code === '' ? {} : { code }),
    ...(birth === undefined ? {} : { birth }),
    ...(unit === '' ? {} : { unit }),
    year,
    document: { number, date },
    authority,
    entries,
  };
}

export const isRead = (read: ReadRow | readonly RowProblem[]): read is ReadRow => !Array.isArray(read);
