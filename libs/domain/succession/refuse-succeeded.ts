import { dateOf } from '../calendar/local-date.js';
import { refuse, type Decision } from '../core/decision.js';
import { isSucceeded, type UnitState } from '../organisation/unit.stream.js';

/** Refuses to begin anything in the name of a unit whose work has gone to a successor by the business day of `now`. */
export function refuseSucceeded(unit: UnitState, unitId: string, now: number): Decision | undefined {
  return isSucceeded(unit, dateOf(now))
    ? refuse('UNIT_SUCCEEDED', { field: 'unitId', params: { id: unitId, to: unit.succession?.to ?? '' } })
    : undefined;
}
