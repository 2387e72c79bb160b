import type { Refusal } from '../domain/core/decision.js';
import type { RefusalCode } from '../domain/core/refusal-code.js';
import { CAMPAIGN_REFUSALS } from './refusals/campaign.refusals.js';
import { DOSSIER_REFUSALS } from './refusals/dossier.refusals.js';
import { FILE_REFUSALS } from './refusals/file.refusals.js';
import { REQUEST_REFUSALS } from './refusals/request.refusals.js';
import { UNIT_REFUSALS } from './refusals/unit.refusals.js';
import type { RefusalStatus, RefusalText } from './refusals/refusal-text.js';

/** The texts of every code: a code without one does not compile. */
export const REFUSAL_TEXTS: Readonly<Record<RefusalCode, RefusalText>> = {
  ...REQUEST_REFUSALS,
  ...FILE_REFUSALS,
  ...CAMPAIGN_REFUSALS,
  ...DOSSIER_REFUSALS,
  ...UNIT_REFUSALS,
};

export interface RefusalWords {
  readonly status: RefusalStatus;
  readonly message: string;
  readonly wayOut: string;
}

/** The refusal in a person's language, with its ids and dates filled in. What is not known is left out. */
export function refusalText(refusal: Pick<Refusal, 'code' | 'params'>, lang: 'vi' | 'en'): RefusalWords {
  const text = REFUSAL_TEXTS[refusal.code];
  const known = (group: string): boolean =>
    [...group.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => refusal.params?.[name] !== undefined);
  const fill = (pattern: string): string =>
    pattern
      .replace(/ \((?:\{\w+\})+\)/g, (group) => (known(group) ? group : ''))
      .replace(/\{(\w+)\}/g, (_, name: string) => String(refusal.params?.[name] ?? ''));
  return {
    status: text.status,
    message: fill(lang === 'vi' ? text.vi : text.en),
    wayOut: fill(lang === 'vi' ? text.wayOutVi : text.wayOutEn),
  };
}
