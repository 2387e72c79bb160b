import type { Role } from '../../../../libs/domain/access/actor.js';
import type { PermissionName } from '../../../../libs/domain/access/permissions.js';
import type { Bilingual } from '../../../../libs/domain/campaign-plan/parts.js';
import type { SubjectKind } from '../../../../libs/domain/campaign-plan/vocabulary.js';
import type { CommandName } from '../../../../libs/domain/commands.js';
import type { StreamKind } from '../../../../libs/domain/core/stream.js';
import type { DeclaredFacts } from '../../../../libs/domain/rules/nomination-facts.js';

/** What the api answers, as far as pages show it. test/web/same-answers.ts proves it against the controllers. */

export interface NamedPerson {
  readonly id: string;
  readonly name: string | null;
}
export interface NamedUnit {
  readonly id: string;
  readonly name: Bilingual;
}
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** What an accepted command answers. */
export interface Accepted {
  readonly result: Readonly<Record<string, unknown>>;
  readonly streams: readonly { readonly kind: string; readonly id: string; readonly version: number }[];
}

export interface HoldingShown {
  readonly unit: NamedUnit;
  readonly role: Role;
  readonly onBehalfOf?: NamedPerson;
}
export interface Me {
  readonly person: NamedPerson;
  /** Until when a first password is good; null where it is the person's own. */
  readonly passwordUntil: string | null;
  readonly holdings: readonly HoldingShown[];
  readonly queues: readonly string[];
  readonly world: { readonly name: string; readonly kind: string; readonly now: string; readonly today: string };
  readonly simulated: boolean;
}
export interface PermissionShown {
  readonly name: PermissionName;
  readonly vi: string;
  readonly en: string;
  /** Units at which the reader's roles grant it. */
  readonly units: readonly string[];
}

export interface DueShown {
  readonly lastDay: string;
  readonly workingDaysLeft: number;
  readonly overdue: boolean;
  readonly advisory: boolean;
}

export interface TaskShown {
  readonly taskId: string;
  readonly what: {
    readonly step: string;
    readonly stepName: Bilingual;
    readonly kind: string;
    readonly kindName: Bilingual;
  };
  readonly whose: { readonly name: string } | { readonly erased: true } | NamedUnit | null;
  readonly unit: NamedUnit | null;
  readonly campaign: NamedUnit;
  readonly status: string;
  readonly openedAt: string;
  readonly due: DueShown | null;
  readonly assignee: (NamedPerson & { readonly since: string | null; readonly me: boolean }) | null;
  readonly followUp: string | null;
  readonly mine:
    | {
        readonly by: 'queue';
        readonly queue: string;
        readonly unit: NamedUnit;
        readonly role: Role;
        readonly onBehalfOf?: NamedPerson;
      }
    | { readonly by: 'assignment' }
    | null;
  readonly visit: number;
  readonly owner: { readonly kind: string; readonly id: string; readonly href: string };
  readonly closed?: { readonly at: string; readonly by: NamedPerson; readonly outcome: string | null };
}

export interface CappedCount {
  readonly count: number;
  readonly more: boolean;
}
export interface InboxCounts {
  readonly open: CappedCount;
  readonly mine: CappedCount;
  readonly overdue: CappedCount;
  readonly queues: readonly ({ readonly queue: string } & CappedCount)[];
}

/** One server-sent `changed` event. */
export interface Changed {
  readonly logIndex: number;
  readonly streams: readonly { readonly kind: StreamKind; readonly id: string }[];
}

export interface Readiness {
  readonly database: 'up' | 'down';
  readonly engine: 'joining' | 'up' | 'down';
  readonly degraded: boolean;
}

export interface PossibleAct {
  readonly command: CommandName;
  readonly method: 'POST';
  readonly href: string;
  readonly visit?: number;
}
export interface RouteStepShown {
  readonly key: string;
  readonly kind: string;
  readonly queue: string;
  readonly name: Bilingual;
  readonly state: 'none' | 'passed' | 'open' | 'ahead';
  readonly passedOn: string | null;
  readonly given: (DaysShown & { readonly advisory?: boolean | undefined }) | null;
}
export interface DaysShown {
  readonly amount: number;
  readonly unit: 'working' | 'calendar';
}
export interface NominationShown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly campaign: NamedUnit;
  readonly roundId: string;
  readonly unit: NamedUnit;
  readonly awardCode: string;
  readonly awardName: Bilingual;
  readonly rulesName: Bilingual | null;
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly name: string | null };
  readonly achievement: string | null;
  readonly documents: readonly { readonly kind: string; readonly reference: string }[];
  readonly returns: number;
  readonly upward: { readonly authority: string; readonly number: string; readonly date: string } | null;
  readonly decision: { readonly id: string; readonly number: string; readonly date: string } | null;
  readonly rulePack: { readonly provisional: string; readonly pinned?: string | undefined } | null;
  readonly roles: {
    readonly standingBody: NamedUnit;
    readonly leadAgency: NamedUnit;
    readonly decider: NamedUnit;
    readonly council: NamedUnit;
  };
  readonly openStep: {
    readonly taskId: string;
    readonly step: string;
    readonly name: Bilingual;
    readonly kind: string;
    readonly visit: number;
    readonly queue: string;
    readonly openedAt: string;
    readonly due: DueShown | null;
    readonly assignee: (NamedPerson & { readonly since: string | null }) | null;
  } | null;
  /** The clock that stands still while the dossier is back with its unit or on hold. */
  readonly clock: { readonly step: Bilingual; readonly stoppedAt: string; readonly left: DaysShown | null } | null;
  readonly route: readonly RouteStepShown[];
  readonly acts: readonly PossibleAct[];
}

export interface PaperVersionShown {
  readonly digest: string;
  /** Null where it was erased. */
  readonly name: string | null;
  readonly mediaType: string;
  readonly size: number;
  readonly at: string;
  readonly by: NamedPerson;
}
export interface PaperShown {
  readonly kind: string;
  readonly title: Bilingual;
  readonly takenOut: { readonly at: string; readonly by: NamedPerson } | null;
  /** Newest first. */
  readonly versions: readonly PaperVersionShown[];
}
export interface AskedPaperShown {
  readonly kind: string;
  readonly name: Bilingual;
  readonly binding: boolean;
  readonly held: boolean;
  readonly onlyIf: Bilingual | null;
  readonly article: string | null;
}
export interface PapersShown {
  readonly mayChange: boolean;
  /** The kind of what nobody asks for by name. */
  readonly other: string;
  readonly asked: readonly AskedPaperShown[];
  readonly papers: readonly PaperShown[];
  readonly named: readonly { readonly kind: string; readonly reference: string }[];
}

/** A text under seal as the api shows it; without `text` it has been erased. */
export interface SealedShown {
  readonly text?: string;
}
export interface RegistrationShown {
  readonly id: string;
  readonly status: string;
  readonly number: number;
  readonly unit: NamedUnit;
  readonly campaign: NamedUnit;
  readonly head: NamedPerson;
  readonly pledges: readonly {
    readonly key: string;
    readonly own: boolean;
    readonly text: SealedShown;
    readonly target?: number;
    readonly unit?: string;
  }[];
}
export interface ReportShown {
  readonly id: string;
  readonly status: string;
  readonly occurrence: string;
  readonly unit: NamedUnit;
  readonly campaign: NamedUnit;
  readonly fields: Readonly<Record<string, SealedShown | number>>;
}

export interface InboxFacets {
  readonly kinds: readonly { readonly kind: string; readonly name: Bilingual }[];
  readonly campaigns: readonly NamedUnit[];
}

export interface StandingShown {
  readonly status?: string;
  readonly step?: string;
  readonly stepName?: Bilingual;
  readonly lastDay?: string;
}
/** One fact of a history in words. */
export interface HistoryShown {
  readonly logIndex: number | null;
  readonly stream: { readonly kind: StreamKind; readonly id: string; readonly version: number };
  readonly type: string;
  readonly what: Bilingual;
  readonly who: NamedPerson & {
    readonly capacity?: { readonly unit: NamedUnit; readonly role: string };
    readonly onBehalfOf?: NamedPerson;
  };
  readonly when: { readonly business: string; readonly recorded: string; readonly document?: string };
  readonly why?: { readonly text: string } | { readonly erased: true };
  readonly rule: {
    readonly step?: string;
    readonly stepName?: Bilingual;
    readonly rulePack?: string;
    readonly legalBasis?: string;
  };
  readonly before?: StandingShown;
  readonly after?: StandingShown;
  readonly digest: string;
}

export interface NominationListed {
  readonly id: string;
  readonly campaign: NamedUnit;
  readonly unit: NamedUnit;
  readonly awardCode: string;
  readonly awardName: Bilingual;
  readonly subject: { readonly kind: SubjectKind; readonly name: string | null };
  readonly status: string;
  readonly step: { readonly key: string; readonly name: Bilingual } | null;
  readonly due: DueShown | null;
  readonly updatedAt: string;
}

export interface DelegationShown {
  readonly to: NamedPerson;
  readonly key: string;
  readonly unit: NamedUnit;
  readonly role: Role;
  readonly from: string;
  readonly until: string | null;
}

export type RuleStatus = 'passed' | 'failed' | 'unknown' | 'not-applicable' | 'advisory';
export interface VerdictShown {
  readonly outcome: 'eligible' | 'not-eligible' | 'undetermined';
  readonly on: string;
  readonly sentence: Bilingual;
  readonly rules: readonly { readonly row: string; readonly status: RuleStatus; readonly sentence: Bilingual }[];
}
export interface AskedFactShown {
  readonly fact: string;
  readonly question: Bilingual;
  readonly about: Bilingual | null;
  /** How one value answers it; null where the register or a list has to. */
  readonly answer: {
    readonly part: 'values' | 'counts';
    readonly name: string;
    readonly kind: 'yes-no' | 'number' | 'date' | 'choice';
    readonly choices: readonly { readonly value: string; readonly name: Bilingual }[];
  } | null;
}
export interface EligibilityShown {
  readonly on: string;
  /** The verdict that counts: the last one recorded. */
  readonly recorded: { readonly at: string; readonly verdict: VerdictShown } | null;
  /** By what is known at this moment. */
  readonly now: VerdictShown | null;
  readonly declared: DeclaredFacts | null;
  /** Year and kind of commendation it is judged under. */
  readonly judgedUnder: Pick<DeclaredFacts, 'year' | 'kind'>;
  readonly missing: {
    readonly facts: readonly AskedFactShown[];
  };
  /** What the campaign's own document asks, beside the law. */
  readonly criteria: {
    readonly document: { readonly symbol: string | null };
    readonly now: VerdictShown;
  } | null;
}
