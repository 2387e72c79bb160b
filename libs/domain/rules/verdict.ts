import type { LocalDate } from '../calendar/local-date.js';
import type { Bilingual } from '../campaign-plan/parts.js';
import type { Confidence } from '../campaign-plan/vocabulary.js';
import { evaluateExpression, type FactVocabulary } from './evaluate-expression.js';
import type { EligibilityFacts } from './facts.js';
import { decides, packById, packInForce, rowsOn } from './pack.js';
import { withinQuota } from './quota.js';
import type { AwardRow, CriterionRow, PackDefinition, QuotaRow, RuleBook } from './rows.js';
import { order, settle, truthOf, type Answer, type UsedFact } from './truth.js';
import { questionsFor, ruleSentence, verdictSentence, type Question } from './verdict-words.js';

export type RuleStatus = 'passed' | 'failed' | 'unknown' | 'not-applicable' | 'advisory';

/** One rule that was tried. */
export interface RuleOutcome {
  readonly row: string;
  readonly key: string;
  readonly status: RuleStatus;
  /** What an advisory rule would have said if it were verified. */
  readonly would?: Exclude<RuleStatus, 'advisory'> | undefined;
  readonly alternative?: string | undefined;
  readonly basis: { readonly instrument: string; readonly article?: string | undefined };
  readonly confidence: Confidence;
  readonly sentence: Bilingual;
  readonly used: readonly UsedFact[];
  readonly missing: readonly string[];
}

export type VerdictOutcome = 'eligible' | 'not-eligible' | 'undetermined';

/** The whole answer: every rule tried, what it rests on, and which version of which pack said so. */
export interface Verdict {
  readonly award: string;
  readonly on: LocalDate;
  readonly pack: { readonly id: string; readonly version: string };
  /** Asked of a pack that was not in force on that day: an answer about what would be, with no effect. */
  readonly hypothetical: boolean;
  readonly outcome: VerdictOutcome;
  readonly rules: readonly RuleOutcome[];
  readonly missing: readonly Question[];
  readonly sentence: Bilingual;
}

export interface Inquiry {
  readonly award: string;
  readonly on: LocalDate;
  readonly facts: EligibilityFacts;
  /** Another pack than the one of that day: what if. */
  readonly pack?: string | undefined;
  /** The unit and those above it: a local rule goes before the general one. */
  readonly localities?: readonly string[] | undefined;
}

/**
 * Judges one nomination by the rules of a day. Pure and total. Undefined when the book has no pack of that name, or none
 * for that day: then there is nothing to judge by, and nobody is refused.
 */
export function evaluate(book: RuleBook, inquiry: Inquiry): Verdict | undefined {
  const { award, on, facts, localities } = inquiry;
  const inForce = packInForce(book, on);
  const pack = inquiry.pack === undefined ? inForce : packById(book, inquiry.pack);
  if (pack === undefined) return undefined;
  const { vocabulary, conditions, quotas, listed } = rowsAbout(book, pack, award, on, localities);
  const outcome = (row: Judged, answer: Answer | 'not-applicable'): RuleOutcome => tell(book, pack, row, answer);
  const rules = [
    ...listed.map((row) => outcome({ ...row, text: catalogueText(row) }, subjectFits(row, facts))),
    ...conditions.map((row) => outcome(row, judge(row, facts, vocabulary))),
    ...quotas.map((row) => outcome(row, withinQuota(row, facts))),
  ].sort((a, b) => order(a.row, b.row));
  const own = new Set(conditions.filter((row) => row.awards !== 'every').map((row) => row.id));
  const result = outcomeOf(rules, own);
  return {
    award,
    on,
    pack: { id: pack.id, version: book.version },
    hypothetical: pack.id !== inForce?.id,
    outcome: result,
    rules,
    missing: questionsFor(book, rules),
    sentence: verdictSentence(book, pack, award, listed[0]?.name, result, rules),
  };
}

interface RowsAbout {
  readonly vocabulary: FactVocabulary;
  readonly conditions: readonly CriterionRow[];
  readonly quotas: readonly QuotaRow[];
  readonly listed: readonly AwardRow[];
}

const found = new WeakMap<RuleBook, Map<string, RowsAbout>>();
const MOST_KEPT = 2_000;

/** The rows one award is judged by on a day. Looked up once: ten thousand nominations of a campaign share a few of them. */
function rowsAbout(
  book: RuleBook,
  pack: PackDefinition,
  award: string,
  on: LocalDate,
  localities: readonly string[] = [],
): RowsAbout {
  const kept = found.get(book) ?? new Map<string, RowsAbout>();
  found.set(book, kept);
  const key = [pack.id, award, on, ...localities].join(' ');
  const known = kept.get(key);
  if (known !== undefined) return known;
  const isAbout = (row: { readonly awards: CriterionRow['awards'] }): boolean =>
    row.awards === 'every' || row.awards.includes(award);
  const conditions = [
    ...rowsOn(book, pack, 'criteria', on, localities),
    ...rowsOn(book, pack, 'prerequisites', on, localities),
  ].filter(isAbout);
  const rows: RowsAbout = {
    vocabulary: new Map(book.facts.map((fact) => [fact.name, fact])),
    conditions,
    quotas: rowsOn(book, pack, 'quotas', on, localities).filter((row) => row.award === award),
    listed: rowsOn(book, pack, 'awards', on, localities).filter((row) => row.award === award),
  };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, rows);
  return rows;
}

/** What all judged rows have in common. */
type Judged = (CriterionRow | QuotaRow | AwardRow) & { readonly text: Bilingual };

const catalogueText = (row: AwardRow): Bilingual => ({
  vi: `Danh mục: ${row.name.vi} tặng đúng đối tượng`,
  en: `Catalogue: ${row.name.en} goes to the subjects it is for`,
});

const subjectFits = (row: AwardRow, { subject }: EligibilityFacts): Answer =>
  settle({
    truth: truthOf(row.subjects.includes(subject.kind)),
    used: [{ fact: 'subject.kind', value: subject.kind }],
    missing: [],
  });

function judge(row: CriterionRow, facts: EligibilityFacts, vocabulary: FactVocabulary): Answer | 'not-applicable' {
  if (row.subjects !== undefined && !row.subjects.includes(facts.subject.kind)) return 'not-applicable';
  if (row.kinds !== undefined && !row.kinds.includes(facts.kind)) return 'not-applicable';
  if (row.when === undefined) return evaluateExpression(row.check, facts, vocabulary);
  const when = evaluateExpression(row.when, facts, vocabulary);
  if (when.truth === 'no') return 'not-applicable';
  const check = evaluateExpression(row.check, facts, vocabulary);
  // A rule that passes anyway need not ask whether it applies.
  if (when.truth === 'yes' || check.truth === 'yes') return check;
  return settle({ truth: 'unknown', used: [...when.used, ...check.used], missing: when.missing });
}

function tell(book: RuleBook, pack: PackDefinition, row: Judged, answer: Answer | 'not-applicable'): RuleOutcome {
  const said = answer === 'not-applicable' ? answer : STATUS[answer.truth];
  const status = said === 'not-applicable' || decides(pack, row) ? said : 'advisory';
  const { used, missing } = answer === 'not-applicable' ? { used: [], missing: [] } : answer;
  return {
    row: row.id,
    key: row.key,
    status,
    ...(status === 'advisory' ? { would: said } : {}),
    ...('alternative' in row && row.alternative !== undefined ? { alternative: row.alternative } : {}),
    basis: row.basis,
    confidence: row.confidence,
    sentence: ruleSentence(book, row, status, said, used, missing),
    used,
    missing,
  };
}

const STATUS = { yes: 'passed', no: 'failed', unknown: 'unknown' } as const;

/**
 * Refused by any verified rule that fails; a group of alternatives fails only when every one of them is verified and
 * fails. Eligible when nothing verified is unknown, at least one verified rule of the award itself has passed, and no rule
 * that only advises speaks against it: otherwise a person must judge.
 */
function outcomeOf(rules: readonly RuleOutcome[], own: ReadonlySet<string>): VerdictOutcome {
  const applying = rules.filter((rule) => rule.status !== 'not-applicable');
  const single = applying.filter((rule) => rule.alternative === undefined && rule.status !== 'advisory');
  const groups = [...new Set(applying.flatMap((rule) => rule.alternative ?? []))].map((name) =>
    groupStatus(applying.filter((rule) => rule.alternative === name)),
  );
  const statuses = [...single.map((rule) => rule.status), ...groups];
  if (statuses.includes('failed')) return 'not-eligible';
  if (statuses.includes('unknown')) return 'undetermined';
  if (applying.some((rule) => rule.alternative === undefined && rule.would === 'failed')) return 'undetermined';
  return applying.some((rule) => own.has(rule.row) && rule.status === 'passed') ? 'eligible' : 'undetermined';
}

function groupStatus(rules: readonly RuleOutcome[]): 'passed' | 'failed' | 'unknown' {
  if (rules.some((rule) => rule.status === 'passed')) return 'passed';
  return rules.every((rule) => rule.status === 'failed') ? 'failed' : 'unknown';
}
