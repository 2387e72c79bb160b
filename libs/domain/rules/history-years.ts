import type { ConsecutiveYears, CountInHistory, YearCondition } from './expression.js';
import { compareNumbers } from './compare.js';
import { GRADES, INITIATIVE_SCOPES, type EligibilityFacts, type FactOrigin, type FactValue } from './facts.js';
import { both, either, order, truthOf, type Answer, type Truth, type UsedFact } from './truth.js';

/** Before this year there are no awards of the State: a count without a window starts here. */
const FIRST_YEAR = 1945;

/** In how many years the condition holds: for certain, and at most. */
export function countInHistory({ of, withinYears, is, times }: CountInHistory, facts: EligibilityFacts): Answer {
  const from = withinYears === undefined ? FIRST_YEAR : facts.year - withinYears + 1;
  const years = yearsBetween(from, facts.year).map((year) => conditionIn(of, year, facts));
  const certain = years.filter(({ truth }) => truth === 'yes').length;
  const possible = certain + years.filter(({ truth }) => truth === 'unknown').length;
  const truth = overRange(certain, possible, (count) => compareNumbers(count, is, times));
  return told(truth, years, of);
}

/** Whether there is a run of years as asked for; longer runs are runs, too. */
export function consecutiveYears(asked: ConsecutiveYears, facts: EligibilityFacts): Answer {
  const { of, years: length, latest = 0, containing } = asked;
  const seen = new Map<number, YearTruth>();
  const at = (year: number): YearTruth => {
    const known = seen.get(year) ?? conditionIn(of, year, facts);
    seen.set(year, known);
    return known;
  };
  const looked: YearTruth[] = [];
  let truth: Truth = 'no';
  for (let end = facts.year; end >= facts.year - latest && truth !== 'yes'; end -= 1) {
    truth = either(
      truth,
      runEndingIn(end, length, at, (year) => inside(containing?.of, year, facts, looked), containing?.times ?? 0),
    );
  }
  const years = [...seen.values(), ...looked];
  const answer = told(truth, years, of);
  return containing === undefined ? answer : { ...answer, missing: [...answer.missing, ...namesOf(containing.of)] };
}

function inside(of: YearCondition | undefined, year: number, facts: EligibilityFacts, looked: YearTruth[]): Truth {
  if (of === undefined) return 'no';
  const found = conditionIn(of, year, facts);
  looked.push(found);
  return found.truth;
}

/** The best answer of all runs of at least `length` years that end in `end`: each further year is only taken while it may belong. */
function runEndingIn(
  end: number,
  length: number,
  at: (year: number) => YearTruth,
  extra: (year: number) => Truth,
  times: number,
): Truth {
  let run: Truth = 'yes';
  let best: Truth = 'no';
  let certain = 0;
  let possible = 0;
  for (let year = end; year >= FIRST_YEAR && best !== 'yes'; year -= 1) {
    run = both(run, at(year).truth);
    if (run === 'no') return best;
    const also = times === 0 ? 'no' : extra(year);
    if (also === 'yes') certain += 1;
    if (also !== 'no') possible += 1;
    if (end - year + 1 < length) continue;
    best = either(
      best,
      both(
        run,
        overRange(certain, possible, (count) => count >= times),
      ),
    );
    // Nothing further back can settle what is unknown here, and unknown years would go on to the beginning of time.
    if (run === 'unknown' && possible >= times) return best;
  }
  return best;
}

interface YearTruth {
  readonly truth: Truth;
  readonly used: readonly UsedFact[];
}

function conditionIn(of: YearCondition, year: number, facts: EligibilityFacts): YearTruth {
  const used: UsedFact[] = [];
  const note = (fact: string, value: FactValue | undefined, origin: FactOrigin | undefined): void => {
    if (value !== undefined) used.push({ fact, value, ...(origin === undefined ? {} : { origin }) });
  };
  let truth: Truth = 'yes';
  if (of.awards !== undefined) truth = both(truth, awardIn(of.awards, of.kinds, year, facts, note));
  if (of.grade !== undefined) truth = both(truth, gradeIn(GRADES.indexOf(of.grade), year, facts, note));
  if (of.initiative !== undefined)
    truth = both(truth, initiativeIn(INITIATIVE_SCOPES.indexOf(of.initiative), year, facts, note));
  return { truth, used };
}

type Note = (fact: string, value: FactValue | undefined, origin: FactOrigin | undefined) => void;

function awardIn(
  awards: readonly string[],
  kinds: YearCondition['kinds'],
  year: number,
  facts: EligibilityFacts,
  note: Note,
): Truth {
  const held = (facts.history?.awards ?? [])
    .filter((award) => award.year === year && awards.includes(award.award))
    .filter((award) => kinds === undefined || kinds.includes(award.kind))
    .sort((a, b) => order(a.award, b.award) || order(a.number ?? '', b.number ?? ''))[0];
  if (held === undefined) return isComplete(facts, year) ? 'no' : 'unknown';
  note(`history.awards.${held.award}.${year}`, held.number ?? true, held.origin);
  return 'yes';
}

function gradeIn(least: number, year: number, facts: EligibilityFacts, note: Note): Truth {
  const graded = facts.history?.grades.find((grade) => grade.year === year);
  const own = year === facts.year ? facts.values['grade'] : undefined;
  const grade = graded?.grade ?? own;
  const rank = GRADES.findIndex((name) => name === grade);
  if (rank === -1) return 'unknown';
  note(`history.grades.${year}`, grade, graded?.origin ?? facts.origins?.['grade']);
  return truthOf(rank >= least);
}

function initiativeIn(least: number, year: number, facts: EligibilityFacts, note: Note): Truth {
  const widest = (facts.history?.initiatives ?? [])
    .filter((found) => found.year === year)
    .map((found) => ({ ...found, rank: INITIATIVE_SCOPES.indexOf(found.scope) }))
    .sort((a, b) => b.rank - a.rank || order(a.kind, b.kind))[0];
  if (widest !== undefined && widest.rank >= least) {
    note(`history.initiatives.${year}`, widest.scope, widest.origin);
    return 'yes';
  }
  if (year === facts.year && least === 0) {
    const own = facts.values['initiative.recognised'];
    if (own === true || own === false) {
      note('initiative.recognised', own, facts.origins?.['initiative.recognised']);
      return truthOf(own);
    }
  }
  return isComplete(facts, year) ? 'no' : 'unknown';
}

const isComplete = ({ history }: EligibilityFacts, year: number): boolean =>
  history?.complete !== undefined && history.complete.from <= year && year <= history.complete.to;

/** The truth that holds for every possible count, else unknown. */
export function overRange(certain: number, possible: number, test: (count: number) => boolean): Truth {
  const first = test(certain);
  for (let count = certain + 1; count <= possible; count += 1) if (test(count) !== first) return 'unknown';
  return truthOf(first);
}

const yearsBetween = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** What a person must bring where the history says too little. */
function namesOf(of: YearCondition): readonly string[] {
  return [
    ...(of.awards === undefined ? [] : ['history.awards']),
    ...(of.grade === undefined ? [] : ['history.grades']),
    ...(of.initiative === undefined ? [] : ['history.initiatives']),
  ];
}

const told = (truth: Truth, years: readonly YearTruth[], of: YearCondition): Answer => ({
  truth,
  used: years.flatMap(({ used }) => used),
  missing: namesOf(of),
});
