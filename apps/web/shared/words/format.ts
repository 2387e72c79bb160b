import type { Language } from './catalogue.js';

export interface Formats {
  /** A day `YYYY-MM-DD`, or the day of an instant in Việt Nam: 30/11/2024; in English 30 Nov 2024. */
  readonly day: (day: string) => string;
  /** An instant in Việt Nam: 10:05 30/11/2024. */
  readonly moment: (instant: string) => string;
  /** The time of an instant in Việt Nam, with its day unless it is `today`. */
  readonly since: (instant: string, today: string) => string;
  /** 1.234,5 in Vietnamese, 1,234.5 in English. */
  readonly number: (value: number) => string;
}

/** A text with a capital at its beginning, where it stands alone. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

const partsIn = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

interface Parts {
  readonly day: string;
  readonly time: string;
}

/** An instant taken apart in Vietnamese time: people here plan and count in it wherever their machine stands. */
function partsOf(instant: string): Parts {
  const parts = new Map(partsIn.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** The day of an instant in Việt Nam, `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => partsOf(instant).day;

function formats(language: Language): Formats {
  const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 });
  const day = (text: string): string => {
    const [, year, month, date] = DAY.exec(text) ?? DAY.exec(partsOf(text).day) ?? [];
    if (year === undefined || month === undefined || date === undefined) return text;
    if (language === 'vi') return `${date}/${month}/${year}`;
    return `${Number(date)} ${monthNames.format(new Date(`${year}-${month}-01T00:00:00Z`))} ${year}`;
  };
  const moment = (instant: string): string => {
    const { day: on, time } = partsOf(instant);
    return language === 'vi' ? `${time} ${day(on)}` : `${day(on)}, ${time}`;
  };
  return {
    day,
    moment,
    since: (instant, today) => (partsOf(instant).day === today ? partsOf(instant).time : moment(instant)),
    number: (value) => numbers.format(value),
  };
}

const FORMATS: Readonly<Record<Language, Formats>> = { vi: formats('vi'), en: formats('en') };

export const formatsOf = (language: Language): Formats => FORMATS[language];
