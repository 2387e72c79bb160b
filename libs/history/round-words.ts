import type { AwardAdded } from '../domain/round/offers.js';
import { AWARD_ADDED } from '../domain/round/offers.js';
import type { StoredEvent } from '../ledger/reader.js';

/** Round and award of a fact that added one to the other, by the names of that day. */
export function addedAward(row: StoredEvent, language: 'vi' | 'en'): Readonly<Record<string, string>> {
  if (row.type !== AWARD_ADDED) return {};
  const { roundName, offer } = row.payload as unknown as AwardAdded;
  return { round: roundName[language], award: offer.name[language] };
}
