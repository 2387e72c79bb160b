import { dateOf, formatVi } from '../domain/calendar/local-date.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import type { NominationState } from '../domain/nomination/nomination.stream.js';
import type { HistoryEntry, Standing } from './history-entry.js';
import type { Names } from './names.js';
import { dayText, roleName, statusName } from './state-words.js';

type Language = 'vi' | 'en';

export interface Report {
  readonly nominationId: string;
  /** With its texts open, or erased. */
  readonly state: NominationState;
  /** What the award was asked for; undefined where it is erased. */
  readonly achievement: string | undefined;
  readonly entries: readonly HistoryEntry[];
  /** Hash of the leaf (hex) by log index. */
  readonly leaves: ReadonlyMap<number, string>;
  readonly names: Names;
  readonly file: CampaignFile | undefined;
  readonly checkpoint: { readonly size: number; readonly root: Uint8Array; readonly at: string };
  readonly language: Language;
}

const WORDS = {
  vi: {
    title: 'Lịch sử hồ sơ đề nghị khen thưởng',
    subject: 'Đối tượng',
    erased: '(đã xóa dữ liệu cá nhân)',
    achievement: 'Thành tích',
    award: 'Hình thức khen thưởng',
    unit: 'Đơn vị đề nghị',
    campaign: 'Phong trào thi đua',
    status: 'Tình trạng',
    decision: 'Quyết định',
    of: 'ngày',
    issuer: 'Cơ quan quyết định',
    when: 'Thời điểm',
    what: 'Sự việc',
    who: 'Người thực hiện',
    for: 'thay mặt',
    why: 'Lý do',
    rule: 'Căn cứ',
    from: 'từ',
    to: 'thành',
    due: 'hạn',
    paper: 'theo văn bản ngày',
    fact: 'Sự kiện số',
    proof: 'Chứng minh',
    state: (size: number, root: string, at: string) =>
      `Mỗi mục dưới đây dẫn một sự kiện trong nhật ký, kèm mã băm của sự kiện đó. Nhật ký có ${size} sự kiện, được ký lúc ${at}; mã gốc ${root}.`,
    how: 'Lời văn do phần mềm lập từ các sự kiện. Để kiểm tra, dùng bộ kiểm chứng độc lập với tệp chứa báo cáo này; không cần máy chủ.',
  },
  en: {
    title: 'History of a nomination',
    subject: 'Nominee',
    erased: '(personal data erased)',
    achievement: 'Achievement',
    award: 'Award',
    unit: 'Nominated by',
    campaign: 'Campaign',
    status: 'Status',
    decision: 'Decision',
    of: 'of',
    issuer: 'Decided by',
    when: 'When',
    what: 'What',
    who: 'Who',
    for: 'on behalf of',
    why: 'Why',
    rule: 'Under',
    from: 'from',
    to: 'to',
    due: 'due',
    paper: 'by a document of',
    fact: 'Fact',
    proof: 'Proof',
    state: (size: number, root: string, at: string) =>
      `Each entry below points at a fact of the log, with its digest. The log held ${size} facts when it was signed at ${at}; its root is ${root}.`,
    how: 'The words were made from the facts by the software. To check them use the independent verifier with the file that holds this report; no server is needed.',
  },
} as const;

const STYLE = `body{font:16px/1.5 "Times New Roman",Times,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}
h1{font-size:1.5rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{color:#555}dd{margin:0}
ol{list-style:none;padding:0}li{border-top:1px solid #ccc;padding:.7rem 0;display:grid;grid-template-columns:9rem 1fr;gap:0 1rem;break-inside:avoid}
time{color:#333}.what{font-weight:bold}.proof{font:.75rem/1.4 monospace;color:#777;overflow-wrap:anywhere}p{margin:.2rem 0}
@media(max-width:40rem){li{display:block}}`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const VIET_NAM = 7 * 3_600_000;

/** Date and time on the wall in Viet Nam. */
function clockTime(iso: string, language: Language): string {
  const at = Date.parse(iso);
  const day = dateOf(at);
  return `${language === 'vi' ? formatVi(day) : day} ${new Date(at + VIET_NAM).toISOString().slice(11, 16)}`;
}

const standing = (state: Standing | undefined, language: Language): string =>
  [
    state?.status === undefined ? undefined : statusName(state.status, language),
    state?.stepName?.[language],
    state?.lastDay === undefined ? undefined : `${WORDS[language].due} ${dayText(state.lastDay, language)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');

function entryItem(entry: HistoryEntry, leaf: string, language: Language): string {
  const words = WORDS[language];
  const { who, why, rule, when } = entry;
  const line = (label: string, text: string): string => `<p>${label}: ${escape(text)}</p>`;
  const capacity =
    who.capacity === undefined ? '' : `, ${roleName(who.capacity.role, language)}, ${who.capacity.unit.name[language]}`;
  const behalf = who.onBehalfOf === undefined ? '' : ` (${words.for} ${who.onBehalfOf.name ?? who.onBehalfOf.id})`;
  const basis = [rule.stepName?.[language], rule.rulePack, rule.legalBasis].filter((part) => part !== undefined);
  const [was, is] = [standing(entry.before, language), standing(entry.after, language)];
  const paper = when.document === undefined ? '' : `<br>${words.paper} ${dayText(when.document, language)}`;
  return [
    `<li data-fact="${entry.logIndex ?? 0}" data-leaf="${leaf}">`,
    `<time datetime="${when.business}">${clockTime(when.business, language)}${paper}</time><div>`,
    `<p class="what">${escape(entry.what[language])}</p>`,
    line(words.who, `${who.name ?? who.id}${capacity}${behalf}`),
    why === undefined ? '' : line(words.why, 'text' in why ? why.text : words.erased),
    basis.length === 0 ? '' : line(words.rule, basis.join(' · ')),
    was === is ? '' : `<p>${was === '' ? '' : `${words.from} «${escape(was)}» `}${words.to} «${escape(is)}»</p>`,
    `<p class="proof">${words.fact} ${entry.logIndex ?? 0} · ${leaf}</p></div></li>`,
  ].join('');
}

/** The history of a nomination as a page that needs nothing else: one entry a fact, under the digest of its leaf. */
export function reportPage(report: Report): string {
  const { nominationId, state, entries, leaves, names, file, checkpoint, language } = report;
  const words = WORDS[language];
  const award = file?.rounds.flatMap(({ awards }) => awards).find((offer) => offer.award === state.awardCode)?.name;
  const { decision } = state;
  const facts: readonly (readonly [string, string])[] = [
    [words.subject, state.subject.name.text ?? words.erased],
    [words.award, award?.[language] ?? state.awardCode],
    [words.achievement, report.achievement ?? words.erased],
    [words.unit, names.unit(state.unitId).name[language]],
    [words.campaign, names.campaign(state.campaignId).name[language]],
    [words.status, statusName(state.status, language)],
    ...(decision === undefined
      ? []
      : [
          [words.decision, `${decision.number} ${words.of} ${dayText(decision.date, language)}`] as const,
          [words.issuer, names.unit(state.roles.decider).name[language]] as const,
        ]),
  ];
  const list = facts.map(([label, text]) => `<dt>${label}</dt><dd>${escape(text)}</dd>`).join('');
  const root = Buffer.from(checkpoint.root).toString('hex');
  const items = entries.map((entry) => entryItem(entry, leaves.get(entry.logIndex ?? 0) ?? '', language));
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${words.title} ${escape(nominationId)}</title>`,
    `<style>${STYLE}</style></head><body><h1>${words.title}</h1><dl>${list}</dl>`,
    `<ol>${items.join('')}</ol><h2>${words.proof}</h2>`,
    `<p>${words.state(checkpoint.size, root, clockTime(checkpoint.at, language))}</p><p>${words.how}</p></body></html>`,
  ].join('');
}
