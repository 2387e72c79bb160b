import { ROLES } from '../actor.js';
import type { Permissions } from './permission.js';

/** Rights of a unit at work: pledges, reports, activities, examples. */
export const UNIT_PERMISSIONS = {
  'registration.register': { roles: ['officer', 'head'], at: 'own', vi: 'Đăng ký thi đua', en: 'Register a pledge' },
  'registration.confirm': {
    roles: ['officer', 'head', 'cluster-leader'],
    at: 'queue',
    vi: 'Xác nhận đăng ký',
    en: 'Confirm or return a registration',
  },
  'registration.move': {
    roles: [],
    at: 'anywhere',
    engine: true,
    vi: 'Chuyển việc xác nhận đang mở sang cụm trưởng, khối trưởng mới',
    en: 'Move open confirmations to the new leader of a cluster or block',
  },
  'pledge.personal': {
    roles: ROLES,
    at: 'own',
    vi: 'Đăng ký việc làm của chính mình',
    en: 'Register what one will do oneself',
  },
  'pledge.confirm-personal': {
    roles: ['head', 'officer'],
    at: 'own',
    vi: 'Xác nhận kết quả đăng ký của người trong đơn vị',
    en: 'Confirm what persons of one’s unit did',
  },
  'household.keep': {
    roles: ['officer', 'head'],
    at: 'own',
    vi: 'Theo dõi danh mục việc của hộ gia đình',
    en: 'Keep the lists of households',
  },
  'pledge.report': {
    roles: ['officer', 'head'],
    at: 'own',
    vi: 'Báo cáo kết quả thực hiện giao ước',
    en: 'Report the results of a pledge',
  },
  'report.submit': { roles: ['officer', 'head'], at: 'own', vi: 'Nộp báo cáo', en: 'Submit a report' },
  'report.review': {
    roles: ['officer', 'head'],
    at: 'queue',
    vi: 'Tiếp nhận, trả lại báo cáo',
    en: 'Accept or return a report',
  },
  'report.consolidate': { roles: ['officer', 'head'], at: 'lead', vi: 'Tổng hợp báo cáo', en: 'Consolidate reports' },
  'report.acknowledge': {
    roles: ['officer', 'head', 'secretary', 'decider'],
    at: 'queue',
    vi: 'Xác nhận đã nhận báo cáo',
    en: 'Acknowledge a consolidated report',
  },
  'activity.record': {
    roles: ['officer', 'head', 'secretary', 'press', 'cluster-leader'],
    at: 'own',
    vi: 'Ghi nhận hoạt động của đơn vị',
    en: 'Record what one’s unit did under a campaign',
  },
  'activity.act': {
    roles: ['officer', 'head', 'decider', 'secretary'],
    at: 'queue',
    vi: 'Xác nhận, theo dõi hoạt động được giao',
    en: 'Confirm an activity, or follow it up',
  },
  'example.introduce': {
    roles: ['officer', 'head', 'secretary', 'press', 'cluster-leader', 'council-member'],
    at: 'own',
    vi: 'Giới thiệu điển hình tiên tiến',
    en: 'Introduce an advanced example',
  },
  'example.propose': {
    roles: ['officer', 'head'],
    at: 'concerned',
    vi: 'Đề nghị công nhận điển hình tiên tiến',
    en: 'Propose an advanced example for recognition',
  },
  'example.recognise': {
    roles: ['head', 'officer', 'decider'],
    at: 'queue',
    vi: 'Công nhận điển hình tiên tiến',
    en: 'Recognise an advanced example, or decline it',
  },
  'example.promote': {
    roles: ['officer', 'head', 'press', 'secretary'],
    at: 'own',
    vi: 'Bồi dưỡng, tuyên truyền, nhân rộng điển hình tiên tiến',
    en: 'Foster, publicise or replicate an advanced example',
  },
} as const satisfies Permissions;
