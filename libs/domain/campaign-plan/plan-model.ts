import type { Channel, RecipientRole, ReminderKind } from '../deadline/reminder-policy.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { DueRule } from '../deadline/due.js';
import type { OpenQuestion } from './campaign.js';
import type { AwardOffer } from './duties.js';
import type { Bilingual, Provenance, Who } from './parts.js';
import type { CampaignRole, ObligationKind, ObligationMode, RoundKind } from './vocabulary.js';

/** Plain JSON throughout: a plan is shown, stored, compared and sent, never asked to do anything. */
export interface CampaignPlan {
  readonly campaignId: string;
  readonly name: Bilingual;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly adoptedOn: LocalDate;
  readonly phases: readonly PlannedPhase[];
  readonly obligations: readonly PlannedObligation[];
  readonly reviews: readonly PlannedReview[];
  readonly rounds: readonly PlannedRound[];
  /** Everything with a date, in order; what is printed and what a rehearsal walks along. */
  readonly dates: readonly PlannedDate[];
  /** Open questions without an answer, those that block the launch first. */
  readonly openQuestions: readonly OpenQuestion[];
  readonly launchable: boolean;
  readonly warnings: readonly PlanWarning[];
}

export interface PlannedPhase {
  readonly key: string;
  readonly name: Bilingual;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly gate?: string;
}

/** One time an obligation falls due, with who owes it that day when an organisation was given. */
export interface PlannedOccurrence {
  readonly key: string;
  readonly from?: LocalDate;
  readonly lastDay: LocalDate;
  /** It had passed when the campaign was adopted: recorded, never reminded. */
  readonly beforeAdoption: boolean;
  readonly parties?: Parties;
  readonly reminders: readonly PlannedReminder[];
}

/** Units and clusters found on one day. */
export interface Parties {
  readonly unitIds: readonly string[];
  readonly clusterIds: readonly string[];
}

export interface PlannedReminder {
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly on: LocalDate;
  readonly kind: ReminderKind;
  readonly to: RecipientRole;
  readonly channels: readonly Channel[];
}

export interface PlannedObligation {
  readonly key: string;
  readonly title: Bilingual;
  readonly kind: ObligationKind;
  readonly mode: ObligationMode;
  readonly who: Who;
  readonly due: DueRule;
  readonly gate?: string;
  readonly policy?: string;
  readonly provenance?: Provenance;
  /** Empty for duties without a date of their own and for limits that start with an event. */
  readonly occurrences: readonly PlannedOccurrence[];
}

export interface PlannedReview {
  readonly key: string;
  readonly title: Bilingual;
  readonly kind: 'mid-term' | 'final';
  readonly gates?: string;
  readonly leads: CampaignRole;
  readonly concludes: CampaignRole;
  readonly provenance?: Provenance;
  readonly occurrences: readonly PlannedOccurrence[];
}

export interface PlannedRound {
  readonly key: string;
  readonly title: Bilingual;
  readonly kind: RoundKind;
  readonly route: 'default' | 'short';
  readonly guidance?: string;
  readonly review?: string;
  readonly awards: readonly AwardOffer[];
  readonly dates: Provenance;
  /** One for each year of an annual round; empty for prompt awards, open at all times, and for dates still to be set. */
  readonly occurrences: readonly { readonly key: string; readonly opens: LocalDate; readonly closes: LocalDate }[];
}

export type PlannedDateKind =
  | 'adopted'
  | 'phase-starts'
  | 'phase-ends'
  | 'window-opens'
  | 'due'
  | 'review-opens'
  | 'review-due'
  | 'round-opens'
  | 'round-closes'
  | 'succession';

export interface PlannedDate {
  readonly on: LocalDate;
  readonly kind: PlannedDateKind;
  /** `obligation:key`, `review:key`, `round:key`, `phase:key`, `document:id` or `succession:key`. */
  readonly about: string;
  readonly occurrence?: string;
  readonly title: Bilingual;
  /** Not from the document or verified law: a person confirms it. */
  readonly proposed: boolean;
}

export type PlanWarningCode =
  | 'BEFORE_ADOPTION'
  | 'LAST_DAY_NOT_WORKING'
  | 'CALENDAR_NOT_COVERED'
  | 'CALENDAR_PROVISIONAL'
  | 'NOBODY_OWES'
  | 'UNIT_SUCCEEDED'
  | 'DATE_PROPOSED'
  | 'STARTS_WITH_EVENT';

export interface PlanWarning {
  readonly code: PlanWarningCode;
  readonly about: string;
  readonly text: Bilingual;
}
