import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import { markReminded, taskRows, withTask, withoutTask, type OpenTask, type TaskOwner } from '../task/open-task.js';

/** Votes on one nomination as counted by the council's own tellers; the ballot itself is not held here. */
export interface Count {
  readonly nominationId: string;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly outcome: 'approved' | 'not-approved';
}

/** A council session: who was there, what was counted, and where its minutes are, as recorded data. */
export interface SessionState extends TaskOwner {
  readonly councilId: string;
  readonly members: number;
  readonly date: string;
  readonly agenda: readonly { readonly nominationId: string; readonly visit: number }[];
  readonly status: 'convened' | 'recorded';
  readonly present?: number | undefined;
  readonly counts: readonly Count[];
  readonly minutes?: { readonly number: string; readonly date: string } | undefined;
  readonly visit: number;
}

export const SESSION_FACTS = {
  convened: 'sessionConvened',
  recorded: 'councilResultRecorded',
  reminded: 'taskReminded',
} as const;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

function evolve(state: SessionState | undefined, fact: Fact): SessionState {
  if (state === undefined) {
    const { task, ...own } = read<
      Pick<SessionState, 'campaignId' | 'councilId' | 'members' | 'date' | 'agenda'> & { task: OpenTask }
    >(fact);
    return { ...own, status: 'convened', counts: [], visit: task.visit, open: withTask({}, task) };
  }
  switch (fact.type) {
    case SESSION_FACTS.recorded: {
      const p = read<Required<Pick<SessionState, 'present' | 'counts' | 'minutes'>>>(fact);
      return {
        ...state,
        present: p.present,
        counts: p.counts,
        minutes: p.minutes,
        status: 'recorded',
        open: withoutTask(state.open, state.visit),
      };
    }
    case SESSION_FACTS.reminded:
      return markReminded(state, fact);
    default:
      return state;
  }
}

function rows({ id, version, before, after, fact }: Change<'session'>): readonly RowChange[] {
  return [
    {
      table: 'read_session',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        campaign_id: after.campaignId,
        council_id: after.councilId,
        held_on: after.date,
        status: after.status,
      },
    },
    ...taskRows({ kind: 'session', id }, after.campaignId, before?.open ?? {}, after.open, fact, after.status),
  ];
}

export const sessionStream: StreamDefinition<'session'> = { kind: 'session', evolve, rows, cached: false };
