/** What a rehearsal leaves behind: plain JSON, the same for the same seed except `world`, `took` and instants of the machine. */

export interface Milestone {
  readonly key: string;
  readonly due: string | null;
  /** Business day on which it was reached; null where it was not, or not yet. */
  readonly reached: string | null;
}

export interface ObligationOutcome {
  readonly id: string;
  readonly unit: string;
  readonly key: string;
  readonly occurrence: string;
  readonly due: string;
  readonly status: string;
  /** Business instant, ISO. */
  readonly done: string | null;
  /** Whole days after the last day; 0 on time, null where it was never done. */
  readonly lateBy: number | null;
  /** The opening it was last done in. */
  readonly visit: number;
}

export interface NoticeSent {
  /** `kind:id` of what it is about. */
  readonly subject: string;
  readonly step: string;
  readonly template: string;
  readonly recipient: string;
  readonly channel: string;
  /** Business instant, ISO. */
  readonly time: string;
  /** For reminders: the role the policy's step speaks to, and whether it is an escalation. */
  readonly to?: string;
  readonly kind?: 'remind' | 'escalate';
  readonly lastDay?: string;
}

export interface NominationEvent {
  readonly type: string;
  readonly at: string;
  readonly version: number;
  readonly logIndex: number | null;
  readonly step?: string;
  readonly visit?: number;
  readonly status?: string;
  readonly lastDay?: string;
  /** Whoever did it said why. */
  readonly hasReason?: true;
}

export interface NominationOutcome {
  readonly id: string;
  readonly round: string;
  readonly award: string;
  readonly unit: string;
  readonly subjectKind: string;
  /** Steps that were passed, in order, with the business instant of their end. */
  readonly route: readonly { readonly step: string; readonly at: string }[];
  /** Steps the campaign asks for. */
  readonly expectedRoute: readonly string[];
  /** Status as the list of nominations gives it. */
  readonly outcome: string;
  /** Papers it must have by the rules of its receipt, and does not. */
  readonly lacking: readonly string[];
  readonly events: readonly NominationEvent[];
}

export interface DecisionOutcome {
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly authority: string;
  readonly nominations: readonly string[];
}

export interface RoundOutcome {
  readonly id: string;
  readonly status: string;
  readonly listedAt: string | null;
  readonly list: readonly string[];
  readonly waiting: readonly string[];
}

export interface InvariantOutcome {
  readonly name: string;
  readonly holds: boolean;
  readonly detail: string;
}

/** Everything the invariants look at; all of it came from the API. */
export interface Told {
  readonly campaign: {
    readonly id: string;
    readonly status: string;
    readonly adoptedOn: string;
    /** Phase with the review that gates it, and when each came: business instants, null where it has not. */
    readonly phases: readonly {
      readonly key: string;
      readonly openedAt: string | null;
      readonly review: string | null;
      readonly concludedAt: string | null;
    }[];
    readonly openTasks: readonly string[];
  };
  /** Whom each occurrence means, by the campaign and the organisation on its last day. */
  readonly owed: readonly { readonly key: string; readonly occurrence: string; readonly units: readonly string[] }[];
  readonly obligations: readonly ObligationOutcome[];
  readonly notices: readonly NoticeSent[];
  readonly rounds: readonly RoundOutcome[];
  readonly nominations: readonly NominationOutcome[];
  readonly decisions: readonly DecisionOutcome[];
  /** What the public page lists. */
  readonly published: readonly { readonly decision: string; readonly nomination: string }[];
}

export interface RehearsalResult extends Told {
  readonly world: string;
  readonly seed: number;
  readonly milestones: readonly Milestone[];
  readonly refusals: readonly {
    readonly at: string;
    readonly who: string;
    readonly what: string;
    readonly code: string;
  }[];
  readonly paths: Readonly<Record<string, number>>;
  readonly story: readonly string[];
  readonly invariants: readonly InvariantOutcome[];
  readonly took: {
    readonly ms: number;
    readonly moves: number;
    readonly acts: number;
    readonly reads: number;
    readonly waitedMs: number;
  };
}

/** What two runs with one seed must have in common: everything but the world's name and the machine's time. */
export function sameStory(result: RehearsalResult): string {
  const { world: _world, took: _took, nominations, ...rest } = result;
  // Log indexes number the engine's facts between people's; their order within one stream is what counts.
  const told = nominations.map(({ events, ...nomination }) => ({
    ...nomination,
    events: events.map(({ logIndex: _index, ...event }) => event),
  }));
  return JSON.stringify({ ...rest, nominations: told });
}
