import type { LocalDate } from '../calendar/local-date.js';
import type { CampaignDocument, CampaignFile, Criterion } from '../campaign-plan/campaign.js';
import type { Bilingual } from '../campaign-plan/parts.js';
import type { SubjectGroup } from '../campaign-plan/subjects.js';
import { GENERAL_KIND, SUBJECT_KINDS, type Comparison, type SubjectKind } from '../campaign-plan/vocabulary.js';
import type { Comparator, Expression } from './expression.js';
import type { EligibilityFacts } from './facts.js';
import { RULE_TABLES, type CriterionRow, type FactDefinition, type RuleBook, type RuleTables } from './rows.js';
import { evaluate, type Verdict } from './verdict.js';

/**
 * The criteria set of a campaign as a rule book of its own: the same closed language, the same three-valued judgement, the
 * same sentences as the law's. Its one pack is the campaign, its one instrument the document that adopts it.
 */

/** What a dossier can say about one criterion; each is a fact of its own, so that what is missing is asked for by name. */
export const CRITERION_PARTS = ['met', 'level', 'value', 'count', 'contribution', 'paper'] as const;
export type CriterionPart = (typeof CRITERION_PARTS)[number];

export const criterionFact = (key: string, part: CriterionPart): string => `criteria.${key}.${part}`;

/** Every special case of the kinds a criterion names: a farmer is an individual. */
const withSpecialCases = (kinds: readonly SubjectKind[]): readonly SubjectKind[] =>
  SUBJECT_KINDS.filter((kind) => {
    const general = GENERAL_KIND[kind];
    return kinds.includes(kind) || (general !== undefined && kinds.includes(general));
  });

const COMPARATOR: Readonly<Record<Exclude<Comparison, 'zero'>, Comparator>> = {
  'at-least': 'at-least',
  // A plan's "about 80 %" asks for 80 %: to ask for less would be a figure of our own.
  about: 'at-least',
  'at-most': 'at-most',
  'more-than': 'more-than',
  'less-than': 'less-than',
  equal: 'equal',
};

/**
 * A criterion in the language of the rules. Of one that is only words the unit's own answer is all there is. How many
 * things are enough is left out while the guidance has not said it.
 */
export function criterionCheck(criterion: Criterion): Expression {
  const { key, kind, levels, leastLevel, threshold, count, contributions, evidence } = criterion;
  const fact = (part: CriterionPart): string => criterionFact(key, part);
  const met: Expression = { has: fact('met') };
  if (kind !== 'gate') return met;
  const all: Expression[] = [met];
  if (levels !== undefined && leastLevel !== undefined)
    all.push({ compare: { fact: fact('level'), is: 'at-least', value: leastLevel } });
  if (threshold !== undefined)
    all.push({
      compare:
        threshold.comparison === 'zero'
          ? { fact: fact('value'), is: 'equal', value: 0 }
          : { fact: fact('value'), is: COMPARATOR[threshold.comparison], value: threshold.value },
    });
  if (count?.least !== undefined) all.push({ compare: { fact: fact('count'), is: 'at-least', value: count.least } });
  if (contributions !== undefined) all.push({ has: fact('contribution') });
  // Where only a document proves it, the dossier must hold one.
  if (evidence.length > 0 && evidence.every((proof) => proof === 'document')) all.push({ has: fact('paper') });
  return { all };
}

/** The document that adopts the campaign; of a file without one, the campaign itself is what is cited. */
export const adoptingDocument = (file: CampaignFile): CampaignDocument | undefined =>
  file.documents.find(({ role }) => role === 'adopts');

const instrumentOf = (file: CampaignFile): string => adoptingDocument(file)?.id ?? file.id;

/**
 * The rows of one group of nominees; without groups those of every criterion. A gate of a group refuses, because the
 * campaign's own document says it; where the document gives words only (narrative, scored), or has no groups, it advises.
 */
export function criteriaRows(
  file: CampaignFile,
  group: SubjectGroup | undefined,
  award: string,
): readonly CriterionRow[] {
  const asked =
    group === undefined
      ? file.criteria
      : group.criteria.flatMap((key) => file.criteria.filter((criterion) => criterion.key === key));
  return asked.map((criterion) => rowOf(file, group, criterion, award));
}

function rowOf(file: CampaignFile, group: SubjectGroup | undefined, criterion: Criterion, award: string): CriterionRow {
  const { key, text, quotes = [], subjectKinds, anyOf } = criterion;
  const section = group?.text.vi ?? file.objectives.find((one) => one.key === criterion.objective)?.text.vi;
  return {
    id: `criteria/${key}`,
    key,
    from: file.adoptedOn,
    basis: { instrument: instrumentOf(file), ...(section === undefined ? {} : { article: section }) },
    // The wording is quoted from the document, or somebody has derived it and nobody has confirmed that.
    confidence: quotes.length > 0 ? (adoptingDocument(file)?.confidence ?? 'V') : '?',
    source: [file.source.file, file.source.section].filter((part) => part !== undefined).join(', '),
    ...(quotes.length === 0 ? {} : { note: { vi: quotes.join(' … '), en: quotes.join(' … ') } }),
    enforced: criterion.kind === 'gate' && group !== undefined,
    awards: [award],
    ...(group !== undefined || subjectKinds === undefined ? {} : { subjects: withSpecialCases(subjectKinds) }),
    ...(anyOf === undefined ? {} : { alternative: anyOf }),
    text,
    check: criterionCheck(criterion),
  };
}

/** What a part is called and how one asks for it. */
const PART_WORDS: { readonly [P in CriterionPart]: (criterion: Criterion) => readonly [Bilingual, Bilingual] } = {
  met: ({ text }) => [
    { vi: 'đơn vị tự đánh giá đạt', en: 'met, by the unit’s own word' },
    { vi: `Đạt hay không đạt: ${text.vi}?`, en: `Met or not: ${text.en}?` },
  ],
  level: ({ text }) => [
    { vi: 'mức đạt được', en: 'level reached' },
    { vi: `Đạt mức nào: ${text.vi}?`, en: `Which level was reached: ${text.en}?` },
  ],
  value: ({ text, threshold }) => [
    { vi: `số đạt được (${threshold?.unit ?? '…'})`, en: `figure reached (${threshold?.unit ?? '…'})` },
    { vi: `Con số đạt được: ${text.vi}?`, en: `Which figure was reached: ${text.en}?` },
  ],
  count: ({ text, count }) => [
    { vi: `số lượng (${count?.unit ?? '…'})`, en: `how many (${count?.unit ?? '…'})` },
    { vi: `Bao nhiêu ${count?.unit ?? ''}: ${text.vi}?`, en: `How many (${count?.unit ?? '…'}): ${text.en}?` },
  ],
  contribution: ({ text }) => [
    { vi: 'đóng góp đã ghi nhận', en: 'recorded contribution' },
    {
      vi: `Đóng góp nào đã được ghi nhận, xác nhận: ${text.vi}?`,
      en: `Which recorded, confirmed contribution: ${text.en}?`,
    },
  ],
  paper: ({ text }) => [
    { vi: 'văn bản chứng minh trong hồ sơ', en: 'paper in the dossier that proves it' },
    { vi: `Văn bản nào trong hồ sơ chứng minh: ${text.vi}?`, en: `Which paper of the dossier proves it: ${text.en}?` },
  ],
};

/** Facts the criteria may ask for. */
export const criteriaVocabulary = (file: CampaignFile): readonly FactDefinition[] =>
  file.criteria.flatMap((criterion) =>
    CRITERION_PARTS.map((part): FactDefinition => {
      const [label, question] = PART_WORDS[part](criterion);
      const scale = part === 'level' ? criterion.levels?.map(({ key }) => key) : undefined;
      return {
        name: criterionFact(criterion.key, part),
        kind:
          scale === undefined
            ? part === 'value' || part === 'count'
              ? 'number'
              : part === 'level'
                ? 'text'
                : 'yes-no'
            : 'scale',
        ...(scale === undefined ? {} : { scale }),
        label,
        question,
      };
    }),
  );

/** The one pack of {@link criteriaBook}. */
export const campaignPack = (file: CampaignFile): string => `campaign/${file.id}`;

/** The criteria set of a group as a rule book: version = number of the adopting document, or the day of adoption. */
export function criteriaBook(file: CampaignFile, group: SubjectGroup | undefined, award: string): RuleBook {
  const document = adoptingDocument(file);
  const instrument = instrumentOf(file);
  const name = document?.symbol ?? document?.number ?? file.name.vi;
  const none = Object.fromEntries(RULE_TABLES.map((table) => [table, []])) as unknown as RuleTables; // every table, empty
  return {
    version: document?.symbol ?? file.adoptedOn,
    packs: [
      { id: campaignPack(file), name: file.name, from: file.adoptedOn, instruments: [instrument], status: 'adopted' },
    ],
    instruments: [
      {
        code: instrument,
        name: document?.abstract ?? file.name,
        short: name,
        from: file.adoptedOn,
        confidence: document?.confidence ?? '?',
      },
    ],
    facts: criteriaVocabulary(file),
    deciders: [],
    localities: [],
    tables: { ...none, criteria: criteriaRows(file, group, award) },
  };
}

/** What is asked about a dossier under the criteria of its campaign. */
export interface CriteriaInquiry {
  readonly award: string;
  readonly on: LocalDate;
  readonly facts: EligibilityFacts;
}

/**
 * The verdict of a campaign's own criteria on a dossier. Pure and total; a campaign without criteria gives none. Its
 * criteria are those of its document whatever the day, so nobody is judged by another campaign's.
 */
export function judgeByCriteria(
  file: CampaignFile,
  group: SubjectGroup | undefined,
  inquiry: CriteriaInquiry,
): Verdict | undefined {
  if ((group?.criteria ?? file.criteria).length === 0) return undefined;
  return evaluate(criteriaBook(file, group, inquiry.award), { ...inquiry, pack: campaignPack(file) });
}
