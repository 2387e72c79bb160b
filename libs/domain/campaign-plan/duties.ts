import type { ActivityAsked } from './organising.js';
import type { Bilingual, Provenance, Statement, Traced, Who } from './parts.js';
import type { DueRule } from '../deadline/due.js';
import type {
  CampaignRole,
  ExampleKind,
  ObligationKind,
  ObligationMode,
  ProofKind,
  RoundKind,
  SubjectKind,
} from './vocabulary.js';

/** The parts of a campaign that make somebody do something by some date. */

export interface ReportField extends Traced {
  readonly key: string;
  readonly label: Bilingual;
  readonly kind: 'narrative' | 'count' | 'list';
  readonly required: boolean;
  /** Obligations without a date of their own that this field proves. */
  readonly proves?: readonly string[] | undefined;
  /** Target the number is a result of; only for a count. */
  readonly target?: string | undefined;
  /** A total since the start, or what was added in the period; left out = as the target counts. */
  readonly counts?: 'total' | 'added' | undefined;
  /** Who took part, as a number; only for a count. */
  readonly participation?: 'persons' | 'collectives' | 'households' | 'units' | undefined;
  /** Files that show it. */
  readonly evidence?: 'optional' | 'required' | undefined;
}

export interface Obligation extends Statement {
  readonly kind: ObligationKind;
  readonly mode: ObligationMode;
  readonly who: Who;
  readonly partners?: Who | undefined;
  readonly addressees?: readonly Who[] | undefined;
  /** Addressees of a consolidated report say that they have it; true when left out. */
  readonly acknowledged?: boolean | undefined;
  readonly due: DueRule;
  readonly proof: ProofKind;
  /** Phase or round that cannot open before this is done. */
  readonly gate?: string | undefined;
  readonly reminders?: string | undefined;
  readonly consolidates?: string | undefined;
  readonly provenance?: Provenance | undefined;
  readonly fields?: readonly ReportField[] | undefined;
  /** What the units record while they do it. */
  readonly activities?: readonly ActivityAsked[] | undefined;
}

export interface Review extends Statement {
  readonly kind: 'mid-term' | 'final';
  readonly window: DueRule;
  /** Phase that opens only on the recorded conclusion. */
  readonly gates?: string | undefined;
  readonly leads: CampaignRole;
  readonly concludes: CampaignRole;
  readonly inputs?: readonly string[] | undefined;
  readonly reminders?: string | undefined;
  /** Where its time comes from; left out = the document says it. */
  readonly provenance?: Provenance | undefined;
}

export interface AwardOffer {
  readonly award: string;
  readonly name: Bilingual;
  readonly subjectKinds: readonly SubjectKind[];
  readonly quota?: number | undefined;
  readonly publicOpinion?: boolean | undefined;
  readonly provenance: Provenance;
}

export interface AwardRound extends Statement {
  readonly kind: RoundKind;
  /** Obligation whose document (Hướng dẫn khen thưởng) must exist before the round opens. */
  readonly guidance?: string | undefined;
  readonly review?: string | undefined;
  readonly opens: DueRule;
  readonly closes: DueRule;
  readonly dates: Provenance;
  readonly route: 'default' | 'short';
  readonly awards: readonly AwardOffer[];
  readonly leads: CampaignRole;
  readonly appraises: CampaignRole;
  readonly decides: CampaignRole;
}

export interface ExampleRegister extends Traced {
  readonly levels: readonly { readonly key: string; readonly name: Bilingual; readonly recognisedBy: Who }[];
  readonly stages: readonly { readonly key: string; readonly name: Bilingual }[];
  readonly introducedBy: Who;
  /** Kinds of examples the document speaks of; all when left out. */
  readonly kinds?: readonly ExampleKind[] | undefined;
  /** Round of kind prompt in which a recognised example is commended by the short route. */
  readonly promptRound?: string | undefined;
}
