import type { NominationRoutes, RouteStep } from './route.js';
import type { StepKind } from './vocabulary.js';

/**
 * The way a nomination takes unless a campaign or a rule pack replaces it (architecture, "Nomination route").
 * Order from law 06/2022/QH15 art. 83 (proposed from the unit upward) and art. 84 (papers of each level). It holds no
 * time limit: limits are data with a confidence of their own, written where a campaign replaces the route.
 */
export const DEFAULT_ROUTE: readonly RouteStep[] = [
  {
    key: 'completeness',
    kind: 'completeness',
    actor: 'standing-body',
    name: { vi: 'Kiểm tra thành phần hồ sơ', en: 'Completeness check' },
    outcomes: ['passed', 'returned'],
  },
  {
    key: 'lead-opinion',
    kind: 'lead-opinion',
    actor: 'lead-agency',
    name: { vi: 'Ý kiến của cơ quan chủ trì', en: 'Opinion of the lead agency' },
    outcomes: ['passed', 'returned', 'declined'],
  },
  {
    key: 'council',
    kind: 'council',
    actor: 'council',
    name: { vi: 'Hội đồng Thi đua - Khen thưởng bỏ phiếu', en: 'Vote of the council' },
    outcomes: ['approved', 'not-approved'],
  },
  {
    key: 'appraisal',
    kind: 'appraisal',
    actor: 'home-affairs',
    name: { vi: 'Thẩm định', en: 'Appraisal by Home Affairs' },
    outcomes: ['passed', 'returned', 'declined'],
  },
  {
    key: 'public-opinion',
    kind: 'public-opinion',
    actor: 'engine',
    name: { vi: 'Lấy ý kiến Nhân dân', en: 'Public opinion' },
    outcomes: ['ended', 'returned'],
    onlyWhen: 'award-wants-public-opinion',
  },
  {
    key: 'submission',
    kind: 'submission',
    actor: 'home-affairs',
    name: { vi: 'Trình cấp có thẩm quyền', en: 'Submission to the authority' },
    outcomes: ['passed'],
  },
  {
    key: 'decision',
    kind: 'decision',
    actor: 'decider',
    name: { vi: 'Quyết định khen thưởng', en: 'Decision' },
    outcomes: ['signed', 'returned', 'declined'],
  },
  {
    key: 'publication',
    kind: 'publication',
    actor: 'engine',
    name: { vi: 'Công khai kết quả', en: 'Publication' },
    outcomes: ['published'],
  },
  {
    key: 'archive',
    kind: 'archive',
    actor: 'engine',
    name: { vi: 'Lưu trữ hồ sơ', en: 'Archive' },
    outcomes: ['archived'],
  },
];

const SHORT_KINDS: readonly StepKind[] = ['appraisal', 'submission', 'decision', 'publication', 'archive'];

/**
 * Short route of prompt (đột xuất) awards: no council vote, no public opinion. Law 06/2022/QH15 art. 85 and decree
 * 98/2023/NĐ-CP art. 40 list the cases; that a case is one of them is judged in the appraisal.
 */
export const SHORT_ROUTE: readonly RouteStep[] = DEFAULT_ROUTE.filter((step) => SHORT_KINDS.includes(step.kind));

export const DEFAULT_ROUTES: NominationRoutes = { default: DEFAULT_ROUTE, short: SHORT_ROUTE };
