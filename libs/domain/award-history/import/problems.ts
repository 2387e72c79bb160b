import type { Bilingual } from '../../campaign-plan/parts.js';
import type { ImportField } from './header.js';

/** Why a row cannot be entered, and the way out. `{name}` is filled in. */
interface ProblemText {
  readonly vi: string;
  readonly en: string;
  readonly wayOutVi: string;
  readonly wayOutEn: string;
}

export const PROBLEMS = {
  MISSING: {
    vi: 'Ô bắt buộc để trống.',
    en: 'A cell that is needed is empty.',
    wayOutVi: 'Điền ô này theo quyết định.',
    wayOutEn: 'Fill it in from the decision.',
  },
  NOTHING_SAID: {
    vi: 'Dòng không có danh hiệu, xếp loại hay sáng kiến.',
    en: 'The row names neither an award nor a grading nor an initiative.',
    wayOutVi: 'Điền ít nhất một trong ba cột.',
    wayOutEn: 'Fill in at least one of the three columns.',
  },
  TOO_LONG: {
    vi: 'Nội dung quá dài ({length} ký tự).',
    en: 'The text is too long ({length} characters).',
    wayOutVi: 'Rút gọn còn tối đa {most} ký tự.',
    wayOutEn: 'Shorten it to at most {most} characters.',
  },
  YEAR_INVALID: {
    vi: 'Năm «{value}» không hợp lệ.',
    en: '“{value}” is no year.',
    wayOutVi: 'Ghi một năm bốn chữ số từ 1945 đến nay; năm học ghi theo năm của quyết định.',
    wayOutEn: 'Write one year of four digits, from 1945 to now.',
  },
  DATE_INVALID: {
    vi: 'Ngày «{value}» không có trong lịch.',
    en: '“{value}” is no day of the calendar.',
    wayOutVi: 'Ghi ngày dạng dd/mm/yyyy.',
    wayOutEn: 'Write the day as dd/mm/yyyy.',
  },
  DATE_IN_FUTURE: {
    vi: 'Ngày quyết định {value} sau ngày hôm nay.',
    en: 'The decision’s date {value} lies in the future.',
    wayOutVi: 'Kiểm tra ngày ghi trên quyết định.',
    wayOutEn: 'Check the date on the decision.',
  },
  YEAR_AFTER_DECISION: {
    vi: 'Năm thành tích {year} sau năm của quyết định ({date}).',
    en: 'The year of the achievement, {year}, is after the decision ({date}).',
    wayOutVi: 'Kiểm tra năm và ngày quyết định.',
    wayOutEn: 'Check the year and the date of the decision.',
  },
  AWARD_UNKNOWN: {
    vi: 'Không nhận ra danh hiệu, hình thức «{value}».',
    en: 'There is no known award “{value}”.',
    wayOutVi: 'Ghi đúng tên trong danh mục[, ví dụ: {similar}].',
    wayOutEn: 'Write a name of the catalogue[, for example: {similar}].',
  },
  AWARD_NOT_FOR_SUBJECT: {
    vi: '«{value}» không dành cho đối tượng này.',
    en: '“{value}” is not given to a subject of this kind.',
    wayOutVi: 'Kiểm tra cột đối tượng và tên danh hiệu.',
    wayOutEn: 'Check the kind of subject and the name of the award.',
  },
  KIND_MISSING: {
    vi: 'Hình thức khen thưởng này cần ghi loại hình (công trạng, chuyên đề, đột xuất...).',
    en: 'This form of commendation needs its kind (merit, thematic, sudden...).',
    wayOutVi: 'Ghi loại hình theo quyết định; khen theo chuyên đề, đột xuất không tính vào khen công trạng.',
    wayOutEn: 'Write the kind from the decision; thematic and sudden awards do not count toward merit.',
  },
  WORD_UNKNOWN: {
    vi: 'Không nhận ra «{value}».',
    en: '“{value}” is not known here.',
    wayOutVi: 'Dùng một trong các giá trị: {choices}.',
    wayOutEn: 'Use one of: {choices}.',
  },
  CODE_INVALID: {
    vi: 'Mã «{value}» không hợp lệ.',
    en: '“{value}” is no code.',
    wayOutVi: 'Mã gồm chữ, số, dấu chấm, gạch ngang; hoặc để trống.',
    wayOutEn: 'A code is made of letters, digits, dots and hyphens; or leave it empty.',
  },
  TWICE: {
    vi: 'Trùng với dòng {other}.',
    en: 'The same as row {other}.',
    wayOutVi: 'Xóa một trong hai dòng, hoặc sửa nếu là hai quyết định khác nhau.',
    wayOutEn: 'Delete one of them, or correct it where they are two decisions.',
  },
  CONTRADICTS: {
    vi: 'Sổ đã ghi khác cho năm {year}.',
    en: 'The register says otherwise for {year}.',
    wayOutVi: 'Đối chiếu quyết định; nếu sổ sai thì đính chính mục đã có.',
    wayOutEn: 'Compare with the decision; where the register is wrong, correct its entry.',
  },
} as const satisfies Record<string, ProblemText>;
export type ProblemCode = keyof typeof PROBLEMS;

export interface RowProblem {
  /** Row as the spreadsheet counts it. */
  readonly row: number;
  readonly field: ImportField;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The problem in words, with its way out, in both languages. */
export function problemText({ code, params }: RowProblem): { readonly reason: Bilingual; readonly wayOut: Bilingual } {
  const known = (part: string): boolean =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => (params[name] ?? '') !== '');
  const fill = (text: string): string =>
    text
      .replace(/\[([^\]]*)\]/g, (_, part: string) => (known(part) ? part : ''))
      .replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  const { vi, en, wayOutVi, wayOutEn } = PROBLEMS[code];
  return { reason: { vi: fill(vi), en: fill(en) }, wayOut: { vi: fill(wayOutVi), en: fill(wayOutEn) } };
}
