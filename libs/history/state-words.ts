import { parseQueue, type Role } from '../domain/access/actor.js';
import { ROLE_NAMES, STATUS_NAMES } from '../contracts/state-names.js';
import { formatVi, isLocalDate } from '../domain/calendar/local-date.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';

const isRole = (text: string): text is Role => Object.hasOwn(ROLE_NAMES, text);

export const roleName = (role: string, language: 'vi' | 'en'): string =>
  isRole(role) ? ROLE_NAMES[role][language] : role;
export const statusName = (status: string, language: 'vi' | 'en'): string => STATUS_NAMES[status]?.[language] ?? status;

/** A day as it is written in the language: 30/11/2024 in Vietnamese, 2024-11-30 in English. */
export const dayText = (day: string, language: 'vi' | 'en'): string =>
  language === 'vi' && isLocalDate(day) ? formatVi(day) : day;

/** Whoever holds the role at the unit; other texts stay as they are. */
export function queueText(queue: string, language: 'vi' | 'en', unitName: (id: string) => Bilingual): string {
  const target = parseQueue(queue);
  return target === undefined ? queue : `${roleName(target.role, language)}, ${unitName(target.unitId)[language]}`;
}
