import { ROLES } from '../actor.js';
import type { Permissions } from './permission.js';

/** Rights to see things, and over the register, mail and tasks. */
export const READING_PERMISSIONS = {
  'task.handle': {
    roles: ['officer', 'head', 'appraiser', 'secretary', 'decider', 'press', 'cluster-leader', 'council-chair'],
    at: 'queue',
    vi: 'Nhận, trả, chuyển việc',
    en: 'Claim, release, reassign or delegate a task',
  },
  'task.remind': {
    roles: [],
    at: 'anywhere',
    engine: true,
    vi: 'Nhắc việc, báo cáo quá hạn',
    en: 'Remind and escalate',
  },
  'work.read': {
    roles: ROLES,
    at: 'anywhere',
    vi: 'Xem phong trào, nhiệm vụ, tổ chức, lịch',
    en: 'Read campaigns, duties, the organisation and the calendar',
  },
  'dossier.read': {
    roles: ROLES,
    at: 'concerned',
    vi: 'Xem hồ sơ, báo cáo, đăng ký mà đơn vị mình có liên quan',
    en: 'Read the dossiers, reports and registrations one’s unit has a part in',
  },
  'register.read': {
    roles: ['appraiser', 'secretary', 'decider', 'auditor', 'admin'],
    at: 'anywhere',
    vi: 'Tra cứu lịch sử khen thưởng của cá nhân, tập thể',
    en: 'Read the award history of a subject',
  },
  'register.keep': {
    roles: ['secretary', 'appraiser', 'admin'],
    at: 'anywhere',
    operator: true,
    vi: 'Nhập quyết định khen thưởng các năm trước vào sổ',
    en: 'Enter past decisions into the award register',
  },
  'register.correct': {
    roles: ['secretary', 'admin'],
    at: 'anywhere',
    vi: 'Đính chính, xóa mục trong sổ khen thưởng; nối hồ sơ cùng một người',
    en: 'Correct or remove entries of the award register, join ids of one subject',
  },
  'mail.read': {
    roles: ['admin'],
    at: 'anywhere',
    operator: true,
    vi: 'Xem thư đang chờ gửi',
    en: 'Read the queue of outgoing mail',
  },
  'mail.retry': {
    roles: ['admin'],
    at: 'anywhere',
    operator: true,
    vi: 'Gửi lại thư chưa gửi được',
    en: 'Have mail tried again that could not be sent',
  },
  'system.read': {
    roles: ['admin', 'auditor'],
    at: 'anywhere',
    vi: 'Xem tình trạng bộ máy thời gian, độ trễ, báo động',
    en: 'See what the engine waits for, how far it lags, and alarms',
  },
  'history.read': {
    roles: ['auditor', 'admin'],
    at: 'anywhere',
    vi: 'Xem mọi hồ sơ và lịch sử của hồ sơ',
    en: 'Read every dossier with its history',
  },
} as const satisfies Permissions;
