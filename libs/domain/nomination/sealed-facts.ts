import type { Have } from '../core/decision.js';
import { isSealed, seal, type Sealed } from '../core/sealed.js';
import type { DeclaredFacts } from '../rules/nomination-facts.js';
import type { RuleBook } from '../rules/rows.js';
import { withoutValues } from '../rules/verdict-words.js';
import type { RuleOutcome, Verdict } from '../rules/verdict.js';
import type { NominationState } from './nomination-state.js';

/**
 * What is said of a person (gradings, disciplines, awards held) is sealed under the key of the subject, as names are: in
 * what was declared, and in what a verdict rests on. Year and kind of the achievement stay readable, for lists and limits.
 */
export interface SealedFacts extends Pick<DeclaredFacts, 'year' | 'kind'> {
  readonly sealed: Sealed;
}

const keyOf = ({ subject }: Pick<NominationState, 'subject'>): string => subject.name.$seal;

export const sealFacts = (state: NominationState, facts: DeclaredFacts): SealedFacts => ({
  year: facts.year,
  kind: facts.kind,
  sealed: seal(keyOf(state), JSON.stringify(facts)),
});

/** Facts of the first days stand in the clear. */
const isSealedFacts = (facts: DeclaredFacts | SealedFacts): facts is SealedFacts => 'sealed' in facts;

/** What must be opened before anybody judges; nothing where nothing was declared. */
export const asksDeclared = ({ facts }: NominationState) =>
  facts === undefined || !isSealedFacts(facts) ? [] : ([{ ask: 'opened', sealed: facts.sealed }] as const);

/** What is known of a nomination without opening anything. */
export const plainFacts = ({ facts }: Pick<NominationState, 'facts'>): DeclaredFacts | undefined =>
  facts === undefined ? undefined : { year: facts.year, kind: facts.kind, values: {} };

/** What was declared, from an opened text; of an erased subject only year and kind. */
export function declaredIn(facts: NominationState['facts'], text: string | undefined): DeclaredFacts | undefined {
  if (facts === undefined || !isSealedFacts(facts)) return facts;
  // Sealed by `sealFacts` from facts the contract had checked.
  return text === undefined ? plainFacts({ facts }) : (JSON.parse(text) as DeclaredFacts);
}

/** What was declared; the command must have asked {@link asksDeclared}. */
export function declaredOf(state: NominationState, have: Pick<Have, 'answer'>): DeclaredFacts | undefined {
  const [ask] = asksDeclared(state);
  const text = ask === undefined ? undefined : have.answer(ask)[0]?.['text'];
  return declaredIn(state.facts, typeof text === 'string' ? text : undefined);
}

type Ground = Pick<RuleOutcome, 'row' | 'sentence' | 'used'>;

/** A verdict as a fact keeps it: rules, articles and outcomes to be read by anybody, what it rests on sealed. */
export function recordedVerdict(verdict: Verdict, state: NominationState, book: RuleBook) {
  const grounds: readonly Ground[] = verdict.rules
    .filter(({ used }) => used.some(({ value }) => value !== undefined))
    .map(({ row, sentence, used }) => ({ row, sentence, used }));
  return {
    verdict: { ...verdict, rules: verdict.rules.map((rule) => withoutValues(book, rule)) },
    ...(grounds.length === 0 ? {} : { grounds: seal(keyOf(state), JSON.stringify(grounds)) }),
  };
}

/** The verdict of a fact as whoever may read the dossier sees it: with what it rests on, unless the subject was erased. */
export function verdictWithGrounds(verdict: Verdict, grounds: unknown): Verdict {
  if (!isSealed(grounds) || grounds.text === undefined) return verdict;
  const known = new Map((JSON.parse(grounds.text) as readonly Ground[]).map((ground) => [ground.row, ground]));
  return { ...verdict, rules: verdict.rules.map((rule) => ({ ...rule, ...known.get(rule.row) })) };
}
