import { parseQueue, type Role } from '../../../libs/domain/access/actor.js';
import { formatVi, isLocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';

/** What people are called in the capacity they act in. */
const ROLE_NAMES: Readonly<Record<Role, Bilingual>> = {
  head: { vi: 'thủ trưởng', en: 'head' },
  officer: { vi: 'cán bộ phụ trách', en: 'officer' },
  appraiser: { vi: 'chuyên viên thẩm định', en: 'appraiser' },
  secretary: { vi: 'thư ký', en: 'secretary' },
  decider: { vi: 'người có thẩm quyền quyết định', en: 'decider' },
  'council-chair': { vi: 'Chủ tịch Hội đồng', en: 'chair of the council' },
  'council-member': { vi: 'thành viên Hội đồng', en: 'member of the council' },
  'cluster-leader': { vi: 'Trưởng cụm, khối', en: 'leader of the cluster' },
  admin: { vi: 'quản trị', en: 'administrator' },
  auditor: { vi: 'thanh tra', en: 'auditor' },
  press: { vi: 'báo chí', en: 'press' },
};

/** What the states of dossiers, duties, reports, rounds and campaigns are called. */
const STATUS_NAMES: Readonly<Record<string, Bilingual>> = {
  draft: { vi: 'dự thảo', en: 'draft' },
  open: { vi: 'đang xử lý', en: 'in progress' },
  returned: { vi: 'trả lại bổ sung', en: 'returned' },
  'on-hold': { vi: 'tạm dừng xem xét', en: 'on hold' },
  recognised: { vi: 'đã quyết định khen thưởng', en: 'award decided' },
  published: { vi: 'đã công khai', en: 'published' },
  archived: { vi: 'đã lưu trữ', en: 'archived' },
  declined: { vi: 'không được đề nghị', en: 'declined' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  revoked: { vi: 'đã hủy bỏ', en: 'revoked' },
  fulfilled: { vi: 'đã hoàn thành', en: 'fulfilled' },
  waived: { vi: 'được miễn', en: 'waived' },
  lapsed: { vi: 'hết hiệu lực', en: 'lapsed' },
  running: { vi: 'đang thực hiện', en: 'running' },
  closed: { vi: 'đã kết thúc', en: 'closed' },
  submitted: { vi: 'đã nộp', en: 'submitted' },
  accepted: { vi: 'đã tiếp nhận', en: 'accepted' },
  confirmed: { vi: 'đã xác nhận', en: 'confirmed' },
  'passed-on': { vi: 'đã chuyển đơn vị kế thừa', en: 'passed to the successor' },
  sent: { vi: 'đã gửi', en: 'sent' },
  acknowledged: { vi: 'đã xác nhận nhận được', en: 'acknowledged' },
  listing: { vi: 'đang lập danh sách', en: 'being listed' },
  convened: { vi: 'đã triệu tập', en: 'convened' },
  recorded: { vi: 'đã ghi kết quả', en: 'recorded' },
};

const isRole = (text: string): text is Role => Object.hasOwn(ROLE_NAMES, text);

export const roleName = (role: string, language: 'vi' | 'en'): string =>
  isRole(role) ? ROLE_NAMES[role][language] : role;
export const statusName = (status: string, language: 'vi' | 'en'): string => STATUS_NAMES[status]?.[language] ?? status;

/** A day as it is written in the language: 30/11/2024 in Vietnamese, 2024-11-30 in English. */
export const dayText = (day: string, language: 'vi' | 'en'): string =>
  language === 'vi' && isLocalDate(day) ? formatVi(day) : day;

/** Whoever holds the role at the unit; other texts stay as they are. */
export function queueText(queue: string, language: 'vi' | 'en', unitName: (id: string) => Bilingual): string {
  const target = parseQueue(queue);
  return target === undefined ? queue : `${roleName(target.role, language)}, ${unitName(target.unitId)[language]}`;
}
