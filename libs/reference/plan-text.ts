import { type LocalDate, type Weekday, compareDates, formatVi, weekday } from '../domain/calendar/local-date.js';
import type { OrganisationFile } from '../domain/campaign-plan/organisation.js';
import type { Bilingual, Who } from '../domain/campaign-plan/parts.js';
import type {
  CampaignPlan,
  Parties,
  PlannedDate,
  PlannedDateKind,
  PlannedOccurrence,
} from '../domain/campaign-plan/plan-model.js';

export type PlanLanguage = keyof Bilingual;

const WORDS = {
  vi: {
    proposed: 'đề xuất, cần xác minh',
    questions: 'Câu hỏi mở',
    blocks: 'chặn',
    warnings: 'Lưu ý',
    nobody: 'không đơn vị nào',
    units: 'đơn vị',
    clusters: 'cụm, khối',
    reminders: 'nhắc',
    before: 'trước khi ban hành, không nhắc',
    adopted: 'ban hành',
    launchable: 'Có thể phát động.',
    blocked: 'Chưa thể phát động: còn câu hỏi mở.',
    undated: 'Không có ngày riêng',
  },
  en: {
    proposed: 'proposed, to be verified',
    questions: 'Open questions',
    blocks: 'blocks',
    warnings: 'Warnings',
    nobody: 'no unit',
    units: 'units',
    clusters: 'clusters',
    reminders: 'reminders',
    before: 'before adoption, nobody is reminded',
    adopted: 'adopted',
    launchable: 'Can be launched.',
    blocked: 'Cannot be launched: questions are open.',
    undated: 'Without a date of their own',
  },
} as const;

const KINDS: Readonly<Record<PlannedDateKind, Bilingual>> = {
  adopted: { vi: 'ban hành', en: 'adopted' },
  'phase-starts': { vi: 'bắt đầu giai đoạn', en: 'phase starts' },
  'phase-ends': { vi: 'hết giai đoạn', en: 'phase ends' },
  'window-opens': { vi: 'mở', en: 'opens' },
  due: { vi: 'hạn', en: 'due' },
  'review-opens': { vi: 'mở sơ kết, tổng kết', en: 'review opens' },
  'review-due': { vi: 'hạn sơ kết, tổng kết', en: 'review due' },
  'round-opens': { vi: 'mở đợt khen', en: 'round opens' },
  'round-closes': { vi: 'đóng đợt khen', en: 'round closes' },
  succession: { vi: 'sắp xếp đơn vị', en: 'reorganisation' },
};

const DAYS: Readonly<Record<PlanLanguage, Readonly<Record<Weekday, string>>>> = {
  vi: { 1: 'T2', 2: 'T3', 3: 'T4', 4: 'T5', 5: 'T6', 6: 'T7', 7: 'CN' },
  en: { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' },
};

/** A plan for reading: dates, duties without a date, open questions, warnings. */
export function planText(plan: CampaignPlan, language: PlanLanguage, organisation?: OrganisationFile): string {
  const words = WORDS[language];
  const warnings = plan.warnings.map(({ about, text }) => `  ${about}: ${text[language]}`);
  return [
    plan.name[language],
    `${formatVi(plan.from)} - ${formatVi(plan.to)}; ${words.adopted} ${formatVi(plan.adoptedOn)}`,
    plan.launchable ? words.launchable : words.blocked,
    '',
    ...dateTable(plan, language, organisation),
    ...section(words.undated, withoutDate(plan, language)),
    ...section(`${words.questions} (${plan.openQuestions.length})`, questionLines(plan, language)),
    ...section(`${words.warnings} (${warnings.length})`, warnings),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

function dateTable(plan: CampaignPlan, language: PlanLanguage, organisation?: OrganisationFile): readonly string[] {
  const width = Math.max(...Object.values(KINDS).map((kind) => kind[language].length));
  return plan.dates.map((date) => {
    const occurrence = occurrenceOf(plan, date);
    const isDue = date.kind === 'due' || date.kind === 'review-due';
    const cells = [
      date.title[language],
      ...(isDue ? [whoText(plan, date, occurrence?.parties, language, organisation)] : []),
      ...(isDue && occurrence !== undefined ? [remindersText(occurrence, language)] : []),
      ...(date.proposed ? [WORDS[language].proposed] : []),
    ];
    const day = `${formatVi(date.on)} ${DAYS[language][weekday(date.on)].padEnd(3)}`;
    return `${day}  ${KINDS[date.kind][language].padEnd(width)}  ${cells.filter((cell) => cell !== '').join(' | ')}`;
  });
}

function occurrenceOf(plan: CampaignPlan, { about, occurrence }: PlannedDate): PlannedOccurrence | undefined {
  const [list, key] = about.split(':');
  const owners = list === 'review' ? plan.reviews : list === 'obligation' ? plan.obligations : [];
  return owners.find((owner) => owner.key === key)?.occurrences.find((one) => one.key === occurrence);
}

/** Units and clusters found on the day; without an organisation the words of the file. */
function whoText(
  plan: CampaignPlan,
  { about }: PlannedDate,
  parties: Parties | undefined,
  language: PlanLanguage,
  organisation?: OrganisationFile,
): string {
  if (parties === undefined) return ruleOf(plan, about);
  const words = WORDS[language];
  const { unitIds, clusterIds } = parties;
  if (unitIds.length + clusterIds.length === 0) return words.nobody;
  if (unitIds.length <= 2 && clusterIds.length === 0) {
    return unitIds.map((id) => organisation?.units.find((unit) => unit.id === id)?.name[language] ?? id).join(', ');
  }
  const clusters = clusterIds.length === 0 ? '' : `, ${clusterIds.length} ${words.clusters}`;
  return `${unitIds.length} ${words.units}${clusters}`;
}

function ruleOf(plan: CampaignPlan, about: string): string {
  const key = about.slice(about.indexOf(':') + 1);
  const review = plan.reviews.find((candidate) => candidate.key === key);
  if (review !== undefined && about.startsWith('review:')) return `${review.leads}, ${review.concludes}`;
  const obligation = plan.obligations.find((candidate) => candidate.key === key);
  return obligation === undefined ? '' : partsOf(obligation.who).join(', ');
}

const partsOf = (who: Who): readonly string[] => [
  ...(who.roles ?? []),
  ...(who.unitIds ?? []),
  ...(who.unitTypes ?? []),
  ...(who.scope ?? []),
  ...(who.clusters === true ? ['clusters'] : []),
  ...(who.parent === true ? ['parent'] : []),
];

function remindersText({ beforeAdoption, reminders }: PlannedOccurrence, language: PlanLanguage): string {
  const words = WORDS[language];
  if (beforeAdoption) return words.before;
  const days: readonly LocalDate[] = reminders.map(({ on }) => on).toSorted(compareDates);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `${reminders.length} ${words.reminders}: ${formatVi(first)} - ${formatVi(last)}`;
}

const withoutDate = (plan: CampaignPlan, language: PlanLanguage): readonly string[] =>
  plan.obligations
    .filter(({ occurrences }) => occurrences.length === 0)
    .map(({ title, mode, who }) => `  ${mode.padEnd(10)}  ${title[language]} | ${partsOf(who).join(', ')}`);

const questionLines = (plan: CampaignPlan, language: PlanLanguage): readonly string[] =>
  plan.openQuestions.map(({ id, unclear, blocks }) => {
    return `  ${id} [${WORDS[language].blocks} ${blocks}]: ${unclear[language]}`;
  });
