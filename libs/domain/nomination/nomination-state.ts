import type { LocalDate } from '../calendar/local-date.js';
import type { CriterionAnswer } from './dossier-check.js';
import type { SubjectKind } from '../campaign-plan/vocabulary.js';
import type { Sealed } from '../core/sealed.js';
import type { DeclaredFacts } from '../rules/nomination-facts.js';
import type { VerdictOutcome } from '../rules/verdict.js';
import { type OpenTask, type TaskOwner } from '../task/open-task.js';
import type { SealedFacts } from './sealed-facts.js';
import { type DossierPaper } from './papers.js';

/** A limit that depends on how many dossiers one submission names; both ends included. */
export interface BatchLimit {
  readonly from: number;
  readonly to?: number | undefined;
  readonly amount: number;
  readonly unit: 'working' | 'calendar';
  readonly advisory?: boolean | undefined;
}

/** A step of the route as pinned when the nomination was submitted: who does it is a queue, not a role in a plan. */
export interface PinnedStep {
  readonly key: string;
  readonly kind: string;
  /** Empty for a step that only time or the engine ends. */
  readonly queue: string;
  readonly amount?: number | undefined;
  readonly unit?: 'working' | 'calendar' | undefined;
  readonly advisory?: boolean | undefined;
  /** Limits for submissions of a certain size; they go before `amount`. */
  readonly byBatch?: readonly BatchLimit[] | undefined;
  /** The step has a day of the year as its limit: submissions to the central level. */
  readonly yearly?: { readonly month: number; readonly day: number } | undefined;
}

export type NominationStatus =
  | 'draft'
  | 'open'
  | 'returned'
  | 'on-hold'
  | 'recognised'
  | 'published'
  | 'archived'
  | 'declined'
  | 'withdrawn'
  | 'revoked';

/** A step as it is opened. `task.visit` counts every opening; a person's act names the visit they saw. */
export interface OpenedStep {
  readonly index: number;
  readonly task: OpenTask;
}

export interface NominationSubject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: Sealed;
  /** The unit that is nominated itself, where it is one. */
  readonly unitId?: string | undefined;
}

export interface NominationState extends TaskOwner {
  readonly roundId: string;
  readonly awardCode: string;
  readonly unitId: string;
  readonly subject: NominationSubject;
  readonly status: NominationStatus;
  readonly visit: number;
  readonly route: readonly PinnedStep[];
  /** The open step; its task is `open[visit]`. */
  readonly step?: { readonly index: number; readonly visit: number } | undefined;
  /** Where work goes on after a return or a hold, and how much of its time was left. */
  readonly paused?:
    { readonly index: number; readonly remaining?: number | undefined; readonly since: number } | undefined;
  readonly returns: number;
  /** How many dossiers the unit had submitted with it, where a limit depends on that: at receipt, before it at submission. */
  readonly batch?: number | undefined;
  /** Papers that are named only; those that lie here as files stand in `papers`. */
  readonly documents: readonly NominationDocument[];
  readonly papers?: readonly DossierPaper[] | undefined;
  readonly answers?: readonly CriterionAnswer[] | undefined;
  /** Group of criteria and papers it was judged by when it was submitted. */
  readonly group?: string | undefined;
  /** The authority that found the nominee itself; left out where the unit proposed it. */
  readonly initiatedBy?: string | undefined;
  /** The advanced example it comes from. */
  readonly exampleId?: string | undefined;
  readonly meeting?:
    { readonly number: string; readonly date: string; readonly present: number; readonly inFavour: number } | undefined;
  readonly roles: NominationRoles;
  /** Where the decider has submitted it upward: the authority that decides, and by which document. */
  readonly upward?: { readonly authority: string; readonly number: string; readonly date: string } | undefined;
  readonly decision?: { readonly id: string; readonly number: string; readonly date: string } | undefined;
  /** Rules of the day of submission, and of the day the deciding level received the dossier: those count. */
  readonly rulePack?:
    | {
        readonly provisional: string;
        readonly pinned?: string | undefined;
        readonly pinnedOn?: LocalDate | undefined;
      }
    | undefined;
  /** What people have said that the rules ask for. */
  readonly facts?: DeclaredFacts | SealedFacts | undefined;
  /** The last verdict that was recorded; its rules and facts stand in its fact. */
  readonly eligibility?: EligibilitySummary | undefined;
  readonly priorStatus?: NominationStatus | undefined;
  /** How often somebody spoke about it beside its steps, and who did. */
  readonly comments?: { readonly count: number; readonly by: readonly string[] } | undefined;
}

export interface EligibilitySummary {
  readonly outcome: VerdictOutcome;
  readonly on: LocalDate;
  readonly pack: string;
  readonly version: string;
  /** Verified rules that were not met, with their article. */
  readonly failed: readonly { readonly row: string; readonly article: string }[];
}

/** Units that may act beside the open step, pinned at submission. */
export interface NominationRoles {
  readonly standingBody: string;
  readonly leadAgency: string;
  readonly decider: string;
  readonly council: string;
}

export interface NominationDocument {
  readonly kind: string;
  readonly reference: string;
}

/** The task of the open step, if a step is open. */
export const openTaskOf = (state: NominationState): OpenTask | undefined =>
  state.step === undefined ? undefined : state.open[String(state.step.visit)];
