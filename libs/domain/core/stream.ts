import type { AwardState } from '../award-history/award-record.js';
import type { IdentityState } from '../award-history/identity.stream.js';
import type { ActivityState } from '../activity/activity.stream.js';
import type { CalendarState } from '../calendar/calendar.stream.js';
import type { CampaignState } from '../campaign/campaign.stream.js';
import type { CommitmentState } from '../commitment/commitment.stream.js';
import type { DecisionState } from '../decision/decision.stream.js';
import type { DispatchState } from '../dispatch/dispatch.stream.js';
import type { ExampleState } from '../example/example.stream.js';
import type { NominationState } from '../nomination/nomination-state.js';
import type { ObligationState } from '../obligation/obligation.stream.js';
import type { ClusterState } from '../organisation/cluster.stream.js';
import type { PersonState } from '../organisation/person.stream.js';
import type { UnitState } from '../organisation/unit.stream.js';
import type { RegistrationState } from '../registration/registration.stream.js';
import type { ReportState } from '../report/report.stream.js';
import type { RoundState } from '../round/round.stream.js';
import type { RulePackState } from '../rules/rule-pack.stream.js';
import type { SessionState } from '../session/session.stream.js';
import type { TaskHandling } from '../task/task.stream.js';
import type { WorldState } from '../world/world.stream.js';

/** What each kind of stream folds to. The one place that knows all nouns. */
export interface States {
  award: AwardState;
  activity: ActivityState;
  calendar: CalendarState;
  campaign: CampaignState;
  cluster: ClusterState;
  commitment: CommitmentState;
  decision: DecisionState;
  dispatch: DispatchState;
  identity: IdentityState;
  example: ExampleState;
  nomination: NominationState;
  obligation: ObligationState;
  person: PersonState;
  registration: RegistrationState;
  report: ReportState;
  round: RoundState;
  'rule-pack': RulePackState;
  session: SessionState;
  task: TaskHandling;
  unit: UnitState;
  world: WorldState;
}

export type StreamKind = keyof States;

export interface StreamRef<K extends StreamKind = StreamKind> {
  readonly kind: K;
  readonly id: string;
}

export const ref = <K extends StreamKind>(kind: K, id: string): StreamRef<K> => ({ kind, id });

/** A fact that a decision wants to append; version, times and actor are added by the ledger. */
export interface NewEvent {
  readonly stream: StreamRef;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Most likely the first fact of its stream: nobody looks before it is tried; where it is not, it is judged again. */
  readonly begins?: true;
}

/** A fact as evolve sees it: business time is the world's clock when it was decided (epoch ms). */
export interface Fact<T extends string = string, P = Readonly<Record<string, unknown>>> {
  readonly type: T;
  readonly payload: P;
  readonly at: number;
  readonly actor: string;
  readonly onBehalfOf?: string;
}

/** A change of one derived row. Every table has its key in TABLES (libs/persistence); each row is owned by one stream. */
export type RowChange =
  | { readonly table: ReadTable; readonly op: 'put'; readonly row: Readonly<Record<string, unknown>> }
  | { readonly table: ReadTable; readonly op: 'drop'; readonly key: Readonly<Record<string, unknown>> };

export type ReadTable = `read_${string}`;

/** One step of a stream: what it was, what it is, and the fact between. */
export interface Change<K extends StreamKind = StreamKind> {
  readonly id: string;
  readonly version: number;
  readonly before: States[K] | undefined;
  readonly after: States[K];
  readonly fact: Fact;
}

/**
 * How one kind of stream folds and what rows it owns.
 * `evolve` is total and sees only facts; `rows` sees the state after the fact. Neither may read a clock.
 */
export interface StreamDefinition<K extends StreamKind = StreamKind> {
  readonly kind: K;
  readonly evolve: (state: States[K] | undefined, fact: Fact) => States[K];
  readonly rows: (change: Change<K>) => readonly RowChange[];
  /** Kept in memory by version: organisation, campaign, calendar. Hot streams are not. */
  readonly cached: boolean;
}
