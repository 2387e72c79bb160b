import { RULE_TABLES, type RuleTable } from '../../../libs/domain/rules/rows.js';

/** The parts of the administration, in the order of their tabs; the first one when the address names none. */
export const ADMIN_PARTS = [
  'units',
  'clusters',
  'people',
  'accounts',
  'rules',
  'register',
  'calendar',
  'mail',
  'engine',
  'worlds',
] as const;
export type AdminPart = (typeof ADMIN_PARTS)[number];

export const ACCOUNT_STANDINGS = ['none', 'open', 'temporary', 'closed'] as const;
export const MAIL_STANDINGS = ['waiting', 'failing', 'digest', 'sent', 'silent', 'held'] as const;
export const LIVES = ['campaign', 'round', 'nomination', 'session'] as const;

/** What is looked at stands in the address: a link shows others the same. */
export interface AdminSearch {
  readonly part?: AdminPart;
  /** The day units and rules are shown on; today if left out. */
  readonly on?: string;
  readonly unit?: string;
  readonly person?: string;
  readonly cluster?: string;
  readonly q?: string;
  readonly standing?: (typeof ACCOUNT_STANDINGS)[number];
  readonly table?: RuleTable;
  readonly award?: string;
  readonly waiting?: true;
  readonly year?: number;
  readonly mail?: (typeof MAIL_STANDINGS)[number];
  readonly life?: (typeof LIVES)[number];
  readonly stuck?: true;
  readonly from?: string;
  readonly to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 240) : undefined;
const oneOf = <T extends string>(values: readonly T[], given: unknown): T | undefined =>
  values.find((value) => value === given);

const given = <T>(name: string, value: T | undefined): Readonly<Record<string, T>> =>
  value === undefined ? {} : { [name]: value };

/** Reads what an address searches for; what is unknown is dropped. */
export function readAdminSearch(search: Readonly<Record<string, unknown>>): AdminSearch {
  const { on, year } = search;
  return {
    ...given('part', oneOf(ADMIN_PARTS, search['part'])),
    ...given('on', typeof on === 'string' && DAY.test(on) ? on : undefined),
    ...given('unit', text(search['unit'])),
    ...given('person', text(search['person'])),
    ...given('cluster', text(search['cluster'])),
    ...given('q', text(search['q'])),
    ...given('standing', oneOf(ACCOUNT_STANDINGS, search['standing'])),
    ...given('table', oneOf(RULE_TABLES, search['table'])),
    ...given('award', text(search['award'])),
    ...given('waiting', search['waiting'] === true ? true : undefined),
    ...given('year', typeof year === 'number' && year >= 1945 && year <= 2100 ? year : undefined),
    ...given('mail', oneOf(MAIL_STANDINGS, search['mail'])),
    ...given('life', oneOf(LIVES, search['life'])),
    ...given('stuck', search['stuck'] === true ? true : undefined),
    ...given('from', text(search['from'])),
    ...given('to', text(search['to'])),
  };
}
