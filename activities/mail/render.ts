import { formatVi, isLocalDate } from '../../libs/domain/calendar/local-date.js';
import { TEMPLATES, UNKNOWN_TEMPLATE, type Words } from './templates.js';

export interface Notice {
  readonly id: number;
  readonly template: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

export interface Surroundings {
  /** What the notice is about, in words; falls back to its code. */
  readonly what: Words;
  readonly campaign?: Words | undefined;
  readonly publicUrl: string;
}

const LATE: Words = {
  vi: ' Thông báo này được gửi muộn do hệ thống tạm ngừng.',
  en: ' This reminder is sent late because the system was down.',
};

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** One mail in both languages. A value nobody has given is shown as a dash, never as a hole in the sentence. */
export function renderMail({ template, params }: Notice, { what, campaign, publicUrl }: Surroundings): Mail {
  const words = TEMPLATES[template] ?? UNKNOWN_TEMPLATE;
  const fill = (language: 'vi' | 'en') => (sentence: Words) =>
    sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'what') return what[language];
      if (name === 'late') return params['late'] === true ? LATE[language] : '';
      const value = text(params[name]);
      return isLocalDate(value) ? formatVi(value) : value === '' ? '–' : value;
    });
  const vi = fill('vi');
  const en = fill('en');
  const lines = [
    vi(words.body),
    ...(campaign === undefined ? [] : [`Phong trào: ${campaign.vi}`]),
    `Xem và xử lý: ${publicUrl}`,
    '',
    '---',
    en(words.body),
    ...(campaign === undefined ? [] : [`Campaign: ${campaign.en}`]),
    `Open: ${publicUrl}`,
    '',
  ];
  // One line: a header with a line break would be a second header.
  return {
    subject: `${vi(words.subject)} / ${en(words.subject)}`.replace(/\s+/g, ' ').slice(0, 300),
    text: lines.join('\n'),
  };
}
