import { formatVi, type LocalDate } from '../domain/calendar/local-date.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';
import { basisText } from '../domain/rules/verdict-words.js';
import {
  RULE_TABLES,
  type AwardsOfRow,
  type RuleBook,
  type RuleRow,
  type RuleTable,
  type RuleTables,
} from '../domain/rules/rows.js';
import { limitedStep } from './limit-steps.js';

/** What a table is called for people. */
export const TABLE_NAMES: Readonly<Record<RuleTable, Bilingual>> = {
  awards: { vi: 'Danh mục', en: 'Catalogue' },
  criteria: { vi: 'Tiêu chuẩn', en: 'Criteria' },
  prerequisites: { vi: 'Điều kiện tiên quyết', en: 'Prerequisites' },
  principles: { vi: 'Nguyên tắc', en: 'Principles' },
  quotas: { vi: 'Tỷ lệ', en: 'Quotas' },
  authority: { vi: 'Thẩm quyền', en: 'Authority' },
  documents: { vi: 'Thành phần hồ sơ', en: 'Documents' },
  timeLimits: { vi: 'Thời hạn', en: 'Time limits' },
  votes: { vi: 'Biểu quyết', en: 'Votes' },
  opinions: { vi: 'Lấy ý kiến, công khai', en: 'Opinions and publication' },
  kinds: { vi: 'Loại hình', en: 'Kinds' },
  coefficients: { vi: 'Hệ số thưởng', en: 'Coefficients' },
  baseSalary: { vi: 'Lương cơ sở', en: 'Base salary' },
  retention: { vi: 'Lưu trữ', en: 'Retention' },
  calendar: { vi: 'Thời gian làm việc', en: 'Working time' },
};

const named = (awards: AwardsOfRow): Bilingual =>
  awards === 'every' ? { vi: 'mọi hình thức', en: 'every award' } : { vi: awards.join(', '), en: awards.join(', ') };

type Says = { readonly [T in RuleTable]: (row: RuleTables[T][number], book: RuleBook) => Bilingual };

const both = (awards: AwardsOfRow, vi: string, en: string): Bilingual => ({
  vi: `${named(awards).vi}: ${vi}`,
  en: `${named(awards).en}: ${en}`,
});

const SAYS: Says = {
  awards: ({ award, name }) => ({ vi: `${award} ${name.vi}`, en: `${award} ${name.en}` }),
  criteria: ({ awards, text }) => both(awards, text.vi, text.en),
  prerequisites: ({ awards, text }) => both(awards, text.vi, text.en),
  principles: ({ text }) => text,
  quotas: ({ award, text, percent }) =>
    both([award], `${text.vi}${share(percent, 'vi')}`, `${text.en}${share(percent, 'en')}`),
  authority: ({ awards, decider }, book) => {
    const name = book.deciders.find(({ code }) => code === decider)?.name ?? { vi: decider, en: decider };
    return { vi: `${name.vi}: ${awards.join(', ')}`, en: `${name.en}: ${awards.join(', ')}` };
  },
  documents: ({ awards, documents, copies, short }) => {
    const list = (language: 'vi' | 'en'): string => documents.map(({ name }) => name[language]).join('; ');
    const sets = copies === undefined ? { vi: '', en: '' } : { vi: ` (${copies} bộ)`, en: ` (${copies} set)` };
    const how = short === true ? { vi: 'thủ tục đơn giản, ', en: 'short procedure, ' } : { vi: '', en: '' };
    return both(awards, `${how.vi}${list('vi')}${sets.vi}`, `${how.en}${list('en')}${sets.en}`);
  },
  timeLimits: ({ awards, step, amount, unit, yearly, batch, addsTo, whenMissing = [] }) => {
    const { vi: what, en: whatEn } = limitedStep(step);
    const size = batch === undefined ? '' : ` [${batch.from}–${batch.to ?? '…'}]`;
    if (yearly !== undefined) {
      const day = `${yearly.day}/${yearly.month}`;
      return both(awards, `${what}${size}: trước hết ngày ${day} hằng năm`, `${whatEn}${size}: by ${day} every year`);
    }
    const days = amount ?? '?';
    const added = (language: 'vi' | 'en'): string => {
      const papers = whenMissing.map(({ name }) => name[language]).join('; ');
      if (addsTo === undefined) return '';
      return language === 'vi'
        ? `, cộng vào ${limitedStep(addsTo).vi} khi thiếu: ${papers}`
        : `, added to ${limitedStep(addsTo).en} without: ${papers}`;
    };
    return both(
      awards,
      `${what}${size}: ${days} ngày${unit === 'calendar' ? '' : ' làm việc'}${added('vi')}`,
      `${whatEn}${size}: ${days} ${unit === 'calendar' ? 'calendar' : 'working'} days${added('en')}`,
    );
  },
  votes: ({ awards, ballot, base, percent, quorum }) => {
    const vi = [
      ...(ballot === undefined ? [] : [ballot === 'secret' ? 'bỏ phiếu kín' : 'biểu quyết công khai']),
      percent === undefined ? 'tỷ lệ chưa rõ' : `ít nhất ${percent} %`,
      ...(base === 'all-members' ? ['trên tổng số thành viên'] : base === 'present' ? ['trên số có mặt'] : []),
      ...(quorum === undefined ? [] : [`có mặt ít nhất ${quorum.parts}/${quorum.of}`]),
    ];
    const en = [
      ...(ballot === undefined ? [] : [`${ballot} ballot`]),
      percent === undefined ? 'threshold unknown' : `at least ${percent} %`,
      ...(base === 'all-members' ? ['of all members'] : base === 'present' ? ['of those present'] : []),
      ...(quorum === undefined ? [] : [`quorum ${quorum.parts}/${quorum.of}`]),
    ];
    return both(awards, vi.join(', '), en.join(', '));
  },
  opinions: ({ awards, text, days }) =>
    both(
      awards,
      `${text.vi}${days === undefined ? '' : `, ${days} ngày làm việc`}`,
      `${text.en}${days === undefined ? '' : `, ${days} working days`}`,
    ),
  kinds: ({ name, countsForMerit }) => ({
    vi: `${name.vi}: ${countsForMerit ? 'được tính' : 'không tính'} cho khen thưởng công trạng`,
    en: `${name.en}: ${countsForMerit ? 'counts' : 'does not count'} toward merit awards`,
  }),
  coefficients: ({ awards, subjects, coefficient }) =>
    both(
      awards,
      `${subjects.join(', ')}: ${coefficient} lần lương cơ sở`,
      `${subjects.join(', ')}: ${coefficient} times the base salary`,
    ),
  baseSalary: ({ dong }) => ({ vi: `${dong} đồng`, en: `${dong} đồng` }),
  retention: ({ text }) => text,
  calendar: ({ text }) => text,
};

const share = (percent: number | undefined, language: 'vi' | 'en'): string =>
  percent === undefined ? (language === 'vi' ? ' (tỷ lệ chưa rõ)' : ' (share unknown)') : ` (${percent} %)`;

/** What a row says, in one line. */
export const rowText = <T extends RuleTable>(book: RuleBook, table: T, row: RuleTables[T][number]): Bilingual =>
  SAYS[table](row, book);

/** Each row with its table and its line of text, in the order of the tables. */
export interface ToldRow {
  readonly table: RuleTable;
  readonly row: RuleRow;
  readonly text: Bilingual;
}

/** The rows `pick` gives for each table, told. */
export function tellRows(
  book: RuleBook,
  pick: <T extends RuleTable>(table: T) => readonly RuleTables[T][number][],
): readonly ToldRow[] {
  const ofTable = <T extends RuleTable>(table: T): readonly ToldRow[] =>
    pick(table).map((row) => ({ table, row, text: rowText(book, table, row) }));
  return RULE_TABLES.flatMap((table) => ofTable(table));
}

const day = (date: LocalDate | undefined): string => (date === undefined ? '…' : formatVi(date));

/** "[V] 01/01/2024–… điều 23, Luật 06/2022/QH15": how far to trust a row, when it applies, where it stands. */
export function rowOrigin(book: RuleBook, row: RuleRow): string {
  const binding = row.enforced === true ? 'áp dụng' : 'khuyến nghị';
  const where = row.locality === undefined ? '' : ` @ ${row.locality}`;
  return `[${row.confidence}, ${binding}] ${day(row.from)}–${day(row.to)} ${basisText(book, row)}${where}`;
}

/** Rows that name an award; rows about every award belong to it, too. */
export function isAbout(
  row: RuleRow & { readonly award?: string; readonly awards?: readonly string[] | 'every' },
  award: string | undefined,
): boolean {
  if (award === undefined || row.awards === 'every') return true;
  return row.award === award || row.awards?.includes(award) === true;
}
