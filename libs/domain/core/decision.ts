import type { RefusalCode } from './refusal-code.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Actor } from '../access/actor.js';
import type { Grant } from '../access/permissions.js';
import type { Sealed } from './sealed.js';
import type { NewEvent, States, StreamKind, StreamRef } from './stream.js';

export interface Refusal {
  readonly code: RefusalCode;
  /** The field of the command at fault, dotted path. */
  readonly field?: string;
  /** Values for the bilingual text; ids, dates and codes only. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly legalBasis?: string;
}

/** A notice to put into the outbox of a person. One per (subject, step, recipient, channel), ever. */
export interface NewNotice {
  readonly subject: StreamRef;
  /** What occasion it is, for example `remind:-3w` or `assigned:4`. */
  readonly step: string;
  readonly recipient: string;
  readonly channel: 'in-app' | 'email';
  readonly template: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type Decision =
  | {
      readonly ok: true;
      /** The right it rests on: recorded as the capacity, and for a delegation as 'on behalf of'. */
      readonly grant: Grant;
      readonly events: readonly NewEvent[];
      readonly notices?: readonly NewNotice[];
      /** What the caller gets back besides the versions, ids only. */
      readonly result?: Readonly<Record<string, unknown>>;
      /** Subjects whose keys are destroyed with it. */
      readonly erases?: readonly string[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

export const refuse = (code: RefusalCode, more: Omit<Refusal, 'code'> = {}): Decision => ({
  ok: false,
  refusal: { code, ...more },
});

export const accept = (
  grant: Grant,
  events: readonly NewEvent[],
  more: {
    notices?: readonly NewNotice[];
    result?: Readonly<Record<string, unknown>>;
    erases?: readonly string[];
  } = {},
): Decision => ({ ok: true, grant, events, ...more });

/**
 * A question over many streams, answered by the ledger inside the same transaction. Columns of the answers stand beside
 * each; a decision reads no others.
 */
export type Ask =
  /** `person_id` of everyone who holds the queue's role today, delegates included. */
  | { readonly ask: 'holders'; readonly queue: string }
  /** `id` of living dossiers (neither draft, declined nor withdrawn). */
  | { readonly ask: 'openNominationsOf'; readonly subjectId: string; readonly roundId: string }
  /** `id` of dossiers a unit has submitted for one award in one round; a draft and one it withdrew are none. */
  | { readonly ask: 'submittedTogether'; readonly roundId: string; readonly unitId: string; readonly awardCode: string }
  /** `text`; nothing where its subject was erased. */
  | { readonly ask: 'opened'; readonly sealed: Sealed }
  /** `id`, `issued_on` (YYYY-MM-DD): the numbers of an office start again every year. */
  | { readonly ask: 'decisionNumber'; readonly number: string; readonly issuer: string }
  /** `id`, `status`, `subject_kind`. */
  | { readonly ask: 'roundNominations'; readonly roundId: string }
  /** `id`, `unit_id`, `status`. */
  | {
      readonly ask: 'campaignObligations';
      readonly campaignId: string;
      readonly obligationKey: string;
      readonly occurrence: string;
    }
  | { readonly ask: 'unitsOfTypes'; readonly types: readonly string[]; readonly on: string }
  /** `id`, `type`, `parent_id`, `external`, `officers` (ids of persons) of every unit valid on the day. */
  | { readonly ask: 'unitsOn'; readonly on: string }
  /** `cluster_id`, `leader` of each cluster or block the unit belongs to in that year. */
  | { readonly ask: 'clusterLeaderOf'; readonly unitId: string; readonly year: number }
  /** `cluster_id`, `leader`, `year` of each cluster or block the unit belongs to by its latest arrangement up to that year. */
  | { readonly ask: 'clustersStanding'; readonly unitId: string; readonly year: number }
  /** `leader`, `officers`, `heads` (ids of persons today) of every unit that leads a cluster or block in that year. */
  | { readonly ask: 'clusterLeaders'; readonly year: number }
  /** `person_id` of the heads today of the units that lead a cluster or block the unit belongs to in that year; never its own. */
  | { readonly ask: 'clusterHeadsOf'; readonly unitId: string; readonly year: number }
  /** `id`, `number`, `date`, `from_year`, `to_year` of campaigns the unit has launched under this one, by their ids. */
  | { readonly ask: 'launchedUnder'; readonly campaignId: string; readonly unitId: string }
  /** `id`, `status` of rounds not yet closed. */
  | { readonly ask: 'openRounds'; readonly campaignId: string }
  /** `id`, `state` of every entry of the register under any id that is the same subject. */
  | { readonly ask: 'recordsOf'; readonly subjectId: string }
  /** `person_id`, `key`, `valid_to` (null or YYYY-MM-DD) of every position at the unit, whenever it was held. */
  | { readonly ask: 'positionsAt'; readonly unitId: string }
  /** `person_id`, `positions` (whenever held) of everyone with a position at one of the units. */
  | { readonly ask: 'holdersOf'; readonly unitIds: readonly string[] }
  /** `kind`, `id` of campaigns that have passed the unit's work on, and of duties of these successors; some of them. */
  | { readonly ask: 'workBuiltOn'; readonly unitId: string; readonly successors: readonly string[] }
  /** `digest`, `media_type`, `size` of those that have been uploaded. */
  | { readonly ask: 'files'; readonly digests: readonly string[] }
  /** `person_id` of the officers today of all units that owe or registered something in the campaign. */
  | { readonly ask: 'participants'; readonly campaignId: string };

/** What a command has in hand: states it needed, answers it asked for. */
export interface Have {
  state<K extends StreamKind>(kind: K, id: string): States[K] | undefined;
  version(kind: StreamKind, id: string): number;
  answer(ask: Ask): readonly Readonly<Record<string, unknown>>[];
}

/** Everything a decision may know besides state: business time (epoch ms), who acts, the working calendar. */
export interface Context {
  readonly now: number;
  readonly actor: Actor;
  readonly calendar: WorkingCalendar;
}

/** One command: what it reads, and the pure judgement. */
export interface CommandSpec<C> {
  /** Streams it reads. Called again with what is loaded until it names nothing new. */
  readonly needs: (command: C, have: Have) => readonly StreamRef[];
  /** Rules over several streams: read inside the transaction, under the locks. */
  readonly asks?: (command: C, have: Have, context: Context) => readonly Ask[];
  /** Names of advisory locks, taken sorted, before anything is read. */
  readonly locks?: (command: C) => readonly string[];
  readonly decide: (command: C, have: Have, context: Context) => Decision;
}
