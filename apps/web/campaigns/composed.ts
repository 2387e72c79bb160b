import { isLocalDate, type LocalDate } from '../../../libs/domain/calendar/local-date.js';
import { keyOf, type ComposedCampaign, type ComposedDuty } from '../../../libs/domain/campaign-plan/compose.js';
import {
  CAMPAIGN_ROLES,
  type CampaignRole,
  type SubjectKind,
  type UnitType,
} from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { AwardListed } from './compose-query.js';

export interface PhaseRow {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}
export interface DutyRow {
  readonly text: string;
  readonly kind: ComposedDuty;
  readonly on: string;
  readonly yearly: boolean;
}
export interface ReviewRow {
  readonly kind: 'mid-term' | 'final';
  readonly on: string;
}
export interface RoundRow {
  readonly kind: 'annual' | 'final';
  readonly opens: string;
  readonly closes: string;
  readonly award: string;
}

/** The form as it is typed: days may be empty, lists stand a line each. */
export interface Filled {
  readonly name: string;
  readonly nameEn: string;
  readonly symbol: string;
  readonly kind: 'thematic' | 'regular';
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly registration: string;
  readonly roles: Partial<Readonly<Record<CampaignRole, string>>>;
  readonly unitTypes: readonly UnitType[];
  readonly subjectKinds: readonly SubjectKind[];
  readonly objectives: string;
  readonly contents: string;
  readonly criteria: string;
  readonly phases: readonly PhaseRow[];
  readonly duties: readonly DutyRow[];
  readonly reviews: readonly ReviewRow[];
  readonly rounds: readonly RoundRow[];
}

/** What most plans of a year have, with the days most of them name; everything can be changed or taken out. */
export function starting(today: string): Filled {
  const year = today.slice(0, 4);
  return {
    name: '',
    nameEn: '',
    symbol: '',
    kind: 'thematic',
    from: today,
    to: `${year}-12-31`,
    date: today,
    registration: '',
    roles: {},
    unitTypes: [],
    subjectKinds: ['collective', 'individual'],
    objectives: '',
    contents: '',
    criteria: '',
    phases: [{ text: `Năm ${year}`, from: today, to: `${year}-12-31` }],
    duties: [
      { text: 'Ban hành kế hoạch triển khai', kind: 'implementing-plan', on: '', yearly: false },
      { text: 'Báo cáo kết quả', kind: 'report', on: `${year}-11-30`, yearly: true },
      { text: 'Hướng dẫn khen thưởng', kind: 'guidance', on: '', yearly: false },
    ],
    reviews: [{ kind: 'final', on: `${year}-12-15` }],
    rounds: [],
  };
}

/** Names of what must be filled in and is not. */
export function lacking(filled: Filled): readonly string[] {
  const texts = { name: filled.name, symbol: filled.symbol, criteria: filled.criteria, ...rowTexts(filled) };
  const days = { from: filled.from, to: filled.to, date: filled.date, ...rowDays(filled) };
  return [
    ...Object.entries(texts).flatMap(([name, text]) => (text.trim() === '' ? [name] : [])),
    ...Object.entries(days).flatMap(([name, day]) => (isLocalDate(day) ? [] : [name])),
    ...CAMPAIGN_ROLES.filter((role) => (filled.roles[role] ?? '') === ''),
    ...(filled.unitTypes.length === 0 ? ['unitTypes'] : []),
    ...(filled.subjectKinds.length === 0 ? ['subjectKinds'] : []),
  ];
}

type Named = Readonly<Record<string, string>>;
const byRow = <T>(rows: readonly T[], list: string, fields: (row: T) => Named): Named =>
  Object.fromEntries(
    rows.flatMap((row, i) =>
      Object.entries(fields(row)).map(([field, value]) => [`${list}.${String(i)}.${field}`, value]),
    ),
  );

const rowTexts = ({ phases, duties, rounds }: Filled): Named => ({
  ...byRow(phases, 'phases', ({ text }) => ({ text })),
  ...byRow(duties, 'duties', ({ text }) => ({ text })),
  ...byRow(rounds, 'rounds', ({ award }) => ({ award })),
});
const rowDays = ({ phases, duties, reviews, rounds }: Filled): Named => ({
  ...byRow(phases, 'phases', ({ from, to }) => ({ from, to })),
  ...byRow(duties, 'duties', ({ on }) => ({ on })),
  ...byRow(reviews, 'reviews', ({ on }) => ({ on })),
  ...byRow(rounds, 'rounds', ({ opens, closes }) => ({ opens, closes })),
});

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A day that `lacking` has already found to be one. */
function dayIn(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`no day: ${text}`);
  return text;
}

/** The form as the campaign is composed of it; `lacking` must have found nothing. */
export function formOf(filled: Filled, issuer: string, awards: readonly AwardListed[]): ComposedCampaign {
  const unitOf = (role: CampaignRole): string => filled.roles[role] ?? '';
  return {
    id: keyOf(`${filled.name} ${filled.from.slice(0, 4)}`),
    name: filled.name.trim(),
    nameEn: filled.nameEn.trim(),
    kind: filled.kind,
    from: dayIn(filled.from),
    to: dayIn(filled.to),
    document: { symbol: filled.symbol.trim(), type: 'ke-hoach', date: dayIn(filled.date) },
    issuer,
    roles: {
      issuer: unitOf('issuer'),
      leadAgency: unitOf('leadAgency'),
      homeAffairs: unitOf('homeAffairs'),
      standingBody: unitOf('standingBody'),
      council: unitOf('council'),
      decider: unitOf('decider'),
    },
    unitTypes: filled.unitTypes,
    subjectKinds: filled.subjectKinds,
    objectives: linesOf(filled.objectives),
    contents: linesOf(filled.contents),
    criteria: linesOf(filled.criteria),
    phases: filled.phases.map(({ text, from, to }) => ({ text, from: dayIn(from), to: dayIn(to) })),
    ...(filled.registration === '' ? {} : { registration: dayIn(filled.registration) }),
    duties: filled.duties.map((duty) => ({ ...duty, on: dayIn(duty.on) })),
    reviews: filled.reviews.map((review) => ({ ...review, on: dayIn(review.on) })),
    rounds: filled.rounds.map(({ kind, opens, closes, award }) => ({
      kind,
      opens: dayIn(opens),
      closes: dayIn(closes),
      awards: [
        awards.find((one) => one.award === award) ?? {
          award: keyOf(award).toUpperCase(),
          name: { vi: award.trim(), en: award.trim() },
        },
      ].map(({ award: code, name }) => ({ award: code, name })),
    })),
  };
}
