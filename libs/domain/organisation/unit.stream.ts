import { addDays, isLocalDate } from '../calendar/local-date.js';
import type { Bilingual } from '../campaign-plan/parts.js';
import type { SuccessionKind, UnitType } from '../campaign-plan/vocabulary.js';
import type { DocumentNumber } from '../core/document-date.js';
import type { Sealed } from '../core/sealed.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';

/** What a unit is on a span of days, as a person defines it. */
export interface UnitSpan {
  readonly type: UnitType;
  readonly name: Bilingual;
  readonly shortName?: string | undefined;
  readonly parent?: string | undefined;
  readonly verticalParent?: string | undefined;
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  readonly external?: boolean | undefined;
  readonly confidence: string;
}

/** What a unit was called up to and including a day. */
export interface FormerName {
  readonly name: Bilingual;
  readonly shortName?: string | undefined;
  readonly until: string;
}

/** What became of a unit by a document: from `on` its work is that of `to`. */
export interface Succession {
  readonly to: string;
  /** Further successors of a unit that was split; what is open goes to `to`. */
  readonly others: readonly string[];
  readonly kind: SuccessionKind;
  readonly on: string;
  readonly document: DocumentNumber;
  readonly reason?: Sealed | undefined;
  /** The last day the unit had anyway; left out where it had none. What a taking back gives it again. */
  readonly lastDay?: string | undefined;
}

/** Years of which the register of awards is whole for those at the unit, by the document that says so. */
export interface RegisterCoverage {
  readonly from: number;
  /** Open while the register goes on being kept. */
  readonly to?: number | undefined;
  readonly document: DocumentNumber;
}

/** A unit on a span of days; a renamed or re-parented unit has several spans, the last one is current. */
export interface UnitState extends UnitSpan {
  /** Planned: said by somebody, carried out by nobody yet. */
  readonly successors: readonly {
    readonly to: string;
    readonly kind: string;
    readonly on: string;
    readonly confidence: string;
  }[];
  /** Oldest first; left out while it was never renamed. */
  readonly formerNames?: readonly FormerName[] | undefined;
  readonly succession?: Succession | undefined;
  readonly registerCovers?: RegisterCoverage | undefined;
  /** Units whose work it took over, with the day. */
  readonly tookOver?: readonly TookOver[] | undefined;
}

/** What a successor took over, and whether it stood outside the tree until then. */
export interface TookOver {
  readonly from: string;
  readonly kind: string;
  readonly on: string;
  readonly external?: true | undefined;
}

export const UNIT_FACTS = {
  defined: 'unitDefined',
  changed: 'unitChanged',
  planned: 'unitSuccessionPlanned',
  succeeded: 'unitSucceeded',
  tookOver: 'unitTookOver',
  takenBack: 'unitSuccessionTakenBack',
  gaveBack: 'unitTakingOverTakenBack',
  registerCovered: 'registerCovered',
} as const;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

/** The day before; the text itself where it is no day. */
export const dayBefore = (day: string): string => (isLocalDate(day) ? addDays(day, -1) : day);

const isSameName = (a: UnitSpan, b: UnitSpan): boolean =>
  a.name.vi === b.name.vi && a.name.en === b.name.en && a.shortName === b.shortName;

function renamed(state: UnitState, span: UnitSpan): Pick<UnitState, 'formerNames'> {
  if (isSameName(state, span)) return state.formerNames === undefined ? {} : { formerNames: state.formerNames };
  const { name, shortName } = state;
  const former: FormerName = {
    name,
    ...(shortName === undefined ? {} : { shortName }),
    until: dayBefore(span.validFrom),
  };
  return { formerNames: [...(state.formerNames ?? []), former] };
}

/** The unit goes on as if it had never ended; a last day that was set since stays. */
function withoutSuccession(state: UnitState, { on, lastDay }: Succession): UnitState {
  const { succession: _taken, validTo, ...rest } = state;
  const until = validTo === dayBefore(on) ? lastDay : validTo;
  return { ...rest, ...(until === undefined ? {} : { validTo: until }) };
}

function withoutTakenOver(state: UnitState, { from, external }: TookOver): UnitState {
  const { tookOver = [], ...rest } = state;
  const left = tookOver.filter((one) => one.from !== from);
  return { ...rest, ...(external === true ? { external } : {}), ...(left.length === 0 ? {} : { tookOver: left }) };
}

function evolve(state: UnitState | undefined, fact: Fact): UnitState {
  if (state !== undefined) {
    switch (fact.type) {
      case UNIT_FACTS.planned:
        return { ...state, successors: [...state.successors, read<UnitState['successors'][number]>(fact)] };
      case UNIT_FACTS.succeeded: {
        const succession = read<Succession>(fact);
        const last = dayBefore(succession.on);
        const validTo = state.validTo === undefined || state.validTo > last ? last : state.validTo;
        return { ...state, validTo, succession };
      }
      case UNIT_FACTS.registerCovered: {
        const { from, to, document } = read<Partial<RegisterCoverage> & Pick<RegisterCoverage, 'document'>>(fact);
        const { registerCovers: _before, ...rest } = state;
        if (from === undefined) return rest;
        return { ...rest, registerCovers: { from, ...(to === undefined ? {} : { to }), document } };
      }
      case UNIT_FACTS.tookOver:
        // A body named only as a successor stands in the tree from now on: it owes what units of its kind owe.
        return {
          ...state,
          external: undefined,
          tookOver: [...(state.tookOver ?? []), read<TookOver>(fact)],
        };
      case UNIT_FACTS.takenBack:
        return withoutSuccession(state, read<Succession>(fact));
      case UNIT_FACTS.gaveBack:
        return withoutTakenOver(state, read<TookOver>(fact));
      default:
        break;
    }
  }
  const { reason: _reason, ...span } = read<UnitSpan & { reason?: unknown }>(fact);
  if (state === undefined) return { successors: [], ...span };
  const { successors, succession, tookOver, registerCovers } = state;
  return {
    successors,
    ...span,
    ...renamed(state, span),
    ...(succession === undefined ? {} : { succession }),
    ...(tookOver === undefined ? {} : { tookOver }),
    ...(registerCovers === undefined ? {} : { registerCovers }),
  };
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

/** What the unit was called on a day (YYYY-MM-DD): a document prints the name of its day. */
export function nameOn(unit: Pick<UnitState, 'name' | 'formerNames'>, day: string): Bilingual {
  return unit.formerNames?.find(({ until }) => day <= until)?.name ?? unit.name;
}

/** Whether the unit's work has gone to a successor by that day. */
export const isSucceeded = (unit: Pick<UnitState, 'succession'>, day: string): boolean =>
  unit.succession !== undefined && unit.succession.on <= day;
