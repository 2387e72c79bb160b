import type { Permissions } from './permission.js';

/** Rights over a campaign and what units owe under it. */
export const CAMPAIGN_PERMISSIONS = {
  'campaign.draft': {
    roles: ['officer', 'head', 'admin'],
    at: 'issuer',
    operator: true,
    vi: 'Soạn phong trào thi đua',
    en: 'Draft a campaign',
  },
  'campaign.answer': {
    roles: ['head', 'officer', 'decider'],
    at: 'issuer',
    vi: 'Trả lời điểm cần làm rõ',
    en: 'Answer an open question of a campaign',
  },
  'campaign.propose': {
    roles: ['officer', 'head'],
    at: 'own',
    vi: 'Tham mưu, trình cấp có thẩm quyền phát động phong trào',
    en: 'Propose a campaign to the one who may launch it',
  },
  'campaign.launch': { roles: ['decider', 'head'], at: 'issuer', vi: 'Phát động phong trào', en: 'Launch a campaign' },
  'campaign.extend': {
    roles: ['decider', 'head', 'officer'],
    at: 'lead',
    vi: 'Gia hạn',
    en: 'Extend a deadline of a campaign',
  },
  'campaign.review': {
    roles: ['decider', 'head'],
    at: 'lead',
    vi: 'Kết luận sơ kết, tổng kết',
    en: 'Conclude a mid-term or final review',
  },
  'target.adjust': {
    roles: ['decider', 'head', 'officer'],
    at: 'lead',
    vi: 'Nhập số chỉ tiêu được giao, điều chỉnh chỉ tiêu khi sắp xếp đơn vị',
    en: 'Enter an assigned number, re-base a target after a reorganisation',
  },
  'campaign.advance': {
    roles: [],
    at: 'anywhere',
    engine: true,
    vi: 'Mở, đóng giai đoạn theo thời gian',
    en: 'Open and close windows when their time comes',
  },
  'campaign.close': {
    roles: ['decider', 'head'],
    at: 'issuer',
    engine: true,
    vi: 'Kết thúc phong trào',
    en: 'Close a campaign',
  },
  'campaign.archive': {
    roles: ['officer', 'head', 'admin'],
    at: 'issuer',
    engine: true,
    operator: true,
    vi: 'Lưu trữ phong trào',
    en: 'Archive a campaign',
  },
  'obligation.fulfil': {
    roles: ['officer', 'head', 'secretary', 'press'],
    at: 'own',
    vi: 'Thực hiện nhiệm vụ của đơn vị',
    en: 'Fulfil an obligation of one’s unit',
  },
  'obligation.waive': { roles: ['head', 'decider'], at: 'lead', vi: 'Miễn nhiệm vụ', en: 'Waive an obligation' },
  'obligation.urge': {
    roles: ['officer', 'head', 'secretary'],
    at: 'lead',
    vi: 'Đôn đốc',
    en: 'Urge a unit that is late',
  },
} as const satisfies Permissions;
