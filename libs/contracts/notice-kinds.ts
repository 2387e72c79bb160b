import { z } from 'zod';
import type { Bilingual } from '../domain/campaign-plan/parts.js';

/** Kinds of notices a person can choose a way for. */
export const NOTICE_KINDS = ['reminders', 'tasks', 'duties', 'outcomes', 'news'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How mail of a kind comes: by itself, in one mail a working day, or not at all. */
export const MAIL_WAYS = ['at-once', 'digest', 'none'] as const;
export type MailWay = (typeof MAIL_WAYS)[number];

/**
 * The law of the house. Dates that near or have passed are never held back: who is late was told in time. What somebody
 * has to do may wait for the next morning, but is never kept from them; what merely informs may be left out. In the
 * application everything is shown at once, always: it is the record of who was told what.
 */
export const ALLOWED_WAYS: Readonly<Record<NoticeKind, readonly MailWay[]>> = {
  reminders: ['at-once'],
  tasks: ['at-once', 'digest'],
  duties: ['at-once', 'digest'],
  outcomes: MAIL_WAYS,
  news: MAIL_WAYS,
};

export const NOTICE_KIND_NAMES: Readonly<Record<NoticeKind, Bilingual>> = {
  reminders: { vi: 'Nhắc hạn, quá hạn, đôn đốc', en: 'Reminders, overdue work, urging' },
  tasks: { vi: 'Việc được giao, cần xác nhận', en: 'Work given to you or to be confirmed' },
  duties: { vi: 'Nhiệm vụ mới, thay đổi thời hạn, tổ chức', en: 'New duties, moved dates, reorganisations' },
  outcomes: { vi: 'Kết quả xử lý đăng ký, báo cáo, hồ sơ', en: 'What became of pledges, reports and dossiers' },
  news: {
    vi: 'Văn bản, hoạt động, điển hình, các đợt khen thưởng',
    en: 'Documents, activities, examples, award rounds',
  },
};

const KIND_OF: Readonly<Record<string, NoticeKind>> = {
  'task-due': 'reminders',
  'task-overdue': 'reminders',
  'obligation-urged': 'reminders',
  'unit-late': 'reminders',
  'accountable-head': 'reminders',
  'daily-digest': 'reminders',
  'task-assigned': 'tasks',
  'report-to-acknowledge': 'tasks',
  'personal-pledge-asked': 'tasks',
  'confirmation-moved': 'tasks',
  'nomination-initiated': 'tasks',
  'nomination-commented': 'tasks',
  'activity-followed-up': 'tasks',
  'registration-confirmed': 'outcomes',
  'registration-returned': 'outcomes',
  'personal-pledge-confirmed': 'outcomes',
  'pledge-assessed': 'outcomes',
  'report-accepted': 'outcomes',
  'report-returned': 'outcomes',
  'example-recognised': 'outcomes',
  'example-declined': 'outcomes',
  'activity-confirmed': 'outcomes',
  'activity-refused': 'outcomes',
  'activity-recorded': 'news',
  'example-introduced': 'news',
  'example-proposed': 'news',
  'document-sent': 'news',
  'report-sent': 'news',
  'round-opened': 'news',
  'round-award-added': 'news',
  'round-window-closed': 'news',
};

/** The kind a notice is of; what is not named here is a duty, which is never kept from anybody. */
export const kindOfNotice = (template: string): NoticeKind => KIND_OF[template] ?? 'duties';

/** The templates of a kind that are named; those of `duties` are all the others. */
export const NAMED_TEMPLATES: readonly (readonly [template: string, kind: NoticeKind])[] = Object.entries(KIND_OF);

const wayOf = (kind: NoticeKind) =>
  z.enum(MAIL_WAYS).refine((way) => ALLOWED_WAYS[kind].includes(way), 'this kind of notice is not held back so');

/** How mail of each kind is to come. */
export const mailPreferences = z
  .strictObject({
    reminders: wayOf('reminders'),
    tasks: wayOf('tasks'),
    duties: wayOf('duties'),
    outcomes: wayOf('outcomes'),
    news: wayOf('news'),
  })
  .describe('How mail of each kind comes: at once, in a digest on working days at 07:30, or not at all.');
export type MailPreferences = z.infer<typeof mailPreferences>;
