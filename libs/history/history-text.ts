import { dateOf, formatVi } from '../domain/calendar/local-date.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';

import type { HistoryEntry, Standing } from './history-entry.js';
import { dayText, roleName, statusName } from './state-words.js';

const WORDS = {
  vi: {
    of: 'Lịch sử',
    by: 'Người thực hiện',
    for: 'thay mặt',
    why: 'Lý do',
    erased: '(đã xóa)',
    rule: 'Căn cứ',
    from: 'từ',
    to: 'thành',
    due: 'hạn',
    paper: 'văn bản ngày',
  },
  en: {
    of: 'History of',
    by: 'By',
    for: 'on behalf of',
    why: 'Why',
    erased: '(erased)',
    rule: 'Under',
    from: 'from',
    to: 'to',
    due: 'due',
    paper: 'document of',
  },
} as const;

const KINDS: Readonly<Record<string, Bilingual>> = {
  nomination: { vi: 'hồ sơ đề nghị khen thưởng', en: 'nomination' },
  campaign: { vi: 'phong trào thi đua', en: 'campaign' },
  obligation: { vi: 'nhiệm vụ', en: 'obligation' },
  dispatch: { vi: 'gửi văn bản', en: 'dispatch of a document' },
  activity: { vi: 'hoạt động', en: 'activity' },
  example: { vi: 'điển hình tiên tiến', en: 'advanced example' },
};

type Language = 'vi' | 'en';

const HOUR = 3_600_000;
const VIET_NAM = 7 * HOUR;

/** Date and time on the wall in Viet Nam. */
function clockTime(iso: string): string {
  const at = Date.parse(iso);
  return `${formatVi(dateOf(at))} ${new Date(at + VIET_NAM).toISOString().slice(11, 16)}`;
}

const standing = (state: Standing | undefined, language: Language): string =>
  [
    state?.status === undefined ? undefined : statusName(state.status, language),
    state?.stepName?.[language],
    state?.lastDay === undefined ? undefined : `${WORDS[language].due} ${dayText(state.lastDay, language)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');

/** The history as lines to print: one paragraph a fact. */
export function historyText(
  about: { kind: string; id: string },
  entries: readonly HistoryEntry[],
  language: Language,
): string {
  const words = WORDS[language];
  const paragraphs = entries.map((entry) => {
    const { who, why, rule, when } = entry;
    const capacity =
      who.capacity === undefined
        ? ''
        : ` (${roleName(who.capacity.role, language)}, ${who.capacity.unit.name[language]})`;
    const behalf = who.onBehalfOf === undefined ? '' : `, ${words.for} ${who.onBehalfOf.name ?? who.onBehalfOf.id}`;
    const paper = when.document === undefined ? '' : ` · ${words.paper} ${dayText(when.document, language)}`;
    const basis = [rule.stepName?.[language], rule.rulePack, rule.legalBasis]
      .filter((part) => part !== undefined)
      .join(' · ');
    const was = standing(entry.before, language);
    const is = standing(entry.after, language);
    return [
      `${clockTime(when.business)}${paper}  #${String(entry.logIndex ?? '–')}  ${entry.what[language]}`,
      `    ${words.by}: ${who.name ?? who.id}${capacity}${behalf}`,
      ...(why === undefined ? [] : [`    ${words.why}: ${'text' in why ? why.text : words.erased}`]),
      ...(basis === '' ? [] : [`    ${words.rule}: ${basis}`]),
      ...(was === is ? [] : [`    ${was === '' ? '' : `${words.from} «${was}» `}${words.to} «${is}»`]),
      `    ${entry.digest}`,
    ].join('\n');
  });
  return `${words.of} ${KINDS[about.kind]?.[language] ?? about.kind} ${about.id}\n\n${paragraphs.join('\n\n')}\n`;
}
