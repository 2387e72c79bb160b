import type { DueRule } from '../deadline/due.js';
import type { Provenance, Statement, Traced, Who } from './parts.js';

/** Sign-up and pledges: what units, persons and households promise, and what it opens. */

/** `paper`: signed copies at a ceremony; `digital`: signed by certificate; `either`. */
export const SIGNATURE_KINDS = ['paper', 'digital', 'either'] as const;
export type SignatureKind = (typeof SIGNATURE_KINDS)[number];

export const PLEDGE_CONFIRMERS = ['cluster-leader', 'lead-agency', 'home-affairs'] as const;
export type PledgeConfirmer = (typeof PLEDGE_CONFIRMERS)[number];

/** What must stand before a unit, or somebody in it, is nominated. */
export interface PledgeGate extends Traced {
  /** Rounds it guards; all but prompt ones when left out. */
  readonly rounds?: readonly string[] | undefined;
  /** The pledge confirmed; its results compared indicator by indicator; every one (or every spearhead one) met. */
  readonly needs: 'confirmed' | 'results' | 'all-met' | 'spearheads-met';
  readonly provenance: Provenance;
}

export interface Registration extends Traced {
  readonly due: DueRule;
  readonly who: Who;
  readonly unitDefinedCriteria: boolean;
  readonly signedPledge: boolean;
  readonly requiredForNomination: boolean;
  /** Who confirms a pledge: the leader of the unit's cluster of the year (the lead agency where it has none), or an agency. */
  readonly confirmedBy?: PledgeConfirmer | undefined;
  readonly signature?: SignatureKind | undefined;
  /** Fewest entries of each kind; none when left out. */
  readonly atLeast?:
    | {
        readonly own?: number | undefined;
        readonly indicators?: number | undefined;
        readonly spearheads?: number | undefined;
      }
    | undefined;
  readonly gate?: PledgeGate | undefined;
  readonly reminders?: string | undefined;
  readonly provenance?: Provenance | undefined;
}

export const PLEDGING_PERSONS = ['party-member', 'official', 'worker', 'everyone'] as const;
export type PledgingPersons = (typeof PLEDGING_PERSONS)[number];

/** What each person registers for the year ("từng đảng viên ... đăng ký thực hiện"): concrete tasks and their results. */
export interface PersonalPledgeRule extends Statement {
  readonly who: Who;
  readonly persons: PledgingPersons;
  readonly due: DueRule;
  /** When its result is told; each occurrence belongs to the one of the same key in `due`. */
  readonly resultDue: DueRule;
  readonly atLeast?: number | undefined;
  readonly provenance?: Provenance | undefined;
}

/** What households do ("21 phần việc của hộ gia đình"), item by item. */
export interface HouseholdList extends Statement {
  /** Units that keep the lists of their households. */
  readonly who: Who;
  readonly count: number;
  /** The items in order; left out where the document only counts them: they go by number then. */
  readonly items?: readonly Statement[] | undefined;
  readonly provenance?: Provenance | undefined;
}
