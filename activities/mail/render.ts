import { fillNotice, TEMPLATES, UNKNOWN_TEMPLATE, type Words } from '../../libs/contracts/notice-texts.js';

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
  /** Where it is dealt with. */
  readonly url: string;
}

/** One mail in both languages. */
export function renderMail({ template, params }: Notice, { what, campaign, url }: Surroundings): Mail {
  const words = TEMPLATES[template] ?? UNKNOWN_TEMPLATE;
  const subject = fillNotice(words.subject, params, what);
  const body = fillNotice(words.body, params, what);
  const lines = [
    body.vi,
    ...(campaign === undefined ? [] : [`Phong trào: ${campaign.vi}`]),
    `Xem và xử lý: ${url}`,
    '',
    '---',
    body.en,
    ...(campaign === undefined ? [] : [`Campaign: ${campaign.en}`]),
    `Open: ${url}`,
    '',
  ];
  // One line: a header with a line break would be a second header.
  return {
    subject: `${subject.vi} / ${subject.en}`.replace(/\s+/g, ' ').slice(0, 300),
    text: lines.join('\n'),
  };
}
