import type { Permissions } from './permission.js';

/** Rights on the way of an award, from the round to the decision. */
export const AWARD_PERMISSIONS = {
  'round.guide': {
    roles: ['officer', 'head'],
    at: 'lead',
    vi: 'Ban hành hướng dẫn khen thưởng',
    en: 'Issue the award guidance of a round',
  },
  'round.add-award': {
    roles: ['decider', 'head'],
    at: 'lead',
    vi: 'Thêm hình thức khen thưởng vào đợt',
    en: 'Let an award round take one award more',
  },
  'round.list': {
    roles: ['officer', 'head', 'secretary'],
    at: 'lead',
    vi: 'Lập danh sách trình khen thưởng',
    en: 'Make the submission list of a round',
  },
  'nomination.draft': {
    roles: ['officer', 'head'],
    at: 'own',
    vi: 'Lập hồ sơ đề nghị khen thưởng',
    en: 'Draft a nomination',
  },
  'nomination.submit': { roles: ['officer', 'head'], at: 'own', vi: 'Trình hồ sơ', en: 'Submit a nomination' },
  'nomination.initiate': {
    roles: ['decider', 'head', 'officer'],
    at: 'decider',
    vi: 'Chủ động phát hiện, đề nghị khen thưởng',
    en: 'Nominate somebody the authority has found itself',
  },
  'nomination.withdraw': { roles: ['officer', 'head'], at: 'own', vi: 'Rút hồ sơ', en: 'Withdraw a nomination' },
  'nomination.act': {
    roles: ['officer', 'head', 'appraiser', 'secretary', 'decider'],
    at: 'queue',
    vi: 'Xử lý bước của hồ sơ',
    en: 'Act on the open step of a nomination',
  },
  'nomination.evaluate': {
    roles: ['officer', 'head', 'appraiser', 'secretary', 'decider'],
    at: 'concerned',
    vi: 'Đánh giá lại điều kiện của hồ sơ',
    en: 'Evaluate a dossier by the rules again',
  },
  'nomination.comment': {
    roles: ['officer', 'head', 'appraiser', 'secretary', 'decider', 'council-chair', 'council-member'],
    at: 'concerned',
    vi: 'Trao đổi về hồ sơ',
    en: 'Comment on a dossier',
  },
  'nomination.hold': {
    roles: ['appraiser', 'head', 'secretary'],
    at: 'standing-body',
    vi: 'Tạm dừng, tiếp tục xem xét',
    en: 'Hold and release a nomination',
  },
  'nomination.revoke': {
    roles: ['decider'],
    at: 'decider',
    vi: 'Hủy bỏ quyết định khen thưởng',
    en: 'Revoke or restore an award',
  },
  'nomination.advance': {
    roles: [],
    at: 'anywhere',
    engine: true,
    vi: 'Công khai, lưu trữ theo thời gian',
    en: 'End a step that only time ends',
  },
  'session.run': {
    roles: ['secretary', 'council-chair'],
    at: 'queue',
    vi: 'Tổ chức phiên họp Hội đồng',
    en: 'Convene a council session and record its result',
  },
  'decision.issue': {
    roles: ['decider'],
    at: 'queue',
    vi: 'Ban hành quyết định khen thưởng',
    en: 'Issue an award decision',
  },
  'document.acknowledge': {
    roles: ['officer', 'head', 'secretary', 'decider', 'press'],
    at: 'queue',
    vi: 'Xác nhận đã nhận văn bản',
    en: 'Acknowledge a document sent to one’s unit',
  },
  'decision.record': {
    roles: ['secretary', 'head'],
    at: 'queue',
    vi: 'Ghi nhận quyết định của cấp trên',
    en: 'Record the decision of a higher authority',
  },
} as const satisfies Permissions;
