import type { AwardState } from '../award-history/award-record.js';
import { freezesOf, historyOn } from '../award-history/history.js';
import { countsAgainFrom, frozenOn, type Freeze } from '../award-history/runs.js';
import { yearOf, type LocalDate } from '../calendar/local-date.js';
import type { SuccessionKind } from '../campaign-plan/vocabulary.js';
import { isSucceeded, type UnitState } from '../organisation/unit.stream.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { RoundState } from '../round/round.stream.js';
import type { CommendationKind, EligibilityFacts, FactOrigin, FactValue, SubjectHistory } from './facts.js';

/** What the nominating unit, or the body that appraises, says about a nomination; the subject itself is the nomination's. */
export type DeclaredFacts = Omit<EligibilityFacts, 'subject'>;

/** Everything known of one nomination on a day. */
export interface KnownOfNomination {
  readonly subject: EligibilityFacts['subject'];
  readonly declared?: DeclaredFacts | undefined;
  /** Entries of the register under any id of the subject. */
  readonly records: readonly AwardState[];
  /** Years of which the register is whole for the subject, where a named person has said so. */
  readonly covered?: SubjectHistory['complete'];
  /** The subject itself, where it is a unit of the product. */
  readonly body?: Pick<UnitState, 'succession'> | undefined;
  readonly campaign?: Pick<CampaignFile, 'kind'> | undefined;
  readonly round?: Pick<RoundState, 'kind'> | undefined;
  readonly on: LocalDate;
}

const REGISTER: FactOrigin = { from: 'register' };

/**
 * The facts a nomination is judged by: what was declared, with the register going before it where both speak. A freeze in
 * the register is a fact whatever was declared; that there is none there proves nothing.
 */
export function factsOfNomination(known: KnownOfNomination): EligibilityFacts {
  const { subject, declared, records, covered, body, on } = known;
  const freezes = freezesOf(records);
  const fromRegister = {
    ...frozenFacts(frozenOn(freezes, on)),
    ...endedFacts(countsAgainFrom(freezes, on)),
    ...dissolvedFacts(body, on),
  };
  const origins = Object.fromEntries(Object.keys(fromRegister).map((name) => [name, REGISTER]));
  return {
    subject: { kind: subject.kind, id: subject.id },
    year: declared?.year ?? yearOf(on),
    kind: declared?.kind ?? kindOf(known),
    values: { ...declared?.values, ...fromRegister },
    origins: { ...declared?.origins, ...origins },
    history: joined(
      { ...historyOn(records, on), ...(covered === undefined ? {} : { complete: covered }) },
      declared?.history,
    ),
    ...(declared?.roster === undefined ? {} : { roster: declared.roster }),
    ...(declared?.counts === undefined ? {} : { counts: declared.counts }),
  };
}

/** An award of a thematic campaign is thematic, one of a prompt round is for a sudden achievement. */
function kindOf({ campaign, round }: KnownOfNomination): CommendationKind {
  if (round?.kind === 'prompt') return 'DOT_XUAT';
  return campaign?.kind === 'thematic' ? 'CHUYEN_DE' : 'CONG_TRANG';
}

const FROZEN: Readonly<Record<Freeze['ground'], string>> = {
  discipline: 'discipline.open',
  inspection: 'inspection.open',
  complaint: 'complaint.open',
  press: 'complaint.open',
};

const frozenFacts = (freezes: readonly Freeze[]): Readonly<Record<string, FactValue>> =>
  Object.fromEntries(freezes.map(({ ground }) => [FROZEN[ground], true]));

const endedFacts = (day: string | undefined): Readonly<Record<string, FactValue>> =>
  day === undefined ? {} : { 'discipline.endedOn': day };

/** Successions after which the body itself goes on, under another name or at a higher level. */
const GOES_ON: readonly SuccessionKind[] = ['renamed', 'raised'];

/** A body that a document has ended by that day (R11); that none has been entered proves nothing. */
const dissolvedFacts = (body: KnownOfNomination['body'], on: LocalDate): Readonly<Record<string, FactValue>> =>
  body?.succession === undefined || !isSucceeded(body, on) || GOES_ON.includes(body.succession.kind)
    ? {}
    : { 'unit.dissolved': true };

/** What the register says goes first; what was declared fills the years it is silent about. */
function joined(register: SubjectHistory, declared: SubjectHistory | undefined): SubjectHistory {
  if (declared === undefined) return register;
  const isKnown = (award: string, year: number): boolean =>
    register.awards.some((one) => one.award === award && one.year === year);
  const graded = new Set(register.grades.map(({ year }) => year));
  const complete = register.complete ?? declared.complete;
  return {
    awards: [...register.awards, ...declared.awards.filter(({ award, year }) => !isKnown(award, year))],
    grades: [...register.grades, ...declared.grades.filter(({ year }) => !graded.has(year))],
    initiatives: [...register.initiatives, ...declared.initiatives],
    ...(complete === undefined ? {} : { complete }),
  };
}
