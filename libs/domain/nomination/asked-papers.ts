import type { LocalDate } from '../calendar/local-date.js';
import type { Bilingual } from '../campaign-plan/parts.js';
import { groupOf, isBinding } from '../campaign-plan/subjects.js';
import { isUnitType } from '../campaign-plan/vocabulary.js';
import type { Have } from '../core/decision.js';
import { procedureOf } from '../rules/authority.js';
import { basisText } from '../rules/verdict-words.js';
import { inquiryOf, rulesIn } from './eligibility.js';
import type { NominationState } from './nomination-state.js';
import { comparableKind, kindsIn } from './papers.js';

/** For what neither the campaign nor the rules ask for by name. */
export const OTHER_PAPER = 'other';
const OTHER_TITLE: Bilingual = { vi: 'Tài liệu khác', en: 'Another document' };

/** A paper the campaign or the rules ask for, and whether the dossier holds it. */
export interface AskedPaper {
  readonly kind: string;
  readonly name: Bilingual;
  readonly from: 'campaign' | 'rules';
  /** Refuses the dossier while it is missing; else it is only advised. */
  readonly binding: boolean;
  readonly held: boolean;
  readonly onlyIf?: Bilingual | undefined;
  /** The article that asks for it. */
  readonly article?: string | undefined;
}

/**
 * The papers a dossier needs on a day: those of its group in the campaign, then those only the rules name. The command or
 * page must have read what `needsForJudging` and `needsAnswers` say. Pure.
 */
export function askedPapers(state: NominationState, have: Pick<Have, 'state'>, on: LocalDate): readonly AskedPaper[] {
  const held = kindsIn(state);
  const file = have.state('campaign', state.campaignId)?.file;
  const { unitId, kind } = state.subject;
  const type = unitId === undefined ? undefined : have.state('unit', unitId)?.type;
  const unitType = type !== undefined && isUnitType(type) ? type : undefined;
  const byCampaign = (groupOf(file?.subjectGroups, { kind, unitType })?.documents ?? []).map(
    ({ key, name, provenance }): AskedPaper => ({
      kind: key,
      name,
      from: 'campaign',
      binding: isBinding(provenance),
      held: held.has(comparableKind(key)),
    }),
  );
  const named = new Set(byCampaign.map((paper) => comparableKind(paper.kind)));
  const byRules = rulePapers(state, have, on).filter((paper) => !named.has(comparableKind(paper.kind)));
  return [...byCampaign, ...byRules.map((paper) => ({ ...paper, held: held.has(comparableKind(paper.kind)) }))];
}

function rulePapers(state: NominationState, have: Pick<Have, 'state'>, on: LocalDate): readonly AskedPaper[] {
  const book = rulesIn(have);
  const law = book === undefined ? undefined : procedureOf(book, inquiryOf(state, have, on));
  if (book === undefined || law === undefined) return [];
  const required = law.documents.flatMap(({ row, binding }) =>
    row.documents.map(({ code, name, onlyIf }): AskedPaper => ({
      kind: code,
      name,
      from: 'rules',
      // A paper the law wants under a condition is a person's to judge.
      binding: binding && onlyIf === undefined,
      held: false,
      ...(onlyIf === undefined ? {} : { onlyIf }),
      article: basisText(book, row),
    })),
  );
  // Papers of other bodies that save the time it takes to ask for them.
  const helpful = law.limits.flatMap(({ row }) =>
    (row.whenMissing ?? []).map(({ code, name }): AskedPaper => ({
      kind: code,
      name,
      from: 'rules',
      binding: false,
      held: false,
      article: basisText(book, row),
    })),
  );
  const found = new Map<string, AskedPaper>();
  for (const paper of [...required, ...helpful]) if (!found.has(paper.kind)) found.set(paper.kind, paper);
  return [...found.values()];
}

/** The papers a dossier must have on a day and does not: what keeps it from being passed on without a word. Pure. */
export const lackingPapers = (
  state: NominationState,
  have: Pick<Have, 'state'>,
  on: LocalDate,
): readonly AskedPaper[] => askedPapers(state, have, on).filter(({ binding, held }) => binding && !held);

/** What a kind is called: as asked for, or another document; undefined for a kind nobody asks for. */
export function titleOf(asked: readonly AskedPaper[], kind: string): Bilingual | undefined {
  if (kind === OTHER_PAPER) return OTHER_TITLE;
  return asked.find((paper) => paper.kind === kind)?.name;
}
