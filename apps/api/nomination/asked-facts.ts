import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { RuleBook } from '../../../libs/domain/rules/rows.js';
import { valueWords, type Question } from '../../../libs/domain/rules/verdict-words.js';
import { awardNameIn } from '../rules/rule-book.js';

/** How a missing fact is answered by one value; facts of a register or a roster are not. */
export interface AnswerForm {
  /** Where it stands among what is declared. */
  readonly part: 'values' | 'counts';
  readonly name: string;
  readonly kind: 'yes-no' | 'number' | 'date' | 'choice';
  readonly choices: readonly { readonly value: string; readonly name: Bilingual }[];
}

export interface AskedFact extends Question {
  /** What the question is about where it is asked of several, as an award that is counted. */
  readonly about: Bilingual | null;
  readonly answer: AnswerForm | null;
}

/** The facts the rules ask for, each with how it is answered where one value answers it. */
export const askedFacts = (book: RuleBook | undefined, missing: readonly Question[]): readonly AskedFact[] =>
  missing.map((question) => ({
    ...question,
    about: awardOf(book, question.fact),
    answer: book === undefined ? null : answerOf(book, question.fact),
  }));

const COUNTED = /^counts\.(.+)$/;

function awardOf(book: RuleBook | undefined, fact: string): Bilingual | null {
  const award = COUNTED.exec(fact)?.[1];
  return award === undefined ? null : awardNameIn(book, award);
}

function answerOf(book: RuleBook, fact: string): AnswerForm | null {
  const counted = COUNTED.exec(fact)?.[1];
  if (counted !== undefined) return { part: 'counts', name: counted, kind: 'number', choices: [] };
  const asked = book.facts.find(({ name }) => name === fact);
  // A text could name a person, and what is declared stands in the open.
  if (asked === undefined || asked.kind === 'text') return null;
  const choices = (asked.scale ?? []).map((value) => ({ value, name: valueWords(value) }));
  return { part: 'values', name: fact, kind: asked.kind === 'scale' ? 'choice' : asked.kind, choices };
}
