import { attachmentRows, type Attachment } from '../attachment/attachment.js';
import type { Sealed } from '../core/sealed.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import { markReminded, taskRows, withTask, withoutTask, type OpenTask, type TaskOwner } from '../task/open-task.js';

/** Something a unit promises: a criterion of the campaign or one of its own, with a number where it has one. */
export interface Pledge {
  readonly key: string;
  readonly own: boolean;
  readonly text: Sealed;
  readonly target?: number | undefined;
  readonly unit?: string | undefined;
  /** Chỉ tiêu mũi nhọn. */
  readonly spearhead?: boolean | undefined;
  /** The number is not to be exceeded. */
  readonly lowerIsBetter?: boolean | undefined;
  /** The unit that promised it, where its work came to this one. */
  readonly from?: string | undefined;
}

export const PLEDGE_VERDICTS = ['met', 'not-met'] as const;
export type PledgeVerdict = (typeof PLEDGE_VERDICTS)[number];

/** How the pledge was signed, as it was said with it. */
export interface PledgeSignature {
  readonly kind: 'paper' | 'digital';
  readonly on: string;
  readonly files?: readonly Attachment[] | undefined;
}

/** The version of a pledge that was confirmed last: what results are compared with. */
export interface PledgeInForce {
  readonly number: number;
  readonly pledges: readonly Pledge[];
  readonly signature?: PledgeSignature | undefined;
  readonly confirmedAt: number;
  readonly confirmedBy: string;
}

/** What a unit says it reached of its pledge, and what the one who confirmed it says to that. */
export interface PledgeResults {
  readonly number: number;
  readonly status: 'reported' | 'assessed';
  readonly items: readonly {
    readonly key: string;
    readonly value?: number | undefined;
    readonly claim?: PledgeVerdict | undefined;
    readonly note?: Sealed | undefined;
  }[];
  readonly files?: readonly Attachment[] | undefined;
  readonly reportedAt: number;
  readonly verdicts?: Readonly<Record<string, PledgeVerdict>> | undefined;
  readonly assessedAt?: number | undefined;
  readonly assessedBy?: string | undefined;
}

/** A unit's registration for a campaign (đăng ký, giao ước); each new version waits for confirmation again. */
export interface RegistrationState extends TaskOwner {
  readonly unitId: string;
  readonly status: 'submitted' | 'confirmed' | 'returned' | 'passed-on';
  readonly number: number;
  readonly head: string;
  readonly pledges: readonly Pledge[];
  readonly signature?: PledgeSignature | undefined;
  /** Stays while a newer version waits for confirmation. */
  readonly inForce?: PledgeInForce | undefined;
  /** Of the version in force. */
  readonly results?: PledgeResults | undefined;
  readonly visit: number;
}

export const REGISTRATION_FACTS = {
  registered: 'unitRegistered',
  confirmed: 'registrationConfirmed',
  returned: 'registrationReturned',
  resultsReported: 'pledgeResultsReported',
  assessed: 'pledgeAssessed',
  moved: 'confirmationMoved',
  reminded: 'taskReminded',
} as const;

export const registrationId = (campaignId: string, unitId: string): string => `${campaignId}.${unitId}`;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

type Registered = Pick<RegistrationState, 'campaignId' | 'unitId' | 'head' | 'pledges' | 'signature'> & {
  readonly task: OpenTask;
};

/** A new version waits for confirmation; what was confirmed before it, and was reached of that, stands until then. */
const keptThrough = ({ inForce, results }: RegistrationState): Pick<RegistrationState, 'inForce' | 'results'> => ({
  ...(inForce === undefined ? {} : { inForce }),
  ...(results === undefined ? {} : { results }),
});

const inForceFrom = ({ number, pledges, signature }: RegistrationState, { at, actor }: Fact): PledgeInForce => ({
  number,
  pledges,
  ...(signature === undefined ? {} : { signature }),
  confirmedAt: at,
  confirmedBy: actor,
});

function evolve(state: RegistrationState | undefined, fact: Fact): RegistrationState {
  switch (fact.type) {
    case REGISTRATION_FACTS.registered: {
      const { task, ...own } = read<Registered>(fact);
      const open = withTask(state === undefined ? {} : withoutTask(state.open, state.visit), task);
      const kept = state === undefined ? {} : keptThrough(state);
      return { ...own, ...kept, status: 'submitted', number: (state?.number ?? 0) + 1, visit: task.visit, open };
    }
    case REGISTRATION_FACTS.confirmed:
    case REGISTRATION_FACTS.returned: {
      if (state === undefined) break;
      const open = withoutTask(state.open, state.visit);
      if (fact.type === REGISTRATION_FACTS.returned) return { ...state, status: 'returned', open };
      return { ...state, status: 'confirmed', open, inForce: inForceFrom(state, fact), results: undefined };
    }
    case REGISTRATION_FACTS.resultsReported: {
      if (state === undefined) break;
      const { task, ...said } = read<Pick<PledgeResults, 'number' | 'items' | 'files'> & { task: OpenTask }>(fact);
      const results: PledgeResults = { ...said, status: 'reported', reportedAt: fact.at };
      const open = withTask(withoutTask(state.open, state.visit), task);
      return { ...state, results, visit: task.visit, open };
    }
    case REGISTRATION_FACTS.assessed: {
      if (state?.results === undefined) break;
      const { verdicts } = read<{ verdicts: PledgeResults['verdicts'] }>(fact);
      const assessed = { status: 'assessed', verdicts, assessedAt: fact.at, assessedBy: fact.actor } as const;
      return { ...state, results: { ...state.results, ...assessed }, open: withoutTask(state.open, state.visit) };
    }
    case REGISTRATION_FACTS.moved: {
      if (state === undefined) break;
      const { task } = read<{ task: OpenTask }>(fact);
      return { ...state, visit: task.visit, open: withTask(withoutTask(state.open, state.visit), task) };
    }
    case REGISTRATION_FACTS.reminded:
      if (state === undefined) break;
      return markReminded(state, fact);
    default:
      break;
  }
  if (state === undefined) throw new Error(`a registration cannot begin with ${fact.type}`);
  return state;
}

/** What became of a task that this fact closed: one that moved was not answered. */
const outcomeOf = ({ type }: Fact, { status }: RegistrationState): string =>
  type === REGISTRATION_FACTS.moved ? 'moved' : status;

function rows({ id, version, before, after, fact }: Change<'registration'>): readonly RowChange[] {
  return [
    {
      table: 'read_registration',
      op: 'put',
      row: { id, version, state: after, campaign_id: after.campaignId, unit_id: after.unitId, status: after.status },
    },
    ...attachmentRows({ kind: 'registration', id }, after.campaignId, after.unitId, [
      ...(after.signature?.files ?? []),
      ...(after.results?.files ?? []),
    ]),
    ...taskRows(
      { kind: 'registration', id },
      after.campaignId,
      before?.open ?? {},
      after.open,
      fact,
      outcomeOf(fact, after),
    ),
  ];
}

export const registrationStream: StreamDefinition<'registration'> = {
  kind: 'registration',
  evolve,
  rows,
  cached: false,
};
