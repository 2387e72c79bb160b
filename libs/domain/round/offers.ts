import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { AwardOffer } from '../campaign-plan/duties.js';
import type { Bilingual } from '../campaign-plan/parts.js';
import type { DocumentNumber } from '../core/document-date.js';
import type { Sealed } from '../core/sealed.js';

/** An award that a named person added to what a round offers. */

/** The same fact on the campaign (rounds to come) and on each of its rounds that takes nominations. */
export const AWARD_ADDED = 'roundAwardAdded';

export interface AwardAdded {
  readonly round: string;
  /** What the round was called on that day. */
  readonly roundName: Bilingual;
  readonly offer: AwardOffer;
  readonly document: DocumentNumber;
  readonly reason: Sealed;
}

/** The offers with one more; an award that is offered already stays as it is. */
export const withOffer = (offers: readonly AwardOffer[], offer: AwardOffer): readonly AwardOffer[] =>
  offers.some(({ award }) => award === offer.award) ? offers : [...offers, offer];

/** The campaign file whose round offers one award more. */
export const fileWithOffer = (file: CampaignFile, { round, offer }: AwardAdded): CampaignFile => ({
  ...file,
  rounds: file.rounds.map((one) => (one.key === round ? { ...one, awards: withOffer(one.awards, offer) } : one)),
});
