import type { Bilingual } from '../campaign-plan/parts.js';
import type { UnitType } from '../campaign-plan/vocabulary.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';

/** A unit on a span of days; a renamed or re-parented unit has several spans, the last one is current. */
export interface UnitState {
  readonly type: UnitType;
  readonly name: Bilingual;
  readonly shortName?: string | undefined;
  readonly parent?: string | undefined;
  readonly verticalParent?: string | undefined;
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  readonly external?: boolean | undefined;
  readonly confidence: string;
  readonly successors: readonly {
    readonly to: string;
    readonly kind: string;
    readonly on: string;
    readonly confidence: string;
  }[];
}

export const UNIT_FACTS = {
  defined: 'unitDefined',
  changed: 'unitChanged',
  succeeded: 'unitSuccessionPlanned',
} as const;

function evolve(state: UnitState | undefined, fact: Fact): UnitState {
  if (fact.type === UNIT_FACTS.succeeded && state !== undefined) {
    return { ...state, successors: [...state.successors, fact.payload as unknown as UnitState['successors'][number]] };
  }
  return { successors: state?.successors ?? [], ...(fact.payload as unknown as Omit<UnitState, 'successors'>) };
}

function rows({ id, version, after }: Change<'unit'>): readonly RowChange[] {
  return [
    {
      table: 'read_unit',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        type: after.type,
        name: after.name.vi,
        parent_id: after.parent ?? null,
        vertical_parent_id: after.verticalParent ?? null,
        valid_from: after.validFrom,
        valid_to: after.validTo ?? null,
      },
    },
  ];
}

export const unitStream: StreamDefinition<'unit'> = { kind: 'unit', evolve, rows, cached: true };
