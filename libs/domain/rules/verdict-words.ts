import type { Bilingual } from '../campaign-plan/parts.js';
import type { FactValue } from './facts.js';
import type { FactDefinition, PackDefinition, RuleBook, RuleRow } from './rows.js';
import { order, type UsedFact } from './truth.js';
import type { RuleOutcome, RuleStatus, VerdictOutcome } from './verdict.js';

/** A fact that is asked for, in words a person can answer. */
export interface Question {
  readonly fact: string;
  readonly question: Bilingual;
}

const STATUS_WORDS: Readonly<Record<RuleStatus, Bilingual>> = {
  passed: { vi: 'Đạt', en: 'Met' },
  failed: { vi: 'Không đạt', en: 'Not met' },
  unknown: { vi: 'Chưa đủ dữ kiện', en: 'Not known' },
  'not-applicable': { vi: 'Không áp dụng', en: 'Does not apply' },
  advisory: { vi: 'Khuyến nghị, cần xác minh', en: 'Advice, to be verified' },
};

const OUTCOME_WORDS: Readonly<Record<VerdictOutcome, Bilingual>> = {
  eligible: { vi: 'Đủ điều kiện', en: 'Eligible' },
  'not-eligible': { vi: 'Không đủ điều kiện', en: 'Not eligible' },
  undetermined: { vi: 'Chưa kết luận được', en: 'Not determined' },
};

/** Facts that are no named value, and how one asks for them. */
const OTHER_FACTS: Readonly<Record<string, FactDefinition>> = {
  'history.awards': {
    name: 'history.awards',
    kind: 'text',
    label: { vi: 'danh hiệu, hình thức khen thưởng đã nhận', en: 'awards held' },
    question: {
      vi: 'Lịch sử khen thưởng của những năm liên quan đã đầy đủ chưa? Bổ sung quyết định còn thiếu.',
      en: 'Is the award history of these years complete? Add the missing decisions.',
    },
  },
  'history.grades': {
    name: 'history.grades',
    kind: 'text',
    label: { vi: 'mức xếp loại năm', en: 'grading of the year' },
    question: { vi: 'Xếp loại từng năm trong giai đoạn xét?', en: 'How was each of the years graded?' },
  },
  'history.initiatives': {
    name: 'history.initiatives',
    kind: 'text',
    label: { vi: 'sáng kiến, đề tài được công nhận', en: 'recognised initiatives' },
    question: {
      vi: 'Sáng kiến, đề tài nào được công nhận trong những năm đó, phạm vi nào?',
      en: 'Which initiatives were recognised in these years, and how far do they reach?',
    },
  },
  roster: {
    name: 'roster',
    kind: 'text',
    label: { vi: 'danh sách thành viên của tập thể', en: 'members of the collective' },
    question: {
      vi: 'Danh sách thành viên, xếp loại và danh hiệu của từng người?',
      en: 'Who are the members, with the grading and titles of each?',
    },
  },
  counts: {
    name: 'counts',
    kind: 'number',
    label: { vi: 'số lượng của đơn vị', en: 'number in the unit' },
    question: {
      vi: 'Trong đơn vị có bao nhiêu đề nghị, bao nhiêu người đạt danh hiệu làm mẫu số?',
      en: 'How many are proposed in the unit, and how many hold the titles they are counted against?',
    },
  },
  'subject.kind': {
    name: 'subject.kind',
    kind: 'text',
    label: { vi: 'đối tượng', en: 'kind of subject' },
    question: { vi: 'Đối tượng là cá nhân, tập thể hay hộ gia đình?', en: 'A person, a collective or a household?' },
  },
};

function definitionOf(book: RuleBook, fact: string): FactDefinition | undefined {
  const named = book.facts.find(({ name }) => name === fact) ?? OTHER_FACTS[fact];
  if (named !== undefined) return named;
  const prefix = Object.keys(OTHER_FACTS).find((name) => fact.startsWith(`${name}.`) || fact.startsWith(`${name} `));
  return prefix === undefined ? undefined : OTHER_FACTS[prefix];
}

/** What a rule that asked for something wants to know: each fact once, only where the answer may change the verdict. */
export function questionsFor(book: RuleBook, rules: readonly RuleOutcome[]): readonly Question[] {
  const settled = new Set(rules.filter((rule) => rule.status === 'passed').flatMap((rule) => rule.alternative ?? []));
  const facts = rules
    .filter((rule) => rule.status === 'unknown' && !settled.has(rule.alternative ?? ''))
    .flatMap((rule) => rule.missing);
  return [...new Set(facts)].sort(order).map((fact) => ({
    fact,
    question: definitionOf(book, fact)?.question ?? { vi: fact, en: fact },
  }));
}

/** "điều 9 khoản 3, Nghị định 91/2017/NĐ-CP". */
export function basisText(book: RuleBook, { basis }: Pick<RuleRow, 'basis'>): string {
  const instrument = book.instruments.find(({ code }) => code === basis.instrument);
  return [basis.article, instrument?.short ?? basis.instrument].filter((part) => part !== undefined).join(', ');
}

/** One rule in one sentence: whether it is met, what it says, what is known, where it stands. */
export function ruleSentence(
  book: RuleBook,
  row: RuleRow & { readonly text: Bilingual },
  status: RuleStatus,
  said: Exclude<RuleStatus, 'advisory'>,
  used: readonly UsedFact[],
  missing: readonly string[],
): Bilingual {
  const inLanguage = (language: 'vi' | 'en'): string => {
    const head = STATUS_WORDS[status][language];
    const would = status === 'advisory' ? ` (${STATUS_WORDS[said][language].toLowerCase()})` : '';
    const asked = missing.map((fact) => definitionOf(book, fact)?.label[language] ?? fact);
    const known = knownText(book, used, language);
    const lacking =
      asked.length === 0 ? '' : ` ${language === 'vi' ? 'Còn thiếu' : 'Missing'}: ${[...new Set(asked)].join('; ')}.`;
    const basis = `${language === 'vi' ? 'Căn cứ' : 'Basis'}: ${basisText(book, row)}.`;
    return `${head}${would}: ${row.text[language]}.${known}${lacking} ${basis}`;
  };
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}

/** The part of a sentence that says what is known of the subject. */
function knownText(book: RuleBook, used: readonly UsedFact[], language: 'vi' | 'en'): string {
  const facts = used.filter(({ value }) => value !== undefined).map((fact) => factText(book, fact, language));
  return facts.length === 0 ? '' : ` ${language === 'vi' ? 'Dữ kiện' : 'Facts'}: ${facts.join('; ')}.`;
}

/** The same rule without what is known of the subject: grades, disciplines, awards held. */
export function withoutValues(book: RuleBook, rule: RuleOutcome): RuleOutcome {
  const { sentence, used } = rule;
  return {
    ...rule,
    sentence: {
      vi: sentence.vi.replace(knownText(book, used, 'vi'), () => ''),
      en: sentence.en.replace(knownText(book, used, 'en'), () => ''),
    },
    used: used.map(({ fact, origin }) => ({ fact, ...(origin === undefined ? {} : { origin }) })),
  };
}

/** The verdict in one sentence, with the rules that decided it. */
export function verdictSentence(
  book: RuleBook,
  pack: PackDefinition,
  award: string,
  name: Bilingual | undefined,
  outcome: VerdictOutcome,
  rules: readonly RuleOutcome[],
): Bilingual {
  const wanted = outcome === 'eligible' ? 'passed' : outcome === 'not-eligible' ? 'failed' : 'unknown';
  const bases = [...new Set(rules.filter(({ status }) => status === wanted).map((rule) => basisText(book, rule)))];
  const inLanguage = (language: 'vi' | 'en'): string => {
    const cited = bases.length === 0 ? '' : ` ${language === 'vi' ? 'Căn cứ' : 'Basis'}: ${bases.join('; ')}.`;
    return `${OUTCOME_WORDS[outcome][language]}: ${name?.[language] ?? award} (${pack.name[language]}).${cited}`;
  };
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}

function factText(book: RuleBook, { fact, value }: UsedFact, language: 'vi' | 'en'): string {
  const label = definitionOf(book, fact)?.label[language] ?? fact;
  const detail = /\.(\d{4})$/.exec(fact)?.[1];
  const award = /^history\.awards\.(.+)\.\d{4}$/.exec(fact)?.[1] ?? /^counts\.(.+)$/.exec(fact)?.[1];
  const about = [award, detail].filter((part) => part !== undefined).join(' ');
  return `${label}${about === '' ? '' : ` ${about}`} = ${valueText(value, language)}`;
}

const VALUE_WORDS: Readonly<Record<string, Bilingual>> = {
  true: { vi: 'có', en: 'yes' },
  false: { vi: 'không', en: 'no' },
  null: { vi: 'không có', en: 'none' },
  KHONG_HOAN_THANH: { vi: 'không hoàn thành nhiệm vụ', en: 'duties not completed' },
  HOAN_THANH: { vi: 'hoàn thành nhiệm vụ', en: 'duties completed' },
  HOAN_THANH_TOT: { vi: 'hoàn thành tốt nhiệm vụ', en: 'duties completed well' },
  HOAN_THANH_XUAT_SAC: { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'duties completed excellently' },
  grassroots: { vi: 'cấp cơ sở', en: 'grassroots' },
  province: { vi: 'cấp bộ, tỉnh', en: 'ministry or province' },
  national: { vi: 'toàn quốc', en: 'nationwide' },
  individual: { vi: 'cá nhân', en: 'individual' },
  collective: { vi: 'tập thể', en: 'collective' },
  household: { vi: 'hộ gia đình', en: 'household' },
};

/** A value of a fact in words; a number or a day as it is. */
export const valueWords = (value: FactValue | undefined): Bilingual =>
  VALUE_WORDS[String(value)] ?? { vi: String(value), en: String(value) };

const valueText = (value: FactValue | undefined, language: 'vi' | 'en'): string => valueWords(value)[language];
