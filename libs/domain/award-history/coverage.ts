import { permit } from '../access/permissions.js';
import { dateOf, isLocalDate, yearOf, type LocalDate } from '../calendar/local-date.js';
import { refuseDocument, type DocumentNumber } from '../core/document-date.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { seal } from '../core/sealed.js';
import { ref, type StreamRef } from '../core/stream.js';
import { UNIT_FACTS, type RegisterCoverage, type UnitState } from '../organisation/unit.stream.js';
import type { AwardState } from './award-record.js';

/**
 * What the register covers. A named person says from which year to which it holds every title, grading and initiative of
 * those who were at a unit. Inside those years what is not recorded was not given; outside them nobody knows.
 */

export interface CoverRegister {
  readonly unitId: string;
  /** First year; left out to take back what was said. */
  readonly from?: number | undefined;
  /** Last year; left out while the register goes on being kept. */
  readonly to?: number | undefined;
  /** Minutes or report by which it was checked. */
  readonly document: DocumentNumber;
  readonly reason: string;
}

const FIRST_YEAR = 1945;

/**
 * Says which years the register covers of a unit and everything below it, by a document and with a reason; the last word
 * counts. Refuses years that are none, and those to come.
 */
export const coverRegister: CommandSpec<CoverRegister> = {
  needs: (c) => [ref('unit', c.unitId)],
  decide(c, have, { actor, now }) {
    const grant = permit(actor, 'register.correct', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'register.correct' } });
    const unit = have.state('unit', c.unitId);
    if (unit === undefined) return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: c.unitId } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const refused = refuseDocument(c.document, now, 'document');
    if (refused !== undefined) return refused;
    const thisYear = yearOf(dateOf(now));
    if (c.from !== undefined && (c.from < FIRST_YEAR || c.from > thisYear))
      return refuse('INVALID_INPUT', { field: 'from', params: { id: c.from } });
    if (c.to !== undefined && (c.from === undefined || c.to < c.from || c.to > thisYear))
      return refuse('INVALID_INPUT', { field: 'to', params: { id: c.to } });
    const { from, to, document } = c;
    const covers = from === undefined ? undefined : { from, ...(to === undefined ? {} : { to }), document };
    if (sameJson(unit.registerCovers, covers)) return refuse('ALREADY_DONE');
    const payload = { ...(covers ?? { document }), reason: seal(`unit/${c.unitId}`, c.reason) };
    return accept(grant, [{ stream: ref('unit', c.unitId), type: UNIT_FACTS.registerCovered, payload }]);
  },
};

export type UnitOf = (id: string) => UnitState | undefined;

/** The unit and those above it, as far as they are known. */
function chainOf(unitOf: UnitOf, id: string, seen: readonly string[] = []): readonly string[] {
  const parent = unitOf(id)?.parent;
  return seen.includes(id) ? [] : [id, ...(parent === undefined ? [] : chainOf(unitOf, parent, [...seen, id]))];
}

/** Units whose word counts for those at `unitId`: it, those above it, those it took over. Called until nothing is new. */
export function needsCoverage(unitOf: UnitOf, unitId: string): readonly StreamRef[] {
  const ids = new Set<string>();
  const walk = (id: string): void => {
    for (const one of chainOf(unitOf, id)) {
      if (ids.has(one)) continue;
      ids.add(one);
      for (const { from } of unitOf(one)?.tookOver ?? []) walk(from);
    }
  };
  walk(unitId);
  return [...ids].map((id) => ref('unit', id));
}

interface Years {
  readonly from: number;
  readonly to: number;
}

/** What the unit or the nearest one above it says, as far as those it took over bear it out for the years before. */
function yearsOf(unitOf: UnitOf, unitId: string, thisYear: number, seen: ReadonlySet<string>): Years | undefined {
  if (seen.has(unitId)) return undefined;
  const said = chainOf(unitOf, unitId)
    .map((id) => unitOf(id)?.registerCovers)
    .find((covers): covers is RegisterCoverage => covers !== undefined);
  if (said === undefined) return undefined;
  let { from } = said;
  for (const { from: before, on } of unitOf(unitId)?.tookOver ?? []) {
    const since = isLocalDate(on) ? yearOf(on) : thisYear;
    const years = yearsOf(unitOf, before, thisYear, new Set([...seen, unitId]));
    from = Math.max(from, years === undefined || years.to < since - 1 ? since : years.from);
  }
  return { from, to: said.to ?? thisYear };
}

/**
 * The years of which the register is whole for a subject at a unit; undefined where nobody has said so. Where the subject
 * was at a unit nobody has spoken for, only the years after that count. Pure.
 */
export function coveredYears(
  unitOf: UnitOf,
  unitId: string,
  records: readonly AwardState[],
  on: LocalDate,
): Years | undefined {
  const thisYear = yearOf(on);
  const years = yearsOf(unitOf, unitId, thisYear, new Set());
  if (years === undefined) return undefined;
  const known = new Set(needsCoverage(unitOf, unitId).map(({ id }) => id));
  const elsewhere = records
    .filter((record) => record.unitId !== undefined && !known.has(record.unitId) && record.status !== 'removed')
    .map(({ year }) => year);
  const from = Math.max(years.from, ...elsewhere.map((year) => year + 1));
  return from <= years.to ? { from, to: years.to } : undefined;
}
