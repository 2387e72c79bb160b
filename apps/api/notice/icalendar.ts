import { addDays, type LocalDate } from '../../../libs/domain/calendar/local-date.js';

/** A day in somebody's calendar. */
export interface CalendarEntry {
  /** The same for ever: a calendar that reads again moves the entry instead of making another. */
  readonly uid: string;
  readonly day: LocalDate;
  readonly title: string;
  readonly about: string;
  readonly url: string;
  /** Grows with every change: a calendar takes the entry with the higher one. */
  readonly sequence: number;
  /** Epoch ms of the last change. */
  readonly changedAt: number;
}

const LONGEST_LINE = 75;

/**
 * An iCalendar (RFC 5545) of whole days, which need no time zone. Lines are folded at 75 octets, not letters: Vietnamese
 * letters take up to three, and one must not be cut in two.
 */
export function icalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vinh Danh//vi',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${entry.uid}`,
      `SEQUENCE:${String(entry.sequence)}`,
      `DTSTAMP:${instant(entry.changedAt)}`,
      `LAST-MODIFIED:${instant(entry.changedAt)}`,
      `DTSTART;VALUE=DATE:${entry.day.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${addDays(entry.day, 1).replaceAll('-', '')}`,
      `SUMMARY:${escaped(entry.title)}`,
      `DESCRIPTION:${escaped(entry.about)}`,
      `URL:${entry.url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

const instant = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

const escaped = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n');

function folded(line: string): readonly string[] {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LONGEST_LINE) {
      lines.push(current);
      [current, octets] = [' ', 1];
    }
    current += letter;
    octets += size;
  }
  return [...lines, current];
}
