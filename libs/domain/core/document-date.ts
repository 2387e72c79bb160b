import { dateOf, isLocalDate } from '../calendar/local-date.js';
import { refuse, type Decision } from './decision.js';

export interface DocumentNumber {
  readonly number: string;
  readonly date: string;
}

/** A document that is cited must have a number and a day, and cannot be of the future: it may be earlier, never later. */
export function refuseDocument(document: DocumentNumber, now: number, field: string): Decision | undefined {
  const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
  if (document.number.trim() === '') return refuse('INVALID_INPUT', { field: at('number') });
  if (!isLocalDate(document.date)) return refuse('DATE_INVALID', { field: at('date') });
  return document.date > dateOf(now)
    ? refuse('DATE_IN_FUTURE', { field: at('date'), params: { date: document.date, today: dateOf(now) } })
    : undefined;
}
