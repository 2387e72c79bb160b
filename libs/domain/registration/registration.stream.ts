import type { Sealed } from '../core/sealed.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import {
  markReminded,
  taskRows,
  withTask,
  withoutTask,
  type OpenTask,
  type TaskOwner,
  type TaskRemindedPayload,
} from '../task/open-task.js';

/** Something a unit promises: a criterion of the campaign or one of its own, with a number where it has one. */
export interface Pledge {
  readonly key: string;
  readonly own: boolean;
  readonly text: Sealed;
  readonly target?: number | undefined;
  readonly unit?: string | undefined;
  /** The unit that promised it, where its work came to this one. */
  readonly from?: string | undefined;
}

/** A unit's registration for a campaign (đăng ký, giao ước); each new version waits for confirmation again. */
export interface RegistrationState extends TaskOwner {
  readonly unitId: string;
  readonly status: 'submitted' | 'confirmed' | 'returned' | 'passed-on';
  readonly number: number;
  readonly head: string;
  readonly pledges: readonly Pledge[];
  readonly visit: number;
}

export const REGISTRATION_FACTS = {
  registered: 'unitRegistered',
  confirmed: 'registrationConfirmed',
  returned: 'registrationReturned',
  reminded: 'taskReminded',
} as const;

export const registrationId = (campaignId: string, unitId: string): string => `${campaignId}.${unitId}`;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

function evolve(state: RegistrationState | undefined, fact: Fact): RegistrationState {
  switch (fact.type) {
    case REGISTRATION_FACTS.registered: {
      const p = read<Pick<RegistrationState, 'campaignId' | 'unitId' | 'head' | 'pledges'> & { task: OpenTask }>(fact);
      const { task, ...own } = p;
      const open = withTask(state === undefined ? {} : withoutTask(state.open, state.visit), task);
      return { ...own, status: 'submitted', number: (state?.number ?? 0) + 1, visit: task.visit, open };
    }
    case REGISTRATION_FACTS.confirmed:
    case REGISTRATION_FACTS.returned: {
      if (state === undefined) break;
      const status = fact.type === REGISTRATION_FACTS.confirmed ? 'confirmed' : 'returned';
      return { ...state, status, open: withoutTask(state.open, state.visit) };
    }
    case REGISTRATION_FACTS.reminded:
      if (state === undefined) break;
      return { ...state, open: markReminded(state.open, read<TaskRemindedPayload>(fact)) };
    default:
      break;
  }
  if (state === undefined) throw new Error(`a registration cannot begin with ${fact.type}`);
  return state;
}

function rows({ id, version, before, after, fact }: Change<'registration'>): readonly RowChange[] {
  return [
    {
      table: 'read_registration',
      op: 'put',
      row: { id, version, state: after, campaign_id: after.campaignId, unit_id: after.unitId, status: after.status },
    },
    ...taskRows({ kind: 'registration', id }, after.campaignId, before?.open ?? {}, after.open, fact, after.status),
  ];
}

export const registrationStream: StreamDefinition<'registration'> = {
  kind: 'registration',
  evolve,
  rows,
  cached: false,
};
